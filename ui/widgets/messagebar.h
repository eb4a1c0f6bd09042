// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace rox {

enum class Severity { Info, Success, Caution, Bad };

/// A button of a message, and what it does.
struct MessageAction
{
    // Implicit: where a text alone is given, actionChosen() tells of the click.
    MessageAction(QString buttonText, std::function<void()> onClick = {}, QString icon = {},
                  bool primary = false)
        : text(std::move(buttonText))
        , run(std::move(onClick))
        , symbol(std::move(icon))
        , isPrimary(primary)
    {}

    QString text;
    std::function<void()> run; ///< may be empty
    QString symbol;            ///< of resources/icons; empty: none
    bool isPrimary;
};

/// What happened, said in place. Success hides after 8 s, others stay; no focus is stolen.
struct Message
{
    QString id = {};     ///< the same id of the same server replaces
    QString server = {}; ///< key of the server that it is about; empty: of the program
    Severity severity = Severity::Info;
    QString symbol = {}; ///< icon of its own; empty: the severity's
    QString lead = {};   ///< first sentence, semibold; plain text
    QString text = {};   ///< the rest; plain text
    QList<MessageAction> actions = {};
    bool closable = true;
};

/// One bar. Accessible name "Message"; its accessible description is the text, which a screen
/// reader says when it comes or changes. What stays (Caution, Bad) comes back when what was shown
/// over it is dismissed.
///
/// A message of a server leaves with it. What stays waits until that server is shown again. A
/// message about a server that is not shown is seen at once, until the next change of server.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    /// As show(), but what stays is not covered: this one is seen once that has gone.
    void showUnder(const Message &message);
    /// The server that the window is on; empty: none.
    void setServer(const QString &server);
    void dismiss();                  ///< all of them
    void dismiss(const QString &id); ///< of whatever server, shown or not
    void dismiss(const QString &id, const QString &server);
    void dismissAllOf(const QString &server); ///< which is not there any more
    [[nodiscard]] const Message &message() const { return m_message; } ///< the one shown
    /// Other words after the lead, as when time passes: not announced. Nothing if there is no such
    /// message.
    void retell(const QString &id, const QString &server, const QString &text);
    /// A widget under the text of this message, inside the bar (candidates, escalation table); it
    /// comes and goes with that message. Takes ownership, also where there is no such message; null
    /// removes.
    void setExtra(const QString &id, QWidget *extra);
    /// The keyboard goes to the first button, if this message is the one shown.
    void focusAction(const QString &id);

Q_SIGNALS:
    /// A button that has nothing of its own to run; its position.
    void actionChosen(const QString &id, int action);
    void dismissed(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        Message message;
        QWidget *extra = nullptr;
        bool isHere = true; ///< may be seen while the window is on this server
    };
    class Symbol;

    [[nodiscard]] qsizetype indexOf(const QString &id, const QString &server) const;
    [[nodiscard]] qsizetype top() const; ///< the newest that is here; -1: none
    void drop(const std::function<bool(const Message &)> &isMeant);
    void dropNews(); ///< what is shown and does not stay
    void showTop();  ///< what is on top now; announced if it says something else than before
    void display(bool sameParts, bool isNews);
    void rebuild();
    void addButtons(QHBoxLayout *row);
    QPushButton *makeButton(const MessageAction &action, qsizetype position);
    void choose(qsizetype position);
    [[nodiscard]] bool isKept(const QWidget *child) const; ///< an extra that is still wanted
    void fillText();

    QList<Entry> m_entries; ///< the oldest first
    Message m_message;
    QWidget *m_extra = nullptr; ///< of m_message, in m_content
    QString m_server;
    QWidget *m_content = nullptr;
    QLabel *m_text = nullptr;
    Symbol *m_symbol = nullptr;
    QList<QPushButton *> m_buttons;
    QTimer *m_hide;
};

} // namespace rox
