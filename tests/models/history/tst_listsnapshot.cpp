// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/listsnapshot.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;

using Change = std::function<void(QByteArray &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const ListSnapshot::Key Newest{QUuid::fromString("11111111-1111-4111-8111-111111111111"_L1), 7,
                               RandomNow};

template <class T>
std::vector<T> listOf(std::span<const T> span)
{
    return {span.begin(), span.end()};
}

QList<Token> tokensOf(const TokenTable &table)
{
    QList<Token> tokens;
    for (TokenTable::Row row = 0; row < table.size(); ++row)
        tokens.append(table.token(row));
    return tokens;
}

/// As large as ListSnapshot takes for large.
TokenTablePtr largeTable(const QString &name)
{
    TokenTableBuilder builder;
    const auto roles = builder.roleSet(QStringList{u"Analyst"_s});
    const std::string text = name.toStdString();
    for (TokenTable::Row row = 0; row <= ListSnapshot::LargeList; ++row)
        builder.add(std::to_string(row), text, roles, RandomNow, RandomNow, false);
    return builder.build();
}

} // namespace

/// The file with the newest list.
class TestListSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void tableComesBackAsItWas();
    void emptyListComesBack();
    void otherListIsNotTaken_data();
    void otherListIsNotTaken();
    void damagedFileIsNotTaken_data();
    void damagedFileIsNotTaken();
    void orderOfAnotherLanguageIsMadeAnew();
    void fileIsForTheUserAlone();
    void listWithUnreadTokensIsNotKept();
    void sameListIsWrittenOnce();
    void largeListIsWrittenAfterThePause();
    void lastLargeListIsWrittenAtTheEnd();

private:
    [[nodiscard]] TokenTablePtr read(const ListSnapshot::Key &key = Newest) const
    {
        return ListSnapshot(m_path).read(key);
    }
    void keep(const QList<Token> &tokens) const
    {
        ListSnapshot(m_path).keep(Newest, tableOf(tokens));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestListSnapshot::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"file.sqlite.list"_s);
}

