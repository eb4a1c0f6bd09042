// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Errors of Central and of the network: the window shows the cause and the next step, and keeps
/// the user's input.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listErrorsAreShown_data();
    void listErrorsAreShown();
    void wrongToken();
    void unknownCertificate();
    void refusedConnectionIsShown();
    void missingListPermissionIsShown();
    void escalation();
    void deletedRoleIsReported();
    void longNameIsAccepted();
    void oldListStaysReadable();
    void refusedTokenOffersSignIn();
    void offlineIsShownOverList();
    void missingProviderOpensNoBrowser();
    void expiringCredentialIsShown();

private:
    static QString pageText(const OpenWindow &window);
    static void fillIn(const OpenWindow &window, const QString &name);
};

QString TestRefusals::pageText(const OpenWindow &window)
{
    QString all;
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            all += label->text() + u'\n';
    }
    return all;
}

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
    field->insert(name); // the same as pasting
}

void TestRefusals::listErrorsAreShown_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("another server's page")
        << httpReply(200, "<!doctype html><title>Router</title>", "text/html") << u"Central"_s;
    QTest::newRow("cut off") << httpReply(200, R"({"tokens":[{"id":"1")") << u"cut"_s;
    QTest::newRow("empty") << httpReply(200, "") << u"answered with nothing"_s;
    QTest::newRow("too busy") << centralError(429, 8, "rejected by rate limiter") << u"429"_s;
    QTest::newRow("redirect") << httpReply(302, "", "text/plain",
                                           "Location: https://else.where/\r\n")
                              << u"else.where"_s;
}

void TestRefusals::listErrorsAreShown()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    ScriptedCentral central;
    central.instead = [&](const SeenRequest &) { return Fault{.bytes = answer}; };
    const OpenWindow window(central.connection());
    QTRY_VERIFY(find<QPushButton>(u"Try again"_s, 100));
    const QString page = pageText(window);
    QVERIFY2(page.contains(says, Qt::CaseInsensitive), qPrintable(page));
    QVERIFY(find<QPushButton>(u"Copy details"_s));

    central.instead = {};
    central.tokens = {tokenNamed(u"back"_s)};
    press(u"Try again"_s);
    QTRY_COMPARE(window.rowCount(), 1);
}

void TestRefusals::wrongToken()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(401, 16,
                                           "credentials not found: token-based: cannot extract "
                                           "identity: token validation failed")};
    };
    const OpenWindow window(central.connection());
    QVERIFY(find<QPushButton>(u"Sign in again…"_s));
    const QString page = pageText(window);
    QVERIFY2(page.contains("did not accept the credential"_L1), qPrintable(page));
    // The form has the address, although the connection was for this run only.
    press(u"Sign in again…"_s);
    auto *endpoint = find<QLineEdit>(u"Endpoint"_s);
    QVERIFY(endpoint);
    QVERIFY2(endpoint->text().startsWith("127.0.0.1:"_L1), qPrintable(endpoint->text()));
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestRefusals::unknownCertificate()
{
    ScriptedCentral central;
    Connection connection = central.connection();
    connection.trust.authorities.clear();
    const OpenWindow window(std::move(connection));
    QVERIFY(find<QPushButton>(u"Look at the certificate…"_s));
    const QString page = pageText(window);
    QVERIFY2(page.contains("is not trusted"_L1), qPrintable(page));
    QVERIFY2(page.contains("SHA-256 fingerprint"_L1), qPrintable(page));
    QVERIFY(!central.server().received().contains("Authorization"));
    QVERIFY(central.server().requests().isEmpty());
}

void TestRefusals::refusedConnectionIsShown()
{
    ScriptedCentral central;
    Connection connection = central.connection();
    central.server().close();
    const OpenWindow window(std::move(connection));
    QTRY_VERIFY(find<QPushButton>(u"Try again"_s, 100));
    QVERIFY2(pageText(window).contains("connection refused"_L1), qPrintable(pageText(window)));
}

void TestRefusals::missingListPermissionIsShown()
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
    QTRY_VERIFY(pageText(window).contains("You may not list the tokens of 127.0.0.1"_L1));
    QTRY_VERIFY(pageText(window).contains("You are signed in as desktop-test."_L1));
    QTRY_VERIFY(!window->action(MainWindow::Action::Generate)->isEnabled());
    const QString why = window->action(MainWindow::Action::Generate)->toolTip();
    QVERIFY2(why.contains("Integration"_L1), qPrintable(why));
}

void TestRefusals::escalation()
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

void TestRefusals::deletedRoleIsReported()
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

void TestRefusals::longNameIsAccepted()
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

void TestRefusals::oldListStaysReadable()
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

void TestRefusals::refusedTokenOffersSignIn()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"kept"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(
                         401, 16,
                         "credentials not found: token-based: cannot extract identity: token "
                         "validation failed")};
    };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    press(u"Sign in…"_s);
    QVERIFY(find<QLineEdit>(u"Endpoint"_s));
    QCOMPARE(window->findChild<QTableView *>(u"tokens"_s)->model()->rowCount(), 1);
}

void TestRefusals::offlineIsShownOverList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"kept"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    central.server().close(); // closes open connections, too
    central.instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Reset}; };
    QTest::keyClick(window.operator->(), Qt::Key_F5);
    QTRY_VERIFY2(window.said().contains("for reading only"_L1), qPrintable(window.said()));
    QVERIFY2(window.said().contains("connection refused"_L1), qPrintable(window.said()));
    const auto *servers = find<QAbstractItemView>(u"Servers"_s);
    QVERIFY(servers);
    const QString row = servers->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains("Offline since"_L1), qPrintable(row));
    // The bar has details, which can be copied.
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
    QVERIFY(
        find<QPushButton>(u"Connect"_s)->isEnabled()); // the user can choose another sign-in method
}

void TestRefusals::expiringCredentialIsShown()
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
    QVERIFY2(pageText(window).contains("Signed in as ci, until "_L1), qPrintable(pageText(window)));
}

QTEST_MAIN(TestRefusals)
#include "tst_refusals.moc"
