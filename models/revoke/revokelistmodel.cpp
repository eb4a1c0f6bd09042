// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"

#include "models/revoke/revokepolicy.h"
#include "models/tokens/tokentext.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

RevokeListModel::State stateOf(RevokeVerdict::Outcome fate)
{
    using State = RevokeListModel::State;
    using Outcome = RevokeVerdict::Outcome;
    switch (fate) {
    case Outcome::Revoked:
        return State::Revoked;
    case Outcome::AlreadyGone:
        return State::AlreadyGone;
    case Outcome::StillActive:
    case Outcome::Refused:
        return State::Failed;
    case Outcome::NotSent:
        return State::NotSent;
    case Outcome::Unknown:
        break;
    }
    return State::Unknown;
}

} // namespace

RevokeListModel::RevokeListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void RevokeListModel::setTokens(QList<Token> tokens, const QString &signedInId)
{
    setTokens({{RevokeServer{.signedInId = signedInId}, std::move(tokens)}});
}

void RevokeListModel::setTokens(const QList<std::pair<RevokeServer, QList<Token>>> &servers)
{
    beginResetModel();
    m_servers.clear();
    m_namesakes.clear();
    m_readBack = 0;
    m_lastProvenAt = NoTime;
    m_part = 0;
    m_counts.fill(0);
    m_before.fill(0);
    QList<Entry> entries;
    QHash<QString, bool> seen;
    for (const auto &[server, tokens] : servers) {
        entries.reserve(entries.size() + tokens.size());
        seen.reserve(entries.size() + tokens.size());
        for (const Token &token : tokens) {
            if (std::exchange(seen[token.id], true))
                continue;
            Entry entry;
            entry.token = token;
            entry.server = int(m_servers.size());
            entries.append(std::move(entry));
        }
        m_servers.append(server);
    }
    m_entries = ordered(std::move(entries));
    m_counts[std::size_t(State::Asked)] = int(m_entries.size());
    m_rowById.clear();
    m_rowById.reserve(m_entries.size());
    for (qsizetype row = 0; row < m_entries.size(); ++row)
        m_rowById.insert(m_entries.at(row).token.id, int(row));
    endResetModel();
}

/// Sorts row numbers, because an entry is large and there may be 100,000.
QList<RevokeListModel::Entry> RevokeListModel::ordered(QList<Entry> entries) const
{
    struct Key
    {
        int server;
        int rank;
        UtcMs expires;
        qsizetype row;
    };
    std::vector<Key> keys;
    keys.reserve(std::size_t(entries.size()));
    for (qsizetype row = 0; row < entries.size(); ++row) {
        const Token &token = entries.at(row).token;
        const int rank = isSignedIn(entries.at(row)) ? 2 : holdsAdmin(token) ? 0 : 1;
        const UtcMs expires =
            token.expiresAt == NoTime ? std::numeric_limits<UtcMs>::max() : token.expiresAt;
        keys.push_back({entries.at(row).server, rank, expires, row});
    }
    std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) {
        return std::tie(a.server, a.rank, a.expires, a.row)
               < std::tie(b.server, b.rank, b.expires, b.row);
    });
    QList<Entry> sorted;
    sorted.reserve(entries.size());
    for (const Key &key : keys)
        sorted.append(std::move(entries[key.row]));
    return sorted;
}

void RevokeListModel::setNameCount(NameCount count)
{
    if (m_servers.isEmpty())
        m_servers.append(RevokeServer{});
    m_servers.first().nameCount = std::move(count);
    m_namesakes.clear();
}

void RevokeListModel::setState(const QString &id, State state, const QString &sentence,
                               const QString &details, UtcMs askedAt)
{
    const auto found = m_rowById.constFind(id);
    if (found == m_rowById.cend())
        return;
    Entry &entry = m_entries[*found];
    --m_counts[std::size_t(entry.state)];
    ++m_counts[std::size_t(state)];
    entry.state = state;
    entry.sentence = sentence;
    entry.details = details;
    if (askedAt != NoTime)
        entry.askedAt = askedAt;
    const QModelIndex changed = index(*found);
    Q_EMIT dataChanged(changed, changed);
}

void RevokeListModel::setVerdict(const QString &id, const RevokeVerdict &verdict,
                                 const QString &sentence, const QString &details, UtcMs askedAt)
{
    if (!m_rowById.contains(id))
        return;
    if (verdict.isDone()) {
        m_lastProvenAt = std::max(m_lastProvenAt, verdict.provenAt);
        m_readBack += verdict.wasReadBack ? 1 : 0;
    }
    setState(id, stateOf(verdict.fate), sentence, details, askedAt);
}

void RevokeListModel::setPauseSeconds(int seconds)
{
    if (std::exchange(m_pauseSeconds, seconds) != seconds)
        Q_EMIT pauseChanged();
}

void RevokeListModel::begin(bool withSignedIn)
{
    beginResetModel();
    ++m_part;
    m_counts.fill(0);
    m_before.fill(0);
    m_namesakes.clear(); // tokens revoked meanwhile do not count
    for (Entry &entry : m_entries) {
        if (isOpen(entry.state)) {
            entry.state = isSignedIn(entry) && !withSignedIn ? State::Kept : State::Waiting;
            entry.part = m_part;
            entry.sentence.clear();
            entry.details.clear();
        } else {
            ++m_before[std::size_t(entry.state)];
        }
        ++m_counts[std::size_t(entry.state)];
    }
    endResetModel();
}

bool RevokeListModel::isOpen(State state)
{
    switch (state) {
    case State::Asked:
    case State::Waiting:
    case State::Asking:
    case State::Failed:
    case State::NotSent:
    case State::Unknown:
    case State::Stopped:
        return true;
    case State::Revoked:
    case State::AlreadyGone:
    case State::Kept:
        break;
    }
    return false;
}

