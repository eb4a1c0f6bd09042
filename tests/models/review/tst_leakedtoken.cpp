// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakedtoken.h"
#include "tests/models/randomtokens.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Place = LeakedToken::Place;
using Remark = LeakedToken::Remark;
using Revoking = LeakServer::Revoking;

namespace {

constexpr UtcMs Now = RandomNow;
const QString Id = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;

FoundToken foundToken(const QString &id = Id)
{
    FoundToken found;
    found.kind = FoundToken::Kind::ApiToken;
    found.claims.kind = TokenClaims::Kind::ApiToken;
    found.claims.id = id;
    found.claims.name = u"claimed"_s;
    found.claims.roles = {u"Admin"_s};
    found.claims.expiresAt = Now + DayMs;
    found.lines = {212, 640};
    found.value = Secret("value");
    return found;
}

std::vector<FoundToken> only(FoundToken found)
{
    std::vector<FoundToken> all;
    all.push_back(std::move(found));
    return all;
}

Token listed(const QString &id = Id)
{
    return {id, u"listed"_s, {u"Analyst"_s}, Now - DayMs, Now + 30 * DayMs};
}

/// A Central with this list.
struct Central
{
    explicit Central(const QString &key, const QList<Token> &tokens = {listed()})
    {
        server.key = server.name = key;
        server.tokens = &known;
        read(tokens);
    }
    void read(const QList<Token> &tokens)
    {
        known.takeList(known.startRead(Now), tableOf(tokens), Now - HourMs);
    }
    KnownTokens known;
    LeakServer server;
};

} // namespace

class TestLeakedToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listOverridesTheClaims();
    void unlistedTokenHasItsOwnText();
    void remarkNamesWhatCanBeDone_data();
    void remarkNamesWhatCanBeDone();
    void revokedTokenIsNotOfferedAgain();
    void expiredTokenIsNotOffered();
    void madeTokenIsFoundBeforeTheNextList();
    void serverOnWhichItCanBeRevokedComesFirst();
    void staleListHasItsTime();
    void deletedTokenStaysWithItsServer();
    void expiredTokenThatIsDeletedIsNotCalledRevoked();
    void closedServerIsNotTakenForADeletion();
    void sessionIsNoApiToken();
    void cutTokenHasNoId();
    void deletedTokenIsFoundInItsHistory_data();
    void deletedTokenIsFoundInItsHistory();
    void historyOfAServerThatIsNotSignedInIsSearched();
    void historyOfARemovedServerIsSearched();
    void tokensThatItGeneratedStandBehindIt();
    void tokenInTheTextIsNotListedTwice();
};

void TestLeakedToken::listOverridesTheClaims()
{
    const Central central(u"prod-eu"_s);
    const auto rows = lookUpLeaked(only(foundToken()), {central.server}, Now);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().place, Place::Listed);
    QCOMPARE(rows.first().token, listed());
    QCOMPARE(rows.first().server.key, u"prod-eu"_s);
    QCOMPARE(rows.first().lines, (std::vector<qsizetype>{212, 640}));
    QVERIFY(rows.first().isWhole);
    QVERIFY(rows.first().canBeRevoked());
}

void TestLeakedToken::unlistedTokenHasItsOwnText()
{
    const Central central(u"prod-eu"_s, {listed(u"another"_s)});
    const auto rows = lookUpLeaked(only(foundToken()), {central.server}, Now);
    QCOMPARE(rows.first().place, Place::Unlisted);
    QCOMPARE(rows.first().remark, Remark::OwnText);
    QCOMPARE(rows.first().token.name, u"claimed"_s);
    QCOMPARE(rows.first().token.roles, QStringList{u"Admin"_s});
    QVERIFY(rows.first().server.key.isEmpty());
    // Without any server it is the same.
    QCOMPARE(lookUpLeaked(only(foundToken()), {}, Now).first().place, Place::Unlisted);
}

void TestLeakedToken::remarkNamesWhatCanBeDone_data()
{
    QTest::addColumn<Revoking>("revoking");
    QTest::addColumn<Remark>("remark");
    QTest::newRow("possible") << Revoking::Possible << Remark::CanBeRevoked;
    QTest::newRow("sign-in") << Revoking::NeedsSignIn << Remark::SignIn;
    QTest::newRow("unreachable") << Revoking::Unreachable << Remark::Unreachable;
    QTest::newRow("forbidden") << Revoking::Forbidden << Remark::Forbidden;
}

void TestLeakedToken::remarkNamesWhatCanBeDone()
{
    QFETCH(const Revoking, revoking);
    QFETCH(const Remark, remark);
    Central central(u"prod-eu"_s);
    central.server.revoking = revoking;
    QCOMPARE(lookUpLeaked(only(foundToken()), {central.server}, Now).first().remark, remark);
}

void TestLeakedToken::revokedTokenIsNotOfferedAgain()
{
    Central central(u"prod-eu"_s);
    central.known.addRevoked({Id}, Now - MinuteMs);
    const auto row = lookUpLeaked(only(foundToken()), {central.server}, Now).first();
    QCOMPARE(row.remark, Remark::Revoked);
    QCOMPARE(row.revokedAt, Now - MinuteMs);
    QVERIFY(row.token.revoked);
}

