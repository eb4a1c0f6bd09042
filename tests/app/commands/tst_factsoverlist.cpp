// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Central answers a generate or a revoke while an older read of the list is under way, or while
/// there is no list: the answer about the single token overrides the list.
class TestFactsOverList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void olderListDoesNotUndoARevoke();
    void olderListDoesNotHideANewToken();
    void newTokenWithoutARowIsRevoked();
    void newTokenIsRevokedWithoutAList();
    void generateMakesNoListOfOne();
    void newTokenIsInTheFirstList();
    void unlistedTokenIsRevokedById();
    void cancelledRevokeKeepsTheValue();

private:
    void openWindow();
    /// The list as it is now, sent after a delay.
    [[nodiscard]] Fault lateList() const;
    void refuseLists();
    void refreshSlowly();
    [[nodiscard]] bool isReading() const;
    void generate(const QString &name) const;
    void closeWithoutTheValue() const;
    /// Of the window, even behind a modal dialog.
    [[nodiscard]] const QAbstractItemModel *rows() const;
    [[nodiscard]] int rowCount() const { return rows()->rowCount(); }
    [[nodiscard]] TokenStatus statusOf(const QString &name) const;

    static constexpr auto Late = 2500ms;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestFactsOverList::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    m_central->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
}

void TestFactsOverList::openWindow()
{
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_central->seen("GET", "/v1/mypermissions"), 1);
    QTRY_VERIFY(!isReading());
}

Fault TestFactsOverList::lateList() const
{
    QJsonArray all;
    for (const Token &token : m_central->tokens)
        all.append(tokenJson(token));
    const QJsonObject list{{u"tokens"_s, all}};
    return {.bytes = httpReply(200, QJsonDocument(list).toJson()), .delay = Late};
}

void TestFactsOverList::refuseLists()
{
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target == "/v1/apitokens")
            return Fault{.bytes = centralError(500, 13, "database is gone")};
        return std::nullopt;
    };
}

bool TestFactsOverList::isReading() const
{
    return !(*m_window)->action(MainWindow::Action::Refresh)->isEnabled();
}

void TestFactsOverList::refreshSlowly()
{
    QTRY_COMPARE(rowCount(), 2);
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        return request.target == "/v1/apitokens" ? std::optional(lateList()) : std::nullopt;
    };
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(m_central->seen("GET", "/v1/apitokens"), 2);
}

void TestFactsOverList::generate(const QString &name) const
{
    press(u"Generate token"_s);
    type(find<QLineEdit>(u"Token name"_s), name);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
    press(u"Generate"_s);
    QVERIFY(find<QPushButton>(u"Copy token"_s));
}

void TestFactsOverList::closeWithoutTheValue() const
{
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    press(u"Revoke and close"_s);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s, 2000));
    press(u"Revoke"_s);
}

const QAbstractItemModel *TestFactsOverList::rows() const
{
    return (*m_window)->findChild<QTableView *>()->model();
}

TokenStatus TestFactsOverList::statusOf(const QString &name) const
{
    const auto *model = rows();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(TokenListModel::NameRole).toString() == name)
            return index.data(TokenListModel::StatusRole).value<TokenStatus>();
    }
    return TokenStatus::Expired; // no token of this test has it
}

void TestFactsOverList::olderListDoesNotUndoARevoke()
{
    openWindow();
    refreshSlowly();
    (*m_window)->selectIds({u"id-of-one"_s});
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Revoke)->isEnabled());
    (*m_window)->action(MainWindow::Action::Revoke)->trigger();
    press(u"Revoke"_s);
    QTRY_COMPARE(statusOf(u"one"_s), TokenStatus::Revoked);
    QVERIFY(isReading());
    QTRY_VERIFY(!isReading());
    QCOMPARE(statusOf(u"one"_s), TokenStatus::Revoked);
    QCOMPARE(statusOf(u"two"_s), TokenStatus::Active);

    // A list that was asked for afterwards settles the fact; the token is remembered.
    m_central->tokens.removeFirst();
    m_central->instead = {};
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    const KnownTokens &tokens = m_window->application().context()->session()->tokens();
    QTRY_COMPARE(int(tokens.list()->size()), 1);
    QVERIFY(tokens.facts().isEmpty());
    QCOMPARE(statusOf(u"one"_s), TokenStatus::Revoked);
}

