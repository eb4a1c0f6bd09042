// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/cleanupmodel.h"

#include "models/tokens/tokentext.h"
#include "ui/revoke/cleanuptext.h"
#include "ui/text/times.h"

#include <utility>

namespace rox {

CleanUpModel::CleanUpModel(CleanUpPlan plan, QObject *parent)
    : QAbstractTableModel(parent)
    , m_plan(std::move(plan))
{}

void CleanUpModel::setPart(Part part)
{
    beginResetModel();
    m_part = part;
    endResetModel();
}

int CleanUpModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_part == Part::Going ? m_plan.cleanUp.going.size() : m_plan.cleanUp.staying.size());
}

int CleanUpModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_part == Part::Going ? ColumnCount - 1 : ColumnCount;
}

TokenTable::Row CleanUpModel::rowAt(int at) const
{
    return m_part == Part::Going ? m_plan.cleanUp.going[std::size_t(at)]
                                 : m_plan.cleanUp.staying[std::size_t(at)].row;
}

QString CleanUpModel::text(int at, Column column) const
{
    const TokenTable &table = *m_plan.table;
    const TokenTable::Row row = rowAt(at);
    const std::string_view id = table.id(row);
    switch (column) {
    case Name:
        return TokenText::name(table.name(row));
    case Roles:
        return TokenText::roles(table.roles(row));
    case Expires:
        return relativeTime(table.expiresAt(row), m_plan.now);
    case Id:
        return TokenText::shortId(QString::fromUtf8(id.data(), qsizetype(id.size())));
    case Why:
        return cleanuptext::why(m_plan.cleanUp.staying[std::size_t(at)].reason);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant CleanUpModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(index.row(), Column(index.column()));
    if (role == Qt::ToolTipRole && index.column() == Expires)
        return TokenText::expires(m_plan.table->expiresAt(rowAt(index.row())));
    return {};
}

QVariant CleanUpModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Roles:
        return tr("Roles");
    case Expires:
        return tr("Expires");
    case Id:
        return tr("ID");
    case Why:
        return tr("Stays because");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace rox
