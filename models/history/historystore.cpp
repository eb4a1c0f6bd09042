// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historystore.h"

#include "models/values/worker.h"

#include <QStandardPaths>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long ExitWaitMs = 10'000; // longer than SQLite waits for a lock

} // namespace

QString HistoryStore::folderOfTheUser()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/rox-tokens/history"_s;
}

HistoryStore::HistoryStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_histories(new Histories(folder))
    , m_receiver(new QObject)
    , m_hasFolder(!folder.isEmpty())
{
    m_receiver->moveToThread(m_thread);
    // A connection of SQLite is closed by the thread that has opened it.
    connect(
        m_thread, &QThread::finished, m_receiver, [histories = m_histories] { delete histories; },
        Qt::DirectConnection);
    connect(m_thread, &QThread::finished, m_receiver, &QObject::deleteLater);
    m_thread->setObjectName(u"history"_s);
    m_thread->start();
}

/// Runs the task on the worker, after those that were posted before.
template <class Task>
void HistoryStore::post(Task task)
{
    QMetaObject::invokeMethod(m_receiver, HandedOver(std::move(task)), Qt::QueuedConnection);
}

HistoryStore::~HistoryStore()
{
    // After what was asked for before.
    post([thread = m_thread] { thread->quit(); });
    if (m_thread->wait(ExitWaitMs))
        delete m_thread;
}

template <class T>
void HistoryStore::ask(const QString &address, std::function<T(Histories &)> job, QObject *context,
                       Handler<T> handler, Begins begins)
{
    auto task = [histories = m_histories, address, job = std::move(job), store = QPointer(this),
                 context = QPointer(context), handler = std::move(handler), begins] {
        if (begins == Begins::No && !histories->has(address)) {
            runOnMainThread([context, handler] {
                if (context)
                    handler(T{});
            });
            return;
        }
        T result = job(*histories);
        CentralHistory &history = histories->at(address); // after the job, which may move it
        const HistoryState state = history.state();
        const QUuid file = histories->fileOf(address);
        history.forgetLoss();
        runOnMainThread([=, result = std::move(result)] {
            if (store)
                store->noteState(address, state);
            if (store)
                store->noteFile(address, file);
            if (context)
                handler(result);
        });
    };
    post(std::move(task));
}

template <class T>
void HistoryStore::run(std::function<T(Histories &)> job, QObject *context, Handler<T> handler)
{
    auto task = [histories = m_histories, job = std::move(job), context = QPointer(context),
                 handler = std::move(handler)] {
        runOnMainThread([context, handler, result = job(*histories)] {
            if (context)
                handler(result);
        });
    };
    post(std::move(task));
}

void HistoryStore::noteState(const QString &address, const HistoryState &state)
{
    if (m_states.value(address) == state)
        return;
    m_states.insert(address, state);
    Q_EMIT stateChanged(address, state);
}

void HistoryStore::noteFile(const QString &address, const QUuid &file)
{
    const auto known = m_files.constFind(address);
    const bool isOther = known != m_files.cend() && *known != file;
    m_files.insert(address, file);
    if (isOther)
        Q_EMIT moved(address);
}

bool HistoryStore::isSame(const QString &address, const QString &other) const
{
    const QUuid file = m_files.value(address); // null: in memory, or not asked for yet
    return address == other || (!file.isNull() && file == m_files.value(other));
}

bool HistoryStore::isInMemory(const QString &address) const
{
    return !m_hasFolder || m_inMemory.contains(address);
}

void HistoryStore::keepInMemory(const QString &address)
{
    m_inMemory.insert(address);
    post([histories = m_histories, address] { histories->keepInMemory(address); });
}

void HistoryStore::readAhead(const QString &address)
{
    post([histories = m_histories, address] {
        if (histories->has(address))
            histories->at(address).readAhead();
    });
}

void HistoryStore::open(const QString &address, const QString &name, QObject *context,
                        Handler<OpenedHistory> handler)
{
    ask<OpenedHistory>(
        address, [name, address](Histories &all) { return all.at(address).open(name, address); },
        context, std::move(handler), Begins::Yes);
}

void HistoryStore::record(const QString &address, const ListRead &read, QObject *context,
                          Handler<RecordedList> handler)
{
    ask<RecordedList>(
        address, [address, read](Histories &all) { return all.record(address, read); }, context,
        std::move(handler), Begins::Yes);
}

void HistoryStore::recordRoles(const QString &address, const QList<RoleGrant> &roles, UtcMs at,
                               QObject *context, Handler<HistoryView> handler)
{
    ask<HistoryView>(
        address,
        [address, roles, at](Histories &all) { return all.at(address).recordRoles(roles, at); },
        context, std::move(handler));
}

void HistoryStore::view(const QString &address, QObject *context, Handler<HistoryView> handler)
{
    ask<HistoryView>(
        address, [address](Histories &all) { return all.at(address).view(); }, context,
        std::move(handler));
}

