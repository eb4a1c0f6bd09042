// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace rox {

/// Shows the keyboard focus: a ring of 2 px, 1 px off, around the focused button or field.
/// A button that was clicked keeps no ring.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    void watch(QWidget *widget);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QFocusFrame> m_frame;
};

} // namespace rox
