// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <array>

class QSettings;

namespace rox {

/// What the user chose in Settings.
struct Preferences
{
    enum class Colors { System, Light, Dark };

    static constexpr std::array ExpiringDays = {7, 14, 30, 60, 90};
    static constexpr int LeastClipboardSeconds = 5;
    static constexpr int MostClipboardSeconds = 300;

    Colors colors = Colors::System;
    int expiringDays = 14;     ///< one of ExpiringDays
    int clipboardSeconds = 30; ///< a copied value is cleared after them

    /// A value that is missing or not possible is the default.
    [[nodiscard]] static Preferences load(const QSettings &settings);
    void save(QSettings *settings) const;

    bool operator==(const Preferences &) const = default;
};

/// "light", "dark", or empty: as the desktop.
[[nodiscard]] QString colorScheme(Preferences::Colors colors);

} // namespace rox
