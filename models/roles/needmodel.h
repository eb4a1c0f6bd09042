// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <QAbstractTableModel>

namespace rox {

/// The resources of Central with two check boxes each: what a token must read and write. Write
/// access includes read access, so checking Write checks Read, and unchecking Read both.
class NeedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Resource, Sentence, Read, Write };

    /// The rows are resources(), and what else `roles` grant.
    explicit NeedModel(const QList<RoleGrant> &roles, QObject *parent = nullptr);

    /// A resource without a row is left out.
    void setNeed(const AccessMap &need);
    [[nodiscard]] AccessMap need() const; ///< without Access::None

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void needChanged(); ///< by a check box

private:
    struct Row
    {
        QString resource;
        Access access = Access::None;
    };
    QList<Row> m_rows;
};

} // namespace rox
