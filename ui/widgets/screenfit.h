// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QRect>

namespace rox {

/// `wanted`, but small enough for the screen: room for the desktop's title bar stays.
[[nodiscard]] QSize fittedSize(const QSize &wanted, const QSize &available);

/// The frame moved, and if need be made smaller, so that it lies inside of `available`.
[[nodiscard]] QRect fittedFrame(const QRect &frame, const QRect &available);

/// Keeps every window and dialog of the program, with its frame, inside of the available part of
/// its screen: when it opens, and when the desktop has put its frame around it.
class ScreenFit : public QObject
{
    Q_OBJECT

public:
    explicit ScreenFit(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rox
