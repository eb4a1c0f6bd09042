// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QDir>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace rox {

/// The token in a file that the user named; a pipe can be read too. A sentence about what was left
/// out around it is added to `notes`. The error says what the file holds and how to write it.
[[nodiscard]] tl::expected<Secret, QString> readTokenFile(const QString &path, const QDir &folder,
                                                          QStringList *notes);

/// The token in the value of a variable, `source`. Empty if the value has nothing visible.
[[nodiscard]] tl::expected<Secret, QString>
readTokenVariable(const QString &source, QStringView value, QStringList *notes);

} // namespace rox
