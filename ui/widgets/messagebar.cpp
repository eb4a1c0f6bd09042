// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagebar.h"

#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/barlook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SuccessMs = 8000;

/// A button in it may be what brought us here.
void letGo(QWidget *part)
{
    if (!part)
        return;
    part->hide();
    part->deleteLater();
}

bool stays(const Message &message)
{
    return message.severity == Severity::Caution || message.severity == Severity::Bad;
}

bool isSame(const Message &one, const Message &other)
{
    return one.id == other.id && one.server == other.server;
}

/// The same buttons, whatever they do by now.
bool hasPartsOf(const Message &one, const Message &other)
{
    return one.closable == other.closable
           && std::equal(one.actions.cbegin(), one.actions.cend(), other.actions.cbegin(),
                         other.actions.cend(), [](const MessageAction &a, const MessageAction &b) {
                             return a.text == b.text && a.symbol == b.symbol
                                    && a.isPrimary == b.isPrimary;
                         });
}

} // namespace

/// The tone of the bar, at the size of a line; painted anew with each theme.
class MessageBar::Symbol final : public QWidget
{
public:
    explicit Symbol(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(16, 16);
    }

    void show(const QString &name, Severity severity)
    {
        m_name = name;
        m_severity = severity;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintSymbol(&painter, m_name, barLook(m_severity, palette()).tone.text, rect());
    }

private:
    QString m_name;
    Severity m_severity = Severity::Info;
};

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_hide(new QTimer(this))
{
    prepareToAnnounce();
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_hide->setSingleShot(true);
    m_hide->setInterval(SuccessMs);
    connect(m_hide, &QTimer::timeout, this, [this] { dismiss(m_message.id, m_message.server); });
    hide();
}

void MessageBar::show(const Message &message)
{
    const qsizetype known = indexOf(message.id, message.server);
    if (known >= 0 && known == top()) {
        letGo(std::exchange(m_entries[known].extra, nullptr));
        m_entries[known].message = message;
    } else {
        if (known >= 0)
            letGo(m_entries.takeAt(known).extra);
        dropNews();
        m_entries.append({message});
    }
    showTop();
}

void MessageBar::showUnder(const Message &message)
{
    const qsizetype over = top();
    if (over < 0 || isSame(m_entries.at(over).message, message)
        || !stays(m_entries.at(over).message)) {
        show(message);
        return;
    }
    if (const qsizetype known = indexOf(message.id, message.server); known >= 0)
        letGo(m_entries.takeAt(known).extra);
    m_entries.insert(top(), {message});
}

void MessageBar::setServer(const QString &server)
{
    if (std::exchange(m_server, server) == server)
        return;
    drop([&](const Message &each) { return !stays(each) && each.server != server; });
    for (Entry &entry : m_entries)
        entry.isHere = entry.message.server.isEmpty() || entry.message.server == server;
    showTop();
}

qsizetype MessageBar::indexOf(const QString &id, const QString &server) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).message.id == id && m_entries.at(i).message.server == server)
            return i;
    }
    return -1;
}

qsizetype MessageBar::top() const
{
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (m_entries.at(i).isHere)
            return i;
    }
    return -1;
}

void MessageBar::drop(const std::function<bool(const Message &)> &isMeant)
{
    QStringList gone;
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (!isMeant(m_entries.at(i).message))
            continue;
        const Entry entry = m_entries.takeAt(i);
        letGo(entry.extra);
        gone.append(entry.message.id);
    }
    if (gone.isEmpty())
        return;
    showTop();
    for (const QString &id : std::as_const(gone))
        Q_EMIT dismissed(id);
}

void MessageBar::dropNews()
{
    if (const qsizetype over = top(); over >= 0 && !stays(m_entries.at(over).message))
        letGo(m_entries.takeAt(over).extra);
}

void MessageBar::showTop()
{
    const qsizetype at = top();
    if (at < 0) {
        m_hide->stop();
        m_message = {};
        m_extra = nullptr;
        m_buttons.clear();
        hide();
        return;
    }
    const Entry &entry = m_entries.at(at);
    const bool isSameOne = !isHidden() && isSame(entry.message, m_message);
    const bool isNews = !isSameOne || plainBarText(entry.message) != plainBarText(m_message);
    const bool sameParts = isSameOne && hasPartsOf(entry.message, m_message);
    if (m_extra && entry.extra != m_extra && isKept(m_extra)) {
        m_extra->hide();
        m_extra->setParent(this); // not of what goes
    }
    m_message = entry.message;
    m_extra = entry.extra;
    display(sameParts, isNews);
}