void TestLeakedToken::expiredTokenIsNotOffered()
{
    Token expired = listed();
    expired.expiresAt = Now - 1;
    const Central central(u"prod-eu"_s, {expired});
    QCOMPARE(lookUpLeaked(only(foundToken()), {central.server}, Now).first().remark,
             Remark::Expired);
}

void TestLeakedToken::madeTokenIsFoundBeforeTheNextList()
{
    Central central(u"prod-eu"_s, {});
    central.known.addMade(listed(), Now);
    QVERIFY(lookUpLeaked(only(foundToken()), {central.server}, Now).first().canBeRevoked());
}

void TestLeakedToken::serverOnWhichItCanBeRevokedComesFirst()
{
    Central offline(u"offline"_s);
    offline.server.revoking = Revoking::Unreachable;
    Central stale(u"stale"_s);
    stale.server.isUpToDate = false;
    const Central live(u"live"_s);
    QList<LeakServer> servers{offline.server, stale.server, live.server};
    for (int i = 0; i < 3; ++i) {
        std::rotate(servers.begin(), servers.begin() + 1, servers.end());
        QCOMPARE(lookUpLeaked(only(foundToken()), servers, Now).first().server.key, u"live"_s);
    }
    servers.removeLast();
    std::sort(servers.begin(), servers.end(),
              [](const auto &a, const auto &b) { return a.key < b.key; });
    QCOMPARE(servers.last().key, u"stale"_s);
    QCOMPARE(
        lookUpLeaked(only(foundToken()), {offline.server, stale.server}, Now).first().server.key,
        u"stale"_s);
}

void TestLeakedToken::staleListHasItsTime()
{
    Central central(u"prod-eu"_s);
    QCOMPARE(lookUpLeaked(only(foundToken()), {central.server}, Now).first().server.asOf, NoTime);
    central.server.isUpToDate = false;
    QCOMPARE(lookUpLeaked(only(foundToken()), {central.server}, Now).first().server.asOf,
             Now - HourMs);
}

void TestLeakedToken::deletedTokenStaysWithItsServer()
{
    Central central(u"prod-eu"_s);
    const auto before = lookUpLeaked(only(foundToken()), {central.server}, Now);
    central.read({});
    auto row = lookUpLeaked(only(foundToken()), {central.server}, Now, before).first();
    QCOMPARE(row.remark, Remark::Gone);
    QCOMPARE(row.server.key, u"prod-eu"_s);
    QCOMPARE(row.token.name, u"listed"_s);
    QVERIFY(row.token.revoked); // Central deletes what is revoked
    // And the next time too.
    row = lookUpLeaked(only(foundToken()), {central.server}, Now, {row}).first();
    QCOMPARE(row.remark, Remark::Gone);
}

void TestLeakedToken::expiredTokenThatIsDeletedIsNotCalledRevoked()
{
    Token expired = listed();
    expired.expiresAt = Now - 2 * DayMs;
    Central central(u"prod-eu"_s, {expired});
    const auto before = lookUpLeaked(only(foundToken()), {central.server}, Now);
    central.read({});
    const auto row = lookUpLeaked(only(foundToken()), {central.server}, Now, before).first();
    QCOMPARE(row.remark, Remark::Expired);
    QVERIFY(!row.token.revoked);
}

void TestLeakedToken::closedServerIsNotTakenForADeletion()
{
    const Central central(u"prod-eu"_s);
    const auto before = lookUpLeaked(only(foundToken()), {central.server}, Now);
    LeakServer closed = central.server;
    closed.tokens = nullptr;
    QVERIFY(!closed.isCompared());
    QCOMPARE(lookUpLeaked(only(foundToken()), {closed}, Now, before).first().place,
             Place::Unlisted);
}

void TestLeakedToken::sessionIsNoApiToken()
{
    FoundToken session = foundToken();
    session.kind = FoundToken::Kind::Session;
    session.claims.userName = u"M. Keller"_s;
    const Central central(u"prod-eu"_s);
    const auto row = lookUpLeaked(only(std::move(session)), {central.server}, Now).first();
    QCOMPARE(row.place, Place::NotApiToken);
    QCOMPARE(row.remark, Remark::EndsByItself);
    QCOMPARE(row.userName, u"M. Keller"_s);
    QVERIFY(!row.canBeRevoked());
}

void TestLeakedToken::cutTokenHasNoId()
{
    FoundToken cut;
    cut.lines = {811};
    cut.characters = 212;
    const Central central(u"prod-eu"_s);
    const auto row = lookUpLeaked(only(std::move(cut)), {central.server}, Now).first();
    QCOMPARE(row.place, Place::CutShort);
    QCOMPARE(row.remark, Remark::LookAgain);
    QCOMPARE(row.characters, 212);
    QVERIFY(!row.isWhole);
}

namespace {

RememberedTokens rememberedAt(const QString &address, const QList<Token> &tokens)
{
    return {.server = u"lab"_s, .addresses = {address}, .asOf = Now - DayMs, .tokens = tokens};
}

} // namespace

