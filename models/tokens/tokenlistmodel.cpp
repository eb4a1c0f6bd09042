// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"

#include "models/tokens/deadrole.h"
#include "models/tokens/rowruns.h"
#include "models/tokens/showntokens.h"
#include "models/tokens/tokendiff.h"

#include <algorithm>

namespace rox {

namespace {

using Row = TokenTable::Row;

/// With more runs than this, one signal for the whole list is cheaper for every view.
constexpr std::size_t MaxRuns = 64;

QString idOf(const TokenTable &table, Row row)
{
    const std::string_view id = table.id(row);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

/// Marks the rows whose status has changed with the time. Rows whose revocation or expiry differ
/// are marked already.
void markNewStatuses(const TokenTable &table, const ShownTokens &shown, UtcMs now, UtcMs window,
                     TokenDiff &found)
{
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    for (Row row = 0; row < table.size(); ++row) {
        if (statusAt(expiries[row], revoked[row] != 0, shown.now, shown.window)
            == statusAt(expiries[row], revoked[row] != 0, now, window))
            continue;
        found.changed[row] = true;
        found.anyChanged = true;
    }
}

} // namespace

struct TokenListModel::Shown : ShownTokens
{
    void setTable(TokenTablePtr next) { before = std::exchange(table, std::move(next)); }
    [[nodiscard]] int position(std::optional<Row> row) const
    {
        const auto found = row ? std::find(rows.begin(), rows.end(), *row) : rows.end();
        return found == rows.end() ? -1 : int(found - rows.begin());
    }
};

TokenListModel::TokenListModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_shown(std::make_unique<Shown>())
{}

TokenListModel::~TokenListModel() = default;

void TokenListModel::show(TokenTablePtr table, TokenSelection selection, UtcMs now, UtcMs window)
{
    Shown &shown = *m_shown;
    std::vector<Row> kept = shown.rows; // what is shown now, in numbers of the new table
    const bool otherTable = table != shown.table;
    TokenDiff found;
    if (otherTable)
        found = diff(*shown.table, *table);
    else
        found.changed.resize(table->size());
    if (!found.sameRows) {
        for (Row &row : kept) {
            const Row next = found.newRow[row];
            row = next == TokenDiff::Gone ? row | Shown::OfBefore : next;
        }
    }
    if (!kept.empty() && (now != shown.now || window != shown.window))
        markNewStatuses(*table, shown, now, window, found);
    const auto runs = runsBetween(kept, selection.rows, table->size(), MaxRuns);
    if (otherTable)
        shown.setTable(std::move(table));
    shown.known.derived.rows = selection.derived;
    shown.rows = std::move(kept);
    shown.now = now;
    shown.window = window;
    if (runs)
        applyRuns(selection.rows, *runs);
    else
        layOut(selection.rows);
    shown.before.reset();
    if (found.anyChanged)
        announceChanged(found.changed);
}

void TokenListModel::applyRuns(const std::vector<Row> &rows, std::span<const RowRun> runs)
{
    auto &shown = m_shown->rows;
    for (const RowRun &run : runs) {
        const int at = int(run.at);
        if (run.removed > 0) {
            beginRemoveRows({}, at, at + int(run.removed) - 1);
            shown.erase(shown.begin() + at, shown.begin() + at + int(run.removed));
            endRemoveRows();
        }
        if (run.inserted > 0) {
            beginInsertRows({}, at, at + int(run.inserted) - 1);
            shown.insert(shown.begin() + at, rows.begin() + at,
                         rows.begin() + at + int(run.inserted));
            endInsertRows();
        }
    }
}

/// layoutChanged() may not change the number of rows, and a reset would drop the selection. So new
/// rows are inserted at the end, then all are ordered with the removed ones last, and these go.
void TokenListModel::layOut(const std::vector<Row> &rows)
{
    auto &shown = m_shown->rows;
    const auto missingIn = [&](const std::vector<Row> &list, const std::vector<Row> &others) {
        std::vector<bool> present(m_shown->table->size());
        for (const Row row : others) {
            if (!(row & Shown::OfBefore))
                present[row] = true;
        }
        std::vector<Row> missing;
        std::copy_if(list.begin(), list.end(), std::back_inserter(missing),
                     [&](Row row) { return (row & Shown::OfBefore) || !present[row]; });
        return missing;
    };
    const std::vector<Row> coming = missingIn(rows, shown);
    const std::vector<Row> going = missingIn(shown, rows);
    if (!coming.empty()) {
        beginInsertRows({}, int(shown.size()), int(shown.size() + coming.size()) - 1);
        shown.insert(shown.end(), coming.begin(), coming.end());
        endInsertRows();
    }
    std::vector<Row> laidOut = rows;
    laidOut.insert(laidOut.end(), going.begin(), going.end());
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    placePersistentIndexes(laidOut);
    shown = std::move(laidOut);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (!going.empty()) {
        beginRemoveRows({}, int(rows.size()), int(shown.size()) - 1);
        shown.resize(rows.size());
        endRemoveRows();
    }
}

void TokenListModel::placePersistentIndexes(const std::vector<Row> &rows)
{
    const QModelIndexList from = persistentIndexList();
    if (from.isEmpty())
        return;
    std::vector<int> places(m_shown->table->size());
    std::vector<int> placesOfBefore(m_shown->before ? m_shown->before->size() : 0);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at] & Shown::OfBefore)
            placesOfBefore[rows[at] & ~Shown::OfBefore] = int(at);
        else
            places[rows[at]] = int(at);
    }
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        const Row row = m_shown->rows[std::size_t(index.row())];
        const int place =
            row & Shown::OfBefore ? placesOfBefore[row & ~Shown::OfBefore] : places[row];
        to.append(createIndex(place, index.column()));
    }
    changePersistentIndexList(from, to);
}

