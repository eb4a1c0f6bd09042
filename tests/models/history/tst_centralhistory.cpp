// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Noon = RandomNow;

Token tokenOf(const QString &id, bool revoked = false)
{
    return {id, u"name-"_s + id, {u"Analyst"_s}, Noon - DayMs, Noon + 90 * DayMs, revoked};
}

Token without(Token token, UtcMs expiresAt)
{
    token.expiresAt = expiresAt;
    return token;
}

/// One Central's history, with lists that are read a minute apart by this computer's clock, which
/// is an hour ahead of Central's.
class Kept
{
public:
    Kept() { reopen(); }

    void reopen()
    {
        m_history.reset();
        m_history = std::make_unique<CentralHistory>(
            HistoryFile::Place{.path = m_folder.filePath(u"file.sqlite"_s),
                               .uuid = QUuid::fromString("11111111-1111-4111-8111-111111111111"_L1),
                               .isKnown = m_minute > 0,
                               .process = QUuid::createUuid()});
        (void)m_history->open(u"lab"_s, u"lab:443"_s);
    }
    RecordedList record(const QList<Token> &tokens, UtcMs minute)
    {
        return record(tableOf(tokens), minute);
    }
    RecordedList record(const TokenTablePtr &table, UtcMs minute)
    {
        m_minute = minute;
        RecordedList list = m_history->record({.table = table,
                                               .askedAt = asked(minute) + HourMs,
                                               .arrivedAt = asked(minute) + HourMs + 2000,
                                               .skew = HourMs,
                                               .viewer = u"me"_s});
        if (list.history)
            m_last = list;
        return list;
    }
    RecordedList record(const QList<Token> &tokens) { return record(tokens, m_minute + 1); }
    [[nodiscard]] static UtcMs asked(UtcMs minute) { return Noon + minute * MinuteMs; }
    [[nodiscard]] static UtcMs arrived(UtcMs minute) { return asked(minute) + 3000; }

    [[nodiscard]] TokenLife life(const QString &id)
    {
        return m_history->view().history->lives.value(id);
    }
    [[nodiscard]] QStringList remembered()
    {
        QStringList ids;
        for (const Token &token : m_history->view().remembered)
            ids.append(token.id);
        ids.sort();
        return ids;
    }
    [[nodiscard]] CentralHistory &history() { return *m_history; }
    [[nodiscard]] QString snapshotPath() const { return m_folder.filePath(u"file.sqlite.list"_s); }
    [[nodiscard]] int count(const QString &what)
    {
        return m_history->file().sql().value(u"SELECT count(*) FROM "_s + what).toInt();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CentralHistory> m_history;
    UtcMs m_minute = 0;
    HistoryView m_last;
};

Intent revokeOf(const QString &tokenId)
{
    Intent intent;
    intent.id = QUuid::createUuid();
    intent.kind = Intent::Kind::Revoke;
    intent.askedAt = Noon + HourMs;
    intent.tokenId = tokenId;
    return intent;
}

} // namespace

class TestCentralHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameListIsOneRow();
    void newestListIsThereAfterARestart();
    void newestListComesFromItsSnapshot();
    void rowsAreReadWithoutASnapshot_data();
    void rowsAreReadWithoutASnapshot();
    void revokedTokenHasTheBoundsOfTwoLists();
    void tokenThatWasRevokedWhenFirstSeenHasNoLowerBound();
    void goneTokenWasRevokedUnlessItHadExpired_data();
    void goneTokenWasRevokedUnlessItHadExpired();
    void tokenThatStaysGoneKeepsItsBounds();
    void tokenThatIsActiveAgainIsTold_data();
    void tokenThatIsActiveAgainIsTold();
    void ourRevokeHasItsMoment();
    void orderOfTheListIsNoChange();
    void idThatComesTwiceIsNoChange();
    void nameWithNulIsNoChangeAfterARestart();
    void otherWindowsListIsTakenFirst();
    void tokensThatAreListedAreFoundByTheirIndex();
    void openIntentsSurviveARestart();
    void intentsOfThisProcessAreNotOpenTwice();
    void intentsWaitForTheDisk();
    void operationsAreOnlyAdded();
    void unreadTokenIsNotGone();
    void goneTokensAreForgottenAfterTwoYears();
    void shorterRetentionCanBeCorrectedForADay();
    void nothingIsForgottenWithoutARetention();
    void allTokensHasThoseThatAreGone();
    void noValueReachesTheFile();
};

