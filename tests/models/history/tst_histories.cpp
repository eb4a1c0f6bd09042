// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "tests/models/randomtokens.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Noon = RandomNow;
const QString Old = u"old.example:443"_s;
const QString New = u"new.example:443"_s;
const QString Other = u"other.example:443"_s;
const QString Id1 = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;
const QString Id2 = u"1b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;
const QString Id3 = u"2b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;

Token tokenOf(const QString &id, bool isRevoked = false)
{
    return {id, u"name"_s, {u"Analyst"_s}, Noon - DayMs, Noon + 90 * DayMs, isRevoked};
}

Intent revokeAt(const QString &address, const QString &tokenId)
{
    Intent intent;
    intent.id = QUuid::createUuid();
    intent.kind = Intent::Kind::Revoke;
    intent.address = address;
    intent.askedAt = Noon;
    intent.tokenId = tokenId;
    return intent;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// Which history belongs to an address: a Central is known by its CA's key, not by its address.
class TestHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_histories.reset(); }
    void addressesOfOneCentralShareItsHistory();
    void changedAddressKeepsTheHistory();
    void addressWithoutAKeyStaysTheKey();
    void newCaWithTheOldAsSecondaryIsTheSameCentral();
    void newCaWithACommonTokenIsTheSameCentral();
    void otherCentralAtTheAddressGetsItsOwnHistory();
    void addressComesBackToItsCentral();
    void tokenOfAnEarlierListFindsTheHistoryWithoutAKey();
    void commonTokenDoesNotJoinCentralsWithDifferentKeys();
    void listOfAnUnidentifiedCentralIsRecordedApart();
    void listWithACommonTokenNeedsNoIdentity();
    void unidentifiedCentralHasOneFileAtItsAddress();
    void centralThatIsBackGetsItsHistoryByAToken();
    void identityThatComesLateEndsTheFileApart();
    void fileApartIsForgottenWithItsAddress();
    void listsOfBothFilesAreInOneOrder();
    void tokenThatOnlyTheOlderFileHasIsGone();
    void recordsOfAMergedFileAreReadAtEachStart();
    void intentOfTheOldAddressIsFoundAtTheNew();
    void intentUnderWayIsSettledInTheMergedFile();
    void movedAddressIsTold();
    void otherWindowFollowsTheMove();
    void unreadableFileStaysWithItsAddress();
    void forgottenHistoryGoesWithItsMergedFiles();

private:
    void reopen() { m_histories = std::make_unique<Histories>(m_folder->path()); }
    RecordedList list(const QString &address, const QList<Token> &tokens, UtcMs at)
    {
        return m_histories->record(address,
                                   {.table = tableOf(tokens), .askedAt = at, .arrivedAt = at + 1});
    }
    /// A list of a Central that has not told who it is.
    RecordedList unidentified(const QString &address, const QList<Token> &tokens, UtcMs at)
    {
        return m_histories->record(
            address,
            {.table = tableOf(tokens), .askedAt = at, .arrivedAt = at + 1, .isIdentified = false});
    }
    [[nodiscard]] QStringList idsAt(const QString &address)
    {
        const OpenedHistory opened = m_histories->at(address).open(u"lab"_s, address);
        QStringList ids;
        for (TokenTable::Row row = 0; opened.table && row < opened.table->size(); ++row)
            ids.append(opened.table->token(row).id);
        return sorted(ids);
    }
    [[nodiscard]] TokenLife life(const QString &address, const QString &id)
    {
        return m_histories->at(address).view().history->lives.value(id);
    }
    [[nodiscard]] bool isOneFile(const QString &address, const QString &other)
    {
        return m_histories->fileOf(address) == m_histories->fileOf(other);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Histories> m_histories;
};

void TestHistories::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestHistories::addressesOfOneCentralShareItsHistory()
{
    m_histories->identify(Old, {u"k1"_s});
    m_histories->identify(New, {u"k1"_s});
    QVERIFY(isOneFile(Old, New));
    list(Old, {tokenOf(Id1)}, Noon);
    QVERIFY(!list(New, {tokenOf(Id1)}, Noon + MinuteMs).isChanged);
    QCOMPARE(idsAt(New), QStringList{Id1});
    reopen();
    QVERIFY(isOneFile(Old, New));
}

void TestHistories::changedAddressKeepsTheHistory()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1), tokenOf(Id2)}, Noon);
    reopen();
    QVERIFY(idsAt(New).isEmpty()); // before Central has said who it is
    m_histories->identify(New, {u"k1"_s});
    QCOMPARE(idsAt(New), sorted({Id1, Id2}));
    list(New, {tokenOf(Id2)}, Noon + HourMs);
    QVERIFY(life(New, Id1).isRemembered);
}

