// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/durablejournal.h"

#include "models/history/historystore.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

namespace rox {

DurableJournal::DurableJournal(HistoryStore *store, QObject *parent,
                               std::chrono::milliseconds patience)
    : QObject(parent)
    , m_store(store)
    , m_patience(patience)
{}

void DurableJournal::append(const Intent &intent, QObject *context,
                            std::function<void(Recorded)> recorded)
{
    m_open.append(intent);
    // Whichever comes first calls it.
    const auto once = std::make_shared<std::function<void(Recorded)>>(std::move(recorded));
    const auto tell = [once](Recorded how) {
        if (const auto handler = std::exchange(*once, nullptr))
            handler(how);
    };
    QTimer::singleShot(m_patience, context, [tell] { tell(Recorded::NotAtAll); });
    m_store->append(intent.address, intent, context, [tell](const bool &isWritten) {
        tell(isWritten ? Recorded::Durably : Recorded::NotAtAll);
    });
}

void DurableJournal::settle(const IntentId &id, const Settled &settled)
{
    const auto found = std::find_if(m_open.cbegin(), m_open.cend(),
                                    [&](const Intent &intent) { return intent.id == id; });
    if (found == m_open.cend())
        return;
    const QString address = found->address; // settleIn() may remove the intent
    m_store->settle(address, *found, settled);
    settleIn(m_open, id, settled.outcome);
    Q_EMIT this->settled(address);
}

void DurableJournal::load(const QString &server, const QString &address, QObject *context,
                          std::function<void()> loaded)
{
    m_store->openIntents(address, context,
                         [this, self = QPointer(this), server, address,
                          loaded = std::move(loaded)](const QList<Intent> &intents) {
                             if (!self)
                                 return;
                             for (Intent intent : intents) {
                                 const bool isKnown = std::any_of(
                                     m_open.cbegin(), m_open.cend(),
                                     [&](const Intent &open) { return open.id == intent.id; });
                                 intent.server = server;
                                 intent.address = address;
                                 if (!isKnown)
                                     m_open.append(intent);
                             }
                             loaded();
                         });
}

} // namespace rox
