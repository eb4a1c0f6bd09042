// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokerows.h"

#include "models/revoke/revokepolicy.h"
#include "models/values/visibletext.h"

#include <algorithm>

namespace rox {

using State = RevokeListModel::State;

RevokeRows::RevokeRows(RevokeListModel *source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
{
    connect(source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (m_layout == Layout::Progress)
            noteAnswer(first.row());
    });
    connect(source, &QAbstractItemModel::modelReset, this, &RevokeRows::layOut);
    layOut();
}

void RevokeRows::setLayout(Layout layout)
{
    m_layout = layout;
    m_groups.clear();
    m_latest.clear();
    layOut();
}

void RevokeRows::refresh()
{
    // Each token has its row: no reset, so that the view keeps its current row.
    if (m_layout == Layout::Progress && !m_rows.empty() && m_source->partSize() <= ProgressRows)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    else
        layOut();
}

void RevokeRows::layOut()
{
    beginResetModel();
    m_rows.clear();
    switch (m_layout) {
    case Layout::Question:
        layOutQuestion();
        break;
    case Layout::Progress:
        layOutProgress();
        break;
    case Layout::Result:
        layOutResult();
        break;
    }
    endResetModel();
}

void RevokeRows::layOutServers()
{
    for (int row = 0; row < m_source->rowCount(); ++row) {
        if (!m_source->isOpen(row))
            continue;
        const int server = m_source->serverOf(row);
        if (m_groups.empty() || m_groups.back().server != server) {
            m_groups.push_back({.server = server});
            m_rows.push_back({Kind::Group, int(m_groups.size()) - 1});
        }
        m_groups.back().tokens.push_back(row);
        m_rows.push_back({Kind::Token, row});
    }
    for (Group &group : m_groups) {
        const RevokeServer &server = m_source->server(group.server);
        const int count = int(group.tokens.size());
        group.title = shownName(server.name);
        group.note = shownName(server.address);
        if (count > 1)
            //: %1 is the address of a server
            group.note = tr("%1, %Ln token(s)", nullptr, count).arg(group.note);
    }
}

void RevokeRows::layOutQuestion()
{
    m_groups.clear();
    if (m_source->serverCount() > 1) {
        layOutServers();
        return;
    }
    const auto isAdmin = [this](int row) {
        return holdsAdmin(m_source->tokenAt(row))
               && !m_source->index(row).data(RevokeListModel::SignedInRole).toBool();
    };
    Group admins;
    Group others;
    for (int row = 0; row < m_source->rowCount(); ++row) {
        if (!m_source->isOpen(row))
            continue;
        // Tokens with Admin come first, so the thousands after them need no test.
        const bool first = others.tokens.empty() && isAdmin(row);
        (first ? admins : others).tokens.push_back(row);
    }
    const std::size_t count = admins.tokens.size() + others.tokens.size();
    const bool hasHeads = count > HeadsFrom && !admins.tokens.empty() && !others.tokens.empty();
    admins.title = tr("%Ln with Admin", nullptr, int(admins.tokens.size()));
    others.title = tr("%Ln other(s)", nullptr, int(others.tokens.size()));
    others.note = tr("those that expire first on top");
    m_groups = {admins, others};
    m_rows.reserve(count + 2);
    for (int number = 0; number < int(m_groups.size()); ++number) {
        if (hasHeads)
            m_rows.push_back({Kind::Group, number});
        for (const int row : m_groups[std::size_t(number)].tokens)
            m_rows.push_back({Kind::Token, row});
    }
}

void RevokeRows::layOutProgress()
{
    if (m_source->partSize() <= ProgressRows) {
        for (int row = 0; row < m_source->rowCount(); ++row) {
            if (m_source->isOfPart(row))
                m_rows.push_back({Kind::Token, row});
        }
        return;
    }
    for (const int row : m_latest) {
        if (m_source->stateAt(row) == State::Asking)
            m_rows.push_back({Kind::Token, row});
    }
    for (const int row : m_latest) {
        if (m_source->stateAt(row) != State::Asking)
            m_rows.push_back({Kind::Token, row});
    }
}

void RevokeRows::noteAnswer(int sourceRow)
{
    const State state = m_source->stateAt(sourceRow);
    if (state == State::Waiting || state == State::Stopped)
        return; // Stop changes thousands of rows
    std::erase(m_latest, sourceRow);
    m_latest.insert(m_latest.begin(), sourceRow);
    // A token under way stays, however many others were answered since.
    if (m_latest.size() > ProgressRows) {
        const auto settled = std::find_if(m_latest.rbegin(), m_latest.rend(), [this](int row) {
            return m_source->stateAt(row) != State::Asking;
        });
        if (settled != m_latest.rend())
            m_latest.erase(std::next(settled).base());
    }
}

RevokeRows::Outcome RevokeRows::fateOf(State state)
{
    switch (state) {
    case State::Unknown:
    case State::Asking:
        return Outcome::Unknown;
    case State::Failed:
        return Outcome::Failed;
    case State::Asked:
    case State::Waiting:
    case State::NotSent:
    case State::Stopped:
        return Outcome::NotSent;
    case State::Kept:
        return Outcome::Kept;
    case State::Revoked:
    case State::AlreadyGone:
        break;
    }
    return Outcome::Revoked;
}

QString RevokeRows::titleOf(Outcome fate, int count)
{
    switch (fate) {
    case Outcome::Unknown:
        return tr("%Ln may or may not be revoked", nullptr, count);
    case Outcome::Failed:
        return tr("%Ln not revoked", nullptr, count);
    case Outcome::NotSent:
        return tr("%Ln not sent", nullptr, count);
    case Outcome::Kept:
        return tr("%Ln kept: the token in use", nullptr, count);
    case Outcome::Revoked:
        break;
    }
    return tr("%Ln revoked", nullptr, count);
}

QString RevokeRows::titleOf(const Group &group) const
{
    const QString title = titleOf(group.fate, int(group.tokens.size()));
    //: a server, and what became of its tokens
    return group.server < 0
               ? title
               : tr("%1: %2").arg(shownName(m_source->server(group.server).name), title);
}

std::vector<RevokeRows::Group> RevokeRows::resultGroups() const
{
    std::vector<Group> groups;
    QHash<QString, std::size_t> bySentence; // thousands of rows may share a sentence
    QHash<QString, std::size_t> byCause;
    for (int row = 0; row < m_source->rowCount(); ++row) {
        const Outcome fate = fateOf(m_source->stateAt(row));
        const bool hasCause = fate < Outcome::Kept;
        const int server = m_source->serverCount() > 1 ? m_source->serverOf(row) : -1;
        const QString start = QStringLiteral("%1 %2 ").arg(server).arg(int(fate));
        const QString sentence = hasCause ? start + m_source->sentenceAt(row) : start;
        auto number = bySentence.constFind(sentence);
        if (number == bySentence.cend()) {
            const QString cause = hasCause ? m_source->causeAt(row) : QString();
            if (!byCause.contains(start + cause)) {
                byCause.insert(start + cause, groups.size());
                groups.push_back({.fate = fate, .cause = cause, .server = server});
            }
            number = bySentence.insert(sentence, byCause.value(start + cause));
        }
        groups[*number].tokens.push_back(row);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group &a, const Group &b) {
        if (a.server != b.server)
            return a.server < b.server;
        return a.fate != b.fate ? a.fate < b.fate : a.tokens.size() > b.tokens.size();
    });
    for (Group &group : groups) {
        group.title = titleOf(group);
        group.isOpen = group.fate != Outcome::Revoked || groups.size() == 1;
        group.isWhole = groups.size() == 1 || group.tokens.size() <= ShortGroup + 1;
    }
    return groups;
}

