// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

#include <memory>

class QAction;

namespace rox {

class Secret;

/// "Search tokens": a magnifier, and at the end its shortcut, or a clear button while there is
/// text.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    void setTextSilently(const QString &text);
    static constexpr int MaximumLength = 1000;

Q_SIGNALS:
    void downPressed();
    /// As TokenGuard::refused().
    void tokenRefused(const std::shared_ptr<const rox::Secret> &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeParts();
    [[nodiscard]] QFont hintFont() const;
    QAction *m_clear;
};

} // namespace rox