void TestListSnapshot::tableComesBackAsItWas()
{
    RandomTokens random(5);
    const auto table = tableOf(random.list(3'000));
    ListSnapshot(m_path).keep(Newest, table);
    const TokenTablePtr again = read();
    QVERIFY(again);
    QCOMPARE(tokensOf(*again), tokensOf(*table));
    for (const SortKey key : {SortKey::Name, SortKey::Expires, SortKey::Issued, SortKey::Roles})
        QCOMPARE(listOf(again->rowsBy(key)), listOf(table->rowsBy(key)));
    QCOMPARE(listOf(again->nameRanks()), listOf(table->nameRanks()));
    QCOMPARE(listOf(again->sharedNameFlags()), listOf(table->sharedNameFlags()));
    const Token last = table->token(table->size() - 1);
    QCOMPARE(again->find(last.id), table->find(last.id));
}

void TestListSnapshot::emptyListComesBack()
{
    keep({});
    const TokenTablePtr again = read();
    QVERIFY(again);
    QVERIFY(again->isEmpty());
    QVERIFY(again->rowsBy(SortKey::Expires).empty());
}

void TestListSnapshot::otherListIsNotTaken_data()
{
    QTest::addColumn<QUuid>("history");
    QTest::addColumn<qint64>("listing");
    QTest::addColumn<UtcMs>("firstAt");
    QTest::newRow("other history") << QUuid::createUuid() << Newest.listing << Newest.firstAt;
    QTest::newRow("newer listing") << Newest.history << Newest.listing + 1 << Newest.firstAt;
    QTest::newRow("older listing") << Newest.history << Newest.listing - 1 << Newest.firstAt;
    QTest::newRow("file made anew") << Newest.history << Newest.listing << Newest.firstAt + 1;
    QTest::newRow("no listing") << Newest.history << qint64(0) << NoTime;
}

void TestListSnapshot::otherListIsNotTaken()
{
    QFETCH(QUuid, history);
    QFETCH(qint64, listing);
    QFETCH(UtcMs, firstAt);
    keep(RandomTokens(1).list(10));
    QVERIFY(read());
    QVERIFY(!read({history, listing, firstAt}));
}

void TestListSnapshot::damagedFileIsNotTaken_data()
{
    constexpr qsizetype HeadBytes = 40; // the image of the table begins behind it
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("one bit", [](QByteArray &bytes) { bytes[bytes.size() / 2] ^= 1; });
    row("checksum", [](QByteArray &bytes) { bytes.back() ^= 1; });
    row("cut by a byte", [](QByteArray &bytes) { bytes.chop(1); });
    row("cut to a half", [](QByteArray &bytes) { bytes.truncate(bytes.size() / 2); });
    row("head alone", [=](QByteArray &bytes) { bytes.truncate(HeadBytes); });
    row("no bytes", [](QByteArray &bytes) { bytes.clear(); });
    row("a byte more", [](QByteArray &bytes) { bytes += '\0'; });
    row("other format", [](QByteArray &bytes) { bytes[7] = '2'; });
    row("other program's", [](QByteArray &bytes) { bytes.fill('x'); });
}

void TestListSnapshot::damagedFileIsNotTaken()
{
    QFETCH(Change, change);
    keep(RandomTokens(1).list(100));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    change(bytes);
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(bytes);
    file.close();
    QVERIFY(!read());
}

void TestListSnapshot::orderOfAnotherLanguageIsMadeAnew()
{
    QList<Token> tokens = RandomTokens(1).list(2);
    tokens[0].name = u"ö"_s; // in Swedish behind z, in German beside o
    tokens[1].name = u"z"_s;
    QLocale::setDefault(QLocale(u"sv_SE"_s));
    keep(tokens);
    QCOMPARE(listOf(read()->rowsBy(SortKey::Name)), (std::vector<TokenTable::Row>{1, 0}));
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QCOMPARE(listOf(read()->rowsBy(SortKey::Name)), (std::vector<TokenTable::Row>{0, 1}));
}

void TestListSnapshot::fileIsForTheUserAlone()
{
    keep(RandomTokens(1).list(10));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_path).permissions() & others));
}

void TestListSnapshot::listWithUnreadTokensIsNotKept()
{
    TokenTableBuilder builder;
    builder.addUnread({});
    ListSnapshot(m_path).keep(Newest, builder.build());
    QVERIFY(!QFile::exists(m_path));
}

void TestListSnapshot::sameListIsWrittenOnce()
{
    ListSnapshot snapshot(m_path);
    const auto table = tableOf(RandomTokens(1).list(10));
    snapshot.keep(Newest, table);
    QVERIFY(QFile::remove(m_path));
    snapshot.keep(Newest, table);
    QVERIFY(!QFile::exists(m_path));
}

void TestListSnapshot::largeListIsWrittenAfterThePause()
{
    ListSnapshot::Key next = Newest;
    ++next.listing;
    ListSnapshot snapshot(m_path, std::chrono::milliseconds(1));
    snapshot.keep(Newest, largeTable(u"first"_s));
    QVERIFY(read());
    const TokenTablePtr second = largeTable(u"second"_s);
    QTRY_VERIFY((snapshot.keep(next, second), read(next)));
}

void TestListSnapshot::lastLargeListIsWrittenAtTheEnd()
{
    ListSnapshot::Key next = Newest;
    ++next.listing;
    {
        ListSnapshot snapshot(m_path);
        snapshot.keep(Newest, largeTable(u"first"_s));
        snapshot.keep(next, largeTable(u"second"_s));
        QVERIFY(!read(next));
    }
    const TokenTablePtr last = read(next);
    QVERIFY(last);
    QCOMPARE(last->name(0), u"second"_s);
}

QTEST_GUILESS_MAIN(TestListSnapshot)
#include "tst_listsnapshot.moc"
