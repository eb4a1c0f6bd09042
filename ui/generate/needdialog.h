// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/leastrole.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace rox {

class NeedModel;
class NeedTable;
class ProposalCard;

/// "What must it do?": proposes the roles that grant what is ticked, and least beyond it. Opened
/// with open().
class NeedDialog : public QDialog
{
    Q_OBJECT

public:
    /// `roles`: those that may be given and whose access is known.
    explicit NeedDialog(const QList<RoleGrant> &roles, QWidget *parent = nullptr);
    /// Offers to begin with what these roles grant together.
    void offerGrantsOf(const QList<RoleGrant> &checked);

Q_SIGNALS:
    void rolesChosen(const QStringList &roles);

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QLayout *makeChoices();
    [[nodiscard]] QLayout *makeButtons();
    void fillScopes();
    void takeJob(int at);
    void propose();

    QList<RoleGrant> m_roles;
    LeastRoleSearch m_search;
    std::optional<LeastRoles> m_found;
    AccessMap m_ofChecked; ///< what the checked roles grant
    NeedModel *m_model;
    QComboBox *m_job;   ///< the data of an item: number of the preset, or one of Job
    QComboBox *m_where; ///< the data of an item: id of the access scope
    NeedTable *m_table;
    ProposalCard *m_proposal;
    QPushButton *m_use;
};

} // namespace rox
