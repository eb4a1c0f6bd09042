// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyschema.h"

#include "models/history/sql.h"

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// Times are milliseconds since 1970 by Central's clock, unless a comment says otherwise.
constexpr auto Tables = R"(
CREATE TABLE about (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL);
CREATE TABLE central (
    central INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    events_until BIGINT NOT NULL DEFAULT 0,
    events_gap BIGINT NOT NULL DEFAULT 0);
CREATE TABLE identity (
    spki TEXT NOT NULL PRIMARY KEY,
    central INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL);
CREATE TABLE role_set (
    central INTEGER NOT NULL,
    role_set INTEGER NOT NULL,
    roles TEXT NOT NULL, -- one a line, in the order of Central
    PRIMARY KEY (central, role_set));
CREATE TABLE listing (
    central INTEGER NOT NULL,
    listing BIGINT NOT NULL,
    first_at BIGINT NOT NULL, -- when the first of equal lists had arrived
    last_at BIGINT NOT NULL, -- when the last of equal lists was asked for
    times BIGINT NOT NULL,
    tokens BIGINT NOT NULL,
    skew BIGINT NOT NULL, -- this computer's clock minus Central's
    viewer TEXT NOT NULL,
    PRIMARY KEY (central, listing));
CREATE TABLE token (
    central INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role_set INTEGER NOT NULL,
    issued_at BIGINT,
    expires_at BIGINT,
    first_listing BIGINT NOT NULL,
    revoked_listing BIGINT, -- the first list that had it revoked
    last_listing BIGINT, -- the last list that had it; NULL: the newest list has it
    PRIMARY KEY (central, id));
CREATE INDEX token_here ON token (central) WHERE last_listing IS NULL;
CREATE INDEX token_gone ON token (central, last_listing) WHERE last_listing IS NOT NULL;
CREATE TABLE creator (
    central INTEGER NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (central, id));
CREATE INDEX creator_user ON creator (central, user_id);
CREATE TABLE operation (
    operation TEXT NOT NULL,
    step INTEGER NOT NULL, -- 0: the intent; then what became of it
    central INTEGER NOT NULL,
    at BIGINT NOT NULL, -- by this computer's clock
    central_at BIGINT, -- by Central's
    kind INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    chain TEXT NOT NULL,
    id TEXT,
    who TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (operation, step));
CREATE INDEX operation_token ON operation (central, id);
CREATE INDEX operation_chain ON operation (chain);
CREATE TABLE annotation (
    annotation TEXT NOT NULL PRIMARY KEY,
    central INTEGER NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL);
CREATE INDEX annotation_token ON annotation (central, id);
CREATE TABLE role_seen (
    central INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    scope TEXT NOT NULL,
    grants TEXT NOT NULL,
    PRIMARY KEY (central, name, first_at));
)"_L1;

QStringList statementsOf(QLatin1StringView text)
{
    QString all;
    for (const QString &line : QString(text).split(u'\n'))
        all += line.section("--"_L1, 0, 0) + u'\n';
    QStringList statements;
    for (const QString &statement : all.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement.trimmed());
    }
    return statements;
}

} // namespace

const HistorySchema &HistorySchema::current()
{
    static const HistorySchema schema{.tables = statementsOf(Tables)};
    return schema;
}

void applyPragmas(Sql &sql, bool isOnNetwork, bool isNew)
{
    if (isOnNetwork)
        sql.run(u"PRAGMA journal_mode=TRUNCATE"_s);
    else if (isNew)
        sql.run(u"PRAGMA journal_mode=WAL"_s);
    sql.run(isOnNetwork ? u"PRAGMA synchronous=EXTRA"_s : u"PRAGMA synchronous=FULL"_s);
    for (const auto *pragma : {"busy_timeout=5000", "journal_size_limit=16777216",
                               "cell_size_check=ON", "trusted_schema=OFF"})
        sql.run("PRAGMA "_L1 + QLatin1StringView(pragma));
}

} // namespace rox
