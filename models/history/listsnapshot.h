// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QElapsedTimer>
#include <QUuid>

#include <chrono>
#include <optional>

namespace rox {

/// The newest list of a history in a file beside it, so that a start need not read a million rows
/// and order their names. A cache alone: a list that the history does not name, or a file that is
/// damaged, is not used. Worker thread only.
class ListSnapshot
{
public:
    /// Which list of which history file it is. A file that was made anew counts its lists anew, but
    /// its first list came at another time.
    struct Key
    {
        QUuid history;
        qint64 listing = 0;
        UtcMs firstAt = NoTime;

        bool operator==(const Key &) const = default;
    };
    /// A larger list is written at most every `pause`.
    static constexpr TokenTable::Row LargeList = 150'000;
    static constexpr std::chrono::milliseconds Pause{30'000};

    /// Empty: no file is kept.
    explicit ListSnapshot(QString path, std::chrono::milliseconds pause = Pause);
    /// Writes what keep() has left for later.
    ~ListSnapshot();
    ListSnapshot(const ListSnapshot &) = delete;
    ListSnapshot &operator=(const ListSnapshot &) = delete;

    /// Null: the file has another list, or none that can be read.
    [[nodiscard]] TokenTablePtr read(const Key &key);
    /// Writes the list if the file has another one: now, or when it is large at a later call or at
    /// the end. A list with tokens that could not be read is not kept. A failure is not told.
    void keep(const Key &key, const TokenTablePtr &table);

private:
    struct Pending
    {
        Key key;
        TokenTablePtr table;
    };
    void write(const Pending &list);

    QString m_path;
    std::chrono::milliseconds m_pause;
    std::optional<Key> m_kept; ///< in the file
    std::optional<Pending> m_pending;
    QElapsedTimer m_sinceLarge; ///< was written; invalid: none was
};

} // namespace rox
