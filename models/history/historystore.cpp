// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historystore.h"

#include "models/history/historyfolder.h"
#include "models/history/historyindex.h"
#include "models/values/worker.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>

#include <map>
#include <memory>
#include <set>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long ExitWaitMs = 10'000; // longer than SQLite waits for a lock

QString lockPath(const QString &folder, const QUuid &process)
{
    return folder + u'/' + process.toString(QUuid::WithoutBraces) + u".running"_s;
}

} // namespace

/// What the thread works with.
class HistoryStore::Worker
{
public:
    explicit Worker(QString folder)
        : m_folder(std::move(folder))
        , m_index(m_folder)
    {}

    void keepInMemory(const QString &address) { m_inMemory.insert(address); }

    CentralHistory &at(const QString &address)
    {
        auto &history = m_histories[address];
        if (!history) {
            HistoryFile::Place place;
            if (!m_folder.isEmpty() && !m_inMemory.contains(address)) {
                lock();
                const auto [file, isNew] = m_index.ofAddress(address);
                place.uuid = file;
                place.path = m_folder + u'/' + file.toString(QUuid::WithoutBraces) + u".sqlite"_s;
                place.isKnown = !isNew;
                place.isRunning = [this](const QUuid &process) { return isRunning(process); };
            }
            place.process = m_process;
            history = std::make_unique<CentralHistory>(std::move(place));
            history->setRetention(m_retention, m_retentionChangedAt);
        }
        return *history;
    }

    /// A history of this Central is open or on the disk.
    [[nodiscard]] bool has(const QString &address) const
    {
        return m_histories.find(address) != m_histories.cend() || m_index.knows(address);
    }

    void setRetention(UtcMs retention, UtcMs changedAt)
    {
        m_retention = retention;
        m_retentionChangedAt = changedAt;
        for (const auto &[address, history] : m_histories)
            history->setRetention(retention, changedAt);
    }

    [[nodiscard]] KeptHistories kept() const { return keptHistories(m_folder, m_index); }

    [[nodiscard]] ForgottenHistory forget(const QString &address)
    {
        m_histories.erase(address); // closes the file
        if (m_folder.isEmpty() || m_inMemory.contains(address))
            return {};
        return forgetFiles(m_folder, &m_index, address);
    }

private:
    /// Held while this process runs: other windows tell by it that intents are under way.
    void lock()
    {
        if (m_lock)
            return;
        if (!QDir(m_folder).exists() && QDir().mkpath(m_folder))
            QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_lock = std::make_unique<QLockFile>(lockPath(m_folder, m_process));
        m_lock->setStaleLockTime(0); // only if the process has ended
        m_lock->tryLock();
    }

    [[nodiscard]] bool isRunning(const QUuid &process) const
    {
        const QString path = lockPath(m_folder, process);
        if (process.isNull() || !QFile::exists(path))
            return false;
        QLockFile lock(path);
        lock.setStaleLockTime(0);
        return !lock.tryLock(); // takes the lock of a process that has ended, and removes it
    }

    QString m_folder;
    HistoryIndex m_index;
    QUuid m_process = QUuid::createUuid();
    std::unique_ptr<QLockFile> m_lock;
    std::set<QString> m_inMemory;
    UtcMs m_retention = CentralHistory::DefaultRetention;
    UtcMs m_retentionChangedAt = NoTime;
    std::map<QString, std::unique_ptr<CentralHistory>> m_histories;
};

QString HistoryStore::folderOfTheUser()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/rox-tokens/history"_s;
}

HistoryStore::HistoryStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_worker(new Worker(folder))
    , m_receiver(new QObject)
{
    m_receiver->moveToThread(m_thread);
    // A connection of SQLite is closed by the thread that has opened it.
    connect(
        m_thread, &QThread::finished, m_receiver, [worker = m_worker] { delete worker; },
        Qt::DirectConnection);
    connect(m_thread, &QThread::finished, m_receiver, &QObject::deleteLater);
    m_thread->setObjectName(u"history"_s);
    m_thread->start();
}

HistoryStore::~HistoryStore()
{
    // After what was asked for before.
    QMetaObject::invokeMethod(
        m_receiver, [thread = m_thread] { thread->quit(); }, Qt::QueuedConnection);
    if (m_thread->wait(ExitWaitMs))
        delete m_thread;
}

