// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "tests/support/democentral.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateTime>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

#include <chrono>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

/// What the list shows of a token in a column.
QString cell(const OpenWindow &window, const QString &id, TokenColumn column)
{
    const TokenListModel *model = window.application().context()->model;
    const int row = model->rowOf(id);
    return row < 0 ? u"(not shown)"_s
                   : model->index(row, sectionOf(column)).data(Qt::DisplayRole).toString();
}

QStringList activeIds(const TokenTable &table, int count, const QString &butNot)
{
    QStringList ids;
    for (TokenTable::Row row = 0; row < table.size() && ids.size() < count; ++row) {
        if (table.status(row, QDateTime::currentMSecsSinceEpoch()) == TokenStatus::Active
            && table.token(row).id != butNot)
            ids.append(table.token(row).id);
    }
    return ids;
}

void revokeInWindow(const OpenWindow &window, const QStringList &ids)
{
    const TokenListModel *model = window.application().context()->model;
    window.tokens()->setFocus();
    for (const QString &id : ids) {
        const QModelIndex index = model->index(model->rowOf(id), 0);
        window.tokens()->selectionModel()->select(index, QItemSelectionModel::Select
                                                             | QItemSelectionModel::Rows);
    }
    QTRY_VERIFY(window->action(MainWindow::Action::Revoke)->isEnabled());
    QTest::keyClick(window.tokens(), Qt::Key_Delete);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    if (auto *word = find<QLineEdit>(u"Confirmation"_s, 100))
        type(word, u"revoke"_s);
    press(u"Revoke"_s);
}

} // namespace

/// What this computer remembers of tokens that Central has deleted.
class TestRemembering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginTest(); }
    void deletedTokensStayInRevokedAcrossARestart();
    void revokeIsByYouAtOnce();
    void tokenThatIsActiveAgainRaisesAnAlarm();
    void historyThatIsNotKeptIsSaid();
    void unrecordedGenerateIsSentOnAYesAlone();
    void lastListIsThereBeforeCentralAnswers();
    void roleThatGrewIsSaidInTheDetails();
};

void TestRemembering::deletedTokensStayInRevokedAcrossARestart()
{
    const rox::test::DemoCentral central({u"--tokens"_s, u"30"_s, u"--prune-interval"_s, u"5"_s});
    QVERIFY2(central.isUp(), qPrintable(central.why()));
    QTemporaryDir home;
    const QString folder = home.filePath(u"history"_s);
    CentralClient elsewhere(central.connection());
    QStringList ids;
    {
        const OpenWindow window(central.connection(), {}, folder);
        QTRY_VERIFY(window.rowCount() > 0);
        const Session *session = window.application().context()->session();
        QTRY_VERIFY(!session->signedInTokenId().isEmpty());
        ids = activeIds(*session->table(), 3, session->signedInTokenId());
        QCOMPARE(ids.size(), 3);
        revokeInWindow(window, ids.mid(0, 2));
        QTRY_VERIFY(session->tokens().isRevoked(ids.at(0))
                    && session->tokens().isRevoked(ids.at(1)));
        bool isRevoked = false;
        elsewhere.revoke(ids.at(2), this, [&](const RevokeVerdict &verdict) {
            isRevoked = verdict.fate == RevokeVerdict::Outcome::Revoked;
        });
        QTRY_VERIFY(isRevoked);
    }
    int left = 3;
    const auto countLeft = [&] {
        elsewhere.list(RevokedFilter::All, this, [&](const Result<TokenTablePtr> &list) {
            if (list)
                left = int((*list)->find(ids).size());
        });
        return left;
    };
    QTRY_COMPARE_WITH_TIMEOUT(countLeft(), 0, 20'000);

    const OpenWindow window(central.connection(), {}, folder);
    QTRY_VERIFY(window.rowCount() > 0);
    press(u"Revoked"_s);
    for (const QString &id : ids)
        QTRY_COMPARE(cell(window, id, TokenColumn::KnownFrom), u"Remembered"_s);
    for (const QString &id : ids.mid(0, 2)) {
        QCOMPARE(cell(window, id, TokenColumn::By), u"you"_s);
        QVERIFY2(!cell(window, id, TokenColumn::Revoked).contains(" to "_L1),
                 qPrintable(cell(window, id, TokenColumn::Revoked)));
    }
    QCOMPARE(cell(window, ids.at(2), TokenColumn::By), u"not known"_s);
    QVERIFY2(cell(window, ids.at(2), TokenColumn::Revoked).contains(" to "_L1),
             qPrintable(cell(window, ids.at(2), TokenColumn::Revoked)));
}

void TestRemembering::revokeIsByYouAtOnce()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    const OpenWindow window(central.connection());
    QTRY_COMPARE(window.rowCount(), 2);
    revokeInWindow(window, {u"id-of-one"_s});
    QTRY_COMPARE(cell(window, u"id-of-one"_s, TokenColumn::By), u"you"_s);
    QCOMPARE(cell(window, u"id-of-one"_s, TokenColumn::KnownFrom), u"Central"_s);
    central.tokens.removeFirst(); // Central has deleted it
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(cell(window, u"id-of-one"_s, TokenColumn::KnownFrom), u"Remembered"_s);
    QCOMPARE(cell(window, u"id-of-one"_s, TokenColumn::By), u"you"_s);
}

