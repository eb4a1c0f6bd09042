// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportformat.h"
#include "tests/models/randomtokens.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace rox::test {

/// 2026-08-25T08:42:00Z
inline constexpr UtcMs ReviewNow = 1'787'647'320'000;

/// Names and roles that break careless writers: quotes, separators, line ends, formulas, markup,
/// control and bidirectional characters, emoji, 100 kB; times that are missing or in year 9999.
[[nodiscard]] QList<Token> hostileTokens();

/// All columns of these tokens, in this order, on the server "prod-eu".
[[nodiscard]] Review reviewOf(const QList<Token> &tokens);

/// What the writer of this format makes of them.
[[nodiscard]] QByteArray written(const Review &review, ExportFormat format);

/// Runs a Python script on a file with this content; its path is sys.argv[1]. Returns the JSON that
/// the script prints.
[[nodiscard]] QJsonDocument readByPython(const QByteArray &content, const QString &script,
                                         const QStringList &arguments = {});

/// The standard output of a program; fails the test if its exit code is not 0.
[[nodiscard]] QByteArray outputOf(const QString &program, const QStringList &arguments);

} // namespace rox::test
