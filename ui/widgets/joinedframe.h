// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QFrame>

namespace rox {

/// A rounded frame in the colour of fields around children without borders, which it clips to its
/// corners.
class JoinedFrame : public QFrame
{
    Q_OBJECT

public:
    explicit JoinedFrame(QWidget *parent = nullptr);
    /// The colour outside of the corners; the default is Window.
    void setSurroundings(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;

private:
    QWidget *m_edge;
};

} // namespace rox
