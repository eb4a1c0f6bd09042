// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/joinedframe.h"

class QTableView;

namespace rox {

class LeakListModel;

/// The table "Tokens found". The header has a check box for all rows; Space checks the current row,
/// Return asks for the sign-in that a row needs.
class LeakTable : public JoinedFrame
{
    Q_OBJECT

public:
    LeakTable(LeakListModel *model, QWidget *parent);

Q_SIGNALS:
    void signInRequested(int row);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeColumns();

    QTableView *m_view;
};

} // namespace rox