void TestHistories::addressWithoutAKeyStaysTheKey()
{
    list(Old, {tokenOf(Id1)}, Noon);
    list(Other, {tokenOf(Id2)}, Noon);
    reopen();
    QCOMPARE(idsAt(Old), QStringList{Id1});
    QCOMPARE(idsAt(Other), QStringList{Id2});
    m_histories->identify(Old, {});
    QVERIFY(!isOneFile(Old, Other));
}

void TestHistories::newCaWithTheOldAsSecondaryIsTheSameCentral()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    m_histories->identify(New, {u"k2"_s, u"k1"_s});
    QCOMPARE(idsAt(New), QStringList{Id1});
    m_histories->identify(Other, {u"k2"_s}); // the old one is gone by now
    QVERIFY(isOneFile(Other, Old));
}

void TestHistories::newCaWithACommonTokenIsTheSameCentral()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1), tokenOf(Id2)}, Noon);
    m_histories->identify(Old, {u"k2"_s});
    list(Old, {tokenOf(Id2), tokenOf(Id3)}, Noon + HourMs);
    QVERIFY(life(Old, Id1).isRemembered);
    m_histories->identify(New, {u"k2"_s});
    QVERIFY(isOneFile(Old, New));
}

void TestHistories::otherCentralAtTheAddressGetsItsOwnHistory()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    m_histories->identify(Old, {u"k2"_s});
    const RecordedList recorded = list(Old, {tokenOf(Id3)}, Noon + HourMs);
    QVERIFY(recorded.isChanged);
    QVERIFY(recorded.remembered.isEmpty()); // no token of the other Central
    QCOMPARE(idsAt(Old), QStringList{Id3});
    m_histories->identify(New, {u"k1"_s});
    QCOMPARE(idsAt(New), QStringList{Id1}); // nothing of it was lost
    QVERIFY(!life(New, Id1).isRemembered);
}

void TestHistories::addressComesBackToItsCentral()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    m_histories->identify(New, {u"k2"_s});
    list(New, {tokenOf(Id2)}, Noon);
    m_histories->identify(Old, {u"k2"_s}); // another Central, which is known
    QCOMPARE(idsAt(Old), QStringList{Id2});
    m_histories->identify(Old, {u"k1"_s});
    QCOMPARE(idsAt(Old), QStringList{Id1});
    QCOMPARE(idsAt(New), QStringList{Id2});
}

void TestHistories::tokenOfAnEarlierListFindsTheHistoryWithoutAKey()
{
    list(Old, {tokenOf(Id1), tokenOf(Id2)}, Noon);
    reopen();
    QVERIFY(list(New, {tokenOf(Id2), tokenOf(Id3)}, Noon + HourMs).isChanged);
    QVERIFY(isOneFile(Old, New));
    QVERIFY(life(New, Id1).isRemembered);
    // An id that is not random proves nothing.
    list(u"a.example"_s, {tokenOf(u"same"_s)}, Noon);
    list(u"b.example"_s, {tokenOf(u"same"_s)}, Noon);
    QVERIFY(!isOneFile(u"a.example"_s, u"b.example"_s));
}

void TestHistories::commonTokenDoesNotJoinCentralsWithDifferentKeys()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    m_histories->identify(New, {u"k2"_s}); // restored from a backup of the other one
    list(New, {tokenOf(Id1)}, Noon);
    QVERIFY(!isOneFile(Old, New));
}

void TestHistories::listOfAnUnidentifiedCentralIsRecordedApart()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    const QUuid known = m_histories->fileOf(Old);
    reopen();
    const RecordedList recorded = unidentified(Old, {tokenOf(Id2)}, Noon + HourMs);
    QVERIFY(recorded.isChanged);
    QVERIFY(recorded.remembered.isEmpty()); // Id1 is not called gone
    QVERIFY(m_histories->fileOf(Old) != known);
    QCOMPARE(idsAt(Old), QStringList{Id2});
    m_histories->identify(New, {u"k1"_s});
    QCOMPARE(idsAt(New), QStringList{Id1}); // as it was
    QVERIFY(!life(New, Id1).isRemembered);
}

void TestHistories::listWithACommonTokenNeedsNoIdentity()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1), tokenOf(Id2)}, Noon);
    const QUuid known = m_histories->fileOf(Old);
    unidentified(Old, {tokenOf(Id2), tokenOf(Id3)}, Noon + HourMs);
    QCOMPARE(m_histories->fileOf(Old), known);
    QVERIFY(life(Old, Id1).isRemembered);
}

