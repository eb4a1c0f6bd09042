// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/columnpicker.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QScopedValueRollback>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int InOneLine = 3;

/// The report names each token by both.
bool isInEachReport(const QString &id)
{
    return id == infoOf(TokenColumn::Name).id || id == infoOf(TokenColumn::Id).id;
}

} // namespace

ColumnPicker::ColumnPicker(const QStringList &shown, QWidget *parent)
    : QWidget(parent)
    , m_format(&infoOf(ExportFormat::Csv))
{
    auto *card = new Card(this);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const QList<ReviewColumn> columns = reviewColumns();
    for (const ReviewColumn &column : columns) {
        auto *box = new QCheckBox(column.title(), card);
        box->setObjectName(column.id() + "Column"_L1);
        box->setAccessibleName(column.title());
        const auto at = int(m_boxes.size());
        grid->addWidget(box, at / InOneLine, at % InOneLine);
        m_boxes.append({QString(column.id()), box, column.isOfToken()});
        connect(box, &QCheckBox::toggled, this, [this, at](bool isChecked) {
            if (m_isShowing)
                return;
            m_wanted.insert(m_boxes.at(at).id, isChecked);
            Q_EMIT chosen();
        });
    }
    auto *asInList = new LinkButton(tr("As in the list"), this);
    asInList->setObjectName(u"columnsAsInTheList"_s);
    asInList->setAccessibleName(asInList->text());
    auto *all = new LinkButton(tr("All"), this);
    all->setObjectName(u"allColumns"_s);
    all->setAccessibleName(tr("All columns"));
    connect(asInList, &LinkButton::clicked, this, [this, shown] { chooseOnly(shown); });
    connect(all, &LinkButton::clicked, this, [this] {
        QStringList ids;
        for (const Box &box : std::as_const(m_boxes))
            ids.append(box.id);
        chooseOnly(ids);
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(plainLabel(tr("Columns"), this, TextSize::Body, true));
    head->addStretch(1);
    head->addWidget(asInList);
    head->addWidget(all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(card);
    column->addStretch(1);
    chooseOnly(shown);
}

void ColumnPicker::chooseOnly(const QStringList &ids)
{
    for (const Box &box : std::as_const(m_boxes)) {
        // A name does not identify a token outside of the list, nor does it say its server.
        const bool isNeeded = !box.isOfToken || box.id == infoOf(TokenColumn::Id).id;
        m_wanted.insert(box.id, ids.contains(box.id) || isNeeded);
    }
    show();
    Q_EMIT chosen();
}

void ColumnPicker::setFormat(const ExportFormatInfo &format)
{
    m_format = &format;
    show();
}

void ColumnPicker::show()
{
    const QScopedValueRollback guard(m_isShowing, true);
    for (const Box &box : std::as_const(m_boxes)) {
        const bool isForced = m_format->format == ExportFormat::Report && isInEachReport(box.id);
        const bool isPossible = box.isOfToken || m_format->hasColumnsOfSource;
        box.button->setEnabled(isPossible && !isForced);
        box.button->setChecked(isForced || (isPossible && m_wanted.value(box.id)));
        box.button->setToolTip(isPossible ? QString()
                                          : tr("This format says it once, for the whole list."));
    }
}

QStringList ColumnPicker::columns() const
{
    QStringList ids;
    for (const Box &box : m_boxes) {
        if (box.button->isChecked())
            ids.append(box.id);
    }
    return ids;
}

} // namespace rox
