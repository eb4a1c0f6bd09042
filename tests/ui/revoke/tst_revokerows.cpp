// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokerows.h"
#include "tests/support/stricttest.h"
#include "tests/ui/dialogsamples.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = RevokeRows::Kind;
using Layout = RevokeRows::Layout;
using State = RevokeListModel::State;

class TestRevokeRows : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shortQuestionHasNoHeads();
    void longQuestionGroupsAdmin();
    void tokensStandUnderTheirServer();
    void resultsStandByServer();
    void laterQuestionListsOpenTokensOnly();
    void shortPartKeepsItsRows();
    void longPartShowsAskedAndLatestAnswers();
    void stoppedTokensAreNotInTheProgress();
    void resultsAreGroupedByCause();
    void stoppedAndUnsentAreTwoGroups();
    void singleGroupHasNoHead();
    void groupsOpenAndClose();
    void openGroupsStayOpen();
    void hundredThousandTokensLayOut();

private:
    void start(int count);
    void startOnTwoServers();
    void set(int first, int last, State state, const QString &why = {});
    [[nodiscard]] QStringList shown(const RevokeRows &rows) const;

    samples::FakeClock m_clock;
    std::unique_ptr<RevokeListModel> m_source;
};

void TestRevokeRows::init()
{
    StrictTest::init();
    m_source = std::make_unique<RevokeListModel>();
}

void TestRevokeRows::start(int count)
{
    m_source->setTokens(samples::manyTokens(u"t"_s, count, m_clock.time), {});
    m_source->begin(true);
}

void TestRevokeRows::set(int first, int last, State state, const QString &why)
{
    for (int i = first; i <= last; ++i)
        m_source->setState(u"id-of-t-%1"_s.arg(i), state, why,
                           why.isEmpty() ? QString() : u"Kind: x"_s, m_clock.time);
}

QStringList TestRevokeRows::shown(const RevokeRows &rows) const
{
    QStringList all;
    for (int row = 0; row < rows.rowCount(); ++row)
        all.append(rows.index(row).data().toString());
    return all;
}

void TestRevokeRows::shortQuestionHasNoHeads()
{
    m_source->setTokens(samples::threeTokens(m_clock.time), {});
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shown(rows),
             QStringList({u"break-glass-2026"_s, u"jenkins-prod-eu"_s, u"desktop-mkeller"_s}));
    QCOMPARE(rows.index(0).data(RevokeRows::KindRole).value<Kind>(), Kind::Token);
    QCOMPARE(rows.index(0).data(RevokeListModel::TokenRole).value<Token>().name,
             u"break-glass-2026"_s);
    QCOMPARE(rows.sourceRow(2), 2);
}

void TestRevokeRows::longQuestionGroupsAdmin()
{
    m_source->setTokens(
        samples::manyTokens(u"t"_s, 1100, m_clock.time) + samples::threeTokens(m_clock.time), {});
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows.rowCount(), 1105);
    QCOMPARE(shown(rows).mid(0, 4), QStringList({u"1 with Admin"_s, u"break-glass-2026"_s,
                                                 u"1,102 other(s)"_s, u"jenkins-prod-eu"_s}));
    QCOMPARE(rows.index(2).data(RevokeRows::NoteRole).toString(),
             u"those that expire first on top"_s);
    QVERIFY(!rows.index(2).data(RevokeRows::FoldsRole).toBool());
    QCOMPARE(rows.sourceRow(2), -1);
    rows.toggle(2); // heads of a question do not fold
    QCOMPARE(rows.rowCount(), 1105);
}

void TestRevokeRows::startOnTwoServers()
{
    const RevokeServer eu{.name = u"prod-eu"_s,
                          .address = u"eu.example"_s,
                          .colorName = u"blue"_s,
                          .signedInId = u"id-of-t-1"_s};
    const RevokeServer us{.name = u"prod-us"_s, .address = u"us.example"_s};
    const QList<Token> tokens = samples::manyTokens(u"t"_s, 3, m_clock.time);
    m_source->setTokens({{us, {tokens.at(2)}}, {eu, {tokens.at(0), tokens.at(1)}}});
}

