// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

class QToolButton;

namespace rox {

/// "Search tokens": a magnifier, a hint of its shortcut that gives way to a button that clears.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    void setTextSilently(const QString &text);
    static constexpr int MaximumLength = 1000;

Q_SIGNALS:
    void downPressed();
    void tokenRefused(); ///< one was put in here, and taken out again

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeParts();
    [[nodiscard]] QFont hintFont() const;
    QToolButton *m_clear;
};

} // namespace rox
