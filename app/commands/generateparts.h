// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/generate/generatedialog.h"

#include <functional>

namespace rox {

struct AllowedRoles;
class CentralClock;
class GeneratedDialog;
class GenerateFlow;
class RoleListModel;
class Session;

/// How many live tokens of the session have a name; 0 once the session is gone.
[[nodiscard]] GenerateDialog::NameCount liveTokensNamed(Session *session);
/// A copy of the session's clock, for a dialog that may outlive the session.
[[nodiscard]] std::shared_ptr<const CentralClock> clockOf(const Session &session);
/// Has the flow read the roles, now and when the dialog asks again; `show` puts them in.
void connectRoles(GenerateFlow *flow, GenerateDialog *dialog,
                  std::function<void(const AllowedRoles &)> show);
/// Puts in the roles that may be given, with what they grant, now and as soon as the session has
/// read it. Keeps the check marks.
void putIn(RoleListModel *roles, const QStringList &allowed, Session *session);
/// Saves the value where the dialog asks for it; `saved` hears of each success.
void connectSaving(GeneratedDialog *dialog, std::function<void()> saved);

} // namespace rox
