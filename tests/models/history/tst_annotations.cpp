// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/tokens/tokenflags.h"
#include "tests/models/randomtokens.h"
#include "tests/models/samplejwt.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Noon = RandomNow;

Token tokenOf(const QString &id, bool isRevoked = false)
{
    return {id, u"name-"_s + id, {u"Analyst"_s}, Noon - DayMs, Noon + 90 * DayMs, isRevoked};
}

/// One Central's history in a folder, with lists that are read a minute apart.
class History
{
public:
    History() { reopen(); }

    void reopen()
    {
        m_history.reset();
        m_history = std::make_unique<CentralHistory>(
            HistoryFile::Place{.path = path(),
                               .uuid = QUuid::fromString("11111111-1111-4111-8111-111111111111"_L1),
                               .isKnown = m_minute > 0,
                               .process = QUuid::createUuid()});
        (void)m_history->open(u"lab"_s, u"lab:443"_s);
    }
    void record(const QList<Token> &tokens)
    {
        ++m_minute;
        m_table = tableOf(tokens);
        (void)m_history->record(
            {.table = m_table, .askedAt = now(), .arrivedAt = now(), .skew = 0, .viewer = u"me"_s});
    }
    [[nodiscard]] UtcMs now() const { return Noon + m_minute * MinuteMs; }
    [[nodiscard]] WriteOutcome note(const QString &id, const QString &text, UtcMs at)
    {
        return m_history->annotate({id, NoteKind::Note, text, at});
    }
    [[nodiscard]] TokenLife life(const QString &id)
    {
        return m_history->view().history->lives.value(id);
    }
    /// "New a, Gone b": what became of the tokens of the last list and of the remembered ones.
    [[nodiscard]] QString changes()
    {
        const HistoryView view = m_history->view();
        QList<Token> tokens = view.remembered;
        for (TokenTable::Row row = 0; row < m_table->size(); ++row)
            tokens.append(m_table->token(row));
        const TokenTablePtr table = tableOf(tokens);
        TokenKnowledge known;
        known.history = view.history;
        QStringList said;
        for (TokenTable::Row row = 0; row < table->size(); ++row) {
            static const QHash<TokenChange::Kind, QString> words{
                {TokenChange::Kind::New, u"New"_s},
                {TokenChange::Kind::Gone, u"Gone"_s},
                {TokenChange::Kind::Revoked, u"Revoked"_s},
                {TokenChange::Kind::Expired, u"Expired"_s}};
            const TokenChange change = known.changeOf(*table, row, now());
            if (change.kind != TokenChange::Kind::None)
                said.append(words.value(change.kind) + u' ' + table->token(row).id);
        }
        said.sort();
        return said.join(u", "_s);
    }
    [[nodiscard]] CentralHistory &operator*() { return *m_history; }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"file.sqlite"_s); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CentralHistory> m_history;
    TokenTablePtr m_table;
    UtcMs m_minute = 0;
};

} // namespace

/// What the user writes about tokens, and which changes were marked as seen.
class TestAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestNoteHolds();
    void noteIsThereAfterARestart();
    void noteIsNewestThoughTheClockWasSetBack();
    void emptyNoteTakesTheNoteBack();
    void nothingThatWasWrittenIsChanged();
    void tagsAndNoteAreApart();
    void goneTokenKeepsItsNote();
    void tokenIsNotKeptInANote();
    void hostileTextOfTheFileIsCleaned();
    void fileThatCannotBeWrittenIsSaid();
    void firstListIsNoChange();
    void changesAreThoseSinceTheyWereSeen();
    void seenIsKeptOverARestart();
    void olderFileShowsNoFloodOfChanges();
    void expiryIsAChangeOnce();
};

void TestAnnotations::newestNoteHolds()
{
    History history;
    history.record({tokenOf(u"a"_s)});
    QVERIFY(history.note(u"a"_s, u"one"_s, Noon).isWritten);
    QVERIFY(history.note(u"a"_s, u"two"_s, Noon).isWritten); // in the same millisecond
    QCOMPARE(history.life(u"a"_s).note, u"two"_s);
}

void TestAnnotations::noteIsThereAfterARestart()
{
    History history;
    history.record({tokenOf(u"a"_s)});
    QVERIFY(history.note(u"a"_s, u"line one\nline two"_s, Noon).isWritten);
    history.reopen();
    QCOMPARE(history.life(u"a"_s).note, u"line one\nline two"_s);
}

void TestAnnotations::noteIsNewestThoughTheClockWasSetBack()
{
    History history;
    QVERIFY(history.note(u"a"_s, u"one"_s, Noon).isWritten);
    QVERIFY(history.note(u"a"_s, u"two"_s, Noon - 5 * DayMs).isWritten);
    QCOMPARE(history.life(u"a"_s).note, u"two"_s);
}

void TestAnnotations::emptyNoteTakesTheNoteBack()
{
    History history;
    QVERIFY(history.note(u"a"_s, u"one"_s, Noon).isWritten);
    QVERIFY(history.note(u"a"_s, QString(), Noon + 1).isWritten);
    QCOMPARE(history.life(u"a"_s).note, QString());
}

void TestAnnotations::nothingThatWasWrittenIsChanged()
{
    History history;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(history.note(u"a"_s, text, Noon).isWritten);
    Sql &sql = (*history).file().sql();
    QCOMPARE(sql.value(u"SELECT count(*) FROM annotation"_s).toInt(), 3);
    QCOMPARE(sql.value(u"SELECT text FROM annotation ORDER BY at LIMIT 1"_s).toString(), u"one"_s);
}

