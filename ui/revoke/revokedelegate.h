// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokerows.h"
#include "models/values/clock.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace rox {

/// Draws the rows of RevokeRows: tokens of the question in two lines, tokens with their outcome in
/// one, and heads of groups with the cause under the title.
class RevokeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Layout = RevokeRows::Layout;

    RevokeDelegate(const Clock *clock, QObject *parent);
    void setLayoutOfRows(Layout layout) { m_layout = layout; }
    void setSpin(int degrees) { m_spin = degrees; }
    void setCopied(const QModelIndex &index) { m_copied = index; }
    /// The height of a token with its outcome.
    [[nodiscard]] int lineHeight(const QFont &font) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void detailsRequested(const QModelIndex &index);
    void toggleRequested(const QModelIndex &index); ///< a head was clicked

private:
    [[nodiscard]] int questionHeight(const QFont &font) const;
    void paintMore(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintOutcome(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    const Clock *m_clock;
    Layout m_layout = Layout::Question;
    int m_spin = 0;
    QPersistentModelIndex m_copied;
    mutable QFont m_heightFont; ///< m_height is cached for it: a list of 100,000 asks for each row
    mutable int m_height = 0;
};

} // namespace rox
