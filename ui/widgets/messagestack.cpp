// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagestack.h"

#include "ui/style/symbols.h"

#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SuccessMs = 8000;

bool stays(const Message &message)
{
    return message.severity == Severity::Caution || message.severity == Severity::Bad;
}

} // namespace

MessageStack::MessageStack(QWidget *parent)
    : MessageBar(parent)
    , m_hide(new QTimer(this))
{
    auto *close = new QToolButton(this);
    close->setIcon(symbolIcon(u"close"_s));
    close->setAccessibleName(tr("Close message"));
    close->setToolTip(tr("Close message"));
    close->setFixedSize(32, 32);
    setCloseButton(close);
    const auto dismissShown = [this] { dismiss(message().id, message().server); };
    connect(close, &QToolButton::clicked, this, dismissShown);
    m_hide->setSingleShot(true);
    m_hide->setInterval(SuccessMs);
    connect(m_hide, &QTimer::timeout, this, dismissShown);
    hide();
}

void MessageStack::show(const Message &message)
{
    const qsizetype known = indexOf(message.id, message.server);
    if (known >= 0 && known == top()) {
        release(std::exchange(m_entries[known].extra, nullptr));
        m_entries[known].message = message;
    } else {
        if (known >= 0)
            release(m_entries.takeAt(known).extra);
        dropNews();
        m_entries.append({message});
    }
    showTop();
}

void MessageStack::showUnder(const Message &message)
{
    const qsizetype over = top();
    if (over < 0 || message.isSame(m_entries.at(over).message)
        || !stays(m_entries.at(over).message)) {
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
    drop([&](const Message &each) { return !stays(each) && each.server != server; });
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

void MessageStack::drop(const std::function<bool(const Message &)> &isMeant)
{
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

void MessageStack::dropNews()
{
    if (const qsizetype over = top(); over >= 0 && !stays(m_entries.at(over).message))
        release(m_entries.takeAt(over).extra);
}

void MessageStack::showTop()
{
    const qsizetype at = top();
    if (at < 0) {
        m_hide->stop();
        hide();
        placeExtra(nullptr);
        setMessage({});
        return;
    }
    const Entry &entry = m_entries.at(at);
    const bool isNews = isHidden() || !entry.message.isSame(message())
                        || entry.message.spoken() != message().spoken();
    setMessage(entry.message);
    placeExtra(entry.extra);
    setVisible(true);
    if (!isNews)
        return;
    m_hide->stop();
    if (entry.message.severity == Severity::Success)
        m_hide->start();
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
