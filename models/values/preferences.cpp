// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/preferences.h"

#include <QSettings>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ColorsKey = "settings/colors"_L1;
constexpr auto ExpiringKey = "settings/expiringDays"_L1;
constexpr auto ClipboardKey = "settings/clipboardSeconds"_L1;
constexpr auto HistoryKey = "settings/historyMonths"_L1;
constexpr auto ChartKey = "settings/chartSpan"_L1;
constexpr auto TrayKey = "settings/staysInTray"_L1;

/// The number of this key if it is one of these; else `otherwise`.
template <class Numbers>
int oneOf(const Numbers &numbers, const QSettings &settings, QLatin1StringView key, int otherwise)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    const bool isOne = std::find(numbers.begin(), numbers.end(), number) != numbers.end();
    return isNumber && isOne ? number : otherwise;
}

} // namespace

QString colorScheme(Preferences::Colors colors)
{
    switch (colors) {
    case Preferences::Colors::Light:
        return u"light"_s;
    case Preferences::Colors::Dark:
        return u"dark"_s;
    case Preferences::Colors::System:
        break;
    }
    return {};
}

Preferences Preferences::load(const QSettings &settings)
{
    Preferences read;
    const QString colors = settings.value(ColorsKey).toString();
    for (const Colors each : {Colors::Light, Colors::Dark}) {
        if (colors == colorScheme(each))
            read.colors = each;
    }
    read.expiringDays = oneOf(ExpiringDays, settings, ExpiringKey, read.expiringDays);
    read.historyMonths = oneOf(HistoryMonths, settings, HistoryKey, read.historyMonths);
    for (const ChartSpanInfo &info : ChartSpans) {
        if (settings.value(ChartKey).toString() == info.id)
            read.chartSpan = info.span;
    }
    read.staysInTray = settings.value(TrayKey).toString() == "true"_L1;
    read.notices = NoticePreferences::load(settings);
    bool isNumber = false;
    const int seconds = settings.value(ClipboardKey).toInt(&isNumber);
    if (isNumber && seconds >= LeastClipboardSeconds && seconds <= MostClipboardSeconds)
        read.clipboardSeconds = seconds;
    return read;
}

void Preferences::save(QSettings *settings) const
{
    settings->setValue(ColorsKey, colors == Colors::System ? u"system"_s : colorScheme(colors));
    settings->setValue(ExpiringKey, expiringDays);
    settings->setValue(ClipboardKey, clipboardSeconds);
    settings->setValue(HistoryKey, historyMonths);
    settings->setValue(ChartKey, QString(infoOf(chartSpan).id));
    settings->setValue(TrayKey, staysInTray);
    notices.save(settings);
}

} // namespace rox
