// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/application.h"

#include "app/commands/cleanupcommand.h"
#include "app/commands/copycommand.h"
#include "app/commands/dialogcommand.h"
#include "app/commands/exportcommand.h"
#include "app/commands/generatecommand.h"
#include "app/commands/leakcommand.h"
#include "app/commands/notecommand.h"
#include "app/commands/refreshcommand.h"
#include "app/commands/revokecommand.h"
#include "app/commands/rotatecommand.h"
#include "app/commands/rotationactions.h"
#include "app/desktop/screenlock.h"
#include "app/desktop/starttrace.h"
#include "app/desktop/terminationwatch.h"
#include "app/desktop/trayicon.h"
#include "app/pages/changenews.h"
#include "app/pages/desktoppresence.h"
#include "app/pages/historymessages.h"
#include "app/pages/historysettings.h"
#include "app/pages/notekeeper.h"
#include "app/pages/rotationmarks.h"
#include "app/pages/serveractions.h"
#include "app/pages/userpreferences.h"
#include "app/pages/windowpresenter.h"
#include "app/servers/roxctlimport.h"
#include "app/startrequests.h"
#include "app/tokens/historykeeper.h"
#include "app/tokens/rotations.h"
#include "app/tokens/tokenlisting.h"
#include "app/tokens/tokenwrites.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "models/tokens/tokenlistmodel.h"
#include "network/keychain/keychainstore.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/helpdialog.h"
#include "ui/help/helpkey.h"
#include "ui/help/helptopics.h"
#include "ui/help/keysdialog.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/historypage.h"
#include "ui/settings/noticespage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/focusaccess.h"
#include "ui/widgets/menukey.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/mnemonics.h"
#include "ui/widgets/plaindescriptions.h"
#include "ui/widgets/returnkey.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/window/actiontable.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

const QString LayoutKey = u"window/layout"_s;
const auto ColorSchemeVariable = u"ROX_TOKENS_COLOR_SCHEME"_s;
/// The history of the server that is shown comes first.
constexpr auto OtherHistoriesAfter = 2s;

} // namespace

