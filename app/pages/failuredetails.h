// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QWidget;

namespace rox {

class Session;

/// Opens a dialog over `window` with the technical details of the failure of the last list. Nothing
/// without a failure; `session` may be null.
void showFailure(const Session *session, QWidget *window);
/// Puts the same on the clipboard; of a session that has not signed in, those of its opening.
void copyFailure(const Session *session);

} // namespace rox
