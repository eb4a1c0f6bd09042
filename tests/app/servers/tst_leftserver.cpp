// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"
#include "models/revoke/revokelistmodel.h"
#include "tests/app/desk.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The user switches servers during a write: it is completed on its own server, and the outcome is
/// shown with that server's name.
class TestLeftServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void idleSessionIsDeletedAtOnce();
    void valueArrivesAfterSwitching();
    void valueIsRevokedOnItsServer();
    void lostAnswerNamesTheServer();
    void switchingWhileReadingCandidates();
    void candidatesAreOfTheirServer();
    void refusalKeepsInput();
    void formIsClosedWithItsServer();
    void draftSurvivesGenerateOnAnotherServer();
    void revokesEndOnTheirServer();
    void questionIsClosedWithItsServer();

private:
    void fillIn(const QString &name);
    void generate(const QString &name);
    void answerGenerateWith(const Fault &fault);
    void askToRevoke(const QStringList &ids);
    /// Switches the window to the other server and drops the first session.
    void leave();

    QTranslator m_english;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<ScriptedCentral> m_other;
    std::unique_ptr<Desk> m_desk;
    QPointer<Session> m_session;
};

void TestLeftServer::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestLeftServer::init()
{
    m_desk.reset();
    m_central = std::make_unique<ScriptedCentral>();
    m_other = std::make_unique<ScriptedCentral>();
    m_central->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    m_desk = std::make_unique<Desk>();
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(m_session->table() && m_session->permissions());
}

void TestLeftServer::fillIn(const QString &name)
{
    press(u"Generate token"_s);
    type(find<QLineEdit>(u"Token name"_s), name);
    auto *roles = find<QListView>(u"Roles"_s);
    QTRY_VERIFY(rowOf(roles, u"Analyst"_s) >= 0);
    clickRow(roles, rowOf(roles, u"Analyst"_s));
}

void TestLeftServer::generate(const QString &name)
{
    fillIn(name);
    press(u"Generate"_s);
    QTRY_COMPARE(m_central->seen("POST", "generate"), 1);
}

void TestLeftServer::answerGenerateWith(const Fault &fault)
{
    m_central->instead = [fault](const SeenRequest &request) {
        return request.method == "POST" ? std::optional(fault) : std::nullopt;
    };
}

void TestLeftServer::askToRevoke(const QStringList &ids)
{
    QTRY_VERIFY((m_desk->window.selectIds(ids), m_desk->window.selectedCount() == ids.size()));
    QTRY_VERIFY(m_desk->window.action(MainWindow::Action::Revoke)->isEnabled());
    m_desk->window.action(MainWindow::Action::Revoke)->trigger();
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
}

void TestLeftServer::leave()
{
    m_desk->open(*m_other, u"lab"_s);
    m_session->retire();
}

void TestLeftServer::idleSessionIsDeletedAtOnce()
{
    QVERIFY(!m_session->isWriting());
    auto write = m_session->beginWrite();
    auto another = m_session->beginWrite();
    QVERIFY(m_session->isWriting());
    QSignalSpy retired(m_session, &Session::retired);
    m_session->refresh();
    leave();
    m_session->retire();
    QCOMPARE(retired.count(), 1);
    QVERIFY(!m_session->isReading());
    QSignalSpy read(m_session, &Session::listRead);
    m_session->refresh();
    QVERIFY(!m_session->isReading());
    write.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_session);
    another.reset();
    QTRY_VERIFY(!m_session);
    QCOMPARE(read.count(), 0);

    QPointer<Session> next = m_desk->context.session();
    m_desk->showNothing();
    next->retire();
    QTRY_VERIFY(!next);
}