bool RevokeListModel::isSignedIn(const Entry &entry) const
{
    const QString &id = m_servers.at(entry.server).signedInId;
    return !id.isEmpty() && entry.token.id == id;
}

RevokeQuestion RevokeListModel::question(UtcMs now) const
{
    RevokeQuestion asked;
    int lastServer = 0;
    asked.selected = int(m_entries.size()) + m_revokedAlready;
    asked.revokedAlready = m_revokedAlready + count(State::Revoked) + count(State::AlreadyGone);
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        const Entry &entry = m_entries.at(row);
        if (!isOpen(entry.state))
            continue;
        asked.onlyRow = ++asked.tokens == 1 ? int(row) : -1;
        asked.admins += holdsAdmin(entry.token) ? 1 : 0;
        asked.signedIn += isSignedIn(entry) ? 1 : 0;
        // By server: the entries of one stand together.
        asked.servers += asked.tokens > 1 && entry.server != lastServer ? 1 : 0;
        lastServer = entry.server;
        const UtcMs expires = entry.token.expiresAt;
        if (expires == NoTime || expires >= NeverMs)
            continue;
        if (expires <= now)
            ++asked.expired;
        else if (asked.firstExpiry == NoTime || expires < asked.firstExpiry)
            asked.firstExpiry = expires;
    }
    return asked;
}

bool RevokeListModel::isUnknown(const QString &id) const
{
    const auto row = m_rowById.constFind(id);
    return row != m_rowById.cend() && m_entries.at(*row).state == State::Unknown;
}

int RevokeListModel::count(State state) const
{
    return m_counts[std::size_t(state)];
}

int RevokeListModel::countInPart(State state) const
{
    return m_counts[std::size_t(state)] - m_before[std::size_t(state)];
}

int RevokeListModel::partSize() const
{
    return int(m_entries.size()) - std::accumulate(m_before.cbegin(), m_before.cend(), 0);
}

QStringList RevokeListModel::ids(State state) const
{
    QStringList found;
    for (const Entry &entry : m_entries) {
        if (entry.state == state)
            found.append(entry.token.id);
    }
    return found;
}

QList<Token> RevokeListModel::tokens(State state) const
{
    QList<Token> found;
    for (const Entry &entry : m_entries) {
        if (entry.state == state)
            found.append(entry.token);
    }
    return found;
}

QList<Token> RevokeListModel::tokens(State state, int server) const
{
    QList<Token> found;
    for (const Entry &entry : m_entries) {
        if (entry.state == state && entry.server == server)
            found.append(entry.token);
    }
    return found;
}

QStringList RevokeListModel::ids() const
{
    QStringList all;
    all.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        all.append(entry.token.id);
    return all;
}

QString RevokeListModel::causeAt(int row) const
{
    const Entry &entry = m_entries.at(row);
    if (entry.sentence.isEmpty())
        return {};
    static const QRegularExpression timeOfDay(u"\\b\\d{1,2}:\\d{2}(:\\d{2})?\\b"_s);
    QString cause = entry.sentence;
    cause.replace(timeOfDay, u"…"_s);
    if (!entry.token.id.isEmpty())
        cause.replace(entry.token.id, u"…"_s);
    return cause;
}

int RevokeListModel::namesakes(const Entry &entry) const
{
    const NameCount &count = m_servers.at(entry.server).nameCount;
    if (!count)
        return 1;
    const std::pair key(entry.server, entry.token.name);
    const auto known = m_namesakes.constFind(key);
    return known != m_namesakes.cend() ? *known : *m_namesakes.insert(key, count(key.second));
}

int RevokeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant RevokeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return TokenText::name(entry.token.name);
    case Qt::AccessibleTextRole:
        return spokenText(entry);
    case Qt::AccessibleDescriptionRole:
    case SentenceRole:
        return entry.sentence;
    case TokenRole:
        return QVariant::fromValue(entry.token);
    case StateRole:
        return QVariant::fromValue(entry.state);
    case DetailsRole:
        return entry.details;
    case AskedAtRole:
        return qint64(entry.askedAt);
    case SignedInRole:
        return isSignedIn(entry);
    case NamesakesRole:
        return namesakes(entry);
    default:
        return {};
    }
}

QString RevokeListModel::spokenText(const Entry &entry) const
{
    QStringList parts = {TokenText::name(entry.token.name), TokenText::shortId(entry.token.id),
                         TokenText::spokenIssue(entry.token.issuedAt),
                         TokenText::spokenRoles(entry.token.roles)};
    if (const int count = namesakes(entry); count > 1)
        parts.insert(1, tr("%Ln token(s) have this name", nullptr, count));
    if (isSignedIn(entry))
        parts.append(tr("the token in use"));
    const QString said = parts.join(", "_L1);
    const QString word = stateWord(entry.state);
    return word.isEmpty() ? said : tr("%1: %2", "a token: what became of it").arg(said, word);
}

QString RevokeListModel::stateWord(State state) const
{
    switch (state) {
    case State::Asked:
        return {};
    case State::Waiting:
        return tr("waiting");
    case State::Asking:
        return tr("asking Central");
    case State::Revoked:
        return tr("revoked");
    case State::AlreadyGone:
        return tr("already gone");
    case State::Failed:
        return tr("not revoked");
    case State::Unknown:
        return tr("may or may not be revoked");
    case State::NotSent:
    case State::Stopped:
        return tr("not sent");
    case State::Kept:
        return tr("kept");
    }
    return {};
}

} // namespace rox
