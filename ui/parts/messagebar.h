// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QList>
#include <QString>
#include <QStringList>

class QHBoxLayout;
class QLabel;
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

/// One bar. Accessible name "Message"; its accessible description is the text, which a screen
/// reader says when it comes or changes. What stays (Caution, Bad) comes back when what was shown
/// over it is dismissed.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    /// As show(), but what stays is not covered: this one is seen once that has gone.
    void showUnder(const Message &message);
    void dismiss();                  ///< all of them
    void dismiss(const QString &id); ///< this one, shown or covered by a newer
    [[nodiscard]] const Message &message() const { return m_message; } ///< the one shown
    /// A widget under the text of the message shown, inside the bar (candidates, escalation table);
    /// it comes and goes with that message. Takes ownership; null removes.
    void setExtra(QWidget *extra);

Q_SIGNALS:
    void actionChosen(const QString &id, int action);
    void dismissed(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Covered
    {
        Message message;
        QWidget *extra;
    };
    class Symbol;

    void cover(); ///< keeps what is shown for later, if it is such that stays
    void dropCovered(const QString &id);
    void display(bool sameParts); ///< m_message and m_extra
    void rebuild();
    void addButtons(QHBoxLayout *row);
    [[nodiscard]] bool isKept(const QWidget *child) const; ///< an extra that is still wanted
    void fillText();
    Message m_message;
    QWidget *m_extra = nullptr;
    QList<Covered> m_covered; ///< the oldest first
    QWidget *m_content = nullptr;
    QLabel *m_text = nullptr;
    Symbol *m_symbol = nullptr;
    QTimer *m_hide;
};

} // namespace rox
