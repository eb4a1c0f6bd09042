// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/desktoppresence.h"

#include "app/desktop/trayicon.h"
#include "app/pages/expirynotices.h"
#include "app/pages/serveractions.h"
#include "app/pages/userpreferences.h"
#include "ui/settings/noticespage.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QWindow>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TrayExplainedKey = "settings/trayExplained"_L1;

} // namespace

DesktopPresence::DesktopPresence(const CommandContext *context, UserPreferences *preferences,
                                 ServerActions *servers, const Rotations *rotations,
                                 QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_preferences(preferences)
    , m_servers(servers)
    , m_settings(settings)
    , m_notices(new ExpiryNotices(&m_notifier, context, rotations, preferences, settings, this))
    , m_quiet(new QAction(tr("Mute until tomorrow"), this))
    , m_tray(new TrayIcon(context->window,
                          {context->window->action(MainWindow::Action::Refresh), m_quiet,
                           context->window->action(MainWindow::Action::Settings)},
                          this))
{
    m_quiet->setObjectName(u"muteUntilTomorrow"_s);
    m_quiet->setCheckable(true);
    connect(m_quiet, &QAction::triggered, m_notices, &ExpiryNotices::setQuietToday);
    connect(m_notices, &ExpiryNotices::looked, this, &DesktopPresence::showQuiet);
    connect(preferences, &UserPreferences::changed, this, &DesktopPresence::showQuiet);
    showQuiet();
    connect(m_notices, &ExpiryNotices::showRequested, this, &DesktopPresence::showTokens);
    connect(m_notices, &ExpiryNotices::rotationsRequested, this, &DesktopPresence::showRotations);
    m_notices->setFallback([this](const QString &key, const QString &title, const QString &body) {
        if (!m_tray->showMessage(title, body))
            return false;
        m_trayMessage = key;
        return true;
    });
    connect(&m_notifier, &DesktopNotifier::activated, this,
            [this](const QString &key, const QString &activationToken) {
                if (key.isEmpty()) // about the program
                    bringToFront(activationToken);
            });
    followTray();
}

DesktopPresence::~DesktopPresence() = default;

void DesktopPresence::followTray()
{
    connect(m_tray, &TrayIcon::showRequested, this, [this] { bringToFront(); });
    connect(m_tray, &TrayIcon::messageClicked, this, [this] {
        if (!m_trayMessage.isEmpty())
            m_notices->activate(m_trayMessage);
        else
            bringToFront();
    });
    connect(m_notices, &ExpiryNotices::looked, m_tray,
            [this] { m_tray->setDue(m_notices->isSomethingDue()); });
    connect(m_preferences, &UserPreferences::changed, m_tray,
            [this] { m_tray->setOn(m_preferences->now().staysInTray); });
    m_tray->setOn(m_preferences->now().staysInTray);
    // The window's action closes the window, which hides it while the icon is there.
    connect(m_context->window->action(MainWindow::Action::Quit), &QAction::triggered, qApp,
            &QCoreApplication::quit, Qt::QueuedConnection);
    connect(m_tray, &TrayIcon::windowHidden, this, [this] {
        if (m_settings->value(TrayExplainedKey).toBool())
            return;
        m_settings->setValue(TrayExplainedKey, true);
        m_notifier.show({{},
                         tr("Rox Tokens keeps running"),
                         tr("It tells you which tokens expire. To end it: Quit in the menu of its "
                            "icon."),
                         tr("Show")},
                        this, [](bool) {});
    });
}

void DesktopPresence::showQuiet()
{
    const bool isQuiet = m_notices->isQuietToday();
    m_quiet->setChecked(isQuiet);
    m_quiet->setEnabled(m_preferences->now().notices.isOn);
    if (m_page)
        m_page->setQuiet(isQuiet);
}

NoticesPage *DesktopPresence::makePage()
{
    QList<NoticeServer> servers;
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries) {
        if (entry.isProfile())
            servers.append({entry.id().toString(), entry.profile.name, entry.profile.colorName});
    }
    m_page = new NoticesPage(m_preferences->now().notices, servers);
    connect(m_page, &NoticesPage::edited, m_preferences, &UserPreferences::edit);
    connect(m_page, &NoticesPage::exampleRequested, this, &DesktopPresence::showExample);
    connect(m_page, &NoticesPage::quietChosen, m_notices, &ExpiryNotices::setQuietToday);
    showQuiet();
    return m_page;
}

void DesktopPresence::showExample()
{
    const bool showsNames = m_preferences->now().notices.showsNames;
    m_notifier.show(
        {{},
         showsNames ? tr("example-token expires in 14 days") : tr("A token expires in 14 days"),
         tr("This is an example."),
         tr("Show")},
        this, [this](bool isShown) {
            if (m_page)
                m_page->showExampleOutcome(isShown);
        });
}

void DesktopPresence::bringToFront(const QString &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    MainWindow *window = m_context->window;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    QWidget *front = QApplication::activeModalWidget();
    (front ? front : window)->windowHandle()->requestActivate();
}

void DesktopPresence::showRotations(const QString &activationToken)
{
    bringToFront(activationToken);
    if (!QApplication::activeModalWidget()) // which may hold the only copy of a token's value
        m_context->window->action(MainWindow::Action::Rotations)->trigger();
}

void DesktopPresence::showTokens(const ServerId &server, const TokenQuery &query,
                                 const QString &activationToken)
{
    bringToFront(activationToken);
    // A dialog may hold the only copy of a token's value: the window stays where it is.
    if (QApplication::activeModalWidget() || !m_context->directory->find(server))
        return;
    if (!m_context->scope->isOn(server))
        m_servers->show(server);
    Q_EMIT m_context->window->queryChosen(query);
}

} // namespace rox
