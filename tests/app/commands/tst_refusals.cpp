// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// After a refusal by Central or by the network, the window shows the cause and the next step, and
/// keeps what was typed.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedListHasItsPage_data();
    void failedListHasItsPage();
    void wrongTokenLeadsToSigningIn();
    void unknownCertificateGetsNoCredential();
    void refusedConnectionHasItsPage();
    void missingPermissionHasItsPage();
    void escalationIsShownInATable();
    void deletedRoleKeepsTheForm();
    void longNameIsGenerated();
    void failedRefreshKeepsTheList();
    void refusedTokenLeadsToSigningIn();
    void offlineCentralKeepsTheList();
    void missingProviderOpensNoBrowser();
    void endOfTheCredentialIsShown();

private:
    static void fillIn(const OpenWindow &window, const QString &name);
};

void TestRefusals::fillIn(const OpenWindow &window, const QString &name)
{
    Q_UNUSED(window)
    press(u"Generate token"_s);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    auto *field = find<QLineEdit>(u"Token name"_s);
    QVERIFY(field);
    field->setFocus();
    field->insert(name); // faster than typing each character
}

void TestRefusals::failedListHasItsPage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("another server's page")
        << httpReply(200, "<!doctype html><title>Router</title>", "text/html") << u"Central"_s;
    QTest::newRow("cut off") << httpReply(200, R"({"tokens":[{"id":"1")") << u"cut"_s;
    QTest::newRow("empty") << httpReply(200, "") << u"status 200 and nothing else"_s;
    QTest::newRow("too busy") << centralError(429, 8, "rejected by rate limiter") << u"429"_s;
    QTest::newRow("redirect") << httpReply(302, "", "text/plain",
                                           "Location: https://else.where/\r\n")
                              << u"else.where"_s;
}

void TestRefusals::failedListHasItsPage()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    ScriptedCentral central;
    central.instead = [&](const SeenRequest &) { return Fault{.bytes = answer}; };
    const OpenWindow window(central.connection());
    QTRY_VERIFY(find<QPushButton>(u"Try again"_s, 100));
    const QString page = window.labels();
    QVERIFY2(page.contains(says, Qt::CaseInsensitive), qPrintable(page));
    QVERIFY(find<QPushButton>(u"Copy details"_s));

    central.instead = {};
    central.tokens = {tokenNamed(u"back"_s)};
    press(u"Try again"_s);
    QTRY_COMPARE(window.rowCount(), 1);
}

void TestRefusals::wrongTokenLeadsToSigningIn()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &) { return Fault{.bytes = credentialRefusal()}; };
    const OpenWindow window(central.connection());
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    const QString page = window.labels();
    QVERIFY2(page.contains("did not accept the credential"_L1), qPrintable(page));
    // The form has the address of the connection.
    press(u"Sign in again…"_s);
    auto *endpoint = find<QLineEdit>(u"Endpoint"_s);
    QVERIFY(endpoint);
    QVERIFY2(endpoint->text().startsWith("127.0.0.1:"_L1), qPrintable(endpoint->text()));
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestRefusals::unknownCertificateGetsNoCredential()
{
    ScriptedCentral central;
    Connection connection = central.connection();
    connection.trust.authorities.clear();
    const OpenWindow window(std::move(connection));
    QVERIFY(find<QPushButton>(u"Look at the certificate…"_s));
    const QString page = window.labels();
    QVERIFY2(page.contains("is not trusted"_L1), qPrintable(page));
    QVERIFY(find<QPushButton>(u"Copy details"_s)); // these have the fingerprint
    QVERIFY(!central.server().received().contains("Authorization"));
    QVERIFY(central.server().requests().isEmpty());
}

void TestRefusals::refusedConnectionHasItsPage()
{
    ScriptedCentral central;
    Connection connection = central.connection();
    central.server().close();
    const OpenWindow window(std::move(connection));
    QTRY_VERIFY(find<QPushButton>(u"Try again"_s, 100));
    QVERIFY2(window.labels().contains("connection refused"_L1), qPrintable(window.labels()));
}

void TestRefusals::missingPermissionHasItsPage()
{
    ScriptedCentral central;
    central.access = {{u"Integration"_s, Access::None}};
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target == "/v1/apitokens")
            return Fault{.bytes = centralError(
                             403, 7, R"(not authorized: "READ_ACCESS" for "Integration")")};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    QTRY_VERIFY(window.labels().contains("You may not list the tokens of 127.0.0.1"_L1));
    QTRY_VERIFY(window.labels().contains("You are signed in as desktop-test."_L1));
    QTRY_VERIFY(!window->action(MainWindow::Action::Generate)->isEnabled());
    const QString why = window->action(MainWindow::Action::Generate)->toolTip();
    QVERIFY2(why.contains("Integration"_L1), qPrintable(why));
}

