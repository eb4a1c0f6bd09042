// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenshape.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

const QString Jwt = u"eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3dGswIiwidHlwIjoiSldUIn0."
                    "eyJpc3MiOiJodHRwczovL3N0YWNrcm94LmlvL2p3dCIsImp0aSI6IjEifQ.c2lnbmF0dXJl"_s;

} // namespace

class TestTokenShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsRecognized_data();
    void tokenIsRecognized();
    void otherTextIsNoToken_data();
    void otherTextIsNoToken();
    void manyDotsAreQuick();
};

void TestTokenShape::tokenIsRecognized_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("alone") << Jwt;
    QTest::newRow("white space around") << u" \t" + Jwt + u"\r\n";
    QTest::newRow("Bearer") << u"Bearer " + Jwt;
    QTest::newRow("header") << u"Authorization: bearer " + Jwt;
    QTest::newRow("quotes") << u"\"" + Jwt + u"\"";
    QTest::newRow("typographic quotes") << u"“" + Jwt + u"”";
    QTest::newRow("variable") << u"ROX_API_TOKEN=" + Jwt;
    QTest::newRow("export in quotes") << u"export ROX_API_TOKEN='" + Jwt + u"'";
    QTest::newRow("JSON") << u"{\"token\":\"" + Jwt + u"\",\"metadata\":{}}";
    QTest::newRow("behind a name") << u"eu-prod " + Jwt;
    QTest::newRow("in a name") << u"the-" + Jwt + u"stage";
    QTest::newRow("in an address") << u"https://central.example" + Jwt + u":8443";
    QTest::newRow("dots around") << u"central.example." + Jwt + u".";
    QTest::newRow("wrapped") << Jwt.left(40) + u"\n" + Jwt.mid(40, 40) + u"\r\n  " + Jwt.mid(80);
    QTest::newRow("wrapped Bearer") << u"Bearer " + Jwt.left(40) + u"\n" + Jwt.mid(40);
    QTest::newRow("invisible") << Jwt.left(40) + u"\u200B" + Jwt.mid(40);
    QTest::newRow("shortest") << u"e30.e30.x"_s;
}

void TestTokenShape::tokenIsRecognized()
{
    QFETCH(QString, text);
    QVERIFY(looksLikeToken(text));
}

void TestTokenShape::otherTextIsNoToken_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("dots") << u"..."_s;
    QTest::newRow("name") << u"eu-prod"_s;
    QTest::newRow("host") << u"central.stackrox.svc"_s;
    QTest::newRow("longer host") << u"https://central-eu.prod.acme.example:8443"_s;
    QTest::newRow("address") << u"10.10.10.10:8443"_s;
    QTest::newRow("version") << u"4.11.2"_s;
    QTest::newRow("path") << u"/home/mk/ca.pem.old.1"_s;
    QTest::newRow("no signature") << Jwt.section(u'.', 0, 1);
    QTest::newRow("empty signature") << Jwt.section(u'.', 0, 1) + u'.';
    QTest::newRow("unreadable payload") << Jwt.section(u'.', 0, 0) + u".c2lnbmF0dXJl.c2lnbmF0dXJl";
}

void TestTokenShape::otherTextIsNoToken()
{
    QFETCH(QString, text);
    QVERIFY(!looksLikeToken(text));
}

/// Asked at each key: what is pasted by mistake may be a whole file.
void TestTokenShape::manyDotsAreQuick()
{
    QVERIFY(!looksLikeToken(QString(32'767, u'.')));
    QVERIFY(!looksLikeToken(u"ab."_s.repeated(10'000)));
    const QString manyStarts = QString(16'000, u'e') + u".e30.x";
    QVERIFY(!looksLikeToken(manyStarts));
    const QString behindThem = u"ab."_s.repeated(10'000) + Jwt;
    QVERIFY(looksLikeToken(behindThem));
}

QTEST_APPLESS_MAIN(TestTokenShape)
#include "tst_tokenshape.moc"
