// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenevent.h"

#include <QList>

#include <functional>

class QObject;

namespace rox {

/// A request that changes something at Central, as it is recorded before it leaves this computer.
/// It holds no secret.
struct Intent
{
    enum class Kind { Generate, Revoke };

    IntentId id;
    Kind kind = Kind::Generate;
    QString server;         ///< key of the server
    QString address;        ///< of its Central: an edited server keeps its key
    UtcMs askedAt = NoTime; ///< by this computer's clock
    TokenDraft draft;       ///< Generate only
    QStringList idsBefore;  ///< Generate only: known tokens of the draft's name
    QString tokenId;        ///< Revoke only

    [[nodiscard]] bool isAt(const QString &key, const QString &centralAddress) const
    {
        return server == key && address == centralAddress;
    }
    bool operator==(const Intent &) const = default;
};

/// How an intent ended.
enum class IntentOutcome {
    Done,     ///< the token was made or revoked, as Central answered or listed
    Gone,     ///< Revoke only: Central has no token with this id
    NotDone,  ///< Central refused, or lists the token as active
    NotSent,  ///< proven: nothing reached Central
    Dismissed ///< Generate only: the user has decided about each candidate, or closed the message
};

/// The intents that were recorded. An intent is open from append() until close(): while its request
/// is under way, and after a lost answer until a list or the user settles it. GUI thread only.
class Journal
{
public:
    virtual ~Journal() = default;

    /// Calls `durable` once from the event loop, when the end of this process cannot lose the
    /// intent any more; not after `context` died. The request may leave from that call only.
    virtual void append(const Intent &intent, QObject *context, std::function<void()> durable) = 0;
    virtual void close(const IntentId &id, IntentOutcome outcome) = 0;
    /// In the order in which they were appended.
    [[nodiscard]] virtual QList<Intent> open() const = 0;
};

/// Keeps the intents of this process in memory.
class MemoryJournal final : public Journal
{
public:
    void append(const Intent &intent, QObject *context, std::function<void()> durable) override;
    void close(const IntentId &id, IntentOutcome outcome) override;
    [[nodiscard]] QList<Intent> open() const override { return m_open; }

private:
    QList<Intent> m_open;
};

} // namespace rox