void TestLeakedToken::deletedTokenIsFoundInItsHistory_data()
{
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<UtcMs>("expiresAt");
    QTest::addColumn<Remark>("remark");
    QTest::newRow("revoked") << true << Now + DayMs << Remark::Gone;
    QTest::newRow("gone since the last list") << false << Now + DayMs << Remark::Gone;
    QTest::newRow("expired") << false << Now - 2 * DayMs << Remark::Expired;
}

void TestLeakedToken::deletedTokenIsFoundInItsHistory()
{
    QFETCH(bool, revoked);
    QFETCH(UtcMs, expiresAt);
    QFETCH(Remark, remark);
    Central central(u"prod-eu"_s, {}); // its list does not have the token any more
    central.server.address = u"eu:443"_s;
    Token token = listed();
    token.revoked = revoked;
    token.expiresAt = expiresAt;
    RememberedTokens remembered = rememberedAt(u"eu:443"_s, {token});
    remembered.creators.insert(Id, {u"admin"_s, {}, {}});
    const auto row =
        lookUpLeaked(only(foundToken()), {central.server}, Now, {}, {remembered}).first();
    QCOMPARE(row.place, Place::Listed);
    QCOMPARE(row.server.key, u"prod-eu"_s);
    QCOMPARE(row.token.name, u"listed"_s);
    QCOMPARE(row.remark, remark);
    QCOMPARE(row.token.revoked, remark == Remark::Gone);
    QCOMPARE(row.creator.userId, u"admin"_s);
    QVERIFY(!row.canBeRevoked());
}

void TestLeakedToken::historyOfAServerThatIsNotSignedInIsSearched()
{
    LeakServer server;
    server.key = server.name = u"prod-eu"_s;
    server.address = u"eu:443"_s;
    server.revoking = Revoking::NeedsSignIn;
    const auto row =
        lookUpLeaked(only(foundToken()), {server}, Now, {}, {rememberedAt(u"eu:443"_s, {listed()})})
            .first();
    QCOMPARE(row.remark, Remark::SignIn);
    QCOMPARE(row.server.key, u"prod-eu"_s);
    QCOMPARE(row.server.asOf, Now - DayMs);
}

void TestLeakedToken::historyOfARemovedServerIsSearched()
{
    const auto row =
        lookUpLeaked(only(foundToken()), {}, Now, {}, {rememberedAt(u"eu:443"_s, {listed()})})
            .first();
    QCOMPARE(row.remark, Remark::NoServer);
    QCOMPARE(row.server.name, u"lab"_s);
    QVERIFY(row.server.key.isEmpty());
}

void TestLeakedToken::tokensThatItGeneratedStandBehindIt()
{
    const auto made = [](const QString &id, UtcMs issuedAt) {
        Token token = listed(id);
        token.issuedAt = issuedAt;
        return token;
    };
    Central central(u"prod-eu"_s, {listed(), made(u"later"_s, Now - 2), made(u"first"_s, Now - 9),
                                   made(u"grandchild"_s, Now - 1)});
    central.server.address = u"eu:443"_s;
    RememberedTokens remembered = rememberedAt(u"eu:443"_s, {});
    const TokenCreator leaked{userIdOfToken(Id), {}, u"listed"_s};
    remembered.creators = {{u"later"_s, leaked},
                           {u"first"_s, leaked},
                           {u"unknown"_s, leaked}, // no list and no history has it
                           {u"grandchild"_s, {userIdOfToken(u"first"_s), {}, {}}}};
    const auto rows = lookUpLeaked(only(foundToken()), {central.server}, Now, {}, {remembered});
    QStringList ids;
    for (const LeakedToken &row : rows)
        ids.append(row.token.id);
    QCOMPARE(ids, (QStringList{Id, u"first"_s, u"grandchild"_s, u"later"_s}));
    QVERIFY(!rows.at(0).isMade());
    QCOMPARE(rows.at(1).madeBy, Id);
    QCOMPARE(rows.at(1).makerName, u"listed"_s);
    QCOMPARE(rows.at(2).madeBy, u"first"_s);
    QVERIFY(rows.at(3).canBeRevoked());
    QVERIFY(!rows.at(3).isWhole);
}

void TestLeakedToken::tokenInTheTextIsNotListedTwice()
{
    Central central(u"prod-eu"_s, {listed(), listed(u"made"_s)});
    central.server.address = u"eu:443"_s;
    RememberedTokens remembered = rememberedAt(u"eu:443"_s, {});
    remembered.creators = {{u"made"_s, {userIdOfToken(Id), {}, {}}},
                           {Id, {userIdOfToken(u"made"_s), {}, {}}}}; // no Central says so
    std::vector<FoundToken> found = only(foundToken());
    found.push_back(foundToken(u"made"_s));
    const auto rows = lookUpLeaked(found, {central.server}, Now, {}, {remembered});
    QCOMPARE(rows.size(), 2);
    QVERIFY(!rows.at(1).isMade());
}

QTEST_GUILESS_MAIN(TestLeakedToken)
#include "tst_leakedtoken.moc"
