// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/startrequests.h"

#include "app/desktop/democentral.h"
#include "app/pages/serveractions.h"
#include "app/servers/session.h"
#include "app/servers/sessionpool.h"
#include "models/history/historystore.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

const QString LastServerKey = u"servers/last"_s;
/// A window that starts minimised is never painted.
constexpr auto PaintPatience = 500ms;

/// Whether the widget is a field with a text that the user may be at work on.
bool isTypedIn(const QWidget *widget)
{
    return widget && widget->inputMethodQuery(Qt::ImEnabled).toBool()
           && !widget->inputMethodQuery(Qt::ImSurroundingText).toString().isEmpty();
}

} // namespace

StartRequests::StartRequests(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.scope, &Scope::changed, this, &StartRequests::keepLast);
}

void StartRequests::keepLast()
{
    const auto &id = m_parts.scope->shown();
    const auto entry = id ? m_parts.directory->find(*id) : std::nullopt;
    if (m_parts.scope->isAll() || (entry && entry->isProfile()))
        m_parts.settings->setValue(LastServerKey, id->value().toString(QUuid::WithoutBraces));
}

void StartRequests::start(LaunchRequest request)
{
    if (request.demo) {
        startDemo();
    } else if (request.endpoint) {
        const ServerId id = entryFor(request);
        if (const auto entry = m_parts.directory->find(id))
            readAhead(*entry);
        m_parts.scope->set(id);
        afterFirstPaint([this, id, held = std::make_shared<LaunchRequest>(std::move(request))] {
            open(id, std::move(*held));
        });
    } else {
        openLast();
    }
}

void StartRequests::openAgain(LaunchRequest request)
{
    QWidget *front = QApplication::activeModalWidget();
    if (!request.demo && !request.endpoint)
        return;
    const auto held = std::make_shared<LaunchRequest>(std::move(request));
    // The dialog may hold the only copy of a token's value, so the request waits until it is
    // closed.
    if (front)
        connect(
            front, &QObject::destroyed, this, [this, held] { offer(held); }, Qt::QueuedConnection);
    else if (isTypedIn(m_parts.window->focusWidget()))
        offer(held);
    else
        goTo(std::move(*held));
}

void StartRequests::offer(const std::shared_ptr<LaunchRequest> &request)
{
    const QString id = u"second start"_s;
    const QString server = request->demo ? tr("the demo") : request->endpoint->display();
    const auto go = [this, id, request] {
        m_parts.window->messageBar()->dismiss(id);
        goTo(std::move(*request));
    };
    m_parts.window->messageBar()->show(
        {.id = id,
         .severity = Severity::Caution, // it waits for an answer
         .lead = tr("Rox Tokens was started again for %1.").arg(server),
         .text = tr("The window stays here until you say so."),
         .actions = {MessageAction(tr("Go there"), go, {}, true)}});
}

void StartRequests::goTo(LaunchRequest request)
{
    if (request.demo) {
        startDemo();
        return;
    }
    m_parts.directory->refresh(); // another window may have added, changed or removed its profile
    const ServerId id = entryFor(request);
    m_parts.scope->set(id);
    open(id, std::move(request));
}

void StartRequests::readAhead(const ServerEntry &entry)
{
    m_parts.history->readAhead(entry.profile.endpoint.display());
}

void StartRequests::afterFirstPaint(std::function<void()> then)
{
    auto *once = new QObject(this);
    const auto run = [once, then = std::move(then)] {
        once->deleteLater();
        then();
    };
    connect(m_parts.window, &MainWindow::firstPainted, once, run, Qt::SingleShotConnection);
    QTimer::singleShot(PaintPatience, once, run);
}

bool StartRequests::isSame(const Session &session, const LaunchRequest &request) const
{
    const ServerProfile asked = *profileOf(request);
    const ServerProfile &shown = session.entry().profile;
    if (shown.endpoint != asked.endpoint)
        return false;
    const Connection *given = session.given();
    if (!given) // an entry that failed takes the next start with its endpoint
        return session.openError().has_value();
    const Credential &credential = request.credential;
    return shown.trust == asked.trust && given->credential.kind == credential.kind
           && given->credential.userName == credential.userName
           && given->credential.secret.equals(credential.secret);
}

