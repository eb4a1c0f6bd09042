// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QList>
#include <QObject>
#include <QSslCertificate>

#include <functional>

namespace rox {

struct Trust;

/// All CA certificates of this computer. The first call starts to read them on another thread,
/// once: Debian's 145 take some 150 ms. Needed only together with a CA file; otherwise Qt loads the
/// one CA that it needs. GUI thread only.
[[nodiscard]] QFuture<QList<QSslCertificate>> systemAuthorities();

/// Whether tlsConfiguration(trust) calls systemAuthorities(): `trust` has authorities of a CA file,
/// and Qt's default configuration does not hold the system's.
[[nodiscard]] bool needsSystemAuthorities(const Trust &trust);

/// Calls `ready` as soon as tlsConfiguration(trust) does not block: from inside this call or from
/// the event loop, and not after `context` was destroyed.
void whenTrustIsReady(const Trust &trust, QObject *context, std::function<void()> ready);

} // namespace rox
