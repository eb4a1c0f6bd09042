// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// The whole program; returns its exit code: 0, or 2 for a command line that cannot be used.
int runProgram(int argc, char *argv[]);

} // namespace rox
