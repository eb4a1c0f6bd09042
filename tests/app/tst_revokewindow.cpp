// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"
#include "tests/app/openwindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Revokes from the window at a Central that refuses, drops and forgets: each token has its own
/// result, and nothing is said that was not seen.
class TestRevokeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfSixIsRefused();
    void refusedAndYetRevoked();
    void theTokenInUseGoesLast();
    void cancelIsTheDefault();
    void returnPressesTheButtonOfTheToolbar();

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

void TestRevokeWindow::oneOfSixIsRefused()
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
    QTRY_VERIFY(find<QPushButton>(u"Retry failed"_s, 100));
    // Failures first, with what was seen on looking again; the rest went on.
    QVERIFY2(sentenceOf(0).contains("still active"_L1), qPrintable(sentenceOf(0)));
    QVERIFY2(sentenceOf(0).contains("This one was not revoked"_L1), qPrintable(sentenceOf(0)));
    QCOMPARE(central.seen("PATCH", "revoke/"), 6);
    QCOMPARE(window->selectedIds(), QStringList{u"id-of-check-3"_s});

    refuses = false;
    press(u"Retry failed"_s);
    QTRY_COMPARE(central.seen("PATCH", "revoke/"), 7);
    // Nothing is left to read in the dialog: it closes, and the window says it.
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY2(window.said().startsWith("check-3 is revoked."_L1), qPrintable(window.said()));
}

void TestRevokeWindow::refusedAndYetRevoked()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"check"_s)};
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        central.tokens.first().revoked = true; // done, and then something went wrong
        return Fault{.bytes = centralError(500, 13, "couldn't revoke token: cache")};
    };
    const OpenWindow window(central.connection());
    askToRevokeAll(window, 1);
    press(u"Revoke"_s);
    QTRY_VERIFY2(window.said().startsWith("check is revoked."_L1), qPrintable(window.said()));
}

void TestRevokeWindow::theTokenInUseGoesLast()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"a-own"_s), tokenNamed(u"b"_s), tokenNamed(u"c"_s)};
    central.signedInId = u"id-of-a-own"_s;
    const OpenWindow window(central.connection());
    // Who is signed in is known once the window says it.
    const auto says = [&window](const QString &text) {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"Signed in as desktop-test"_s));
    askToRevokeAll(window, 3);
    press(u"Revoke"_s);
    // A second question, which "Cancel" leaves as well.
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

void TestRevokeWindow::returnPressesTheButtonOfTheToolbar()
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

QTEST_MAIN(TestRevokeWindow)
#include "tst_revokewindow.moc"
