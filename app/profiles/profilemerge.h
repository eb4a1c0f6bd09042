// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

#include <QList>

namespace rox {

/// A three-way merge: `base` is the list that both sides began with, `mine` this process's,
/// `theirs` the one that another process has written since. A profile that was changed, added or
/// removed in `mine`, or has the ID `atHand`, is taken from `mine`; every other one from `theirs`.
/// The order is that of `theirs` unless `mine` was reordered; profiles missing in it come last.
[[nodiscard]] QList<ServerProfile> mergedProfiles(const QList<ServerProfile> &base,
                                                  const QList<ServerProfile> &mine,
                                                  const QList<ServerProfile> &theirs,
                                                  const QUuid &atHand = {});

} // namespace rox
