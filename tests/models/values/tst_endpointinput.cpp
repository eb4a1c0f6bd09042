// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpointinput.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Change = EndpointInput::Change;
using Fault = Endpoint::Fault;

class TestEndpointInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistypedAddressIsTaken_data();
    void mistypedAddressIsTaken();
    void mistakeIsNamed_data();
    void mistakeIsNamed();
    void roxctlsKeyEndsInAPort_data();
    void roxctlsKeyEndsInAPort();
    void strictFormsStayAsTheyAre();
};

void TestEndpointInput::mistypedAddressIsTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("display");
    QTest::addColumn<int>("changes");
    const auto row = [](const char *typed, const char *display, EndpointInput::Changes changes) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(display)
                             << int(changes);
    };
    const EndpointInput::Changes none;
    row("central.example.com", "central.example.com", none);
    row("[::1]:8443", "[::1]:8443", none);
    row("“central.example.com”", "central.example.com", Change::MarksLeftOut);
    row("„central.example.com“", "central.example.com", Change::MarksLeftOut);
    row("«central»", "central", Change::MarksLeftOut);
    row("'central:8443'", "central:8443", Change::MarksLeftOut);
    row("`central:8443`", "central:8443", Change::MarksLeftOut);
    row("\"https://central/\",", "central", Change::MarksLeftOut);
    row("<https://central.example.com>", "central.example.com", Change::MarksLeftOut);
    row("(central)", "central", Change::MarksLeftOut);
    row("[central.example.com]", "central.example.com", Change::MarksLeftOut);
    row("[central.example.com:8443]", "central.example.com:8443", Change::MarksLeftOut);
    row("[[::1]:8443]", "[::1]:8443", Change::MarksLeftOut);
    row("ROX_ENDPOINT=central:8443", "central:8443", Change::MarksLeftOut);
    row("export ROX_ENDPOINT=\"central:8443\"", "central:8443", Change::MarksLeftOut);
    row("central.example.com:8443.", "central.example.com:8443", Change::MarksLeftOut);
    row("https://central.example.com/main/dashboard", "central.example.com", Change::PathLeftOut);
    row("https://central:8443/main/access-control/users/a@b.example?s[q]=https://x#top",
        "central:8443", Change::PathLeftOut);
    row("central?x=1", "central", Change::PathLeftOut);
    row("central#x", "central", Change::PathLeftOut);
    row("https://central/login", "central", Change::PathLeftOut);
    row("https:/central.example.com", "central.example.com", Change::SchemeMended);
    row("https:///central", "central", Change::SchemeMended);
    row("https//central", "central", Change::SchemeMended);
    row("https:central:8443", "central:8443", Change::SchemeMended);
    row("https:\\\\central", "central", none);
    row("HTTPS:/Central", "central", Change::SchemeMended);
    row("https://https://central.example.com", "central.example.com", Change::SchemeRepeated);
    row("http://https://central", "central", Change::SchemeRepeated);
    row("https://https:/central", "central", Change::SchemeRepeated | Change::SchemeMended);
    row("2001:db8::1", "[2001:db8::1]", Change::BracketsAdded);
    row("::1", "[::1]", Change::BracketsAdded);
    row("https://2001:db8::1/", "[2001:db8::1]", Change::BracketsAdded);
    row("2001:db8:0:0:0:0:0:1:8443", "[2001:db8::1]:8443", Change::BracketsAdded);
    row("central.test.", "central.test", Change::DotLeftOut);
    row("central.test.:8443", "central.test:8443", Change::DotLeftOut);
    row("central\u200b.example.com\ufeff", "central.example.com", none);
    row("central.example.com：8443", "central.example.com:8443", none);
}

