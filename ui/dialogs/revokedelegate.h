// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace rox {

/// A token to revoke: asked, a row of two lines with name, roles and expiry; then one line with
/// what becomes of it; in the result, failures take three lines and more.
class RevokeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Look { Question, Progress, Result };

    RevokeDelegate(const Clock *clock, QObject *parent);
    void setLook(Look look) { m_look = look; }
    void setRetried(bool retried) { m_retried = retried; } ///< "Asked again, at …"
    void setSpin(int degrees) { m_spin = degrees; }
    void setCopied(const QModelIndex &index) { m_copied = index; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    static constexpr int QuestionHeight = 52;
    static constexpr int LineHeight = 32;

Q_SIGNALS:
    void detailsRequested(const QModelIndex &index);

private:
    struct FailureLayout;
    [[nodiscard]] bool isFailure(const QModelIndex &index) const;
    [[nodiscard]] FailureLayout failureLayout(const QStyleOptionViewItem &option,
                                              const QModelIndex &index) const;
    void paintQuestion(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;
    void paintLine(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintFailure(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                    const QModelIndex &index) const;

    const Clock *m_clock;
    Look m_look = Look::Question;
    bool m_retried = false;
    int m_spin = 0;
    QPersistentModelIndex m_copied;
};

} // namespace rox
