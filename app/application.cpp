// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/application.h"

#include "app/commands/copycommand.h"
#include "app/commands/generatecommand.h"
#include "app/commands/refreshcommand.h"
#include "app/commands/revokecommand.h"
#include "app/democentral.h"
#include "app/emptystates.h"
#include "app/screenlock.h"
#include "app/session.h"
#include "app/starttrace.h"
#include "app/terminationwatch.h"
#include "app/tokenlisting.h"
#include "app/windowpresenter.h"
#include "models/tokenlistmodel.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/secretclipboard.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

const QString FirstColor = u"blue"_s;
const QString LayoutKey = u"window/layout"_s;
constexpr auto PaintPatience = 500ms;

} // namespace

Application::Application(std::unique_ptr<QSettings> settings)
    : m_settings(std::move(settings))
    , m_model(new TokenListModel(this))
    , m_window(std::make_unique<MainWindow>(m_model))
    , m_clipboard(new SecretClipboard(this))
    , m_termination(new TerminationWatch(this))
    , m_screenLock(new ScreenLock(this))
{
    m_place.window = m_window.get();
    m_place.model = m_model;
    m_place.listing = new TokenListing(m_model, &m_clock, this);
    m_commands = new CommandSet(&m_place, this);
    auto *revoke = new RevokeCommand(&m_place, this);
    m_commands->add(new GenerateCommand(&m_place, m_clipboard, revoke, this));
    m_commands->add(new RefreshCommand(&m_place, this));
    m_commands->add(revoke);
    m_commands->add(new CopyCommand(CopyCommand::What::Id, &m_place, this));
    m_commands->add(new CopyCommand(CopyCommand::What::Name, &m_place, this));
    m_presenter = new WindowPresenter(&m_place, m_commands, this);
    connect(m_presenter, &WindowPresenter::demoRequested, this, &Application::startDemo);
    connect(m_window.get(), &MainWindow::demoRequested, this, &Application::startDemo);
    // SIGTERM and the end of a desktop session clear the clipboard and end the demo, as Quit does.
    connect(m_termination, &TerminationWatch::asked, qApp, &QApplication::quit);
    // Who comes back to a locked screen may be somebody else. Not in the first paint's way.
    connect(m_screenLock, &ScreenLock::locked, m_clipboard, &SecretClipboard::clearNow);
    connect(m_window.get(), &MainWindow::firstPainted, m_screenLock, &ScreenLock::watch);
    m_window->restoreLayoutState(m_settings->value(LayoutKey).toByteArray());
    new StartTrace(m_window.get(), m_model, this);
}

Application::~Application()
{
    m_settings->setValue(LayoutKey, m_window->layoutState());
    // Dialogs go with the window, while the session that they speak of is still there.
    m_presenter->setSession(nullptr);
    m_window.reset();
}

void Application::start(LaunchRequest request)
{
    m_presenter->setSession(nullptr);
    if (request.demo) {
        m_window->show();
        startDemo();
        return;
    }
    if (request.endpoint)
        openAfterFirstPaint(
            request.endpoint->base.host(),
            {*request.endpoint, std::move(request.credential), std::move(request.trust)});
    m_window->show();
}

void Application::openAgain(LaunchRequest request)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    QWidget *front = QApplication::activeModalWidget();
    (front ? front : m_window.get())->windowHandle()->requestActivate();
    // A dialog may hold the only copy of a token's value: nothing sweeps it away.
    if (front || !(request.demo || request.endpoint))
        return;
    if (request.demo && m_demo) // shown already
        return;
    const std::unique_ptr<Session> old(m_place.session);
    if (m_demo)
        m_demo->deleteLater();
    m_demo = nullptr;
    start(std::move(request));
}

void Application::openAfterFirstPaint(const QString &name, Connection connection)
{
    // The window says at once whom it turns to; TLS and the network are not in its way.
    ServerFacts facts;
    facts.name = name;
    facts.address = connection.endpoint.display();
    facts.colorName = FirstColor;
    m_window->setServer(facts);
    m_window->setEmptyState(readingPage(name));
    m_pending = std::make_unique<Connection>(std::move(connection));
    const auto open = [this, name] {
        if (const auto pending = std::exchange(m_pending, nullptr))
            openSession(name, std::move(*pending));
    };
    connect(m_window.get(), &MainWindow::firstPainted, this, open, Qt::SingleShotConnection);
    // A window that starts minimised is never painted.
    QTimer::singleShot(PaintPatience, this, open);
}

void Application::startDemo()
{
    if (m_demo)
        return;
    m_demo = new DemoCentral(this);
    m_window->setEmptyState(startingDemoPage());
    connect(m_demo, &DemoCentral::ready, this,
            [this] { openSession(tr("Demo"), m_demo->takeConnection()); });
    connect(m_demo, &DemoCentral::failed, this, [this](const QString &why) {
        m_demo->deleteLater();
        m_demo = nullptr;
        m_window->setEmptyState(demoFailedPage(why));
    });
    m_demo->start();
}

void Application::openSession(const QString &name, Connection connection)
{
    Session *old = m_place.session;
    auto *session = new Session(name, FirstColor, std::move(connection), &m_clock, this);
    m_presenter->setSession(session);
    delete old;
    session->refresh();
}

} // namespace rox