void RevokeRows::layOutResult()
{
    std::vector<Group> groups = resultGroups();
    for (Group &group : groups) {
        const auto before = std::find_if(m_groups.cbegin(), m_groups.cend(), [&](const Group &old) {
            return old.fate == group.fate && old.cause == group.cause && old.server == group.server;
        });
        if (before == m_groups.cend())
            continue;
        group.isOpen = before->isOpen;
        group.isWhole = group.isWhole || before->isWhole;
    }
    m_groups = std::move(groups);
    for (int number = 0; number < int(m_groups.size()); ++number)
        addGroup(number);
}

void RevokeRows::addGroup(int number)
{
    const Group &group = m_groups[std::size_t(number)];
    // The heading of the dialog has the title of a lone group.
    if (m_groups.size() > 1 || !group.cause.isEmpty() || group.server >= 0)
        m_rows.push_back({Kind::Group, number});
    if (!group.isOpen)
        return;
    const std::size_t shown = group.isWhole ? group.tokens.size() : ShortGroup;
    for (std::size_t at = 0; at < shown; ++at)
        m_rows.push_back({Kind::Token, group.tokens[at]});
    if (!group.isWhole)
        m_rows.push_back({Kind::More, number});
}

void RevokeRows::toggle(int row)
{
    if (row < 0 || row >= rowCount() || m_layout != Layout::Result)
        return;
    const Row toggled = m_rows[std::size_t(row)];
    if (toggled.kind == Kind::Token)
        return;
    Group &group = m_groups[std::size_t(toggled.at)];
    if (toggled.kind == Kind::More)
        group.isWhole = true;
    else
        group.isOpen = !group.isOpen;
    layOut();
}

int RevokeRows::sourceRow(int row) const
{
    const Row &at = m_rows[std::size_t(row)];
    return at.kind == Kind::Token ? at.at : -1;
}

int RevokeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RevokeRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == KindRole)
        return QVariant::fromValue(row.kind);
    if (row.kind == Kind::Token)
        return m_source->index(row.at).data(role);
    const Group &group = m_groups[std::size_t(row.at)];
    if (row.kind == Kind::Group)
        return groupData(group, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("and %Ln more", nullptr, int(group.tokens.size()) - ShortGroup);
    return {};
}

QVariant RevokeRows::groupData(const Group &group, int role) const
{
    const bool folds = m_layout == Layout::Result;
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::AccessibleTextRole:
        if (!folds)
            return group.note.isEmpty() ? group.title : tr("%1, %2").arg(group.title, group.note);
        return group.isOpen ? tr("%1, open").arg(group.title) : tr("%1, closed").arg(group.title);
    case NoteRole:
        return group.note;
    case ServerColorRole:
        return group.server < 0 ? QVariant() : m_source->server(group.server).colorName;
    case FoldsRole:
        return folds;
    case OpenRole:
        return group.isOpen;
    case Qt::AccessibleDescriptionRole:
    case RevokeListModel::SentenceRole:
    case RevokeListModel::DetailsRole:
        // All tokens of a group have the same cause, so the first one's text is shown.
        return group.cause.isEmpty() ? QVariant()
                                     : m_source->index(group.tokens.front()).data(role);
    case RevokeListModel::StateRole:
        return folds ? m_source->index(group.tokens.front()).data(role) : QVariant();
    default:
        return {};
    }
}

} // namespace rox