void TestRevokeRows::tokensStandUnderTheirServer()
{
    startOnTwoServers();
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shown(rows), QStringList({u"prod-us"_s, u"t-3"_s, u"prod-eu"_s, u"t-2"_s, u"t-1"_s}));
    QCOMPARE(rows.index(0).data(RevokeRows::NoteRole).toString(), u"us.example"_s);
    QVERIFY(rows.index(2).data(RevokeRows::NoteRole).toString().startsWith("eu.example, 2"_L1));
    QCOMPARE(rows.index(2).data(RevokeRows::ServerColorRole).toString(), u"blue"_s);
    QVERIFY(rows.index(4).data(RevokeListModel::SignedInRole).toBool());
    const RevokeQuestion asked = m_source->question(m_clock.time);
    QCOMPARE(asked.servers, 2);
    QCOMPARE(asked.signedIn, 1);
    QCOMPARE(m_source->tokens(State::Asked, 1).size(), 2);
}

void TestRevokeRows::resultsStandByServer()
{
    startOnTwoServers();
    m_source->begin(true);
    set(2, 3, State::Revoked);
    set(1, 1, State::Failed, u"No."_s);
    RevokeRows rows(m_source.get());
    rows.setLayout(Layout::Result);
    QCOMPARE(shown(rows), QStringList({u"prod-us: 1 revoked"_s, u"prod-eu: 1 not revoked"_s,
                                       u"t-1"_s, u"prod-eu: 1 revoked"_s}));
}

void TestRevokeRows::laterQuestionListsOpenTokensOnly()
{
    start(5);
    set(1, 2, State::Revoked);
    set(3, 3, State::Failed);
    set(4, 5, State::Stopped);
    RevokeRows rows(m_source.get());
    QCOMPARE(shown(rows), QStringList({u"t-3"_s, u"t-4"_s, u"t-5"_s}));
}

void TestRevokeRows::shortPartKeepsItsRows()
{
    start(4);
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setLayout(Layout::Progress);
    QCOMPARE(rows.rowCount(), 4);
    const QPersistentModelIndex third = rows.index(2);
    set(3, 3, State::Asking);
    rows.refresh();
    QVERIFY(third.isValid());
    QCOMPARE(third.data(RevokeListModel::StateRole).value<State>(), State::Asking);

    set(1, 2, State::Revoked);
    set(3, 4, State::Failed);
    m_source->begin(true);
    QCOMPARE(shown(rows), QStringList({u"t-3"_s, u"t-4"_s}));
}

void TestRevokeRows::longPartShowsAskedAndLatestAnswers()
{
    start(100);
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setLayout(Layout::Progress);
    QCOMPARE(rows.rowCount(), 0);
    set(1, 1, State::Asking); // a slow one
    for (int i = 2; i <= 50; ++i) {
        set(i, i, State::Asking);
        set(i, i, State::Revoked);
    }
    set(51, 52, State::Asking);
    rows.refresh();
    QCOMPARE(rows.rowCount(), RevokeRows::ProgressRows);
    QCOMPARE(shown(rows).mid(0, 5),
             QStringList({u"t-52"_s, u"t-51"_s, u"t-1"_s, u"t-50"_s, u"t-49"_s}));
}

void TestRevokeRows::stoppedTokensAreNotInTheProgress()
{
    start(100);
    RevokeRows rows(m_source.get());
    rows.setLayout(Layout::Progress);
    set(1, 4, State::Revoked);
    set(5, 100, State::Stopped);
    rows.refresh();
    QCOMPARE(shown(rows), QStringList({u"t-4"_s, u"t-3"_s, u"t-2"_s, u"t-1"_s}));
}

void TestRevokeRows::resultsAreGroupedByCause()
{
    start(40);
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    set(1, 20, State::Revoked);
    for (int i = 21; i <= 32; ++i)
        set(i, i, State::Failed, u"Connection refused. Looked again at 10:%1."_s.arg(i));
    set(33, 34, State::Failed, u"Central answered 503."_s);
    set(35, 35, State::Unknown, u"The connection broke."_s);
    set(36, 40, State::Stopped);
    rows.setLayout(Layout::Result);
    QCOMPARE(shown(rows).join(u'|'),
             u"1 may or may not be revoked|t-35|12 not revoked|t-21|t-22|t-23|and 9 more|"
             "2 not revoked|t-33|t-34|5 not sent|t-36|t-37|t-38|and 2 more|20 revoked"_s);
    const QModelIndex refused = rows.index(2);
    QVERIFY(refused.data(RevokeListModel::SentenceRole)
                .toString()
                .startsWith(u"Connection refused."_s));
    QCOMPARE(refused.data(RevokeListModel::DetailsRole).toString(), u"Kind: x"_s);
    QCOMPARE(refused.data(RevokeListModel::StateRole).value<State>(), State::Failed);
    QVERIFY(refused.data(RevokeRows::FoldsRole).toBool());
    QCOMPARE(refused.data(Qt::AccessibleTextRole).toString(), u"12 not revoked, open"_s);
    const QModelIndex revoked = rows.index(rows.rowCount() - 1);
    QCOMPARE(revoked.data(Qt::AccessibleTextRole).toString(), u"20 revoked, closed"_s);
}