void TestHistories::unidentifiedCentralHasOneFileAtItsAddress()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    unidentified(Old, {tokenOf(Id2)}, Noon + HourMs);
    const QUuid apart = m_histories->fileOf(Old);
    m_histories->identify(Old, {u"k1"_s}); // the other one again
    QCOMPARE(idsAt(Old), QStringList{Id1});
    reopen();
    unidentified(Old, {tokenOf(Id2), tokenOf(Id3)}, Noon + 2 * HourMs);
    QCOMPARE(m_histories->fileOf(Old), apart);
    m_histories->identify(Old, {u"k2"_s}); // which it says at last
    unidentified(Old, {tokenOf(Id3)}, Noon + 3 * HourMs);
    QCOMPARE(m_histories->fileOf(Old), apart);
    QVERIFY(life(Old, Id2).isRemembered);
    m_histories->identify(New, {u"k2"_s});
    QVERIFY(isOneFile(Old, New));
}

void TestHistories::centralThatIsBackGetsItsHistoryByAToken()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    const QUuid known = m_histories->fileOf(Old);
    unidentified(Old, {tokenOf(Id2)}, Noon + HourMs);
    const RecordedList back = unidentified(Old, {tokenOf(Id1)}, Noon + 2 * HourMs);
    QCOMPARE(m_histories->fileOf(Old), known);
    QVERIFY(back.isChanged); // what is shown is of the other file
    QVERIFY(back.remembered.isEmpty());
}

/// The answer to the challenge comes after a list, which had no token in common with the history.
void TestHistories::identityThatComesLateEndsTheFileApart()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    reopen();
    unidentified(Old, {tokenOf(Id2)}, Noon + HourMs);
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id2)}, Noon + 2 * HourMs);
    QCOMPARE(idsAt(Old), QStringList{Id2});
    const TokenLife gone = life(Old, Id1);
    QVERIFY(gone.isRemembered);
    QCOMPARE(gone.lastListed, Noon);
    QCOMPARE(gone.goneBy, Noon + 2 * HourMs + 1);
}

void TestHistories::fileApartIsForgottenWithItsAddress()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    unidentified(Old, {tokenOf(Id2)}, Noon + HourMs);
    m_histories->identify(Old, {u"k1"_s});
    QCOMPARE(m_histories->kept().histories.size(), 1);
    QCOMPARE(m_histories->kept().histories.first().address, Old);
    QVERIFY(m_histories->forget(Old).isGone());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.sqlite*"_s}), QStringList());
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon + 2 * HourMs);
    unidentified(Old, {tokenOf(Id2)}, Noon + 3 * HourMs);
    QCOMPARE(idsAt(Old), QStringList{Id2}); // nothing is called lost
    QCOMPARE(m_histories->at(Old).state().loss, HistoryState::Loss::None);
}

/// The same Central was read at two addresses before it said who it is.
void TestHistories::listsOfBothFilesAreInOneOrder()
{
    const UtcMs hour = HourMs;
    list(Old, {tokenOf(Id1), tokenOf(Id2)}, Noon);
    list(New, {tokenOf(u"x"_s)}, Noon + hour); // no random id in common
    list(New, {tokenOf(u"x"_s), tokenOf(u"y"_s)}, Noon + 2 * hour);
    list(Old, {tokenOf(Id1), tokenOf(u"y"_s)}, Noon + 3 * hour);
    list(New, {tokenOf(u"x"_s), tokenOf(u"y"_s, true)}, Noon + 4 * hour);
    list(Old, {tokenOf(Id1), tokenOf(u"y"_s, true), tokenOf(u"x"_s)}, Noon + 5 * hour);
    m_histories->identify(Old, {u"k1"_s});
    m_histories->identify(New, {u"k1"_s});
    QVERIFY(isOneFile(Old, New));
    QCOMPARE(idsAt(New), sorted({Id1, u"x"_s, u"y"_s})); // the newest list
    const TokenLife y = life(New, u"y"_s);
    QCOMPARE(y.firstSeen, Noon + 2 * hour + 1);
    QCOMPARE(y.revokedBy, Noon + 4 * hour + 1);
    QCOMPARE(y.lastActive, Noon + 3 * hour);
    const TokenLife gone = life(New, Id2);
    QVERIFY(gone.isRemembered);
    QCOMPARE(gone.lastListed, Noon);
    QVERIFY(!list(New, {tokenOf(Id1), tokenOf(u"y"_s, true), tokenOf(u"x"_s)}, Noon + 6 * hour)
                 .isChanged);
}

void TestHistories::tokenThatOnlyTheOlderFileHasIsGone()
{
    list(Old, {tokenOf(Id1)}, Noon);
    m_histories->identify(New, {u"k1"_s});
    list(New, {tokenOf(u"x"_s)}, Noon + HourMs);
    m_histories->identify(Old, {u"k1"_s});
    QCOMPARE(idsAt(Old), QStringList{u"x"_s});
    const TokenLife life = this->life(New, Id1);
    QVERIFY(life.isRemembered);
    QCOMPARE(life.firstSeen, Noon + 1);
    QCOMPARE(life.lastListed, Noon);
    QCOMPARE(life.goneBy, Noon + HourMs + 1);
}