void TestRefusals::escalationIsShownInATable()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        return Fault{.bytes = centralError(
                         403, 7,
                         "not authorized: 2 errors occurred:\n\t* resource=Image, access "
                         "scope=\"Unrestricted\": requested access is READ_WRITE_ACCESS, when user "
                         "access is NO_ACCESS\n\t* resource=Deployment, access "
                         "scope=\"Unrestricted\": requested access is READ_WRITE_ACCESS, when user "
                         "access is READ_ACCESS\n\n")};
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    fillIn(window, u"ci-deploy"_s);
    press(u"Generate"_s);
    auto *table = find<QTableWidget>(u"Refused privileges"_s);
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Deployment"_s);
    QCOMPARE(table->item(0, 3)->text(), u"Read"_s);
    QCOMPARE(table->item(1, 2)->text(), u"Read and write"_s);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QCOMPARE(central.seen("POST", "generate"), 1);
}

void TestRefusals::deletedRoleKeepsTheForm()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        return Fault{.bytes =
                         centralError(400, 3, "role(s) Analyst don't exist: invalid arguments")};
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    fillIn(window, u"ci-deploy"_s);
    press(u"Generate"_s);
    auto *bar = find<QWidget>(u"Message"_s);
    QTRY_VERIFY2(bar->accessibleDescription().contains("Analyst"_L1),
                 qPrintable(bar->accessibleDescription()));
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
}

void TestRefusals::longNameIsGenerated()
{
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    QTRY_COMPARE(central.seen("GET", "/v1/mypermissions"), 1);
    const QString name = QString(10'000, u'n');
    fillIn(window, name);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), name);
    press(u"Generate"_s);
    QTRY_COMPARE(central.seen("POST", "generate"), 1);
    QTRY_COMPARE(central.tokens.size(), 1);
    QCOMPARE(central.tokens.first().name, name);
    QTRY_VERIFY(find<QWidget>(u"Token value"_s));
}

void TestRefusals::failedRefreshKeepsTheList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"kept"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(503, 14, "starting")};
    };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY2(window.said().contains("This is the list as of"_L1), qPrintable(window.said()));
    QCOMPARE(window.rowCount(), 1);
}

void TestRefusals::refusedTokenLeadsToSigningIn()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"kept"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = [](const SeenRequest &) { return Fault{.bytes = credentialRefusal()}; };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    press(u"Sign in…"_s);
    QVERIFY(find<QLineEdit>(u"Endpoint"_s));
    QCOMPARE(window->findChild<QTableView *>(u"tokens"_s)->model()->rowCount(), 1);
}

void TestRefusals::offlineCentralKeepsTheList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"kept"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.server().close(); // open connections are reset below
    central.instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Reset}; };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY2(window.said().contains("for reading only"_L1), qPrintable(window.said()));
    QVERIFY2(window.said().contains("connection refused"_L1), qPrintable(window.said()));
    const auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    const QString row = servers->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains("Offline since"_L1), qPrintable(row));
    press(u"Details"_s);
    press(u"Copy details"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains("ConnectionRefused"_L1));
}

void TestRefusals::missingProviderOpensNoBrowser()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/login/authproviders")
            return std::nullopt;
        return Fault{.bytes = httpReply(
                         200,
                         R"({"authProviders":[{"id":"1","name":"Login with username/password",)"
                         R"("type":"basic","loginUrl":"/sso/login/1"}]})")};
    };
    const OpenWindow window(central.connection());
    window->findChild<QAction *>(u"addServer"_s)->trigger();
    type(find<QLineEdit>(u"Endpoint"_s), central.connection().endpoint.display());
    press(u"Browser"_s);
    press(u"Connect"_s);
    press(u"Trust this certificate"_s);
    auto *bar = find<QWidget>(u"Message"_s);
    QVERIFY(bar);
    QVERIFY2(bar->accessibleDescription().contains("through the browser"_L1),
             qPrintable(bar->accessibleDescription()));
    QVERIFY(find<QPushButton>(u"Connect"_s)->isEnabled()); // for another sign-in method
}

void TestRefusals::endOfTheCredentialIsShown()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    const QDateTime end = QDateTime::currentDateTimeUtc().addDays(5).addSecs(60);
    central.instead = [end](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/auth/status")
            return std::nullopt;
        return Fault{
            .bytes = httpReply(200, R"({"userId":"auth-token:own-id","expires":")"
                                        + end.toString(Qt::ISODate).toLatin1()
                                        + R"(","userInfo":{"username":"","friendlyName":""},)"
                                          R"("userAttributes":[{"key":"name","values":["ci"]}]})")};
    };
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    const auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    const auto row = [servers] {
        return servers->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    };
    QTRY_VERIFY2(row().contains("Sign-in ends in 5 days"_L1), qPrintable(row()));
    QVERIFY2(window.labels().contains("Signed in as ci, until "_L1), qPrintable(window.labels()));
}

QTEST_MAIN(TestRefusals)
#include "tst_refusals.moc"
