// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

class QWidget;

namespace rox {

/// A page of Help.
struct HelpTopic
{
    QLatin1String id;
    QLatin1String symbol;
    QString (*title)();
    QString (*text)(); ///< HTML; a link to another topic is its id
    /// Object names of the windows and parts of which it tells, with spaces between.
    QLatin1String places;
};

[[nodiscard]] std::span<const HelpTopic> helpTopics();

/// The topic of what has the focus: of the nearest part around it that has one, else the first.
[[nodiscard]] QLatin1String helpTopicOf(const QWidget *focused);

} // namespace rox
