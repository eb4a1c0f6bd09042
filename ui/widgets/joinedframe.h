// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QFrame>

namespace rox {

/// A rounded frame with the ground of fields, into which borderless parts are set; its children are
/// clipped to its corners.
class JoinedFrame : public QFrame
{
    Q_OBJECT

public:
    explicit JoinedFrame(QWidget *parent = nullptr);
    /// What lies around the frame, if not the window's own ground.
    void setSurroundings(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;

private:
    QWidget *m_edge;
};

} // namespace rox
