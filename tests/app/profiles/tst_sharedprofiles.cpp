// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/profilestore.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

using namespace rox;
using namespace Qt::StringLiterals;

/// Two windows on one file: neither undoes what the other has changed.
class TestSharedProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void othersChangesStay();
    void ordersMeet();
    void unwrittenChangesGoAlong();
    void aFileThatIsGoneRemovesNothing();
    void anotherIsChangingIt();
    void aLockLeftBehindIsNone();
    void manyProcesses();

public:
    static int addMany(const QString &file);

private:
    static constexpr int AddedByEach = 8;
    static ServerProfile profile(const QString &name);
    static QStringList namesOf(const ProfileStore &store);
    void write(const QByteArray &text) const;
    [[nodiscard]] static QByteArray read(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSharedProfiles::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"sub/servers.ini"_s);
}

ServerProfile TestSharedProfiles::profile(const QString &name)
{
    ServerProfile made;
    made.id = QUuid::createUuid();
    made.name = name;
    made.endpoint = *Endpoint::parse(u"central.example.com:8443"_s);
    return made;
}

QStringList TestSharedProfiles::namesOf(const ProfileStore &store)
{
    QStringList names;
    for (const ServerProfile &one : store.profiles())
        names.append(one.name);
    return names;
}

void TestSharedProfiles::write(const QByteArray &text) const
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray TestSharedProfiles::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void TestSharedProfiles::othersChangesStay()
{
    ProfileStore mine(m_file);
    const ServerProfile kept = profile(u"kept"_s);
    ServerProfile renamed = profile(u"renamed"_s);
    const ServerProfile removed = profile(u"removed"_s);
    ServerProfile both = profile(u"both"_s);
    for (const ServerProfile &one : {kept, renamed, removed, both})
        QVERIFY(mine.add(one));
    ProfileStore theirs(m_file);
    renamed.name = u"renamed by them"_s;
    QVERIFY(theirs.add(renamed));
    QVERIFY(theirs.remove(removed.id));
    QVERIFY(theirs.remove(both.id));
    QVERIFY(theirs.add(profile(u"new"_s)));
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

void TestSharedProfiles::ordersMeet()
{
    ProfileStore mine(m_file);
    const ServerProfile a = profile(u"a"_s);
    const ServerProfile b = profile(u"b"_s);
    for (const ServerProfile &one : {a, b})
        QVERIFY(mine.add(one));
    ProfileStore theirs(m_file);
    QVERIFY(theirs.add(profile(u"c"_s)));
    QVERIFY(mine.move(b.id, 0));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QVERIFY(theirs.add(profile(u"d"_s)));
    QCOMPARE(namesOf(theirs), QStringList({u"b"_s, u"a"_s, u"c"_s, u"d"_s}));
}

void TestSharedProfiles::unwrittenChangesGoAlong()
{
    ProfileStore mine(m_file);
    const ServerProfile first = profile(u"first"_s);
    QVERIFY(mine.add(first));
    {
        QLockFile lock(m_file + u".changing"_s);
        QVERIFY(lock.lock());
        QVERIFY(!mine.add(profile(u"unwritten"_s)));
        QVERIFY(!mine.remove(first.id));
    }
    QCOMPARE(namesOf(mine), QStringList{u"unwritten"_s});
    ProfileStore theirs(m_file);
    QVERIFY(theirs.add(profile(u"theirs"_s)));
    QVERIFY(mine.add(profile(u"last"_s)));
    const QStringList all{u"theirs"_s, u"unwritten"_s, u"last"_s};
    QCOMPARE(namesOf(mine), all);
    QCOMPARE(namesOf(ProfileStore(m_file)), all);
}

void TestSharedProfiles::aFileThatIsGoneRemovesNothing()
{
    ProfileStore store(m_file);
    QVERIFY(store.add(profile(u"one"_s)));
    QVERIFY(QFile::remove(m_file));
    QVERIFY(store.add(profile(u"two"_s)));
    write("what is this");
    QVERIFY(store.add(profile(u"three"_s)));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(read(m_file + u".bak"_s), QByteArray("what is this"));
    write("[General]\nschema=2\n");
    const auto added = store.add(profile(u"four"_s));
    QVERIFY(!added && added.error().contains("later version"_L1));
    QCOMPARE(read(m_file), QByteArray("[General]\nschema=2\n"));
}

void TestSharedProfiles::anotherIsChangingIt()
{
    ProfileStore store(m_file);
    QVERIFY(store.add(profile(u"one"_s)));
    const QByteArray before = read(m_file);
    QLockFile lock(m_file + u".changing"_s);
    QVERIFY(lock.lock());
    const auto added = store.add(profile(u"two"_s));
    QVERIFY(!added && added.error().contains(m_file) && added.error().endsWith(u'.'));
    QCOMPARE(namesOf(store), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(read(m_file), before);
}

/// Of a process that crashed.
void TestSharedProfiles::aLockLeftBehindIsNone()
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile lock(m_file + u".changing"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nrox-tokens\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    lock.close();
    ProfileStore store(m_file);
    QVERIFY(store.add(profile(u"one"_s)));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList{u"one"_s});
    QVERIFY(!lock.exists());
}

void TestSharedProfiles::manyProcesses()
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

/// What each of many processes does: it tries until a change is written.
int TestSharedProfiles::addMany(const QString &file)
{
    ProfileStore store(file);
    for (int i = 0; i < AddedByEach; ++i) {
        const ServerProfile one = profile(u"server"_s);
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