void TestRemembering::tokenThatIsActiveAgainRaisesAnAlarm()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    QTemporaryDir home;
    {
        const OpenWindow window(central.connection(), {}, home.path());
        QTRY_COMPARE(window.rowCount(), 2);
        const Token one = central.tokens.takeFirst();
        window->action(MainWindow::Action::Refresh)->trigger();
        QTRY_COMPARE(cell(window, one.id, TokenColumn::KnownFrom), u"Remembered"_s);
        central.tokens.prepend(one);
    }
    const OpenWindow window(central.connection(), {}, home.path());
    QTRY_VERIFY2(window.said().contains("lists 1 revoked token as active again"_L1),
                 qPrintable(window.said()));
    QVERIFY2(window.said().contains("one (id-of-on)"_L1), qPrintable(window.said()));
    QCOMPARE(window.rowCount(), 2);
}

void TestRemembering::historyThatIsNotKeptIsSaid()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    QTemporaryDir home;
    QFile blocker(home.filePath(u"history"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const OpenWindow window(central.connection(), {}, blocker.fileName());
    QTRY_COMPARE(window.rowCount(), 1);
    QTRY_VERIFY2(window.said().startsWith("No history of"_L1), qPrintable(window.said()));
    revokeInWindow(window, {u"id-of-one"_s});
    QTRY_COMPARE(central.seen("PATCH", "revoke/"), 1); // it leaves all the same
}

void TestRemembering::unrecordedGenerateIsSentOnAYesAlone()
{
    ScriptedCentral central;
    QTemporaryDir home;
    QFile blocker(home.filePath(u"history"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const OpenWindow window(central.connection(), {}, blocker.fileName());
    QTRY_VERIFY(window->action(MainWindow::Action::Generate)->isEnabled());
    window->action(MainWindow::Action::Generate)->trigger();
    type(find<QLineEdit>(u"Token name"_s), u"one"_s);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    const auto question = [&] { return window->findChild<QDialog *>(u"generateUnrecorded"_s); };
    press(u"Generate"_s);
    QTRY_VERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(central.seen("POST", "generate"), 0);
    press(u"Generate"_s);
    QTRY_VERIFY(question());
    press(u"Generate without a record"_s);
    QTRY_COMPARE(central.seen("POST", "generate"), 1);
}

/// For reading only; the selection stays when the list has come.
void TestRemembering::lastListIsThereBeforeCentralAnswers()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    QTemporaryDir home;
    {
        const OpenWindow window(central.connection(), {}, home.path());
        QTRY_COMPARE(window.rowCount(), 2);
    }
    central.instead = [](const SeenRequest &) {
        return Fault{.delay = std::chrono::seconds(2), .then = Fault::Then::Close};
    };
    const OpenWindow window(central.connection(), {}, home.path());
    QTRY_COMPARE(window.rowCount(), 2);
    window.tokens()->selectAll();
    QTRY_COMPARE(window->selectedCount(), 2);
    QVERIFY(!window->action(MainWindow::Action::Revoke)->isEnabled());
    QTRY_VERIFY2(window->action(MainWindow::Action::Revoke)->toolTip().contains("an older one"_L1),
                 qPrintable(window->action(MainWindow::Action::Revoke)->toolTip()));
    central.instead = {};
    QTRY_VERIFY(window->action(MainWindow::Action::Refresh)->isEnabled()); // the first read ends
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(window->action(MainWindow::Action::Revoke)->isEnabled());
    QCOMPARE(window->selectedCount(), 2);
}

/// Over a restart, in which an administrator has changed the role.
void TestRemembering::roleThatGrewIsSaidInTheDetails()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    central.roleGrants = {{u"Analyst"_s, {}, {{u"Image"_s, Access::Read}}}};
    QTemporaryDir home;
    const auto grown = [](const OpenWindow &window) {
        const TokenListModel *model = window.application().context()->model;
        const TokenHistoryPtr &history = model->knowledge().history;
        return history && !history->roles.isEmpty() ? model->detailAt(0).grown.size() : -1;
    };
    {
        const OpenWindow window(central.connection(), {}, home.path());
        QTRY_COMPARE(window.rowCount(), 1);
        QTRY_COMPARE(grown(window), 0);
    }
    central.roleGrants.first().access.insert(u"Node"_s, Access::ReadWrite);
    const OpenWindow window(central.connection(), {}, home.path());
    QTRY_COMPARE(window.rowCount(), 1);
    QTRY_COMPARE(grown(window), 1);
    const TokenDetail detail = window.application().context()->model->detailAt(0);
    const auto fields = detailFields();
    const auto field = std::find_if(fields.begin(), fields.end(), [](const DetailFieldInfo &info) {
        return QLatin1StringView(info.objectName) == "tokenGrownRoles"_L1;
    });
    QVERIFY(field != fields.end());
    QCOMPARE(field->value(detail).text,
             u"Since this token was issued, Analyst grants more: Node (write)."_s);
}

QTEST_MAIN(TestRemembering)
#include "tst_remembering.moc"
