// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace rox {

/// These two names look alike to a person: white space at the ends and its width, upper case, and
/// how an accent is made do not count.
[[nodiscard]] bool isSameServerName(const QString &one, const QString &other);
[[nodiscard]] bool isServerNameIn(const QStringList &names, const QString &name);
/// `wanted`, or with the first number behind it that none of `taken` has: "lab", "lab 2".
[[nodiscard]] QString distinctServerName(const QString &wanted, const QStringList &taken);

} // namespace rox
