// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/exportjob.h"

#include "models/values/worker.h"

#include <QPagedPaintDevice>
#include <QPointer>

#include <atomic>
#include <chrono>
#include <utility>

namespace rox {

using namespace std::chrono_literals;

struct ExportJob::Shared
{
    std::atomic_bool isCancelled = false;
    std::atomic<qsizetype> rows = 0;
};

ExportJob::ExportJob(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_poll.setInterval(50ms);
    connect(&m_poll, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_shared->rows); });
}

ExportJob::~ExportJob()
{
    m_shared->isCancelled = true;
}

void ExportJob::start(const QString &path, Review review, ExportFormat format)
{
    run([path, review = std::move(review), format](const ReviewStep &step) {
        return writeExport(path, review, format, step);
    });
}

void ExportJob::startPrinting(std::shared_ptr<QPagedPaintDevice> device, Review review)
{
    run([device = std::move(device), review = std::move(review)](const ReviewStep &step) {
        return printExport(*device, review, step);
    });
}

void ExportJob::run(Work work)
{
    m_poll.start();
    runOnWorker([shared = m_shared, job = QPointer(this), work = std::move(work)]() mutable {
        ExportOutcome outcome = work([&](qsizetype rows) {
            shared->rows = rows;
            return !shared->isCancelled;
        });
        runOnMainThread([job = std::move(job), outcome = std::move(outcome)] {
            if (!job)
                return;
            job->m_poll.stop();
            Q_EMIT job->finished(outcome);
        });
    });
}

void ExportJob::cancel()
{
    m_shared->isCancelled = true;
}

} // namespace rox
