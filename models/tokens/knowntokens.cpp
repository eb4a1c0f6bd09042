// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/knowntokens.h"

#include <algorithm>
#include <utility>

namespace rox {

KnownTokens::Read KnownTokens::startRead(UtcMs now)
{
    return {++m_now, now};
}

bool KnownTokens::takeList(const Read &read, TokenTablePtr list, UtcMs arrivedAt)
{
    if (read.id <= m_read.id)
        return false;
    m_read = read;
    m_arrivedAt = arrivedAt;
    m_isListOfHistory = false;
    const TokenTablePtr before = std::exchange(m_list, std::move(list));
    m_facts.removeIf([&](const std::pair<const QString &, Fact &> &fact) {
        return fact.second.proven < read.id;
    });
    layFactsOverTable();
    if (before)
        rememberRevoked(*before);
    addRemembered();
    Q_EMIT listRead(read.id);
    return true;
}

void KnownTokens::layFactsOverTable()
{
    QList<Fact> additions;
    QStringList ended;
    for (const Fact &fact : std::as_const(m_facts)) {
        // A list that was asked for after the generate, and has no such row, says that it is gone.
        if (fact.made > m_read.id)
            additions.append(fact);
        if (fact.kind != Fact::Kind::Made)
            ended.append(fact.token.id);
    }
    std::sort(additions.begin(), additions.end(),
              [](const Fact &left, const Fact &right) { return left.made < right.made; });
    for (const Fact &fact : std::as_const(additions)) {
        if (!m_list->find(fact.token.id)) // else the list knows as much, or more
            m_list = m_list->withToken(fact.token);
    }
    if (!ended.isEmpty())
        m_list = m_list->withRevoked(ended);
}

/// They stay in the table, so that no row goes before the history has recorded the list.
void KnownTokens::rememberRevoked(const TokenTable &before)
{
    const auto revoked = before.revokedFlags();
    for (TokenTable::Row row = 0; row < before.size(); ++row) {
        if (revoked[row] == 0)
            continue;
        const Token token = before.token(row);
        if (!m_list->find(token.id))
            m_remembered.insert(token.id, token);
    }
}

void KnownTokens::addRemembered()
{
    QList<Token> missing;
    for (const Token &token : std::as_const(m_remembered)) {
        if (!m_list->find(token.id))
            missing.append(token);
    }
    // The same tokens get the same rows each time.
    std::sort(missing.begin(), missing.end(),
              [](const Token &left, const Token &right) { return left.id < right.id; });
    m_table = missing.isEmpty() ? m_list : m_list->withTokens(missing);
}

void KnownTokens::startFrom(TokenTablePtr list, UtcMs asOf)
{
    if (m_list)
        return;
    m_list = std::move(list);
    m_arrivedAt = asOf;
    m_isListOfHistory = true;
    layFactsOverTable();
    addRemembered();
    Q_EMIT historyChanged();
}

void KnownTokens::forgetHistory()
{
    m_history.reset();
    m_remembered.clear();
    if (m_list)
        addRemembered();
}

void KnownTokens::setHistory(TokenHistoryPtr history, const QList<Token> &remembered)
{
    m_history = std::move(history);
    const auto known = m_remembered.size();
    for (const Token &token : remembered)
        m_remembered.insert(token.id, token);
    if (m_list && m_remembered.size() != known)
        addRemembered();
    Q_EMIT historyChanged();
}

void KnownTokens::addMade(const Token &token, UtcMs provenAt)
{
    ++m_now;
    m_facts.insert(token.id, {Fact::Kind::Made, token, m_now, m_now, provenAt});
    if (m_list && !m_list->find(token.id)) {
        m_list = m_list->withToken(token);
        m_table = m_table->withToken(token);
    }
    Q_EMIT factAdded();
}

void KnownTokens::addRevoked(const QStringList &ids, UtcMs provenAt)
{
    addEnd(Fact::Kind::Revoked, ids, provenAt);
}

void KnownTokens::addGone(const QStringList &ids, UtcMs provenAt)
{
    addEnd(Fact::Kind::Gone, ids, provenAt);
}

void KnownTokens::addEnd(Fact::Kind kind, const QStringList &ids, UtcMs provenAt)
{
    if (ids.isEmpty())
        return;
    ++m_now;
    for (const QString &id : ids) {
        Fact &fact = m_facts[id];
        fact.kind = kind;
        fact.token.id = id;
        fact.proven = m_now;
        fact.provenAt = provenAt;
    }
    if (m_list) {
        m_list = m_list->withRevoked(ids);
        m_table = m_table->withRevoked(ids);
    }
    Q_EMIT factAdded();
}

std::optional<Token> KnownTokens::token(const QString &id) const
{
    if (m_table) {
        if (const auto row = m_table->find(id))
            return m_table->token(*row);
    }
    const auto fact = m_facts.constFind(id);
    if (fact == m_facts.cend() || fact->made == 0)
        return std::nullopt;
    Token token = fact->token;
    token.revoked = fact->kind != Fact::Kind::Made;
    return token;
}

bool KnownTokens::isRevoked(const QString &id) const
{
    const auto fact = m_facts.constFind(id);
    if (fact != m_facts.cend() && fact->kind != Fact::Kind::Made)
        return true;
    if (const auto row = m_list ? m_list->find(id) : std::nullopt)
        return m_list->revoked(*row);
    if (!m_remembered.contains(id))
        return false;
    // A token that is only known to be missing in the list may still be revoked by its id.
    const TokenLife *life = m_history ? m_history->find(id) : nullptr;
    return !life || life->isByUs() || life->revokedBy == NoTime || life->revokedBy != life->goneBy;
}

} // namespace rox
