// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokerows.h"
#include "models/values/clock.h"
#include "ui/widgets/dialogsize.h"

#include <QTimer>

namespace rox {

class RevokeDelegate;

/// The list of "Revoke tokens": groups open and close by a click, Return or Space; the details of a
/// failure are copied by a link, a menu or the Copy key.
class RevokeList : public FittedList
{
    Q_OBJECT

public:
    RevokeList(RevokeRows *rows, const Clock *clock, QWidget *parent);

    void setLayoutOfRows(RevokeRows::Layout layout);
    /// Turns the arcs of the tokens that Central is being asked about.
    void setSpinning(bool spinning);
    /// Asks for the height of its first rows; of `least` of them while fewer are there.
    void fitRows(int least = 0);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isHead(const QModelIndex &index) const;
    void toggle(const QModelIndex &index);
    void copyDetails(const QModelIndex &index);
    void showMenu(const QPoint &at);

    RevokeRows *m_rows;
    RevokeDelegate *m_delegate;
    RevokeRows::Layout m_layout = RevokeRows::Layout::Question;
    QTimer m_spin;
    int m_degrees = 0;
};

} // namespace rox
