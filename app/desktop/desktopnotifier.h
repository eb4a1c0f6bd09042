// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/busconnection.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace rox {

class NotificationSignals;

/// What the desktop is to show. Plain text.
struct DesktopNotice
{
    QString key; ///< of what it is about, for DesktopNotifier::activated()
    QString title;
    QString body;
    QString action; ///< text of its button
    /// Of another button, which does not open the window; empty: there is none.
    QString quietAction = {};
};

/// Shows notifications through org.freedesktop.Notifications on the session bus. Nothing blocks.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    /// Of each call to the service: it may have to be started.
    static constexpr std::chrono::milliseconds Patience{10'000};

    explicit DesktopNotifier(std::chrono::milliseconds patience = Patience,
                             QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// Calls `shown` once, unless `context` has died: whether the service has taken the notice.
    /// False if there is no service, or if it does not answer.
    void show(const DesktopNotice &notice, QObject *context, std::function<void(bool)> shown);

Q_SIGNALS:
    /// The user pressed the notice or its button. `activationToken` lets the window come to the
    /// front; it may be empty.
    void activated(const QString &key, const QString &activationToken);
    void quietActionChosen(const QString &key);

private:
    struct Shown
    {
        QString key;
        QString activationToken;
    };

    void findOwner(const DesktopNotice &notice, const QStringList &capabilities, QObject *context,
                   const std::function<void(bool)> &shown);
    void notify(const DesktopNotice &notice, const QStringList &capabilities, QObject *context,
                const std::function<void(bool)> &shown);
    void followOwner(const QString &owner);

    BusConnection m_bus;
    QString m_owner; ///< unique name of the service: another one after a restart
    std::unique_ptr<NotificationSignals> m_signals; ///< of m_owner
    QHash<uint, Shown> m_shown;                     ///< by the number that m_owner gave
};

/// The body as the service takes it: markup where it has body-markup.
[[nodiscard]] QString noticeBody(const QString &text, const QStringList &capabilities);

} // namespace rox
