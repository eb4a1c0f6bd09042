// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/derivedrows.h"
#include "models/tokens/table/mergedtable.h"
#include "models/tokens/tokendetail.h"
#include "models/tokens/tokenselection.h"
#include "tests/models/randomtokens.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

KnownRoles someRoles()
{
    return KnownRoles({{u"Analyst"_s, {}, {{u"Integration"_s, Access::Read}}},
                       {u"Token Manager"_s, {}, {{u"Integration"_s, Access::ReadWrite}}}});
}

TokenDetail detailOfFirst(const QList<Token> &tokens)
{
    const TokenTablePtr table = tableOf(tokens);
    return detailOf({*table, 0, table->status(0, RandomNow), flagsOf(*table, 0, {}), RandomNow});
}

} // namespace

class TestTokenFlags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesGiveFlags_data();
    void rolesGiveFlags();
    void noRoleIsDeadBeforeRolesAreRead();
    void timesGiveFlags_data();
    void timesGiveFlags();
    void idsGiveFlags();
    void tokensOfARotationAreMarked();
    void flaggedRowsAreThoseWithTheFlag();
    void flagThatNoRowHasIsEmpty();
    void roleThatWritesAllThatAdminMayIsFlagged();
    void rightsOfOneNameAreComparedOnEachServer();
    void derivedRowsHoldForOneTableUntilATokenExpires();
    void eachServerFlagsItsOwnTokens();
    void historyOfAnotherServerDoesNotCount();
    void tokenThatAnotherOneMadeHasAFlag();
    void shieldOfAdminIsInItsChip();
    void expiredTokenDoesNotNeverExpire();
    void timelineFollowsTheStatus_data();
    void timelineFollowsTheStatus();
    void timelineSaysWhoMadeTheToken();
    void namesakesAreCounted();
};

void TestTokenFlags::rolesGiveFlags_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<TokenFlags>("flags");
    QTest::newRow("none") << QStringList{} << TokenFlags(TokenFlag::Powerless);
    QTest::newRow("reads") << QStringList{u"Analyst"_s} << TokenFlags();
    QTest::newRow("revokes") << QStringList{u"Analyst"_s, u"Token Manager"_s}
                             << (TokenFlag::RevokesTokens | TokenFlag::RaisesRights);
    QTest::newRow("deleted") << QStringList{u"Analyst"_s, u"Gone"_s}
                             << TokenFlags(TokenFlag::DeadRole);
    QTest::newRow("role None alone") << QStringList{u"None"_s} << TokenFlags(TokenFlag::Powerless);
    QTest::newRow("role None is built in") << QStringList{u"None"_s, u"Analyst"_s} << TokenFlags();
    QTest::newRow("case counts") << QStringList{u"analyst"_s}
                                 << (TokenFlag::DeadRole | TokenFlag::Powerless);
    QTest::newRow("deleted and None")
        << QStringList{u"Gone"_s, u"None"_s} << (TokenFlag::DeadRole | TokenFlag::Powerless);
}

void TestTokenFlags::rolesGiveFlags()
{
    QFETCH(QStringList, roles);
    QTEST(flagsOfRoles(roles, someRoles()), "flags");
}

void TestTokenFlags::noRoleIsDeadBeforeRolesAreRead()
{
    QCOMPARE(flagsOfRoles({u"Gone"_s}, {}), TokenFlags());
    QCOMPARE(flagsOfRoles({u"Admin"_s}, {}),
             TokenFlag::Admin | TokenFlag::RevokesTokens | TokenFlag::WritesAll);
}

