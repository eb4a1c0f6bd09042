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
    bool isNumber = false;
    const int days = settings.value(ExpiringKey).toInt(&isNumber);
    if (isNumber && std::find(ExpiringDays.begin(), ExpiringDays.end(), days) != ExpiringDays.end())
        read.expiringDays = days;
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
}

} // namespace rox
