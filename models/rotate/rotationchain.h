// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/chain.h"
#include "models/rotate/rotation.h"

namespace rox {

/// The rotations that these steps tell of, in the order in which they were begun. Steps of unknown
/// kinds, and chains that were never planned, are left out. Pure; any thread.
[[nodiscard]] QList<Rotation> rotationsOf(const QList<ChainRow> &rows);

/// The steps to record. Each has the time `at` by this computer's clock.
[[nodiscard]] ChainNote plannedNote(const QUuid &chain, const Token &old, const OldTokenPlan &plan,
                                    UtcMs at);
[[nodiscard]] ChainNote handedOverNote(const Rotation &rotation, const SuccessorHandOver &handOver,
                                       UtcMs at);
[[nodiscard]] ChainNote checkedNote(const Rotation &rotation, const SuccessorCheck &check,
                                    UtcMs at);
[[nodiscard]] ChainNote putOffNote(const Rotation &rotation, UtcMs at);
/// To be recorded before the revoke that the program asks for by itself.
[[nodiscard]] ChainNote onDateNote(const Rotation &rotation, UtcMs at);
[[nodiscard]] ChainNote givenUpNote(const Rotation &rotation, UtcMs at);

} // namespace rox
