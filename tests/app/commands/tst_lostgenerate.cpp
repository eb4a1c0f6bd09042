// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/desk.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The answer to a generate is lost: the request is not sent again, and the message bar lists the
/// tokens that it may have made.
class TestLostGenerate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostGenerateIsSentOnceAndFindsItsCandidate_data();
    void lostGenerateIsSentOnceAndFindsItsCandidate();
    void candidateIsRevokedFromTheBar();
    void tokenListedBeforeIsNoCandidate();
    void unreachableCentralMakesNothing();
    void listThatFailsTooIsReported();
    void lostDraftIsOfferedAgain();
    void revokeDoesNotCountAsAList();
    void candidatesComeAfterAFailedRead_data();
    void candidatesComeAfterAFailedRead();
    void laterListBringsTheCandidate();
    void tokenOfAnotherGenerateIsNoCandidate();
    void keptCandidateIsNotOfferedAgain();
    void closedMessageDoesNotComeBack();
    void laterListDoesNotCoverANewerMessage();
    void twoLostGeneratesHaveTwoMessages_data();
    void twoLostGeneratesHaveTwoMessages();
    void otherRevocationsAreReportedToo();
    void nextSessionBringsTheCandidateInOneMessage();

private:
    static void generate(const QString &name);
    static void refresh(const OpenWindow &window);
    static void revoke(const OpenWindow &window, const QString &id);
};

namespace {

/// Central makes a token of the draft's name, and closes the connection without an answer.
Fault madeAndLost(ScriptedCentral &central, const SeenRequest &request)
{
    const auto asked = QJsonDocument::fromJson(request.body).object();
    central.tokens.append(tokenNamed(asked[u"name"_s].toString()));
    return {.then = Fault::Then::Close};
}

/// Central makes nothing, and closes the connection without an answer.
void loseGenerates(ScriptedCentral &central)
{
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return Fault{.then = Fault::Then::Close};
        return std::nullopt;
    };
}

/// The list as it is now, sent after a delay.
Fault listAfter(std::chrono::milliseconds delay, const ScriptedCentral &central)
{
    QJsonArray all;
    for (const Token &token : central.tokens)
        all.append(tokenJson(token));
    const QJsonObject list{{u"tokens"_s, all}};
    return {.bytes = httpReply(200, QJsonDocument(list).toJson()), .delay = delay};
}

bool isList(const SeenRequest &request)
{
    return request.target == "/v1/apitokens";
}

} // namespace

void TestLostGenerate::refresh(const OpenWindow &window)
{
    auto *action = window->action(MainWindow::Action::Refresh);
    QTRY_VERIFY(action->isEnabled());
    action->trigger();
    QTRY_VERIFY(action->isEnabled());
}

void TestLostGenerate::revoke(const OpenWindow &window, const QString &id)
{
    auto *action = window->action(MainWindow::Action::Revoke);
    QTRY_VERIFY((window->selectIds({id}), action->isEnabled()));
    action->trigger();
    press(u"Revoke"_s);
}

void TestLostGenerate::generate(const QString &name)
{
    press(u"Generate token"_s);
    type(find<QLineEdit>(u"Token name"_s), name);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    const QModelIndex analyst = roles->model()->index(rowOf(roles, u"Analyst"_s), 0);
    if (analyst.data(Qt::CheckStateRole).toInt()
        != Qt::Checked) // else the earlier draft has checked it
        clickRow(roles, analyst.row());
    press(u"Generate"_s);
}

void TestLostGenerate::lostGenerateIsSentOnceAndFindsItsCandidate_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("lead");
    const QString may = u"The token ci-deploy may have been created."_s;
    QTest::newRow("drop") << Fault{.then = Fault::Then::Close} << may;
    QTest::newRow("reset") << Fault{.then = Fault::Then::Reset} << may;
    QTest::newRow("half a head") << Fault{.bytes = "HTTP/1.1 200 O", .then = Fault::Then::Close}
                                 << may;
    QTest::newRow("a gateway's own answer")
        << Fault{.bytes = httpReply(200, R"({"error":"no upstream"})")} << may;
    QTest::newRow("half an answer")
        << Fault{.bytes =
                     httpReply(200, R"({"token":"eyJhbGciOi.e30.made","metadata":{}})").chopped(20),
                 .then = Fault::Then::Reset}
        << u"The token ci-deploy was created, but its value was lost on the way."_s;
}

void TestLostGenerate::lostGenerateIsSentOnceAndFindsItsCandidate()
{
    QFETCH(Fault, fault);
    QFETCH(QString, lead);
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"other"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        central.tokens.append(tokenNamed(u"ci-deploy"_s)); // made, and the answer is lost
        return fault;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    QVERIFY2(window.said().startsWith(lead), qPrintable(window.said()));
    QVERIFY2(window.said().contains("asked for once and is not asked for again"_L1),
             qPrintable(window.said()));
    QVERIFY(find<QPushButton>(u"Revoke ci-deploy, id-of-ci"_s));
    QCOMPARE(central.seen("POST", "generate"), 1);

    press(u"Keep ci-deploy, id-of-ci"_s);
    QTRY_VERIFY(window.said().trimmed().isEmpty());
    QCOMPARE(central.seen("POST", "generate"), 1);
    QCOMPARE(central.seen("PATCH", ""), 0);
}