void TestCentralHistory::sameListIsOneRow()
{
    Kept kept;
    const QList<Token> tokens{tokenOf(u"a"_s), tokenOf(u"b"_s, true)};
    QVERIFY(kept.record(tokens, 1).isChanged);
    QVERIFY(!kept.record(tokens, 2).isChanged);
    QVERIFY(!kept.record(tokens, 3).isChanged);
    QCOMPARE(kept.count(u"listing"_s), 1);
    QCOMPARE(kept.count(u"listing WHERE times = 3 AND first_at = %1 AND last_at = %2"_s
                            .arg(Kept::arrived(1))
                            .arg(Kept::asked(3))),
             1);
}

void TestCentralHistory::newestListIsThereAfterARestart()
{
    Kept kept;
    QList<Token> tokens = RandomTokens(7).list(200);
    for (Token &token : tokens) {
        token.name = storedText(token.name); // U+0000 is stored as another character
        for (QString &role : token.roles)
            role = storedText(role).replace(u'\n', QChar(0x240a));
    }
    kept.record(tokens, 5);
    QVERIFY(QFile::remove(kept.snapshotPath()));
    kept.reopen();
    const OpenedHistory opened = kept.history().open(u"lab"_s, u"lab:443"_s);
    QVERIFY(opened.table);
    QCOMPARE(opened.asOf, Kept::asked(5));
    QHash<QString, Token> expected;
    for (const Token &token : tokens) {
        if (!expected.contains(token.id))
            expected.insert(token.id, token);
    }
    QCOMPARE(int(opened.table->size()), int(expected.size()));
    for (TokenTable::Row row = 0; row < opened.table->size(); ++row)
        QCOMPARE(opened.table->token(row), expected.value(opened.table->token(row).id));
}

/// The rows have U+2400 in place of U+0000, which tells where the list is from.
void TestCentralHistory::newestListComesFromItsSnapshot()
{
    Kept kept;
    Token odd = tokenOf(u"a"_s);
    odd.name = QString(QChar(0));
    kept.record({odd});
    kept.reopen();
    const OpenedHistory opened = kept.history().open(u"lab"_s, u"lab:443"_s);
    QVERIFY(opened.table);
    QCOMPARE(opened.table->name(0), odd.name);
}

void TestCentralHistory::rowsAreReadWithoutASnapshot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no bytes") << QByteArray();
    QTest::newRow("other bytes") << QByteArray(4'096, 'x');
    QTest::newRow("no file") << QByteArray("remove");
}

void TestCentralHistory::rowsAreReadWithoutASnapshot()
{
    QFETCH(QByteArray, bytes);
    Kept kept;
    const QList<Token> tokens{tokenOf(u"a"_s), tokenOf(u"b"_s, true)};
    kept.record(tokens, 1);
    QFile snapshot(kept.snapshotPath());
    QVERIFY(snapshot.open(QIODevice::WriteOnly)); // empties it
    snapshot.write(bytes);
    snapshot.close();
    if (bytes == "remove")
        QVERIFY(snapshot.remove());
    kept.reopen();
    const OpenedHistory opened = kept.history().open(u"lab"_s, u"lab:443"_s);
    QVERIFY(opened.table);
    QCOMPARE(opened.table->size(), 2U);
    QCOMPARE(opened.table->token(0), tokens.at(0));
    QVERIFY(!kept.record(tokens, 2).isChanged);
}

