// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <optional>

namespace rox {

/// Why SQLite refused a statement.
struct SqlFailure
{
    int code = 0; ///< the primary result code of SQLite
    QString text;

    [[nodiscard]] bool isDamage() const { return code == 11 || code == 26; }
};

/// Statements on one connection. After a failure nothing runs any more until the transaction has
/// ended, so that a caller checks once, at the end. Worker thread only.
class Sql
{
public:
    explicit Sql(const QSqlDatabase &database)
        : m_database(database)
    {}

    /// Null strings are stored as empty ones; U+0000 in a string as U+2400, because PostgreSQL has
    /// no U+0000.
    QSqlQuery run(const QString &text, const QVariantList &values = {});
    /// Runs a prepared statement.
    bool run(QSqlQuery &prepared, const QVariantList &values);
    [[nodiscard]] QSqlQuery prepared(const QString &text);
    /// The first column of the first row; invalid if there is no row.
    [[nodiscard]] QVariant value(const QString &text, const QVariantList &values = {});

    /// BEGIN IMMEDIATE: QSqlDatabase::transaction() begins without a lock, and a write that follows
    /// a read then fails at once if another process has written between, whatever the timeout.
    bool begin();
    /// Rolls back after a failure, and returns that failure.
    std::optional<SqlFailure> commit();
    void rollBack();
    [[nodiscard]] const std::optional<SqlFailure> &failure() const { return m_failure; }
    void forgetFailure() { m_failure.reset(); }

private:
    void note(const QSqlQuery &query);

    QSqlDatabase m_database;
    std::optional<SqlFailure> m_failure;
};

/// As it is stored.
[[nodiscard]] QString storedText(const QString &text);

} // namespace rox
