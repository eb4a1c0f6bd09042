// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/application.h"

#include "app/commands/copycommand.h"
#include "app/commands/generatecommand.h"
#include "app/commands/refreshcommand.h"
#include "app/commands/revokecommand.h"
#include "app/desktop/democentral.h"
#include "app/desktop/screenlock.h"
#include "app/desktop/starttrace.h"
#include "app/desktop/terminationwatch.h"
#include "app/pages/emptystates.h"
#include "app/pages/windowpresenter.h"
#include "app/servers/roxctlimport.h"
#include "app/servers/servers.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/servers/servername.h"
#include "models/tokens/tokenlistmodel.h"
#include "network/keychain/keychainstore.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/returnkey.h"
#include "ui/widgets/secretclipboard.h"

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

const QString LayoutKey = u"window/layout"_s;
const QString LastServerKey = u"servers/last"_s;
/// A window that starts minimised is never painted.
constexpr auto PaintPatience = 500ms;

} // namespace

ProgramParts ProgramParts::ofTheUser(Environment environment)
{
    for (const char *folder : {"HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(folder), qEnvironmentVariable(folder));
    return {std::make_unique<QSettings>(), std::make_unique<ProfileStore>(),
            std::make_unique<KeychainStore>(), std::move(environment)};
}

Application::Application(ProgramParts parts)
    : m_around(std::move(parts))
    , m_model(new TokenListModel(this))
    , m_window(std::make_unique<MainWindow>(m_model))
    , m_clipboard(new SecretClipboard(this))
    , m_termination(new TerminationWatch(this))
    , m_screenLock(new ScreenLock(this))
    , m_launches([this](LaunchRequest request) { carryOut(std::move(request)); })
{
    m_place.window = m_window.get();
    m_place.model = m_model;
    m_place.listing = new TokenListing(m_model, &m_clock, this);
    makeCommands();
    m_presenter = new WindowPresenter(&m_place, m_commands, this);
    makeServers();
    // Who comes back to a locked screen may be somebody else. Not in the first paint's way.
    connect(m_screenLock, &ScreenLock::locked, m_clipboard, &SecretClipboard::clearNow);
    connect(m_screenLock, &ScreenLock::locked, m_servers, &Servers::clearSecrets);
    connect(m_screenLock, &ScreenLock::unlocked, m_servers, &Servers::openAgain);
    connect(m_screenLock, &ScreenLock::locked, this, [this] { qApp->installEventFilter(this); });
    connect(m_window.get(), &MainWindow::firstPainted, m_screenLock, &ScreenLock::watch);
    m_window->restoreLayoutState(m_around.settings->value(LayoutKey).toByteArray());
    new StartTrace(m_window.get(), m_model, this);
    new ReturnKey(this);
}

Application::~Application()
{
    m_around.settings->setValue(LayoutKey, m_window->layoutState());
    // Dialogs go with the window, while the session that they speak of is still there.
    m_servers->close();
    m_window.reset();
}

bool Application::eventFilter(QObject *watched, QEvent *event)
{
    // Not everything that locks a screen says when it is unlocked: whoever types here is back.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
        qApp->removeEventFilter(this);
        m_screenLock->userIsBack();
    }
    return QObject::eventFilter(watched, event);
}

void Application::makeCommands()
{
    m_commands = new CommandSet(&m_place, this);
    auto *revoke = new RevokeCommand(&m_place, this);
    m_commands->add(new GenerateCommand(&m_place, m_clipboard, revoke, this));
    m_commands->add(new RefreshCommand(&m_place, this));
    m_commands->add(revoke);
    m_commands->add(new CopyCommand(CopyCommand::What::Id, &m_place, this));
    m_commands->add(new CopyCommand(CopyCommand::What::Name, &m_place, this));
}

void Application::makeServers()
{
    const ConnectionParts parts{
        m_window.get(), m_around.profiles.get(),
        new CredentialVault(std::move(m_around.keychain), m_around.profiles->file(), this),
        &m_clock, m_around.openPage};
    m_servers = new Servers(parts, &m_place, m_presenter, this);
    m_import = new RoxctlImport(
        m_servers->parts(), m_around.environment,
        [this](const QString &name) {
            ServerProfile profile = m_servers->freshProfile();
            profile.name = distinctServerName(name, m_servers->names());
            return profile;
        },
        this);
    connect(m_servers, &Servers::opened, this, [this](const QUuid &id) {
        if (!id.isNull())
            m_around.settings->setValue(LastServerKey, id.toString(QUuid::WithoutBraces));
    });
    connect(m_import, &RoxctlImport::imported, m_servers, &Servers::open);
    connect(m_import, &RoxctlImport::happened, m_servers, &Servers::showEvent);
    connect(
        m_window.get(), &MainWindow::firstPainted, parts.vault,
        [this, vault = parts.vault] {
            vault->forgetOrphans(m_around.profiles.get(), m_clock.now());
        },
        Qt::SingleShotConnection);
    connect(m_window.get(), &MainWindow::importRequested, m_import, &RoxctlImport::ask);
    connect(m_presenter, &WindowPresenter::connectRequested, m_servers, &Servers::add);
    connect(m_presenter, &WindowPresenter::demoRequested, this, &Application::startDemo);
}

void Application::start(LaunchRequest request)
{
    if (request.demo) {
        m_launches.open();
        m_launches.add(std::move(request));
        m_window->show();
        return;
    }
    if (request.endpoint) {
        // The window says at once whom it turns to; TLS and the network are not in its way.
        ServerFacts facts;
        facts.name = request.endpoint->display();
        facts.address = request.endpoint->display();
        m_presenter->showPage({facts, readingPage(facts.name)});
    } else {
        m_presenter->setSession(nullptr);
    }
    m_launches.add(std::move(request));
    afterFirstPaint([this] { m_launches.open(); });
    m_window->show();
}

void Application::carryOut(LaunchRequest request)
{
    if (request.demo)
        startDemo();
    else if (request.endpoint)
        openRequested(std::move(request));
    else
        openLast();
}

void Application::openAgain(LaunchRequest request)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    QWidget *front = QApplication::activeModalWidget();
    (front ? front : m_window.get())->windowHandle()->requestActivate();
    if (!request.demo && !request.endpoint)
        return;
    if (front) {
        // It may hold the only copy of a token's value: nothing sweeps it away. After it, then.
        connect(
            front, &QObject::destroyed, this,
            [this, held = std::make_shared<LaunchRequest>(std::move(request))] {
                openAgain(std::move(*held));
            },
            Qt::QueuedConnection);
        return;
    }
    m_launches.add(std::move(request));
}