void TestAnnotations::tagsAndNoteAreApart()
{
    History history;
    QVERIFY(history.note(u"a"_s, u"one"_s, Noon).isWritten);
    const QStringList tags{u"ci"_s, u"old"_s};
    QVERIFY((*history).annotate({u"a"_s, NoteKind::Tags, tagsAsText(tags), Noon}).isWritten);
    QCOMPARE(history.life(u"a"_s).note, u"one"_s);
    QCOMPARE(history.life(u"a"_s).tags, tags);
}

void TestAnnotations::goneTokenKeepsItsNote()
{
    History history;
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s)});
    QVERIFY(history.note(u"a"_s, u"one"_s, history.now()).isWritten);
    history.record({tokenOf(u"b"_s)});
    QVERIFY(history.life(u"a"_s).isRemembered);
    QCOMPARE(history.life(u"a"_s).note, u"one"_s);
    QVERIFY(history.note(u"a"_s, u"two"_s, history.now()).isWritten);
    history.reopen();
    QCOMPARE(history.life(u"a"_s).note, u"two"_s);
}

void TestAnnotations::tokenIsNotKeptInANote()
{
    History history;
    const QString token = QString::fromLatin1(sampleJwt(u"a"_s, u"ci"_s));
    QVERIFY(!history.note(u"a"_s, u"it is "_s + token, Noon).isWritten);
    history.reopen();
    QFile file(history.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(token.left(60).toLatin1()));
}

void TestAnnotations::hostileTextOfTheFileIsCleaned()
{
    History history;
    QVERIFY(history.note(u"a"_s, u"one"_s, Noon).isWritten);
    QStringList many;
    for (int i = 0; i < 1'000; ++i)
        many.append(u"tag-%1"_s.arg(i));
    Sql &sql = (*history).file().sql();
    const auto insert = [&](const QString &key, int kind, const QString &text) {
        sql.run(u"INSERT INTO annotation VALUES (?, 1, 'a', ?, '', ?, ?)"_s,
                {key, Noon + DayMs, kind, text});
    };
    insert(u"x"_s, 1, u"\u202Eevil"_s + QString(1'000'000, u'y'));
    insert(u"y"_s, 2, many.join(u'\n'));
    insert(u"z"_s, 77, u"of a newer program"_s);
    QVERIFY(!sql.failure());
    const TokenLife life = history.life(u"a"_s);
    QVERIFY(life.note.startsWith("evily"_L1) && life.note.size() == MaxNote);
    QCOMPARE(life.tags.size(), MaxTags);
}

void TestAnnotations::fileThatCannotBeWrittenIsSaid()
{
    QTemporaryDir folder;
    QFile blocker(folder.filePath(u"history"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    CentralHistory history({.path = blocker.fileName() + u"/file.sqlite"_s,
                            .uuid = QUuid::createUuid(),
                            .process = QUuid::createUuid()});
    const WriteOutcome outcome = history.annotate({u"a"_s, NoteKind::Note, u"x"_s, Noon});
    QVERIFY(!outcome.isWritten);
    QCOMPARE(outcome.state.problem, HistoryState::Problem::NoFolder);
}

void TestAnnotations::firstListIsNoChange()
{
    History history;
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s, true)});
    QCOMPARE(history.changes(), QString());
}

void TestAnnotations::changesAreThoseSinceTheyWereSeen()
{
    History history;
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s), tokenOf(u"c"_s)});
    history.record({tokenOf(u"a"_s, true), tokenOf(u"c"_s), tokenOf(u"d"_s)});
    QCOMPARE(history.changes(), u"Gone b, New d, Revoked a"_s);
    QVERIFY((*history).markSeen(history.now()).isWritten);
    QCOMPARE(history.changes(), QString());
    history.record({tokenOf(u"c"_s, true), tokenOf(u"d"_s)});
    QCOMPARE(history.changes(), u"Revoked c"_s);
}

void TestAnnotations::seenIsKeptOverARestart()
{
    History history;
    history.record({tokenOf(u"a"_s)});
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s)});
    history.reopen();
    QCOMPARE(history.changes(), u"New b"_s);
    QVERIFY((*history).markSeen(history.now()).isWritten);
    history.reopen();
    QCOMPARE(history.changes(), QString());
}

/// The file has lists, and no program that knew of changes has opened it yet.
void TestAnnotations::olderFileShowsNoFloodOfChanges()
{
    History history;
    history.record({tokenOf(u"a"_s)});
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s)});
    (*history).file().sql().run(u"DELETE FROM about WHERE key = 'seen'"_s);
    history.reopen();
    history.record({tokenOf(u"a"_s), tokenOf(u"b"_s), tokenOf(u"c"_s)});
    QCOMPARE(history.changes(), u"New c"_s);
}

void TestAnnotations::expiryIsAChangeOnce()
{
    History history;
    Token soon = tokenOf(u"a"_s);
    soon.expiresAt = history.now() + MinuteMs + MinuteMs / 2;
    history.record({soon});
    QCOMPARE(history.changes(), QString());
    history.record({soon});
    QCOMPARE(history.changes(), u"Expired a"_s);
    QVERIFY((*history).markSeen(history.now()).isWritten);
    QCOMPARE(history.changes(), QString());
}

QTEST_GUILESS_MAIN(TestAnnotations)
#include "tst_annotations.moc"