void TestEndpointInput::mistypedAddressIsTaken()
{
    QFETCH(QString, typed);
    QFETCH(int, changes);
    const auto input = endpointInput(typed);
    QVERIFY2(input, input ? "" : QTest::toString(int(input.error())));
    QTEST(input->endpoint.display(), "display");
    QCOMPARE(int(input->changes), changes);
    QCOMPARE(Endpoint::parse(input->endpoint.base.toString()), input->endpoint);
}

void TestEndpointInput::mistakeIsNamed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Endpoint::Fault>("fault");
    const auto row = [](const char *typed, Fault fault) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << fault;
    };
    row("", Fault::Empty);
    row("“”", Fault::Empty);
    row("\u200b\ufeff", Fault::Empty);
    row("8443", Fault::NoHost);
    row(":8443", Fault::NoHost);
    row("https://8443", Fault::NoHost);
    row("https://:8443/", Fault::NoHost);
    row("2130706433", Fault::Malformed); // QUrl reads 127.0.0.1
    row("8443:443", Fault::Malformed);
    row("central 8443", Fault::Blank);
    row("central.example.com and more", Fault::Blank);
    row("2001:db8::1:8443", Fault::Brackets);
    row("central:443:8443", Fault::Malformed);
    row("[::1", Fault::Malformed);
    row("htps://central", Fault::Scheme);
    row("ftp:/central", Fault::Scheme);
    row("grpc://central:443", Fault::Scheme);
    row("https://ftp://central", Fault::Scheme);
    row("admin@central", Fault::UserInfo);
    row("https://admin:secret@central/main", Fault::UserInfo);
    row("https://admin:p/w@central", Fault::UserInfo);
    row("https://admin:p?w@central", Fault::UserInfo);
    row("https:/admin:secret@central", Fault::UserInfo);
    row("“admin@central”", Fault::UserInfo);
    row("http://central.example.com/main", Fault::Plaintext);
    row("https://http://central", Fault::Plaintext);
    row("central:99999", Fault::Port);
    row("central:0", Fault::Port);
    row("https://", Fault::Malformed);
}

void TestEndpointInput::mistakeIsNamed()
{
    QFETCH(QString, typed);
    const auto input = endpointInput(typed);
    QVERIFY2(!input, input ? qPrintable(input->endpoint.display()) : "");
    QTEST(input.error(), "fault");
}

void TestEndpointInput::roxctlsKeyEndsInAPort_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("display");
    QTest::newRow("loopback") << u"::1:8443"_s << u"[::1]:8443"_s;
    QTest::newRow("address") << u"2001:db8::1:443"_s << u"[2001:db8::1]"_s;
    QTest::newRow("full address") << u"2001:db8:1:2:3:4:5:6:8443"_s
                                  << u"[2001:db8:1:2:3:4:5:6]:8443"_s;
    QTest::newRow("with a scheme") << u"https://::1:8443"_s << u"[::1]:8443"_s;
    QTest::newRow("brackets") << u"[::1]:8443"_s << u"[::1]:8443"_s;
    QTest::newRow("no port") << u"::1"_s << u"[::1]"_s;
    QTest::newRow("name") << u"central:8443"_s << u"central:8443"_s;
}

void TestEndpointInput::roxctlsKeyEndsInAPort()
{
    QFETCH(QString, key);
    const auto input = endpointInput(key, LastNumber::IsPort);
    QVERIFY(input);
    QTEST(input->endpoint.display(), "display");
}

/// What roxctl takes is taken the same by both functions.
void TestEndpointInput::strictFormsStayAsTheyAre()
{
    for (const QString &text : {u"central"_s, u"central:8443"_s, u"https://central/"_s,
                                u"http://127.0.0.1:8000"_s, u"[2001:db8::1]:8443"_s}) {
        const auto input = endpointInput(text);
        QVERIFY(input);
        QCOMPARE(input->endpoint, *Endpoint::parse(text));
        QCOMPARE(int(input->changes), 0);
    }
}

QTEST_GUILESS_MAIN(TestEndpointInput)
#include "tst_endpointinput.moc"
