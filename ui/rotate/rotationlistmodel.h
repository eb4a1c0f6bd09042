// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"

#include <QAbstractTableModel>

#include <functional>

namespace rox {

/// Rotations of all servers, filtered by their state. A row is found again by its chain.
class RotationListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, OldColumn, NewColumn, ServerColumn, EndColumn, ColumnCount };
    enum Role { UpperRole = Qt::UserRole + 1, LowerRole }; ///< the two lines of a cell

    /// Which rotations are shown; empty: all.
    using Filter = std::function<bool(const RotationRow &)>;

    explicit RotationListModel(QObject *parent = nullptr);

    /// Sorted already.
    void setRotations(const QList<RotationRow> &rows);
    void setFilter(Filter filter);
    [[nodiscard]] const RotationRow &at(int row) const { return m_shown.at(row); }
    [[nodiscard]] int rowOf(const QUuid &chain) const;   ///< -1: not shown
    [[nodiscard]] int count(const Filter &filter) const; ///< of all

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void show();

    QList<RotationRow> m_all;
    QList<RotationRow> m_shown;
    Filter m_filter;
};

} // namespace rox
