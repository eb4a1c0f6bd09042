// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"

#include <optional>
#include <utility>

namespace rox::test {

/// Records the calls of a Handler.
template <class T>
struct Caught
{
    int calls = 0;
    std::optional<Result<T>> result;

    /// The handler refers to this, which must outlive the call.
    [[nodiscard]] Handler<T> handler()
    {
        return [this](Result<T> got) {
            ++calls;
            result.emplace(std::move(got));
        };
    }
    [[nodiscard]] bool succeeded() const { return result && result->has_value(); }
    [[nodiscard]] ApiError error() const
    {
        return result && !result->has_value() ? result->error() : ApiError{};
    }
};

struct CaughtRevoke
{
    int calls = 0;
    RevokeVerdict verdict; ///< the last one

    /// The handler refers to this, which must outlive the call.
    [[nodiscard]] RevokeHandler handler()
    {
        return [this](RevokeVerdict got) {
            ++calls;
            verdict = std::move(got);
        };
    }
};

struct CaughtGenerate
{
    int calls = 0;
    std::optional<GenerateOutcome> outcome;

    [[nodiscard]] GenerateHandler handler()
    {
        return [this](GenerateOutcome &&got) {
            ++calls;
            outcome.emplace(std::move(got));
        };
    }
};

} // namespace rox::test
