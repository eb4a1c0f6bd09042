// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QByteArray>

class QTableView;

namespace rox::bench {

/// Each prints its lines.
void benchDecoding(const QByteArray &reply);
void benchMemory(const QByteArray &reply);
void benchFiltering(const TokenTablePtr &table, double mostMs);
void benchFilteringBesideProxy(const TokenTablePtr &table);
void benchRefreshing(const QByteArray &reply);
/// Selects 20,000 tokens by their ids, as after a revocation that was stopped.
void benchSelecting(const TokenTablePtr &table, double mostMs);
void benchSorting(const QByteArray &reply, double mostMs);
/// Whole processes: needs rox-tokens and rox-demo-central beside this program, curl and jq.
void benchProcesses();

/// "100 k" or "1 M".
[[nodiscard]] QString rowsText(TokenTable::Row rows);

} // namespace rox::bench
