// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedLayout;

namespace rox {

class LinkButton;
class NoticeBar;
class SecretClipboard;

/// What becomes of the clipboard after a copy: the countdown, then how it ended. Keeps its room
/// before there is anything to say.
class ClipboardRow : public QWidget
{
    Q_OBJECT

public:
    explicit ClipboardRow(SecretClipboard *clipboard, QWidget *parent);
    /// From now on; a countdown of an earlier value is none of this dialog's.
    void follow();
    /// The dialog says by itself that the clipboard no longer holds the value: not twice.
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
    NoticeBar *m_refused;
    bool m_follows = false;
    bool m_isEndSaid = false;
};

} // namespace rox
