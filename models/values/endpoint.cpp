// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpoint.h"

#include <QRegularExpression>

namespace rox {

namespace {

// Qt Core has no QHostAddress, so loopback is compared as text: localhost, ::1, 127.0.0.0/8.
bool isLoopback(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral(R"(^127(\.\d{1,3}){3}$)"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1")
           || v4.match(host).hasMatch();
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
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? trimmed : QLatin1String("https://") + trimmed, QUrl::StrictMode);
    if (hasBadPort(trimmed))
        return tl::make_unexpected(Fault::Port);
    if (!url.isValid() || url.host().isEmpty())
        return tl::make_unexpected(trimmed.contains(QLatin1Char('@')) ? Fault::UserInfo
                                                                      : Fault::Malformed);
    if (!url.userInfo().isEmpty() || trimmed.contains(QLatin1Char('@')))
        return tl::make_unexpected(Fault::UserInfo);
    const QString scheme = url.scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return tl::make_unexpected(Fault::Scheme);
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery()
        || url.hasFragment())
        return tl::make_unexpected(Fault::Path);
    if (scheme == QLatin1String("http") && !isLoopback(url.host()))
        return tl::make_unexpected(Fault::Plaintext);
    if (url.port() == 0)
        return tl::make_unexpected(Fault::Port);

    Endpoint endpoint;
    endpoint.base.setScheme(scheme);
    endpoint.base.setHost(url.host());
    endpoint.base.setPort(url.port(scheme == QLatin1String("http") ? 80 : 443));
    return endpoint;
}

QString Endpoint::display() const
{
    const int own = isPlaintext() ? 80 : 443;
    const QString host = base.host(QUrl::FullyDecoded);
    const QString shown =
        host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    return base.port() == own ? shown : shown + QLatin1Char(':') + QString::number(base.port());
}

} // namespace rox
