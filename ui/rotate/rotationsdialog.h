// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"

#include <QDialog>

class QTableView;

namespace rox {

class RotationDetails;
class RotationListModel;
class SegmentedBar;

/// "Rotations": those of all servers, what needs a person first, and the selected one in detail.
class RotationsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RotationsDialog(QWidget *parent);
    void setRotations(const QList<RotationRow> &rows);

Q_SIGNALS:
    void nextRequested(const QUuid &chain);
    void revokeOldRequested(const QUuid &chain);
    void changePlanRequested(const QUuid &chain);
    void giveUpRequested(const QUuid &chain);

private:
    [[nodiscard]] QWidget *makeList();
    void makeSegments();
    void makeTable();
    void showCounts();
    void showDetails();

    RotationListModel *m_model;
    SegmentedBar *m_states;
    QTableView *m_table;
    QWidget *m_empty;
    RotationDetails *m_details;
    QUuid m_selected;
};

} // namespace rox
