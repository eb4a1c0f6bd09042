// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <functional>

namespace rox {

/// Calls `known` with the proxy for requests to this URL: the first one that can carry an encrypted
/// connection, else the first one; NoProxy if there is none, and always for loopback. The proxies
/// come from the application's QNetworkProxyFactory. After
/// QNetworkProxyFactory::setUseSystemConfiguration(true) they come from the environment, see
/// proxyFrom(), else from the desktop's settings. Error: BadProxy.
///
/// The look-up runs on a worker, because Qt would block the calling thread while it fetches a PAC
/// script. Its result is cached per origin for one minute: `known` is then called from inside this
/// call, else from the event loop; never after `context` was destroyed. GUI thread only.
void whenProxyIsKnown(const QUrl &url, QObject *context,
                      std::function<void(const Result<QNetworkProxy> &)> known);

/// Empties the cache, as is needed after the network has changed.
void forgetProxies();

} // namespace rox
