// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"
#include "ui/text/errortext.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Outcome = rox::ApiError::CredentialFate;

namespace {

const QByteArray ValidationFailed =
    "credentials not found: token-based: cannot extract identity: token validation failed"_ba;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token as Central makes them, issued and expiring so many milliseconds from now.
QByteArray token(UtcMs issuedIn, UtcMs expiresIn)
{
    const auto secondsAt = [](UtcMs in) {
        return QByteArray::number((QDateTime::currentMSecsSinceEpoch() + in) / SecondMs);
    };
    return base64Url(R"({"alg":"RS256"})") + '.'
           + base64Url("{\"iss\":\"https://stackrox.io/jwt\",\"jti\":\"a\",\"iat\":"
                       + secondsAt(issuedIn) + ",\"exp\":" + secondsAt(expiresIn) + '}')
           + ".c2lnbmF0dXJl";
}

} // namespace

/// A token with claims is sent and refused: the error tells which of its dates is the cause.
class TestCredentialFate : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void refusalTellsTheFateOfTheToken_data();
    void refusalTellsTheFateOfTheToken();
    void tokenIdComesFromTheClaims_data();
    void tokenIdComesFromTheClaims();

private:
    LoopbackTls m_tls;
};

void TestCredentialFate::refusalTellsTheFateOfTheToken_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Outcome>("fate");
    QTest::addColumn<QString>("said");
    const QByteArray valid = token(-DayMs, DayMs);
    QTest::newRow("expired") << token(-2 * DayMs, -DayMs) << 401 << ValidationFailed
                             << Outcome::Expired << u"By its own date it expired on "_s;
    QTest::newRow("not yet valid")
        << token(HourMs, DayMs) << 401 << ValidationFailed << Outcome::NotYetValid
        << u"this computer's clock may be wrong, or Central's."_s;
    QTest::newRow("revoked or unknown") << valid << 401 << ValidationFailed << Outcome::StillValid
                                        << u"so it was revoked or belongs to another Central."_s;
    QTest::newRow("revoked or unknown, of 4.9")
        << valid << 400 << ValidationFailed << Outcome::StillValid
        << u"so it was revoked or belongs to another Central."_s;
    QTest::newRow("no claims to be read") << SignInToken << 401 << ValidationFailed
                                          << Outcome::NotSaid << u"Central does not say which."_s;
    QTest::newRow("its roles are gone")
        << valid << 401 << "access for this user is not authorized: no valid role, please"_ba
        << Outcome::NotSaid << u"None of its roles exists any more."_s;
    QTest::newRow("nothing said") << valid << 401 << "credentials not found"_ba << Outcome::NotSaid
                                  << u"Central says: “credentials not found”"_s;
}

void TestCredentialFate::refusalTellsTheFateOfTheToken()
{
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    QFETCH(Outcome, fate);
    QFETCH(QString, said);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &) {
        return Fault{.bytes = centralError(status, status == 401 ? 16 : 3, text)};
    });
    Connection connection = m_tls.connectionTo(server);
    connection.credential.secret = Secret(sent);
    CentralClient client(std::move(connection));
    Caught<Identity> caught;
    client.identity(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(server.requests().constFirst().headers.value("authorization"), "Bearer " + sent);
    QCOMPARE(caught.error().kind, ApiError::Kind::Unauthenticated);
    QCOMPARE(caught.error().credentialFate, fate);
    const QString sentence = sentenceFor(caught.error(), Operation::Connect, u"prod-eu"_s).plain();
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    QCOMPARE(sentence.contains(u"revoked"_s),
             fate == Outcome::StillValid || said.contains(u"which"_s));
}

void TestCredentialFate::tokenIdComesFromTheClaims_data()
{
    using Sign = Credential::Kind;
    QTest::addColumn<Sign>("kind");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("id");
    QTest::newRow("an API token") << Sign::ApiToken << apiToken(u"own"_s) << u"own"_s;
    QTest::newRow("an API token with white space around")
        << Sign::ApiToken << ' ' + apiToken(u"own"_s) + '\n'
        << u"own"_s;
    QTest::newRow("an API token without claims") << Sign::ApiToken << SignInToken << QString();
    QTest::newRow("not a JWT") << Sign::ApiToken << "abc"_ba << QString();
    QTest::newRow("a token of somebody else")
        << Sign::ApiToken
        << tokenWithClaims({{u"iss"_s, u"https://else.where"_s}, {u"jti"_s, u"x"_s}}) << QString();
    QTest::newRow("a session") << Sign::Session
                               << tokenWithClaims(
                                      {{u"iss"_s, u"https://stackrox.io/jwt"_s},
                                       {u"jti"_s, u"x"_s},
                                       {u"external_user"_s, QJsonObject{{u"user_id"_s, u"u"_s}}}})
                               << QString();
    QTest::newRow("a password that looks like one")
        << Sign::Password << apiToken(u"own"_s) << QString();
}

void TestCredentialFate::tokenIdComesFromTheClaims()
{
    QFETCH(Credential::Kind, kind);
    QFETCH(QByteArray, secret);
    QFETCH(QString, id);
    FaultServer server(m_tls.server());
    Connection connection = m_tls.connectionTo(server);
    connection.credential = {kind, u"admin"_s, Secret(secret)};
    CentralClient client(std::move(connection));
    QCOMPARE(client.credentialTokenId(), id);
    client.setCredential({Credential::Kind::ApiToken, {}, Secret(apiToken(u"next"_s))});
    QCOMPARE(client.credentialTokenId(), u"next"_s);
}

QTEST_GUILESS_MAIN(TestCredentialFate)
#include "tst_credentialfate.moc"