ServerId StartRequests::entryFor(const LaunchRequest &request)
{
    // An address without credential and CA file opens the profile that has it.
    const bool isAddressAlone =
        request.credential.kind == Credential::Kind::None && request.caFile.isEmpty();
    const auto entries = m_parts.directory->entries();
    for (const ServerEntry &entry : entries) {
        const Session *session = m_parts.sessions->find(entry.id());
        if (entry.isProfile() ? isAddressAlone && entry.profile.endpoint == *request.endpoint
                              : entry.kind == ServerEntry::Kind::CommandLine && session
                                    && isSame(*session, request))
            return entry.id();
    }
    return m_parts.directory->addForThisRun(ServerEntry::Kind::CommandLine, *profileOf(request));
}

void StartRequests::open(const ServerId &id, LaunchRequest request)
{
    const auto entry = m_parts.directory->find(id);
    Session *session = m_parts.sessions->find(id);
    if (!entry)
        return;
    if (entry->isProfile() || (session && session->isStarted())) {
        if (m_parts.scope->isOn(id)) // the user may have gone on to another server
            m_parts.servers->show(id);
        return;
    }
    const ServerProfile profile = *profileOf(request);
    m_parts.directory->setConnection(id, profile);
    Session *opening = m_parts.sessions->await(id);
    const auto given = std::make_shared<LaunchRequest>(std::move(request)); // movable only
    whenTrustIsRead(profile.trust, opening, [opening, given](Result<Trust> trust) {
        if (!trust) {
            opening->fail(trust.error());
            return;
        }
        opening->start({*given->endpoint, std::move(given->credential), std::move(*trust)});
        opening->refresh();
    });
}

void StartRequests::openLast()
{
    const auto entries = m_parts.directory->entries();
    if (entries.isEmpty()) {
        afterFirstPaint([this] { Q_EMIT startedWithoutServers(); });
        return;
    }
    const auto last = ServerId::parse(m_parts.settings->value(LastServerKey).toString());
    if (last == allServersId() && entries.size() > 1) {
        for (const ServerEntry &entry : entries)
            readAhead(entry);
        m_parts.scope->set(last); // what the history has waits for the sessions
        afterFirstPaint([this] {
            if (m_parts.scope->isAll())
                m_parts.servers->show(allServersId());
        });
        return;
    }
    const ServerEntry entry =
        (last ? m_parts.directory->find(*last) : std::nullopt).value_or(entries.first());
    const ServerId id = entry.id();
    readAhead(entry);
    m_parts.scope->set(id);
    afterFirstPaint([this, id] {
        if (!m_parts.sessions->find(id))
            m_parts.sessions->open(id);
    });
}

void StartRequests::goOn()
{
    const bool isDemo = m_demoId && m_parts.scope->isOn(*m_demoId);
    if (isDemo && !(m_demo && m_demo->isRunning()))
        startDemo(); // its process has died: no session reaches it again
    else
        m_parts.servers->goOn();
}

void StartRequests::startDemo()
{
    if (!m_demoId) {
        ServerProfile profile;
        profile.name = tr("Demo");
        m_demoId = m_parts.directory->addForThisRun(ServerEntry::Kind::Demo, std::move(profile));
    }
    m_parts.scope->set(*m_demoId);
    if (m_demo && m_demo->isRunning())
        return;
    delete m_demo;
    m_demo = new DemoCentral(this);
    // ready() and failed() change this session only; the window shows it while the demo is in
    // scope.
    Session *session = m_parts.sessions->await(*m_demoId);
    connect(m_demo, &DemoCentral::ready, session, [this, session] {
        Connection connection = m_demo->takeConnection();
        ServerProfile profile;
        profile.endpoint = connection.endpoint;
        m_parts.directory->setConnection(*m_demoId, profile);
        session->start(std::move(connection));
        session->refresh();
    });
    connect(m_demo, &DemoCentral::failed, session, [this, session](const QString &why) {
        std::exchange(m_demo, nullptr)->deleteLater();
        session->fail(errorOf(ApiError::Kind::Unavailable, why));
    });
    m_demo->start();
}

} // namespace rox
