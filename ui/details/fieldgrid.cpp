// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/fieldgrid.h"

#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace rox {

namespace {
constexpr int LabelWidth = 80;
constexpr int RowGap = 8;
} // namespace

FieldGrid::FieldGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(RowGap);
    m_grid->setColumnMinimumWidth(0, LabelWidth);
    m_grid->setColumnStretch(1, 1);
}

void FieldGrid::add(const QString &label, QWidget *value)
{
    auto *name = new TextLabel(TextSize::Body, this);
    name->showText(label, TextTone::Secondary);
    name->setElided(Qt::ElideRight);
    name->setContentsMargins(0, 0, 12, 0);
    name->setBuddy(value);
    value->setParent(this);
    m_grid->addWidget(name, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_rows, 1);
    ++m_rows;
}

TextLabel *FieldGrid::addText(const QString &label, const QString &objectName)
{
    auto *value = new TextLabel(TextSize::Body, this);
    value->setObjectName(objectName);
    value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    add(label, value);
    return value;
}

TextLabel *FieldGrid::labelOf(QWidget *value) const
{
    const int at = m_grid->indexOf(value);
    if (at < 0)
        return nullptr;
    int row = 0;
    int column = 0;
    int rowSpan = 0;
    int columnSpan = 0;
    m_grid->getItemPosition(at, &row, &column, &rowSpan, &columnSpan);
    const QLayoutItem *label = m_grid->itemAtPosition(row, 0);
    return label ? qobject_cast<TextLabel *>(label->widget()) : nullptr;
}

void FieldGrid::setRowVisible(QWidget *value, bool visible)
{
    TextLabel *label = labelOf(value);
    if (!label)
        return;
    label->setVisible(visible);
    value->setVisible(visible);
}

void FieldGrid::setLabel(QWidget *value, const QString &label)
{
    if (TextLabel *shown = labelOf(value))
        shown->showText(label, TextTone::Secondary);
}

} // namespace rox
