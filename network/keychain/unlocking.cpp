// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/unlocking.h"

#include "network/keychain/busconnection.h"

#include <QDBusServiceWatcher>

#include <algorithm>
#include <iterator>
#include <memory>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

PromptSignals::PromptSignals(const secretcalls::Prompted &prompted,
                             const QDBusConnection &connection, QObject *parent)
    // By the unique name: for a well-known one Qt asks the bus for its owner and blocks meanwhile.
    : QDBusAbstractInterface(prompted.owner, prompted.prompt, "org.freedesktop.Secret.Prompt",
                             connection, parent)
{}

Unlocking::Unlocking(BusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{}

void Unlocking::start(const QString &service, Extent extent)
{
    m_service = service;
    m_extent = extent;
    m_bus.call(secretcalls::search({{u"server"_s, service}}), this,
               [this](const auto &reply) { searched(reply); });
}

void Unlocking::join(QObject *caller, KeychainHandler<void> handler)
{
    m_waiting.push_back({caller, {caller, std::move(handler)}});
}

void Unlocking::leave(const QObject *caller)
{
    const auto others =
        std::stable_partition(m_waiting.begin(), m_waiting.end(),
                              [caller](const Waiter &w) { return w.caller != caller; });
    auto left = std::make_shared<Waiters>(std::make_move_iterator(others),
                                          std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(others, m_waiting.end());
    // Prompt.Dismiss is not called: gnome-keyring 42 aborts on it (gkd-secret-unlock.c,
    // perform_next_unlock), and with it every unlocked keyring of the login is locked.
    if (!isWaitedFor())
        deleteLater();
    QMetaObject::invokeMethod(
        parent(),
        [left, store = QPointer(parent())] {
            deliver(std::move(*left), store,
                    tl::make_unexpected(KeychainFailure{
                        State::Denied, u"cancelled; the dialog may still be open"_s}));
        },
        Qt::QueuedConnection);
}

/// A handler may destroy the store.
void Unlocking::deliver(Waiters waiting, const QPointer<QObject> &store,
                        const KeychainResult<void> &result)
{
    for (Waiter &waiter : waiting) {
        if (store)
            waiter.deliver(result);
    }
}

void Unlocking::searched(const KeychainResult<QDBusMessage> &reply)
{
    const auto found = reply.and_then(secretcalls::found);
    if (!found)
        return fail(found.error());
    m_locked = found->locked;
    if (m_extent == Extent::OursAlone)
        return m_locked.isEmpty() ? end({}) : ask(secretcalls::unlock(m_locked));
    m_bus.call(secretcalls::defaultCollection(), this,
               [this](const auto &alias) { unlockDefault(alias); });
}

void Unlocking::unlockDefault(const KeychainResult<QDBusMessage> &reply)
{
    const auto path = reply.and_then(secretcalls::pathOf);
    if (!path)
        return fail(path.error());
    if (!path->isEmpty())
        m_locked.prepend(QDBusObjectPath(*path));
    ask(path->isEmpty() ? secretcalls::createDefaultCollection() : secretcalls::unlock(m_locked));
}

void Unlocking::ask(const QDBusMessage &request)
{
    m_bus.call(request, this, [this](const auto &answer) { answered(answer); });
}

void Unlocking::answered(const KeychainResult<QDBusMessage> &reply)
{
    const auto prompt = reply.and_then(secretcalls::promptOf);
    if (!prompt)
        return fail(prompt.error());
    if (prompt->isEmpty())
        return lookAgain();
    // If the service has restarted since, the new one refuses this prompt as unknown.
    m_bus.call(secretcalls::owner(), this, [this, prompt = *prompt](const auto &named) {
        const auto owner = named.and_then(secretcalls::ownerOf);
        if (!owner)
            return fail(owner.error());
        showPrompt({prompt, *owner});
    });
}

void Unlocking::showPrompt(const secretcalls::Prompted &prompted)
{
    auto *signalsOfPrompt = new PromptSignals(prompted, m_bus.connection(), this);
    connect(signalsOfPrompt, &PromptSignals::Completed, this,
            [this](bool dismissed) { promptEnded(dismissed); });
    // The prompt has no time limit, so watch for the end of the service that shows it.
    auto *owner = new QDBusServiceWatcher(prompted.owner, m_bus.connection(),
                                          QDBusServiceWatcher::WatchForUnregistration, this);
    connect(owner, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        fail({State::NoService, u"the Secret Service ended while it asked"_s});
    });
    m_bus.call(secretcalls::prompt(prompted), this, [this](const auto &shown) {
        if (!shown)
            fail(shown.error());
    });
}

void Unlocking::promptEnded(bool dismissed)
{
    m_dismissed = dismissed;
    lookAgain(); // another program may have unlocked it meanwhile
}

void Unlocking::lookAgain()
{
    if (m_extent == Extent::OursAlone)
        return m_bus.call(secretcalls::search({{u"server"_s, m_service}}), this,
                          [this](const auto &reply) { checkOurs(reply); });
    m_bus.call(secretcalls::defaultCollection(), this,
               [this](const auto &alias) { checkOpen(alias); });
}

void Unlocking::checkOurs(const KeychainResult<QDBusMessage> &reply)
{
    const auto found = reply.and_then(secretcalls::found);
    if (!found)
        return fail(found.error());
    if (!found->locked.isEmpty())
        return failShut({State::Locked, u"an entry is still locked"_s});
    end({});
}

void Unlocking::checkOpen(const KeychainResult<QDBusMessage> &alias)
{
    const auto path = alias.and_then(secretcalls::pathOf);
    if (!path)
        return fail(path.error());
    if (path->isEmpty())
        return failShut({State::NoCollection, u"there is still no default collection"_s});
    m_bus.call(secretcalls::isLocked(*path), this, [this](const auto &property) {
        const auto locked = property.and_then(secretcalls::flagOf);
        if (!locked)
            return fail(locked.error());
        if (*locked)
            return failShut({State::Locked, u"the default collection is still locked"_s});
        end({});
    });
}

void Unlocking::failShut(KeychainFailure failure)
{
    if (m_dismissed)
        failure = {State::Denied, u"the prompt was dismissed, or could not be shown"_s};
    fail(std::move(failure));
}

void Unlocking::fail(KeychainFailure failure)
{
    end(tl::make_unexpected(std::move(failure)));
}

void Unlocking::end(const KeychainResult<void> &result)
{
    deleteLater();
    deliver(std::exchange(m_waiting, {}), parent(), result);
}

} // namespace rox
