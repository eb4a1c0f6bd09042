// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/chartspan.h"
#include "models/values/noticepreferences.h"

#include <QString>

#include <array>
#include <functional>

class QSettings;

namespace rox {

/// What the user chose in Settings.
struct Preferences
{
    enum class Colors { System, Light, Dark };

    static constexpr std::array ExpiringDays = {7, 14, 30, 60, 90};
    static constexpr std::array HistoryMonths = {6, 12, 24, 60, 0}; ///< 0: for ever
    static constexpr int LeastClipboardSeconds = 5;
    static constexpr int MostClipboardSeconds = 300;

    Colors colors = Colors::System;
    int expiringDays = 14;     ///< one of ExpiringDays
    int clipboardSeconds = 30; ///< a copied value is cleared after them
    int historyMonths = 24;    ///< one of HistoryMonths: how long tokens that are gone are kept
    ChartSpan chartSpan = ChartSpan::Months6;
    bool staysInTray = false; ///< the program goes on when its window is closed
    NoticePreferences notices = {};

    /// A value that is missing or not possible is the default.
    [[nodiscard]] static Preferences load(const QSettings &settings);
    void save(QSettings *settings) const;

    bool operator==(const Preferences &) const = default;
};

/// One change that the user made: it leaves what another page may have changed meanwhile.
using PreferenceEdit = std::function<void(Preferences &)>;

/// "light", "dark", or empty: as the desktop.
[[nodiscard]] QString colorScheme(Preferences::Colors colors);

} // namespace rox
