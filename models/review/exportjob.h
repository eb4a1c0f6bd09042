// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportfile.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rox {

/// Writes one file on a worker. If it is deleted while it writes, the file is cancelled.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject *parent = nullptr);
    ~ExportJob() override;

    /// Once.
    void start(const QString &path, Review review, ExportFormat format);
    /// finished() still comes: the file may be whole already.
    void cancel();

Q_SIGNALS:
    void progressed(qsizetype rows);
    void finished(const rox::ExportOutcome &outcome); ///< once

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< with the worker
    QTimer m_poll;
};

} // namespace rox