void HistoryStore::openIntents(const QString &address, QObject *context,
                               Handler<QList<Intent>> handler)
{
    ask<QList<Intent>>(
        address, [address](Histories &all) { return all.at(address).openIntents(); }, context,
        std::move(handler));
}

void HistoryStore::append(const QString &address, const Intent &intent, QObject *context,
                          Handler<bool> handler)
{
    ask<bool>(
        address, [address, intent](Histories &all) { return all.at(address).append(intent); },
        context, std::move(handler), Begins::Yes);
}

void HistoryStore::annotate(const QString &address, const Annotation &annotation, QObject *context,
                            Handler<WriteOutcome> handler)
{
    ask<WriteOutcome>(
        address,
        [address, annotation](Histories &all) { return all.at(address).annotate(annotation); },
        context, std::move(handler), Begins::Yes);
}

void HistoryStore::markSeen(const QString &address, UtcMs now, QObject *context,
                            Handler<WriteOutcome> handler)
{
    ask<WriteOutcome>(
        address, [address, now](Histories &all) { return all.at(address).markSeen(now); }, context,
        std::move(handler));
}

void HistoryStore::settle(const QString &address, const Intent &intent, const Settled &settled)
{
    ask<bool>(
        address,
        [address, intent, settled](Histories &all) {
            all.at(address).settle(intent, settled);
            return true;
        },
        this, [](const bool &) {});
}

void HistoryStore::note(const QString &address, const ChainNote &note, QObject *context,
                        Handler<bool> handler)
{
    ask<bool>(
        address, [address, note](Histories &all) { return all.at(address).note(note); }, context,
        std::move(handler), note.kind == operationkind::RotationPlanned ? Begins::Yes : Begins::No);
}

void HistoryStore::chains(const QString &address, QObject *context,
                          Handler<QList<ChainRow>> handler)
{
    run<QList<ChainRow>>(
        [address](Histories &all) {
            return all.has(address) ? all.at(address).chains() : QList<ChainRow>();
        },
        context, std::move(handler));
}

void HistoryStore::setRetention(UtcMs retention, UtcMs changedAt)
{
    post([histories = m_histories, retention, changedAt] {
        histories->setRetention(retention, changedAt);
    });
}

void HistoryStore::readKept(QObject *context, Handler<KeptHistories> handler)
{
    run<KeptHistories>([](Histories &all) { return all.kept(); }, context, std::move(handler));
}

void HistoryStore::readAll(const QString &address, QObject *context, Handler<KeptTokens> handler)
{
    ask<KeptTokens>(
        address, [address](Histories &all) { return all.at(address).keptTokens(); }, context,
        std::move(handler));
}

void HistoryStore::forget(const QString &address, QObject *context,
                          Handler<ForgottenHistory> handler)
{
    run<ForgottenHistory>([address](Histories &all) { return all.forget(address); }, this,
                          [this, address, context = QPointer(context),
                           handler = std::move(handler)](const ForgottenHistory &forgotten) {
                              dropNoted(address); // what calls before have told of it, too
                              if (context)
                                  handler(forgotten);
                          });
}

void HistoryStore::forgetAll(QObject *context, Handler<ForgottenHistory> handler)
{
    run<ForgottenHistory>([](Histories &all) { return all.forgetAll(); }, this,
                          [this, context = QPointer(context),
                           handler = std::move(handler)](const ForgottenHistory &forgotten) {
                              const QStringList addresses = m_files.keys();
                              for (const QString &address : addresses) {
                                  if (!isInMemory(address))
                                      dropNoted(address);
                              }
                              if (context)
                                  handler(forgotten);
                          });
}

/// So that the history that begins anew is not called another one.
void HistoryStore::dropNoted(const QString &address)
{
    const QUuid file = m_files.value(address);
    m_files.removeIf([&](const decltype(m_files)::iterator &each) {
        if (each.key() != address && (file.isNull() || each.value() != file))
            return false;
        m_states.remove(each.key());
        return true;
    });
    m_states.remove(address);
}

void HistoryStore::identify(const QString &address, const QStringList &keys)
{
    ask<bool>(
        address,
        [address, keys](Histories &all) {
            all.identify(address, keys);
            return true;
        },
        this, [](const bool &) {});
}

void HistoryStore::find(const QStringList &ids, QObject *context,
                        Handler<QList<RememberedTokens>> handler)
{
    run<QList<RememberedTokens>>([ids](Histories &all) { return all.find(ids); }, context,
                                 std::move(handler));
}

void HistoryStore::recordCreators(const QString &address, const CreatorsRead &read,
                                  QObject *context, Handler<RecordedCreators> handler)
{
    ask<RecordedCreators>(
        address, [address, read](Histories &all) { return all.at(address).recordCreators(read); },
        context, std::move(handler));
}

void HistoryStore::noteCreatorsForbidden(const QString &address, QObject *context,
                                         Handler<HistoryView> handler)
{
    ask<HistoryView>(
        address, [address](Histories &all) { return all.at(address).noteCreatorsForbidden(); },
        context, std::move(handler));
}

} // namespace rox
