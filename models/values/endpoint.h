// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QUrl>

namespace rox {

/// Where a Central is. Accepts what roxctl accepts: host, host:port, https://host[:port][/], and
/// http:// to loopback alone. Refuses userinfo, paths, queries and fragments, and says why in
/// ApiError::detail (one of the words of Endpoint::Fault).
struct Endpoint
{
    Q_GADGET

public:
    enum class Fault { Empty, Malformed, UserInfo, Path, Plaintext, Scheme, Port };
    Q_ENUM(Fault)

    QUrl base; ///< scheme, host and port only; 443 unless said, 8443 for nothing at all (roxctl)

    [[nodiscard]] static tl::expected<Endpoint, Fault> parse(const QString &text);
    [[nodiscard]] bool isPlaintext() const { return base.scheme() == QLatin1String("http"); }
    /// "host", or "host:port" where the port is not the scheme's own.
    [[nodiscard]] QString display() const;
    bool operator==(const Endpoint &) const = default;
};

} // namespace rox
