// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>

namespace rox {

/// Texts that the user has finished, by the id of the token, from then on until the list has them.
class NoteDrafts
{
public:
    enum class State {
        Sent,   ///< it is being kept
        Kept,   ///< the list does not have it yet
        Failed, ///< `reason` says why it could not be kept
    };
    struct Draft
    {
        QString text;
        QString before; ///< what the list had when it was sent
        State state = State::Sent;
        QString reason = {};
    };

    void send(const QString &id, const QString &text, const QString &listed)
    {
        m_drafts.insert(id, {text, listed});
    }
    /// What became of this text; ignored if another one was sent since.
    void settle(const QString &id, const QString &text, const QString &reason)
    {
        const auto draft = m_drafts.find(id);
        if (draft == m_drafts.end() || draft->text != text)
            return;
        draft->state = reason.isEmpty() ? State::Kept : State::Failed;
        draft->reason = reason;
    }
    /// The text to show of a token of which the list has `listed`. A draft that was kept is
    /// forgotten once the list has something new.
    [[nodiscard]] QString shown(const QString &id, const QString &listed)
    {
        const auto draft = m_drafts.find(id);
        if (draft == m_drafts.end())
            return listed;
        if (draft->state == State::Kept && listed != draft->before) {
            m_drafts.erase(draft);
            return listed;
        }
        return draft->text;
    }
    [[nodiscard]] const Draft *find(const QString &id) const
    {
        const auto draft = m_drafts.constFind(id);
        return draft == m_drafts.cend() ? nullptr : &*draft;
    }

private:
    QHash<QString, Draft> m_drafts;
};

} // namespace rox
