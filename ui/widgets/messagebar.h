// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/message.h"

#include <QFrame>
#include <QPointer>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace rox {

/// A bar inside its contents margins that shows one message: in a dialog, where it stays until the
/// dialog hides it. Accessible name "Message"; its accessible description is the text, which a
/// screen reader says when the bar appears or its text changes.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// The buttons are made anew, unless it is the same message with the same buttons.
    void setMessage(const Message &message);
    [[nodiscard]] const Message &message() const { return m_message; }
    /// Under the text, inside the bar. Takes ownership; deletes the one before; null removes.
    void setExtra(QWidget *extra);

protected:
    /// As setExtra(), but hides the one before: its owner deletes it.
    void placeExtra(QWidget *extra);
    void setText(const QString &text); ///< of the message; not announced
    /// Stands after the buttons of each closable message.
    void addCloseButton(const QString &name, const std::function<void()> &close);
    void focusFirstAction();
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fillText();
    void replaceButtons();
    void addButton(const MessageAction &action, qsizetype position);

    Message m_message;
    QLabel *m_text;
    QVBoxLayout *m_column; ///< the text, and the extra
    QHBoxLayout *m_row;
    QList<QAbstractButton *> m_buttons;
    QWidget *m_close = nullptr;
    QPointer<QWidget> m_extra;
};

} // namespace rox
