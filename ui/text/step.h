// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace rox {

/// One step of a task, in words.
struct Step
{
    enum class State { Done, Next, Open };

    QString title; ///< "Handed over"
    QString note;  ///< "copied 10:45"; may be empty
    State state = State::Open;

    bool operator==(const Step &) const = default;
};

} // namespace rox
