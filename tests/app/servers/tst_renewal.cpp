// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "app/servers/renewal.h"
#include "network/keychain/memorystore.h"
#include "tests/app/startedsession.h"
#include "tests/support/scriptedcentral.h"
#include "ui/text/servereventtext.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class SetClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override { return time; }
    UtcMs time = 1'800'000'000'000;
};

const QByteArray Exchange = "/v1/authProviders/exchangeToken";

QByteArray sessionUntil(UtcMs end)
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray token = part(R"({"alg":"RS256","kid":"jwtk0","typ":"JWT"})") + '.'
                             + part(R"({"exp":)" + QByteArray::number(end / SecondMs) + '}') + '.'
                             + part("signature");
    return httpReply(200,
                     R"({"token":")" + token + R"(","clientState":"","test":false,"user":null})");
}

QString textOf(const QSignalSpy &happened)
{
    return serverEventText(happened.constFirst().constFirst().value<ServerEvent>());
}

} // namespace

class TestRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tokenIsRenewedBeforeItEnds_data();
    void tokenIsRenewedBeforeItEnds();
    void wrongClockMakesPausesGrow();
    void transientFailureIsTriedAgain();
    void retryAfterIsObeyed();
    void wrongPasswordEndsRenewing();
    void refusedListRenewsOnce();
    void missingCredentialIsSaid();
    void renewedRefusalIsNotShown();
    void finalRefusalIsShown();
    void transientFailureAfterTheEndIsTriedAgain();

private:
    void refuseLists(int howMany);
    std::unique_ptr<ScriptedCentral> m_central;
    SetClock m_clock;
    QTemporaryDir m_folder;
    CredentialVault m_vault{std::make_unique<MemoryStore>(), m_folder.filePath(u"servers.ini"_s)};
    ServerProfile m_profile;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Renewal> m_renewal;
    QByteArray m_answer; ///< to the password
};

void TestRenewal::init()
{
    m_renewal.reset();
    m_session.reset();
    m_central = std::make_unique<ScriptedCentral>();
    Connection connection = m_central->connection();
    m_profile = {};
    m_profile.id = QUuid::createUuid();
    m_profile.name = u"lab"_s;
    m_profile.endpoint = connection.endpoint;
    m_profile.signIn = SignInMethod::Password;
    m_profile.userName = u"admin"_s;
    m_profile.trust.kind = TrustRule::Kind::CaFile;
    m_profile.trust.caFile = m_folder.filePath(u"ca.pem"_s);
    QFile file(m_profile.trust.caFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(connection.trust.authorities.constFirst().toPem());
    file.close();
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != Exchange)
            return std::nullopt;
        return Fault{.bytes = m_answer};
    };
    m_session = std::make_unique<StartedSession>(m_profile.name, std::move(connection), &m_clock);
    bool isWritten = false;
    m_vault.keep(m_profile, CredentialVault::Place::Keychain, Secret("the password"), this,
                 [&](const KeychainResult<void> &kept) { isWritten = kept.has_value(); });
    QTRY_VERIFY(isWritten);
    m_renewal = std::make_unique<Renewal>(m_session.get(), m_profile, &m_vault, &m_clock);
    m_renewal->setParent(nullptr);
    m_answer = sessionUntil(m_clock.time + HourMs);
}

void TestRenewal::tokenIsRenewedBeforeItEnds_data()
{
    QTest::addColumn<UtcMs>("lifetime");
    QTest::addColumn<UtcMs>("wait");
    QTest::newRow("half a day") << 12 * HourMs << 10 * MinuteMs; // looks at the time again then
    QTest::newRow("five minutes") << 5 * MinuteMs << 4 * MinuteMs;
    QTest::newRow("one minute") << MinuteMs << 45 * SecondMs;
    QTest::newRow("twenty seconds") << 20 * SecondMs << 15 * SecondMs;
    QTest::newRow("one second") << SecondMs << 5 * SecondMs; // no more often than that
}

void TestRenewal::tokenIsRenewedBeforeItEnds()
{
    QFETCH(UtcMs, lifetime);
    QFETCH(UtcMs, wait);
    m_renewal->setEnd(m_clock.time + lifetime);
    const auto next = m_renewal->nextTryIn();
    QVERIFY(next);
    QVERIFY2(qAbs(next->count() - wait) <= 1500, qPrintable(QString::number(next->count())));
}

void TestRenewal::wrongClockMakesPausesGrow()
{
    UtcMs before = 0;
    for (int turn = 0; turn < 12; ++turn) {
        m_renewal->setEnd(m_clock.time - HourMs);
        QVERIFY(m_renewal->nextTryIn());
        const UtcMs next = m_renewal->nextTryIn()->count();
        QVERIFY2(next >= before - 1500 && next >= 5 * SecondMs, qPrintable(QString::number(next)));
        before = next;
    }
    QVERIFY(before <= 5 * MinuteMs + 1500);
    QVERIFY(before >= 5 * MinuteMs - 1500);
    m_renewal->setEnd(NoTime);
    QVERIFY(!m_renewal->nextTryIn());
}

