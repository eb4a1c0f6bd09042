// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "tests/support/stricttest.h"
#include "tests/ui/dialogsamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

class TestRevokeListModel : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void adminThenExpirationOrdersRows();
    void tokenInUseIsLast();
    void duplicateTokensMakeOneRow();
    void stateChangesOneRow();
    void partHoldsOpenTokensOnly();
    void tokenInUseCanBeKept();
    void questionCountsOpenTokens();
    void causeIgnoresIdAndTime();
    void namesakesAreCountedOnce();
    void verdictsSetStates();
    void tenThousandAreCounted();
    void accessibleTexts();

private:
    samples::FakeClock m_clock;
};

void TestRevokeListModel::adminThenExpirationOrdersRows()
{
    const UtcMs now = m_clock.time;
    const QString plain = u"Analyst"_s;
    RevokeListModel model;
    model.setTokens({samples::token(u"never"_s, {plain}, NoTime),
                     samples::token(u"late"_s, {plain}, now + 9 * DayMs),
                     samples::token(u"late admin"_s, {plain, u"Admin"_s}, now + 8 * DayMs),
                     samples::token(u"own"_s, {u"Admin"_s}, now + HourMs),
                     samples::token(u"expired"_s, {plain}, now - DayMs),
                     samples::token(u"soon"_s, {u"Administrator"_s}, now + DayMs),
                     samples::token(u"soon admin"_s, {u"Admin"_s}, now + 7 * DayMs)},
                    u"id-of-own"_s);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.tokenAt(row).name);
    QCOMPARE(names, QStringList({u"soon admin"_s, u"late admin"_s, u"expired"_s, u"soon"_s,
                                 u"late"_s, u"never"_s, u"own"_s}));
}

void TestRevokeListModel::tokenInUseIsLast()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::threeTokens(m_clock.time), u"id-of-desktop-mkeller"_s);
    QCOMPARE(model.ids(), QStringList({u"id-of-break-glass-2026"_s, u"id-of-jenkins-prod-eu"_s,
                                       u"id-of-desktop-mkeller"_s}));
    QVERIFY(model.index(2).data(RevokeListModel::SignedInRole).toBool());
    QVERIFY(!model.index(0).data(RevokeListModel::SignedInRole).toBool());

    model.setTokens(samples::threeTokens(m_clock.time), {});
    QCOMPARE(model.question(m_clock.time).signedIn, 0);
    QCOMPARE(model.tokenAt(1).name, u"jenkins-prod-eu"_s);
}

void TestRevokeListModel::duplicateTokensMakeOneRow()
{
    RevokeListModel model;
    const QList<Token> three = samples::threeTokens(m_clock.time);
    model.setTokens(three + three, {});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.count(State::Asked), 3);
}

void TestRevokeListModel::stateChangesOneRow()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::manyTokens(u"t"_s, 4, m_clock.time), {});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(u"id-of-t-2"_s, State::Failed, u"Why."_s, u"details"_s, 77);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    const QModelIndex index = model.index(1);
    QCOMPARE(index.data(RevokeListModel::StateRole).value<State>(), State::Failed);
    QCOMPARE(index.data(RevokeListModel::SentenceRole).toString(), u"Why."_s);
    QCOMPARE(index.data(RevokeListModel::DetailsRole).toString(), u"details"_s);
    QCOMPARE(index.data(RevokeListModel::AskedAtRole).toLongLong(), 77);
    model.setState(u"not listed"_s, State::Failed);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.count(State::Failed), 1);
}

