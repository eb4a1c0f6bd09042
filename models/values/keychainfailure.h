// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/keychainstate.h"

#include <QString>

namespace rox {

/// The error of a keychain job. Its sentences are in ui/text/keychaintext.cpp.
struct KeychainFailure
{
    using State = KeychainState; ///< any but Stored

    State state = State::Failed;
    QString detail; ///< technical, untranslated; never a secret

    bool operator==(const KeychainFailure &) const = default;
};

} // namespace rox
