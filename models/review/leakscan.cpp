// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakscan.h"

#include "models/values/worker.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMimeDatabase>
#include <QPromise>

#include <algorithm>
#include <atomic>

namespace rox {

using namespace Qt::StringLiterals;

struct LeakScan::Shared
{
    std::atomic_bool isStopped = false;
    std::atomic<qint64> read = 0;
    std::atomic<qint64> whole = 0;
};

namespace {

using Fault = LeakFindings::Fault;
using Found = std::shared_ptr<LeakFindings>;

constexpr qint64 PieceBytes = 1 << 20;

/// Why bytes in which nothing was found are no text.
Fault faultOf(QByteArrayView bytes)
{
    constexpr qsizetype head = 4096;
    QByteArray first = bytes.first(std::min(head, bytes.size())).toByteArray();
    const QMimeType type = QMimeDatabase().mimeTypeForData(first);
    wipe(first);
    const auto isA = [&](QLatin1String name) { return type.inherits(name); };
    if (type.name().startsWith("image/"_L1) && !isA("text/plain"_L1))
        return Fault::Picture;
    for (const auto name :
         {"application/zip"_L1, "application/gzip"_L1, "application/x-bzip"_L1,
          "application/x-bzip2"_L1, "application/x-xz"_L1, "application/zstd"_L1,
          "application/x-7z-compressed"_L1, "application/vnd.rar"_L1, "application/pdf"_L1}) {
        if (isA(name))
            return Fault::Compressed;
    }
    return Fault::None;
}

void look(QByteArrayView text, const std::atomic_bool &stop, LeakFindings *findings)
{
    if (text.size() > MaxScannedBytes) {
        text = text.first(MaxScannedBytes);
        findings->isWhole = false;
    }
    findings->scan = scanForTokens(text, &stop);
    if (findings->scan.found.empty() && !stop)
        findings->fault = faultOf(text);
}

/// The bytes of the file, and one byte more than MaxScannedBytes at most.
QByteArray bytesOf(QFile *file, const std::atomic_bool &stop, std::atomic<qint64> *read)
{
    // The memory is reserved only, and used as far as it is filled. It never moves: that would
    // leave copies of the text.
    QByteArray bytes(MaxScannedBytes + 1, Qt::Uninitialized);
    qint64 size = 0;
    while (size < bytes.size() && !stop) {
        const qint64 got =
            file->read(bytes.data() + size, std::min<qint64>(PieceBytes, bytes.size() - size));
        if (got <= 0)
            break;
        size += got;
        *read = size;
    }
    bytes.truncate(size);
    return bytes;
}

void lookThroughFile(const QString &path, const std::atomic_bool &stop, std::atomic<qint64> *read,
                     std::atomic<qint64> *whole, LeakFindings *findings)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        findings->fault = Fault::Folder;
        return;
    }
    QFile file(path);
    // A pipe or a device has no end. Unbuffered: Qt keeps no copy of the text.
    const bool isFile = !info.exists() || info.isFile();
    if (!isFile || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        findings->fault = Fault::CannotRead;
        findings->reason = isFile ? file.errorString() : QString();
        return;
    }
    *whole = std::min<qint64>(file.size(), MaxScannedBytes);
    QByteArray bytes = bytesOf(&file, stop, read);
    if (file.error() != QFileDevice::NoError) {
        findings->fault = Fault::CannotRead;
        findings->reason = file.errorString();
    } else {
        look(bytes, stop, findings);
    }
    wipe(bytes);
}

} // namespace

LeakScan::LeakScan(QObject *parent)
    : QObject(parent)
{
    m_poll.setInterval(ProgressMs);
    connect(&m_poll, &QTimer::timeout, this, &LeakScan::progressed);
}

LeakScan::~LeakScan()
{
    stop();
}

void LeakScan::scanText(Secret text)
{
    m_fileName.clear();
    start([text = std::move(text)](Shared *shared, LeakFindings *findings) {
        look(text.view(), shared->isStopped, findings);
    });
}

void LeakScan::scanFile(const QString &path)
{
    m_fileName = QFileInfo(path).fileName();
    start([path, name = m_fileName](Shared *shared, LeakFindings *findings) {
        findings->fileName = name;
        lookThroughFile(path, shared->isStopped, &shared->read, &shared->whole, findings);
    });
}

template <class Work>
void LeakScan::start(Work work)
{
    stop();
    m_shared = std::make_shared<Shared>();
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, mine = m_shared] {
        watcher->deleteLater();
        if (mine != m_shared)
            return; // stopped
        stop();
        Q_EMIT finished(watcher->result());
    });
    QPromise<Found> promise;
    promise.start();
    watcher->setFuture(promise.future());
    runBlocking(
        [work = std::move(work), shared = m_shared, promise = std::move(promise)]() mutable {
            auto findings = std::make_shared<LeakFindings>();
            work(shared.get(), findings.get());
            promise.addResult(std::move(findings));
            promise.finish();
        });
    m_poll.start();
}

void LeakScan::stop()
{
    if (m_shared)
        m_shared->isStopped = true;
    m_shared.reset();
    m_poll.stop();
}

LeakScan::Progress LeakScan::progress() const
{
    return m_shared ? Progress{m_shared->read, m_shared->whole} : Progress{};
}

} // namespace rox
