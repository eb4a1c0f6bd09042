// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/cleanup.h"

#include <QAbstractTableModel>

namespace rox {

/// What a clean-up was made of. The rows are those of `table`, which does not change any more.
struct CleanUpPlan
{
    TokenTablePtr table;
    UtcMs now = 0; ///< by Central's clock
    CleanUp cleanUp;
};

/// The rows of one part of a clean-up: those that go, or those that stay and why.
class CleanUpModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Part { Going, Staying };
    enum Column { Name, Roles, Expires, Id, Why, ColumnCount }; ///< Why only of those that stay

    explicit CleanUpModel(CleanUpPlan plan, QObject *parent = nullptr);

    void setPart(Part part);
    [[nodiscard]] Part part() const { return m_part; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] TokenTable::Row rowAt(int at) const;
    [[nodiscard]] QString text(int at, Column column) const;

    CleanUpPlan m_plan;
    Part m_part = Part::Going;
};

} // namespace rox
