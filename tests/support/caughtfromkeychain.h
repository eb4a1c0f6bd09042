// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <QMetaEnum>

#include <optional>
#include <utility>

namespace rox::test {

/// Records the calls of a keychain handler. Must outlive the call.
template <class T>
struct CaughtFromKeychain
{
    int calls = 0;
    std::optional<KeychainResult<T>> result;

    [[nodiscard]] KeychainHandler<T> handler()
    {
        return [this](KeychainResult<T> got) {
            ++calls;
            result.emplace(std::move(got));
        };
    }
    [[nodiscard]] bool succeeded() const { return result && result->has_value(); }
    /// The state's name, "success" or "nothing yet", for readable failures of QCOMPARE.
    [[nodiscard]] QString outcome() const
    {
        if (!result)
            return QStringLiteral("nothing yet");
        if (result->has_value())
            return QStringLiteral("success");
        using State = KeychainFailure::State;
        return QString::fromLatin1(
            QMetaEnum::fromType<State>().valueToKey(int(result->error().state)));
    }
    [[nodiscard]] QString detail() const
    {
        return result && !result->has_value() ? result->error().detail : QString();
    }
};

} // namespace rox::test