void TestCentralHistory::revokedTokenHasTheBoundsOfTwoLists()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 4);
    kept.record({tokenOf(u"a"_s, true), tokenOf(u"b"_s)}, 9);
    const TokenLife life = kept.life(u"a"_s);
    QCOMPARE(life.firstSeen, Kept::arrived(1));
    QCOMPARE(life.lastActive, Kept::asked(4));
    QCOMPARE(life.revokedBy, Kept::arrived(9));
    QVERIFY(!life.isByUs());
    QVERIFY(!life.isRemembered);
    QCOMPARE(kept.life(u"b"_s).revokedBy, NoTime);
}

void TestCentralHistory::tokenThatWasRevokedWhenFirstSeenHasNoLowerBound()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s, true)}, 1);
    QCOMPARE(kept.life(u"a"_s).lastActive, NoTime);
    QCOMPARE(kept.life(u"a"_s).revokedBy, Kept::arrived(1));
}

void TestCentralHistory::goneTokenWasRevokedUnlessItHadExpired_data()
{
    QTest::addColumn<UtcMs>("expiresAt");
    QTest::addColumn<bool>("wasRevoked");
    QTest::newRow("valid") << Noon + 30 * DayMs << true;
    QTest::newRow("never expires") << NoTime << true;
    QTest::newRow("expired an hour ago") << Noon - HourMs << true;
    QTest::newRow("expired for two days") << Noon - 2 * DayMs << false;
}

void TestCentralHistory::goneTokenWasRevokedUnlessItHadExpired()
{
    QFETCH(UtcMs, expiresAt);
    QFETCH(bool, wasRevoked);
    Kept kept;
    kept.record({without(tokenOf(u"a"_s), expiresAt), tokenOf(u"b"_s)}, 1);
    kept.record({tokenOf(u"b"_s)}, 6);
    const TokenLife life = kept.life(u"a"_s);
    QCOMPARE(life.isRemembered, wasRevoked);
    QCOMPARE(life.lastActive, wasRevoked ? Kept::asked(1) : NoTime);
    QCOMPARE(life.revokedBy, wasRevoked ? Kept::arrived(6) : NoTime);
    QCOMPARE(life.lastListed, Kept::asked(1));
    QCOMPARE(life.goneBy, Kept::arrived(6));
    QCOMPARE(kept.remembered(), wasRevoked ? QStringList{u"a"_s} : QStringList());
}

/// A list may have tokens that cannot be read. Once they can, or are gone, the bounds are true.
void TestCentralHistory::unreadTokenIsNotGone()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    TokenTableBuilder builder;
    builder.add(tokenOf(u"a"_s));
    builder.addUnread({u"b"_s, u"roles"_s});
    kept.record(builder.build(), 2);
    QVERIFY(!kept.life(u"b"_s).isRemembered);
    QCOMPARE(kept.remembered(), QStringList());
    kept.record({tokenOf(u"a"_s)}, 3);
    QVERIFY(kept.life(u"b"_s).isRemembered);
    QCOMPARE(kept.life(u"b"_s).goneBy, Kept::arrived(3));
}

void TestCentralHistory::tokenThatStaysGoneKeepsItsBounds()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    kept.record({tokenOf(u"a"_s, true), tokenOf(u"b"_s)}, 2);
    kept.record({tokenOf(u"b"_s)}, 3);
    const TokenLife before = kept.life(u"a"_s);
    kept.record({tokenOf(u"b"_s), tokenOf(u"c"_s)}, 4);
    kept.reopen();
    kept.record({tokenOf(u"c"_s)}, 5);
    QCOMPARE(kept.life(u"a"_s), before);
    QCOMPARE(before.lastActive, Kept::asked(1));
    QCOMPARE(before.revokedBy, Kept::arrived(2));
    QCOMPARE(before.lastListed, Kept::asked(2));
    QCOMPARE(before.goneBy, Kept::arrived(3));
    QCOMPARE(kept.remembered(), (QStringList{u"a"_s, u"b"_s}));
}

