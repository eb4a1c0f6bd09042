// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/serverpages.h"
#include "app/servers/session.h"
#include "app/servers/storedcredential.h"

namespace rox {

/// The connection of this run: the command line's, the variables' or the demo's. It stays while
/// another server is shown, for nobody could give it again.
struct ThisRun
{
    Session *session = nullptr; ///< of Servers; null: there is none
    ServerProfile profile = {}; ///< what the form begins with; the demo's has no id
    StoredCredential credential = {};
    QUuid keptAs = {}; ///< the profile that is being made of it

    [[nodiscard]] bool mayBeKept() const { return !profile.id.isNull(); }
    [[nodiscard]] ServerRow row() const
    {
        ServerRow row = rowOf(profile);
        row.id = {};
        row.mayBeKept = mayBeKept();
        return row;
    }
};

} // namespace rox
