// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/selectionsummary.h"

#include "models/tokens/tokenlistmodel.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int RowsAtOnce = 20'000;
} // namespace

SelectionSummary::SelectionSummary(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SelectionSummary::countSome);
}

void SelectionSummary::start(TokenListModel *model, const QList<std::pair<int, int>> &runs)
{
    stop();
    m_model = model;
    m_left = runs;
    m_facts = {};
    m_roles.clear();
    m_roleLists.clear();
    m_adminLists.clear();
    for (const auto &[first, last] : runs)
        m_facts.count += last - first + 1;
    countSome();
}

void SelectionSummary::stop()
{
    m_timer.stop();
    m_left.clear();
}

void SelectionSummary::countSome()
{
    if (!m_model)
        return;
    int room = RowsAtOnce;
    while (!m_left.isEmpty() && room > 0) {
        auto &[first, last] = m_left.last();
        const int end = std::min({last, first + room - 1, m_model->rowCount() - 1});
        for (int row = first; row <= end; ++row)
            countRow(row);
        room -= std::max(1, end - first + 1);
        first = end + 1;
        if (first > last || end >= m_model->rowCount() - 1)
            m_left.removeLast();
    }
    if (!m_left.isEmpty()) {
        m_timer.start();
        return;
    }
    m_facts.roles = m_roles.values();
    m_facts.roles.sort();
    Q_EMIT finished();
}

void SelectionSummary::countRow(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    const auto status = index.data(TokenListModel::StatusRole).value<TokenStatus>();
    ++m_facts.byStatus[static_cast<std::size_t>(status)];
    const QStringList roles = index.data(TokenListModel::RolesRole).toStringList();
    const void *list = roles.constData();
    if (!m_roleLists.contains(list)) {
        m_roleLists.insert(list);
        m_roles.unite(QSet<QString>(roles.begin(), roles.end()));
        if (roles.contains("Admin"_L1))
            m_adminLists.insert(list);
    }
    m_facts.admins += m_adminLists.contains(list) ? 1 : 0;
    if (status == TokenStatus::Active || status == TokenStatus::Expiring) {
        const UtcMs expires = index.data(TokenListModel::ExpiresRole).toLongLong();
        if (expires != NoTime && (m_facts.firstExpiry == NoTime || expires < m_facts.firstExpiry))
            m_facts.firstExpiry = expires;
    }
    if (!m_facts.signedIn && status != TokenStatus::Revoked)
        m_facts.signedIn = index.data(TokenListModel::SignedInRole).toBool();
}

} // namespace rox