void TestFactsOverList::olderListDoesNotHideANewToken()
{
    openWindow();
    refreshSlowly();
    generate(u"ci-deploy"_s);
    QTRY_COMPARE(rowCount(), 3);
    QVERIFY(isReading());
    QTRY_VERIFY(!isReading());
    QCOMPARE(rowCount(), 3);
    QCOMPARE(statusOf(u"ci-deploy"_s), TokenStatus::Active);
    closeWithoutTheValue();
    QTRY_COMPARE(m_central->seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    QTRY_COMPARE(statusOf(u"ci-deploy"_s), TokenStatus::Revoked);
}

/// A later list does not show the token (a replica of Central, a cache before it).
void TestFactsOverList::newTokenWithoutARowIsRevoked()
{
    openWindow();
    QTRY_COMPARE(rowCount(), 2);
    const Fault without = lateList();
    generate(u"ci-deploy"_s);
    QTRY_COMPARE(rowCount(), 3);
    m_central->instead = [without](const SeenRequest &request) -> std::optional<Fault> {
        return request.target == "/v1/apitokens" ? std::optional(Fault{.bytes = without.bytes})
                                                 : std::nullopt;
    };
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(rowCount(), 2);
    closeWithoutTheValue();
    QTRY_COMPARE(m_central->seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    QVERIFY(m_central->tokens.constLast().revoked);
    QTRY_VERIFY2(m_window->said().startsWith("ci-deploy is revoked."_L1),
                 qPrintable(m_window->said()));
}

void TestFactsOverList::newTokenIsRevokedWithoutAList()
{
    refuseLists();
    openWindow();
    generate(u"ci-deploy"_s);
    closeWithoutTheValue();
    QTRY_COMPARE(m_central->seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    QVERIFY(m_central->tokens.constLast().revoked);
    QTRY_VERIFY2(m_window->said().startsWith("ci-deploy is revoked."_L1),
                 qPrintable(m_window->said()));
}

void TestFactsOverList::generateMakesNoListOfOne()
{
    refuseLists();
    openWindow();
    QVERIFY(find<QPushButton>(u"Try again"_s));
    generate(u"ci-deploy"_s);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY2(find<QPushButton>(u"Try again"_s, 1000), qPrintable(m_window->labels()));
    QVERIFY2(!m_window->labels().contains("1 token"_L1), qPrintable(m_window->labels()));
    QCOMPARE(rowCount(), 0);
}

void TestFactsOverList::newTokenIsInTheFirstList()
{
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        return request.target == "/v1/apitokens" ? std::optional(lateList()) : std::nullopt;
    };
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_central->seen("GET", "/v1/apitokens"), 1);
    generate(u"ci-deploy"_s);
    QVERIFY(isReading());
    QCOMPARE(rowCount(), 0);
    QTRY_COMPARE(rowCount(), 3);
}

/// The message offers to retry a token that is not listed any more.
void TestFactsOverList::unlistedTokenIsRevokedById()
{
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH")
            return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked")};
        return std::nullopt;
    };
    openWindow();
    (*m_window)->selectIds({u"id-of-one"_s});
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Revoke)->isEnabled());
    (*m_window)->action(MainWindow::Action::Revoke)->trigger();
    press(u"Revoke"_s);
    QTRY_VERIFY2(m_window->said().contains("not revoked"_L1), qPrintable(m_window->said()));
    press(u"Close"_s);
    const Token hidden = m_central->tokens.takeFirst();
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(int(m_window->application().context()->session()->tokens().list()->size()), 1);
    m_central->tokens.append(hidden);
    m_central->instead = {};
    press(u"Retry failed…"_s);
    auto *list = find<QListView>(u"Tokens to revoke"_s, 2000);
    QVERIFY2(list, qPrintable(m_window->said()));
    const QModelIndex first = list->model()->index(0, 0);
    QCOMPARE(first.data(RevokeListModel::TokenRole).value<Token>().id, u"id-of-one"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY(m_central->tokens.constLast().revoked);
    QTRY_VERIFY2(m_window->said().contains("one is revoked."_L1), qPrintable(m_window->said()));
}

void TestFactsOverList::cancelledRevokeKeepsTheValue()
{
    openWindow();
    generate(u"ci-deploy"_s);
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    press(u"Revoke and close"_s);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s, 2000));
    const QWidget *question = QApplication::activeModalWidget();
    QCOMPARE(question->objectName(), u"revokeTokens"_s);
    press(u"Cancel"_s);
    QTRY_VERIFY(QApplication::activeModalWidget() != question);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(m_central->seen("PATCH", ""), 0);
}

QTEST_MAIN(TestFactsOverList)
#include "tst_factsoverlist.moc"
