// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokerows.h"
#include "models/values/clock.h"
#include "ui/widgets/dialogsize.h"

#include <QTimer>

namespace rox {

class RevokeDelegate;

/// The list of "Revoke tokens". A click, Return or Space opens and closes a group; a link, a menu
/// and the Copy key copy the details of a failure.
class RevokeList : public FittedList
{
    Q_OBJECT

public:
    RevokeList(RevokeRows *rows, const Clock *clock, QWidget *parent);

    void setLayoutOfRows(RevokeRows::Layout layout);
    /// Turns the arcs of rows that wait for Central's answer.
    void setSpinning(bool spinning);
    /// Sets the wanted height to that of the first rows, at least of `least` rows.
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