void TestRevokeRows::stoppedAndUnsentAreTwoGroups()
{
    start(6);
    for (int i = 1; i <= 3; ++i)
        m_source->setState(u"id-of-t-%1"_s.arg(i), State::Revoked,
                           u"Central answered at 10:44:0%1: revoked."_s.arg(i));
    set(4, 5, State::NotSent, u"Connection refused."_s);
    set(6, 6, State::Stopped);
    RevokeRows rows(m_source.get());
    rows.setLayout(Layout::Result);
    QCOMPARE(shown(rows), QStringList({u"2 not sent"_s, u"t-4"_s, u"t-5"_s, u"1 not sent"_s,
                                       u"t-6"_s, u"3 revoked"_s}));
    QCOMPARE(rows.index(0).data(RevokeListModel::SentenceRole).toString(),
             u"Connection refused."_s);
    QVERIFY(rows.index(3).data(RevokeListModel::SentenceRole).toString().isEmpty());
    // An answer about one token does not stand for the group.
    QVERIFY(rows.index(5).data(RevokeListModel::SentenceRole).toString().isEmpty());
    QCOMPARE(rows.index(5).data(RevokeListModel::StateRole).value<State>(), State::Revoked);
}

void TestRevokeRows::singleGroupHasNoHead()
{
    start(10);
    set(1, 9, State::Revoked);
    set(10, 10, State::AlreadyGone);
    RevokeRows rows(m_source.get());
    rows.setLayout(Layout::Result);
    QCOMPARE(rows.rowCount(), 10);
    QCOMPARE(rows.sourceRow(0), 0);
    // A cause needs a head.
    set(1, 10, State::Failed, u"Central answered 503."_s);
    rows.refresh();
    QCOMPARE(rows.rowCount(), 11);
}

void TestRevokeRows::groupsOpenAndClose()
{
    start(30);
    set(1, 20, State::Revoked);
    set(21, 30, State::Stopped);
    RevokeRows rows(m_source.get());
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setLayout(Layout::Result);
    QCOMPARE(rows.rowCount(), 6);
    rows.toggle(4); // and 7 more
    QCOMPARE(rows.rowCount(), 12);
    rows.toggle(3); // a token
    QCOMPARE(rows.rowCount(), 12);
    rows.toggle(11); // 20 revoked
    QCOMPARE(rows.rowCount(), 16);
    rows.toggle(0);
    QCOMPARE(rows.rowCount(), 6);
    rows.toggle(99);
    rows.toggle(-1);
    QCOMPARE(rows.rowCount(), 6);
}

void TestRevokeRows::openGroupsStayOpen()
{
    start(30);
    set(1, 20, State::Revoked);
    set(21, 30, State::Failed, u"Central answered 503."_s);
    RevokeRows rows(m_source.get());
    rows.setLayout(Layout::Result);
    rows.toggle(0);
    rows.toggle(1); // revoked: opened
    const QStringList before = shown(rows);
    set(30, 30, State::Failed, u"Central answered 503."_s);
    rows.refresh();
    QCOMPARE(shown(rows), before);
}

void TestRevokeRows::hundredThousandTokensLayOut()
{
    constexpr int count = 100'000;
    const QList<Token> tokens = samples::manyTokens(u"t"_s, count, m_clock.time);
    m_source->setTokens(tokens, {});
    RevokeRows rows(m_source.get());
    QCOMPARE(rows.rowCount(), count);
    m_source->begin(true);
    set(1, count, State::Failed, u"Connection refused at 10:44."_s);
    rows.setLayout(Layout::Result);
    QVERIFY(rows.rowCount() > count);
}

QTEST_MAIN(TestRevokeRows)
#include "tst_revokerows.moc"
