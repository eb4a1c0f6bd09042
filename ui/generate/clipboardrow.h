// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace rox {

class LinkButton;
class MessageBar;
class SecretClipboard;

/// The clipboard after a copy: the countdown, then its outcome. Keeps its height while it is empty.
class ClipboardRow : public QWidget
{
    Q_OBJECT

public:
    explicit ClipboardRow(SecretClipboard *clipboard, QWidget *parent);
    /// Shows the clipboard from now on; before, it may hold the value of another dialog.
    void follow();
    /// True: the outcome is not shown, as the dialog shows it elsewhere.
    void setEndSaid(bool said);

Q_SIGNALS:
    void heightChanged();

private:
    void show();

    SecretClipboard *m_clipboard;
    QWidget *m_line;
    QProgressBar *m_bar;
    QLabel *m_text;
    LinkButton *m_clear;
    MessageBar *m_refused;
    bool m_follows = false;
    bool m_isEndSaid = false;
};

} // namespace rox
