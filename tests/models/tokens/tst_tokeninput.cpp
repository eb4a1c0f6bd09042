// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokeninput.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Content = TokenInput::Content;
using Around = TokenInput::Around;

namespace {

const QByteArray Header = "eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3dGswIiwidHlwIjoiSldUIn0";
const QByteArray Payload = "eyJpc3MiOiJodHRwczovL3N0YWNrcm94LmlvL2p3dCIsImp0aSI6IjEifQ";
/// As long as a signature of RS256.
const QByteArray Jwt = Header + '.' + Payload + '.' + QByteArray(342, 'x');
const QByteArray OtherJwt = Header + '.' + Payload + '.' + QByteArray(342, 'y');

QByteArray wrapped(const QByteArray &text, int width, const QByteArray &lineEnd)
{
    QByteArray lines;
    for (qsizetype at = 0; at < text.size(); at += width)
        lines += text.mid(at, width) + lineEnd;
    return lines;
}

QByteArray utf16(const QByteArray &ascii, bool littleEndian)
{
    QByteArray bytes;
    for (const char c : ascii)
        bytes += littleEndian ? QByteArray{c, 0} : QByteArray{0, c};
    return bytes;
}

} // namespace

Q_DECLARE_METATYPE(rox::TokenInput::Content)

class TestTokenInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsTakenOut_data();
    void tokenIsTakenOut();
    void otherContentIsNamed_data();
    void otherContentIsNamed();
    void wordIsKept_data();
    void wordIsKept();
    void passwordLosesInvisibleEnds_data();
    void passwordLosesInvisibleEnds();
};

void TestTokenInput::tokenIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("leftOut");
    const auto row = [](const char *what, const QByteArray &typed, TokenInput::LeftOut leftOut) {
        QTest::newRow(what) << typed << int(leftOut);
    };
    const TokenInput::LeftOut none;
    row("alone", Jwt, none);
    row("line end", Jwt + "\n", none);
    row("Windows line end", Jwt + "\r\n", none);
    row("blanks", "  \t" + Jwt + "  ", none);
    row("byte order mark", "\xef\xbb\xbf" + Jwt + "\n", none);
    row("zero width space after", Jwt + "\u200b", Around::Invisible);
    row("zero width space inside", Jwt.left(80) + "\u200b" + Jwt.mid(80), Around::Invisible);
    row("NUL after", Jwt + QByteArray(1, '\0'), Around::Invisible);
    row("terminal's paste brackets", "\x1b" + Jwt, Around::Invisible);
    row("Bearer", "Bearer " + Jwt, Around::Bearer);
    row("bearer, no blank", "bearer" + Jwt, Around::Bearer);
    row("header", "Authorization: Bearer " + Jwt + "\r\n", Around::Bearer);
    row("header without Bearer", "Authorization: " + Jwt, Around::Bearer);
    row("quotes", '"' + Jwt + '"', Around::Quotes);
    row("single quotes and comma", '\'' + Jwt + "',", Around::Quotes);
    row("typographic quotes", "“" + Jwt + "”", Around::Quotes);
    row("brackets", '<' + Jwt + '>', Around::Quotes);
    row("full stop", Jwt + '.', Around::Quotes);
    row("variable", "ROX_API_TOKEN=" + Jwt, Around::Assignment);
    row("export", "export ROX_API_TOKEN=" + Jwt + "\n", Around::Assignment);
    row("export in quotes", "export ROX_API_TOKEN='" + Jwt + "'\n",
        Around::Assignment | Around::Quotes);
    row("PowerShell", "$env:ROX_API_TOKEN = \"" + Jwt + '"', Around::Assignment | Around::Quotes);
    row("set", "set ROX_API_TOKEN=" + Jwt, Around::Assignment);
    row("YAML", "token: " + Jwt + "\n", Around::Assignment);
    row("YAML in quotes", "  ROX_API_TOKEN: \"" + Jwt + "\"\n",
        Around::Assignment | Around::Quotes);
    row("JSON", "{\"token\":\"" + Jwt + "\"}",
        Around::Assignment | Around::Quotes | Around::Structure);
    row("JSON with more", "{\"token\":\"" + Jwt + "\",\"metadata\":{\"id\":\"1\"}}",
        Around::Assignment | Around::Quotes | Around::Structure | Around::OtherText);
    row("JSON array", "[\"" + Jwt + "\"]", Around::Quotes | Around::Structure);
    row("curl", "curl -H \"Authorization: Bearer " + Jwt + "\" https://central/v1/ping",
        Around::Bearer | Around::Quotes | Around::OtherText);
    row("sentence", "the token is " + Jwt + " as agreed", Around::OtherText);
    row("another line", Jwt + "\n# of ci\n", Around::OtherText);
    row("a word in the next line", Jwt + "\nci\n", Around::OtherText);
    row("twice the same", Jwt + '\n' + Jwt, Around::OtherText);
    row("wrapped", wrapped(Jwt, 80, "\n"), Around::Wrapped);
    row("wrapped in the signature", Jwt.left(200) + "\r\n" + Jwt.mid(200), Around::Wrapped);
    row("indented", wrapped(Jwt, 64, "\n    "), Around::Wrapped);
    row("line ends became blanks", wrapped(Jwt, 76, " "), Around::Wrapped);
    row("wrapped, Bearer", "Bearer " + wrapped(Jwt, 80, "\n"), Around::Wrapped | Around::Bearer);
    row("wrapped, in quotes", '"' + wrapped(Jwt, 80, "\n").chopped(1) + '"',
        Around::Wrapped | Around::Quotes);
}