void TestTokenFlags::timesGiveFlags_data()
{
    QTest::addColumn<UtcMs>("issued");
    QTest::addColumn<UtcMs>("expires");
    QTest::addColumn<TokenFlags>("flags");
    QTest::newRow("90 days") << UtcMs(0) << 90 * DayMs << TokenFlags();
    QTest::newRow("clocks differ") << UtcMs(0) << 90 * DayMs + HourMs << TokenFlags();
    QTest::newRow("longer") << UtcMs(0) << 91 * DayMs + 1 << TokenFlags(TokenFlag::LongLived);
    QTest::newRow("a year") << UtcMs(0) << 365 * DayMs << TokenFlags(TokenFlag::LongLived);
    QTest::newRow("issue not known") << NoTime << 999 * DayMs << TokenFlags();
    QTest::newRow("expiry not known") << UtcMs(0) << NoTime << TokenFlags();
    QTest::newRow("year 9999") << UtcMs(0) << NeverMs << TokenFlags(TokenFlag::NeverExpires);
}

void TestTokenFlags::timesGiveFlags()
{
    QFETCH(UtcMs, issued);
    QFETCH(UtcMs, expires);
    QTEST(flagsOfTimes(issued, expires), "flags");
}

void TestTokenFlags::idsGiveFlags()
{
    const TokenTablePtr table =
        tableOf({{u"a"_s, u"1"_s, {u"Analyst"_s}}, {{}, u"2"_s, {u"Analyst"_s}}});
    TokenKnowledge known;
    QCOMPARE(flagsOf(*table, 1, known), TokenFlags()); // its id is empty, as that of no sign-in
    known.signedInId = u"a"_s;
    known.openRevokes = {u"a"_s, u"not listed"_s};
    QCOMPARE(flagsOf(*table, 0, known), TokenFlag::SignedIn | TokenFlag::UnknownOutcome);
    QCOMPARE(flagsOf(*table, 1, known), TokenFlags());
}

void TestTokenFlags::tokensOfARotationAreMarked()
{
    const TokenTablePtr table = tableOf({{u"a"_s, u"ci"_s, {u"Analyst"_s}, NoTime, NoTime, false},
                                         {u"b"_s, u"ci-2"_s, {u"Analyst"_s}, NoTime, NoTime, false},
                                         {u"c"_s, u"x"_s, {u"Analyst"_s}, NoTime, NoTime, false}});
    TokenKnowledge known;
    known.rotations = {{u"a"_s, {true, u"ci-2"_s}}, {u"b"_s, {false, u"ci"_s}}};
    QCOMPARE(flagsOf(*table, 0, known), TokenFlag::Rotated);
    QCOMPARE(flagsOf(*table, 1, known), TokenFlag::Successor);
    QCOMPARE(flagsOf(*table, 2, known), TokenFlags());
    const FlaggedRows flagged(*table, TokenFlag::Rotated, known);
    QVERIFY(flagged.contains(0) && !flagged.contains(1) && !flagged.contains(2));
    QCOMPARE(known.rotationOf(*table, 1)->other, u"ci"_s);
}

