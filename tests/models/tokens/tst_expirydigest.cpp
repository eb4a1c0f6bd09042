// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/expirydigest.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Now = RandomNow;

Token tokenThatExpires(UtcMs at, const QString &id = u"a"_s, bool revoked = false)
{
    return {id, u"name"_s, {u"Analyst"_s}, Now - 300 * DayMs, at, revoked};
}

/// The days of the threshold that a single token is due for; -1: it is not due.
int dueFor(const Token &token, UtcMs now, const ServerNotices &notices = {},
           const NotifiedTokens &notified = {})
{
    const ExpiryDigest digest = dueDigest(*tableOf({token}), now, notices, notified);
    return digest.isEmpty() ? -1 : NoticeDays[std::size_t(digest.due.constFirst().threshold)];
}

ServerNotices only(std::initializer_list<int> days)
{
    ServerNotices notices;
    for (std::size_t at = 0; at < NoticeDays.size(); ++at)
        notices.isChosen[at] = std::find(days.begin(), days.end(), NoticeDays[at]) != days.end();
    return notices;
}

/// Looks at the table, notes what is due, and returns it.
ExpiryDigest shown(const TokenTable &table, UtcMs now, const ServerNotices &notices,
                   NotifiedTokens *notified)
{
    ExpiryDigest digest = dueDigest(table, now, notices, *notified);
    note(digest, table, notified);
    *notified = NotifiedTokens::fromText(notified->toText()); // as over a restart
    return digest;
}

} // namespace

class TestExpiryDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thresholdIsReachedToTheMillisecond_data();
    void thresholdIsReachedToTheMillisecond();
    void eachThresholdComesOnce();
    void ofSeveralPassedThresholdsTheClosestComes();
    void revokedAndNeverExpiringTokensNeverCome();
    void mutedServerHasNothing();
    void thresholdThatIsNotChosenDoesNotCome();
    void thresholdThatIsChosenLaterComes();
    void clockThatGoesBackRepeatsNothing();
    void digestCountsAndSorts();
    void nextThresholdIsTheNextDigest();
    void oldEntriesAreDropped();
    void textThatIsNotOursIsLeftOut();
    void idsAreNotInTheText();
    void everyTokenComesOncePerThresholdInAYear();
};

void TestExpiryDigest::thresholdIsReachedToTheMillisecond_data()
{
    QTest::addColumn<int>("days");
    for (const int days : NoticeDays)
        QTest::addRow("%d days", days) << days;
}

void TestExpiryDigest::thresholdIsReachedToTheMillisecond()
{
    QFETCH(const int, days);
    const Token token = tokenThatExpires(Now + days * DayMs);
    QCOMPARE(dueFor(token, Now, only({days})), days);
    QCOMPARE(dueFor(token, Now - 1, only({days})), -1);
}

void TestExpiryDigest::eachThresholdComesOnce()
{
    const auto table = tableOf({tokenThatExpires(Now)});
    NotifiedTokens notified;
    QList<int> came;
    for (UtcMs time = Now - 40 * DayMs; time < Now + 2 * DayMs; time += HourMs) {
        const ExpiryDigest digest = shown(*table, time, {}, &notified);
        if (!digest.isEmpty())
            came.append(NoticeDays[std::size_t(digest.due.constFirst().threshold)]);
    }
    QCOMPARE(came, QList<int>(NoticeDays.begin(), NoticeDays.end()));
}

void TestExpiryDigest::ofSeveralPassedThresholdsTheClosestComes()
{
    const auto table = tableOf({tokenThatExpires(Now + 5 * DayMs)});
    NotifiedTokens notified;
    const ExpiryDigest digest = shown(*table, Now, {}, &notified);
    QCOMPARE(digest.due.size(), 1);
    QCOMPARE(NoticeDays[std::size_t(digest.due.constFirst().threshold)], 7);
    QVERIFY(shown(*table, Now, {}, &notified).isEmpty());
    QCOMPARE(shown(*table, Now + 4 * DayMs, {}, &notified).due.size(), 1);
}