void TestCentralHistory::tokenThatIsActiveAgainIsTold_data()
{
    QTest::addColumn<bool>("isGoneBetween");
    QTest::newRow("was still listed") << false;
    QTest::newRow("was remembered") << true;
}

void TestCentralHistory::tokenThatIsActiveAgainIsTold()
{
    QFETCH(bool, isGoneBetween);
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    QVERIFY(kept.record({tokenOf(u"a"_s, true), tokenOf(u"b"_s)}, 2).activeAgain.isEmpty());
    if (isGoneBetween)
        kept.record({tokenOf(u"b"_s)}, 3);
    kept.reopen();
    QCOMPARE(kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 4).activeAgain, QStringList{u"a"_s});
    QVERIFY(kept.remembered().isEmpty());
    QCOMPARE(kept.life(u"a"_s).revokedBy, NoTime);
    QCOMPARE(kept.count(u"operation WHERE kind = 9 AND id = 'a'"_s), 1);
    QVERIFY(kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 5).activeAgain.isEmpty());
}

void TestCentralHistory::ourRevokeHasItsMoment()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    const Intent intent = revokeOf(u"a"_s);
    QVERIFY(kept.history().append(intent));
    QCOMPARE(kept.life(u"a"_s).revokedAt, NoTime);
    kept.history().settle(intent, {IntentOutcome::Done, Kept::asked(2) + HourMs});
    QCOMPARE(kept.life(u"a"_s).revokedAt, Kept::asked(2)); // by Central's clock
    QVERIFY(kept.life(u"a"_s).isByUs());
    kept.record({tokenOf(u"b"_s)}, 3);
    kept.reopen();
    QCOMPARE(kept.life(u"a"_s).revokedAt, Kept::asked(2));
    QVERIFY(kept.life(u"a"_s).isRemembered);
}

void TestCentralHistory::orderOfTheListIsNoChange()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s), tokenOf(u"c"_s)});
    QVERIFY(!kept.record({tokenOf(u"c"_s), tokenOf(u"a"_s), tokenOf(u"b"_s)}).isChanged);
}

void TestCentralHistory::idThatComesTwiceIsNoChange()
{
    Kept kept;
    const QList<Token> tokens{tokenOf(u"a"_s), tokenOf(u"a"_s), tokenOf(u"b"_s)};
    kept.record(tokens);
    kept.reopen();
    QVERIFY(!kept.record(tokens).isChanged);
    QVERIFY(!kept.record(tokens).isChanged);
    QCOMPARE(kept.count(u"token"_s), 2);
}

void TestCentralHistory::nameWithNulIsNoChangeAfterARestart()
{
    Kept kept;
    Token token = tokenOf(u"a"_s);
    token.name = u"x"_s + QChar(0) + u"y"_s;
    kept.record({token});
    kept.reopen();
    QVERIFY(!kept.record({token}).isChanged);
    QVERIFY(QFile::remove(kept.snapshotPath())); // else the rows are not read
    kept.reopen();
    QVERIFY(!kept.record({token}).isChanged);
    QCOMPARE(kept.count(u"operation"_s), 0);
}

void TestCentralHistory::otherWindowsListIsTakenFirst()
{
    QTemporaryDir folder;
    const auto place = [&] {
        return HistoryFile::Place{.path = folder.filePath(u"file.sqlite"_s),
                                  .uuid = QUuid::createUuid(),
                                  .process = QUuid::createUuid()};
    };
    CentralHistory one(place());
    (void)one.open(u"lab"_s, u"lab"_s);
    CentralHistory other(place());
    (void)other.open(u"lab"_s, u"lab"_s);
    const auto list = [](const QList<Token> &tokens, UtcMs at) -> ListRead {
        return {.table = tableOf(tokens), .askedAt = at, .arrivedAt = at + 1};
    };
    QVERIFY(one.record(list({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 10)).isChanged);
    QVERIFY(!other.record(list({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 20)).isChanged);
    QVERIFY(other.record(list({tokenOf(u"b"_s)}, 30)).isChanged);
    QVERIFY(!one.record(list({tokenOf(u"b"_s)}, 40)).isChanged);
    const TokenLife life = one.view().history->lives.value(u"a"_s);
    QCOMPARE(life.lastListed, 20);
    QCOMPARE(life.goneBy, 31);
}

/// Without the partial index SQLite reads every token that ever was.
void TestCentralHistory::tokensThatAreListedAreFoundByTheirIndex()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s)});
    QSqlQuery plan =
        kept.history().file().sql().run(u"EXPLAIN QUERY PLAN SELECT id, name, role_set, issued_at, "
                                        u"expires_at, revoked_listing FROM "
                                        "token WHERE central = 1 AND last_listing IS NULL"_s);
    QVERIFY(plan.next());
    QVERIFY2(plan.value(3).toString().contains("token_here"_L1),
             qPrintable(plan.value(3).toString()));
}

