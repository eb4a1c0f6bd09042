// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenscan.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rox {

/// What one text held.
struct LeakFindings
{
    /// Why there was no text to look through. Picture and Compressed only if nothing was found.
    enum class Fault { None, Folder, CannotRead, Picture, Compressed };

    QString fileName; ///< without its folder; empty: the text was pasted or dropped
    Fault fault = Fault::None;
    QString reason;      ///< CannotRead: the words of the operating system
    bool isWhole = true; ///< false: only the first MaxScannedBytes were looked through
    TokenScan scan;      ///< holds the values of the tokens
};

/// Reads a text or a file and looks for tokens in it, on a worker. One at a time: a new start ends
/// the one before, and so does the destructor; neither emits anything. The text is wiped.
class LeakScan : public QObject
{
    Q_OBJECT

public:
    struct Progress
    {
        qint64 read = 0;  ///< bytes of the file
        qint64 whole = 0; ///< bytes that will be read; 0: not known yet
    };

    explicit LeakScan(QObject *parent = nullptr);
    ~LeakScan() override;

    void scanText(Secret text);
    void scanFile(const QString &path);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_shared != nullptr; }
    [[nodiscard]] const QString &fileName() const { return m_fileName; } ///< of the last start
    [[nodiscard]] Progress progress() const;

Q_SIGNALS:
    void progressed(); ///< every ProgressMs, while it runs
    /// Once for each start that was not ended. The receiver may move the findings out.
    void finished(const std::shared_ptr<rox::LeakFindings> &findings);

private:
    struct Shared;
    template <class Work>
    void start(Work work);

    static constexpr int ProgressMs = 150;
    QString m_fileName;
    std::shared_ptr<Shared> m_shared; ///< with the worker; null: nothing runs
    QTimer m_poll;
};

} // namespace rox
