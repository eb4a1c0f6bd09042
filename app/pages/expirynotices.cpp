// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/expirynotices.h"

#include "app/desktop/desktopnotifier.h"
#include "app/pages/userpreferences.h"
#include "app/tokens/tokenlisting.h"
#include "ui/text/expirynoticetext.h"

#include <QDateTime>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace rox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Group = "notified"_L1;
/// The clock may be set, and the computer may sleep.
constexpr auto LongestPause = 1h;
constexpr auto ShortestPause = 1s;

/// By the Central: two servers at one address have the same tokens.
QString keyInSettings(const QString &address)
{
    return Group + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(address));
}

} // namespace

TokenQuery queryOf(const ExpiryDigest &digest, const TokenTable &table, TokenQuery from)
{
    from = withoutFilters(std::move(from));
    from.text.clear();
    from.sortColumn = TokenColumn::Expires;
    from.order = Qt::AscendingOrder;
    from.status.reset();
    from.flags = {};
    if (digest.isEmpty())
        return from;
    const bool fitsWindow = digest.days * DayMs <= from.expiringWindow;
    if (digest.expiring() == 0) {
        from.status = TokenStatus::Expired;
    } else if (digest.expired == 0 && fitsWindow) {
        from.status = TokenStatus::Expiring;
    } else {
        const auto dayOf = [&](const ExpiryDigest::Due &due) {
            return QDateTime::fromMSecsSinceEpoch(table.expiresAt(due.row)).date();
        };
        from.expiry = {dayOf(digest.due.constFirst()).startOfDay().toMSecsSinceEpoch(),
                       dayOf(digest.due.constLast()).addDays(1).startOfDay().toMSecsSinceEpoch()};
    }
    return from;
}

ExpiryNotices::ExpiryNotices(DesktopNotifier *notifier, const CommandContext *context,
                             UserPreferences *preferences, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_notifier(notifier)
    , m_context(context)
    , m_preferences(preferences)
    , m_settings(settings)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(ShortestPause);
    m_next.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ExpiryNotices::look);
    connect(&m_next, &QTimer::timeout, this, &ExpiryNotices::look);
    connect(context->sessions, &SessionPool::changed, this, &ExpiryNotices::follow);
    connect(preferences, &UserPreferences::changed, this, [this](const Preferences &before) {
        const Preferences &now = m_preferences->now();
        if (now.notices != before.notices || now.expiringDays != before.expiringDays)
            m_soon.start();
    });
    connect(notifier, &DesktopNotifier::quietActionChosen, this, [this] { setQuietToday(true); });
    connect(notifier, &DesktopNotifier::activated, this,
            [this](const QString &key, const QString &token) {
                if (const auto id = ServerId::parse(key))
                    Q_EMIT showRequested(*id, m_shown.value(key), token);
            });
}

void ExpiryNotices::activate(const QString &key)
{
    if (const auto id = ServerId::parse(key))
        Q_EMIT showRequested(*id, m_shown.value(key), {});
}

void ExpiryNotices::follow(const ServerId &server)
{
    const Session *session = m_context->sessions->find(server);
    if (!session)
        return;
    for (const auto signal : {&Session::standingChanged, &Session::factAdded})
        connect(session, signal, &m_soon, qOverload<>(&QTimer::start), Qt::UniqueConnection);
    connect(session, &Session::listRead, &m_soon, qOverload<>(&QTimer::start),
            Qt::UniqueConnection);
}

QList<Session *> ExpiryNotices::sessions() const
{
    QList<Session *> found;
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries) {
        Session *session = m_context->sessions->find(entry.id());
        // The demo's tokens are invented, and a list of the history may be old.
        if (session && entry.kind != ServerEntry::Kind::Demo && session->table()
            && !session->tokens().isListOfHistory())
            found.append(session);
    }
    return found;
}

ServerNotices ExpiryNotices::noticesOf(const Session &session) const
{
    return m_preferences->now().notices.servers.value(session.key());
}

