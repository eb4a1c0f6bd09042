// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace rox {

/// Whether one of `names` looks like `name`: ignores case, the amount of white space, and Unicode
/// compatibility and composition (NFKC).
[[nodiscard]] bool isServerNameIn(const QStringList &names, const QString &name);
/// `wanted`, or `wanted` with the first number that is not in `taken`: "lab", "lab 2".
[[nodiscard]] QString distinctServerName(const QString &wanted, const QStringList &taken);

} // namespace rox