void TestRevokeListModel::partHoldsOpenTokensOnly()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::manyTokens(u"t"_s, 6, m_clock.time), u"id-of-t-2"_s);
    QVERIFY(model.isFirstQuestion());
    model.begin(true);
    QVERIFY(!model.isFirstQuestion());
    QCOMPARE(model.partSize(), 6);
    model.setState(u"id-of-t-1"_s, State::Failed, u"Why."_s, u"details"_s, 5);
    model.setState(u"id-of-t-2"_s, State::Failed); // in use
    model.setState(u"id-of-t-3"_s, State::Unknown);
    model.setState(u"id-of-t-4"_s, State::AlreadyGone);
    model.setState(u"id-of-t-5"_s, State::Revoked);
    model.setState(u"id-of-t-6"_s, State::Stopped);
    QCOMPARE(model.countInPart(State::Revoked), 1);
    model.begin(true);
    QCOMPARE(model.ids(State::Waiting),
             QStringList({u"id-of-t-1"_s, u"id-of-t-3"_s, u"id-of-t-6"_s, u"id-of-t-2"_s}));
    // Tokens that the part before revoked stay, and do not count in this part.
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.partSize(), 4);
    QCOMPARE(model.count(State::Revoked), 1);
    QCOMPARE(model.countInPart(State::Revoked), 0);
    QCOMPARE(model.countInPart(State::AlreadyGone), 0);
    QVERIFY(model.index(0).data(RevokeListModel::SentenceRole).toString().isEmpty());
    model.setState(u"id-of-t-1"_s, State::Revoked);
    QCOMPARE(model.count(State::Revoked), 2);
    QCOMPARE(model.countInPart(State::Revoked), 1);
}

void TestRevokeListModel::tokenInUseCanBeKept()
{
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 3, m_clock.time), u"id-of-t-2"_s);
    model.begin(false);
    QCOMPARE(model.ids(State::Kept), QStringList{u"id-of-t-2"_s});
    QCOMPARE(model.count(State::Waiting), 2);
    model.setState(u"id-of-t-1"_s, State::Failed);
    QCOMPARE(model.question(m_clock.time).tokens, 2);
    QCOMPARE(model.question(m_clock.time).signedIn, 0);
}

void TestRevokeListModel::questionCountsOpenTokens()
{
    const UtcMs now = m_clock.time;
    RevokeListModel model;
    model.setTokens({samples::token(u"a"_s, {u"Admin"_s}, now + 12 * DayMs),
                     samples::token(u"b"_s, {}, now - DayMs), samples::token(u"c"_s, {}, NeverMs),
                     samples::token(u"d"_s, {}, now + 2 * DayMs)},
                    u"id-of-d"_s);
    model.setRevokedAlready(1);
    RevokeQuestion asked = model.question(now);
    QCOMPARE(asked.tokens, 4);
    QCOMPARE(asked.selected, 5);
    QCOMPARE(asked.revokedAlready, 1);
    QCOMPARE(asked.admins, 1);
    QCOMPARE(asked.expired, 1);
    QCOMPARE(asked.signedIn, 1);
    QCOMPARE(asked.firstExpiry, now + 2 * DayMs);
    QCOMPARE(asked.onlyRow, -1);

    model.begin(true);
    for (const QString &id : {u"id-of-a"_s, u"id-of-b"_s, u"id-of-d"_s})
        model.setState(id, State::Revoked);
    model.setState(u"id-of-c"_s, State::Stopped);
    asked = model.question(now);
    QCOMPARE(asked.tokens, 1);
    QCOMPARE(model.tokenAt(asked.onlyRow).name, u"c"_s);
    QCOMPARE(asked.revokedAlready, 4);
    QCOMPARE(asked.selected, 5);
    QCOMPARE(asked.admins, 0);
    QCOMPARE(asked.firstExpiry, NoTime);
}

void TestRevokeListModel::causeIgnoresIdAndTime()
{
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 3, m_clock.time), {});
    const QString why = u"Central answered 500: %1 is locked. Looked again at %2: active."_s;
    model.setState(u"id-of-t-1"_s, State::Failed, why.arg(u"id-of-t-1"_s, u"10:44"_s));
    model.setState(u"id-of-t-2"_s, State::Failed, why.arg(u"id-of-t-2"_s, u"9:01:59"_s));
    model.setState(u"id-of-t-3"_s, State::Failed, u"Central answered 503."_s);
    QCOMPARE(model.causeAt(0), model.causeAt(1));
    QVERIFY(model.causeAt(0) != model.causeAt(2));
    QVERIFY(model.sentenceAt(0) != model.sentenceAt(1));
}