void TestExpiryDigest::revokedAndNeverExpiringTokensNeverCome()
{
    QCOMPARE(dueFor(tokenThatExpires(Now - HourMs, u"a"_s, true), Now), -1);
    QCOMPARE(dueFor(tokenThatExpires(Now + HourMs, u"a"_s, true), Now), -1);
    QCOMPARE(dueFor(tokenThatExpires(NoTime), Now), -1);
    QCOMPARE(dueFor(tokenThatExpires(NeverMs), NeverMs + DayMs), -1);
}

void TestExpiryDigest::mutedServerHasNothing()
{
    ServerNotices muted;
    muted.isMuted = true;
    const Token token = tokenThatExpires(Now + HourMs);
    QCOMPARE(dueFor(token, Now, muted), -1);
    QVERIFY(!nextThreshold(*tableOf({token}), Now, muted));
    muted.isMuted = false;
    QCOMPARE(dueFor(token, Now, muted), 1); // what waited
}

void TestExpiryDigest::thresholdThatIsNotChosenDoesNotCome()
{
    QCOMPARE(dueFor(tokenThatExpires(Now + 10 * DayMs), Now, only({7})), -1);
    QCOMPARE(dueFor(tokenThatExpires(Now + 5 * DayMs), Now, only({14})), 14); // passed, not told
    QCOMPARE(dueFor(tokenThatExpires(Now + 5 * DayMs), Now, only({})), -1);
}

void TestExpiryDigest::thresholdThatIsChosenLaterComes()
{
    const auto table = tableOf({tokenThatExpires(Now + 5 * DayMs)});
    NotifiedTokens notified;
    QCOMPARE(shown(*table, Now, only({30}), &notified).due.size(), 1);
    QVERIFY(shown(*table, Now, only({30}), &notified).isEmpty());
    QCOMPARE(shown(*table, Now, only({30, 7}), &notified).due.size(), 1);
    QVERIFY(shown(*table, Now, {}, &notified).isEmpty()); // 14 days is farther than 7
}

void TestExpiryDigest::clockThatGoesBackRepeatsNothing()
{
    const auto table = tableOf({tokenThatExpires(Now + 5 * DayMs)});
    NotifiedTokens notified;
    QCOMPARE(shown(*table, Now, {}, &notified).due.size(), 1);
    QVERIFY(shown(*table, Now - 5 * DayMs, {}, &notified).isEmpty());
    QVERIFY(shown(*table, Now - 20 * DayMs, {}, &notified).isEmpty());
    QVERIFY(shown(*table, Now, {}, &notified).isEmpty());
}

void TestExpiryDigest::digestCountsAndSorts()
{
    const auto table = tableOf({tokenThatExpires(Now + 20 * DayMs, u"late"_s),
                                tokenThatExpires(Now - HourMs, u"expired"_s),
                                tokenThatExpires(Now + 2 * DayMs, u"soon"_s),
                                tokenThatExpires(Now + 90 * DayMs, u"not yet"_s)});
    const ExpiryDigest digest = dueDigest(*table, Now, {}, {});
    QList<TokenTable::Row> rows;
    for (const ExpiryDigest::Due &due : digest.due)
        rows.append(due.row);
    QCOMPARE(rows, (QList<TokenTable::Row>{1, 2, 0}));
    QCOMPARE(digest.expired, 1);
    QCOMPARE(digest.expiring(), 2);
    QCOMPARE(digest.days, 30);
}

void TestExpiryDigest::nextThresholdIsTheNextDigest()
{
    const auto table = tableOf({tokenThatExpires(Now + 10 * DayMs, u"a"_s),
                                tokenThatExpires(Now + 60 * DayMs, u"b"_s),
                                tokenThatExpires(Now - DayMs, u"c"_s)});
    QCOMPARE(nextThreshold(*table, Now, {}), std::optional(Now + 3 * DayMs));
    QCOMPARE(nextThreshold(*table, Now, only({0})), std::optional(Now + 10 * DayMs));
    QVERIFY(!nextThreshold(*tableOf({}), Now, {}));
    NotifiedTokens notified;
    (void)shown(*table, Now, {}, &notified);
    QVERIFY(shown(*table, Now + 3 * DayMs - 1, {}, &notified).isEmpty());
    QCOMPARE(shown(*table, Now + 3 * DayMs, {}, &notified).due.size(), 1);
}

