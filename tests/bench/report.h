// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace rox::bench {

/// What a figure must not exceed.
struct Bar
{
    enum class Of { Ours, Ratio, Nothing };
    Of of = Of::Nothing;
    double most = 0;
};

/// One line of the table.
struct Line
{
    QString work;
    double ours = 0;
    double peer = 0;
    QString peerName;
    Bar bar;
    QString unit = QStringLiteral("ms");
};

void printHead();
/// Prints at once, so that a long run can be watched.
void print(const Line &line);
/// A line that could not be measured, and why. Counts as over its bar.
void printMissing(const QString &work, const QString &why);
/// How many lines were over their bar.
[[nodiscard]] int linesOverBar();

} // namespace rox::bench
