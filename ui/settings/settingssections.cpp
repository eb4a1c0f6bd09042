// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/settingssections.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QStyle>

namespace rox {

namespace {

constexpr int FieldColumn = 1;
constexpr int SectionGap = 20;

} // namespace

SettingsSections::SettingsSections(QGridLayout *grid, QWidget *page)
    : m_grid(grid)
    , m_page(page)
{
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(FieldColumn, 1);
}

void SettingsSections::begin(const QString &heading)
{
    if (m_row > 0)
        m_grid->setRowMinimumHeight(m_row++, SectionGap);
    auto *label = new TextLabel(TextSize::Secondary, m_page);
    label->showText(heading, TextTone::Secondary, true);
    m_grid->addWidget(label, m_row++, 0, 1, 2);
}

void SettingsSections::addLabel(const QString &label)
{
    m_grid->addWidget(plainLabel(label, m_page), m_row, 0, Qt::AlignLeft | Qt::AlignVCenter);
}

void SettingsSections::addNote(const QString &note)
{
    if (note.isEmpty())
        return;
    auto *under = new TextLabel(TextSize::Secondary, m_page);
    under->showText(note, TextTone::Secondary);
    m_grid->addWidget(under, m_row++, FieldColumn);
}

void SettingsSections::add(const QString &label, QWidget *field, const QString &note)
{
    addLabel(label);
    m_grid->addWidget(field, m_row++, FieldColumn, Qt::AlignLeft);
    addNote(note);
}

void SettingsSections::add(const QString &label, QLayout *field, const QString &note)
{
    addLabel(label);
    m_grid->addLayout(field, m_row++, FieldColumn);
    addNote(note);
}

void SettingsSections::add(QCheckBox *box, const QString &note)
{
    m_grid->addWidget(box, m_row++, 0, 1, 2, Qt::AlignLeft);
    auto *under = new TextLabel(TextSize::Secondary, m_page);
    under->showText(note, TextTone::Secondary);
    // Under the text of the box.
    const QStyle *style = box->style();
    under->setContentsMargins(
        style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box)
            + style->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, box),
        0, 0, 0);
    m_grid->addWidget(under, m_row++, 0, 1, 2);
    box->setAccessibleDescription(note);
}

} // namespace rox
