// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/systemauthorities.h"

#include "network/trust.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QSet>
#include <QSslConfiguration>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace rox {

namespace {

using Authorities = QList<QSslCertificate>;

// A Linux has each in a file of its own, and all of them in one more.
Authorities eachOnce(const Authorities &authorities)
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
    auto promise = std::make_shared<QPromise<Authorities>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise] {
        promise->addResult(eachOnce(QSslConfiguration::systemCaCertificates()));
        promise->finish();
    });
    return promise->future();
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
