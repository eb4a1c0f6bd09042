// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotationnews.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

namespace {

constexpr UtcMs Now = 1'787'647'320'000; // 2026-08-25T08:42:00Z

RotationRow rowIn(State state, Why why, UtcMs at = Now)
{
    RotationRow row;
    row.rotation.chain = QUuid::createUuid();
    row.rotation.old.name = u"ci"_s;
    row.rotation.plan = {Way::ByHand, at};
    row.standing = {state, why, RotationStanding::Next::Nothing};
    return row;
}

} // namespace

/// Which rotations the user is notified about.
class TestRotationNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyDueAndFailedWaitForTheUser();
    void rotationIsNewsOnceForItsStateAndDate();
    void notifiedRotationsSurviveARestart();
    void endedRotationsAreForgotten();
    void damagedTextIsLeftOut();
    void countsAreByState();
};

void TestRotationNews::onlyDueAndFailedWaitForTheUser()
{
    QList<RotationRow> rows;
    for (const State state : {State::Failed, State::Due, State::Blocked, State::Waiting,
                              State::Done, State::GivenUp, State::NotBegun})
        rows.append(rowIn(state, Why::ReminderPassed));
    const auto news = rotationNews(rows, {});
    QCOMPARE(news.size(), 2);
    QCOMPARE(news.first().standing.state, State::Failed);
    QCOMPARE(news.last().standing.state, State::Due);
}

void TestRotationNews::rotationIsNewsOnceForItsStateAndDate()
{
    RotationRow row = rowIn(State::Due, Why::ReminderPassed);
    NotifiedRotations notified;
    notified.add(row);
    QVERIFY(rotationNews({row}, notified).isEmpty());
    row.rotation.plan.at = Now + DayMs;
    QCOMPARE(rotationNews({row}, notified).size(), 1);
    row.rotation.plan.at = Now;
    row.standing = {State::Failed, Why::RevokeRefused, RotationStanding::Next::Nothing};
    QCOMPARE(rotationNews({row}, notified).size(), 1);
    notified.add(row);
    row.standing.why = Why::ActiveAgain;
    QCOMPARE(rotationNews({row}, notified).size(), 1);
    QCOMPARE(rotationNews({rowIn(State::Due, Why::ReminderPassed)}, notified).size(), 1);
}

void TestRotationNews::notifiedRotationsSurviveARestart()
{
    NotifiedRotations notified;
    notified.add(rowIn(State::Due, Why::DatePassed));
    notified.add(rowIn(State::Failed, Why::NewRefused, NoTime));
    QCOMPARE(NotifiedRotations::fromText(notified.toText()), notified);
}

void TestRotationNews::endedRotationsAreForgotten()
{
    const RotationRow row = rowIn(State::Due, Why::DatePassed);
    NotifiedRotations notified;
    notified.add(row);
    notified.keepOnly({row});
    QVERIFY(notified.contains(row));
    notified.keepOnly({rowIn(State::Due, Why::DatePassed)});
    QVERIFY(notified.isEmpty());
}

void TestRotationNews::damagedTextIsLeftOut()
{
    NotifiedRotations notified;
    notified.add(rowIn(State::Due, Why::DatePassed));
    const QString text = notified.toText();
    QCOMPARE(NotifiedRotations::fromText(text + u" x 1:2:3:4 "_s + text.left(20)), notified);
}

void TestRotationNews::countsAreByState()
{
    const RotationCounts counts =
        countsOf({rowIn(State::Due, Why::DatePassed), rowIn(State::Due, Why::DatePassed),
                  rowIn(State::Waiting, Why::ForTheUser), rowIn(State::Done, Why::Expired)});
    QCOMPARE(counts.at(std::size_t(State::Due)), 2);
    QCOMPARE(counts.at(std::size_t(State::Failed)), 0);
    QCOMPARE(underWayOf(counts), 3);
}

QTEST_GUILESS_MAIN(TestRotationNews)
#include "tst_rotationnews.moc"
