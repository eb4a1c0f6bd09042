// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/clock.h"
#include "ui/connect/connectdialog.h"

namespace rox {

/// Notes under the fields of the form "Connect to Central", made before anything is sent.

/// Whether the text looks like one of Central's API tokens, and until when it is valid by its own
/// claims.
[[nodiscard]] ConnectDialog::Note tokenNote(const Secret &token, UtcMs now);
/// Reads the file on another thread and calls the handler with what it holds, or why it cannot be
/// used; not after `context` was destroyed. The clock has to outlive `context`.
void readCaFile(const QString &path, const Clock *clock, QObject *context,
                const ConnectDialog::NoteHandler &handler);

} // namespace rox
