// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/desktopnotifier.h"

#include <QDBusAbstractInterface>
#include <QGuiApplication>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
constexpr auto Path = "/org/freedesktop/Notifications"_L1;
constexpr char Interface[] = "org.freedesktop.Notifications";
const QString QuietAction = u"quiet"_s;
constexpr int ServersChoice = -1; // how long it is shown

QDBusMessage callOf(const QString &method, const QString &service = Service)
{
    return QDBusMessage::createMethodCall(service, Path, QLatin1String(Interface), method);
}

QDBusMessage callForOwner()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    call << Service;
    return call;
}

} // namespace

/// The signals of one notification service, declared so that connect() is type-checked. Their names
/// are those of D-Bus.
class NotificationSignals final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    /// `owner` is a unique name: for another name this constructor would wait for the bus.
    NotificationSignals(const QString &owner, const QDBusConnection &bus)
        : QDBusAbstractInterface(owner, Path, Interface, bus, nullptr)
    {}

Q_SIGNALS:
    void ActivationToken(uint id, const QString &token);
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

QString noticeBody(const QString &text, const QStringList &capabilities)
{
    return capabilities.contains("body-markup"_L1) ? text.toHtmlEscaped() : text;
}

DesktopNotifier::DesktopNotifier(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_bus(patience)
{}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::show(const DesktopNotice &notice, QObject *context,
                           std::function<void(bool)> shown)
{
    // Asked each time: the service may be another one since.
    m_bus.call(callOf(u"GetCapabilities"_s), this,
               [this, notice, context = QPointer(context),
                shown = std::move(shown)](const KeychainResult<QDBusMessage> &reply) {
                   if (!context)
                       return;
                   if (!reply) {
                       shown(false);
                       return;
                   }
                   findOwner(notice, reply->arguments().value(0).toStringList(), context, shown);
               });
}

/// A reply does not say who sent it: from Qt 6.8 on its service() is empty.
void DesktopNotifier::findOwner(const DesktopNotice &notice, const QStringList &capabilities,
                                QObject *context, const std::function<void(bool)> &shown)
{
    m_bus.call(callForOwner(), this,
               [this, notice, capabilities, context = QPointer(context),
                shown](const KeychainResult<QDBusMessage> &reply) {
                   if (!context)
                       return;
                   if (!reply) {
                       shown(false);
                       return;
                   }
                   followOwner(reply->arguments().value(0).toString());
                   notify(notice, capabilities, context, shown);
               });
}

void DesktopNotifier::notify(const DesktopNotice &notice, const QStringList &capabilities,
                             QObject *context, const std::function<void(bool)> &shown)
{
    QStringList actions;
    if (capabilities.contains("actions"_L1))
        actions = {u"default"_s, notice.action, u"show"_s, notice.action};
    if (!actions.isEmpty() && !notice.quietAction.isEmpty())
        actions += {QuietAction, notice.quietAction};
    const QString name = QGuiApplication::desktopFileName();
    QDBusMessage call = callOf(u"Notify"_s, m_owner);
    call << u"Rox Tokens"_s << uint(0) << name << notice.title
         << noticeBody(notice.body, capabilities) << actions
         << QVariantMap{{u"desktop-entry"_s, name}} << ServersChoice;
    m_bus.call(call, this,
               [this, owner = m_owner, key = notice.key, context = QPointer(context),
                shown](const KeychainResult<QDBusMessage> &reply) {
                   const bool isTaken = reply && !reply->arguments().isEmpty();
                   if (isTaken && owner == m_owner)
                       m_shown.insert(reply->arguments().constFirst().toUInt(), {key, {}});
                   if (context)
                       shown(isTaken);
               });
}

void DesktopNotifier::followOwner(const QString &owner)
{
    if (std::exchange(m_owner, owner) == owner)
        return;
    m_shown.clear(); // the new service gives the same numbers again
    m_signals = std::make_unique<NotificationSignals>(owner, m_bus.connection());
    connect(m_signals.get(), &NotificationSignals::ActivationToken, this,
            [this](uint id, const QString &token) {
                if (m_shown.contains(id))
                    m_shown[id].activationToken = token;
            });
    connect(m_signals.get(), &NotificationSignals::ActionInvoked, this,
            [this](uint id, const QString &action) {
                const auto found = m_shown.constFind(id);
                if (found == m_shown.cend())
                    return; // of another program
                if (action == QuietAction)
                    Q_EMIT quietActionChosen(found->key);
                else
                    Q_EMIT activated(found->key, found->activationToken);
            });
    connect(m_signals.get(), &NotificationSignals::NotificationClosed, this,
            [this](uint id) { m_shown.remove(id); });
}

} // namespace rox

#include "desktopnotifier.moc"
