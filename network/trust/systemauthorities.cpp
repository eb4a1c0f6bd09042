// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/systemauthorities.h"

#include "models/values/worker.h"
#include "network/trust/trust.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QSet>
#include <QSslConfiguration>

#include <memory>
#include <utility>

namespace rox {

namespace {

using Authorities = QList<QSslCertificate>;

// Linux stores each CA in its own file and all of them in a bundle; Qt returns both.
Authorities withoutDuplicates(const Authorities &authorities)
{
    Authorities once;
    QSet<QByteArray> seen;
    for (const QSslCertificate &authority : authorities) {
        const QByteArray der = authority.toDer();
        if (seen.contains(der))
            continue;
        seen.insert(der);
        once.append(authority);
    }
    return once;
}

QFuture<Authorities> startReading()
{
    QPromise<Authorities> promise;
    promise.start();
    QFuture<Authorities> reading = promise.future();
    runBlocking([promise = std::move(promise)]() mutable {
        promise.addResult(withoutDuplicates(QSslConfiguration::systemCaCertificates()));
        promise.finish();
    });
    return reading;
}

} // namespace

QFuture<QList<QSslCertificate>> systemAuthorities()
{
    static const QFuture<Authorities> reading = startReading();
    return reading;
}

bool needsSystemAuthorities(const Trust &trust)
{
    return !trust.pinned && !trust.authorities.isEmpty()
           && QSslConfiguration::defaultConfiguration().caCertificates().isEmpty();
}

void whenTrustIsReady(const Trust &trust, QObject *context, std::function<void()> ready)
{
    if (!needsSystemAuthorities(trust) || systemAuthorities().isFinished()) {
        ready();
        return;
    }
    auto *watcher = new QFutureWatcher<Authorities>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, ready = std::move(ready)] {
                         watcher->deleteLater();
                         ready();
                     });
    watcher->setFuture(systemAuthorities());
}

} // namespace rox
