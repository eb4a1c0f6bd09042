// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leaklistmodel.h"

#include "models/tokens/tokentext.h"
#include "ui/review/leaktext.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// What the words of a cell depend on besides the token.
struct Telling
{
    UtcMs now;
    int compared;
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// What the table says in one column.
struct ColumnInfo
{
    const char *title;
    QString (*text)(const LeakedToken &, const Telling &);
    QString (*spoken)(const LeakedToken &, const Telling &); ///< null: the text
};

constexpr ColumnInfo Columns[LeakListModel::ColumnCount] = {
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Token"),
     [](const LeakedToken &one, const Telling &) { return leaktext::title(one); },
     [](const LeakedToken &one, const Telling &) {
         return joined({leaktext::title(one), leaktext::shortId(one), leaktext::place(one)});
     }},
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Server"),
     [](const LeakedToken &one, const Telling &with) {
         return leaktext::server(one, with.compared);
     },
     [](const LeakedToken &one, const Telling &with) {
         return joined({leaktext::server(one, with.compared), leaktext::serverNote(one, with.now)});
     }},
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Roles"),
     [](const LeakedToken &one, const Telling &) {
         return one.token.roles.isEmpty() ? u"–"_s : TokenText::roles(one.token.roles);
     },
     [](const LeakedToken &one, const Telling &) {
         return TokenText::spokenRoles(one.token.roles);
     }},
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Status"),
     [](const LeakedToken &one, const Telling &with) { return leaktext::status(one, with.now); },
     nullptr},
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Expires"),
     [](const LeakedToken &one, const Telling &) {
         return one.token.expiresAt == NoTime ? u"–"_s : TokenText::expires(one.token.expiresAt);
     },
     [](const LeakedToken &one, const Telling &with) {
         return one.token.expiresAt == NoTime
                    ? QString()
                    : TokenText::spokenExpiry(one.token.expiresAt, with.now);
     }},
    {QT_TRANSLATE_NOOP("rox::LeakListModel", "Remark"),
     [](const LeakedToken &one, const Telling &with) { return leaktext::remark(one, with.now); },
     nullptr},
};

} // namespace

LeakListModel::LeakListModel(const Clock *clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{}

void LeakListModel::reset(QList<LeakedToken> tokens, int compared)
{
    beginResetModel();
    m_tokens = std::move(tokens);
    m_compared = compared;
    m_toggled.clear();
    endResetModel();
    Q_EMIT checksChanged();
}

void LeakListModel::update(QList<LeakedToken> tokens, int compared)
{
    const bool hasOtherRows = !std::equal(
        tokens.cbegin(), tokens.cend(), m_tokens.cbegin(), m_tokens.cend(),
        [](const auto &one, const auto &other) { return one.token.id == other.token.id; });
    if (hasOtherRows)
        beginResetModel();
    m_tokens = std::move(tokens);
    m_compared = compared;
    if (hasOtherRows)
        endResetModel();
    tell(0, rowCount() - 1);
}

bool LeakListModel::isChecked(int row) const
{
    const LeakedToken &one = m_tokens.at(row);
    return one.canBeRevoked() && one.isMade() == m_toggled.contains(one.token.id);
}

QList<LeakedToken> LeakListModel::checked() const
{
    QList<LeakedToken> all;
    for (int row = 0; row < rowCount(); ++row) {
        if (isChecked(row))
            all.append(m_tokens.at(row));
    }
    return all;
}

bool LeakListModel::hasCheckBoxes() const
{
    return std::any_of(m_tokens.cbegin(), m_tokens.cend(),
                       [](const LeakedToken &one) { return one.canBeRevoked(); });
}

void LeakListModel::toggle(int row)
{
    if (!m_tokens.at(row).canBeRevoked())
        return;
    const QString id = m_tokens.at(row).token.id;
    if (!m_toggled.remove(id))
        m_toggled.insert(id);
    tell(row, row);
}

Qt::CheckState LeakListModel::checkState() const
{
    const auto boxes = std::count_if(m_tokens.cbegin(), m_tokens.cend(),
                                     [](const LeakedToken &one) { return one.canBeRevoked(); });
    const auto set = checked().size();
    return set == 0 ? Qt::Unchecked : set == boxes ? Qt::Checked : Qt::PartiallyChecked;
}

void LeakListModel::checkAll(bool isChecked)
{
    m_toggled.clear();
    for (const LeakedToken &one : std::as_const(m_tokens)) {
        if (one.isMade() == isChecked)
            m_toggled.insert(one.token.id);
    }
    tell(0, rowCount() - 1);
}

void LeakListModel::tell(int first, int last)
{
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, Token, Token);
    Q_EMIT checksChanged();
}

int LeakListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tokens.size());
}

int LeakListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LeakListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LeakedToken &token = m_tokens.at(index.row());
    const ColumnInfo &column = Columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(token, {now(), m_compared});
    case Qt::AccessibleTextRole:
        return (column.spoken ? column.spoken : column.text)(token, {now(), m_compared});
    case Qt::CheckStateRole:
        if (index.column() == Token && token.canBeRevoked())
            return isChecked(index.row()) ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

bool LeakListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || !at(index.row()).canBeRevoked())
        return false;
    if (isChecked(index.row()) != (value.toInt() == Qt::Checked))
        toggle(index.row());
    return true;
}

QVariant LeakListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section >= 0 && section < ColumnCount ? tr(Columns[section].title) : QString();
}

Qt::ItemFlags LeakListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.isValid() && index.column() == Token && at(index.row()).canBeRevoked())
        all |= Qt::ItemIsUserCheckable;
    return all;
}

} // namespace rox
