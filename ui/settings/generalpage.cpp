// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/generalpage.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr int FieldColumn = 1;

/// Rows of label, field and note under a heading.
class Sections
{
public:
    Sections(QGridLayout *grid, QWidget *page)
        : m_grid(grid)
        , m_page(page)
    {}

    void begin(const QString &heading)
    {
        if (m_row > 0)
            m_grid->setRowMinimumHeight(m_row++, 20);
        auto *label = new TextLabel(TextSize::Secondary, m_page);
        label->showText(heading, TextTone::Secondary, true);
        m_grid->addWidget(label, m_row++, 0, 1, 2);
    }
    template <class Field>
    void add(const QString &label, Field *field, const QString &note)
    {
        auto *name = plainLabel(label, m_page);
        m_grid->addWidget(name, m_row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        if constexpr (std::is_base_of_v<QLayout, Field>)
            m_grid->addLayout(field, m_row++, FieldColumn);
        else
            m_grid->addWidget(field, m_row++, FieldColumn, Qt::AlignLeft);
        auto *under = new TextLabel(TextSize::Secondary, m_page);
        under->showText(note, TextTone::Secondary);
        m_grid->addWidget(under, m_row++, FieldColumn);
    }

private:
    QGridLayout *m_grid;
    QWidget *m_page;
    int m_row = 0;
};

} // namespace

GeneralPage::GeneralPage(const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
{
    setObjectName(u"generalPage"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(FieldColumn, 1);
    Sections sections(grid, this);
    sections.begin(tr("Appearance"));
    sections.add(tr("Colours"), colors(),
                 tr("System follows the desktop, also while the program runs."));
    sections.begin(tr("Tokens"));
    //: Settings: label before "7 14 30 60 90 days"
    sections.add(tr("Expiring means"), expiring(),
                 tr("It counts in the list, the chart and the views."));
    sections.begin(tr("Clipboard"));
    sections.add(tr("Clear after"), clipboard(),
                 tr("Also when you quit or lock the screen. A clipboard manager may keep a copy "
                    "all the same."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 24);
    column->addLayout(grid);
    column->addStretch(1);
}

SegmentedBar *GeneralPage::colors()
{
    auto *bar = new SegmentedBar(this);
    bar->setObjectName(u"colors"_s);
    bar->setAccessibleName(tr("Colours"));
    bar->addSegment("systemColors"_L1, tr("System"), u"screen"_s);
    bar->addSegment("lightColors"_L1, tr("Light"), u"sun"_s);
    bar->addSegment("darkColors"_L1, tr("Dark"), u"moon"_s);
    bar->setCurrent(int(m_preferences.colors));
    connect(bar, &SegmentedBar::chosen, this, [this](int segment) {
        m_preferences.colors = Preferences::Colors(segment);
        Q_EMIT changed(m_preferences);
    });
    return bar;
}

SegmentedBar *GeneralPage::expiring()
{
    auto *bar = new SegmentedBar(this);
    bar->setObjectName(u"expiringDays"_s);
    bar->setAccessibleName(tr("Expiring means"));
    const auto &days = Preferences::ExpiringDays;
    const auto chosen = std::find(days.begin(), days.end(), m_preferences.expiringDays);
    for (const int each : days) {
        const int segment =
            bar->addSegment("days"_L1, each == days.back() ? tr("%Ln day(s)", nullptr, each)
                                                           : QLocale().toString(each));
        bar->button(segment)->setObjectName(u"days%1Button"_s.arg(each));
        bar->button(segment)->setAccessibleName(tr("%Ln day(s)", nullptr, each));
    }
    bar->setCurrent(int(chosen - days.begin()));
    connect(bar, &SegmentedBar::chosen, this, [this](int segment) {
        m_preferences.expiringDays = Preferences::ExpiringDays.at(std::size_t(segment));
        Q_EMIT changed(m_preferences);
    });
    return bar;
}

QLayout *GeneralPage::clipboard()
{
    auto *seconds = new QSpinBox(this);
    seconds->setObjectName(u"clipboardSeconds"_s);
    seconds->setAccessibleName(tr("Clear the clipboard after, in seconds"));
    seconds->setRange(Preferences::LeastClipboardSeconds, Preferences::MostClipboardSeconds);
    seconds->setSingleStep(5);
    seconds->setValue(m_preferences.clipboardSeconds);
    connect(seconds, &QSpinBox::valueChanged, this, [this](int value) {
        m_preferences.clipboardSeconds = value;
        Q_EMIT changed(m_preferences);
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(seconds);
    //: Settings: stands after the number of seconds
    row->addWidget(plainLabel(tr("seconds"), this));
    row->addStretch(1);
    return row;
}

} // namespace rox
