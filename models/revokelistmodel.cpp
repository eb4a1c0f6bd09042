// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"

#include "models/values/visibletext.h"

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// What needs a look comes first; within a rank the order stays.
int rank(RevokeListModel::State state)
{
    using State = RevokeListModel::State;
    switch (state) {
    case State::Failed:
    case State::NotSent:
        return 0;
    case State::Unknown:
        return 1;
    case State::Asked:
    case State::Waiting:
    case State::Asking:
    case State::Stopped:
        return 2;
    case State::Kept:
        return 3;
    case State::Revoked:
    case State::AlreadyGone:
        return 4;
    }
    return 4;
}

RevokeListModel::State stateOf(RevokeVerdict::Fate fate)
{
    using State = RevokeListModel::State;
    using Fate = RevokeVerdict::Fate;
    switch (fate) {
    case Fate::Revoked:
        return State::Revoked;
    case Fate::AlreadyGone:
        return State::AlreadyGone;
    case Fate::StillActive:
    case Fate::Refused:
        return State::Failed;
    case Fate::NotSent:
        return State::NotSent;
    case Fate::Unknown:
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
    beginResetModel();
    m_signedInId = signedInId;
    m_readBack = 0;
    m_lastProvenAt = NoTime;
    m_entries.clear();
    m_entries.reserve(tokens.size());
    QHash<QString, bool> seen;
    for (Token &token : tokens) {
        if (std::exchange(seen[token.id], true))
            continue;
        Entry entry;
        entry.token = std::move(token);
        m_entries.append(std::move(entry));
    }
    if (!signedInId.isEmpty()) {
        std::stable_partition(m_entries.begin(), m_entries.end(),
                              [&](const Entry &entry) { return entry.token.id != signedInId; });
    }
    reindex();
    endResetModel();
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

void RevokeListModel::putFailuresFirst()
{
    beginResetModel();
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return rank(a.state) < rank(b.state); });
    reindex();
    endResetModel();
}

void RevokeListModel::keepUnfinished()
{
    beginResetModel();
    m_entries.removeIf([](const Entry &entry) { return rank(entry.state) > 2; });
    m_readBack = 0;
    m_lastProvenAt = NoTime;
    for (Entry &entry : m_entries) {
        entry.state = State::Waiting;
        entry.sentence.clear();
        entry.details.clear();
    }
    // The token in use goes last in every round.
    std::stable_partition(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return m_signedInId.isEmpty() || entry.token.id != m_signedInId;
    });
    reindex();
    endResetModel();
}

int RevokeListModel::count(State state) const
{
    return m_counts[std::size_t(state)];
}

int RevokeListModel::finishedCount() const
{
    return int(m_entries.size()) - count(State::Asked) - count(State::Waiting)
           - count(State::Asking);
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

QStringList RevokeListModel::ids() const
{
    QStringList all;
    all.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        all.append(entry.token.id);
    return all;
}

bool RevokeListModel::holdsAdmin() const
{
    return adminCount() > 0;
}

int RevokeListModel::adminCount() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) {
        return entry.token.roles.contains("Admin"_L1);
    }));
}

bool RevokeListModel::holdsSignedIn() const
{
    return !m_signedInId.isEmpty() && m_rowById.contains(m_signedInId);
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
        return visibleText(entry.token.name);
    case Qt::AccessibleTextRole: {
        const QString name = visibleText(entry.token.name);
        const QString roles = visibleText(entry.token.roles.join(", "_L1));
        const QString word = stateWord(entry.state);
        return word.isEmpty() ? tr("%1, %2").arg(name, roles)
                              : tr("%1, %2: %3").arg(name, roles, word);
    }
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
        return !m_signedInId.isEmpty() && entry.token.id == m_signedInId;
    default:
        return {};
    }
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
    case State::NotSent:
        return tr("not sent");
    case State::Unknown:
        return tr("may or may not be revoked");
    case State::Stopped:
        return tr("not sent");
    case State::Kept:
        return tr("kept");
    }
    return {};
}

void RevokeListModel::reindex()
{
    m_rowById.clear();
    m_rowById.reserve(m_entries.size());
    m_counts.fill(0);
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        m_rowById.insert(m_entries.at(row).token.id, int(row));
        ++m_counts[std::size_t(m_entries.at(row).state)];
    }
}

} // namespace rox