ProgramParts ProgramParts::ofTheUser(Environment environment)
{
    for (const char *folder : {"HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(folder), qEnvironmentVariable(folder));
    return {std::make_unique<QSettings>(),
            std::make_unique<ProfileStore>(),
            std::make_unique<KeychainStore>(),
            std::move(environment),
            {},
            HistoryStore::folderOfTheUser()};
}

Application::Application(ProgramParts parts)
    : m_around(std::move(parts))
    , m_preferences(new UserPreferences(m_around.settings.get(), this))
    , m_model(new TokenListModel(this))
    , m_window(std::make_unique<MainWindow>(m_model))
    , m_directory(new ServerDirectory(m_around.profiles.get(), this))
    , m_scope(new Scope(this))
    , m_history(new HistoryStore(m_around.historyFolder, this))
    , m_journal(new DurableJournal(m_history, this))
    , m_writes(new TokenWrites(m_journal, &m_clock, this))
    , m_clipboard(new SecretClipboard(this))
    , m_termination(new TerminationWatch(this))
    , m_screenLock(new ScreenLock(this))
{
    new StartTrace(m_window.get(), m_model, this); // first: it does not count what others do then
    makeServers();
    makeSettings();
    makeCommands();
    connectServers();
    // The person who unlocks a screen may be another one. Watching begins after the first paint.
    connect(m_screenLock, &ScreenLock::locked, m_clipboard, &SecretClipboard::clearNow);
    connect(m_screenLock, &ScreenLock::locked, m_servers, &ServerActions::clearCredentials);
    connect(m_screenLock, &ScreenLock::unlocked, m_servers, &ServerActions::openAgain);
    connect(m_screenLock, &ScreenLock::locked, this, [this] { qApp->installEventFilter(this); });
    connect(m_window.get(), &MainWindow::firstPainted, m_screenLock, &ScreenLock::watch);
    // Qt draws it in all sizes, which takes several ms.
    m_starts->afterFirstPaint([] { QApplication::setWindowIcon(applicationIcon()); });
    m_window->restoreLayoutState(m_around.settings->value(LayoutKey).toByteArray());
    m_clipboard->setSeconds(m_preferences->now().clipboardSeconds);
    showExpiringWindow();
    // installStyle() follows the desktop already, or the variable, which comes first.
    const Preferences::Colors colors = m_preferences->now().colors;
    if (colors != Preferences::Colors::System
        && m_around.environment.value(ColorSchemeVariable).isEmpty())
        setColorScheme(colorScheme(colors));
    new ReturnKey(this);
    new MenuKey(this);
    new ScreenFit(this);
    new PlainDescriptions(this);
    new Mnemonics(this);
    installFocusAccess();
}

Application::~Application()
{
    m_around.settings->setValue(LayoutKey, m_window->layoutState());
    // The window deletes its dialogs, which use sessions: it goes before the pool.
    m_scope->set(std::nullopt);
    m_window.reset();
    // m_writes uses the clock, which dies before the children of this object.
    delete m_commands;
    delete m_rotations;
    delete m_writes;
    delete m_keeper; // it records the lists that wait; m_history dies first of the children
}

bool Application::eventFilter(QObject *watched, QEvent *event)
{
    // Not everything that locks a screen says when it is unlocked: a key or a click here does.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
        qApp->removeEventFilter(this);
        m_screenLock->userIsBack();
    }
    return QObject::eventFilter(watched, event);
}

void Application::makeServers()
{
    auto *vault =
        new CredentialVault(std::move(m_around.keychain), m_around.profiles->file(), this);
    m_context = {m_window.get(), m_model, new TokenListing(m_model, &m_clock, this),
                 m_directory,    m_scope, new SessionPool(m_directory, vault, &m_clock, this)};
    m_context.all = new MergedTokens(m_directory, m_context.sessions, this);
    m_keeper = new HistoryKeeper(m_history, m_journal, m_context.sessions, this);
    connect(m_keeper, &HistoryKeeper::moved, m_writes, &TokenWrites::adopt);
    new HistoryMessages(m_keeper, m_writes, m_window.get(), m_window->messageBar(), this);
    new NoteKeeper(m_history, m_keeper, &m_context, this);
    new ChangeNews(m_history, m_keeper, &m_context, this);
    m_writes->follow(m_context.sessions);
    m_rotations = new Rotations(m_history, m_journal, m_writes, this);
    m_rotations->follow(m_context.sessions, m_directory);
    new RotationMarks(&m_context, m_rotations, this);
    connect(
        m_window.get(), &MainWindow::firstPainted, m_rotations,
        [this] { QTimer::singleShot(OtherHistoriesAfter, m_rotations, &Rotations::readProfiles); },
        Qt::SingleShotConnection);
    const ServerServices parts{.window = m_window.get(),
                               .directory = m_directory,
                               .profiles = m_around.profiles.get(),
                               .vault = vault,
                               .clock = &m_clock,
                               .sessions = m_context.sessions,
                               .openPage = m_around.openPage};
    m_servers = new ServerActions(parts, &m_context, m_scope, this);
    m_presenter = new WindowPresenter(&m_context, this);
    m_presenter->keepPlacesIn(m_around.settings.get());
    m_starts = new StartRequests({.window = m_window.get(),
                                  .directory = m_directory,
                                  .scope = m_scope,
                                  .sessions = m_context.sessions,
                                  .servers = m_servers,
                                  .history = m_history,
                                  .settings = m_around.settings.get()},
                                 this);
    m_import = new RoxctlImport(
        m_servers->parts(), m_around.environment,
        [this](const QString &name) { return m_directory->freshProfile(name); }, this);
}

void Application::makeCommands()
{
    m_commands = new CommandSet(&m_context, this);
    auto *revoke = new RevokeCommand(&m_context, m_writes, m_commands);
    m_commands->add(new GenerateCommand(&m_context, m_writes, m_clipboard, revoke, m_commands));
    m_commands->add(new RefreshCommand(&m_context, m_commands));
    m_commands->add(revoke);
    auto *rotation =
        new RotationActions(&m_context, m_rotations, m_servers->parts()->vault, m_commands);
    auto *rotate = new RotateCommand(
        &m_context, {m_writes, m_rotations, rotation, m_clipboard, revoke}, m_commands);
    m_commands->add(rotate);
    m_commands->add(new DialogCommand(
        MainWindow::Action::Rotations,
        [rotation](QWidget *parent) { return rotation->makeDialog(parent); }, &m_context,
        m_commands));
    connect(rotation, &RotationActions::rotateAgainRequested, rotate,
            [rotate](Session *session, const Token &old) { rotate->runFor(session, {old}); });
    connect(rotation, &RotationActions::serverRequested, m_servers, [this](const QString &key) {
        if (const auto id = ServerId::parse(key))
            m_servers->show(*id);
        m_window->activateWindow();
    });
    auto *exporting = new ExportCommand(&m_context, m_commands);
    m_commands->add(exporting);
    m_commands->add(new ReportCommand(exporting, &m_context, m_commands));
    connect(m_historySettings, &HistorySettings::exportRequested, exporting,
            &ExportCommand::exportHistory);
    m_commands->add(new CopyCommand(CopyCommand::What::Table, &m_context, m_commands));
    for (const auto what : {CleanUpCommand::What::Filtered, CleanUpCommand::What::Expired})
        m_commands->add(new CleanUpCommand(what, &m_context, revoke, exporting, m_commands));
    connect(m_presenter, &WindowPresenter::revokeRequested, revoke,
            [this, revoke](const QStringList &ids) {
                if (Session *session = m_context.session())
                    revoke->runFor(session, session->name(), ids);
            });
    m_commands->add(new CopyCommand(CopyCommand::What::Id, &m_context, m_commands));
    m_commands->add(new CopyCommand(CopyCommand::What::Name, &m_context, m_commands));
    m_commands->add(new NoteCommand(&m_context, m_commands));
    makeDialogCommands();
    auto *leak = new LeakCommand(&m_context, &m_clock, revoke, m_history, m_commands);
    m_commands->add(leak);
    connect(leak, &LeakCommand::signInRequested, m_servers, &ServerActions::askToSignIn);
    m_commands->update();
}

void Application::makeDialogCommands()
{
    const auto add = [this](MainWindow::Action action, const DialogCommand::Maker &make) {
        auto *command = new DialogCommand(action, make, &m_context, m_commands);
        m_commands->add(command);
        return command;
    };
    add(MainWindow::Action::Settings, [this](QWidget *parent) { return settingsDialog(parent); });
    add(MainWindow::Action::Keys,
        [](QWidget *parent) { return new KeysDialog(keyGroups(), parent); });
    add(MainWindow::Action::About,
        [](QWidget *parent) { return new AboutDialog(aboutThisProgram(), parent); });
    auto *help = add(MainWindow::Action::Help, [](QWidget *parent) {
        const QLatin1String topic = helpTopicOf(QApplication::focusWidget());
        auto *dialog = new HelpDialog(parent);
        dialog->showTopic(topic);
        return dialog;
    });
    connect(new HelpKey(this), &HelpKey::helpRequested, help, &DialogCommand::run);
}

void Application::makeSettings()
{
    connect(m_preferences, &UserPreferences::changed, this, &Application::followPreferences);
    m_historySettings = new HistorySettings(m_history, m_keeper, m_preferences, m_directory,
                                            m_window->messageBar(), this);
    m_presence = new DesktopPresence(&m_context, m_preferences, m_servers, m_rotations,
                                     m_around.settings.get(), this);
    connect(m_window.get(), &MainWindow::queryChosen, m_preferences,
            [this](const TokenQuery &query) {
                m_preferences->edit(
                    [&](Preferences &preferences) { preferences.chartSpan = query.chartSpan; });
            });
    connect(m_servers, &ServerActions::serverRemoved, m_historySettings,
            &HistorySettings::offerToForget);
}

QDialog *Application::settingsDialog(QWidget *parent)
{
    auto *general = new GeneralPage(m_preferences->now(), TrayIcon::isOffered());
    connect(general, &GeneralPage::edited, m_preferences, &UserPreferences::edit);
    auto *dialog = new SettingsDialog(parent);
    dialog->addPage(u"settings"_s, tr("General"), general);
    dialog->addPage(u"bell"_s, tr("Notifications"), m_presence->makePage());
    dialog->addPage(u"changes"_s, tr("History"), m_historySettings->makePage());
    return dialog;
}

void Application::followPreferences(const Preferences &before)
{
    const Preferences &now = m_preferences->now();
    m_clipboard->setSeconds(now.clipboardSeconds);
    if (before.expiringDays != now.expiringDays || before.chartSpan != now.chartSpan)
        showExpiringWindow();
    if (before.colors != now.colors)
        setColorScheme(colorScheme(now.colors));
}

void Application::showExpiringWindow()
{
    const Preferences &now = m_preferences->now();
    m_context.listing->setExpiringWindow(now.expiringDays * DayMs);
    m_context.listing->setChartSpan(now.chartSpan);
    m_window->setQuery(m_context.listing->query());
}

void Application::connectServers()
{
    connect(m_import, &RoxctlImport::imported, m_servers,
            [this](const QUuid &id) { m_servers->show(ServerId(id)); });
    connect(m_import, &RoxctlImport::happened, m_servers, &ServerActions::showEvent);
    connect(
        m_window.get(), &MainWindow::firstPainted, m_servers->parts()->vault,
        [this] {
            m_servers->parts()->vault->forgetOrphans(m_around.profiles.get(), m_clock.now());
        },
        Qt::SingleShotConnection);
    connect(m_window.get(), &MainWindow::importRequested, m_import, &RoxctlImport::ask);
    connect(m_presenter, &WindowPresenter::connectRequested, m_servers, &ServerActions::add);
    connect(m_presenter, &WindowPresenter::demoRequested, m_starts, &StartRequests::startDemo);
    connect(m_presenter, &WindowPresenter::goOnRequested, m_starts, &StartRequests::goOn);
    connect(m_starts, &StartRequests::startedWithoutServers, m_presenter,
            [this] { m_presenter->setKnownToRoxctl(m_import->addresses()); });
    connect(m_presenter, &WindowPresenter::signInRequested, m_servers,
            &ServerActions::signInToCurrent);
    connect(m_presenter, &WindowPresenter::stopUnlockingRequested, m_servers,
            &ServerActions::stopUnlocking);
    connect(m_presenter, &WindowPresenter::openAgainRequested, m_servers,
            &ServerActions::openAgain);
    connect(m_presenter, &WindowPresenter::commandsNeedUpdate, m_commands, &CommandSet::update);
    connect(m_presenter, &WindowPresenter::serverGoOnRequested, m_servers,
            qOverload<const ServerId &>(&ServerActions::goOn));
}

void Application::start(LaunchRequest request)
{
    m_directory->tellProblems();
    m_starts->start(std::move(request));
    m_presenter->begin();
    m_window->show();
}

void Application::openAgain(LaunchRequest request)
{
    m_presence->bringToFront();
    m_starts->openAgain(std::move(request));
}

} // namespace rox
