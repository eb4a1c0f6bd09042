// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/rotationlistmodel.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using State = RotationStanding::State;
using Why = RotationStanding::Why;

namespace {

QString oldNote(const RotationRow &row)
{
    const Token &old = row.rotation.old;
    const QString id = TokenText::shortId(old.id);
    if (row.standing.state == State::Done)
        //: the beginning of an ID, and what became of the token
        return (row.standing.why == Why::Expired ? RotationListModel::tr("%1, expired")
                                                 : RotationListModel::tr("%1, revoked"))
            .arg(id);
    if (old.expiresAt == NoTime || old.expiresAt >= NeverMs)
        return RotationListModel::tr("%1, never expires").arg(id);
    //: the beginning of an ID, and when it expires
    return RotationListModel::tr("%1, %2").arg(id, relativeTime(old.expiresAt, row.facts.now));
}

RotationWords linesOf(const RotationRow &row, int column)
{
    switch (column) {
    case RotationListModel::StateColumn:
        return {rotationState(row.standing.state), {}};
    case RotationListModel::OldColumn:
        return {TokenText::name(row.rotation.old.name), oldNote(row)};
    case RotationListModel::NewColumn:
        return {TokenText::name(row.rotation.draft.name), newTokenNote(row)};
    case RotationListModel::ServerColumn:
        return {shownName(row.server.name), {}};
    case RotationListModel::EndColumn:
        return oldTokenNote(row);
    default:
        return {};
    }
}

} // namespace

RotationListModel::RotationListModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RotationListModel::setRotations(const QList<RotationRow> &rows)
{
    m_all = rows;
    show();
}

void RotationListModel::setFilter(Filter filter)
{
    m_filter = std::move(filter);
    show();
}

void RotationListModel::show()
{
    QList<RotationRow> shown;
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(shown),
                 [this](const RotationRow &row) { return !m_filter || m_filter(row); });
    const bool isSame = std::equal(shown.cbegin(), shown.cend(), m_shown.cbegin(), m_shown.cend(),
                                   [](const RotationRow &left, const RotationRow &right) {
                                       return left.rotation.chain == right.rotation.chain;
                                   });
    if (isSame) {
        m_shown = shown;
        if (!shown.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

int RotationListModel::rowOf(const QUuid &chain) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(),
                                    [&](const auto &row) { return row.rotation.chain == chain; });
    return found == m_shown.cend() ? -1 : int(found - m_shown.cbegin());
}

int RotationListModel::count(const Filter &filter) const
{
    return int(std::count_if(m_all.cbegin(), m_all.cend(),
                             [&](const RotationRow &row) { return !filter || filter(row); }));
}

int RotationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int RotationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RotationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RotationWords lines = linesOf(m_shown.at(index.row()), index.column());
    switch (role) {
    case UpperRole:
        return lines.lead;
    case LowerRole:
        return lines.text;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        //: the two lines of one cell, as one text
        return lines.text.isEmpty() ? lines.lead : tr("%1, %2").arg(lines.lead, lines.text);
    default:
        return {};
    }
}

QVariant RotationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case OldColumn:
        return tr("Old token");
    case NewColumn:
        return tr("New token");
    case ServerColumn:
        return tr("Server");
    case EndColumn:
        return tr("Old one goes");
    default:
        return {};
    }
}

} // namespace rox