void TestTokenFlags::flaggedRowsAreThoseWithTheFlag()
{
    RandomTokens random(5);
    const QList<Token> tokens = random.list(2'000);
    const TokenTablePtr table = tableOf(tokens);
    TokenKnowledge known{
        KnownRoles({{u"Analyst"_s, {}, {}}}), tokens.at(3).id, {tokens.at(5).id, tokens.at(7).id}};
    TokenHistory history;
    history.seenUntil = RandomNow - DayMs;
    history.seenList = 3;
    for (int i = 100; i < 200; ++i)
        history.lives[tokens.at(i).id].firstList = i / 50;
    for (int i = 150; i < 300; ++i)
        history.lives[tokens.at(i).id].endList = i / 50;
    known.history = std::make_shared<const TokenHistory>(history);
    known.derived.rows = derive(*table, known, RandomNow);
    for (int bit = 0; bit < 18; ++bit) {
        const auto flags = TokenFlags(TokenFlag(1 << bit));
        if (flags == TokenFlag::Remembered) // no view asks for it
            continue;
        const FlaggedRows flagged(*table, flags, known, RandomNow);
        for (TokenTable::Row row = 0; row < table->size(); ++row)
            QCOMPARE(flagged.contains(row), bool(flagsOf(*table, row, known, RandomNow) & flags));
    }
}

void TestTokenFlags::flagThatNoRowHasIsEmpty()
{
    const TokenTablePtr table = tableOf({{u"a"_s, u"n"_s, {u"Analyst"_s}}});
    QVERIFY(FlaggedRows(*table, TokenFlag::DeadRole, {}).isEmpty());
    QVERIFY(FlaggedRows(*table, TokenFlag::DeadRole, {.roles = someRoles()}).isEmpty());
    QVERIFY(FlaggedRows(*table, TokenFlag::SignedIn, {}).isEmpty());
}

void TestTokenFlags::roleThatWritesAllThatAdminMayIsFlagged()
{
    const AccessMap all{{u"Access"_s, Access::ReadWrite}, {u"Image"_s, Access::ReadWrite}};
    AccessMap most = all;
    most[u"Image"_s] = Access::Read;
    const KnownRoles roles({{u"Admin"_s, {}, all}, {u"Root"_s, {}, all}, {u"Most"_s, {}, most}});
    QVERIFY(flagsOfRoles({u"Root"_s}, roles).testFlag(TokenFlag::WritesAll));
    QVERIFY(!flagsOfRoles({u"Root"_s}, roles).testFlag(TokenFlag::Admin));
    QVERIFY(!flagsOfRoles({u"Most"_s}, roles).testFlag(TokenFlag::WritesAll));
    // Nothing is known of what Admin may.
    const KnownRoles unknown({{u"Admin"_s, {}, {}}, {u"Root"_s, {}, all}});
    QVERIFY(!flagsOfRoles({u"Root"_s}, unknown).testFlag(TokenFlag::WritesAll));
}

void TestTokenFlags::rightsOfOneNameAreComparedOnEachServer()
{
    const KnownRoles roles({{u"Reader"_s, {}, {{u"Image"_s, Access::Read}}},
                            {u"Writer"_s, {}, {{u"Image"_s, Access::ReadWrite}}}});
    const auto token = [](const QString &id, const QString &role) {
        return Token{id, u"ci-"_s + id, {role}, RandomNow, RandomNow + DayMs};
    };
    const Token few[] = {token(u"1"_s, u"Reader"_s), token(u"2"_s, u"Reader"_s)};
    const Token over = token(u"3"_s, u"Writer"_s);
    TokenKnowledge known;
    known.parts = {{.roles = roles}, {.roles = roles}};
    // Three of one name on one server; then the third is on another one.
    const MergedTable one({{tableOf({few[0], few[1], over}), 0}, {tableOf({}), 1}});
    const MergedTable two({{tableOf({few[0], few[1]}), 0}, {tableOf({over}), 1}});
    const auto isOver = [&](const TokenTable &table) {
        return FlaggedRows(table, TokenFlag::MoreThanGroup, known, RandomNow).contains(2);
    };
    QVERIFY(isOver(*one.table()));
    QVERIFY(!isOver(*two.table()));
    TokenQuery query;
    query.flags = tokenView(u"overPrivileged")->flags;
    const TokenSelection selection = select(*one.table(), query, RandomNow, known);
    QCOMPARE(selection.rows, std::vector<TokenTable::Row>{2});
    QCOMPARE(selection.count(*tokenView(u"overPrivileged")), 1U);
    // The row says why.
    QVERIFY(!flagsOf(*one.table(), 2, known, RandomNow).testFlag(TokenFlag::MoreThanGroup));
    known.derived.rows = selection.derived;
    QVERIFY(flagsOf(*one.table(), 2, known, RandomNow).testFlag(TokenFlag::MoreThanGroup));
    QVERIFY(!flagsOf(*two.table(), 2, known, RandomNow).testFlag(TokenFlag::MoreThanGroup));
}

void TestTokenFlags::derivedRowsHoldForOneTableUntilATokenExpires()
{
    const TokenTablePtr table =
        tableOf({{u"a"_s, u"n"_s, {u"Analyst"_s}, RandomNow, RandomNow + HourMs}});
    TokenKnowledge known;
    known.derived.rows = derive(*table, known, RandomNow);
    const DerivedRowsPtr &made = known.derived.rows;
    QCOMPARE(derivedOf(*table, known, RandomNow + HourMs - 1), made);
    QVERIFY(derivedOf(*table, known, RandomNow + HourMs) != made);
    QVERIFY(derivedOf(*table, known, RandomNow - 1) != made); // the clock was set back
    QVERIFY(derivedOf(*table->withRevoked({u"a"_s}), known, RandomNow) != made);
    QCOMPARE(known, TokenKnowledge()); // it is not compared
    TokenKnowledge other;
    other.signedInId = u"a"_s;
    QVERIFY(known.derivesAs(other));
    other.history = std::make_shared<const TokenHistory>();
    QVERIFY(!known.derivesAs(other));
}

void TestTokenFlags::eachServerFlagsItsOwnTokens()
{
    const Token first{u"a"_s, u"1"_s, {u"Ops"_s}};
    const Token second{u"b"_s, u"2"_s, {u"Ops"_s}};
    const Token third{u"c"_s, u"3"_s, {u"Ops"_s}};
    const MergedTable merged({{tableOf({first}), 0}, {tableOf({first, second, third}), 1}});
    const TokenTable &table = *merged.table();
    TokenKnowledge known;
    known.parts = {{.roles = KnownRoles({{u"Ops"_s, {}, {}}}), .signedInId = u"b"_s},
                   {.roles = KnownRoles({{u"Analyst"_s, {}, {}}}),
                    .signedInId = u"b"_s,
                    .openRevokes = {u"a"_s, u"c"_s}}};
    const TokenFlags expected[] = {{},
                                   TokenFlag::DeadRole | TokenFlag::SignedIn,
                                   TokenFlag::DeadRole | TokenFlag::UnknownOutcome};
    const TokenFlags asked = TokenFlag::DeadRole | TokenFlag::SignedIn | TokenFlag::UnknownOutcome;
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        QCOMPARE(flagsOf(table, row, known) & asked, expected[row]);
        for (const TokenFlag flag :
             {TokenFlag::DeadRole, TokenFlag::SignedIn, TokenFlag::UnknownOutcome})
            QCOMPARE(FlaggedRows(table, flag, known).contains(row), expected[row].testFlag(flag));
    }
    QCOMPARE(flagsOf(table, 1, {}) & asked, TokenFlags());
}

