// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenevent.h"

#include <QHash>

#include <array>

namespace rox {

/// What became of the tokens of one revocation: the latest event of each token. After a lost answer
/// the latest may be that a list has settled it.
class RevokeSummary
{
public:
    enum class State {
        Revoked,
        Gone,
        NotRevoked, ///< Central refused
        NotSent,
        Unknown,
        ListedRevoked, ///< this and the next two: the answer was lost, and a list has settled it
        ListedGone,
        ListedActive
    };

    void take(const RevokeEvent &event);
    /// Takes over the unknown tokens of an earlier revocation that this one is not about.
    void keepUnknown(const RevokeSummary &before);

    [[nodiscard]] int count(State state) const { return m_counts[std::size_t(state)]; }
    /// In the order of their first events.
    [[nodiscard]] QStringList ids(State state) const;
    [[nodiscard]] bool contains(const QString &tokenId) const { return m_rows.contains(tokenId); }
    [[nodiscard]] bool isUnknown(const QString &tokenId) const;
    [[nodiscard]] QString name(const QString &tokenId) const
    {
        return m_entries[m_rows[tokenId]].name;
    }
    /// No event has come.
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] bool isOfOne() const { return m_entries.size() == 1; }
    /// A token is not revoked, or it is not known whether it is.
    [[nodiscard]] bool isOpen() const;
    /// The tokens to ask about again: those that are proven not to be revoked, else the unknown.
    [[nodiscard]] QStringList retryIds() const;
    /// The latest event.
    [[nodiscard]] const RevokeEvent &last() const { return m_last; }
    /// Of those Revoked: Central did not answer so, but listed the token as revoked.
    [[nodiscard]] int readBack() const { return m_readBack; }
    /// When the list came that settled some; NoTime: none did.
    [[nodiscard]] UtcMs listedAt() const { return m_listedAt; }

private:
    struct Entry
    {
        QString id;
        QString name;
        State state;
    };

    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_rows; ///< in m_entries, by id
    std::array<int, std::size_t(State::ListedActive) + 1> m_counts{};
    RevokeEvent m_last;
    int m_readBack = 0;
    UtcMs m_listedAt = NoTime;
};

} // namespace rox
