// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QMetaType>
#include <QString>

namespace rox {

/// The server that tokens in a list of several servers are from. The name may be untrusted text.
struct ListedServer
{
    QString key = {}; ///< ServerId::toString()
    QString name = {};
    QString colorName = {}; ///< a name that serverColor() takes
    int place = 0;          ///< in the order of the servers
    UtcMs asOf = NoTime;
    bool isOfNow = true; ///< else its tokens are only to be read

    bool operator==(const ListedServer &) const = default;
};

} // namespace rox

Q_DECLARE_METATYPE(rox::ListedServer)
