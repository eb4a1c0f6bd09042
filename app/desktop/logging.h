// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// From now on every log line of Qt and of this program goes to stderr, with credentials redacted
/// and formatted by QT_MESSAGE_PATTERN. Needs no QCoreApplication; thread-safe.
void installLogging();

} // namespace rox
