// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <array>

class QSettings;

namespace rox {

/// How many days before its expiration a token is due for a notification; 0: once it has expired.
inline constexpr std::array NoticeDays = {30, 14, 7, 1, 0};

/// When the user is notified about the tokens of one server.
struct ServerNotices
{
    std::array<bool, NoticeDays.size()> isChosen = {true, true, true, true,
                                                    true}; ///< of NoticeDays
    bool isMuted = false;                                  ///< what is chosen waits

    [[nodiscard]] bool has(std::size_t threshold) const { return !isMuted && isChosen[threshold]; }
    bool operator==(const ServerNotices &) const = default;
};

/// What the user chose about notifications.
struct NoticePreferences
{
    bool isOn = true;
    bool showsNames = true; ///< of tokens and servers; a locked screen may show them too
    /// Nothing is shown on this day of the computer's calendar; invalid: no day.
    QDate quietDay = {};
    /// By the key of the server; a server that is not in it has all thresholds.
    QMap<QString, ServerNotices> servers = {};

    /// What is missing or not possible is the default.
    [[nodiscard]] static NoticePreferences load(const QSettings &settings);
    void save(QSettings *settings) const;
    /// At this time by the computer's clock.
    [[nodiscard]] bool isQuietAt(UtcMs now) const { return quietDay == dayOf(now); }
    [[nodiscard]] static QDate dayOf(UtcMs time);
    bool operator==(const NoticePreferences &) const = default;
};

} // namespace rox