void TestLeftServer::valueArrivesAfterSwitching()
{
    answerGenerateWith({.bytes = httpReply(200, R"({"token":"eyJhbGciOi.e30.made","metadata":
        {"id":"made","name":"ci-deploy","roles":["Analyst"],"issuedAt":"2026-08-22T10:15:30Z",
        "expiration":"2036-08-22T10:15:30Z","revoked":false,"role":""}})"),
                        .delay = std::chrono::milliseconds(300)});
    generate(u"ci-deploy"_s);
    leave();
    auto *copy = find<QPushButton>(u"Copy token"_s);
    QVERIFY(copy);
    QTRY_VERIFY(!m_session);
    bool isNamed = false;
    for (const QLabel *label : QApplication::activeModalWidget()->findChildren<QLabel *>())
        isNamed = isNamed || label->text().contains("prod"_L1);
    QVERIFY(isNamed);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QCOMPARE(m_other->seen("POST", "generate"), 0);
}

void TestLeftServer::valueIsRevokedOnItsServer()
{
    m_other->tokens = {tokenNamed(u"ci-deploy"_s)};
    generate(u"ci-deploy"_s);
    QVERIFY(find<QPushButton>(u"Copy token"_s));
    leave();
    QTRY_VERIFY(!m_session);
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    press(u"Revoke and close"_s);
    QTRY_VERIFY2(m_desk->said().startsWith("prod: Not revoked. "_L1), qPrintable(m_desk->said()));
    QCOMPARE(m_other->seen("PATCH", ""), 0);
    press(u"Copy token"_s); // the value is not given up for a question that was not asked
    press(u"Done"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestLeftServer::lostAnswerNamesTheServer()
{
    answerGenerateWith({.delay = std::chrono::milliseconds(300), .then = Fault::Then::Close});
    m_other->tokens = {tokenNamed(u"ci-deploy"_s)};
    generate(u"ci-deploy"_s);
    leave();
    QTRY_VERIFY2(m_desk->said().startsWith("prod: The token ci-deploy may have been created."_L1),
                 qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().contains("Go back to prod and look"_L1), qPrintable(m_desk->said()));
    QTRY_VERIFY(!m_session);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestLeftServer::switchingWhileReadingCandidates()
{
    bool isLost = false;
    m_central->instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST") {
            isLost = true;
            return Fault{.then = Fault::Then::Close};
        }
        return isLost ? std::optional(Fault{.delay = std::chrono::minutes(1)}) : std::nullopt;
    };
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(m_desk->said().contains("The list is being read"_L1), qPrintable(m_desk->said()));
    leave();
    QTRY_VERIFY(!m_session);
    QVERIFY2(m_desk->said().startsWith("prod: The token ci-deploy may have been created."_L1),
             qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().contains("Go back to prod and look"_L1), qPrintable(m_desk->said()));
}

/// The first session stays, as for a connection of this run, while the window shows another.
void TestLeftServer::candidatesAreOfTheirServer()
{
    Token strangers = tokenNamed(u"ci-deploy"_s);
    strangers.id = u"strangers"_s;
    m_other->tokens = {strangers};
    m_central->instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        m_central->tokens.append(tokenNamed(u"ci-deploy"_s));
        return Fault{.delay = std::chrono::milliseconds(300), .then = Fault::Then::Close};
    };
    generate(u"ci-deploy"_s);
    Session *lab = m_desk->open(*m_other, u"lab"_s);
    QTRY_VERIFY(lab->table());
    QTRY_VERIFY2(m_desk->said().contains("1 candidate"_L1), qPrintable(m_desk->said()));
    QVERIFY2(m_desk->said().startsWith("prod: "_L1), qPrintable(m_desk->said()));
    press(u"Revoke ci-deploy, id-of-ci"_s);
    press(u"Revoke"_s);
    QTRY_COMPARE(m_central->seen("PATCH", "revoke/id-of-ci-deploy"), 1);
    QCOMPARE(m_other->seen("PATCH", ""), 0);
    // And the session of nobody: nothing is dereferenced.
    m_desk->showNothing();
}