void TestCentralHistory::openIntentsSurviveARestart()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s)});
    const Intent revoke = revokeOf(u"a"_s);
    Intent generate;
    generate.id = QUuid::createUuid();
    generate.askedAt = Noon + HourMs + 1;
    generate.draft = {u"ci"_s, {u"Analyst"_s, u"None"_s}, Noon + DayMs};
    generate.idsBefore = QStringList{u"a"_s};
    const Intent done = revokeOf(u"b"_s);
    for (const Intent &intent : {revoke, generate, done})
        QVERIFY(kept.history().append(intent));
    kept.history().settle(done, {IntentOutcome::Gone, Noon});
    kept.history().settle(revoke, {IntentOutcome::Unknown, Noon});
    kept.history().settle(generate, {IntentOutcome::ValueLost, Noon});
    kept.reopen();
    const QList<Intent> open = kept.history().openIntents();
    generate.isValueLost = true;
    QCOMPARE(open, (QList{revoke, generate}));
    kept.history().settle(open.first(), {IntentOutcome::Done, Noon});
    kept.history().settle(open.last(), {IntentOutcome::Dismissed, Noon});
    kept.reopen();
    QVERIFY(kept.history().openIntents().isEmpty());
}

void TestCentralHistory::intentsOfThisProcessAreNotOpenTwice()
{
    Kept kept;
    QVERIFY(kept.history().append(revokeOf(u"a"_s)));
    QVERIFY(kept.history().openIntents().isEmpty());
}

void TestCentralHistory::intentsWaitForTheDisk()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s)});
    Sql &sql = kept.history().file().sql();
    sql.run(u"PRAGMA max_page_count=1"_s); // SQLite takes what there is
    sql.run(u"CREATE TABLE filling (a BLOB)"_s);
    while (!sql.failure())
        sql.run(u"INSERT INTO filling VALUES (zeroblob(100))"_s);
    QCOMPARE(sql.failure()->code, 13);
    sql.forgetFailure();
    bool wasWritten = true;
    const Intent intent = revokeOf(QString(20'000, u'x'));
    wasWritten = kept.history().append(intent);
    QVERIFY(!wasWritten);
    QCOMPARE(kept.history().state().problem, HistoryState::Problem::Full);
    sql.run(u"PRAGMA max_page_count=1000000"_s);
    kept.record({tokenOf(u"a"_s)});
    QVERIFY(kept.history().state().isKept());
    QCOMPARE(kept.count(u"operation WHERE step = 0"_s), 1);
}

void TestCentralHistory::operationsAreOnlyAdded()
{
    Kept kept;
    const Intent intent = revokeOf(u"a"_s);
    QVERIFY(kept.history().append(intent));
    kept.history().settle(intent, {IntentOutcome::Unknown, Noon});
    kept.history().settle(intent, {IntentOutcome::Done, Noon});
    QCOMPARE(kept.count(u"operation"_s), 3);
    QCOMPARE(kept.count(u"operation WHERE step = 0 AND outcome = 0"_s), 1);
    QCOMPARE(kept.count(u"operation WHERE step = 1 AND outcome = 1"_s), 1);
    QCOMPARE(kept.count(u"operation WHERE step = 2 AND outcome = 10"_s), 1);
}

void TestCentralHistory::goneTokensAreForgottenAfterTwoYears()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    const Intent intent = revokeOf(u"a"_s);
    QVERIFY(kept.history().append(intent));
    kept.history().settle(intent, {IntentOutcome::Done, Noon});
    kept.record({tokenOf(u"b"_s)}, 2);
    const UtcMs later = CentralHistory::DefaultRetention / MinuteMs;
    kept.record({tokenOf(u"b"_s), tokenOf(u"c"_s)}, later - 60);
    QCOMPARE(kept.count(u"token"_s), 3);
    kept.record({tokenOf(u"b"_s), tokenOf(u"c"_s)}, later + 25 * 60); // the same list
    QCOMPARE(kept.count(u"token WHERE id = 'a'"_s), 0);
    QCOMPARE(kept.count(u"token WHERE id = 'b'"_s), 1);
    QCOMPARE(kept.count(u"operation"_s), 2); // for ever
}

