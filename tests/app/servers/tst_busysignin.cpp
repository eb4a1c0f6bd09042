// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/signinflow.h"
#include "tests/support/scriptedcentral.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

/// Sign-in to a Central that is overloaded or starting.
class TestBusySignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signInRetriesAfterRetryAfter_data();
    void signInRetriesAfterRetryAfter();
    void networkErrorIsShownAtOnce();
    void longRetryAfterIsShownAtOnce();

private:
    std::unique_ptr<SignInFlow> start();

    std::unique_ptr<ScriptedCentral> m_central;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    ServerProfile m_profile;
};

void TestBusySignIn::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    const Connection connection = m_central->connection();
    m_profile = {};
    m_profile.id = QUuid::createUuid();
    m_profile.name = u"lab"_s;
    m_profile.endpoint = connection.endpoint;
    m_profile.signIn = SignInMethod::ApiToken;
    m_profile.trust.kind = TrustRule::Kind::CaFile;
    m_profile.trust.caFile = m_folder.filePath(u"ca.pem"_s);
    QFile file(m_profile.trust.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(connection.trust.authorities.constFirst().toPem());
}

std::unique_ptr<SignInFlow> TestBusySignIn::start()
{
    StoredCredential credential;
    credential.value = Secret(SignInToken);
    auto signing = std::make_unique<SignInFlow>(SignInFlow::Purpose::Prove, m_profile,
                                                std::move(credential), &m_clock, nullptr, nullptr);
    signing->start();
    return signing;
}

void TestBusySignIn::signInRetriesAfterRetryAfter_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {429, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestBusySignIn::signInRetriesAfterRetryAfter()
{
    QFETCH(int, status);
    int refusals = 0;
    m_central->instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/auth/status" || ++refusals > 1)
            return std::nullopt;
        return Fault{.bytes = httpReply(status, R"({"code":8,"message":"busy"})",
                                        "application/json", "Retry-After: 1\r\n")};
    };
    const auto signing = start();
    QSignalSpy steps(signing.get(), &SignInFlow::stepChanged);
    QSignalSpy succeeded(signing.get(), &SignInFlow::succeeded);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.count(), 1, 20'000);
    QStringList said;
    for (const auto &step : steps)
        said.append(step.constFirst().toString());
    // The pause is Retry-After, not the default of two seconds.
    QVERIFY2(said.join(u'|').contains("Trying again in 1 "_L1), qPrintable(said.join(u'|')));
}

void TestBusySignIn::networkErrorIsShownAtOnce()
{
    m_central->instead = [&](const SeenRequest &) { return Fault{.then = Fault::Then::Close}; };
    const auto signing = start();
    QSignalSpy failed(signing.get(), &SignInFlow::failed);
    QSignalSpy steps(signing.get(), &SignInFlow::stepChanged);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<ApiError>().kind, Kind::ConnectionLost);
    for (const auto &step : steps)
        QVERIFY(!step.constFirst().toString().contains("Trying again"_L1));
}

void TestBusySignIn::longRetryAfterIsShownAtOnce()
{
    m_central->instead = [&](const SeenRequest &) {
        return Fault{.bytes = httpReply(503, R"({"code":14,"message":"maintenance"})",
                                        "application/json", "Retry-After: 3600\r\n")};
    };
    const auto signing = start();
    QSignalSpy failed(signing.get(), &SignInFlow::failed);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<ApiError>().kind, Kind::Unavailable);
}

QTEST_MAIN(TestBusySignIn)
#include "tst_busysignin.moc"
