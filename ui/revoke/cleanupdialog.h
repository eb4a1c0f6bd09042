// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "ui/revoke/cleanupmodel.h"

#include <QDialog>

class QTableView;

namespace rox {

class SegmentedBar;

/// What the preview is about, beside its rows.
struct CleanUpSubject
{
    ServerFacts server;
    QString rows;       ///< which rows of the list they are: "Active, search: ci"
    QString note;       ///< about them; may be empty
    quint32 others = 0; ///< tokens of the list that are not among the rows
};

/// "Clean up": names and counts the tokens that are to be revoked, and those that stay and why. The
/// question before a revoke is another dialog.
class CleanUpDialog : public QDialog
{
    Q_OBJECT

public:
    CleanUpDialog(const CleanUpSubject &subject, const CleanUpPlan &plan, QWidget *parent);

Q_SIGNALS:
    void exportRequested();
    void revokeRequested();

private:
    void makeTable();
    [[nodiscard]] QLayout *makeButtons(const CleanUp &cleanUp);
    void showPart(CleanUpModel::Part part);

    CleanUpModel *m_model;
    SegmentedBar *m_parts;
    QTableView *m_view;
};

} // namespace rox
