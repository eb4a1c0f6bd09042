// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/kepthistory.h"

namespace rox {

class HistoryIndex;

/// The histories in this folder, counted in their files, which are only read. Empty: none.
[[nodiscard]] KeptHistories keptHistories(const QString &folder, const HistoryIndex &index);

/// Removes every file of the history of the Central at this address (KeptHistory::address), then
/// looks what is left. The history must be closed. The index forgets the address once no file is
/// left.
[[nodiscard]] ForgottenHistory forgetFiles(const QString &folder, HistoryIndex *index,
                                           const QString &address);

/// The same for every history in the folder, also of those that no address leads to.
[[nodiscard]] ForgottenHistory forgetAllFiles(const QString &folder, HistoryIndex *index);

} // namespace rox