void TestTokenFlags::historyOfAnotherServerDoesNotCount()
{
    const auto remembering = [](const QString &id) {
        TokenHistory history;
        history.lives.insert(id, {.isRemembered = true});
        return std::make_shared<const TokenHistory>(history);
    };
    const auto revoked = [](const QString &id) { return Token{id, id, {}, NoTime, NoTime, true}; };
    const MergedTable merged({{tableOf({revoked(u"a"_s)}), 0}, {tableOf({revoked(u"b"_s)}), 1}});
    TokenKnowledge known;
    known.parts = {{.history = remembering(u"b"_s)}, {.history = remembering(u"b"_s)}};
    QVERIFY(!known.lifeOf(*merged.table(), 0));
    QVERIFY(known.lifeOf(*merged.table(), 1));
    QVERIFY(flagsOf(*merged.table(), 1, known).testFlag(TokenFlag::Remembered));
}

void TestTokenFlags::tokenThatAnotherOneMadeHasAFlag()
{
    const TokenTablePtr table = tableOf({{u"a"_s, u"1"_s, {u"Analyst"_s}},
                                         {u"b"_s, u"2"_s, {u"Analyst"_s}},
                                         {u"c"_s, u"3"_s, {u"Analyst"_s}}});
    TokenHistory history;
    history.lives.insert(u"a"_s, {.creator = {.userId = u"auth-token:c"_s}});
    history.lives.insert(u"b"_s, {.creator = {.userId = u"admin"_s}});
    const TokenKnowledge known{.history = std::make_shared<const TokenHistory>(history)};
    const FlaggedRows flagged(*table, TokenFlag::MadeByToken, known);
    for (TokenTable::Row row = 0; row < 3; ++row) {
        QCOMPARE(flagsOf(*table, row, known).testFlag(TokenFlag::MadeByToken), row == 0);
        QCOMPARE(flagged.contains(row), row == 0);
    }
}

