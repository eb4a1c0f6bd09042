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

/// What a person does with a browser in the demo Central's login, page by page, and without its
/// scripts. It trusts the demo's CA as the program does.
class Browsing
{
public:
    /// What came of one page.
    struct Page
    {
        int status = 0;
        QByteArray body;
        QUrl location; ///< absolute; where it sends to
        QList<QPair<QByteArray, QByteArray>> headers;

        [[nodiscard]] QByteArray header(const QByteArray &name) const;
    };

    explicit Browsing(const DemoCentral &central);

    /// One GET, redirects not followed. Waits for it, with an event loop that runs.
    [[nodiscard]] Page get(const QUrl &url) const;

    /// Goes from the URL that a program opens to where the identity provider's button leads:
    /// `choice` is what the button sends, "user=Admin" say. Empty if a page was not as it should
    /// be.
    [[nodiscard]] QUrl logIn(const QUrl &opened, const QString &choice) const;

private:
    QSslConfiguration m_tls;
    Trust m_trust;
};

} // namespace rox::test
