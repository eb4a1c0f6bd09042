// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/nginx.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Outcome = rox::GenerateOutcome::Outcome;

namespace {

const QByteArray MadeJson =
    R"({"token":"eyJ.value.x","metadata":{"id":"0d8f6c1e","name":"ci","roles":["Analyst"],)"
    R"("issuedAt":"2026-08-22T10:15:30Z","expiration":"2027-08-22T10:15:30Z","revoked":false}})"_ba;

} // namespace

/// nginx whose workers die during the request, after which Qt sends a request again.
class TestGenerateBehindNginx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nginxPassesReadsAndGenerates();
    void dyingWorkersGetEachGenerateOnce();
    void qtRepeatsAPlainPost();

private:
    [[nodiscard]] QUrl url() const
    {
        QUrl url(u"https://127.0.0.1"_s);
        url.setPort(m_nginx->port());
        return url;
    }
    [[nodiscard]] QHash<QByteArray, int> arrivals() const;

    LoopbackTls m_tls;
    std::unique_ptr<FaultServer> m_central;
    std::unique_ptr<Nginx> m_nginx;
};

void TestGenerateBehindNginx::init()
{
    m_central = std::make_unique<FaultServer>();
    Fault made;
    made.bytes = httpReply(200, MadeJson);
    made.delay = 60ms;
    m_central->play({made});
    m_nginx = std::make_unique<Nginx>(m_tls.certified, m_central->serverPort());
    QVERIFY2(m_nginx->isUp(), qPrintable(m_nginx->why()));
}

// How often each body reached the server behind nginx.
QHash<QByteArray, int> TestGenerateBehindNginx::arrivals() const
{
    QHash<QByteArray, int> counts;
    for (const SeenRequest &request : m_central->requests()) {
        if (request.method == "POST" && request.isWhole)
            ++counts[request.body];
    }
    return counts;
}

void TestGenerateBehindNginx::nginxPassesReadsAndGenerates()
{
    CentralClient client(connectionTo(url(), {m_tls.authority.certificate()}));
    CaughtGenerate made;
    client.generate({u"ci"_s, {u"Analyst"_s}, NoTime}, this, made.handler());
    QTRY_COMPARE(made.calls, 1);
    QCOMPARE(made.outcome->fate, Outcome::Made);
    Caught<QString> version; // over HTTP/2; the answer has another shape
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, ApiError::Kind::WrongShape);
}

void TestGenerateBehindNginx::dyingWorkersGetEachGenerateOnce()
{
    constexpr int Rounds = 40;
    Limits limits;
    limits.generateTimeout = 5s;
    CentralClient client(connectionTo(url(), {m_tls.authority.certificate()}), limits);
    int made = 0;
    int unknown = 0;
    for (int round = 0; round < Rounds; ++round) {
        const QString name = u"round-%1"_s.arg(round);
        CaughtGenerate caught;
        client.generate({name, {u"Analyst"_s}, NoTime}, this, caught.handler());
        // Some workers die before the request has passed, most before its answer.
        const auto when = std::chrono::milliseconds(QRandomGenerator::global()->bounded(200));
        QTimer::singleShot(when, this, [this] { m_nginx->killWorkers(); });
        QTRY_COMPARE_WITH_TIMEOUT(caught.calls, 1, 10'000);
        const Outcome fate = caught.outcome->fate;
        QVERIFY2(fate == Outcome::Made || fate == Outcome::MayBeCreated || fate == Outcome::NotSent,
                 qPrintable(caught.outcome->error.detail));
        made += fate == Outcome::Made ? 1 : 0;
        unknown += fate == Outcome::MayBeCreated ? 1 : 0;
        QTRY_COMPARE_WITH_TIMEOUT(m_nginx->workers().size(), 2, 10'000);
    }
    QTest::qWait(200);
    const auto counts = arrivals();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        QVERIFY2(it.value() == 1, it.key().constData());
    QVERIFY(counts.size() >= made);
    qInfo("%d generates: %d made, %d may have been, %d reached Central, none twice", Rounds, made,
          unknown, int(counts.size()));
    QVERIFY2(unknown > 0, "no worker died at the right moment: nothing was tested");
    QVERIFY2(made > 0, "every worker died too early: nothing was tested");
}

// The same with a QByteArray as the body.
void TestGenerateBehindNginx::qtRepeatsAPlainPost()
{
    QNetworkAccessManager manager;
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificate(m_tls.authority.certificate());
    bool twice = false;
    for (int round = 0; round < 60 && !twice; ++round) {
        QNetworkRequest request(url());
        request.setSslConfiguration(tls);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QByteArray body = "{\"round\":" + QByteArray::number(round) + '}';
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, body));
        // The worker dies while the server behind it answers.
        QTRY_VERIFY(arrivals().value(body) > 0 || reply->isFinished());
        m_nginx->killWorkers();
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_nginx->workers().size(), 2, 10'000);
        twice = arrivals().value(body) > 1;
    }
    QVERIFY(twice);
}

QTEST_GUILESS_MAIN(TestGenerateBehindNginx)
#include "tst_generatebehindnginx.moc"
