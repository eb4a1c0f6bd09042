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

/// Runs it in Qt's pool, some time. What it captures may be moved only.
template <class Task>
void runOnWorker(Task task)
{
    class Run final : public QRunnable
    {
    public:
        explicit Run(Task work)
            : m_task(std::move(work))
        {}
        void run() override { m_task(); }

    private:
        HandedOver<Task> m_task;
    };
    QThreadPool::globalInstance()->start(new Run(std::move(task)));
}

/// Runs it in the application's thread, later. The application outlives the pool; what the task
/// is about may not.
template <class Task>
void runOnMainThread(Task task)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), HandedOver<Task>(std::move(task)),
                              Qt::QueuedConnection);
}

} // namespace rox
