// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/trayicon.h"

#include "ui/style/symbols.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MessageMs = 10'000;

/// By its name in the icon theme if it is installed: the panel gives it its own colour then.
QIcon trayIcon(bool isDue)
{
    const QString name =
        QGuiApplication::desktopFileName() + (isDue ? "-attention-symbolic"_L1 : "-symbolic"_L1);
    return QIcon::fromTheme(name,
                            symbolIcon(isDue ? u"app-symbolic-attention"_s : u"app-symbolic"_s));
}

} // namespace

bool TrayIcon::isOffered()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

TrayIcon::TrayIcon(QWidget *window, const QList<QAction *> &actions, QObject *parent,
                   std::function<bool()> isOffered, std::chrono::milliseconds lookEvery)
    : QObject(parent)
    , m_window(window)
    , m_isOffered(std::move(isOffered))
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(u"trayMenu"_s);
    QAction *show = m_menu->addAction(tr("Show Rox Tokens"));
    show->setObjectName(u"showWindow"_s);
    connect(show, &QAction::triggered, this, &TrayIcon::showRequested);
    m_menu->addSeparator();
    m_menu->addActions(actions);
    m_menu->addSeparator();
    QAction *quit = m_menu->addAction(tr("Quit"));
    quit->setObjectName(u"quitProgram"_s);
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit);
    m_look.setInterval(lookEvery);
    m_look.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_look, &QTimer::timeout, this, &TrayIcon::lookForTray);
    window->installEventFilter(this);
}

TrayIcon::~TrayIcon()
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void TrayIcon::setOn(bool isOn)
{
    if (isOn == bool(m_icon))
        return;
    if (!isOn) {
        m_icon.reset();
        QGuiApplication::setQuitOnLastWindowClosed(true);
        if (m_window->isHidden()) // nothing else would bring it back
            Q_EMIT showRequested();
        return;
    }
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    updateIcon();
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::messageClicked);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT showRequested();
            });
    m_icon->show();
}

bool TrayIcon::isShown() const
{
    return m_icon && m_icon->isVisible() && m_isOffered();
}

void TrayIcon::setDue(bool isDue)
{
    m_isDue = isDue;
    updateIcon();
}

void TrayIcon::updateIcon()
{
    if (!m_icon)
        return;
    m_icon->setIcon(trayIcon(m_isDue));
    m_icon->setToolTip(m_isDue ? tr("Rox Tokens: tokens expire soon") : tr("Rox Tokens"));
}

bool TrayIcon::showMessage(const QString &title, const QString &body)
{
    if (!isShown() || !QSystemTrayIcon::supportsMessages())
        return false;
    m_icon->showMessage(title, body, trayIcon(m_isDue), MessageMs);
    return true;
}

/// Brings the window back if the tray has ended, and did not start again until the next look as it
/// does when a desktop restarts its panel.
void TrayIcon::lookForTray()
{
    const bool isMissed = !isShown();
    if (m_window->isVisible() || !m_icon) {
        m_look.stop();
    } else if (std::exchange(m_wasMissed, isMissed) && isMissed) {
        m_look.stop();
        QGuiApplication::setQuitOnLastWindowClosed(true);
        Q_EMIT showRequested();
    }
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    // The panel may have ended since the icon was shown: nothing would bring the window back.
    if (event->type() == QEvent::Close && watched == m_window) {
        const bool goesOn = isShown();
        QGuiApplication::setQuitOnLastWindowClosed(!goesOn);
        m_wasMissed = false;
        if (goesOn)
            m_look.start();
        if (goesOn && m_window->isVisible())
            Q_EMIT windowHidden();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rox
