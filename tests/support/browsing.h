// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/democentral.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace rox::test {

/// A minimal browser for the demo Central's login pages. Runs no scripts; trusts the demo's CA.
class Browsing
{
public:
    /// The response to one request.
    struct Page
    {
        int status = 0;
        QByteArray body;
        QUrl location; ///< absolute target of a redirect
        QList<QPair<QByteArray, QByteArray>> headers;

        [[nodiscard]] QByteArray header(const QByteArray &name) const;
    };

    explicit Browsing(const DemoCentral &central);

    /// Sends a GET without following redirects, and waits in a local event loop.
    [[nodiscard]] Page get(const QUrl &url) const;

    /// Logs in from `opened`, the URL that a program opens in the browser, and returns the callback
    /// URL. `choice` is the form data of the provider's button, such as "user=Admin". Empty if a
    /// page was not as expected.
    [[nodiscard]] QUrl logIn(const QUrl &opened, const QString &choice) const;

private:
    QSslConfiguration m_tls;
    Trust m_trust;
};

} // namespace rox::test
