// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QString>
#include <QStringList>

class QTimer;

namespace rox {

enum class Severity { Info, Success, Caution, Bad };

/// What happened, said in place. Success hides after 8 s, others stay; no focus is stolen.
struct Message
{
    QString id = {}; ///< the same id replaces
    Severity severity = Severity::Info;
    QString symbol = {};      ///< icon of its own; empty: the severity's
    QString lead = {};        ///< first sentence, semibold; plain text
    QString text = {};        ///< the rest; plain text
    QStringList actions = {}; ///< button texts; actionChosen gives the position
    bool closable = true;
};

/// One bar. Accessible name "Message"; its accessible description is the text.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void dismiss();                  ///< hides whatever is shown
    void dismiss(const QString &id); ///< hides only this one
    [[nodiscard]] const Message &message() const { return m_message; }
    /// A widget under the text, inside the bar (candidates, escalation table). Takes ownership;
    /// null removes.
    void setExtra(QWidget *extra);

Q_SIGNALS:
    void actionChosen(const QString &id, int action);
    void dismissed(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    Message m_message;
    QWidget *m_extra = nullptr;
    QTimer *m_hide;
};

} // namespace rox
