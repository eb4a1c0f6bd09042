// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationstate.h"
#include "ui/widgets/chips.h"

#include <QStyledItemDelegate>

namespace rox {

/// The badge of a state.
[[nodiscard]] StatusLook rotationLook(RotationStanding::State state, const StatusColors &tones);

/// Draws the cells of a RotationListModel: a badge, or two lines.
class RotationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    static constexpr int RowHeight = 44;
};

} // namespace rox
