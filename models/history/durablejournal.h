// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/journal.h"

#include <QObject>

#include <chrono>

namespace rox {

class Clock;
class HistoryStore;

/// Keeps the intents in the history of their Central. What is slow to be recorded is reported as
/// not recorded at all after `patience`, and is written as soon as that works.
class DurableJournal final : public QObject, public Journal
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Patience{2'000};

    /// `store` outlives it.
    explicit DurableJournal(HistoryStore *store, QObject *parent = nullptr,
                            std::chrono::milliseconds patience = Patience);

    void append(const Intent &intent, QObject *context,
                std::function<void(Recorded)> recorded) override;
    void settle(const IntentId &id, const Settled &settled) override;
    [[nodiscard]] QList<Intent> open() const override { return m_open; }
    void load(const QString &server, const QString &address, QObject *context,
              std::function<void()> loaded) override;

Q_SIGNALS:
    /// What became of an intent at this address is on its way to the disk.
    void settled(const QString &address);

private:
    HistoryStore *m_store;
    std::chrono::milliseconds m_patience;
    QList<Intent> m_open;
};

} // namespace rox