void TestTokenInput::tokenIsTakenOut()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, leftOut);
    const TokenInput input = tokenInput(typed);
    QCOMPARE(input.content, Content::Token);
    QCOMPARE(input.token.view().toByteArray(), Jwt);
    QCOMPARE(int(input.leftOut), leftOut);
}

void TestTokenInput::otherContentIsNamed_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<TokenInput::Content>("content");
    const auto row = [](const char *what, const QByteArray &typed, Content content) {
        QTest::newRow(what) << typed << content;
    };
    row("nothing", QByteArray(), Content::Empty);
    row("blanks", QByteArray(" \n\t\r\n"), Content::Empty);
    row("invisible", QByteArray("\xef\xbb\xbf\u200b\n"), Content::Empty);
    for (const char *none : {"null", "\"null\"", "undefined", "None", "nil", "<no value>", "<nil>",
                             "(null)", "\"\"", "{}", "[]", "NULL", "false"})
        row(none, QByteArray(none) + '\n', Content::Null);
    row("ID", QByteArray("9a72e310-4c7e-4c5b-9b43-6f0a2a3b1c5d\n"), Content::Uuid);
    row("beginning", Jwt.left(100), Content::CutToken);
    row("no signature", Header + '.' + Payload + '.', Content::CutToken);
    row("two", Jwt + '\n' + OtherJwt, Content::Several);
    row("two, named", "A=" + Jwt + "\nB=" + OtherJwt + '\n', Content::Several);
    row("base64", Jwt.toBase64(), Content::Base64);
    row("base64 with its line end", QByteArray(Jwt + '\n').toBase64() + '\n', Content::Base64);
    row("base64 in lines", wrapped(Jwt.toBase64(), 76, "\n"), Content::Base64);
    row("base64 of a URL", Jwt.toBase64(QByteArray::Base64UrlEncoding), Content::Base64);
    row("JSON", QByteArray("{\"token\":null}"), Content::Json);
    row("JSON error", QByteArray("{\"code\":16,\"message\":\"credentials not found\"}"),
        Content::Json);
    row("JSON array", QByteArray("[1, 2]"), Content::Json);
    row("certificate", QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
        Content::Pem);
    row("key", QByteArray("-----BEGIN EC PRIVATE KEY-----\nMIIB\n"), Content::Pem);
    row("page", QByteArray("<!DOCTYPE html>\n<html><body>Log in</body></html>"), Content::Html);
    row("UTF-16 with its mark", "\xff\xfe" + utf16(Jwt, true), Content::Utf16);
    row("UTF-16 big endian", "\xfe\xff" + utf16(Jwt, false), Content::Utf16);
    row("UTF-16 without its mark", utf16(Jwt, true), Content::Utf16);
    row("bytes", QByteArray("\x30\x82\x01\xff"), Content::Binary);
    row("control character", QByteArray("pass\x1bword"), Content::Binary);
    row("sentence", QByteArray("404 page not found\n"), Content::Text);
    row("two words in lines", QByteArray("one\ntwo\n"), Content::Text);
}

