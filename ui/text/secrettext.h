// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokeninput.h"

#include <QString>

namespace rox {

/// What is said of a token or password as it was typed, pasted or read. No text quotes any of it.

/// What was left out around a token that was taken; empty if that needs no mention.
[[nodiscard]] QString leftOutText(TokenInput::LeftOut leftOut);
/// Why a field's text cannot be a token; empty if it is one, or may be one.
[[nodiscard]] QString tokenProblem(TokenInput::Content content);
/// What a field says of a password; empty: nothing is odd.
[[nodiscard]] QString passwordNote(const PasswordInput &input);

/// The same of a file or variable, `source` is its name: why its content cannot be used, with how
/// to write it; empty if it can.
[[nodiscard]] QString tokenSourceProblem(const QString &source, const TokenInput &input);
/// What was left out of a content that is used, or that it looks like no token; or empty.
[[nodiscard]] QString tokenSourceNote(const QString &source, const TokenInput &input);
[[nodiscard]] QString passwordSourceNote(const QString &source, const PasswordInput &input);

} // namespace rox
