// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/proxylookup.h"

#include "models/values/worker.h"
#include "network/proxysettings.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QFutureWatcher>
#include <QHash>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QPromise>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr auto GoodFor = 1min;

struct LookUp
{
    QFuture<Result<QNetworkProxy>> proxy;
    QDeadlineTimer goodUntil; ///< counts only once `proxy` is finished
};

QHash<QString, LookUp> &lookUps()
{
    static QHash<QString, LookUp> byOrigin;
    return byOrigin;
}

bool isLoopback(const QString &host)
{
    QHostAddress address;
    return host == "localhost"_L1 || (address.setAddress(host) && address.isLoopback());
}

// QNetworkAccessManager chooses in the same way for https.
QNetworkProxy chosen(const QList<QNetworkProxy> &proxies)
{
    const auto carries = [](const QNetworkProxy &proxy) { return proxy.isTransparentProxy(); };
    const auto found = std::find_if(proxies.cbegin(), proxies.cend(), carries);
    if (found != proxies.cend())
        return *found;
    return proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

// What the environment says is known at once. libproxy drops a value without a scheme, and socks5h.
std::optional<Result<QNetworkProxy>> foundInVariables(const QUrl &url)
{
    return QNetworkProxyFactory::usesSystemConfiguration() ? proxyFrom(proxyVariables(), url)
                                                           : std::nullopt;
}

// Runs on a worker. For system settings proxyForQuery() would hold a process-wide lock meanwhile.
QNetworkProxy found(const QUrl &url)
{
    const QNetworkProxyQuery query(url);
    const QNetworkProxy proxy = chosen(QNetworkProxyFactory::usesSystemConfiguration()
                                           ? QNetworkProxyFactory::systemProxyForQuery(query)
                                           : QNetworkProxyFactory::proxyForQuery(query));
    // DefaultProxy would make Qt look the proxy up again.
    return proxy.type() == QNetworkProxy::DefaultProxy ? QNetworkProxy(QNetworkProxy::NoProxy)
                                                       : proxy;
}

LookUp started(const QUrl &url)
{
    QPromise<Result<QNetworkProxy>> promise;
    promise.start();
    LookUp lookUp{promise.future(), QDeadlineTimer(GoodFor)};
    if (auto proxy = foundInVariables(url)) {
        promise.addResult(std::move(*proxy));
        promise.finish();
        return lookUp;
    }
    runBlocking([url, promise = std::move(promise)]() mutable {
        promise.addResult(Result<QNetworkProxy>(found(url)));
        promise.finish();
    });
    return lookUp;
}

} // namespace

void whenProxyIsKnown(const QUrl &url, QObject *context,
                      std::function<void(const Result<QNetworkProxy> &)> known)
{
    if (isLoopback(url.host())) {
        known(QNetworkProxy(QNetworkProxy::NoProxy));
        return;
    }
    const QString origin = url.url(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    const auto last = lookUps().constFind(origin);
    if (last == lookUps().cend() || (last->proxy.isFinished() && last->goodUntil.hasExpired()))
        lookUps().insert(origin, started(url));
    const QFuture<Result<QNetworkProxy>> proxy = lookUps().value(origin).proxy;
    if (proxy.isFinished()) {
        known(proxy.result());
        return;
    }
    auto *watcher = new QFutureWatcher<Result<QNetworkProxy>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, known = std::move(known)] {
                         watcher->deleteLater();
                         known(watcher->result());
                     });
    watcher->setFuture(proxy);
}

void forgetProxies()
{
    lookUps().clear();
}

} // namespace rox
