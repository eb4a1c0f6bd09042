// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "tests/app/openwindow.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Revokes from the window: each token has its own result, and the window reports only what was
/// answered or read.
class TestRevokeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedTokenStaysSelected();
    void refusedRevokeMayHaveHappened();
    void tokenInUseIsLast();
    void cancelIsTheDefault();
    void returnPressesTheToolbarButton();
    void revokedTokensAreCounted();
    void tokensOfOneNameAreCounted();
    void stoppedTokensAreAskedAboutAgain();
    void revokedTokensCannotBeRevoked();
    void busyCentralIsWaitedFor();

private:
    static void askToRevokeAll(const OpenWindow &window, int count);
    static QString sentenceOf(int row);
};

void TestRevokeWindow::askToRevokeAll(const OpenWindow &window, int count)
{
    QTRY_COMPARE(window.rowCount(), count);
    window.tokens()->setFocus();
    window.tokens()->selectAll();
    QTRY_COMPARE(window->selectedCount(), count);
    QTRY_VERIFY(window->action(MainWindow::Action::Revoke)->isEnabled());
    QTest::keyClick(window.tokens(), Qt::Key_Delete);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
}

QString TestRevokeWindow::sentenceOf(int row)
{
    const auto *model = find<QListView>(u"Tokens to revoke"_s)->model();
    return model->index(row, 0).data(RevokeListModel::SentenceRole).toString();
}

void TestRevokeWindow::refusedTokenStaysSelected()
{
    ScriptedCentral central;
    for (int i = 1; i <= 6; ++i)
        central.tokens.append(tokenNamed(u"check-%1"_s.arg(i)));
    bool refuses = true;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (refuses && request.method == "PATCH" && request.target.endsWith("check-3"))
            return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked")};
        return std::nullopt;
    };
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 6);
    press(u"Revoke"_s);
    QTRY_VERIFY(find<QPushButton>(u"Try again…"_s, 100));
    // The failure is first, with what was read back; the others were revoked.
    QVERIFY2(sentenceOf(0).contains("still active"_L1), qPrintable(sentenceOf(0)));
    QVERIFY2(sentenceOf(0).contains("This one was not revoked"_L1), qPrintable(sentenceOf(0)));
    QCOMPARE(central.seen("PATCH", "revoke/"), 6);
    QCOMPARE(window->selectedIds(), QStringList{u"id-of-check-3"_s});

    refuses = false;
    press(u"Try again…"_s); // shows the question again
    QVERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    QCOMPARE(central.seen("PATCH", "revoke/"), 6);
    press(u"Revoke"_s);
    QTRY_COMPARE(central.seen("PATCH", "revoke/"), 7);
    // The report is of both parts.
    QTRY_VERIFY(find<QPushButton>(u"Copy report"_s, 100));
    press(u"Copy report"_s);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u"\tRevoked: Central answered"_s), 6);
    press(u"Close"_s);
    QVERIFY2(window.said().startsWith("6 tokens revoked."_L1), qPrintable(window.said()));
}

void TestRevokeWindow::refusedRevokeMayHaveHappened()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"check"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        central.tokens.first().revoked = true; // revoked, and then an error
        return Fault{.bytes = centralError(500, 13, "couldn't revoke token: cache")};
    };
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 1);
    press(u"Revoke"_s);
    QTRY_VERIFY2(window.said().startsWith("check is revoked."_L1), qPrintable(window.said()));
}

void TestRevokeWindow::tokenInUseIsLast()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"a-own"_s), tokenNamed(u"b"_s), tokenNamed(u"c"_s)};
    central.signedInId = u"id-of-a-own"_s;
    const OpenWindow window(central.connection());
    // The window shows who is signed in once it is known.
    const auto says = [&window](const QString &text) {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"Signed in as desktop-test"_s));
    askToRevokeAll(window, 3);
    press(u"Revoke"_s);
    // A second question.
    QVERIFY(find<QPushButton>(u"Keep it, revoke 2"_s));
    press(u"Revoke it too"_s);
    QTRY_COMPARE(central.seen("PATCH", "revoke/"), 3);
    QByteArray last;
    for (const SeenRequest &request : central.server().requests()) {
        if (request.method == "PATCH")
            last = request.target;
    }
    QCOMPARE(last, QByteArray("/v1/apitokens/revoke/id-of-a-own"));
}

void TestRevokeWindow::cancelIsTheDefault()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"check"_s)};
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 1);
    auto *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QTRY_VERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(central.seen("PATCH", ""), 0);
}

void TestRevokeWindow::returnPressesTheToolbarButton()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"check"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 1);
    window.tokens()->selectAll();
    auto *button = find<QPushButton>(u"Revoke"_s);
    QTRY_VERIFY(button->isEnabled());
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(window->windowHandle(), Qt::Key_Return);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
}

void TestRevokeWindow::revokedTokensAreCounted()
{
    ScriptedCentral central;
    for (int i = 1; i <= 5; ++i)
        central.tokens.append(tokenNamed(u"check-%1"_s.arg(i)));
    central.tokens[2].revoked = true;
    const OpenWindow window(central.connection());
    press(u"All"_s);
    askToRevokeAll(window, 5);
    const auto labels = QApplication::activeModalWidget()->findChildren<QLabel *>();
    const auto saysIt = [](const QLabel *label) {
        return label->text() == u"4 of the 5 selected; 1 is revoked already."_s;
    };
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), saysIt));
    press(u"Cancel"_s);
}

