// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"

#include <QByteArray>

class QTableView;

namespace rox::bench {

// Each function measures one part of the speed budget and prints its lines.
void benchDecoding(const QByteArray &reply);
void benchMemory(const QByteArray &reply);
/// `rows` says in the lines which they are.
void benchFiltering(const TokenTablePtr &table, double mostMs, const QString &rows,
                    const TokenKnowledge &known = {});
void benchFilteringBesideProxy(const TokenTablePtr &table);
void benchDeriving(const QByteArray &reply);
void benchRefreshing(const QByteArray &reply);
/// Writes the table as a file of each format.
void benchExporting(const TokenTablePtr &table);
/// Records lists in a history on the disk.
void benchRecording(const QByteArray &reply);
/// Selects 20,000 tokens by id, as the window does after a stopped revocation.
void benchSelecting(const TokenTablePtr &table, double mostMs);
/// Looks for leaked tokens in the largest text that is looked through.
void benchLeak();
/// Finds the roles for needs among 1,000 roles.
void benchLeastRole();
void benchSorting(const QByteArray &reply, double mostMs);
/// Merges the lists of ten servers, searches and sorts them.
void benchAllServers(const TokenTablePtr &table);
/// Measures whole processes. Needs curl, jq, and both programs in the same folder.
void benchProcesses();
/// Starts with a history and without an answer of Central. Needs both programs too.
void benchOfflineStart();

/// "100 k" or "1 M".
[[nodiscard]] QString rowsText(TokenTable::Row rows);

} // namespace rox::bench
