// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokennote.h"
#include "models/tokens/tokenselection.h"
#include "tests/models/randomtokens.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

Token tokenOf(const QString &id)
{
    return {id,   u"name-of-"_s + id, {u"Analyst"_s}, RandomNow - DayMs, RandomNow + 50 * DayMs,
            false};
}

TokenKnowledge knowing(const QHash<QString, TokenLife> &lives)
{
    TokenHistory history;
    history.lives = lives;
    TokenKnowledge known;
    known.history = std::make_shared<const TokenHistory>(std::move(history));
    return known;
}

QStringList found(const TokenTable &table, const TokenKnowledge &known, const QString &search)
{
    TokenQuery query;
    query.text = search;
    query.sortColumn = TokenColumn::Id;
    QStringList ids;
    for (const TokenTable::Row row : select(table, query, RandomNow, known).rows)
        ids.append(table.token(row).id);
    return ids;
}

} // namespace

/// Notes and tags as values, and how the search finds them.
class TestTokenNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noteIsCleaned_data();
    void noteIsCleaned();
    void noteIsBounded();
    void tagIsOneWord_data();
    void tagIsOneWord();
    void thousandTagsAreBounded();
    void tagsComeBackFromTheirText();
    void searchFindsNotes();
    void searchFindsTags();
    void wordsMayBeInNameAndNote();
    void hitInANoteDoesNotShowTheIds();
    void columnsSortByNoteAndTags();
};

void TestTokenNote::noteIsCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain") << u"ask team CI"_s << u"ask team CI"_s;
    QTest::newRow("ends") << u"  \n a \n b \t\n"_s << u"a \n b"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("blanks") << u" \t\n"_s << QString();
    QTest::newRow("controls") << u"a\0b\x1b[31mc\x7f"_s << u"ab[31mc"_s;
    QTest::newRow("direction") << u"\u202Eevil\u202C \u2067x\u2069"_s << u"evil x"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
    QTest::newRow("half pair") << QString(QChar(0xd83d)) + u"x"_s << u"x"_s;
    QTest::newRow("emoji") << u"👩‍💻 ok"_s << u"👩‍💻 ok"_s;
    QTest::newRow("nothing visible") << u"\u2800\u3164\uFEFF"_s << QString();
    QTest::newRow("other scripts") << u"שלום 日本"_s << u"שלום 日本"_s;
}

void TestTokenNote::noteIsCleaned()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(cleanedNote(text), clean);
    QCOMPARE(cleanedNote(clean), clean);
}

