// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QStringList>

namespace rox {

class Sql;

/// The tables of one history file, and how an older file gets them. The statements run on SQLite
/// 3.24 and PostgreSQL 12 alike.
struct HistorySchema
{
    struct Migration
    {
        int version; ///< after it
        QStringList statements;
    };

    int version = 1;
    int minReader = 1; ///< programs of an older schema cannot read the file
    int minWriter = 1; ///< programs of an older schema may read the file at most
    QStringList tables;
    QList<Migration> migrations = {}; ///< ascending

    [[nodiscard]] static const HistorySchema &current();
};

/// The settings of a connection; SQLite only. WAL needs memory that is shared between processes,
/// which network file systems lack, so only a new file elsewhere gets it.
void applyPragmas(Sql &sql, bool isOnNetwork, bool isNew);

} // namespace rox