void TestLostGenerate::candidateIsRevokedFromTheBar()
{
    ScriptedCentral central;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        Token twin = tokenNamed(u"ci-deploy"_s);
        central.tokens.append(twin);
        twin.id = u"another-token"_s;
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
    // The other candidate is still offered.
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, another-"_s));
    press(u"Keep ci-deploy, another-"_s);
    QTRY_VERIFY(window->messageBar()->isHidden());
    QCOMPARE(central.seen("POST", "generate"), 1);
}

void TestLostGenerate::tokenListedBeforeIsNoCandidate()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci-deploy"_s)}; // of the draft's name, seconds old
    loseGenerates(central);
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
}

void TestLostGenerate::unreachableCentralMakesNothing()
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
    central.server().close(); // no connection: proven that nothing was sent
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

void TestLostGenerate::listThatFailsTooIsReported()
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

void TestLostGenerate::lostDraftIsOfferedAgain()
{
    ScriptedCentral central;
    loseGenerates(central);
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY(window.said().contains("shows no such token yet"_L1));
    press(u"Generate token"_s);
    QTRY_COMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QTRY_VERIFY(find<QPushButton>(u"Generate"_s)->isEnabled());
}

void TestLostGenerate::revokeDoesNotCountAsAList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"other"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return madeAndLost(central, request);
        if (isList(request))
            return listAfter(2500ms, central);
        return std::nullopt;
    };
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("list is being read"_L1), qPrintable(window.said()));
    revoke(window, u"id-of-other"_s);
    QTRY_VERIFY2(window.said().startsWith("other is revoked."_L1), qPrintable(window.said()));
    QVERIFY(
        !window->action(MainWindow::Action::Refresh)->isEnabled()); // the list is still being read
    find<QAbstractButton>(u"Close notice"_s)->click();
    QVERIFY2(window.said().contains("list is being read"_L1), qPrintable(window.said()));
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, id-of-ci"_s));
}

void TestLostGenerate::candidatesComeAfterAFailedRead_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<bool>("byItself");
    QTest::newRow("Central starts") << centralError(503, 14, "starting") << true;
    QTest::newRow("a gateway without Central")
        << httpReply(502, "<html>bad gateway</html>", "text/html") << false;
    QTest::newRow("a failure") << centralError(500, 13, "no database") << false;
}

void TestLostGenerate::candidatesComeAfterAFailedRead()
{
    QFETCH(QByteArray, refusal);
    QFETCH(bool, byItself);
    ScriptedCentral central;
    bool down = false;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST") {
            down = true;
            return madeAndLost(central, request);
        }
        if (down && isList(request))
            return Fault{.bytes = refusal};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("could not be read either"_L1), qPrintable(window.said()));
    if (!byItself) {
        refresh(window); // fails once more
        QVERIFY2(window.said().contains("could not be read either"_L1), qPrintable(window.said()));
    }
    down = false;
    if (!byItself)
        refresh(window);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    QVERIFY(find<QPushButton>(u"Revoke ci-deploy, id-of-ci"_s));
}

void TestLostGenerate::laterListBringsTheCandidate()
{
    ScriptedCentral central;
    loseGenerates(central);
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
    central.tokens.append(tokenNamed(u"ci-deploy"_s)); // made late
    refresh(window);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
}

void TestLostGenerate::tokenOfAnotherGenerateIsNoCandidate()
{
    ScriptedCentral central;
    int asked = 0;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST" && ++asked == 1)
            return Fault{.then = Fault::Then::Close};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
    press(u"Generate token"_s); // with the same draft
    QTRY_VERIFY(find<QPushButton>(u"Generate"_s)->isEnabled());
    press(u"Generate"_s);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QTRY_COMPARE(window.rowCount(), 1);
    refresh(window);
    QVERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
}

void TestLostGenerate::keptCandidateIsNotOfferedAgain()
{
    ScriptedCentral central;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        Token twin = tokenNamed(u"ci-deploy"_s);
        twin.id = u"another-token"_s;
        central.tokens.append(twin);
        return madeAndLost(central, request);
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("2 candidates"_L1), qPrintable(window.said()));
    auto *keep = find<QPushButton>(u"Keep ci-deploy, another-"_s);
    QVERIFY(keep);
    keep->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(keep->window()));
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_VERIFY2(window.said().contains("1 candidate."_L1), qPrintable(window.said()));
    QTRY_VERIFY(find<QPushButton>(u"Keep ci-deploy, id-of-ci"_s)->hasFocus());
    refresh(window);
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, id-of-ci"_s));
    QVERIFY(!find<QPushButton>(u"Keep ci-deploy, another-"_s, 100));
    press(u"Keep ci-deploy, id-of-ci"_s);
    QTRY_VERIFY(window.said().trimmed().isEmpty());
    refresh(window);
    QVERIFY2(window.said().trimmed().isEmpty(), qPrintable(window.said()));
}

