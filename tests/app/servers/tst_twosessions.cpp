// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/renewal.h"
#include "models/servers/serverlistmodel.h"
#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"
#include "ui/text/keychaintext.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using State = Session::State;

/// Two servers are live at once, on two Centrals: what happens at one leaves the other alone.
class TestTwoSessions : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void bothListsAreReadAtOnce();
    void theListIsThereWhenTheWindowComesBack();
    void oneRevokesWhileTheOtherRenews();
    void aLockedScreenClearsBothCredentials();
    void aBackgroundSessionOnlyReports();
    void aTokenOfTheOtherServerIsNotSent();

private:
    /// "lab" by token, in the background, and "prod" by password, whose sessions last 12 seconds.
    void beSignedInAtBoth();
    [[nodiscard]] Session *session(const QString &name) const;

    std::unique_ptr<rox::test::DemoCentral> m_prod;
};

void TestTwoSessions::beSignedInAtBoth()
{
    beSignedInAtLab();
    m_prod = std::make_unique<rox::test::DemoCentral>(
        QStringList{u"--tokens"_s, u"500"_s, u"--session-lifetime"_s, u"12"_s});
    QVERIFY2(m_prod->isUp(), qPrintable(m_prod->why()));
    press(u"Add server"_s);
    std::swap(m_prod, m_central);
    connectByPassword(u"prod"_s, m_central->adminPassword());
    std::swap(m_prod, m_central);
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 500);
    QVERIFY(session(u"lab"_s) && session(u"prod"_s));
}

Session *TestTwoSessions::session(const QString &name) const
{
    for (const ServerEntry &entry : directory()->entries()) {
        if (entry.profile.name == name)
            return pool()->find(entry.id());
    }
    return nullptr;
}

void TestTwoSessions::bothListsAreReadAtOnce()
{
    beSignedInAtBoth();
    QSignalSpy lab(session(u"lab"_s), &Session::listRead);
    QSignalSpy prod(session(u"prod"_s), &Session::listRead);
    session(u"lab"_s)->refresh();
    session(u"prod"_s)->refresh();
    QVERIFY(session(u"lab"_s)->isReading() && session(u"prod"_s)->isReading());
    QTRY_VERIFY(lab.count() == 1 && prod.count() == 1);
    QCOMPARE(session(u"lab"_s)->state(), State::Live);
    QCOMPARE(session(u"prod"_s)->state(), State::Live);
    QVERIFY(rowCount() > 500); // the window is on prod still
}

void TestTwoSessions::theListIsThereWhenTheWindowComesBack()
{
    beSignedInAtBoth();
    const Session *lab = session(u"lab"_s);
    m_central->kill(); // its list is not read again
    m_program->servers()->show(lab->entry().id());
    QCOMPARE(session(u"lab"_s), lab);
    QTRY_VERIFY(rowCount() > 50 && rowCount() < 500);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
}

void TestTwoSessions::oneRevokesWhileTheOtherRenews()
{
    beSignedInAtBoth();
    m_program->servers()->show(session(u"lab"_s)->entry().id());
    QTRY_VERIFY(rowCount() > 50 && rowCount() < 500);
    const auto *renewal = session(u"prod"_s)->findChild<Renewal *>();
    QVERIFY(renewal);
    const UtcMs end = renewal->endsAt();
    const TokenTablePtr before = session(u"lab"_s)->table();
    QString active;
    for (TokenTable::Row row = 0; row < before->size() && active.isEmpty(); ++row) {
        if (!before->revoked(row) && before->nameUtf8(row) != "rox-tokens-demo")
            active = QString::fromUtf8(before->id(row).data(), qsizetype(before->id(row).size()));
    }
    QTRY_VERIFY((window()->selectIds({active}), window()->selectedCount() == 1));
    QTRY_VERIFY(window()->action(MainWindow::Action::Revoke)->isEnabled());
    window()->action(MainWindow::Action::Revoke)->trigger();
    auto *word = find<QLineEdit>(u"Confirmation"_s, 300);
    if (word && word->isVisible())
        type(word, u"revoke"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY2(newsOrMessage(window()).lead.contains("is revoked."_L1),
                 qPrintable(newsOrMessage(window()).lead));
    QTRY_VERIFY_WITH_TIMEOUT(renewal->endsAt() > end, 20'000);
    QCOMPARE(session(u"prod"_s)->state(), State::Live);
    QCOMPARE(session(u"lab"_s)->state(), State::Live);
    QVERIFY(window()->windowTitle().startsWith("lab"_L1));
}

void TestTwoSessions::aLockedScreenClearsBothCredentials()
{
    beSignedInAtBoth();
    m_program->servers()->clearCredentials();
    QTRY_VERIFY(sessions().isEmpty());
    QVERIFY2(shownText().contains("The screen is locked"_L1), qPrintable(shownText()));
    m_program->servers()->openAgain();
    QTRY_VERIFY(rowCount() > 500);
    QTRY_COMPARE(session(u"lab"_s)->state(), State::Live); // before, the list is a remembered one
    QTRY_COMPARE(session(u"prod"_s)->state(), State::Live);
    QTRY_VERIFY(session(u"lab"_s)->table());
}

/// It asks for nothing while the window is on another server.
void TestTwoSessions::aBackgroundSessionOnlyReports()
{
    beSignedInAtBoth();
    const ServerId lab = session(u"lab"_s)->entry().id();
    m_program->servers()->clearCredentials();
    QTRY_VERIFY(sessions().isEmpty());
    QVERIFY(m_keyring->lock());
    m_program->servers()->openAgain();
    QTRY_VERIFY(session(u"lab"_s) && session(u"lab"_s)->state() == State::NeedsUnlock);
    QTRY_VERIFY(session(u"prod"_s) && session(u"prod"_s)->state() == State::NeedsUnlock);
    QVERIFY(!QApplication::activeModalWidget());
    const auto *rows = static_cast<ServerListModel *>(window()->serverList()->model());
    QCOMPARE(rows->servers().at(rows->rowOf(lab)).state, keychainNotice(KeychainState::Locked));
    QVERIFY(m_keyring->unlock());
    press(u"Unlock…"_s);
    QTRY_VERIFY(rowCount() > 500);
    QCOMPARE(session(u"lab"_s)->state(), State::NeedsUnlock); // until the window is on it
    m_program->servers()->show(lab);
    QTRY_VERIFY(rowCount() > 50 && rowCount() < 500);
}

void TestTwoSessions::aTokenOfTheOtherServerIsNotSent()
{
    beSignedInAtBoth();
    Q_EMIT window()->serverList()->editRequested(currentId());
    auto *byToken = window()->findChild<QAbstractButton *>(u"apiTokenButton"_s);
    QVERIFY(byToken);
    click(byToken);
    auto *field = find<QLineEdit>(u"API token"_s);
    QVERIFY(field);
    field->setFocus();
    QTest::keyClicks(field, QString::fromLatin1(m_central->apiToken()));
    const auto isSaid = [field] {
        return field->accessibleDescription().endsWith(" of lab. prod would refuse it."_L1);
    };
    QTRY_VERIFY2(isSaid(), qPrintable(field->accessibleDescription()));
    const quint64 before = session(u"prod"_s)->tokens().lastRead().id;
    press(u"Save"_s);
    QVERIFY(isSaid());
    QVERIFY(find<QPushButton>(u"Save"_s)->isEnabled()); // nothing is under way
    QCOMPARE(session(u"prod"_s)->tokens().lastRead().id, before);
}

QTEST_MAIN(TestTwoSessions)
#include "tst_twosessions.moc"
