// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationstate.h"
#include "models/servers/serverfacts.h"

#include <QMetaType>

namespace rox {

/// A rotation on its server, as the window shows it.
struct RotationRow
{
    QString key; ///< of the server
    ServerFacts server;
    Rotation rotation;
    RotationFacts facts;
    RotationStanding standing;
};

/// What needs a person first; of the same state, what ends first, then by name.
void sortRows(QList<RotationRow> *rows);
[[nodiscard]] RotationCounts countsOf(const QList<RotationRow> &rows);

} // namespace rox

Q_DECLARE_METATYPE(rox::RotationRow)
