// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenscan.h"
#include "tests/models/samplejwt.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

using Form = FoundToken::Form;
using Kind = FoundToken::Kind;

const QString Id = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;

QByteArray part(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray token(const QString &id = Id, const QString &name = u"ops-bot"_s)
{
    return sampleJwt(id, name);
}

QByteArray wrapped(const QByteArray &text, int width, const QByteArray &between)
{
    QByteArray all;
    for (int i = 0; i < text.size(); i += width)
        all += (i > 0 ? between : QByteArray()) + text.mid(i, width);
    return all;
}

QByteArray utf16(const QByteArray &text)
{
    QByteArray wide("\xff\xfe", 2);
    for (const char c : text) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

TokenScan scanOf(const QByteArray &text)
{
    return scanForTokens(text);
}

void addForm(const char *name, const QByteArray &text, Form form = Form::Plain, bool isWhole = true)
{
    QTest::newRow(name) << text << int(form) << isWhole;
}

void addPlainForms(const QByteArray &t)
{
    addForm("alone", t);
    addForm("line end", t + "\r\n");
    addForm("byte order mark", "\xef\xbb\xbf" + t);
    addForm("header", "Authorization: Bearer " + t + "\n");
    addForm("curl", "curl -H 'Authorization: Bearer " + t + "' https://c/v1/apitokens");
    addForm("export", "export ROX_API_TOKEN=" + t + "\n");
    addForm("dotenv", "ROX_API_TOKEN=\"" + t + "\"\n");
    addForm("yaml", "stringData:\n  token: " + t + "\n");
    addForm("json", R"({"token":")" + t + R"(","metadata":{}})");
    addForm("json in json", R"({"body":"{\"token\":\")" + t + R"(\"}"})");
    addForm("url", "https://c/v1/auth/status?access_token=" + t + "&x=1");
    addForm("url fragment", "https://c/auth/response/generic#token=" + t);
    addForm("diff", "@@ -1 +1 @@\n+ROX_API_TOKEN=" + t + "\n");
    addForm("quoted mail", "> > my token is " + t + "\n");
    addForm("chat", "here: `" + t + "`");
    addForm("html", "<code>" + t + "</code>");
    addForm("html attribute", "<input value=&quot;" + t + "&quot;>");
    addForm("xml", "<token>" + t + "</token>");
    addForm("csv", "ops-bot," + t + ",Analyst");
    addForm("end of a sentence", "It is " + t + ". Do not share it.");
    addForm("parentheses", "(" + t + ")");
    addForm("written line end", "token=" + t + "\\nnext=1");
    addForm("terminal colour", "\x1b[32m" + t + "\x1b[0m");
    addForm("shell trace", "+ roxctl -e c:443 --token " + t + " central whoami");
    addForm("groovy", "sh \"ROX_API_TOKEN=" + t + " roxctl\"");
}

void addBrokenForms(const QByteArray &t)
{
    addForm("wrapped at 64", wrapped(t, 64, "\n"), Form::Broken);
    addForm("wrapped at 76 with CRLF", wrapped(t, 76, "\r\n"), Form::Broken);
    addForm("folded yaml", "token: >-\n  " + wrapped(t, 70, "\n  "), Form::Broken);
    addForm("continued shell line", "--token " + wrapped(t, 80, "\\\n"), Form::Broken, false);
    addForm("joined strings", '"' + wrapped(t, 60, "\"\n    \"") + '"', Form::Broken);
    addForm("added strings", '"' + wrapped(t, 60, "\" +\n    \"") + '"', Form::Broken);
    addForm("wrapped in a diff", "+" + wrapped(t, 64, "\n+"), Form::Broken);
    addForm("wrapped in a mail", "> " + wrapped(t, 70, "\n> "), Form::Broken);
    addForm("wrapped, line ends written", '"' + wrapped(t, 64, "\\n") + '"', Form::Broken);
    addForm("quoted-printable", wrapped(t, 75, "=\r\n"), Form::Broken);
    addForm("table", "| " + wrapped(t, 40, " |\n| ") + " |", Form::Broken);
    addForm("comment", "# " + wrapped(t, 72, "\n# "), Form::Broken);
    addForm("zero width space", wrapped(t, 100, "\xe2\x80\x8b"), Form::Broken);
    addForm("soft hyphen", wrapped(t, 90, "\xc2\xad"), Form::Broken);
    addForm("blanks", wrapped(t, 50, " "), Form::Broken);
    addForm("UTF-16", utf16(t), Form::Broken);
    addForm("colour inside", wrapped(t, 80, "\x1b[0m\n\x1b[32m"), Form::Broken);
}

void addEncodedForms(const QByteArray &t)
{
    addForm("base64", "data:\n  token: " + t.toBase64() + "\n", Form::Encoded);
    addForm("base64 with a line end", "  token: " + QByteArray(t + "\n").toBase64() + "\n",
            Form::Encoded);
    addForm("base64url", part(t), Form::Encoded);
    addForm("base64 of a file", QByteArray("ROX_API_TOKEN=" + t + "\nA=1\n").toBase64(),
            Form::Encoded);
    addForm("base64 of another file", QByteArray("ROX_TOKEN=" + t + "\n").toBase64(),
            Form::Encoded);
    addForm("basic authorization", "Basic " + QByteArray("admin:" + t).toBase64(), Form::Encoded);
    addForm("base64 wrapped at 76", wrapped(t.toBase64(), 76, "\n"), Form::Encoded);
    addForm("base64 in strings", '"' + wrapped(t.toBase64(), 60, "\"\n\"") + '"', Form::Encoded);
    addForm("base64 twice", t.toBase64().toBase64(), Form::Encoded);
    addForm("a Secret in base64", QByteArray("token: " + t.toBase64() + "\n").toBase64(),
            Form::Encoded);
    addForm("UTF-16 in base64", utf16(t).toBase64(), Form::Encoded);
}

} // namespace

class TestTokenScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formIsFound_data();
    void formIsFound();
    void cutTokenIsNamedByItsId_data();
    void cutTokenIsNamedByItsId();
    void beginningAloneIsCutShort();
    void tokenWithADamagedHeaderIsNotWhole();
    void eachTokenIsListedOnceWithItsLines();
    void tokensOnNeighbouringLinesAreToldApart();
    void signInSessionIsToldApart();
    void tokenOfAnotherIssuerIsLeftOut();
    void textWithoutTokens_data();
    void textWithoutTokens();
    void moreThanTheLimitIsSaid();
    void stopEndsTheScan();
    void largeText();
};

