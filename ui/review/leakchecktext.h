// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakverdict.h"

#include <QString>

/// The words of "Check at Central". None promises anything beyond the moment of an answer.
namespace rox::leakchecktext {

/// "gitlab-runner-07 still works".
[[nodiscard]] QString heading(const LeakVerdict &verdict);
/// "prod-eu refused it at 10:48:52 and lists it as revoked."
[[nodiscard]] QString sentence(const LeakVerdict &verdict);
/// "1 still works, 1 not known, 2 refused".
[[nodiscard]] QString counts(const QList<LeakVerdict> &verdicts);
/// One line for each token, without any value.
[[nodiscard]] QString report(const QList<LeakVerdict> &verdicts);

} // namespace rox::leakchecktext
