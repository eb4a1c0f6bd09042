// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/browsing.h"

#include "network/trust/certificatetrust.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTest>
#include <QUrlQuery>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

QString between(const QString &text, const QString &start)
{
    return text.section(start, 1, 1).section(u'"', 0, 0);
}

} // namespace

QByteArray Browsing::Page::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Browsing::Browsing(const DemoCentral &central)
{
    m_trust = central.connection().trust;
    m_tls = tlsConfiguration(m_trust);
}

Browsing::Page Browsing::get(const QUrl &url) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
                     [this, &reply](const QList<QSslError> &errors) {
                         const auto chain = reply->sslConfiguration().peerCertificateChain();
                         const TrustDecision judgement = trustDecision(chain, errors, m_trust);
                         if (judgement.verdict == TrustDecision::Verdict::Trusted)
                             reply->ignoreSslErrors(judgement.allowed);
                     });
    Page page;
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000))
        return page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.body = reply->readAll();
    page.headers = reply->rawHeaderPairs();
    const QByteArray location = page.header("Location");
    if (!location.isEmpty())
        page.location = url.resolved(QUrl::fromEncoded(location));
    return page;
}

QUrl Browsing::logIn(const QUrl &opened, const QString &choice) const
{
    if (get(opened).status != 200)
        return {};
    // The same steps as the page's script.
    const QUrlQuery fragment(opened.fragment(QUrl::FullyEncoded));
    const QString callback = fragment.queryItemValue(u"authorizeCallback"_s, QUrl::FullyDecoded);
    const auto offered = get(opened.resolved(QUrl(u"/v1/login/authproviders"_s)));
    const auto providers =
        QJsonDocument::fromJson(offered.body).object().value(u"authProviders"_s).toArray();
    const QString login = providers.first().toObject().value(u"loginUrl"_s).toString();
    const auto sent =
        get(opened.resolved(QUrl(login + u"?authorizeCallback="_s
                                 + QString::fromLatin1(QUrl::toPercentEncoding(callback)))));
    if (sent.status != 303)
        return {};
    const auto identity = get(sent.location);
    const QString html = QString::fromUtf8(identity.body);
    const QString state = between(html, u"name=\"state\" value=\""_s);
    const QString action = between(html, u"action=\""_s);
    if (state.isEmpty() || action.isEmpty())
        return {};
    const auto back = get(sent.location.resolved(
        QUrl(action + u"?state="_s + QString::fromLatin1(QUrl::toPercentEncoding(state)) + u'&'
             + choice)));
    return back.status == 303 ? back.location : QUrl();
}

} // namespace rox::test