void MessageBar::display(bool sameParts, bool isNews)
{
    if (!sameParts)
        rebuild();
    if (m_extra && m_extra->parentWidget() != m_content) {
        m_content->layout()->addWidget(m_extra);
        m_extra->show();
    }
    fillText();
    setAccessibleDescription(plainBarText(m_message));
    update();
    setVisible(true);
    if (!isNews)
        return;
    m_hide->stop();
    if (m_message.severity == Severity::Success)
        m_hide->start();
    announce(this);
}

void MessageBar::dismiss()
{
    drop([](const Message &) { return true; });
}

void MessageBar::dismiss(const QString &id)
{
    // By value: it may be of the message that goes.
    drop([id](const Message &each) { return each.id == id; });
}

void MessageBar::dismiss(const QString &id, const QString &server)
{
    drop([id, server](const Message &each) { return each.id == id && each.server == server; });
}

void MessageBar::dismissAllOf(const QString &server)
{
    drop([server](const Message &each) { return each.server == server; });
}

void MessageBar::retell(const QString &id, const QString &server, const QString &text)
{
    const qsizetype at = indexOf(id, server);
    if (at < 0 || m_entries.at(at).message.text == text)
        return;
    m_entries[at].message.text = text;
    if (at != top())
        return;
    m_message.text = text;
    fillText();
    setAccessibleDescription(plainBarText(m_message));
}

void MessageBar::setExtra(const QString &id, QWidget *extra)
{
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        Entry &entry = m_entries[i];
        if (entry.message.id != id)
            continue;
        letGo(std::exchange(entry.extra, extra));
        if (extra) {
            extra->setParent(this);
            extra->hide();
        }
        if (i == top())
            showTop();
        return;
    }
    letGo(extra);
}

void MessageBar::focusAction(const QString &id)
{
    if (m_message.id == id && !m_buttons.isEmpty())
        m_buttons.constFirst()->setFocus(Qt::OtherFocusReason);
}

void MessageBar::fillText()
{
    m_symbol->show(m_message.symbol.isEmpty() ? barLook(m_message.severity, palette()).symbol
                                              : m_message.symbol,
                   m_message.severity);
    m_text->setText(barText(m_message));
}

bool MessageBar::isKept(const QWidget *child) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [child](const Entry &each) { return each.extra == child; });
}

void MessageBar::rebuild()
{
    delete layout();
    const auto old = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (auto *child : old) {
        if (isKept(child))
            continue;
        child->setObjectName({});
        letGo(child);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(11, 6, 8, 6);
    row->setSpacing(8);
    m_symbol = new Symbol(this);
    auto *symbolBox = new QVBoxLayout;
    symbolBox->setContentsMargins(0, 8, 0, 8);
    symbolBox->addWidget(m_symbol, 0, Qt::AlignTop);
    symbolBox->addStretch();
    row->addLayout(symbolBox);

    m_content = new QWidget(this);
    m_content->setObjectName(u"messageContent"_s);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_text = new QLabel(m_content);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(32);
    column->addWidget(m_text);
    row->addWidget(m_content, 1);
    addButtons(row);
}

QPushButton *MessageBar::makeButton(const MessageAction &action, qsizetype position)
{
    auto *button = new QPushButton(action.text, this);
    button->setAccessibleName(action.text);
    button->setObjectName(u"messageAction%1"_s.arg(position));
    if (!action.symbol.isEmpty())
        button->setIcon(symbolIcon(action.symbol,
                                   action.isPrimary ? SymbolTone::Highlighted : SymbolTone::Text));
    if (action.isPrimary)
        setButtonRole(button, ButtonRole::Primary);
    connect(button, &QPushButton::clicked, this, [this, position] { choose(position); });
    return button;
}

void MessageBar::choose(qsizetype position)
{
    // A copy: what is run may take the message away.
    const QString id = m_message.id;
    const auto run = m_message.actions.at(position).run;
    if (run)
        run();
    else
        Q_EMIT actionChosen(id, int(position));
}

void MessageBar::addButtons(QHBoxLayout *row)
{
    m_buttons.clear();
    for (qsizetype i = 0; i < m_message.actions.size(); ++i) {
        m_buttons.append(makeButton(m_message.actions.at(i), i));
        row->addWidget(m_buttons.constLast(), 0, Qt::AlignTop);
    }
    if (!m_message.closable)
        return;
    auto *close = new QToolButton(this);
    close->setIcon(symbolIcon(u"close"_s));
    close->setAccessibleName(tr("Close message"));
    close->setToolTip(tr("Close message"));
    close->setFixedSize(32, 32);
    connect(close, &QToolButton::clicked, this,
            [this] { dismiss(m_message.id, m_message.server); });
    row->addWidget(close, 0, Qt::AlignTop);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBar(&painter, rect(), barLook(m_message.severity, palette()).tone);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
}

} // namespace rox
