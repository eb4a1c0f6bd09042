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

/// Tells ThreadSanitizer that one thread hands data to another. It does not see the locks inside
/// Qt, which is not instrumented.
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

/// A move-only task that is handed to another thread.
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
        handover::give(); // the thread that posted it may be the one that deletes it
    }

private:
    Task m_task;
};

/// A QRunnable for a move-only task.
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

/// Queues a move-only task in QThreadPool::globalInstance(). For CPU work.
template <class Task>
void runOnWorker(Task task)
{
    QThreadPool::globalInstance()->start(new Run<Task>(std::move(task)));
}

inline constexpr int MaxExitWaitMs = 500;

/// The pool for tasks that block on a proxy script, a file or a bus, so that hung tasks do not
/// delay CPU work. At exit the program waits for it at most MaxExitWaitMs. The pool is never
/// deleted, because its destructor would wait for every task.
inline QThreadPool *blockingPool()
{
    static auto *const pool = [] {
        auto *made = new QThreadPool;
        constexpr int MaxThreads = 32; // they mostly sleep
        made->setMaxThreadCount(MaxThreads);
        // Lets a task that is inside Qt finish before Qt's statics are destroyed. A task that waits
        // for a peer is abandoned.
        qAddPostRoutine([] { blockingPool()->waitForDone(MaxExitWaitMs); });
        return made;
    }();
    return pool;
}

/// Runs a blocking task in blockingPool(). It must not use the application, which may end first.
template <class Task>
void runBlocking(Task task)
{
    blockingPool()->start(new Run<Task>(std::move(task)));
}

/// Queues a task in the main thread. Objects that the task refers to may be gone by then. Not for
/// callers in blockingPool(), which may outlive the application.
template <class Task>
void runOnMainThread(Task task)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), HandedOver<Task>(std::move(task)),
                              Qt::QueuedConnection);
}

} // namespace rox
