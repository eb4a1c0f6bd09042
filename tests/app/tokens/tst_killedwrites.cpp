// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/tokenwrites.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "tests/app/startedsession.h"
#include "tests/support/democentral.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

/// ROX_KILL_INSTANTS: how often a process is killed.
int instants()
{
    bool isSet = false;
    const int count = qEnvironmentVariableIntValue("ROX_KILL_INSTANTS", &isSet);
    return isSet ? count : 8;
}

/// What the file of history has of intents.
struct Intents
{
    QSet<QString> names;   ///< of generates
    QSet<QString> revoked; ///< ids of revokes
    int open = 0;
};

Intents recordedIn(const QString &folder)
{
    Intents recorded;
    HistoryFile file({.path = folder + u'/' + QDir(folder).entryList({u"*.sqlite"_s}).value(0),
                      .process = QUuid::createUuid()});
    file.ensureOpen();
    if (!file.state().isKept() || file.state().loss != HistoryState::Loss::None)
        return recorded;
    QSqlQuery rows = file.sql().run(
        u"SELECT kind, id, detail FROM operation WHERE step = 0 AND kind IN (1, 2)"_s);
    while (rows.next()) {
        if (rows.value(0).toInt() == 2)
            recorded.revoked.insert(rows.value(1).toString());
        else
            recorded.names.insert(
                rows.value(2).toString().section("\"name\":\""_L1, 1).section(u'"', 0, 0));
    }
    rows.finish();
    recorded.open = file.sql()
                        .value(u"SELECT count(*) FROM (SELECT operation FROM operation GROUP BY "
                               "operation HAVING max(outcome) < 10) AS o"_s)
                        .toInt();
    return recorded;
}

} // namespace

/// A process that generates and revokes is killed at random instants.
class TestKilledWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeftWithoutAnIntentAndTheNextStartSettlesAll();

private:
    void killWriter(const test::DemoCentral &central, const QString &folder, int turn);
    [[nodiscard]] static QSet<QString> recordedNames(const TokenTable &table,
                                                     const Intents &recorded);
    static void settleGenerate(const Intent &intent, bool isMade, TokenWrites *writes);
};

void TestKilledWrites::killWriter(const test::DemoCentral &central, const QString &folder, int turn)
{
    QProcess writer;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROX_API_TOKEN"_s, QString::fromLatin1(central.apiToken()));
    writer.setProcessEnvironment(environment);
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(ROX_ENDLESS_WRITES),
                 {folder, central.endpoint(), central.caFile(), u"turn%1"_s.arg(turn)});
    QVERIFY(writer.waitForReadyRead(30'000)); // the first token was made
    const int after = int(QRandomGenerator::global()->bounded(150));
    QVERIFY(!writer.waitForFinished(after));
    writer.kill();
    QVERIFY(writer.waitForFinished());
}

void TestKilledWrites::nothingLeftWithoutAnIntentAndTheNextStartSettlesAll()
{
    const test::DemoCentral central({u"--tokens"_s, u"0"_s});
    QVERIFY2(central.isUp(), qPrintable(central.why()));
    QTemporaryDir home;
    const QString folder = home.filePath(u"history"_s);
    for (int turn = 0; turn < instants(); ++turn)
        killWriter(central, folder, turn);

    SystemClock clock;
    HistoryStore store(folder);
    DurableJournal journal(&store);
    TokenWrites writes(&journal, &clock);
    test::StartedSession session(u"lab"_s, central.connection(), &clock);
    session.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(session.table(), 30'000);

    const Intents recorded = recordedIn(folder);
    const QSet<QString> made = recordedNames(*session.table(), recorded);
    QVERIFY(made.size() >= instants());

    // Every open intent is settled by that Central, and truly.
    QList<RevokeEvent> settled;
    connect(&writes, &TokenWrites::revokesListed, this,
            [&](const QString &, const QList<RevokeEvent> &events) { settled += events; });
    QList<Intent> open;
    bool isLoaded = false;
    journal.load(session.key(), session.address(), this, [&] {
        open = journal.open();
        isLoaded = true;
    });
    QTRY_VERIFY(isLoaded);
    QCOMPARE(int(open.size()), recorded.open);
    writes.adopt(&session);
    for (const Intent &intent : open) {
        if (intent.kind == Intent::Kind::Generate)
            settleGenerate(intent, made.contains(intent.draft.name), &writes);
    }
    QTRY_VERIFY(journal.open().isEmpty());
    for (const RevokeEvent &event : settled)
        QCOMPARE(event.verdict.fate, event.token.revoked ? RevokeVerdict::Outcome::Revoked
                                                         : RevokeVerdict::Outcome::StillActive);
    const auto left = [&] { return recordedIn(folder).open; };
    QTRY_COMPARE(left(), 0);
    qInfo("%d tokens made, %d intents, %d open, %d of them revokes", int(made.size()),
          int(recorded.names.size() + recorded.revoked.size()), recorded.open, int(settled.size()));
}

/// The names of the tokens that the writers have made. Each was recorded before, and so was its
/// revoke.
QSet<QString> TestKilledWrites::recordedNames(const TokenTable &table, const Intents &recorded)
{
    QSet<QString> names;
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        const Token token = table.token(row);
        if (!token.name.startsWith("turn"_L1))
            continue;
        names.insert(token.name);
        [&] {
            QVERIFY2(recorded.names.contains(token.name), qPrintable(token.name));
            QVERIFY2(!token.revoked || recorded.revoked.contains(token.id), qPrintable(token.name));
        }();
    }
    return names;
}

void TestKilledWrites::settleGenerate(const Intent &intent, bool isMade, TokenWrites *writes)
{
    const auto search = [&] {
        const OpenGenerate *found = writes->openGenerates()->find(intent.id);
        return found ? found->search : GenerateEvent::Search::Waiting;
    };
    QTRY_COMPARE(search(),
                 isMade ? GenerateEvent::Search::Found : GenerateEvent::Search::NotListed);
    writes->openGenerates()->close(intent.id);
}

QTEST_GUILESS_MAIN(TestKilledWrites)
#include "tst_killedwrites.moc"
