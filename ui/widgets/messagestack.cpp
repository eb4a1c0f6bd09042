// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagestack.h"

#include "ui/widgets/notice.h"

#include <QLayout>

#include <algorithm>
#include <utility>

namespace rox {

MessageStack::MessageStack(QWidget *parent)
    : MessageBar(parent)
    , m_notice(new Notice(this))
{
    addCloseButton(tr("Close message"), [this] { dismiss(message().id, message().server); });
    connect(m_notice, &Notice::dismissed, this, &MessageStack::dismissed);
    hide();
}

void MessageStack::show(const Message &message)
{
    const qsizetype known = indexOf(message.id, message.server);
    if (!Notice::stays(message)) {
        if (known >= 0) {
            release(m_entries.takeAt(known).extra);
            showTop();
        }
        m_notice->show(message);
        return;
    }
    if (m_notice->message().isSame(message))
        m_notice->clear();
    if (known >= 0 && known == top()) {
        release(std::exchange(m_entries[known].extra, nullptr));
        m_entries[known].message = message;
    } else {
        if (known >= 0)
            release(m_entries.takeAt(known).extra);
        m_entries.append({message});
    }
    showTop();
}

void MessageStack::showUnder(const Message &message)
{
    const qsizetype over = top();
    if (over < 0 || message.isSame(m_entries.at(over).message) || !Notice::stays(message)) {
        show(message);
        return;
    }
    if (const qsizetype known = indexOf(message.id, message.server); known >= 0)
        release(m_entries.takeAt(known).extra);
    m_entries.insert(top(), {message});
}

void MessageStack::setServer(const QString &server)
{
    if (std::exchange(m_server, server) == server)
        return;
    dropNews([&](const Message &news) { return news.server != server; });
    for (Entry &entry : m_entries)
        entry.isHere = entry.message.server.isEmpty() || entry.message.server == server;
    showTop();
}

qsizetype MessageStack::indexOf(const QString &id, const QString &server) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).message.id == id && m_entries.at(i).message.server == server)
            return i;
    }
    return -1;
}

qsizetype MessageStack::top() const
{
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (m_entries.at(i).isHere)
            return i;
    }
    return -1;
}

void MessageStack::dropNews(const std::function<bool(const Message &)> &isMeant)
{
    if (!m_notice->isHidden() && isMeant(m_notice->message()))
        m_notice->dismiss();
}

void MessageStack::drop(const std::function<bool(const Message &)> &isMeant)
{
    dropNews(isMeant);
    QStringList gone;
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (!isMeant(m_entries.at(i).message))
            continue;
        const Entry entry = m_entries.takeAt(i);
        release(entry.extra);
        gone.append(entry.message.id);
    }
    if (gone.isEmpty())
        return;
    showTop();
    for (const QString &id : std::as_const(gone))
        Q_EMIT dismissed(id);
}

void MessageStack::release(QWidget *extra)
{
    if (!extra)
        return;
    extra->hide();
    extra->deleteLater(); // it may hold the sender of the click that brought us here
}

void MessageStack::showTop()
{
    const qsizetype at = top();
    if (at < 0 && isHidden())
        return;
    if (at < 0) {
        hide();
        placeExtra(nullptr);
        setMessage({});
    } else {
        const Entry &entry = m_entries.at(at);
        setMessage(entry.message);
        placeExtra(entry.extra);
        setVisible(true);
    }
    // At once: the list below scrolls by the height of the bar, before it shows other rows.
    if (QLayout *around = parentWidget() ? parentWidget()->layout() : nullptr)
        around->activate();
}

void MessageStack::dismiss()
{
    drop([](const Message &) { return true; });
}

void MessageStack::dismiss(const QString &id)
{
    // By value: `id` may be a member of the message that is dropped.
    drop([id](const Message &each) { return each.id == id; });
}

void MessageStack::dismiss(const QString &id, const QString &server)
{
    drop([id, server](const Message &each) { return each.id == id && each.server == server; });
}

void MessageStack::dismissAllOf(const QString &server)
{
    drop([server](const Message &each) { return each.server == server; });
}

void MessageStack::updateText(const QString &id, const QString &server, const QString &text)
{
    const qsizetype at = indexOf(id, server);
    if (at < 0 || m_entries.at(at).message.text == text)
        return;
    m_entries[at].message.text = text;
    if (at == top())
        setText(text);
}

void MessageStack::setExtra(const QString &id, QWidget *extra)
{
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        Entry &entry = m_entries[i];
        if (entry.message.id != id)
            continue;
        release(std::exchange(entry.extra, extra));
        if (extra) {
            extra->setParent(this);
            extra->hide();
        }
        if (i == top())
            showTop();
        return;
    }
    release(extra);
}

void MessageStack::focusAction(const QString &id)
{
    if (message().id == id)
        focusFirstAction();
}

} // namespace rox
