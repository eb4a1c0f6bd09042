// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QRunnable>
#include <QThreadPool>

#include <utility>

#ifdef __SANITIZE_THREAD__
extern "C" void __tsan_acquire(void *place);
extern "C" void __tsan_release(void *place);
#endif

namespace rox {

/// Qt's own locks order what one thread hands to another. A thread sanitizer does not look into Qt:
/// it is told here.
namespace handover {

inline char place;

inline void give()
{
#ifdef __SANITIZE_THREAD__
    __tsan_release(&place);
#endif
}

inline void take()
{
#ifdef __SANITIZE_THREAD__
    __tsan_acquire(&place);
#endif
}

} // namespace handover

/// A task on its way to another thread, which may be moved only.
template <class Task>
class HandedOver
{
public:
    explicit HandedOver(Task task)
        : m_task(std::move(task))
    {
        handover::give();
    }
    HandedOver(HandedOver &&other) noexcept
        : m_task(std::move(other.m_task))
    {
        handover::give();
    }
    HandedOver(const HandedOver &) = delete;
    HandedOver &operator=(const HandedOver &) = delete;
    HandedOver &operator=(HandedOver &&) = delete;
    ~HandedOver() { handover::take(); }

    void operator()()
    {
        handover::take();
        m_task();
    }

private:
    Task m_task;
};

/// A task in a pool, which may be moved only.
template <class Task>
class Run final : public QRunnable
{
public:
    explicit Run(Task task)
        : m_task(std::move(task))
    {}
    void run() override { m_task(); }

private:
    HandedOver<Task> m_task;
};

/// Runs it in Qt's pool, some time: for work. What it captures may be moved only.
template <class Task>
void runOnWorker(Task task)
{
    QThreadPool::globalInstance()->start(new Run<Task>(std::move(task)));
}

inline constexpr int WaitAtTheEndMs = 500;

/// The pool of what waits for others: a proxy's script, files, a bus. However many of them hang, no
/// work waits behind them, and the end of the program waits for WaitAtTheEndMs at most: it is never
/// deleted, because deleting would wait.
inline QThreadPool *waitingPool()
{
    static auto *const pool = [] {
        auto *made = new QThreadPool;
        constexpr int MostThreads = 32; // they sleep
        made->setMaxThreadCount(MostThreads);
        // A task that is in the middle of a call of Qt's ends it while Qt's statics are there. One
        // that waits for a peer is left behind.
        qAddPostRoutine([] { waitingPool()->waitForDone(WaitAtTheEndMs); });
        return made;
    }();
    return pool;
}

/// Runs it at once, beside the work: for what waits more than it works. It may still wait for its
/// peer when the application is gone, and touches nothing of it then.
template <class Task>
void runWaiting(Task task)
{
    waitingPool()->start(new Run<Task>(std::move(task)));
}

/// Runs it in the application's thread, later. The application outlives the pool; what the task
/// is about may not. Not for what runs in waitingPool(), which outlives the application.
template <class Task>
void runOnMainThread(Task task)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), HandedOver<Task>(std::move(task)),
                              Qt::QueuedConnection);
}

} // namespace rox