void TestLeftServer::refusalKeepsInput()
{
    answerGenerateWith(
        {.bytes = centralError(400, 3, "no such role"), .delay = std::chrono::milliseconds(300)});
    generate(u"ci-deploy"_s);
    leave();
    QTRY_VERIFY2(m_desk->said().startsWith("prod: The token ci-deploy was not created."_L1),
                 qPrintable(m_desk->said()));
    QTRY_VERIFY(!m_session && !QApplication::activeModalWidget());
    // Not at another server.
    QTRY_VERIFY(m_desk->context.session()->permissions());
    press(u"Generate token"_s);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), QString());
    press(u"Cancel"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    Session *again = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(again->permissions());
    press(u"Generate token"_s);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
}

void TestLeftServer::formIsClosedWithItsServer()
{
    fillIn(u"ci-deploy"_s);
    leave();
    QTRY_VERIFY(!m_session && !QApplication::activeModalWidget());
    Session *again = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(again->permissions());
    press(u"Generate token"_s);
    QCOMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QCOMPARE(m_central->seen("POST", "generate"), 0);
}

void TestLeftServer::draftSurvivesGenerateOnAnotherServer()
{
    answerGenerateWith({.then = Fault::Then::Close});
    generate(u"ci-deploy"_s);
    QTRY_VERIFY2(m_desk->said().contains("shows no such token yet"_L1), qPrintable(m_desk->said()));
    Session *lab = m_desk->open(*m_other, u"lab"_s);
    QTRY_VERIFY(lab->table() && lab->permissions());
    fillIn(u"of-the-lab"_s);
    press(u"Generate"_s);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(m_other->seen("POST", "generate"), 1);
    m_desk->show(m_session);
    press(u"Generate token"_s);
    QTRY_COMPARE(find<QLineEdit>(u"Token name"_s)->text(), u"ci-deploy"_s);
    QTRY_VERIFY(find<QPushButton>(u"Generate"_s)->isEnabled()); // its roles were restored, too
}

void TestLeftServer::revokesEndOnTheirServer()
{
    for (int i = 1; i <= 6; ++i)
        m_central->tokens.append(tokenNamed(u"check-%1"_s.arg(i)));
    m_central->instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH" && request.target.endsWith("check-3"))
            return Fault{.bytes = centralError(500, 13, "couldn't revoke token: locked"),
                         .delay = std::chrono::milliseconds(300)};
        return std::nullopt;
    };
    m_session->refresh();
    QTRY_COMPARE(m_session->table()->size(), 8U);
    QStringList all;
    for (int i = 1; i <= 6; ++i)
        all.append(u"id-of-check-%1"_s.arg(i));
    askToRevoke(all);
    press(u"Revoke"_s);
    QTRY_VERIFY(m_central->seen("PATCH", "revoke/") > 0);
    leave();
    QTRY_VERIFY2(m_desk->said().startsWith("prod: 1 not revoked."_L1), qPrintable(m_desk->said()));
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 6);
    QTRY_VERIFY(!m_session);
    // The results stay readable; a retry needs the server.
    auto *list = find<QListView>(u"Tokens to revoke"_s);
    QVERIFY(list);
    const QString why = list->model()->index(0, 0).data(RevokeListModel::SentenceRole).toString();
    QVERIFY2(why.contains("still active"_L1), qPrintable(why));
    const auto *retry = find<QPushButton>(u"Try again…"_s);
    QVERIFY(retry && !retry->isEnabled());
    QCOMPARE(retry->toolTip(), u"Go back to prod to revoke there."_s);
    press(u"Close"_s);
    QCOMPARE(m_central->seen("PATCH", "revoke/"), 6);
    QCOMPARE(m_other->seen("PATCH", ""), 0);
}

void TestLeftServer::questionIsClosedWithItsServer()
{
    askToRevoke({u"id-of-one"_s});
    leave();
    QTRY_VERIFY(!m_session && !QApplication::activeModalWidget());
    QCOMPARE(m_central->seen("PATCH", ""), 0);
}

QTEST_MAIN(TestLeftServer)
#include "tst_leftserver.moc"