void TokenListModel::announceChanged(const std::vector<bool> &changed)
{
    const int count = rowCount();
    std::vector<std::pair<int, int>> runs; // first and last
    for (int row = 0; row < count && runs.size() <= MaxRuns; ++row) {
        if (!changed[m_shown->rows[std::size_t(row)]])
            continue;
        if (!runs.empty() && runs.back().second == row - 1)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    if (runs.size() > MaxRuns)
        runs.assign({{0, count - 1}});
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void TokenListModel::announceAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TokenListModel::announceIds(const QSet<QString> &ids)
{
    if (ids.size() > qsizetype(MaxRuns)) {
        announceAll();
        return;
    }
    for (const QString &id : ids) {
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void TokenListModel::setNow(UtcMs now)
{
    if (std::exchange(m_shown->now, now) != now)
        announceAll();
}

void TokenListModel::setRoles(const KnownRoles &roles)
{
    if (m_shown->known.roles == roles)
        return;
    m_shown->known.roles = roles;
    m_shown->known.derived = {};
    announceAll();
    Q_EMIT knowledgeChanged();
}

void TokenListModel::setSignedInTokenId(const QString &id)
{
    const QString before = std::exchange(m_shown->known.signedInId, id);
    if (before == id)
        return;
    QSet<QString> ids{before, id};
    ids.remove(QString());
    announceIds(ids);
    Q_EMIT knowledgeChanged();
}

void TokenListModel::setOpenRevokes(const QStringList &ids)
{
    const QSet<QString> next(ids.cbegin(), ids.cend());
    const QSet<QString> before = std::exchange(m_shown->known.openRevokes, next);
    if (before == next)
        return;
    announceIds((before - next).unite(next - before));
    Q_EMIT knowledgeChanged();
}

void TokenListModel::setHistory(const TokenHistoryPtr &history)
{
    if (m_shown->known.history == history)
        return;
    m_shown->known.history = history;
    m_shown->known.derived = {};
    announceAll();
    Q_EMIT knowledgeChanged();
}

void TokenListModel::setListedAt(UtcMs time)
{
    if (std::exchange(m_shown->known.listedAt, time) == time || rowCount() == 0)
        return;
    const int section = sectionOf(TokenColumn::LastSeen);
    Q_EMIT dataChanged(index(0, section), index(rowCount() - 1, section));
}

void TokenListModel::setKnowledge(const TokenKnowledge &knowledge)
{
    if (m_shown->known == knowledge)
        return;
    DerivedKnowledge derived = std::move(m_shown->known.derived);
    if (!m_shown->known.derivesAs(knowledge))
        derived = {};
    m_shown->known = knowledge;
    m_shown->known.derived = std::move(derived);
    announceAll();
    Q_EMIT knowledgeChanged();
}

void TokenListModel::setRotations(const QHash<QString, TokenRotation> &rotations)
{
    const auto before = std::exchange(m_shown->known.rotations, rotations);
    if (before == rotations)
        return;
    QSet<QString> ids(before.keyBegin(), before.keyEnd());
    ids.unite(QSet<QString>(rotations.keyBegin(), rotations.keyEnd()));
    announceIds(ids);
    Q_EMIT knowledgeChanged();
}

TokenTablePtr TokenListModel::table() const
{
    return m_shown->table;
}

const TokenKnowledge &TokenListModel::knowledge() const
{
    return m_shown->known;
}

UtcMs TokenListModel::now() const
{
    return m_shown->now;
}

std::span<const TokenTable::Row> TokenListModel::rows() const
{
    return m_shown->rows;
}

Token TokenListModel::tokenAt(int row) const
{
    const auto [table, number] = m_shown->at(row);
    return table.token(number);
}

QString TokenListModel::idAt(int row) const
{
    const auto [table, number] = m_shown->at(row);
    return idOf(table, number);
}

bool TokenListModel::isRevoked(int row) const
{
    const auto [table, number] = m_shown->at(row);
    return table.revoked(number);
}

TokenDetail TokenListModel::detailAt(int row) const
{
    TokenDetail detail = detailOf(m_shown->cellAt(row));
    if (const TokenHistoryPtr &history = m_shown->known.history)
        detail.grown = grownSince(history->roles, detail.token.roles, detail.token.issuedAt);
    return detail;
}

SelectionSummary TokenListModel::summaryOf(const QList<std::pair<int, int>> &runs) const
{
    const Shown &shown = *m_shown;
    const std::span<const Row> all(shown.rows);
    std::vector<std::span<const Row>> rows;
    for (const auto &[first, last] : runs)
        rows.push_back(all.subspan(std::size_t(first), std::size_t(last - first) + 1));
    return rox::summaryOf(*shown.table, rows, shown.now, shown.window, shown.known);
}

std::vector<int> TokenListModel::unrevokedByPart(const QList<std::pair<int, int>> &runs) const
{
    std::vector<int> counts(std::max<std::size_t>(1, m_shown->known.parts.size()));
    for (const auto &[first, last] : runs) {
        for (int row = first; row <= last; ++row) {
            const auto [table, number] = m_shown->at(row);
            if (table.revoked(number))
                continue;
            const std::size_t part = table.part(number);
            if (part >= counts.size())
                counts.resize(part + 1);
            ++counts[part];
        }
    }
    return counts;
}

int TokenListModel::rowOf(const QString &id) const
{
    return m_shown->position(m_shown->table->find(id));
}

QList<int> TokenListModel::rowsOf(const QStringList &ids) const
{
    const TokenTable &table = *m_shown->table;
    std::vector<bool> wanted(table.size());
    qsizetype left = 0;
    for (const Row row : table.find(ids)) {
        left += wanted[row] ? 0 : 1;
        wanted[row] = true;
    }
    QList<int> rows;
    rows.reserve(left);
    for (std::size_t at = 0; at < m_shown->rows.size() && rows.size() < left; ++at) {
        if (wanted[m_shown->rows[at]])
            rows.append(int(at));
    }
    return rows;
}

int TokenListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown->rows.size());
}

int TokenListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(tokenColumns().size());
}

QVariant TokenListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const auto [table, row] = m_shown->at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return infoOf(columnAt(index.column())).text(m_shown->cellAt(index.row()));
    case Qt::AccessibleTextRole:
        return infoOf(columnAt(index.column())).spoken(m_shown->cellAt(index.row()));
    case IdRole:
        return idOf(table, row);
    case NameRole:
        return table.name(row);
    case StatusRole:
        return QVariant::fromValue(table.status(row, m_shown->now, m_shown->window));
    case RolesRole:
        return table.roles(row);
    case ExpiresRole:
        return table.expiresAt(row);
    case IssuedRole:
        return table.issuedAt(row);
    case FlagsRole:
        return QVariant::fromValue(flagsOf(table, row, m_shown->known, m_shown->now));
    case LifeRole: {
        const TokenLife *life = table.revoked(row) ? m_shown->known.lifeOf(table, row) : nullptr;
        return life ? QVariant::fromValue(*life) : QVariant();
    }
    case TagsRole: {
        const TokenLife *life = m_shown->known.lifeOf(table, row);
        return life ? life->tags : QStringList();
    }
    case FirstSeenRole:
        return m_shown->cellAt(index.row()).firstSeen;
    case LastSeenRole:
        return m_shown->cellAt(index.row()).lastSeen;
    case ChangeRole:
        return QVariant::fromValue(m_shown->known.changeOf(table, row, m_shown->now));
    case DeadRolesRole:
        return deadrole::deadOf(m_shown->cellAt(index.row()));
    case OtherRolesRole:
        return deadrole::othersOf(m_shown->cellAt(index.row()));
    case GrantsNothingRole:
        return deadrole::grantsNothing(m_shown->cellAt(index.row()));
    case RoleEndsRole: {
        const TokenCell cell = m_shown->cellAt(index.row());
        QList<qint64> ends;
        const QStringList dead = deadrole::deadOf(cell);
        for (const QString &name : dead)
            ends.append(deadrole::lastListed(cell.history, name));
        return QVariant::fromValue(ends);
    }
    case ServerRole: {
        const ListedServer *server = m_shown->known.serverOf(table, row);
        return server ? QVariant::fromValue(*server) : QVariant();
    }
    default:
        return {};
    }
}

QVariant TokenListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount())
        return {};
    return infoOf(columnAt(section)).title();
}

} // namespace rox