UtcMs ExpiryNotices::localNow() const
{
    return m_context->listing->clock()->now();
}

bool ExpiryNotices::isQuietToday() const
{
    return m_preferences->now().notices.isQuietAt(localNow());
}

void ExpiryNotices::setQuietToday(bool isQuiet)
{
    const QDate day = isQuiet ? NoticePreferences::dayOf(localNow()) : QDate();
    m_preferences->edit([day](Preferences &changed) { changed.notices.quietDay = day; });
}

void ExpiryNotices::look()
{
    // What is due on a quiet day was not shown, so it comes afterwards.
    if (m_preferences->now().notices.isOn && !isQuietToday()) {
        const auto all = sessions();
        for (const Session *session : all)
            lookAt(session);
    }
    planNext();
    Q_EMIT looked();
}

void ExpiryNotices::lookAt(const Session *session)
{
    const QString key = session->key();
    const QString address = session->address();
    if (m_asking.contains(address))
        return;
    const TokenTablePtr table = session->table();
    const UtcMs now = session->centralClock()->now();
    const ExpiryDigest digest = dueDigest(*table, now, noticesOf(*session), read(address));
    if (digest.isEmpty())
        return;
    const UtcMs asOf = session->standing() == Standing::Connected ? NoTime : session->tableAsOf();
    const NoticeText text = expiryNotice(digest, *table, session->name(),
                                         m_preferences->now().notices.showsNames, now, asOf);
    m_asking.insert(address);
    m_shown.insert(key, queryOf(digest, *table, m_context->listing->query()));
    m_notifier->show({key, text.title, text.body, tr("Show"), tr("Mute until tomorrow")}, this,
                     [this, key, address, digest, table, text](bool isShown) {
                         m_asking.remove(address);
                         if (isShown || (m_fallback && m_fallback(key, text.title, text.body)))
                             shown(address, digest, *table);
                     });
}

void ExpiryNotices::shown(const QString &address, const ExpiryDigest &digest,
                          const TokenTable &table)
{
    NotifiedTokens notified = read(address);
    note(digest, table, &notified);
    notified.dropOld(QDateTime::currentMSecsSinceEpoch(), table);
    m_settings->setValue(keyInSettings(address), notified.toText());
}

NotifiedTokens ExpiryNotices::read(const QString &address) const
{
    return NotifiedTokens::fromText(m_settings->value(keyInSettings(address)).toString());
}

bool ExpiryNotices::isSomethingDue() const
{
    const UtcMs window = m_preferences->now().expiringDays * DayMs;
    const auto all = sessions();
    return std::any_of(all.cbegin(), all.cend(), [window](const Session *session) {
        const UtcMs now = session->centralClock()->now();
        const auto expiries = session->table()->expiryTimes();
        const auto revoked = session->table()->revokedFlags();
        for (std::size_t row = 0; row < expiries.size(); ++row) {
            if (statusAt(expiries[row], revoked[row] != 0, now, window) == TokenStatus::Expiring)
                return true;
        }
        return false;
    });
}

void ExpiryNotices::planNext()
{
    auto pause = std::chrono::milliseconds(LongestPause);
    const auto all = sessions();
    for (const Session *session : all) {
        const UtcMs now = session->centralClock()->now();
        if (const auto next = nextThreshold(*session->table(), now, noticesOf(*session)))
            pause = std::min(pause, std::chrono::milliseconds(*next - now));
    }
    if (isQuietToday()) {
        const UtcMs now = localNow();
        const UtcMs tomorrow =
            NoticePreferences::dayOf(now).addDays(1).startOfDay().toMSecsSinceEpoch();
        pause = std::min(std::chrono::milliseconds(LongestPause),
                         std::chrono::milliseconds(tomorrow - now));
    }
    if (!all.isEmpty() && m_preferences->now().notices.isOn)
        m_next.start(std::max(pause, std::chrono::milliseconds(ShortestPause)));
    else
        m_next.stop();
}

} // namespace rox