void TestTokenNote::noteIsBounded()
{
    QCOMPARE(cleanedNote(QString(100'000, u'x')).size(), MaxNote);
    const QString emoji = u"👍"_s.repeated(MaxNote);
    const QString cut = cleanedNote(u"x"_s + emoji);
    QVERIFY(cut.size() <= MaxNote && cut.size() >= MaxNote - 1);
    QVERIFY2(cut.isValidUtf16(), "half of a surrogate pair is left at the end");
}

void TestTokenNote::tagIsOneWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tag");
    QTest::newRow("plain") << u"on-call"_s << u"on-call"_s;
    QTest::newRow("blanks") << u"  on  call "_s << u"on-call"_s;
    QTest::newRow("line end") << u"on\ncall"_s << u"on-call"_s;
    QTest::newRow("nothing") << u" \u202E"_s << QString();
    QTest::newRow("long") << QString(500, u'x') << QString(MaxTag, u'x');
}

void TestTokenNote::tagIsOneWord()
{
    QFETCH(QString, text);
    QFETCH(QString, tag);
    QCOMPARE(cleanedTag(text), tag);
}

void TestTokenNote::thousandTagsAreBounded()
{
    QStringList many;
    for (int i = 0; i < 1'000; ++i)
        many.append(u"tag-%1"_s.arg(i));
    QCOMPARE(cleanedTags(many), many.mid(0, MaxTags));
    QCOMPARE(cleanedTags({many.join(u',')}), many.mid(0, MaxTags));
    QCOMPARE(cleanedTags({u"CI, ci;  Ci\n,, ,other"_s}), (QStringList{u"CI"_s, u"other"_s}));
}

void TestTokenNote::tagsComeBackFromTheirText()
{
    const QStringList tags{u"on-call"_s, u"日本"_s, u"a:b"_s};
    QCOMPARE(tagsOfText(tagsAsText(tags)), tags);
    QCOMPARE(tagsOfText(QString()), QStringList());
}

void TestTokenNote::searchFindsNotes()
{
    const TokenTablePtr table = tableOf({tokenOf(u"a1"_s), tokenOf(u"b2"_s), tokenOf(u"c3"_s)});
    const TokenKnowledge known = knowing({{u"b2"_s, {.note = u"Grüße an das Team\nder Pipeline"_s}},
                                          {u"gone"_s, {.note = u"Pipeline"_s}}});
    QCOMPARE(found(*table, known, u"pipeline"_s), QStringList{u"b2"_s});
    QCOMPARE(found(*table, known, u"GRÜSSE"_s), QStringList{u"b2"_s});
    QCOMPARE(found(*table, known, u"id:pipeline"_s), QStringList());
    QCOMPARE(found(*table, known, u"tag:pipeline"_s), QStringList());
    QCOMPARE(found(*table, {}, u"pipeline"_s), QStringList());
}

void TestTokenNote::searchFindsTags()
{
    const TokenTablePtr table = tableOf({tokenOf(u"a1"_s), tokenOf(u"b2"_s), tokenOf(u"c3"_s)});
    const TokenKnowledge known =
        knowing({{u"a1"_s, {.tags = {u"On-Call"_s, u"migration"_s}}},
                 {u"c3"_s, {.note = u"no on-call"_s, .tags = {u"old"_s}}}});
    QCOMPARE(found(*table, known, u"tag:on-call"_s), QStringList{u"a1"_s});
    QCOMPARE(found(*table, known, u"tag:on"_s), QStringList{u"a1"_s});
    QCOMPARE(found(*table, known, u"on-call"_s), (QStringList{u"a1"_s, u"c3"_s}));
    QCOMPARE(found(*table, known, u"tag:call"_s), QStringList());
    QCOMPARE(found(*table, known, u"tag:on tag:migr"_s), QStringList{u"a1"_s});
    // The rest is still to be typed.
    QCOMPARE(found(*table, known, u"tag:"_s).size(), 3);
}

void TestTokenNote::wordsMayBeInNameAndNote()
{
    const TokenTablePtr table = tableOf({tokenOf(u"a1"_s), tokenOf(u"b2"_s)});
    const TokenKnowledge known =
        knowing({{u"a1"_s, {.note = u"for the team"_s}}, {u"b2"_s, {.note = u"for the team"_s}}});
    QCOMPARE(found(*table, known, u"of-b2 team"_s), QStringList{u"b2"_s});
}

void TestTokenNote::hitInANoteDoesNotShowTheIds()
{
    const TokenTablePtr table = tableOf({tokenOf(u"feed1234"_s)});
    TokenQuery query;
    query.text = u"ed12"_s;
    QVERIFY(select(*table, query, RandomNow).hitsIds == false); // it is in the name too
    query.text = u"team"_s;
    const TokenSelection shown =
        select(*table, query, RandomNow, knowing({{u"feed1234"_s, {.note = u"for the team"_s}}}));
    QCOMPARE(shown.rows.size(), std::size_t(1));
    QVERIFY(!shown.hitsIds);
}

void TestTokenNote::columnsSortByNoteAndTags()
{
    const TokenTablePtr table = tableOf({tokenOf(u"a1"_s), tokenOf(u"b2"_s), tokenOf(u"c3"_s)});
    const TokenKnowledge known = knowing({{u"a1"_s, {.note = u"zebra"_s, .tags = {u"alpha"_s}}},
                                          {u"c3"_s, {.note = u"Apple"_s, .tags = {u"zulu"_s}}}});
    const auto order = [&](TokenColumn column) {
        TokenQuery query;
        query.sortColumn = column;
        QStringList ids;
        for (const TokenTable::Row row : select(*table, query, RandomNow, known).rows)
            ids.append(table->token(row).id);
        return ids;
    };
    QCOMPARE(order(TokenColumn::Note), (QStringList{u"c3"_s, u"a1"_s, u"b2"_s}));
    QCOMPARE(order(TokenColumn::Tags), (QStringList{u"a1"_s, u"c3"_s, u"b2"_s}));
}

QTEST_APPLESS_MAIN(TestTokenNote)
#include "tst_tokennote.moc"
