// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"

#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"
#include "models/values/visibletext.h"

#include <QSet>

#include <algorithm>

namespace rox {

RoleListModel::RoleListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void RoleListModel::setRoles(const QStringList &allowed, const QList<RoleGrant> &grants)
{
    const QStringList before = checkedRoles();
    QHash<QString, RoleGrant> grantByName;
    QSet<QString> resources;
    for (const RoleGrant &grant : grants) {
        grantByName.insert(grant.name, grant);
        for (auto it = grant.access.keyBegin(); it != grant.access.keyEnd(); ++it)
            resources.insert(*it);
    }
    QHash<QString, Entry> old;
    for (const Entry &entry : std::as_const(m_entries))
        old.insert(entry.grant.name, entry);

    QStringList names = allowed;
    names.removeDuplicates();
    std::sort(names.begin(), names.end(), [](const QString &left, const QString &right) {
        return left.toUtf8() < right.toUtf8();
    });
    QList<Entry> entries;
    for (const QString &name : std::as_const(names)) {
        Entry entry = old.value(name);
        entry.grantKnown = grantByName.contains(name);
        entry.grant = grantByName.value(name);
        entry.grant.name = name;
        entries.append(std::move(entry));
    }
    beginResetModel();
    m_entries = std::move(entries);
    m_resourceCount = int(resources.size());
    m_shown = arranged();
    endResetModel();
    if (checkedRoles() != before)
        Q_EMIT checkedRolesChanged();
}

void RoleListModel::setSearch(const QString &text)
{
    if (m_search == text)
        return;
    m_search = text;
    arrange();
}

void RoleListModel::setRefused(const QStringList &roles)
{
    for (int at = 0; at < m_entries.size(); ++at) {
        Entry &entry = m_entries[at];
        const bool refused = roles.contains(entry.grant.name);
        if (std::exchange(entry.refused, refused) != refused)
            announce(at, {RefusedRole, Qt::AccessibleTextRole});
    }
}

void RoleListModel::setChecked(const QStringList &roles)
{
    bool any = false;
    for (int at = 0; at < m_entries.size(); ++at) {
        Entry &entry = m_entries[at];
        const bool checked = roles.contains(entry.grant.name);
        if (std::exchange(entry.checked, checked) != checked) {
            announce(at, {Qt::CheckStateRole});
            any = true;
        }
    }
    arrange();
    if (any)
        Q_EMIT checkedRolesChanged();
}

QStringList RoleListModel::checkedRoles() const
{
    QStringList roles;
    for (const Entry &entry : m_entries) {
        if (entry.checked)
            roles.append(entry.grant.name);
    }
    return roles;
}

QList<RoleGrant> RoleListModel::knownGrants() const
{
    QList<RoleGrant> grants;
    for (const Entry &entry : m_entries) {
        if (entry.grantKnown && m_resourceCount > 0)
            grants.append(entry.grant);
    }
    return grants;
}

int RoleListModel::roleCount() const
{
    return int(m_entries.size());
}

bool RoleListModel::checkedWriteEverything() const
{
    QStringList writes;
    QStringList reads;
    return m_resourceCount > 0 && checkedGrant(&writes, &reads) && writes.size() == m_resourceCount;
}

bool RoleListModel::checkedGrant(QStringList *writes, QStringList *reads) const
{
    AccessMap access;
    bool known = true;
    for (const Entry &entry : m_entries) {
        if (!entry.checked)
            continue;
        known = known && entry.grantKnown;
        for (auto it = entry.grant.access.cbegin(); it != entry.grant.access.cend(); ++it)
            access[it.key()] = std::max(access.value(it.key(), Access::None), it.value());
    }
    const RoleGrant together{{}, {}, access};
    *writes = together.writes();
    *reads = together.reads();
    return known;
}

int RoleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant RoleListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Entry &entry = m_entries.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(entry.grant.name);
    case Qt::AccessibleTextRole:
        return entry.refused ? tr("%1, refused by Central").arg(visibleText(entry.grant.name))
                             : visibleText(entry.grant.name);
    case Qt::AccessibleDescriptionRole:
        return visibleText(entry.grant.description);
    case Qt::CheckStateRole:
        return entry.checked ? Qt::Checked : Qt::Unchecked;
    case NameRole:
        return entry.grant.name;
    case GrantKnownRole:
        return entry.grantKnown;
    case WritesRole:
        return entry.grant.writes();
    case ReadsRole:
        return entry.grant.reads();
    case WritesEverythingRole:
        return m_resourceCount > 0 && entry.grant.writes().size() == m_resourceCount;
    case RefusedRole:
        return entry.refused;
    default:
        return {};
    }
}

bool RoleListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    Q_ASSERT(checkIndex(index));
    const int at = m_shown.at(index.row());
    const bool checked = value.value<Qt::CheckState>() == Qt::Checked;
    if (std::exchange(m_entries[at].checked, checked) != checked) {
        announce(at, {Qt::CheckStateRole});
        Q_EMIT checkedRolesChanged();
    }
    return true;
}

Qt::ItemFlags RoleListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Q_ASSERT(checkIndex(index));
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
           | Qt::ItemNeverHasChildren;
}

/// A search never hides a checked role, because the token will get it.
QList<int> RoleListModel::arranged() const
{
    const QStringList words =
        foldedForSearch(m_search).simplified().split(u' ', Qt::SkipEmptyParts);
    QList<int> first;
    QList<int> rest;
    for (int at = 0; at < m_entries.size(); ++at) {
        const QString name = searchTextOf(m_entries.at(at).grant.name);
        if (!words.isEmpty() && m_entries.at(at).checked)
            first.append(at);
        else if (std::all_of(words.cbegin(), words.cend(),
                             [&](const QString &word) { return name.contains(word); }))
            rest.append(at);
    }
    return first + rest;
}

/// Changes single rows, so persistent indexes stay valid. Quadratic, but there are tens of roles.
void RoleListModel::arrange()
{
    const QList<int> wanted = arranged();
    for (int row = int(m_shown.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_shown.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        const int from = int(m_shown.indexOf(wanted.at(row)));
        if (from == row)
            continue;
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_shown.insert(row, wanted.at(row));
            endInsertRows();
        } else {
            beginMoveRows({}, from, from, {}, row);
            m_shown.move(from, row);
            endMoveRows();
        }
    }
}

void RoleListModel::announce(int entry, const QList<int> &roles)
{
    const int row = int(m_shown.indexOf(entry));
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

} // namespace rox
