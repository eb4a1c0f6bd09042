// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QUrl>

namespace rox {

/// The address of a Central. Accepts the forms that roxctl accepts: host, host:port,
/// https://host[:port][/], and http:// for loopback only. Refuses userinfo, paths, queries and
/// fragments; ApiError::detail is then the name of an Endpoint::Fault. A dot at the end of the host
/// is left out: it names the same server, and certificates have none. endpointInput() takes more.
struct Endpoint
{
    Q_GADGET

public:
    enum class Fault {
        Empty,
        Malformed,
        UserInfo,
        Path,
        Plaintext,
        Scheme,
        Port,
        NoHost,   ///< a port alone
        Blank,    ///< a blank inside
        Brackets, ///< an IPv6 address without brackets, whose last number may be a port
    };
    Q_ENUM(Fault)

    QUrl base; ///< scheme, host, port only; port 443 by default, 8443 for empty input (roxctl)

    [[nodiscard]] static tl::expected<Endpoint, Fault> parse(const QString &text);
    [[nodiscard]] bool isPlaintext() const { return base.scheme() == QLatin1String("http"); }
    /// "host", or "host:port" if the port is not the scheme's default.
    [[nodiscard]] QString display() const;
    bool operator==(const Endpoint &) const = default;
};

} // namespace rox