void TestExpiryDigest::oldEntriesAreDropped()
{
    NotifiedTokens notified;
    notified.add(u"a"_s, 4, Now);
    notified.add(u"b"_s, 0, Now + 20 * DayMs);
    const auto listed = tableOf({tokenThatExpires(Now, u"a"_s)});
    const auto none = tableOf({});
    notified.dropOld(Now + 6 * DayMs, *none);
    QCOMPARE(notified.thresholdOf(u"a"_s), 4);
    notified.dropOld(Now + 8 * DayMs, *listed); // Central has not deleted it
    QCOMPARE(notified.thresholdOf(u"a"_s), 4);
    notified.dropOld(Now + 8 * DayMs, *none);
    QCOMPARE(notified.thresholdOf(u"a"_s), -1);
    QCOMPARE(notified.thresholdOf(u"b"_s), 0);
}

void TestExpiryDigest::textThatIsNotOursIsLeftOut()
{
    NotifiedTokens notified;
    notified.add(u"a"_s, 2, Now);
    const QString good = notified.toText();
    const QString bad = u"x 1:2 0123456789abcdef:13:5 0123456789abcdef:7:x 0:7:5 "
                        "0123456789abcdef:7:99999999999999999 :: "_s;
    QCOMPARE(NotifiedTokens::fromText(bad + good), notified);
    QVERIFY(NotifiedTokens::fromText(QString()).isEmpty());
}

void TestExpiryDigest::idsAreNotInTheText()
{
    NotifiedTokens notified;
    const QString id = u"0d8f6c1e-9a53-4c1d-8f00-1d6f2b110000"_s;
    notified.add(id, 1, Now);
    QVERIFY(!notified.toText().contains(id.first(8)));
}

/// Random tokens and choices, with a look at random times: compared with the words of the rule.
void TestExpiryDigest::everyTokenComesOncePerThresholdInAYear()
{
    RandomTokens random(11);
    for (int turn = 0; turn < 30; ++turn) {
        QList<Token> tokens;
        for (int at = 0; at < 40; ++at)
            tokens.append(tokenThatExpires(Now + UtcMs(random.below(360 * 24)) * HourMs,
                                           QString::number(at), random.below(8) == 0));
        ServerNotices notices;
        for (bool &isChosen : notices.isChosen)
            isChosen = random.below(3) > 0;
        const auto table = tableOf(tokens);
        NotifiedTokens notified;
        std::map<TokenTable::Row, int> last;
        for (UtcMs time = Now - 40 * DayMs; time < Now + 366 * DayMs;
             time += UtcMs(random.below(72)) * HourMs + 1) {
            const ExpiryDigest digest = shown(*table, time, notices, &notified);
            notified.dropOld(time, *table);
            for (const ExpiryDigest::Due &due : digest.due) {
                const Token &token = tokens.at(qsizetype(due.row));
                QVERIFY(!token.revoked);
                QVERIFY(notices.isChosen[std::size_t(due.threshold)]);
                QVERIFY(time >= token.expiresAt - NoticeDays[std::size_t(due.threshold)] * DayMs);
                QVERIFY(!last.contains(due.row) || last[due.row] < due.threshold);
                last[due.row] = due.threshold;
            }
        }
        // Each token has reached the closest threshold that was chosen.
        int closest = -1;
        for (std::size_t at = 0; at < NoticeDays.size(); ++at)
            closest = notices.isChosen[at] ? int(at) : closest;
        for (TokenTable::Row row = 0; row < table->size(); ++row) {
            const bool comes = !tokens.at(qsizetype(row)).revoked && closest >= 0;
            QCOMPARE(last.contains(row), comes);
            if (comes)
                QCOMPARE(last[row], closest);
        }
    }
}

QTEST_GUILESS_MAIN(TestExpiryDigest)
#include "tst_expirydigest.moc"