void TestTokenFlags::shieldOfAdminIsInItsChip()
{
    for (const TokenFlagInfo &info : tokenFlagTable()) {
        if (info.flag != TokenFlag::RevokesTokens)
            continue;
        QVERIFY(info.mark({TokenFlag::RevokesTokens | TokenFlag::Admin}).isEmpty());
        QVERIFY(!info.mark({TokenFlag::RevokesTokens}).isEmpty());
    }
}

void TestTokenFlags::expiredTokenDoesNotNeverExpire()
{
    Token token{u"a"_s, u"n"_s, {u"Analyst"_s}, RandomNow - DayMs, NeverMs, false};
    QCOMPARE(detailFlags(detailOfFirst({token})).size(), 1);
    token.revoked = true;
    QVERIFY(detailFlags(detailOfFirst({token})).isEmpty());
}

void TestTokenFlags::timelineFollowsTheStatus_data()
{
    using Kind = TimelineEntry::Kind;
    QTest::addColumn<Token>("token");
    QTest::addColumn<QList<TimelineEntry>>("entries");
    const UtcMs past = RandomNow - DayMs;
    const UtcMs soon = RandomNow + DayMs;
    const UtcMs later = RandomNow + 90 * DayMs;
    const auto row = [](const char *name, UtcMs issued, UtcMs expires, bool revoked,
                        const QList<TimelineEntry> &entries) {
        QTest::newRow(name) << Token{u"a"_s, u"n"_s, {}, issued, expires, revoked} << entries;
    };
    row("nothing known", NoTime, NoTime, false, {});
    row("active", past, later, false,
        {{Kind::Issued, past, false, false}, {Kind::Expires, later, true, false}});
    row("expiring", NoTime, soon, false, {{Kind::Expires, soon, true, true}});
    row("expired", NoTime, past, false, {{Kind::Expired, past, false, false}});
    row("revoked before", NoTime, later, true, {{Kind::WouldHaveExpired, later, true, false}});
    row("revoked, then expired", NoTime, past, true,
        {{Kind::WouldHaveExpired, past, false, false}});
}

void TestTokenFlags::timelineFollowsTheStatus()
{
    QFETCH(Token, token);
    QTEST(timelineOf(token, statusAt(token, RandomNow), RandomNow), "entries");
}

void TestTokenFlags::timelineSaysWhoMadeTheToken()
{
    const Token token{u"a"_s, u"n"_s, {}, RandomNow - DayMs, RandomNow + DayMs, false};
    TokenLife life;
    const auto issued = [&] {
        return timelineOf(token, TokenStatus::Active, RandomNow, &life).value(0);
    };
    QCOMPARE(issued().by, QString()); // and not "not known"
    life.creator.userId = u"admin"_s;
    QCOMPARE(issued().kind, TimelineEntry::Kind::Issued);
    QCOMPARE(issued().by, u"admin"_s);
}

void TestTokenFlags::namesakesAreCounted()
{
    const Token live{u"a"_s, u"n"_s, {u"Analyst"_s}, NoTime, RandomNow + DayMs, false};
    Token expired = live;
    expired.id = u"b"_s;
    expired.expiresAt = RandomNow - DayMs;
    Token other = live;
    other.id = u"c"_s;
    QCOMPARE(detailOfFirst({live}).liveWithName, 0);
    QCOMPARE(detailOfFirst({live, expired}).liveWithName, 1);
    QCOMPARE(detailOfFirst({live, expired, other}).liveWithName, 2);
    QVERIFY(detailFlags(detailOfFirst({live, expired, other})).first().text.startsWith(u'2'));
    QCOMPARE(detailFlags(detailOfFirst({live, expired})).first().text,
             u"Another token has the same name"_s);
}

QTEST_APPLESS_MAIN(TestTokenFlags)
#include "tst_tokenflags.moc"
