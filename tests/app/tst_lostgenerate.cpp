// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Generates from the window at a Central whose answer gets lost: it is asked once, and the user
/// reads what may have happened, with the candidates.
class TestLostGenerate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequestAndTheCandidates_data();
    void oneRequestAndTheCandidates();
    void aCandidateIsRevokedFromTheBar();
    void candidatesAreNotWhatWasThereBefore();
    void nothingWasMade();
    void theListCannotBeReadEither();
    void whatWasTypedComesBack();

private:
    static void generate(const QString &name);
};

void TestLostGenerate::generate(const QString &name)
{
    press(u"Generate token"_s);
    type(find<QLineEdit>(u"Token name"_s), name);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    press(u"Generate"_s);
}

void TestLostGenerate::oneRequestAndTheCandidates_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("lead");
    const QString may = u"The token ci-deploy may have been created."_s;
    QTest::newRow("drop") << Fault{.then = Fault::Then::Close} << may;
    QTest::newRow("reset") << Fault{.then = Fault::Then::Reset} << may;
    QTest::newRow("half a head") << Fault{.bytes = "HTTP/1.1 200 O", .then = Fault::Then::Close}
                                 << may;
    QTest::newRow("half an answer")
        << Fault{.bytes =
                     httpReply(200, R"({"token":"eyJhbGciOi.e30.made","metadata":{}})").chopped(20),
                 .then = Fault::Then::Reset}
        << u"The token ci-deploy was created, but its value was lost on the way."_s;
}

void TestLostGenerate::oneRequestAndTheCandidates()
{
    QFETCH(Fault, fault);
    QFETCH(QString, lead);
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"other"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        central.tokens.append(tokenNamed(u"ci-deploy"_s)); // made, and then the answer goes
        return fault;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    QVERIFY2(window.said().startsWith(lead), qPrintable(window.said()));
    QVERIFY2(window.said().contains("asked once and is not asked again"_L1),
             qPrintable(window.said()));
    QVERIFY(find<QPushButton>(u"Revoke ci-deploy, id-of-ci"_s));
    QCOMPARE(central.seen("POST", "generate"), 1);

    press(u"Keep ci-deploy, id-of-ci"_s);
    QTRY_VERIFY(window.said().trimmed().isEmpty());
    QCOMPARE(central.seen("POST", "generate"), 1);
    QCOMPARE(central.seen("PATCH", ""), 0);
}

void TestLostGenerate::aCandidateIsRevokedFromTheBar()
{
    ScriptedCentral central;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        Token twin = tokenNamed(u"ci-deploy"_s);
        central.tokens.append(twin);
        twin.id = u"somebody-elses"_s;
        twin.roles = {u"Sensor Creator"_s};
        central.tokens.append(twin);
        return Fault{.then = Fault::Then::Reset};
    };
    const OpenWindow window(central.connection());
    QTRY_VERIFY(find<QAbstractButton>(u"Generate token"_s)->isEnabled());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("2 candidates"_L1), qPrintable(window.said()));
    press(u"Revoke ci-deploy, id-of-ci"_s);
    press(u"Revoke"_s);
    QTRY_COMPARE(central.seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    // The other one still asks for a choice.
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, somebody"_s));
    press(u"Keep ci-deploy, somebody"_s);
    QTRY_VERIFY(window.said().trimmed().isEmpty());
    QCOMPARE(central.seen("POST", "generate"), 1);
}

void TestLostGenerate::candidatesAreNotWhatWasThereBefore()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci-deploy"_s)}; // of this very name, seconds old
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return Fault{.then = Fault::Then::Close};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
}

void TestLostGenerate::nothingWasMade()
{
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    press(u"Generate token"_s);
    QTRY_COMPARE(central.seen("GET", "allowed-roles"), 1);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    type(find<QLineEdit>(u"Token name"_s), u"ci-deploy"_s);
    central.server().close(); // nobody listens any more: proven that nothing was sent
    press(u"Generate"_s);
    auto *bar = find<QWidget>(u"Message"_s);
    QVERIFY(bar);
    QVERIFY2(bar->accessibleDescription().contains("connection refused"_L1),
             qPrintable(bar->accessibleDescription()));
    QVERIFY2(bar->accessibleDescription().contains("Nothing was made"_L1),
             qPrintable(bar->accessibleDescription()));
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QCOMPARE(central.seen("POST", "generate"), 0);
}

void TestLostGenerate::theListCannotBeReadEither()
{
    ScriptedCentral central;
    bool down = false;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        down = down || request.method == "POST";
        return down ? std::optional(Fault{.then = Fault::Then::Reset}) : std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("could not be read either"_L1), qPrintable(window.said()));
    QCOMPARE(central.seen("POST", "generate"), 1);
}

void TestLostGenerate::whatWasTypedComesBack()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return Fault{.then = Fault::Then::Close};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY(window.said().contains("shows no such token yet"_L1));
    press(u"Generate token"_s);
    QTRY_COMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QTRY_VERIFY(find<QPushButton>(u"Generate"_s)->isEnabled());
}

QTEST_MAIN(TestLostGenerate)
#include "tst_lostgenerate.moc"
