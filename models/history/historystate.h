// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

namespace rox {

/// Whether the history of one Central is kept, and what was lost of it.
struct HistoryState
{
    enum class Problem {
        None,
        NoFolder, ///< the folder or the file cannot be made or written
        Full,     ///< no room on the disk
        Locked,   ///< another process holds the file
        Newer,    ///< a newer Rox Tokens wrote the file; it is not written, and left as it is
        Failed,   ///< SQLite failed otherwise
    };
    enum class Loss {
        None,
        Damaged, ///< the file was damaged, and set aside
        Emptied, ///< the file had no bytes left, and was set aside
        Removed, ///< the file was gone
    };

    Problem problem = Problem::None;
    Loss loss = Loss::None;
    QString path = {};   ///< of the file; after Damaged and Emptied, of the one that was set aside
    QString detail = {}; ///< SQLite's own words
    int salvaged = 0;    ///< Damaged: operations, notes and creators that were read out of it

    [[nodiscard]] bool isKept() const { return problem == Problem::None; }
    bool operator==(const HistoryState &) const = default;
};

} // namespace rox

Q_DECLARE_METATYPE(rox::HistoryState)
