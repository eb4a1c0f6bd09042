// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace rox {

/// What decides how far this process shuts itself off.
struct Surroundings
{
    bool isRelease = false;   ///< a build without assertions: nobody debugs it
    bool isSandboxed = false; ///< a Flatpak or a Snap
    bool usesPortals = false; ///< the desktop's file dialogs come through xdg-desktop-portal

    [[nodiscard]] static Surroundings ofThisProcess();
};

struct Hardening
{
    bool noCoreFile = false;
    bool notDumpable = false; ///< no debugger, and no /proc/PID/mem for other programs of the user
};

/// Pure. The portal learns who calls it from /proc/PID/root, which it cannot open for a process
/// that is not dumpable: it then refuses every call, so that no file could be saved. So where
/// portals are needed, the process stays dumpable; it leaves no core file anywhere.
[[nodiscard]] Hardening hardeningFor(const Surroundings &surroundings);

/// For this process and for good; a child starts dumpable again, but without core files too. First
/// of all in main.
void harden(const Hardening &hardening);

/// Overwrites a variable's value where the kernel laid it, for /proc/PID/environ goes on showing it
/// after unsetenv, and then removes it. While there is one thread.
void wipeVariable(const char *name);

} // namespace rox
