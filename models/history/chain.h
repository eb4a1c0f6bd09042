// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

namespace rox {

/// What an operation of the history is. The values are stored.
namespace operationkind {
inline constexpr int Generate = 1;
inline constexpr int Revoke = 2;
inline constexpr int Oddity = 9;
// Steps of a rotation that ask Central for no change.
inline constexpr int RotationPlanned = 20;
inline constexpr int RotationHandedOver = 21;
inline constexpr int RotationChecked = 22;
inline constexpr int RotationPutOff = 23;
inline constexpr int RotationGivenUp = 24;
inline constexpr int RotationOnDate = 25; ///< the program itself asks for the revoke that follows
} // namespace operationkind

/// A step of a chain of operations that is no request: what the user has decided or done.
struct ChainNote
{
    QUuid chain;
    int kind = 0;           ///< of operationkind
    UtcMs at = NoTime;      ///< by this computer's clock
    QString tokenId = {};   ///< may be empty
    QByteArray detail = {}; ///< a JSON object, or empty
};

/// One stored step of an operation that belongs to a chain.
struct ChainRow
{
    QUuid chain;
    QUuid operation;
    int kind = 0;             ///< of operationkind
    int outcome = 0;          ///< 0: intended; an IntentOutcome; NotedOutcome
    UtcMs at = NoTime;        ///< by Central's clock; of an intent, by this computer's
    QString tokenId = {};     ///< may be empty
    QString who = {};         ///< user id at Central of the viewer who did it
    QByteArray detail = {};   ///< a JSON object, or empty
    bool isOfRunning = false; ///< an intent of a process that still runs

    bool operator==(const ChainRow &) const = default;
};

/// The outcome of a note. It is over FirstFinal, so no reader takes a note for an open intent, and
/// no outcome of a request, so none takes it for a generate or a revoke.
inline constexpr int NotedOutcome = 20;

} // namespace rox

Q_DECLARE_METATYPE(rox::ChainRow)
