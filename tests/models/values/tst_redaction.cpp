// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/redaction.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

const QString Header = u"eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3dGswIn0"_s;
const QString Payload = u"eyJpc3MiOiJodHRwczovL3N0YWNrcm94LmlvL2p3dCIsImp0aSI6IjQyIn0"_s;
const QString Signature = u"Zk3qT9xVbN1mRw7sLp0aYc4dUe6fJg2hKi8oXzQvBnMt5rWy-_A"_s;
const QString Jwt = Header + u'.' + Payload + u'.' + Signature;

} // namespace

/// Possible credentials are redacted; texts that help to find a fault are kept.
class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redactsCredentials_data();
    void redactsCredentials();
    void keepsOtherTexts_data();
    void keepsOtherTexts();
    void cutSecretsAreRedacted();
    void longTextsTakeLinearTime_data();
    void longTextsTakeLinearTime();
};

void TestRedaction::redactsCredentials_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QString &text, const QString &expected) {
        QTest::newRow(what) << text << expected;
    };
    row("JWT", u"got "_s + Jwt + u" back"_s, u"got [redacted] back"_s);
    row("JWT ends a sentence", u"It was "_s + Jwt + u'.', u"It was [redacted]."_s);
    row("two parts", Header + u'.' + Payload, u"[redacted]"_s);
    row("one part", u"("_s + Header + u')', u"([redacted])"_s);
    row("cut", u"eyJhbGciOi…"_s, u"[redacted]…"_s);
    row("header cut in front", u"SUzI1NiJ9."_s + Payload + u'.' + Signature, u"[redacted]"_s);
    row("signature only", u"… "_s + Signature, u"… [redacted]"_s);
    row("JWT in a word", u"x%3D"_s + Jwt, u"x%3D[redacted]"_s);
    row("Bearer", u"Authorization: Bearer abc/123+x=="_s, u"Authorization: Bearer [redacted]"_s);
    row("bearer in JSON", u"{\"a\":\"bearer  k9\",\"b\":1}"_s,
        u"{\"a\":\"bearer  [redacted]\",\"b\":1}"_s);
    row("Basic", u"authorization: basic YWRtaW46cHc="_s, u"authorization: basic [redacted]"_s);
    row("long word after Bearer", u"Bearer correcthorsebattery"_s, u"Bearer [redacted]"_s);
    row("token=", u"?a=1&token=abc&b=2"_s, u"?a=1&token=[redacted]&b=2"_s);
    row("access_token", u"#access_token=abc def"_s, u"#access_token=[redacted] def"_s);
    row("externalToken", u"{\"externalToken\": \"a b\\\"c\", \"state\": \"x\"}"_s,
        u"{\"externalToken\": \"[redacted]\", \"state\": \"x\"}"_s);
    row("escaped JSON", u"\"{\\\"refreshToken\\\":\\\"abc\\\",\\\"n\\\":1}\""_s,
        u"\"{\\\"refreshToken\\\":\\\"[redacted]\\\",\\\"n\\\":1}\""_s);
    row("no closing quote", u"\"token\":\"abc def"_s, u"\"token\":\"[redacted]"_s);
    row("password", u"PASSWORD = hunter2 user=admin"_s, u"PASSWORD = [redacted] user=admin"_s);
    row("password with a colon", u"password: hunter"_s, u"password: [redacted]"_s);
    row("variables", u"ROX_API_TOKEN=a1 ROX_ADMIN_PASSWORD='b c' X=d"_s,
        u"ROX_API_TOKEN=[redacted] ROX_ADMIN_PASSWORD='[redacted]' X=d"_s);
    row("cookie", u"Cookie: a=b; RoxRefreshToken=providerId%3D1%26t%3Dabc; c=d"_s,
        u"Cookie: a=b; RoxRefreshToken=[redacted]; c=d"_s);
    row("encoded", u"Set-Cookie%3A%20RoxRefreshToken%3Dabc%26x%3D1 next"_s,
        u"Set-Cookie%3A%20RoxRefreshToken%3D[redacted] next"_s);
    row("encoded twice", u"u=RoxRefreshToken%253drefreshToken%25253Dabc"_s,
        u"u=RoxRefreshToken%253d[redacted]"_s);
    row("encoded JSON", u"%7B%22token%22%3A%22abc%22%7D next"_s,
        u"%7B%22token%22%3A[redacted] next"_s);
    row("user and password", u"GET https://admin:p%40w@central:443/v1"_s,
        u"GET https://[redacted]@central:443/v1"_s);
    row("user", u"'https://admin@central'"_s, u"'https://[redacted]@central'"_s);
    row("password with @ and slash", u"https://admin:p@s/s@central/v1"_s,
        u"https://[redacted]@central/v1"_s);
    row("private key",
        u"a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpA+/=\n-----END RSA PRIVATE "_s
        u"KEY-----\nb"_s,
        u"a\n[redacted]\nb"_s);
    row("key, escaped", u"\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n\""_s,
        u"\"[redacted]\\n\""_s);
    row("private key, end missing", u"a -----BEGIN EC PRIVATE KEY-----\nMHcC\n"_s,
        u"a [redacted]"_s);
    row("private key, start missing", u"sent: MIIE\nAbc+/==\n-----END PRIVATE KEY-----."_s,
        u"sent:[redacted]."_s);
}

