// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <QAbstractListModel>

namespace rox {

/// A checkable list of the roles that the credential may give to a token, with the access of each
/// if Central returned it. During a search checked roles come first. Sorted bytewise.
class RoleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString
        GrantKnownRole,              ///< bool: WritesRole and ReadsRole are valid
        WritesRole,                  ///< QStringList of resources
        ReadsRole,                   ///< QStringList of resources
        WritesEverythingRole,        ///< bool: all resources that Central has
        RefusedRole,                 ///< bool: Central's last answer refused this role
    };

    explicit RoleListModel(QObject *parent = nullptr);

    /// Keeps the check marks of roles that are still allowed. `grants` may lack some roles.
    void setRoles(const QStringList &allowed, const QList<RoleGrant> &grants);
    void setSearch(const QString &text);
    void setRefused(const QStringList &roles);
    void setChecked(const QStringList &roles);

    [[nodiscard]] QStringList checkedRoles() const; ///< in Central's order
    /// The allowed roles whose access is known, in Central's order. None if Central returned its
    /// roles without any access.
    [[nodiscard]] QList<RoleGrant> knownGrants() const;
    [[nodiscard]] int roleCount() const; ///< all allowed roles, also those that the search hides
    /// Together the checked roles have write access to every resource of Central.
    [[nodiscard]] bool checkedWriteEverything() const;
    /// The union of the checked roles' access, sorted. False if that of one role is not known.
    [[nodiscard]] bool checkedGrant(QStringList *writes, QStringList *reads) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checkedRolesChanged();

private:
    struct Entry
    {
        RoleGrant grant;
        bool grantKnown = false;
        bool checked = false;
        bool refused = false;
    };
    [[nodiscard]] QList<int> arranged() const;
    void arrange();
    void announce(int entry, const QList<int> &roles);

    QList<Entry> m_entries; ///< all allowed roles
    QList<int> m_shown;     ///< positions in m_entries
    QString m_search;
    int m_resourceCount = 0;
};

} // namespace rox
