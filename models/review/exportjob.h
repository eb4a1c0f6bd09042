// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportfile.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rox {

/// Writes one file, or prints one report, on a worker. If it is deleted meanwhile, that is
/// cancelled.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;

    /// One of the two, once.
    void start(const QString &path, Review review, ExportFormat format);
    /// `device` is not used elsewhere from now on.
    void startPrinting(std::shared_ptr<QPagedPaintDevice> device, Review review);
    /// finished() still comes: the file may be whole already.
    void cancel();

Q_SIGNALS:
    void progressed(qsizetype rows);
    void finished(const rox::ExportOutcome &outcome); ///< once

private:
    using Work = std::function<ExportOutcome(const ReviewStep &)>;
    struct Shared;
    void run(Work work);
    std::shared_ptr<Shared> m_shared; ///< with the worker
    QTimer m_poll;
};

} // namespace rox
