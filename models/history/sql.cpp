// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/sql.h"

#include <QSqlError>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

QString storedText(const QString &text)
{
    if (text.isNull())
        return u""_s;
    return text.contains(QChar(0)) ? QString(text).replace(QChar(0), QChar(0x2400)) : text;
}

QSqlQuery Sql::prepared(const QString &text)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!m_failure && !query.prepare(text))
        note(query);
    return query;
}

bool Sql::run(QSqlQuery &prepared, const QVariantList &values)
{
    if (m_failure)
        return false;
    for (int at = 0; at < values.size(); ++at) {
        const QVariant &value = values.at(at);
        prepared.bindValue(at, value.metaType().id() == QMetaType::QString
                                   ? QVariant(storedText(value.toString()))
                                   : value);
    }
    if (prepared.exec())
        return true;
    note(prepared);
    return false;
}

QSqlQuery Sql::run(const QString &text, const QVariantList &values)
{
    if (values.isEmpty() && !m_failure) { // some statements cannot be prepared
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.exec(text))
            note(query);
        return query;
    }
    QSqlQuery query = prepared(text);
    run(query, values);
    return query;
}

QVariant Sql::value(const QString &text, const QVariantList &values)
{
    QSqlQuery query = run(text, values);
    if (m_failure)
        return {};
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        note(query);
    return {};
}

void Sql::note(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    m_failure = SqlFailure{error.nativeErrorCode().toInt() & 0xff, error.text()};
}

bool Sql::begin()
{
    m_failure.reset();
    run(u"BEGIN IMMEDIATE"_s);
    return !m_failure;
}

std::optional<SqlFailure> Sql::commit()
{
    run(u"COMMIT"_s);
    auto failure = std::exchange(m_failure, std::nullopt);
    if (failure)
        rollBack();
    return failure;
}

void Sql::rollBack()
{
    m_failure.reset();
    run(u"ROLLBACK"_s);
    m_failure.reset(); // SQLite may have rolled back by itself
}

} // namespace rox
