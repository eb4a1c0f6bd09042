// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/errortext.h"

#include <QCoreApplication>

/// Parts of the sentences for errors.
namespace rox::words {

struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

inline constexpr int ServerTextMax = 300;

/// A gateway between here and Central gave or changed the answer: a status that Central does not
/// send, a compression or a type that it was not asked for.
[[nodiscard]] bool isFromBetween(const ApiError &error);
/// What is wrong with a CA file.
[[nodiscard]] QString caFileCause(CaFileFault fault);
/// More about the cause: faults of the certificate, the missing permission; else empty.
[[nodiscard]] QString reason(const ApiError &error, const QString &server);
/// The next step after an error of the connection, the certificate or a setting; else empty.
[[nodiscard]] QString connectionStep(const ApiError &error, Operation deed);
/// The next step after an answer of Central; else empty.
[[nodiscard]] QString answerStep(const ApiError &error, Operation deed);
/// "Central says: …", if its text says more than our sentence.
[[nodiscard]] QString quotedServerText(const ApiError &error);

} // namespace rox::words
