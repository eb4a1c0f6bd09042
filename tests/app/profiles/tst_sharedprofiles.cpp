// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/profiles/profilefile.h"

#include <QLockFile>
#include <QProcess>

#include <array>
#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Two windows on one file: neither undoes changes of the other.
class TestSharedProfiles : public ProfileFileTest
{
    Q_OBJECT

private Q_SLOTS:
    void changesOfOthersAreKept();
    void concurrentMovesAreMerged();
    void unwrittenChangeIsWrittenWithTheNext();
    void missingFileRemovesNoProfile();
    void lockedFileIsNotChanged();
    void staleLockIsIgnored();
    void manyProcessesLoseNoChange();
    void refreshTakesInOthersChanges();
    void incompleteFileGivesNoKeys();

public:
    static int addMany(const QString &file);

private:
    static constexpr int AddedByEach = 8;
};

void TestSharedProfiles::changesOfOthersAreKept()
{
    ProfileStore mine(m_file);
    const ServerProfile kept = profileNamed(u"kept"_s);
    ServerProfile renamed = profileNamed(u"renamed"_s);
    const ServerProfile removed = profileNamed(u"removed"_s);
    ServerProfile both = profileNamed(u"both"_s);
    for (const ServerProfile &one : {kept, renamed, removed, both})
        QVERIFY(mine.add(one));
    ProfileStore theirs(m_file);
    renamed.name = u"renamed by them"_s;
    QVERIFY(theirs.add(renamed));
    QVERIFY(theirs.remove(removed.id));
    QVERIFY(theirs.remove(both.id));
    QVERIFY(theirs.add(profileNamed(u"new"_s)));
    // Whatever is done here, all of that stays; and what is changed here is as it is here.
    both.name = u"both, mine"_s;
    QVERIFY(mine.add(both));
    const QStringList all{u"kept"_s, u"renamed by them"_s, u"new"_s, u"both, mine"_s};
    QCOMPARE(namesOf(mine), all);
    QCOMPARE(namesOf(ProfileStore(m_file)), all);
    // It was the last that they saw removed: it is there again for them too.
    QVERIFY(theirs.remove(kept.id));
    QCOMPARE(namesOf(theirs), all.mid(1));
    // To give again what is here already is a change as well.
    QVERIFY(theirs.remove(renamed.id));
    QVERIFY(mine.add(*mine.find(renamed.id)));
    QCOMPARE(namesOf(mine), QStringList({u"new"_s, u"both, mine"_s, u"renamed by them"_s}));
    QVERIFY(mine.problems().isEmpty() && theirs.problems().isEmpty());
}

void TestSharedProfiles::concurrentMovesAreMerged()
{
    ProfileStore mine(m_file);
    const ServerProfile a = profileNamed(u"a"_s);
    const ServerProfile b = profileNamed(u"b"_s);
    for (const ServerProfile &one : {a, b})
        QVERIFY(mine.add(one));
    ProfileStore theirs(m_file);
    QVERIFY(theirs.add(profileNamed(u"c"_s)));
    QVERIFY(mine.move(b.id, 0));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QVERIFY(theirs.add(profileNamed(u"d"_s)));
    QCOMPARE(namesOf(theirs), QStringList({u"b"_s, u"a"_s, u"c"_s, u"d"_s}));
}

void TestSharedProfiles::unwrittenChangeIsWrittenWithTheNext()
{
    ProfileStore mine(m_file);
    const ServerProfile first = profileNamed(u"first"_s);
    QVERIFY(mine.add(first));
    {
        QLockFile lock(m_file + u".changing"_s);
        QVERIFY(lock.lock());
        QVERIFY(!mine.add(profileNamed(u"unwritten"_s)));
        QVERIFY(!mine.remove(first.id));
    }
    QCOMPARE(namesOf(mine), QStringList{u"unwritten"_s});
    ProfileStore theirs(m_file);
    QVERIFY(theirs.add(profileNamed(u"theirs"_s)));
    QVERIFY(mine.add(profileNamed(u"last"_s)));
    const QStringList all{u"theirs"_s, u"unwritten"_s, u"last"_s};
    QCOMPARE(namesOf(mine), all);
    QCOMPARE(namesOf(ProfileStore(m_file)), all);
}

void TestSharedProfiles::missingFileRemovesNoProfile()
{
    ProfileStore store(m_file);
    QVERIFY(store.add(profileNamed(u"one"_s)));
    QVERIFY(QFile::remove(m_file));
    QVERIFY(store.add(profileNamed(u"two"_s)));
    write("what is this");
    QVERIFY(store.add(profileNamed(u"three"_s)));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(contentOf(m_file + u".bak"_s), QByteArray("what is this"));
    write("[General]\nschema=2\n");
    const auto added = store.add(profileNamed(u"four"_s));
    QVERIFY(!added && added.error().contains("later version"_L1));
    QCOMPARE(contentOf(m_file), QByteArray("[General]\nschema=2\n"));
}

