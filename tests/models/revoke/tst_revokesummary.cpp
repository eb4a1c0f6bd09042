// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokesummary.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Outcome = RevokeVerdict::Outcome;
using State = RevokeSummary::State;

namespace {

RevokeEvent eventOf(const QString &id, Outcome fate, bool isListed = false)
{
    RevokeEvent event;
    event.token.id = id;
    event.token.name = isListed ? QString() : u"name of "_s + id;
    event.verdict.fate = fate;
    event.verdict.provenAt = 5;
    event.isListed = isListed;
    return event;
}

} // namespace

class TestRevokeSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutEventsThereIsNothingToShow();
    void latestEventOfATokenCounts();
    void listedEventSettlesALostAnswer();
    void retryIsAboutProvenFailuresFirst();
    void idsKeepTheOrderOfTheFirstEvents();
    void unknownTokensOfTheRevocationBeforeStay();
};

void TestRevokeSummary::withoutEventsThereIsNothingToShow()
{
    const RevokeSummary summary;
    QVERIFY(summary.isEmpty());
    QVERIFY(!summary.isOpen());
    QVERIFY(summary.retryIds().isEmpty());
}

void TestRevokeSummary::latestEventOfATokenCounts()
{
    RevokeSummary summary;
    summary.take(eventOf(u"a"_s, Outcome::Refused));
    QVERIFY(summary.isOpen());
    summary.take(eventOf(u"a"_s, Outcome::Revoked));
    QVERIFY(!summary.isOpen());
    QVERIFY(summary.isOfOne());
    QCOMPARE(summary.count(State::NotRevoked), 0);
    QCOMPARE(summary.count(State::Revoked), 1);
}

void TestRevokeSummary::listedEventSettlesALostAnswer()
{
    RevokeSummary summary;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        summary.take(eventOf(id, Outcome::Unknown));
    QCOMPARE(summary.listedAt(), NoTime);
    summary.take(eventOf(u"a"_s, Outcome::Revoked, true));
    summary.take(eventOf(u"b"_s, Outcome::AlreadyGone, true));
    summary.take(eventOf(u"c"_s, Outcome::StillActive, true));
    QCOMPARE(summary.count(State::Unknown), 0);
    QCOMPARE(summary.ids(State::ListedRevoked), QStringList{u"a"_s});
    QCOMPARE(summary.ids(State::ListedGone), QStringList{u"b"_s});
    QCOMPARE(summary.ids(State::ListedActive), QStringList{u"c"_s});
    QCOMPARE(summary.name(u"a"_s), u"name of a"_s); // which the list's event lacks
    QCOMPARE(summary.listedAt(), UtcMs(5));
    QVERIFY(summary.isOpen());
}

void TestRevokeSummary::retryIsAboutProvenFailuresFirst()
{
    RevokeSummary summary;
    summary.take(eventOf(u"unknown"_s, Outcome::Unknown));
    QCOMPARE(summary.retryIds(), QStringList{u"unknown"_s});
    summary.take(eventOf(u"unsent"_s, Outcome::NotSent));
    summary.take(eventOf(u"refused"_s, Outcome::StillActive));
    QCOMPARE(summary.retryIds(), (QStringList{u"refused"_s, u"unsent"_s}));
}

void TestRevokeSummary::idsKeepTheOrderOfTheFirstEvents()
{
    RevokeSummary summary;
    for (const QString &id : {u"c"_s, u"a"_s, u"b"_s})
        summary.take(eventOf(id, Outcome::Refused));
    summary.take(eventOf(u"c"_s, Outcome::Refused));
    QCOMPARE(summary.ids(State::NotRevoked), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
}

void TestRevokeSummary::unknownTokensOfTheRevocationBeforeStay()
{
    RevokeSummary before;
    before.take(eventOf(u"lost"_s, Outcome::Unknown));
    before.take(eventOf(u"again"_s, Outcome::Unknown));
    before.take(eventOf(u"refused"_s, Outcome::Refused));
    RevokeSummary summary;
    summary.take(eventOf(u"again"_s, Outcome::Revoked));
    summary.keepUnknown(before);
    QCOMPARE(summary.ids(State::Unknown), QStringList{u"lost"_s});
    QCOMPARE(summary.name(u"lost"_s), u"name of lost"_s);
    QCOMPARE(summary.count(State::NotRevoked), 0);
    QCOMPARE(summary.count(State::Revoked), 1);
    QVERIFY(summary.isUnknown(u"lost"_s));
    QVERIFY(!summary.isUnknown(u"again"_s));
    summary.take(eventOf(u"lost"_s, Outcome::AlreadyGone, true));
    QVERIFY(!summary.isOpen());
}

QTEST_GUILESS_MAIN(TestRevokeSummary)
#include "tst_revokesummary.moc"