void TestRenewal::transientFailureIsTriedAgain()
{
    QSignalSpy happened(m_renewal.get(), &Renewal::happened);
    QSignalSpy renewed(m_renewal.get(), &Renewal::renewed);
    m_renewal->setEnd(m_clock.time + HourMs);
    m_answer = centralError(503, 14, "starting");
    m_renewal->renewRefused();
    QTRY_COMPARE(m_central->seen("POST", Exchange), 1);
    QTRY_VERIFY(m_renewal->nextTryIn() && m_renewal->nextTryIn() < 10s);
    QCOMPARE(happened.count(), 0);
    m_answer = sessionUntil(m_clock.time + 2 * HourMs);
    QTRY_COMPARE_WITH_TIMEOUT(renewed.count(), 1, 15'000);
    QCOMPARE(m_renewal->endsAt(), m_clock.time + 2 * HourMs);
}

void TestRenewal::retryAfterIsObeyed()
{
    m_renewal->setEnd(m_clock.time + HourMs);
    m_answer = httpReply(429, R"({"code":8,"message":"too many sign-ins"})", "application/json",
                         "Retry-After: 120\r\n");
    m_renewal->renewRefused();
    QTRY_COMPARE(m_central->seen("POST", Exchange), 1);
    QTRY_VERIFY(m_renewal->nextTryIn() && m_renewal->nextTryIn() < 3min);
    QVERIFY(m_renewal->nextTryIn() > 100s); // our own would be five seconds
}

void TestRenewal::wrongPasswordEndsRenewing()
{
    QSignalSpy happened(m_renewal.get(), &Renewal::happened);
    m_renewal->setEnd(m_clock.time + HourMs);
    m_session->setRenewed(true);
    QSignalSpy facts(m_session.get(), &Session::factsChanged);
    m_answer = centralError(403, 7,
                            "failed to authenticate: not authorized: invalid username and/or "
                            "password");
    m_renewal->renewRefused();
    QTRY_COMPARE(happened.count(), 1);
    QVERIFY(!m_session->isRenewed()); // so its end is shown again
    QCOMPARE(facts.count(), 1);
    const QString sentence = textOf(happened);
    QVERIFY2(sentence.startsWith("The sign-in to lab ends at "_L1), qPrintable(sentence));
    QVERIFY(!m_renewal->nextTryIn());
    // The refusal does not remove the credential.
    bool isThere = false;
    m_vault.read(m_profile, this,
                 [&](const KeychainResult<Secret> &secret) { isThere = secret.has_value(); });
    QTRY_VERIFY(isThere);
}

void TestRenewal::refusedListRenewsOnce()
{
    QSignalSpy renewed(m_renewal.get(), &Renewal::renewed);
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target == Exchange)
            return Fault{.bytes = m_answer};
        if (request.target.startsWith("/v1/apitokens"))
            return Fault{.bytes = centralError(401, 16, "credentials not found")};
        return std::nullopt;
    };
    m_session->refresh();
    QTRY_COMPARE(renewed.count(), 1);
    QTRY_COMPARE(m_central->seen("GET", "/v1/apitokens"), 2); // read again with the new session
    QTRY_VERIFY(!m_session->isReading());
    QCOMPARE(m_central->seen("POST", Exchange), 1); // refused again: asking on would not help
}

void TestRenewal::missingCredentialIsSaid()
{
    QSignalSpy happened(m_renewal.get(), &Renewal::happened);
    m_renewal->setEnd(m_clock.time + HourMs);
    bool isGone = false;
    m_vault.forget(m_profile, this,
                   [&](const KeychainResult<void> &gone) { isGone = gone.has_value(); });
    QTRY_VERIFY(isGone);
    m_renewal->renewRefused();
    QTRY_COMPARE(happened.count(), 1);
    QVERIFY2(textOf(happened).contains("has no credential for lab"_L1),
             qPrintable(textOf(happened)));
}

void TestRenewal::refuseLists(int howMany)
{
    m_central->instead = [this, howMany](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target == Exchange)
            return Fault{.bytes = m_answer};
        if (request.target == "/v1/apitokens" && m_central->seen("GET", "/v1/apitokens") <= howMany)
            return Fault{.bytes = centralError(401, 16, "credentials not found")};
        return std::nullopt;
    };
}

void TestRenewal::renewedRefusalIsNotShown()
{
    QSignalSpy changed(m_session.get(), &Session::standingChanged);
    refuseLists(1);
    m_session->refresh();
    QTRY_VERIFY(m_session->isBeingRenewed());
    QVERIFY(m_session->listError()); // and yet nobody has lost the sign-in
    QTRY_VERIFY(m_session->table());
    QCOMPARE(changed.count(), 0);
    QVERIFY(!m_session->isBeingRenewed());
}

void TestRenewal::finalRefusalIsShown()
{
    m_answer = centralError(403, 7,
                            "failed to authenticate: not authorized: invalid username and/or "
                            "password");
    refuseLists(1000);
    m_session->refresh();
    QTRY_COMPARE(m_session->standing(), Standing::CredentialRefused);
    QVERIFY(!m_session->isBeingRenewed());
    QCOMPARE(m_central->seen("POST", Exchange), 1);
}

/// The token ended while the computer slept, and Central starts together with it.
void TestRenewal::transientFailureAfterTheEndIsTriedAgain()
{
    QSignalSpy renewed(m_renewal.get(), &Renewal::renewed);
    m_renewal->setEnd(m_clock.time + HourMs);
    m_clock.time += 2 * HourMs;
    m_answer = httpReply(503, R"({"code":14,"message":"starting"})", "application/json",
                         "Retry-After: 100\r\n");
    refuseLists(2);
    m_session->refresh();
    QTRY_COMPARE(m_central->seen("POST", Exchange), 1);
    QTRY_COMPARE(m_session->standing(), Standing::CredentialRefused);
    QVERIFY(m_renewal->nextTryIn() && m_renewal->nextTryIn() > 90s);
    // The user refreshes before that.
    m_answer = sessionUntil(m_clock.time + HourMs);
    m_session->refresh();
    QTRY_COMPARE(renewed.count(), 1);
    QTRY_VERIFY(m_session->table());
    QCOMPARE(m_central->seen("POST", Exchange), 2);
}

QTEST_GUILESS_MAIN(TestRenewal)
#include "tst_renewal.moc"