void TestTokenInput::otherContentIsNamed()
{
    QFETCH(QByteArray, typed);
    const TokenInput input = tokenInput(typed);
    QTEST(input.content, "content");
    QVERIFY(input.token.isEmpty());
}

void TestTokenInput::wordIsKept_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("alone") << QByteArray("opaque-token_1=") << QByteArray("opaque-token_1=");
    QTest::newRow("line end") << QByteArray(" opaque\r\n") << QByteArray("opaque");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfopaque") << QByteArray("opaque");
    QTest::newRow("Bearer") << QByteArray("Bearer opaque") << QByteArray("opaque");
    QTest::newRow("quotes") << QByteArray("\"opaque\"") << QByteArray("opaque");
}

void TestTokenInput::wordIsKept()
{
    QFETCH(QByteArray, typed);
    const TokenInput input = tokenInput(typed);
    QCOMPARE(input.content, Content::Word);
    QTEST(input.token.view().toByteArray(), "word");
}

void TestTokenInput::passwordLosesInvisibleEnds_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("leftOut");
    QTest::addColumn<bool>("hasControl");
    QTest::addColumn<bool>("hasBlank");
    const auto row = [](const char *what, const QByteArray &typed, const QByteArray &password,
                        bool leftOut, bool hasControl = false, bool hasBlank = false) {
        QTest::newRow(what) << typed << password << leftOut << hasControl << hasBlank;
    };
    row("nothing", "", "", false);
    row("plain", "s3cret", "s3cret", false);
    row("line end", "s3cret\n", "s3cret", true);
    row("carriage return", "s3cret\r", "s3cret", true);
    row("both ends", "\r\n\ts3cret\t\r\n", "s3cret", true);
    row("NUL", QByteArray("s3cret\0", 7), "s3cret", true);
    row("escape", "\x1bs3cret", "s3cret", true);
    row("byte order mark", "\xef\xbb\xbfs3cret", "s3cret", false);
    row("zero width space", "s3cret\u200b", "s3cret", true);
    row("next line", "s3cret\u0085", "s3cret", true);
    row("line separator", "s3cret\u2028", "s3cret", true);
    row("only line ends", "\r\n", "", true);
    row("line end inside", "s3\ncret", "s3\ncret", false, true);
    row("tab inside, line end after", "s3\tcret\n", "s3\tcret", true, true);
    row("blank inside", "s3 cret", "s3 cret", false);
    row("blanks at the ends", " s3cret ", " s3cret ", false, false, true);
    row("no-break space at the end", "s3cret\u00a0", "s3cret\u00a0", false, false, true);
    row("other scripts", "pässwörd-密码", "pässwörd-密码", false);
    row("no UTF-8", "s3\xff", "s3\xff", false);
}

void TestTokenInput::passwordLosesInvisibleEnds()
{
    QFETCH(QByteArray, typed);
    const PasswordInput input = passwordInput(typed);
    QTEST(input.password.view().toByteArray(), "password");
    QTEST(input.leftOut, "leftOut");
    QTEST(input.hasControl, "hasControl");
    QTEST(input.hasBlankAtAnEnd, "hasBlank");
}

QTEST_APPLESS_MAIN(TestTokenInput)
#include "tst_tokeninput.moc"
