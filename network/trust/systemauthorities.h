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

/// All authorities of this computer, read on another thread from the first call on, and once:
/// Debian's 145 take some 150 ms. For where they stand beside others; by themselves Qt looks up the
/// one that it needs. GUI thread only.
[[nodiscard]] QFuture<QList<QSslCertificate>> systemAuthorities();

/// Whether tlsConfiguration(trust) takes them: there are authorities of a file, and Qt has not
/// read the system's by itself.
[[nodiscard]] bool needsSystemAuthorities(const Trust &trust);

/// Calls `ready` once tlsConfiguration(trust) does not have to wait: from inside this call, or from
/// the event loop, and not after `context` died.
void whenTrustIsReady(const Trust &trust, QObject *context, std::function<void()> ready);

} // namespace rox