void TestRedaction::redactsCredentials()
{
    QFETCH(QString, text);
    QTEST(redacted(text), "expected");
    QCOMPARE(redacted(redacted(text)), redacted(text));
}

void TestRedaction::keepsOtherTexts_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *what, const QString &text) { QTest::newRow(what) << text; };
    row("empty", QString());
    row("UUID", u"token 123e4567-e89b-12d3-a456-426614174000 was revoked"_s);
    row("UUID in capitals", u"123E4567-E89B-12D3-A456-426614174000"_s);
    row("fingerprint", u"SHA-256 fingerprint: AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89"_s);
    row("digest", u"sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s);
    row("host", u"https://central.stackrox.svc.cluster.local:8443/v1/apitokens?x=1"_s);
    row("path with @", u"https://central:443/@user and https://central/a@b"_s);
    row("versions", u"Qt 6.4.2, Central 4.6.0-rc.1-123-gabcdef0123, OpenSSL 3.0.15"_s);
    row("time", u"2026-08-24T10:11:12.123456789Z"_s);
    row("prose", u"The bearer token is missing; Basic authentication is off."_s);
    row("Central's message", u"invalid token: expired; token: not found"_s);
    row("names", u"tokens: 12, Token name: ci-Pipeline-2 (password rules)"_s);
    row("a word with eyJ", u"keyJson monkeyJar"_s);
    row("certificate", u"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"_s);
    row("class names", u"QNetworkReplyHttpImplPrivate::QSslSocketBackendPrivate"_s);
}

void TestRedaction::keepsOtherTexts()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedaction::cutSecretsAreRedacted()
{
    constexpr int longest = 12;
    for (qsizetype from = 0; from < Jwt.size(); ++from) {
        const qsizetype most = Jwt.size() - from;
        for (const qsizetype size : {most, most / 2}) {
            const QString piece = Jwt.mid(from, size);
            if (!piece.contains("eyJ"_L1) || piece.size() - piece.indexOf("eyJ"_L1) < longest)
                continue;
            QVERIFY2(!redacted(u"<"_s + piece + u'>').contains(piece.right(longest)),
                     qPrintable(piece));
        }
    }
}

void TestRedaction::longTextsTakeLinearTime_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"eyJ",
                              "eyJ.",
                              "a",
                              "a.",
                              "://",
                              "://a:b",
                              "token:",
                              "token=",
                              "token",
                              "token: ",
                              "token=\"",
                              "\"token\":\"\\",
                              "\\",
                              "Bearer ",
                              "Bearer+",
                              "bearer",
                              "%25",
                              "token%25",
                              "-----BEGIN ",
                              "-----END ",
                              "-----BEGIN PRIVATE KEY-----",
                              "-----END PRIVATE KEY-----",
                              "-----END A PRIVATE KEY----- a",
                              "PRIVATE KEY-----",
                              "@",
                              " ",
                              "token:bearer "})
        QTest::newRow(piece) << QByteArray(piece);
}

/// With 10 MB of each text a quadratic pass would take hours.
void TestRedaction::longTextsTakeLinearTime()
{
    QFETCH(QByteArray, piece);
    constexpr qsizetype bytes = 10'000'000;
    const QString text = QString::fromLatin1(piece.repeated(bytes / piece.size()));
    const QString once = redacted(text);
    QVERIFY(once.size() <= text.size() * 10);
    QCOMPARE(redacted(once), once);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
