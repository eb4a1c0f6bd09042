// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace rox {

/// What this computer keeps on its disk about one Central.
struct KeptHistory
{
    QString address;      ///< of the Central; the name of the file if it names none
    QString name;         ///< of the server, as it was last opened
    UtcMs since = NoTime; ///< when the first list arrived, by Central's clock
    qint64 tokens = 0;
    qint64 revoked = 0;      ///< of the tokens
    qint64 annotated = 0;    ///< tokens with a note or tags
    qint64 requests = 0;     ///< generates and revokes that were sent from here
    qint64 openRequests = 0; ///< of them: what became of them is not known yet
    qint64 rotations = 0;
    qint64 bytes = 0; ///< of all files: database, log, copies, and what was set aside
    int files = 0;
    bool isReadable = true; ///< false: only bytes and files are known
    bool isInUse = true;    ///< false: no address leads to the file any more

    bool operator==(const KeptHistory &) const = default;
};

struct KeptHistories
{
    QString folder; ///< empty: nothing is kept on the disk
    bool isOnNetwork = false;
    QList<KeptHistory> histories; ///< by address

    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] int files() const;
    /// Of all that can be read.
    [[nodiscard]] KeptHistory sum() const;
    [[nodiscard]] const KeptHistory *find(const QString &address) const;
    bool operator==(const KeptHistories &) const = default;
};

/// What became of the files of a history that was to be forgotten: looked at after their removal.
struct ForgottenHistory
{
    QStringList left = {}; ///< paths of the files that are still there
    QString why = {};      ///< the system's words about the first of them
    qint64 bytes = 0;      ///< of the files that are gone

    [[nodiscard]] bool isGone() const { return left.isEmpty(); }
};

} // namespace rox
