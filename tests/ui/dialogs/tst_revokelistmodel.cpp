// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"
#include "tests/ui/dialogs/dialogsamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

class tst_RevokeListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theTokenInUseIsLast();
    void oneRowForEachToken();
    void aStateGoesToItsRowAlone();
    void failuresComeFirstAndTheRestKeepsItsOrder();
    void aRetryTakesUpWhatIsUnfinishedAndNothingElse();
    void verdictsBecomeStates();
    void tenThousandAreCountedAtOnce();
    void whatAScreenReaderHears();

private:
    samples::FakeClock m_clock;
};

void tst_RevokeListModel::theTokenInUseIsLast()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::threeTokens(m_clock.time), u"id-of-desktop-mkeller"_s);
    QCOMPARE(model.ids(), QStringList({u"id-of-jenkins-prod-eu"_s, u"id-of-break-glass-2026"_s,
                                       u"id-of-desktop-mkeller"_s}));
    QVERIFY(model.holdsSignedIn());
    QVERIFY(model.index(2).data(RevokeListModel::SignedInRole).toBool());
    QVERIFY(!model.index(0).data(RevokeListModel::SignedInRole).toBool());
    QCOMPARE(model.adminCount(), 1);

    model.setTokens(samples::threeTokens(m_clock.time), {});
    QVERIFY(!model.holdsSignedIn());
    QCOMPARE(model.tokenAt(0).name, u"desktop-mkeller"_s);
}

void tst_RevokeListModel::oneRowForEachToken()
{
    RevokeListModel model;
    const QList<Token> three = samples::threeTokens(m_clock.time);
    model.setTokens(three + three, {});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.count(State::Asked), 3);
}

void tst_RevokeListModel::aStateGoesToItsRowAlone()
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
    QCOMPARE(model.finishedCount(), 1);
    model.setState(u"somebody else's"_s, State::Failed);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.count(State::Failed), 1);
}

void tst_RevokeListModel::failuresComeFirstAndTheRestKeepsItsOrder()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::manyTokens(u"t"_s, 8, m_clock.time), {});
    const State states[] = {State::Revoked, State::Unknown, State::AlreadyGone, State::Failed,
                            State::Kept,    State::Stopped, State::Failed,      State::NotSent};
    for (int i = 0; i < 8; ++i)
        model.setState(u"id-of-t-%1"_s.arg(i + 1), states[i]);
    model.putFailuresFirst();
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.tokenAt(row).name.mid(2));
    QCOMPARE(names.join(u' '), u"4 7 8 2 6 5 1 3"_s);
    // Still found by id.
    model.setState(u"id-of-t-3"_s, State::Failed);
    QCOMPARE(model.index(7).data(RevokeListModel::StateRole).value<State>(), State::Failed);
}

void tst_RevokeListModel::aRetryTakesUpWhatIsUnfinishedAndNothingElse()
{
    RevokeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTokens(samples::manyTokens(u"t"_s, 6, m_clock.time), u"id-of-t-2"_s);
    model.setState(u"id-of-t-1"_s, State::Failed, u"Why."_s, u"details"_s, 5);
    model.setState(u"id-of-t-2"_s, State::Failed); // in use
    model.setState(u"id-of-t-3"_s, State::Unknown);
    model.setState(u"id-of-t-4"_s, State::Kept);
    model.setState(u"id-of-t-5"_s, State::Revoked);
    model.setState(u"id-of-t-6"_s, State::Stopped);
    model.putFailuresFirst();
    model.keepUnfinished();
    QCOMPARE(model.ids(State::Waiting),
             QStringList({u"id-of-t-1"_s, u"id-of-t-3"_s, u"id-of-t-6"_s, u"id-of-t-2"_s}));
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(model.index(0).data(RevokeListModel::SentenceRole).toString().isEmpty());
    QVERIFY(model.index(3).data(RevokeListModel::SignedInRole).toBool());
}

void tst_RevokeListModel::verdictsBecomeStates()
{
    using Fate = RevokeVerdict::Fate;
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 7, m_clock.time), {});
    QCOMPARE(model.lastProvenAt(), NoTime);
    const std::pair<Fate, State> table[] = {
        {Fate::Revoked, State::Revoked},         {Fate::Revoked, State::Revoked},
        {Fate::AlreadyGone, State::AlreadyGone}, {Fate::StillActive, State::Failed},
        {Fate::Refused, State::Failed},          {Fate::NotSent, State::NotSent},
        {Fate::Unknown, State::Unknown}};
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
    QCOMPARE(model.lastProvenAt(), UtcMs(102)); // of those that are done
    model.setVerdict(u"not there"_s, {Fate::Revoked, true, 900, NoTime, {}}, {}, {}, 7);
    QCOMPARE(model.readBackCount(), 1);
    QCOMPARE(model.lastProvenAt(), UtcMs(102));
    model.keepUnfinished();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.readBackCount(), 0);
    QCOMPARE(model.lastProvenAt(), NoTime);
}

void tst_RevokeListModel::tenThousandAreCountedAtOnce()
{
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"t"_s, 10'000, m_clock.time), {});
    QElapsedTimer timer;
    timer.start();
    int seen = 0;
    for (int i = 1; i <= 10'000; ++i) {
        model.setState(u"id-of-t-%1"_s.arg(i), State::Revoked);
        seen += model.count(State::Revoked) == i && model.finishedCount() == i ? 1 : 0;
    }
    QCOMPARE(seen, 10'000);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void tst_RevokeListModel::whatAScreenReaderHears()
{
    RevokeListModel model;
    Token token = samples::token(u"a\u202Eb"_s, {u"Analyst"_s, u"x\ny"_s}, m_clock.time);
    model.setTokens({token}, {});
    const QString asked = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(asked.contains(u"Analyst"));
    QVERIFY(!asked.contains(QChar(0x202E)) && !asked.contains(u'\n'));
    model.setState(token.id, State::Unknown, u"Lost."_s);
    QVERIFY(model.index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u"may or may not be revoked"));
    QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"Lost."_s);
}

QTEST_GUILESS_MAIN(tst_RevokeListModel)
#include "tst_revokelistmodel.moc"
