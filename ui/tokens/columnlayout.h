// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"

#include <QHash>
#include <QList>

#include <optional>

class QDataStream;

namespace rox {

/// Which columns the user wants, in which order, and how wide.
struct ColumnLayout
{
    struct Entry
    {
        TokenColumn column;
        bool isShown = true;
        int width = 0; ///< in device-independent pixels; 0: not set by the user

        bool operator==(const Entry &) const = default;
    };
    QList<Entry> columns; ///< every column once, as they stand from the start of a row
    int viewport = 0;     ///< width of the list when the widths were set
    /// Shown for now, though the user may have hidden it, and dropped in no narrow list. Not
    /// stored.
    std::optional<TokenColumn> needed;

    [[nodiscard]] bool hasWidths() const;
    void show(TokenColumn column, bool isShown); ///< ignored where the column may not be hidden
    bool operator==(const ColumnLayout &) const = default;
};

/// What the tables say. `shown`: empty, or the columns that are shown, in this order. Those of
/// several servers stand behind Name; they are shown if the list is of several.
[[nodiscard]] ColumnLayout firstLayout(std::span<const TokenColumn> shown = {},
                                       bool isOfServers = false);

/// The ids of the columns that the layout shows, in its order.
[[nodiscard]] QStringList shownIds(const ColumnLayout &layout);

/// By the ids of the columns. Columns that the stream does not have stand where they stood in the
/// layout that is read into; what is no layout leaves it as it is.
QDataStream &operator<<(QDataStream &stream, const ColumnLayout &layout);
QDataStream &operator>>(QDataStream &stream, ColumnLayout &layout);

/// The layouts of all views that the user has changed. Views without columns of their own share
/// one.
class ColumnLayouts
{
public:
    bool setView(const TokenViewInfo &view); ///< true: it has another layout
    /// The list is of several servers: it has the columns that say so. True: it was not before, or
    /// the other way round.
    bool setOfServers(bool isOfServers);
    [[nodiscard]] bool has(const TokenColumnInfo &column) const
    {
        return m_isOfServers || !column.isOfServers;
    }
    [[nodiscard]] ColumnLayout atFirst() const;
    [[nodiscard]] ColumnLayout current() const; ///< of the view
    void setCurrent(const ColumnLayout &layout);
    /// To be kept, and given back later.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state);

private:
    [[nodiscard]] ColumnLayout stored() const;
    QHash<QString, ColumnLayout> m_layouts; ///< by the id of the view, or empty
    QString m_key;
    std::span<const TokenColumn> m_columnsAtFirst;
    bool m_isOfServers = false;
};

} // namespace rox