template <class T>
void HistoryStore::ask(const QString &address, std::function<T(CentralHistory &)> job,
                       QObject *context, Handler<T> handler)
{
    auto task = [worker = m_worker, address, job = std::move(job), store = QPointer(this),
                 context = QPointer(context), handler = std::move(handler)] {
        CentralHistory &history = worker->at(address);
        T result = job(history);
        const HistoryState state = history.state();
        history.forgetLoss();
        runOnMainThread([=, result = std::move(result)] {
            if (store && store->m_states.value(address) != state) {
                store->m_states.insert(address, state);
                Q_EMIT store->stateChanged(address, state);
            }
            if (context)
                handler(result);
        });
    };
    QMetaObject::invokeMethod(m_receiver, HandedOver(std::move(task)), Qt::QueuedConnection);
}

template <class T>
void HistoryStore::run(std::function<T(Worker &)> job, QObject *context, Handler<T> handler)
{
    auto task = [worker = m_worker, job = std::move(job), context = QPointer(context),
                 handler = std::move(handler)] {
        runOnMainThread([context, handler, result = job(*worker)] {
            if (context)
                handler(result);
        });
    };
    QMetaObject::invokeMethod(m_receiver, HandedOver(std::move(task)), Qt::QueuedConnection);
}

void HistoryStore::keepInMemory(const QString &address)
{
    QMetaObject::invokeMethod(
        m_receiver, [worker = m_worker, address] { worker->keepInMemory(address); },
        Qt::QueuedConnection);
}

void HistoryStore::open(const QString &address, const QString &name, QObject *context,
                        Handler<OpenedHistory> handler)
{
    ask<OpenedHistory>(
        address, [name, address](CentralHistory &history) { return history.open(name, address); },
        context, std::move(handler));
}

void HistoryStore::record(const QString &address, const ListRead &read, QObject *context,
                          Handler<RecordedList> handler)
{
    ask<RecordedList>(
        address, [read](CentralHistory &history) { return history.record(read); }, context,
        std::move(handler));
}

void HistoryStore::view(const QString &address, QObject *context, Handler<HistoryView> handler)
{
    ask<HistoryView>(
        address, [](CentralHistory &history) { return history.view(); }, context,
        std::move(handler));
}

void HistoryStore::openIntents(const QString &address, QObject *context,
                               Handler<QList<Intent>> handler)
{
    ask<QList<Intent>>(
        address, [](CentralHistory &history) { return history.openIntents(); }, context,
        std::move(handler));
}

void HistoryStore::append(const QString &address, const Intent &intent, QObject *context,
                          Handler<bool> handler)
{
    ask<bool>(
        address, [intent](CentralHistory &history) { return history.append(intent); }, context,
        std::move(handler));
}

void HistoryStore::annotate(const QString &address, const Annotation &annotation, QObject *context,
                            Handler<WriteOutcome> handler)
{
    ask<WriteOutcome>(
        address, [annotation](CentralHistory &history) { return history.annotate(annotation); },
        context, std::move(handler));
}

void HistoryStore::markSeen(const QString &address, UtcMs now, QObject *context,
                            Handler<WriteOutcome> handler)
{
    ask<WriteOutcome>(
        address, [now](CentralHistory &history) { return history.markSeen(now); }, context,
        std::move(handler));
}

void HistoryStore::settle(const QString &address, const Intent &intent, const Settled &settled)
{
    ask<bool>(
        address,
        [intent, settled](CentralHistory &history) {
            history.settle(intent, settled);
            return true;
        },
        this, [](const bool &) {});
}

void HistoryStore::note(const QString &address, const ChainNote &note, QObject *context,
                        Handler<bool> handler)
{
    ask<bool>(
        address, [note](CentralHistory &history) { return history.note(note); }, context,
        std::move(handler));
}

void HistoryStore::chains(const QString &address, QObject *context,
                          Handler<QList<ChainRow>> handler)
{
    // Looking for chains makes no file.
    run<QList<ChainRow>>(
        [address](Worker &worker) {
            return worker.has(address) ? worker.at(address).chains() : QList<ChainRow>();
        },
        context, std::move(handler));
}

void HistoryStore::setRetention(UtcMs retention, UtcMs changedAt)
{
    QMetaObject::invokeMethod(
        m_receiver,
        [worker = m_worker, retention, changedAt] { worker->setRetention(retention, changedAt); },
        Qt::QueuedConnection);
}

void HistoryStore::readKept(QObject *context, Handler<KeptHistories> handler)
{
    run<KeptHistories>([](Worker &worker) { return worker.kept(); }, context, std::move(handler));
}

void HistoryStore::readAll(const QString &address, QObject *context, Handler<AllTokens> handler)
{
    ask<AllTokens>(
        address, [](CentralHistory &history) { return history.allTokens(); }, context,
        std::move(handler));
}

void HistoryStore::forget(const QString &address, QObject *context,
                          Handler<ForgottenHistory> handler)
{
    m_states.remove(address);
    run<ForgottenHistory>([address](Worker &worker) { return worker.forget(address); }, context,
                          std::move(handler));
}

} // namespace rox