void TestLostGenerate::closedMessageDoesNotComeBack()
{
    ScriptedCentral central;
    loseGenerates(central);
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
    press(u"Close message"_s);
    QTRY_VERIFY(window.said().trimmed().isEmpty());
    central.tokens.append(tokenNamed(u"ci-deploy"_s));
    refresh(window);
    QTRY_COMPARE(window.rowCount(), 1);
    QVERIFY2(window.said().trimmed().isEmpty(), qPrintable(window.said()));
}

void TestLostGenerate::laterListDoesNotCoverANewerMessage()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"stubborn"_s)};
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return Fault{.then = Fault::Then::Close};
        if (request.method == "PATCH")
            return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked")};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("shows no such token yet"_L1), qPrintable(window.said()));
    revoke(window, u"id-of-stubborn"_s);
    QTRY_VERIFY2(window.said().contains("not revoked"_L1), qPrintable(window.said()));
    press(u"Close"_s);
    refresh(window);
    QVERIFY2(window.said().contains("not revoked"_L1), qPrintable(window.said()));
    central.tokens.append(tokenNamed(u"ci-deploy"_s)); // a candidate does cover it
    refresh(window);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
}

void TestLostGenerate::twoLostGeneratesHaveTwoMessages_data()
{
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::newRow("one after the other") << 0ms;
    QTest::newRow("the list is slow") << 4000ms;
}

void TestLostGenerate::twoLostGeneratesHaveTwoMessages()
{
    QFETCH(std::chrono::milliseconds, delay);
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return madeAndLost(central, request);
        return isList(request) ? std::optional(listAfter(delay, central)) : std::nullopt;
    };
    generate(u"first"_s);
    const QString now = delay > 0ms ? u"list is being read"_s : u"1 candidate"_s;
    QTRY_VERIFY2(window.said().contains(now), qPrintable(window.said()));
    generate(u"second"_s);
    QTRY_VERIFY2(window.said().startsWith("The token second may have been created."_L1),
                 qPrintable(window.said()));
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    const bool isSecond = window.said().startsWith("The token second"_L1);
    press(isSecond ? u"Keep second, id-of-se"_s : u"Keep first, id-of-fi"_s);
    QTRY_VERIFY2(window.said().startsWith(isSecond ? "The token first may have been created."_L1
                                                   : "The token second may have been created."_L1),
                 qPrintable(window.said()));
    QVERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    press(isSecond ? u"Keep first, id-of-fi"_s : u"Keep second, id-of-se"_s);
    QTRY_VERIFY2(window.said().trimmed().isEmpty(), qPrintable(window.said()));
}

void TestLostGenerate::otherRevocationsAreReportedToo()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"other"_s), tokenNamed(u"stubborn"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST")
            return madeAndLost(central, request);
        if (request.method == "PATCH" && request.target.endsWith("stubborn"))
            return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked")};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 2);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(window.said().contains("1 candidate"_L1), qPrintable(window.said()));
    revoke(window, u"id-of-other"_s);
    QTRY_VERIFY2(window.said().startsWith("other is revoked."_L1), qPrintable(window.said()));
    find<QAbstractButton>(u"Close notice"_s)->click();
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, id-of-ci"_s, 1000));
    revoke(window, u"id-of-stubborn"_s);
    QTRY_VERIFY2(window.said().contains("not revoked"_L1), qPrintable(window.said()));
    press(u"Close"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    find<QAbstractButton>(u"Close message"_s)->click();
    QVERIFY(find<QPushButton>(u"Keep ci-deploy, id-of-ci"_s, 1000));
}

void TestLostGenerate::nextSessionBringsTheCandidateInOneMessage()
{
    ScriptedCentral central;
    bool down = false;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST") {
            down = true;
            return madeAndLost(central, request);
        }
        return down && isList(request) ? std::optional(Fault{.delay = 60s}) : std::nullopt;
    };
    Desk desk;
    QPointer<Session> first = desk.open(central, u"prod"_s);
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(desk.said().contains("list is being read"_L1), qPrintable(desk.said()));
    first->retire();
    QTRY_VERIFY(!first);
    QTRY_VERIFY2(desk.said().contains("Go back to prod and look"_L1), qPrintable(desk.said()));
    down = false;
    desk.open(central, u"prod"_s);
    QTRY_VERIFY2(desk.said().contains("shows 1 "_L1), qPrintable(desk.said()));
    press(u"Revoke ci-deploy, id-of-ci"_s);
    press(u"Revoke"_s);
    QTRY_COMPARE(central.seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    QTRY_VERIFY2(desk.said().startsWith("ci-deploy is revoked."_L1), qPrintable(desk.said()));
    press(u"Close notice"_s);
    QTRY_VERIFY2(desk.said().trimmed().isEmpty(), qPrintable(desk.said())); // it is said once
}

QTEST_MAIN(TestLostGenerate)
#include "tst_lostgenerate.moc"