void TestTokenScan::formIsFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("form");
    QTest::addColumn<bool>("isWhole");
    addPlainForms(token());
    addBrokenForms(token());
    addEncodedForms(token());
}

void TestTokenScan::formIsFound()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, form);
    QFETCH(const bool, isWhole);
    const TokenScan scan = scanForTokens(text);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const FoundToken &found = scan.found.front();
    const QByteArray t = token();
    QCOMPARE(found.kind, Kind::ApiToken);
    QCOMPARE(found.claims.id, Id);
    QCOMPARE(found.claims.name, u"ops-bot"_s);
    if (isWhole)
        QCOMPARE(found.value.view(), QByteArrayView(t));
    QCOMPARE(int(found.form), form);
}

void TestTokenScan::cutTokenIsNamedByItsId_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray t = token();
    const auto dot = t.indexOf('.');
    QTest::newRow("signature cut") << t.chopped(300);
    QTest::newRow("signature masked") << t.left(t.lastIndexOf('.') + 1) + "***";
    QTest::newRow("no signature") << t.left(t.lastIndexOf('.'));
    QTest::newRow("end of the payload cut") << t.left(t.lastIndexOf('.') - 40);
    QTest::newRow("with an ellipsis") << t.left(t.lastIndexOf('.') - 41) + "…";
    QTest::newRow("header cut") << "…" + t.mid(dot + 1);
    QTest::newRow("header half cut") << t.mid(20);
    QTest::newRow("cut in base64") << t.left(400).toBase64();
}

void TestTokenScan::cutTokenIsNamedByItsId()
{
    QFETCH(const QByteArray, text);
    const TokenScan scan = scanForTokens(text);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found.front().kind, Kind::ApiToken);
    QCOMPARE(scan.found.front().claims.id, Id);
    QVERIFY(scan.found.front().value.isEmpty());
}

void TestTokenScan::beginningAloneIsCutShort()
{
    const TokenScan scan = scanOf("one\ntwo " + token().left(120) + " three\n");
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found.front().kind, Kind::CutShort);
    QCOMPARE(scan.found.front().characters, 120);
    QCOMPARE(scan.found.front().lines, std::vector<qsizetype>{2});
}

