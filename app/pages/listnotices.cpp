// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/listnotices.h"

#include "app/servers/session.h"
#include "ui/text/listnotices.h"
#include "ui/widgets/detailsdialog.h"
#include "ui/widgets/messagestack.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<UnreadToken> &unread)
{
    QStringList ids;
    for (const UnreadToken &token : unread) {
        if (!token.id.isEmpty())
            ids.append(token.id);
    }
    return ids;
}

} // namespace

ListNotices::ListNotices(MessageStack *bar, RevokeIds revoke)
    : m_bar(bar)
    , m_revoke(std::move(revoke))
{}

void ListNotices::update(const Session &session)
{
    const Message unread = unreadTokens(session);
    showOrDismiss(u"unread"_s, session, unread, unread.spoken());
    const Message clock = wrongClock(session);
    showOrDismiss(u"clock"_s, session, clock, clock.lead);
}

void ListNotices::showOrDismiss(const QString &id, const Session &session, Message message,
                                const QString &says)
{
    const std::pair place(id, session.key());
    if (message.lead.isEmpty()) {
        if (m_shown.remove(place))
            m_bar->dismiss(id, session.key());
        return;
    }
    if (m_shown.value(place) == says)
        return;
    m_shown.insert(place, says);
    message.id = id;
    message.server = session.key();
    message.severity = Severity::Caution;
    m_bar->showUnder(message);
}

Message ListNotices::unreadTokens(const Session &session) const
{
    const QList<UnreadToken> unread = session.table()->unread();
    if (unread.isEmpty())
        return {};
    const ListNotice notice = unreadTokensNotice(unread);
    Message message{.lead = notice.lead, .text = notice.text};
    if (const QStringList ids = idsOf(unread); !ids.isEmpty()) {
        message.actions.append({tr("Revoke…"), [revoke = m_revoke, ids] { revoke(ids); }});
        message.actions.append({ids.size() == 1 ? tr("Copy ID") : tr("Copy IDs"),
                                [ids] { QGuiApplication::clipboard()->setText(ids.join(u'\n')); },
                                u"copy"_s});
    }
    message.actions.append({tr("Details"), [bar = m_bar, notice, unread] {
                                auto *dialog = new DetailsDialog(notice.lead,
                                                                 unreadTokensDetails(unread), bar);
                                dialog->setAttribute(Qt::WA_DeleteOnClose);
                                dialog->open();
                            }});
    return message;
}

Message ListNotices::wrongClock(const Session &session)
{
    const UtcMs ahead = session.centralClock()->ahead();
    if (ahead == 0)
        return {};
    const ListNotice notice = clockNotice(session.name(), ahead, session.centralClock()->now());
    return {.lead = notice.lead, .text = notice.text};
}

} // namespace rox