void TestRevokeListModel::namesakesAreCountedOnce()
{
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 2, m_clock.time), {});
    QCOMPARE(model.index(0).data(RevokeListModel::NamesakesRole).toInt(), 1);
    int asked = 0;
    model.setNameCount([&asked](const QString &name) {
        ++asked;
        return name == u"t-2"_s ? 3 : 1;
    });
    QCOMPARE(asked, 0); // it is called for drawn rows only
    for (int i = 0; i < 3; ++i)
        QCOMPARE(model.index(1).data(RevokeListModel::NamesakesRole).toInt(), 3);
    QCOMPARE(asked, 1);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"3 token"_s));
    model.begin(true); // some of them may be revoked since
    model.index(1).data(RevokeListModel::NamesakesRole);
    QCOMPARE(asked, 2);
}

void TestRevokeListModel::verdictsSetStates()
{
    using Outcome = RevokeVerdict::Outcome;
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 7, m_clock.time), {});
    QCOMPARE(model.lastProvenAt(), NoTime);
    const std::pair<Outcome, State> table[] = {
        {Outcome::Revoked, State::Revoked},         {Outcome::Revoked, State::Revoked},
        {Outcome::AlreadyGone, State::AlreadyGone}, {Outcome::StillActive, State::Failed},
        {Outcome::Refused, State::Failed},          {Outcome::NotSent, State::NotSent},
        {Outcome::Unknown, State::Unknown}};
    for (int i = 0; i < 7; ++i) {
        RevokeVerdict verdict;
        verdict.fate = table[i].first;
        verdict.wasReadBack = i == 1;
        verdict.provenAt = 100 + i;
        model.setVerdict(u"id-of-t-%1"_s.arg(i + 1), verdict, u"Read."_s, u"details"_s, 7);
        QCOMPARE(model.index(i).data(RevokeListModel::StateRole).value<State>(), table[i].second);
        QCOMPARE(model.index(i).data(RevokeListModel::SentenceRole).toString(), u"Read."_s);
        QCOMPARE(model.index(i).data(RevokeListModel::AskedAtRole).toLongLong(), 7);
    }
    QCOMPARE(model.readBackCount(), 1);
    QCOMPARE(model.lastProvenAt(), UtcMs(102)); // of revoked and gone tokens
    model.setVerdict(u"not there"_s, {Outcome::Revoked, true, 900, NoTime, {}}, {}, {}, 7);
    QCOMPARE(model.readBackCount(), 1);
    QCOMPARE(model.lastProvenAt(), UtcMs(102));
    model.begin(true); // the report covers every part
    QCOMPARE(model.partSize(), 4);
    QCOMPARE(model.readBackCount(), 1);
    QCOMPARE(model.lastProvenAt(), UtcMs(102));
}

void TestRevokeListModel::tenThousandAreCounted()
{
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 10'000, m_clock.time), {});
    int seen = 0;
    for (int i = 1; i <= 10'000; ++i) {
        model.setState(u"id-of-t-%1"_s.arg(i), State::Revoked);
        seen += model.count(State::Revoked) == i && model.countInPart(State::Revoked) == i ? 1 : 0;
    }
    QCOMPARE(seen, 10'000);
}

void TestRevokeListModel::accessibleTexts()
{
    RevokeListModel model;
    Token token = samples::token(u"a\u202Eb"_s, {u"Analyst"_s, u"x\ny"_s}, m_clock.time);
    model.setTokens({token}, {});
    const QString asked = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(asked.contains(u"Analyst"));
    QVERIFY2(asked.contains(u", id-of-a"), qPrintable(asked)); // 8 characters
    QVERIFY(!asked.contains(QChar(0x202E)) && !asked.contains(u'\n'));
    model.setState(token.id, State::Unknown, u"Lost."_s);
    QVERIFY(model.index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u"may or may not be revoked"));
    QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"Lost."_s);
}

QTEST_MAIN(TestRevokeListModel)
#include "tst_revokelistmodel.moc"