void TestTokenScan::tokenWithADamagedHeaderIsNotWhole()
{
    QByteArray damaged = token();
    damaged.replace(20, 1, "_"); // no JSON any more
    const TokenScan scan = scanOf(damaged);
    QCOMPARE(scan.found.size(), 1);
    QCOMPARE(scan.found[0].claims.id, Id);
    QVERIFY(scan.found[0].value.isEmpty());
}

void TestTokenScan::eachTokenIsListedOnceWithItsLines()
{
    const QString other = u"f5a83e02-1111-4000-8000-000000000000"_s;
    const TokenScan scan = scanOf("a\n" + token(other) + "\n" + token() + "\nb\nx=" + token(other)
                                  + "\n" + token(other).toBase64() + "\n");
    QCOMPARE(scan.found.size(), std::size_t(2));
    QCOMPARE(scan.lines, 6);
    QCOMPARE(scan.found[0].claims.id, other);
    QCOMPARE(scan.found[0].lines, (std::vector<qsizetype>{2, 5, 6}));
    QCOMPARE(scan.found[1].claims.id, Id);
    QCOMPARE(scan.found[1].lines, std::vector<qsizetype>{3});
}

void TestTokenScan::tokensOnNeighbouringLinesAreToldApart()
{
    QByteArray text;
    for (int i = 0; i < 20; ++i)
        text += token(Id.left(34) + QString::number(10 + i)) + '\n';
    const TokenScan scan = scanForTokens(text);
    QCOMPARE(scan.found.size(), std::size_t(20));
    for (std::size_t i = 0; i < scan.found.size(); ++i) {
        QCOMPARE(scan.found[i].lines, std::vector<qsizetype>{qsizetype(i) + 1});
        QVERIFY(!scan.found[i].value.isEmpty());
    }
}

void TestTokenScan::signInSessionIsToldApart()
{
    const TokenScan scan = scanOf("Cookie: token=" + sampleSession());
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found.front().kind, Kind::Session);
    QCOMPARE(scan.found.front().claims.userName, u"M. Keller"_s);
}

void TestTokenScan::tokenOfAnotherIssuerIsLeftOut()
{
    const QByteArray jwt = part(R"({"alg":"RS256","typ":"JWT"})") + '.'
                           + part(R"({"iss":"kubernetes/serviceaccount","jti":"x"})") + '.'
                           + token().mid(token().lastIndexOf('.') + 1);
    QVERIFY(scanOf("token: " + jwt).found.empty());
}

void TestTokenScan::textWithoutTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("Tokens begin with eyJ; eyJeyJ. is none. eyJ.eyJ.eyJ\n");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("full stops") << QByteArray(5000, '.');
    QTest::newRow("eyJ only") << QByteArray("eyJ").repeated(3000);
    QTest::newRow("header of another program") << part(R"({"alg":"none"})") + ".eyJ9.";
    QTest::newRow("escape at the end") << QByteArray("eyJ\\");
    QTest::newRow("colour at the end") << QByteArray("eyJ\x1b[");
    QTest::newRow("base64") << QByteArray(4000, 'Z').toBase64();
}

void TestTokenScan::textWithoutTokens()
{
    QFETCH(const QByteArray, text);
    QVERIFY(scanForTokens(text).found.empty());
}

void TestTokenScan::moreThanTheLimitIsSaid()
{
    QByteArray text;
    for (int i = 0; i < 1100; ++i)
        text += token(Id.left(30) + QString::number(100'000 + i)) + '\n';
    const TokenScan scan = scanForTokens(text);
    QCOMPARE(scan.found.size(), MaxFoundTokens);
    QVERIFY(scan.isCapped);
    QVERIFY(!scanForTokens(token()).isCapped);
}

void TestTokenScan::stopEndsTheScan()
{
    const std::atomic_bool stop = true;
    QVERIFY(scanForTokens(token(), &stop).found.empty());
}

/// Tokens among a million lines of a log are found, with their lines.
void TestTokenScan::largeText()
{
    QByteArray text;
    const QByteArray line = "2026-11-26T10:42:00Z INFO level=info path=/v1/apitokens status=200\n";
    for (int i = 0; i < 100; ++i)
        text +=
            line.repeated(1000) + "token " + token(Id.left(33) + QString::number(100 + i)) + '\n';
    const TokenScan scan = scanForTokens(text);
    QCOMPARE(scan.found.size(), std::size_t(100));
    QCOMPARE(scan.found.back().lines, std::vector<qsizetype>{100'100});
    QCOMPARE(scan.lines, 100'100);
}

QTEST_GUILESS_MAIN(TestTokenScan)
#include "tst_tokenscan.moc"
