// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

namespace rox {

/// What gets a person past an error: the first button of its page or bar.
enum class WayOn {
    Certificate, ///< to look at it, and settle it
    SignIn,
    Edit, ///< something about the connection is wrong
    TryAgain,
};
[[nodiscard]] WayOn wayOn(const ApiError &error);

} // namespace rox
