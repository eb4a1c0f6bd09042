// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text/errorsentences.h"

#include <QCoreApplication>

/// What the sentences for errors are made of.
namespace rox::words {

struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

inline constexpr int NameMax = 80;
inline constexpr int ServerTextMax = 300;

/// Untrusted text in one line: made visible, capped with "…".
[[nodiscard]] QString shown(const QString &text, int max);

/// Why, where there is more to say than the cause: the faults of the certificate, the permission
/// that is missing; else empty.
[[nodiscard]] QString reason(const ApiError &error, const QString &server);
/// The next step, where the connection, the certificate or a setting is at fault; else empty.
[[nodiscard]] QString connectionStep(const ApiError &error, Deed deed);
/// The next step after an answer; else empty.
[[nodiscard]] QString answerStep(const ApiError &error, Deed deed);
/// "Central says: …", where its words add to ours.
[[nodiscard]] QString quotedServerText(const ApiError &error);

} // namespace rox::words
