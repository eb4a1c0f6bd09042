// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

#include <QList>

namespace rox {

/// One list out of two that began as `base`: `mine`, and `theirs`, which somebody else has written
/// since. A profile is mine if it was changed, added or removed here, or is the one `atHand`; else
/// theirs. The order is theirs, unless it was changed here; what is new to it comes last.
[[nodiscard]] QList<ServerProfile> mergedProfiles(const QList<ServerProfile> &base,
                                                  const QList<ServerProfile> &mine,
                                                  const QList<ServerProfile> &theirs,
                                                  const QUuid &atHand = {});

} // namespace rox