void TestCentralHistory::shorterRetentionCanBeCorrectedForADay()
{
    Kept kept;
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    kept.record({tokenOf(u"b"_s)}, 2);
    const UtcMs minutes = 40 * DayMs / MinuteMs;
    const UtcMs changedAt = Kept::asked(minutes) + HourMs; // by this computer's clock
    kept.history().setRetention(30 * DayMs, changedAt);
    kept.record({tokenOf(u"b"_s), tokenOf(u"c"_s)}, minutes + 23 * 60);
    QCOMPARE(kept.count(u"token WHERE id = 'a'"_s), 1);
    kept.record({tokenOf(u"b"_s), tokenOf(u"c"_s)}, minutes + 25 * 60);
    QCOMPARE(kept.count(u"token WHERE id = 'a'"_s), 0);
    QCOMPARE(kept.count(u"token"_s), 2);
}

void TestCentralHistory::nothingIsForgottenWithoutARetention()
{
    Kept kept;
    kept.history().setRetention(NoTime);
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s)}, 1);
    kept.record({tokenOf(u"b"_s)}, 2);
    kept.record({tokenOf(u"b"_s)}, 20 * 365 * DayMs / MinuteMs);
    kept.record({tokenOf(u"b"_s)}, 21 * 365 * DayMs / MinuteMs);
    QCOMPARE(kept.count(u"token"_s), 2);
}

void TestCentralHistory::allTokensHasThoseThatAreGone()
{
    Kept kept;
    const Token expired = without(tokenOf(u"old"_s), Noon - 2 * DayMs);
    kept.record({tokenOf(u"a"_s), tokenOf(u"b"_s, true), tokenOf(u"c"_s), expired}, 1);
    kept.record({tokenOf(u"c"_s)}, 2);
    const KeptTokens all = kept.history().keptTokens();
    QVERIFY(all.table && all.history);
    QCOMPARE(all.table->size(), 4u);
    QCOMPARE(all.asOf, Kept::asked(2));
    const auto isRevoked = [&](const QString &id) {
        return all.table->revoked(all.table->find(id).value());
    };
    QVERIFY(isRevoked(u"a"_s)); // it was gone before its expiration
    QVERIFY(isRevoked(u"b"_s));
    QVERIFY(!isRevoked(u"c"_s));
    QVERIFY(!isRevoked(u"old"_s));
}

/// The tables have no place for a value: this looks for a column that could take one.
void TestCentralHistory::noValueReachesTheFile()
{
    Kept kept;
    QSqlQuery columns = kept.history().file().sql().run(
        u"SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE "
        "m.type = 'table' AND c.name IN ('value', 'secret', 'password', 'jwt', 'token')"_s);
    QStringList found;
    while (columns.next())
        found.append(columns.value(0).toString());
    QCOMPARE(found, QStringList{u"about.value"_s});
}

QTEST_GUILESS_MAIN(TestCentralHistory)
#include "tst_centralhistory.moc"
