// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/hardening.h"

#include <QByteArray>
#include <QFile>
#include <QtGlobal>

#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace rox {

using namespace Qt::StringLiterals;

Surroundings Surroundings::ofThisProcess()
{
    Surroundings surroundings;
#ifdef NDEBUG
    surroundings.isRelease = true;
#endif
    surroundings.isSandboxed =
        QFile::exists(u"/.flatpak-info"_s) || qEnvironmentVariableIsSet("SNAP");
    surroundings.usesPortals = qgetenv("QT_QPA_PLATFORMTHEME").contains("xdgdesktopportal")
                               || qEnvironmentVariableIntValue("GTK_USE_PORTAL") != 0
                               || qEnvironmentVariableIntValue("QT_USE_PORTAL") != 0;
    return surroundings;
}

Hardening hardeningFor(const Surroundings &surroundings)
{
    if (!surroundings.isRelease)
        return {};
    return {true, !surroundings.isSandboxed && !surroundings.usesPortals};
}

void harden(const Hardening &hardening)
{
    // Neither call can fail: both only lower a limit. A core file that is piped to a program has no
    // size limit, but systemd-coredump applies it itself, and a process that is not dumpable has no
    // core file.
    if (hardening.noCoreFile) {
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
    }
    if (hardening.notDumpable)
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void wipeVariable(const char *name)
{
    const std::size_t length = std::strlen(name);
    for (char **entry = environ; entry && *entry; ++entry) {
        if (std::strncmp(*entry, name, length) == 0 && (*entry)[length] == '=') {
            char *value = *entry + length + 1;
            ::explicit_bzero(value, std::strlen(value));
        }
    }
    qunsetenv(name);
}

} // namespace rox
