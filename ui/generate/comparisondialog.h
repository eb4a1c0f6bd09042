// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace rox {

class ChipFlow;
class TextLabel;

/// "Compare two roles": what only the first, both, and only the second grant. Opened with open().
class ComparisonDialog : public QDialog
{
    Q_OBJECT

public:
    /// `roles`: two or more, whose access is known.
    explicit ComparisonDialog(const QList<RoleGrant> &roles, QWidget *parent = nullptr);
    /// Names that are not among the roles are ignored.
    void setRoles(const QString &left, const QString &right);

private:
    struct Part
    {
        TextLabel *heading;
        TextLabel *scope;
        ChipFlow *grants;
        QLabel *nothing;
    };
    [[nodiscard]] QComboBox *makeChoice(const QString &objectName, const QString &name);
    [[nodiscard]] QLayout *makePart(Part &part, const QString &objectName);
    [[nodiscard]] QWidget *makeContent();
    void fill(const Part &part, const QString &heading, const QString &scope,
              const AccessMap &access);
    void compare();

    QList<RoleGrant> m_roles;
    QComboBox *m_left;
    QComboBox *m_right;
    Part m_onlyLeft;
    Part m_both;
    Part m_onlyRight;
    TextLabel *m_note;
};

} // namespace rox
