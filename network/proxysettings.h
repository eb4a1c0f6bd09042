// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/environment.h"

#include <QNetworkProxy>
#include <QUrl>

#include <optional>

namespace rox {

/// The variables of this process that name proxies. GUI thread: no other thread changes them.
[[nodiscard]] Environment proxyVariables();

/// The proxy for https requests to this URL, as curl reads it from https_proxy, HTTPS_PROXY,
/// all_proxy or ALL_PROXY, the first that is not empty, and from no_proxy or NO_PROXY. Without a
/// scheme it is an HTTP proxy. NoProxy if no_proxy names the host; nothing if no variable names a
/// proxy. Error: BadProxy, for a scheme that Qt has no proxy of, or a value that is no address.
[[nodiscard]] std::optional<Result<QNetworkProxy>> proxyFrom(const Environment &variables,
                                                             const QUrl &url);

/// no_proxy, a list with commas or blanks, names this host: "*", a name or the end of one, an
/// address, a network such as 10.0.0.0/8, each with or without a port.
[[nodiscard]] bool isWithoutProxy(const QString &noProxy, const QUrl &url);

} // namespace rox
