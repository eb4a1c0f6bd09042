// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "tests/models/randomtokens.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Noon = RandomNow;

Token tokenOf(const QString &id, UtcMs issuedAt)
{
    return {id, u"name-"_s + id, {u"Analyst"_s}, issuedAt, issuedAt + 90 * DayMs};
}

TokenCreation made(const QString &id, UtcMs at, const QString &user = u"admin"_s)
{
    return {id, user, u"basic Login"_s, at};
}

/// The history of one Central, whose clock is this computer's.
class Kept
{
public:
    Kept() { reopen(); }
    void reopen()
    {
        m_history.reset();
        m_history = std::make_unique<CentralHistory>(
            HistoryFile::Place{.path = m_folder.filePath(u"file.sqlite"_s),
                               .uuid = QUuid::createUuid(),
                               .isKnown = m_isKnown,
                               .process = QUuid::createUuid()});
        (void)m_history->open(u"lab"_s, u"lab:443"_s);
        m_isKnown = true;
    }
    CreatorsWanted list(const QList<Token> &tokens, UtcMs at)
    {
        return m_history
            ->record({.table = tableOf(tokens), .askedAt = at, .arrivedAt = at, .skew = 0})
            .creators;
    }
    RecordedCreators take(const QList<TokenCreation> &all, UtcMs at, bool isComplete = true)
    {
        return m_history->recordCreators({{all, isComplete}, at});
    }
    [[nodiscard]] TokenHistoryPtr view() { return m_history->view().history; }
    [[nodiscard]] TokenCreator creator(const QString &id)
    {
        return view()->lives.value(id).creator;
    }
    [[nodiscard]] NoCreator whyNot(UtcMs issuedAt, UtcMs now)
    {
        return whyNoCreator(view()->creators, issuedAt, now);
    }
    [[nodiscard]] CentralHistory &history() { return *m_history; }

private:
    QTemporaryDir m_folder;
    bool m_isKnown = false;
    std::unique_ptr<CentralHistory> m_history;
};

} // namespace

/// Who made a token, as it is recorded, and why it is not known.
class TestCreators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creatorsSurviveARestart();
    void tokenThatMadeAnotherHasItsName();
    void onlyTokensOfUnknownCreatorsAreAskedFor();
    void unchangedListsAreNoGap();
    void fourDaysWithoutAListAreAGap();
    void tokensFromBeforeTheFirstListAreTooOld();
    void partIsReadOnFromItsEnd();
    void missingRightIsToldOnce();
    void hostileUserIsKeptAsText();
};

void TestCreators::creatorsSurviveARestart()
{
    Kept kept;
    kept.list({tokenOf(u"a"_s, Noon)}, Noon + MinuteMs);
    QVERIFY(kept.take({made(u"a"_s, Noon)}, Noon + MinuteMs).isChanged);
    QVERIFY(!kept.take({made(u"a"_s, Noon, u"other"_s)}, Noon + 2 * MinuteMs).isChanged);
    kept.reopen();
    QCOMPARE(kept.creator(u"a"_s).userId, u"admin"_s);
    QCOMPARE(kept.creator(u"a"_s).provider, u"basic Login"_s);
    QVERIFY(!kept.creator(u"b"_s).isKnown());
}

void TestCreators::tokenThatMadeAnotherHasItsName()
{
    Kept kept;
    kept.list({tokenOf(u"maker"_s, Noon), tokenOf(u"a"_s, Noon), tokenOf(u"b"_s, Noon)},
              Noon + MinuteMs);
    kept.take({made(u"a"_s, Noon, u"auth-token:maker"_s), made(u"b"_s, Noon, u"auth-token:x"_s)},
              Noon + MinuteMs);
    QCOMPARE(kept.creator(u"a"_s).tokenId(), u"maker"_s);
    QCOMPARE(kept.creator(u"a"_s).tokenName, u"name-maker"_s);
    QVERIFY(kept.creator(u"b"_s).isToken());
    QVERIFY(kept.creator(u"b"_s).tokenName.isEmpty());
    // Central has deleted it.
    kept.list({tokenOf(u"a"_s, Noon)}, Noon + HourMs);
    QCOMPARE(kept.creator(u"a"_s).tokenName, u"name-maker"_s);
}

void TestCreators::onlyTokensOfUnknownCreatorsAreAskedFor()
{
    Kept kept;
    const Token a = tokenOf(u"a"_s, Noon - HourMs);
    CreatorsWanted wanted = kept.list({a}, Noon);
    QVERIFY(wanted.isNow);
    QCOMPARE(wanted.from, NoTime);
    wanted = kept.take({made(u"a"_s, Noon - HourMs)}, Noon).creators;
    QVERIFY(!wanted.isNow);
    QCOMPARE(wanted.from, Noon - 2 * MinuteMs);
    QVERIFY(!kept.list({a}, Noon + MinuteMs).isNow);
    const Token b = tokenOf(u"b"_s, Noon + 2 * MinuteMs);
    QVERIFY(kept.list({a, b}, Noon + 3 * MinuteMs).isNow);
    // Its event is not written yet.
    QVERIFY(kept.take({}, Noon + 3 * MinuteMs).creators.isNow);
    QVERIFY(!kept.take({made(u"b"_s, Noon + 2 * MinuteMs)}, Noon + 4 * MinuteMs).creators.isNow);
    kept.reopen();
    QVERIFY(!kept.list({a, b}, Noon + 5 * MinuteMs).isNow);
}

