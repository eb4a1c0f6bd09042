// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/needmodel.h"

#include "models/roles/resource.h"
#include "models/values/visibletext.h"

#include <QMap>

namespace rox {

namespace {

constexpr int Columns = 4;

Access ticked(Access before, int column, bool isChecked)
{
    if (column == NeedModel::Write)
        return isChecked ? Access::ReadWrite : Access::Read;
    if (!isChecked)
        return Access::None;
    return before == Access::ReadWrite ? before : Access::Read;
}

} // namespace

NeedModel::NeedModel(const QList<RoleGrant> &roles, QObject *parent)
    : QAbstractTableModel(parent)
{
    QMap<QString, bool> names; // sorted
    for (const ResourceInfo &info : resources())
        names.insert(info.name, true);
    for (const RoleGrant &role : roles) {
        for (auto it = role.access.keyBegin(); it != role.access.keyEnd(); ++it)
            names.insert(*it, true);
    }
    for (auto it = names.keyBegin(); it != names.keyEnd(); ++it)
        m_rows.append({*it});
}

void NeedModel::setNeed(const AccessMap &need)
{
    for (Row &row : m_rows)
        row.access = need.value(row.resource, Access::None);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Read), index(int(m_rows.size()) - 1, Write),
                           {Qt::CheckStateRole});
}

AccessMap NeedModel::need() const
{
    AccessMap need;
    for (const Row &row : m_rows) {
        if (row.access != Access::None)
            need.insert(row.resource, row.access);
    }
    return need;
}

int NeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant NeedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Row &row = m_rows.at(index.row());
    const QString resource = visibleText(row.resource);
    const bool isRead = index.column() == Read;
    if (index.column() == Resource && role == Qt::DisplayRole)
        return resource;
    if (index.column() == Sentence && (role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return resourceSentence(row.resource);
    if (index.column() < Read)
        return {};
    if (role == Qt::CheckStateRole)
        return row.access >= (isRead ? Access::Read : Access::ReadWrite) ? Qt::Checked
                                                                         : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole)
        return isRead ? tr("Read %1").arg(resource) : tr("Write %1").arg(resource);
    return {};
}

QVariant NeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Resource:
        return tr("Resource");
    case Sentence:
        return tr("What it stands for");
    case Read:
        //: A column of check boxes: the token must read this
        return tr("Read");
    case Write:
        //: A column of check boxes: the token must write this
        return tr("Write");
    default:
        return {};
    }
}

bool NeedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() < Read)
        return false;
    Q_ASSERT(checkIndex(index));
    Access &access = m_rows[index.row()].access;
    const Access now = ticked(access, index.column(), value.value<Qt::CheckState>() == Qt::Checked);
    if (now == access)
        return true;
    access = now;
    Q_EMIT dataChanged(index.siblingAtColumn(Read), index.siblingAtColumn(Write),
                       {Qt::CheckStateRole});
    Q_EMIT needChanged();
    return true;
}

Qt::ItemFlags NeedModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Q_ASSERT(checkIndex(index));
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() < Read ? plain : plain | Qt::ItemIsUserCheckable;
}

} // namespace rox
