// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/proxysettings.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int HttpsPort = 443;

// In curl's order.
constexpr std::array ProxyNames = {"https_proxy"_L1, "HTTPS_PROXY"_L1, "all_proxy"_L1,
                                   "ALL_PROXY"_L1};
constexpr std::array NoProxyNames = {"no_proxy"_L1, "NO_PROXY"_L1};

struct Variable
{
    QString name;
    QString value;
};

/// The first that is not blank; an empty variable counts as not set, as in curl.
template <class Names>
std::optional<Variable> firstOf(const Names &names, const Environment &variables)
{
    for (const QLatin1String name : names) {
        const QString value = variables.value(name).trimmed();
        if (!value.isEmpty())
            return Variable{name, value};
    }
    return std::nullopt;
}

struct Scheme
{
    QLatin1String name;
    QNetworkProxy::ProxyType type;
    int port; ///< if the variable has none
};

// GNOME writes "socks" for SOCKS 5.
constexpr std::array Schemes = {Scheme{"http"_L1, QNetworkProxy::HttpProxy, 80},
                                Scheme{"socks5"_L1, QNetworkProxy::Socks5Proxy, 1080},
                                Scheme{"socks5h"_L1, QNetworkProxy::Socks5Proxy, 1080},
                                Scheme{"socks"_L1, QNetworkProxy::Socks5Proxy, 1080}};

QString withoutBrackets(const QString &host)
{
    return host.startsWith(u'[') && host.endsWith(u']') ? host.sliced(1, host.size() - 2) : host;
}

QString withoutDots(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name;
}

/// Without user name and password, which may hold any character but "@" behind them.
QString withoutCredential(const QString &value)
{
    const qsizetype at = value.lastIndexOf(u'@');
    if (at < 0)
        return value;
    const qsizetype scheme = value.indexOf("://"_L1);
    return (scheme < 0 || scheme > at ? QString() : value.first(scheme + 3)) + value.mid(at + 1);
}

std::optional<QNetworkProxy> parsed(const QString &value)
{
    const bool hasScheme = value.contains("://"_L1);
    const QUrl url(hasScheme ? value : "http://"_L1 + value, QUrl::StrictMode);
    const auto scheme = std::find_if(Schemes.begin(), Schemes.end(), [&url](const Scheme &one) {
        return url.scheme() == one.name;
    });
    if (!url.isValid() || scheme == Schemes.end() || url.host().isEmpty() || url.port() == 0)
        return std::nullopt;
    return QNetworkProxy(scheme->type, url.host(), quint16(url.port(scheme->port)),
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

/// "host", "host:port", "[address]:port" or "address" as name and port; -1: every port.
std::pair<QString, int> entryOf(const QString &text)
{
    static const QRegularExpression withPort(u"^(\\[[^\\]]*\\]|[^:]*):(\\d+)$"_s);
    const auto match = withPort.match(text);
    if (!match.hasMatch())
        return {withoutBrackets(text), -1};
    return {withoutBrackets(match.captured(1)), match.captured(2).toInt()};
}

bool namesHost(const QString &entry, const QString &host)
{
    if (entry == "*"_L1)
        return true;
    QHostAddress address;
    if (address.setAddress(host)) {
        QHostAddress other;
        if (other.setAddress(entry))
            return other == address;
        const auto network = QHostAddress::parseSubnet(entry);
        return network.second >= 0 && entry.contains(u'/') && address.isInSubnet(network);
    }
    const QString name = withoutDots(entry.startsWith("*."_L1) ? entry.sliced(2) : entry);
    return !name.isEmpty()
           && (host.compare(name, Qt::CaseInsensitive) == 0
               || host.endsWith(QString(u'.' + name), Qt::CaseInsensitive));
}

} // namespace

Environment proxyVariables()
{
    Environment variables;
    const auto take = [&variables](QLatin1String name) {
        if (qEnvironmentVariableIsSet(name.data()))
            variables.insert(name, qEnvironmentVariable(name.data()));
    };
    std::for_each(ProxyNames.begin(), ProxyNames.end(), take);
    std::for_each(NoProxyNames.begin(), NoProxyNames.end(), take);
    return variables;
}

std::optional<Result<QNetworkProxy>> proxyFrom(const Environment &variables, const QUrl &url)
{
    const auto setting = firstOf(ProxyNames, variables);
    if (!setting)
        return std::nullopt;
    const auto exceptions = firstOf(NoProxyNames, variables);
    if (exceptions && isWithoutProxy(exceptions->value, url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (const auto proxy = parsed(setting->value))
        return *proxy;
    ApiError error = errorOf(ApiError::Kind::BadProxy, withoutCredential(setting->value));
    error.about = setting->name;
    return tl::make_unexpected(error);
}

bool isWithoutProxy(const QString &noProxy, const QUrl &url)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    const QString host = withoutDots(withoutBrackets(url.host()));
    const auto entries = noProxy.split(between, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        const auto [name, port] = entryOf(entry);
        return (port < 0 || port == url.port(HttpsPort)) && namesHost(name, host);
    });
}

} // namespace rox
