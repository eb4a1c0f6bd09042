// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/generalpage.h"

#include "ui/settings/settingssections.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

GeneralPage::GeneralPage(const Preferences &preferences, bool isTrayOffered, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"generalPage"_s);
    auto *grid = new QGridLayout;
    SettingsSections sections(grid, this);
    sections.begin(tr("Appearance"));
    sections.add(tr("Colours"), colors(preferences),
                 tr("System follows the desktop, also while the program runs."));
    sections.begin(tr("Tokens"));
    //: Settings: label before "7 14 30 60 90 days"
    sections.add(tr("Expiring means"), expiring(preferences),
                 tr("It counts in the list, the chart and the views."));
    sections.begin(tr("Clipboard"));
    sections.add(tr("Clear after"), clipboard(preferences),
                 tr("Also when you quit or lock the screen. A clipboard manager may keep a copy "
                    "all the same."));
    sections.begin(tr("Window"));
    sections.add(tray(preferences, isTrayOffered),
                 isTrayOffered
                     ? tr("Notifications go on while the program runs, and only then.")
                     : tr("This desktop shows no tray. GNOME needs an extension for it."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(SettingsSections::Margin, 16, SettingsSections::Margin, 24);
    column->addLayout(grid);
    column->addStretch(1);
}

SegmentedBar *GeneralPage::colors(const Preferences &preferences)
{
    auto *bar = new SegmentedBar(this);
    bar->setObjectName(u"colors"_s);
    bar->setAccessibleName(tr("Colours"));
    bar->addSegment("systemColors"_L1, tr("System"), u"screen"_s);
    bar->addSegment("lightColors"_L1, tr("Light"), u"sun"_s);
    bar->addSegment("darkColors"_L1, tr("Dark"), u"moon"_s);
    bar->setCurrent(int(preferences.colors));
    connect(bar, &SegmentedBar::chosen, this, [this](int segment) {
        Q_EMIT edited(
            [segment](Preferences &changed) { changed.colors = Preferences::Colors(segment); });
    });
    return bar;
}

SegmentedBar *GeneralPage::expiring(const Preferences &preferences)
{
    auto *bar = new SegmentedBar(this);
    bar->setObjectName(u"expiringDays"_s);
    bar->setAccessibleName(tr("Expiring means"));
    const auto &days = Preferences::ExpiringDays;
    const auto chosen = std::find(days.begin(), days.end(), preferences.expiringDays);
    for (const int each : days) {
        const int segment =
            bar->addSegment("days"_L1, each == days.back() ? tr("%Ln day(s)", nullptr, each)
                                                           : QLocale().toString(each));
        bar->button(segment)->setObjectName(u"days%1Button"_s.arg(each));
        bar->button(segment)->setAccessibleName(tr("%Ln day(s)", nullptr, each));
    }
    bar->setCurrent(int(chosen - days.begin()));
    connect(bar, &SegmentedBar::chosen, this, [this](int segment) {
        Q_EMIT edited([segment](Preferences &changed) {
            changed.expiringDays = Preferences::ExpiringDays.at(std::size_t(segment));
        });
    });
    return bar;
}

QLayout *GeneralPage::clipboard(const Preferences &preferences)
{
    auto *seconds = new QSpinBox(this);
    seconds->setObjectName(u"clipboardSeconds"_s);
    seconds->setAccessibleName(tr("Clear the clipboard after, in seconds"));
    seconds->setRange(Preferences::LeastClipboardSeconds, Preferences::MostClipboardSeconds);
    seconds->setSingleStep(5);
    seconds->setValue(preferences.clipboardSeconds);
    connect(seconds, &QSpinBox::valueChanged, this, [this](int value) {
        Q_EMIT edited([value](Preferences &changed) { changed.clipboardSeconds = value; });
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(seconds);
    //: Settings: stands after the number of seconds
    row->addWidget(plainLabel(tr("seconds"), this));
    row->addStretch(1);
    return row;
}

QCheckBox *GeneralPage::tray(const Preferences &preferences, bool isOffered)
{
    auto *box = new QCheckBox(tr("Keep running in the tray when the window is closed"), this);
    box->setObjectName(u"staysInTray"_s);
    box->setAccessibleName(box->text());
    box->setChecked(isOffered && preferences.staysInTray);
    box->setEnabled(isOffered);
    connect(box, &QCheckBox::toggled, this, [this](bool checked) {
        Q_EMIT edited([checked](Preferences &changed) { changed.staysInTray = checked; });
    });
    return box;
}

} // namespace rox
