// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/expirynotices.h"

#include "app/desktop/desktopnotifier.h"
#include "app/pages/userpreferences.h"
#include "app/tokens/rotations.h"
#include "app/tokens/tokenlisting.h"
#include "ui/text/rotationnoticetext.h"

#include <QDateTime>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace rox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TokenGroup = "notified"_L1;
constexpr auto RotationGroup = "notifiedRotations"_L1;
/// The clock may be set, and the computer may sleep.
constexpr auto LongestPause = 1h;
constexpr auto ShortestPause = 1s;

/// By the Central: two servers at one address have the same tokens.
QString keyInSettings(QLatin1StringView group, const QString &address)
{
    return group + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(address));
}

bool isListOfNow(const Session &session)
{
    return session.table() && !session.tokens().isListOfHistory();
}

/// A list that is on its way may settle a rotation that seems to be due.
bool isListExpected(const Session &session)
{
    return !isListOfNow(session) && !session.listError()
           && (session.state() == Session::State::Opening
               || session.state() == Session::State::Live);
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
                             const Rotations *rotations, UserPreferences *preferences,
                             QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_notifier(notifier)
    , m_context(context)
    , m_rotations(rotations)
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
    connect(rotations, &Rotations::changed, this, [this] {
        if (!m_soon.isActive()) // it may change again and again
            m_soon.start();
    });
    connect(notifier, &DesktopNotifier::quietActionChosen, this, [this] { setQuietToday(true); });
    connect(notifier, &DesktopNotifier::activated, this, &ExpiryNotices::activateWith);
}

void ExpiryNotices::activate(const QString &key)
{
    activateWith(key, {});
}

void ExpiryNotices::activateWith(const QString &key, const QString &activationToken)
{
    const auto id = ServerId::parse(key);
    if (!id)
        return; // about the program
    const auto query = m_shown.value(key, TokenQuery());
    if (query)
        Q_EMIT showRequested(*id, *query, activationToken);
    else
        Q_EMIT rotationsRequested(activationToken);
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
        if (session && entry.kind != ServerEntry::Kind::Demo && isListOfNow(*session))
            found.append(session);
    }
    return found;
}

ServerNotices ExpiryNotices::noticesOf(const QString &key) const
{
    return m_preferences->now().notices.servers.value(key);
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
        const auto entries = m_context->directory->entries();
        for (const ServerEntry &entry : entries) {
            if (entry.kind != ServerEntry::Kind::Demo)
                lookAt(entry);
        }
    }
    planNext();
    Q_EMIT looked();
}

void ExpiryNotices::lookAt(const ServerEntry &entry)
{
    const Session *session = m_context->sessions->find(entry.id());
    const QString address = session ? session->address() : entry.profile.endpoint.display();
    const ServerNotices notices = noticesOf(entry.id().toString());
    if (m_asking.contains(address))
        return;
    News news;
    if (session && isListOfNow(*session)) {
        news.table = session->table();
        news.tokens =
            dueDigest(*news.table, session->centralClock()->now(), notices, readTokens(address));
    }
    if (!notices.isMuted && !(session && isListExpected(*session)))
        news.rotations = rotationNews(m_rotations->rowsAt(address), readRotations(address));
    if (!news.tokens.isEmpty() || !news.rotations.isEmpty())
        show(entry, address, news);
}

NoticeText ExpiryNotices::textOf(const News &news, const ServerEntry &entry) const
{
    const bool showsNames = m_preferences->now().notices.showsNames;
    if (news.tokens.isEmpty())
        return rotationNotice(news.rotations, entry.profile.name, showsNames);
    const Session *session = m_context->sessions->find(entry.id());
    const UtcMs asOf = session->standing() == Standing::Connected ? NoTime : session->tableAsOf();
    NoticeText text = expiryNotice(news.tokens, *news.table, entry.profile.name, showsNames,
                                   session->centralClock()->now(), asOf);
    if (!news.rotations.isEmpty())
        text.body += u'\n' + rotationSentence(news.rotations);
    return text;
}

void ExpiryNotices::show(const ServerEntry &entry, const QString &address, const News &news)
{
    const QString key = entry.id().toString();
    const NoticeText text = textOf(news, entry);
    m_asking.insert(address);
    m_shown.insert(
        key, news.tokens.isEmpty()
                 ? std::nullopt
                 : std::optional(queryOf(news.tokens, *news.table, m_context->listing->query())));
    m_notifier->show({key, text.title, text.body, tr("Show"), tr("Mute until tomorrow")}, this,
                     [this, key, address, news, text](bool isShown) {
                         m_asking.remove(address);
                         if (isShown || (m_fallback && m_fallback(key, text.title, text.body)))
                             shown(address, news);
                     });
}

void ExpiryNotices::shown(const QString &address, const News &news)
{
    if (!news.tokens.isEmpty()) {
        NotifiedTokens notified = readTokens(address);
        note(news.tokens, *news.table, &notified);
        notified.dropOld(QDateTime::currentMSecsSinceEpoch(), *news.table);
        m_settings->setValue(keyInSettings(TokenGroup, address), notified.toText());
    }
    if (!news.rotations.isEmpty()) {
        NotifiedRotations notified = readRotations(address);
        for (const RotationRow &row : news.rotations)
            notified.add(row);
        notified.keepOnly(m_rotations->rowsAt(address));
        m_settings->setValue(keyInSettings(RotationGroup, address), notified.toText());
    }
}

NotifiedTokens ExpiryNotices::readTokens(const QString &address) const
{
    return NotifiedTokens::fromText(
        m_settings->value(keyInSettings(TokenGroup, address)).toString());
}

NotifiedRotations ExpiryNotices::readRotations(const QString &address) const
{
    return NotifiedRotations::fromText(
        m_settings->value(keyInSettings(RotationGroup, address)).toString());
}

bool ExpiryNotices::isSomethingDue() const
{
    const auto rotations = m_rotations->rows();
    if (std::any_of(rotations.cbegin(), rotations.cend(), waitsForUser))
        return true;
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
        if (const auto next = nextThreshold(*session->table(), now, noticesOf(session->key())))
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