void TestSharedProfiles::lockedFileIsNotChanged()
{
    ProfileStore store(m_file);
    QVERIFY(store.add(profileNamed(u"one"_s)));
    const QByteArray before = contentOf(m_file);
    QLockFile lock(m_file + u".changing"_s);
    QVERIFY(lock.lock());
    const auto added = store.add(profileNamed(u"two"_s));
    QVERIFY(!added && added.error().contains(m_file) && added.error().endsWith(u'.'));
    QCOMPARE(namesOf(store), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(contentOf(m_file), before);
}

/// Of a process that crashed.
void TestSharedProfiles::staleLockIsIgnored()
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile lock(m_file + u".changing"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nrox-tokens\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    lock.close();
    ProfileStore store(m_file);
    QVERIFY(store.add(profileNamed(u"one"_s)));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList{u"one"_s});
    QVERIFY(!lock.exists());
}

void TestSharedProfiles::manyProcessesLoseNoChange()
{
    constexpr int processes = 4;
    std::array<QProcess, processes> all;
    for (QProcess &process : all) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROX_TEST_ADD_TO"_s, m_file);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), QStringList());
    }
    for (QProcess &process : all) {
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
    QCOMPARE(int(ProfileStore(m_file).profiles().size()), processes * AddedByEach);
}

void TestSharedProfiles::refreshTakesInOthersChanges()
{
    ProfileStore mine(m_file);
    const ServerProfile first = profileNamed(u"first"_s);
    QVERIFY(mine.add(first));
    ProfileStore theirs(m_file);
    ServerProfile changed = first;
    changed.name = u"changed"_s;
    QVERIFY(theirs.add(changed));
    QVERIFY(theirs.add(profileNamed(u"second"_s)));
    QCOMPARE(namesOf(mine), QStringList{u"first"_s});
    mine.refresh();
    const QStringList both{u"changed"_s, u"second"_s};
    QCOMPARE(namesOf(mine), both);
    // An unwritten change stays, and a missing or foreign file removes nothing.
    {
        QLockFile lock(m_file + u".changing"_s);
        QVERIFY(lock.lock());
        QVERIFY(!mine.add(profileNamed(u"unwritten"_s)));
    }
    QVERIFY(theirs.remove(first.id));
    mine.refresh();
    const QStringList mixed{u"second"_s, u"unwritten"_s};
    QCOMPARE(namesOf(mine), mixed);
    write("[General]\nschema=2\n");
    mine.refresh();
    QVERIFY(QFile::remove(m_file));
    mine.refresh();
    QCOMPARE(namesOf(mine), mixed);
    QVERIFY(mine.problems().isEmpty());
}

void TestSharedProfiles::incompleteFileGivesNoKeys()
{
    QDir().mkpath(QFileInfo(m_file).path());
    QVERIFY(!ProfileStore::credentialKeysIn(m_file));
    ProfileStore store(m_file);
    ServerProfile one = profileNamed(u"one"_s);
    one.beginCredential();
    const QString before = one.credentialKey();
    one.signIn = SignInMethod::Browser; // changed outside: both keys count
    QVERIFY(store.add(one));
    const auto keys = ProfileStore::credentialKeysIn(m_file);
    QVERIFY(keys);
    QCOMPARE(*keys, QSet<QString>({before, one.credentialKey()}));
    QByteArray text = contentOf(m_file);
    write(text.replace("signIn=browser", "signIn=telepathy"));
    QVERIFY(!ProfileStore::credentialKeysIn(m_file)); // this makes a backup
    write(text.replace("signIn=telepathy", "signIn=browser"));
    QVERIFY(!ProfileStore::credentialKeysIn(m_file));
    QVERIFY(QFile::remove(m_file + u".bak"_s));
    QVERIFY(ProfileStore::credentialKeysIn(m_file));
}

/// Run by each of the processes: repeats each change until it is written.
int TestSharedProfiles::addMany(const QString &file)
{
    ProfileStore store(file);
    for (int i = 0; i < AddedByEach; ++i) {
        const ServerProfile one = profileNamed(u"server"_s);
        bool isWritten = false;
        for (int tries = 0; tries < 100 && !isWritten; ++tries)
            isWritten = store.add(one).has_value();
        if (!isWritten)
            return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString file = qEnvironmentVariable("ROX_TEST_ADD_TO");
    if (!file.isEmpty())
        return TestSharedProfiles::addMany(file);
    TestSharedProfiles test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sharedprofiles.moc"