void TestRevokeWindow::tokensOfOneNameAreCounted()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"r"_s), tokenNamed(u"r"_s), tokenNamed(u"r"_s),
                      tokenNamed(u"other"_s)};
    for (int i = 0; i < 3; ++i)
        central.tokens[i].id = u"%1abcdefg-1"_s.arg(i);
    central.tokens[2].revoked = true;
    const OpenWindow window(central.connection());
    press(u"Active"_s);
    askToRevokeAll(window, 3);
    const auto *rows = find<QListView>(u"Tokens to revoke"_s)->model();
    QHash<QString, int> namesakes;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, 0);
        namesakes[index.data().toString()] = index.data(RevokeListModel::NamesakesRole).toInt();
    }
    QCOMPARE(namesakes.value(u"r"_s), 2); // without the revoked one
    QCOMPARE(namesakes.value(u"other"_s), 1);
    press(u"Cancel"_s);
}

void TestRevokeWindow::stoppedTokensAreAskedAboutAgain()
{
    ScriptedCentral central;
    for (int i = 1; i <= 30; ++i)
        central.tokens.append(tokenNamed(u"check-%1"_s.arg(i)));
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 30);
    type(find<QLineEdit>(u"Confirmation"_s), u"revoke"_s);
    press(u"Revoke"_s);
    press(u"Stop"_s); // before the first answer
    press(u"Revoke the other 26…"_s);
    QCOMPARE(central.seen("PATCH", "revoke/"), 4);
    QVERIFY(find<QLineEdit>(u"Confirmation"_s)->text().isEmpty());
    QVERIFY(!find<QPushButton>(u"Revoke"_s)->isEnabled());
    press(u"Cancel"_s);
    press(u"Revoke the other 26…"_s);
    type(find<QLineEdit>(u"Confirmation"_s), u"revoke"_s);
    press(u"Revoke"_s);
    press(u"Copy report"_s);
    QCOMPARE(central.seen("PATCH", "revoke/"), 30);
    const QString report = QGuiApplication::clipboard()->text();
    QCOMPARE(report.count(u"\tRevoked: Central answered"_s), 30);
    QVERIFY(!report.contains("Not sent"_L1));
    press(u"Close"_s);
    QVERIFY2(window.said().startsWith("30 tokens revoked."_L1), qPrintable(window.said()));
}

void TestRevokeWindow::revokedTokensCannotBeRevoked()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"a"_s), tokenNamed(u"b"_s), tokenNamed(u"c"_s)};
    central.tokens[0].revoked = true;
    central.tokens[1].revoked = true;
    const OpenWindow window(central.connection());
    press(u"All"_s);
    QTRY_COMPARE(window.rowCount(), 3);
    const QAction *revoke = window->action(MainWindow::Action::Revoke);
    window->selectIds({u"id-of-a"_s, u"id-of-c"_s});
    QTRY_VERIFY(revoke->isEnabled());
    window->selectIds({u"id-of-a"_s});
    QTRY_VERIFY(!revoke->isEnabled());
    QVERIFY2(revoke->toolTip().contains("The selected token is revoked already."_L1),
             qPrintable(revoke->toolTip()));
    window->selectIds({u"id-of-a"_s, u"id-of-b"_s});
    QTRY_VERIFY(revoke->toolTip().contains("The selected tokens are revoked already."_L1));
    QTest::keyClick(window.tokens(), Qt::Key_Delete);
    QVERIFY(!QApplication::activeModalWidget());

    // The revoked token stays selected.
    window->selectIds({u"id-of-c"_s});
    QTRY_VERIFY(revoke->isEnabled());
    QTest::keyClick(window.tokens(), Qt::Key_Delete);
    press(u"Revoke"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(!revoke->isEnabled());
    QVERIFY(revoke->toolTip().contains("The selected token is revoked already."_L1));
}

void TestRevokeWindow::busyCentralIsWaitedFor()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"check"_s)};
    central.instead = [isBusy = true](const SeenRequest &request) mutable -> std::optional<Fault> {
        if (request.method != "PATCH" || !std::exchange(isBusy, false))
            return std::nullopt;
        return Fault{.bytes = httpReply(429, R"({"code":8,"message":"rejected by rate limiter"})",
                                        "application/json", "Retry-After: 2\r\n")};
    };
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 1);
    press(u"Revoke"_s);
    const auto *hint = QApplication::activeModalWidget()->findChild<QLabel *>(u"hint"_s);
    QTRY_VERIFY2(hint->text().startsWith("Central is too busy: goes on in "_L1),
                 qPrintable(hint->text()));
    QTRY_VERIFY2(window.said().startsWith("check is revoked."_L1), qPrintable(window.said()));
    QCOMPARE(central.seen("PATCH", ""), 2);
}

QTEST_MAIN(TestRevokeWindow)
#include "tst_revokewindow.moc"