void Application::afterFirstPaint(std::function<void()> then)
{
    auto *once = new QObject(this);
    const auto run = [once, then = std::move(then)] {
        once->deleteLater();
        then();
    };
    connect(m_window.get(), &MainWindow::firstPainted, once, run, Qt::SingleShotConnection);
    QTimer::singleShot(PaintPatience, once, run);
}

void Application::openRequested(LaunchRequest request)
{
    // An address alone may be one that is set up here, with a credential of its own.
    if (request.credential.kind == Credential::Kind::None && request.caFile.isEmpty()) {
        for (const ServerProfile &known : m_around.profiles->profiles()) {
            if (known.endpoint == *request.endpoint) {
                m_servers->open(known.id);
                return;
            }
        }
    }
    ServerProfile profile = profileOf(request).value_or(ServerProfile());
    if (!request.caFile.isEmpty()) {
        auto trust = trustFromCaFile(request.caFile);
        if (!trust) {
            m_servers->sayLaunchFailed(std::move(profile), trust.error());
            return;
        }
        request.trust = std::move(*trust);
    }
    m_servers->openForThisRun(std::move(profile), {*request.endpoint, std::move(request.credential),
                                                   std::move(request.trust)});
}

void Application::openLast()
{
    const auto &profiles = m_around.profiles->profiles();
    if (const QStringList &problems = m_around.profiles->problems(); !problems.isEmpty())
        m_servers->tell(problems.join(u' '));
    if (profiles.isEmpty()) {
        m_presenter->setKnownToRoxctl(m_import->addresses());
        return;
    }
    const QUuid last(m_around.settings->value(LastServerKey).toString());
    m_servers->open(m_around.profiles->find(last) ? last : profiles.first().id);
}

void Application::startDemo()
{
    if (m_demo && m_demo->isRunning()) {
        m_servers->showThisRun();
        return;
    }
    delete m_demo;
    m_demo = new DemoCentral(this);
    ServerFacts facts;
    facts.name = tr("Demo");
    m_servers->showPage({facts, startingDemoPage()});
    connect(m_demo, &DemoCentral::ready, this, [this] {
        ServerProfile profile;
        profile.name = tr("Demo");
        Connection connection = m_demo->takeConnection();
        profile.endpoint = connection.endpoint;
        m_servers->openForThisRun(std::move(profile), std::move(connection));
    });
    connect(m_demo, &DemoCentral::failed, this, [this, facts](const QString &why) {
        m_demo->deleteLater();
        m_demo = nullptr;
        ServerPage page{facts, demoFailedPage(why)};
        page.primary = [this] { startDemo(); };
        m_servers->showPage(std::move(page));
    });
    m_demo->start();
}

} // namespace rox
