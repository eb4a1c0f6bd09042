// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace rox::bench {

/// The limit of a figure.
struct Bar
{
    enum class Of { Ours, Ratio, Nothing };
    Of of = Of::Nothing;
    double most = 0;
};

/// One line of the report.
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
/// Prints a line immediately, so that a long run shows progress.
void print(const Line &line);
/// Prints that a task could not be measured, and why. Counts as over its limit.
void printMissing(const QString &work, const QString &why);
/// The number of lines over their limit.
[[nodiscard]] int linesOverBar();

} // namespace rox::bench
