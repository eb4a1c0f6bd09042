// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"
#include "ui/text/expirynoticetext.h"

namespace rox {

/// A notification about rotations of one server that are due or have failed. `rows` is not empty,
/// and has what needs a person first. Without names neither tokens nor servers are named.
[[nodiscard]] NoticeText rotationNotice(const QList<RotationRow> &rows, const QString &server,
                                        bool showsNames);
/// The same as one more sentence of a notification about tokens: "Rotations: 1 due, 1 failed."
[[nodiscard]] QString rotationSentence(const QList<RotationRow> &rows);

} // namespace rox
