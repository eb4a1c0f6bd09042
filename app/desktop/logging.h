// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// From now on each line of Qt's and of ours goes to stderr without credentials, in the form that
/// QT_MESSAGE_PATTERN asks for. Needs no application, before or after; any thread.
void installLogging();

} // namespace rox