void TestHistories::recordsOfAMergedFileAreReadAtEachStart()
{
    list(Old, {tokenOf(u"x"_s)}, Noon);
    const QString path = m_histories->at(Old).state().path;
    m_histories->identify(New, {u"k1"_s});
    m_histories->identify(Old, {u"k1"_s});
    QVERIFY(QFile::exists(path));
    m_histories.reset();
    {
        // A window that had the file open writes to it once more.
        CentralHistory late(
            HistoryFile::Place{.path = path, .isKnown = true, .process = QUuid::createUuid()});
        (void)late.open(u"lab"_s, Old);
        QVERIFY(late.append(revokeAt(Old, u"x"_s)));
    }
    reopen();
    QCOMPARE(m_histories->at(New).openIntents().size(), 1);
    reopen();
    QCOMPARE(m_histories->at(New).openIntents().size(), 1);
}

void TestHistories::intentOfTheOldAddressIsFoundAtTheNew()
{
    m_histories->identify(Old, {u"k1"_s});
    QVERIFY(m_histories->at(Old).append(revokeAt(Old, Id1)));
    reopen();
    QVERIFY(m_histories->at(New).append(revokeAt(New, Id2)));
    reopen();
    m_histories->identify(New, {u"k1"_s});
    const QList<Intent> open = m_histories->at(New).openIntents();
    QCOMPARE(open.size(), 2);
}

void TestHistories::intentUnderWayIsSettledInTheMergedFile()
{
    m_histories->identify(Old, {u"k1"_s});
    const Intent intent = revokeAt(New, Id1);
    QVERIFY(m_histories->at(New).append(intent));
    m_histories->identify(New, {u"k1"_s});
    m_histories->at(New).settle(intent, {IntentOutcome::Done, Noon});
    reopen();
    QVERIFY(m_histories->at(Old).openIntents().isEmpty());
    QCOMPARE(m_histories->at(Old).file().sql().value(u"SELECT count(*) FROM operation"_s).toInt(),
             2);
}

void TestHistories::movedAddressIsTold()
{
    m_histories.reset();
    HistoryStore store(m_folder->path());
    QSignalSpy moved(&store, &HistoryStore::moved);
    store.open(Old, u"lab"_s, this, [](const OpenedHistory &) {});
    store.identify(Old, {u"k1"_s});
    bool isOpen = false;
    store.open(New, u"lab"_s, this, [&](const OpenedHistory &) { isOpen = true; });
    QTRY_VERIFY(isOpen);
    QVERIFY(!store.isSame(Old, New));
    QCOMPARE(moved.count(), 0);
    store.identify(New, {u"k1"_s});
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(moved.first().first().toString(), New);
    QVERIFY(store.isSame(Old, New));
}

void TestHistories::otherWindowFollowsTheMove()
{
    m_histories->identify(Old, {u"k1"_s});
    list(New, {tokenOf(u"x"_s)}, Noon);
    Histories other(m_folder->path());
    (void)other.at(New).open(u"lab"_s, New);
    m_histories->identify(New, {u"k1"_s});
    QCOMPARE(other.fileOf(New), m_histories->fileOf(Old));
}

void TestHistories::unreadableFileStaysWithItsAddress()
{
    m_histories->identify(Old, {u"k1"_s});
    list(Old, {tokenOf(Id1)}, Noon);
    list(New, {tokenOf(u"x"_s)}, Noon);
    const QUuid file = m_histories->fileOf(New);
    QString path = m_histories->at(Old).state().path;
    m_histories.reset();
    {
        HistoryFile newer({.path = path, .isKnown = true, .process = QUuid::createUuid()});
        newer.ensureOpen();
        newer.sql().run(u"UPDATE about SET value = '99' WHERE key IN ('min_reader', 'schema')"_s);
    }
    reopen();
    m_histories->identify(New, {u"k1"_s});
    QCOMPARE(m_histories->fileOf(New), file);
    QCOMPARE(idsAt(New), QStringList{u"x"_s});
}

void TestHistories::forgottenHistoryGoesWithItsMergedFiles()
{
    list(Old, {tokenOf(u"x"_s)}, Noon);
    m_histories->identify(New, {u"k1"_s});
    m_histories->identify(Old, {u"k1"_s});
    (void)m_histories->at(New).open(u"lab"_s, New);
    const KeptHistories kept = m_histories->kept();
    QCOMPARE(kept.histories.size(), 1);
    QVERIFY(m_histories->forget(kept.histories.first().address).isGone());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.sqlite*"_s}), QStringList());
    QVERIFY(!m_histories->has(Old));
    QVERIFY(!m_histories->has(New));
    m_histories->identify(Other, {u"k1"_s}); // begins anew
    list(Other, {tokenOf(Id1)}, Noon + HourMs);
    QCOMPARE(idsAt(Other), QStringList{Id1});
}

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
