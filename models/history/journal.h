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
    QString server;           ///< key of the server
    QString address;          ///< of its Central: an edited server keeps its key
    UtcMs askedAt = NoTime;   ///< by this computer's clock
    TokenDraft draft;         ///< Generate only
    QStringList idsBefore;    ///< Generate only: known tokens of the draft's name
    QString tokenId;          ///< Revoke only
    bool isValueLost = false; ///< Generate only: it is known to have been made
    QUuid chain = {};         ///< of a rotation; null: the request stands alone

    [[nodiscard]] bool isAt(const QString &key, const QString &centralAddress) const
    {
        return server == key && address == centralAddress;
    }
    bool operator==(const Intent &) const = default;
};

/// How far an intent has come. The values are stored.
enum class IntentOutcome {
    Unknown = 1,   ///< the answer was lost; it is open
    ValueLost = 2, ///< Generate only: it was made, and its value did not arrive; it is open
    Done = 10,     ///< the token was made or revoked, as Central answered or listed
    Gone = 11,     ///< Revoke only: Central has no token with this id
    NotDone = 12,  ///< Central refused, or lists the token as active
    NotSent = 13,  ///< proven: nothing reached Central
    Dismissed =
        14 ///< Generate only: the user has decided about each candidate, or closed the message
};

/// What became of an intent.
struct Settled
{
    IntentOutcome outcome = IntentOutcome::Done;
    UtcMs at = NoTime;               ///< by this computer's clock
    QString tokenId = {};            ///< Generate, Done only
    int httpStatus = 0;              ///< NotDone only: of Central's refusal
    UtcMs lastSeenActiveAt = NoTime; ///< Revoke, NotDone and Unknown: by this computer's clock
};

/// Whether the end of this process could lose an intent.
enum class Recorded { Durably, NotAtAll };

/// The intents that were recorded. An intent is open from append() until it is settled with more
/// than Unknown or ValueLost: while its request is under way, and after a lost answer until a list
/// or the user settles it, across restarts. GUI thread only.
class Journal
{
public:
    virtual ~Journal() = default;

    /// Calls `recorded` once from the event loop; not after `context` died. The request may leave
    /// from that call only.
    virtual void append(const Intent &intent, QObject *context,
                        std::function<void(Recorded)> recorded) = 0;
    virtual void settle(const IntentId &id, const Settled &settled) = 0;
    /// In the order in which they were appended.
    [[nodiscard]] virtual QList<Intent> open() const = 0;
    /// Calls `loaded` once open() has what earlier runs of the program have left open at this
    /// Central, as intents of this server.
    virtual void load(const QString &server, const QString &address, QObject *context,
                      std::function<void()> loaded) = 0;
};

/// Keeps the intents of this process in memory.
class MemoryJournal final : public Journal
{
public:
    void append(const Intent &intent, QObject *context,
                std::function<void(Recorded)> recorded) override;
    void settle(const IntentId &id, const Settled &settled) override;
    [[nodiscard]] QList<Intent> open() const override { return m_open; }
    /// There are none: calls it at once.
    void load(const QString &server, const QString &address, QObject *context,
              std::function<void()> loaded) override;

private:
    QList<Intent> m_open;
};

/// Takes an intent out of the open ones, or notes what became of it.
void settleIn(QList<Intent> &open, const IntentId &id, IntentOutcome outcome);

} // namespace rox
