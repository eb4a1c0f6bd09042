// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpoint.h"

#include <QRegularExpression>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// Qt Core has no QHostAddress, so loopback is compared as text: localhost, ::1, 127.0.0.0/8.
bool isLoopback(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral(R"(^127(\.\d{1,3}){3}$)"));
    return host == "localhost"_L1 || host == "::1"_L1 || v4.match(host).hasMatch();
}

// Whether the port is not a number from 1 to 65535; QUrl only reports the URL as invalid.
bool hasBadPort(const QString &text)
{
    static const QRegularExpression port(
        QStringLiteral(R"(^(?:https?://)?(?:\[[^\]\s]*\]|[^:/?#@\[\]\s]+):([^:/?#@\s]+)/?$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = port.match(text);
    bool isNumber = false;
    const int number = match.captured(1).toInt(&isNumber);
    return match.hasMatch() && (!isNumber || number < 1 || number > 65535);
}

} // namespace

tl::expected<Endpoint, Endpoint::Fault> Endpoint::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return tl::make_unexpected(Fault::Empty);
    const bool hasScheme = trimmed.contains("://"_L1);
    const QUrl url(hasScheme ? trimmed : "https://"_L1 + trimmed, QUrl::StrictMode);
    if ((!url.isValid() || url.port() == 0) && hasBadPort(trimmed))
        return tl::make_unexpected(Fault::Port);
    if (!url.isValid() || url.host().isEmpty())
        return tl::make_unexpected(trimmed.contains(u'@') ? Fault::UserInfo : Fault::Malformed);
    if (!url.userInfo().isEmpty() || trimmed.contains(u'@'))
        return tl::make_unexpected(Fault::UserInfo);
    const QString scheme = url.scheme();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return tl::make_unexpected(Fault::Scheme);
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment())
        return tl::make_unexpected(Fault::Path);
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host.isEmpty() || host.endsWith(u'.'))
        return tl::make_unexpected(Fault::Malformed);
    if (scheme == "http"_L1 && !isLoopback(host))
        return tl::make_unexpected(Fault::Plaintext);
    if (url.port() == 0)
        return tl::make_unexpected(Fault::Port);

    Endpoint endpoint;
    endpoint.base.setScheme(scheme);
    endpoint.base.setHost(host);
    endpoint.base.setPort(url.port(scheme == "http"_L1 ? 80 : 443));
    return endpoint;
}

QString Endpoint::display() const
{
    const int own = isPlaintext() ? 80 : 443;
    const QString host = base.host(QUrl::FullyDecoded);
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return base.port() == own ? shown : shown + u':' + QString::number(base.port());
}

} // namespace rox
