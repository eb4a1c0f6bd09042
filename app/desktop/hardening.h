// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// The facts that decide which protections this process can have.
struct Surroundings
{
    bool isRelease = false;   ///< a build without assertions, not to be debugged
    bool isSandboxed = false; ///< a Flatpak or a Snap
    bool usesPortals = false; ///< the desktop's file dialogs come through xdg-desktop-portal

    [[nodiscard]] static Surroundings ofThisProcess();
};

struct Hardening
{
    bool noCoreFile = false;
    bool notDumpable = false; ///< no debugger, and no /proc/PID/mem for other programs of the user
};

/// Pure. The portal identifies its caller by /proc/PID/root, which it cannot open for a process
/// that is not dumpable, and then refuses every call: no file could be saved. So with portals the
/// process stays dumpable. It never leaves a core file.
[[nodiscard]] Hardening hardeningFor(const Surroundings &surroundings);

/// Cannot be undone. A child process starts dumpable again, but without core files too. Call it
/// first in main().
void harden(const Hardening &hardening);

/// Overwrites the value in the memory that the kernel set up, because /proc/PID/environ shows it
/// even after unsetenv(), then removes the variable. Call it before any thread is started.
void wipeVariable(const char *name);

} // namespace rox