void TestCreators::unchangedListsAreNoGap()
{
    Kept kept;
    const Token a = tokenOf(u"a"_s, Noon - HourMs);
    kept.list({a}, Noon);
    kept.take({made(u"a"_s, Noon - HourMs)}, Noon);
    for (int day = 1; day <= 10; ++day)
        QVERIFY(!kept.list({a}, Noon + day * DayMs).isNow);
    const Token b = tokenOf(u"b"_s, Noon + 10 * DayMs + HourMs);
    const CreatorsWanted wanted = kept.list({a, b}, Noon + 10 * DayMs + 2 * HourMs);
    QVERIFY(wanted.isNow);
    QCOMPARE(wanted.from, Noon + 10 * DayMs - 2 * MinuteMs);
    kept.take({}, Noon + 10 * DayMs + 2 * HourMs);
    QCOMPARE(kept.whyNot(Noon + 9 * DayMs, Noon + 11 * DayMs).why, NoCreator::Why::NotTold);
}

void TestCreators::fourDaysWithoutAListAreAGap()
{
    Kept kept;
    const Token a = tokenOf(u"a"_s, Noon - HourMs);
    kept.list({a}, Noon);
    kept.take({made(u"a"_s, Noon - HourMs)}, Noon);
    kept.reopen();
    const UtcMs now = Noon + 20 * DayMs;
    const Token lost = tokenOf(u"lost"_s, Noon + 5 * DayMs);
    const Token told = tokenOf(u"told"_s, now - DayMs);
    QVERIFY(kept.list({a, lost, told}, now).isNow);
    const auto recorded = kept.take({made(u"told"_s, now - DayMs)}, now);
    QVERIFY(recorded.isChanged);
    QVERIFY(!recorded.creators.isNow); // nothing more can be told
    QCOMPARE(kept.whyNot(lost.issuedAt, now), (NoCreator{NoCreator::Why::Gap, 20}));
    QCOMPARE(kept.whyNot(now - 3 * DayMs, now).why, NoCreator::Why::NotTold);
    QCOMPARE(kept.whyNot(now - MinuteMs, now).why, NoCreator::Why::NotYet);
    kept.reopen();
    QCOMPARE(kept.whyNot(lost.issuedAt, now).why, NoCreator::Why::Gap);
}

void TestCreators::tokensFromBeforeTheFirstListAreTooOld()
{
    Kept kept;
    QCOMPARE(kept.whyNot(Noon, Noon).why, NoCreator::Why::NotAsked);
    kept.list({tokenOf(u"a"_s, Noon - 30 * DayMs)}, Noon);
    kept.take({made(u"b"_s, Noon - 6 * DayMs)}, Noon); // set to keep them for longer
    QCOMPARE(kept.whyNot(Noon - 30 * DayMs, Noon).why, NoCreator::Why::TooOld);
    QCOMPARE(kept.whyNot(Noon - 5 * DayMs, Noon).why, NoCreator::Why::NotTold);
}

void TestCreators::partIsReadOnFromItsEnd()
{
    Kept kept;
    kept.list({tokenOf(u"a"_s, Noon - HourMs), tokenOf(u"b"_s, Noon - MinuteMs)}, Noon);
    const auto recorded = kept.take({made(u"a"_s, Noon - HourMs)}, Noon, false);
    QVERIFY(recorded.creators.isNow);
    QCOMPARE(recorded.creators.from, Noon - HourMs - 2 * MinuteMs);
}

void TestCreators::missingRightIsToldOnce()
{
    Kept kept;
    kept.list({tokenOf(u"a"_s, Noon)}, Noon + MinuteMs);
    QVERIFY(kept.history().noteCreatorsForbidden().history);
    QVERIFY(!kept.history().noteCreatorsForbidden().history);
    QCOMPARE(kept.whyNot(Noon, Noon + HourMs).why, NoCreator::Why::Forbidden);
    kept.reopen();
    QVERIFY(!kept.history().noteCreatorsForbidden().history);
    // Another credential has the right.
    QVERIFY(kept.take({made(u"a"_s, Noon)}, Noon + HourMs).isChanged);
    QCOMPARE(kept.whyNot(Noon + MinuteMs, Noon + HourMs).why, NoCreator::Why::NotTold);
}

void TestCreators::hostileUserIsKeptAsText()
{
    Kept kept;
    const QString user = u"'; DROP TABLE creator; --\u202E"_s + QChar(0);
    kept.take({made(u"a"_s, Noon, user)}, Noon + MinuteMs);
    QCOMPARE(kept.creator(u"a"_s).userId, storedText(user));
}

QTEST_GUILESS_MAIN(TestCreators)
#include "tst_creators.moc"
