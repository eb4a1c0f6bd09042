// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <functional>

namespace rox {

/// Calls `known` with the proxy that requests to this address go through: the first that can carry
/// an encrypted connection, else the first; NoProxy if there is none, and to loopback always. What
/// counts is what the application has set, or, with
/// QNetworkProxyFactory::setUseSystemConfiguration, the computer.
///
/// It is looked up on a worker, because a PAC script may have to be fetched first, which Qt would
/// wait for in the thread that asks. One look-up stands for an origin, and for a minute: within it
/// `known` is called from inside this call, else from the event loop, and not after `context` died.
/// GUI thread only.
void whenProxyIsKnown(const QUrl &url, QObject *context,
                      std::function<void(const QNetworkProxy &)> known);

/// The next one is looked up anew, as after the network has changed.
void forgetProxies();

} // namespace rox
