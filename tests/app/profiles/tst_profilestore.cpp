// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/profiles/profilefile.h"

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

class TestProfileStore : public ProfileFileTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldReadsBack_data();
    void everyFieldReadsBack();
    void everyEndpointReadsBack();
    void orderReadsBack();
    void sameIdReplacesInPlace();
    void missingFileIsAnEmptyList();
    void unreadableProfileIsLeftOut_data();
    void unreadableProfileIsLeftOut();
    void backupIsMadeOnce();
    void fileOfALaterVersionIsNotWritten();
    void folderInPlaceOfTheFileIsSaid();
    void unwritableChangeStaysInMemory();
    void damagedFileIsKept_data();
    void damagedFileIsKept();
    void lastCopyOfALostFileIsOffered_data();
    void lastCopyOfALostFileIsOffered();
    void emptyFileOfAUserWithoutServersIsSaid();
    void removedServersAreNotOffered();
    void changeBeforeRestoringKeepsTheCopy();
    void emptiedFileKeepsCredentials();
    void standardFileIsInTheConfigurationFolder();

private:
    /// A file with one good server, and `key` of it changed (or left out, if null).
    static QByteArray text(const QByteArray &key = {}, const QByteArray &value = {});
};

QByteArray TestProfileStore::text(const QByteArray &key, const QByteArray &value)
{
    QMap<QByteArray, QByteArray> values{{"id", "0d8f6c1e-9a53-4b1e-8c53-5b1d6f2b1101"},
                                        {"name", "prod-eu"},
                                        {"endpoint", "https://central.example.com:443"},
                                        {"signIn", "apiToken"},
                                        {"keepInKeychain", "true"},
                                        {"trust", "system"}};
    if (!key.isEmpty() && value.isNull())
        values.remove(key);
    else if (!key.isEmpty())
        values.insert(key, value);
    QByteArray made = "[General]\nschema=1\n\n[servers]\nsize=2\n"
                      "1\\id=11111111-9a53-4b1e-8c53-5b1d6f2b1101\n1\\name=good\n"
                      "1\\endpoint=https://good.example.com:443\n1\\signIn=apiToken\n"
                      "1\\keepInKeychain=false\n1\\trust=system\n";
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        made += "2\\" + it.key() + '=' + it.value() + '\n';
    return made;
}

void TestProfileStore::everyFieldReadsBack_data()
{
    QTest::addColumn<int>("variant");
    QTest::newRow("token, system") << 0;
    QTest::newRow("password, CA file") << 1;
    QTest::newRow("browser, certificate") << 2;
    QTest::newRow("certificate without names") << 3;
}

void TestProfileStore::everyFieldReadsBack()
{
    QFETCH(int, variant);
    ServerProfile kept = profileNamed(u"Grüße, \"prod\"; = [x] \\ 生产 %41"_s);
    kept.colorName = u"plum"_s;
    if (variant == 1) {
        kept.signIn = SignInMethod::Password;
        kept.userName = u"admin, really"_s;
        kept.keepInKeychain = false;
        kept.trust = {TrustRule::Kind::CaFile, u"C:\\ca, my.pem"_s, std::nullopt, NoTime};
    } else if (variant >= 2) {
        kept.signIn = SignInMethod::Browser;
        using Problem = CertificateFacts::Problem;
        CertificateFacts facts{QByteArray(32, '\xab'),
                               u"CN=a, O=b"_s,
                               u"@Variant(x)"_s,
                               {u"a.example"_s, u"10.0.0.1"_s},
                               1'700'000'000'123,
                               NoTime,
                               {Problem::SelfSigned, Problem::Other},
                               u"odd"_s};
        if (variant == 3)
            facts.names.clear();
        kept.trust = {TrustRule::Kind::Certificate, {}, facts, 1'790'000'000'000};
    }
    {
        ProfileStore store(m_file);
        const auto added = store.add(kept);
        QVERIFY2(added, added ? "" : qPrintable(added.error()));
    }
    // Under another name QSettings reads the file, and not what it remembers of it.
    const QString copy = m_folder->filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(m_file, copy));
    const ProfileStore store(copy);
    QCOMPARE(store.problems(), QStringList());
    QCOMPARE(store.profiles().size(), 1);
    QVERIFY(store.profiles().constFirst() == kept);
    QVERIFY(*store.find(kept.id) == kept);
    QVERIFY(!store.find(QUuid::createUuid()));
}

void TestProfileStore::everyEndpointReadsBack()
{
    ProfileStore store(m_file);
    for (const auto &typed : {u"central"_s, u"[::1]:8443"_s, u"bücher.example"_s,
                              u"http://127.0.0.1:8080"_s, u"10.0.0.1:443"_s})
        QVERIFY(store.add([&typed] {
            ServerProfile made = profileNamed(typed);
            made.endpoint = *Endpoint::parse(typed);
            return made;
        }()));
    const QString copy = m_folder->filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(m_file, copy));
    const ProfileStore again(copy);
    QCOMPARE(again.problems(), QStringList());
    QVERIFY(again.profiles() == store.profiles());
}

void TestProfileStore::orderReadsBack()
{
    ProfileStore store(m_file);
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        QVERIFY(store.add(profileNamed(name)));
    QVERIFY(store.move(store.profiles().at(3).id, 0));
    QVERIFY(store.move(store.profiles().at(1).id, 99));
    QVERIFY(store.remove(store.profiles().at(1).id));
    QVERIFY(store.remove(QUuid::createUuid()));
    QVERIFY(store.move(QUuid::createUuid(), 0));
    const QStringList wanted{u"d"_s, u"c"_s, u"a"_s};
    QCOMPARE(namesOf(store), wanted);
    QCOMPARE(namesOf(ProfileStore(m_file)), wanted);
    // Nothing of the fourth is left behind.
    QVERIFY(!contentOf(m_file).contains("4\\"));
}

void TestProfileStore::sameIdReplacesInPlace()
{
    ProfileStore store(m_file);
    ServerProfile first = profileNamed(u"first"_s);
    first.signIn = SignInMethod::Password;
    first.userName = u"admin"_s;
    QVERIFY(store.add(first));
    QVERIFY(store.add(profileNamed(u"second"_s)));
    first.name = u"renamed"_s;
    first.signIn = SignInMethod::ApiToken;
    first.userName.clear();
    QVERIFY(store.add(first));
    const ProfileStore again(m_file);
    QCOMPARE(namesOf(again), QStringList({u"renamed"_s, u"second"_s}));
    QVERIFY(again.profiles().constFirst() == first);
    QVERIFY(!contentOf(m_file).contains("admin"));
}

void TestProfileStore::missingFileIsAnEmptyList()
{
    const ProfileStore store(m_file);
    QVERIFY(store.profiles().isEmpty());
    QCOMPARE(store.problems(), QStringList());
    QVERIFY(!QFile::exists(m_file)); // looking makes nothing
}

void TestProfileStore::unreadableProfileIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const QByteArray &key, const QByteArray &value) {
        QTest::newRow(name) << key << value;
    };
    row("no id", "id", {});
    row("bad id", "id", "seven");
    row("the other's id", "id", "11111111-9a53-4b1e-8c53-5b1d6f2b1101");
    row("long name", "name", QByteArray(10'000, 'n'));
    row("list for a name", "name", "a, b");
    row("variant for a name", "name", "@Variant(\\0\\0\\0\\x2\\0\\0\\0\\x1)");
    row("size for a name", "name", "@Size(1 2)");
    row("no endpoint", "endpoint", {});
    row("userinfo", "endpoint", "https://admin:hunter2@central.example.com");
    row("plain text", "endpoint", "http://central.example.com");
    row("path", "endpoint", "https://central.example.com/api");
    row("no sign-in", "signIn", {});
    row("unknown sign-in", "signIn", "telepathy");
    row("no trust", "trust", {});
    row("unknown trust", "trust", "everybody");
    row("no CA file", "trust", "caFile");
    row("no certificate", "trust", "certificate");
    row("half a fingerprint", "trust", "certificate\n2\\certificate\\sha256=abcd");
    row("fingerprint of other letters", "trust",
        "certificate\n2\\certificate\\sha256=" + QByteArray(64, 'z'));
    row("unknown problem", "trust",
        "certificate\n2\\certificate\\problems=haunted\n2\\certificate\\sha256="
            + QByteArray(64, 'a'));
    row("time is no number", "trust",
        "certificate\n2\\trustedAt=yesterday\n2\\certificate\\sha256=" + QByteArray(64, 'a'));
    row("neither true nor false", "keepInKeychain", "maybe");
}

void TestProfileStore::unreadableProfileIsLeftOut()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const QByteArray before = text(key, value);
    write(before);
    const ProfileStore store(m_file);
    QCOMPARE(namesOf(store), QStringList({u"good"_s}));
    QCOMPARE(store.problems().size(), 2);
    const QString said = store.problems().join(u' ');
    QVERIFY2(said.contains(u"left out"_s) && said.endsWith(u'.'), qPrintable(said));
    QVERIFY2(!said.contains(u"hunter2"_s) && said.size() < 1000, qPrintable(said));
    QVERIFY2(said.contains(m_file % u".bak"_s), qPrintable(said));
    QCOMPARE(contentOf(m_file % u".bak"_s), before);
    QCOMPARE(contentOf(m_file), before);
}

void TestProfileStore::backupIsMadeOnce()
{
    const QByteArray first = text("endpoint", "ftp://x");
    write(first);
    for (int starts = 0; starts < 3; ++starts)
        QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"good"_s}));
    const QDir folder(QFileInfo(m_file).path());
    QCOMPARE(folder.entryList({u"*.bak*"_s}).size(), 1);
    {
        ProfileStore store(m_file);
        QVERIFY(store.add(profileNamed(u"new"_s)));
    }
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"good"_s, u"new"_s}));
    const QByteArray second = text("trust", "nobody");
    write(second);
    QVERIFY(!ProfileStore(m_file).problems().isEmpty());
    QCOMPARE(contentOf(m_file % u".bak"_s), first);
    QCOMPARE(contentOf(m_file % u".bak2"_s), second);
}

void TestProfileStore::fileOfALaterVersionIsNotWritten()
{
    QByteArray later = text();
    later.replace("schema=1", "schema=2");
    write(later);
    ProfileStore store(m_file);
    QVERIFY(store.profiles().isEmpty());
    QCOMPARE(store.problems().size(), 1);
    const auto added = store.add(profileNamed(u"new"_s));
    QVERIFY(!added);
    QCOMPARE(added.error(), store.problems().constFirst());
    QCOMPARE(namesOf(store), QStringList({u"new"_s}));
    QCOMPARE(contentOf(m_file), later);
}

void TestProfileStore::folderInPlaceOfTheFileIsSaid()
{
    QVERIFY(QDir().mkpath(m_file));
    ProfileStore store(m_file);
    QCOMPARE(store.problems().size(), 1);
    QVERIFY(!store.add(profileNamed(u"new"_s)));
    QCOMPARE(namesOf(store), QStringList({u"new"_s}));
    // Once it is one again, what it holds stays, and what was changed goes along.
    QVERIFY(QDir().rmdir(m_file));
    write(text());
    QVERIFY(store.add(profileNamed(u"newer"_s)));
    QCOMPARE(namesOf(store), QStringList({u"good"_s, u"prod-eu"_s, u"new"_s, u"newer"_s}));
}

void TestProfileStore::unwritableChangeStaysInMemory()
{
    // Where its folder should be stands a file.
    QFile inTheWay(m_folder->filePath(u"sub"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    ProfileStore store(m_file);
    const auto added = store.add(profileNamed(u"kept in memory"_s));
    QVERIFY(!added);
    QVERIFY2(added.error().contains(m_file) && added.error().endsWith(u'.'),
             qPrintable(added.error()));
    QCOMPARE(namesOf(store), QStringList({u"kept in memory"_s}));
    QVERIFY(inTheWay.remove());
    QVERIFY(store.add(profileNamed(u"another"_s)));
    QCOMPARE(namesOf(ProfileStore(m_file)), QStringList({u"kept in memory"_s, u"another"_s}));
}

void TestProfileStore::damagedFileIsKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("binary") << QByteArray("\0\xff\x01[\xfe", 5);
    QTest::newRow("no end of a group") << QByteArray("[servers\nsize=1\n1\\id=x\n");
    QTest::newRow("no values") << QByteArray("servers servers servers");
    QTest::newRow("too many") << QByteArray("[servers]\nsize=2000000000\n");
    QTest::newRow("less than none") << QByteArray("[servers]\nsize=-5\n");
    QTest::newRow("too big") << QByteArray(9 << 20, 'x');
}

void TestProfileStore::damagedFileIsKept()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    ProfileStore store(m_file);
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!store.problems().isEmpty());
    const auto added = store.add(profileNamed(u"new"_s));
    // Whatever it was is still somewhere.
    QVERIFY(contentOf(m_file) == bytes || contentOf(m_file % u".bak"_s) == bytes);
    QCOMPARE(namesOf(store), QStringList({u"new"_s}));
    QCOMPARE(namesOf(ProfileStore(m_file)), added ? QStringList({u"new"_s}) : QStringList());
}

void TestProfileStore::lastCopyOfALostFileIsOffered_data()
{
    QTest::addColumn<QString>("loss");
    for (const QString &loss : {u"emptied"_s, u"cut"_s, u"zeros"_s, u"garbage"_s, u"schema"_s})
        QTest::newRow(qPrintable(loss)) << loss;
}

void TestProfileStore::lastCopyOfALostFileIsOffered()
{
    QFETCH(QString, loss);
    {
        ProfileStore store(m_file);
        QVERIFY(store.add(profileNamed(u"prod"_s)));
        QVERIFY(store.add(profileNamed(u"lab"_s)));
    }
    QVERIFY(ProfileStore(m_file).lost().isEmpty());
    const QByteArray good = contentOf(m_file);
    write(loss == u"emptied"   ? QByteArray()
          : loss == u"cut"     ? good.left(good.size() / 2)
          : loss == u"zeros"   ? QByteArray(good.size(), '\0')
          : loss == u"garbage" ? QByteArray("servers servers")
                               : QByteArray("[General]\nschema=1\n"));
    // QSettings does not read a file again that has the size and the millisecond of the one before.
    QFile later(m_file);
    QVERIFY(later.open(QIODevice::ReadWrite));
    QVERIFY(later.setFileTime(QDateTime::currentDateTimeUtc().addSecs(1),
                              QFileDevice::FileModificationTime));
    later.close();
    ProfileStore store(m_file);
    QVERIFY(!store.problems().isEmpty());
    QVERIFY(store.problems().constFirst().contains(m_file));
    QCOMPARE(store.lost().size() + store.profiles().size(), 2);
    QVERIFY(!ProfileStore::credentialKeysIn(m_file));
    QVERIFY(store.restoreLost());
    QVERIFY(store.lost().isEmpty());
    QStringList names = namesOf(ProfileStore(m_file));
    names.sort();
    QCOMPARE(names, (QStringList{u"lab"_s, u"prod"_s}));
    QVERIFY(ProfileStore(m_file).problems().isEmpty());
}

void TestProfileStore::emptyFileOfAUserWithoutServersIsSaid()
{
    write({});
    ProfileStore store(m_file);
    QVERIFY(store.problems().constFirst().contains(u"is empty"_s));
    QVERIFY(store.lost().isEmpty());
    QVERIFY(store.add(profileNamed(u"new"_s)));
    QVERIFY(ProfileStore(m_file).problems().isEmpty());
}

void TestProfileStore::removedServersAreNotOffered()
{
    ProfileStore store(m_file);
    const ServerProfile gone = profileNamed(u"gone"_s);
    QVERIFY(store.add(gone));
    QVERIFY(store.remove(gone.id));
    QVERIFY(ProfileStore(m_file).problems().isEmpty()); // a list without servers is no loss
    write({});
    QVERIFY(ProfileStore(m_file).lost().isEmpty());
}

void TestProfileStore::changeBeforeRestoringKeepsTheCopy()
{
    QVERIFY(ProfileStore(m_file).add(profileNamed(u"prod"_s)));
    write({});
    ProfileStore store(m_file);
    QVERIFY(store.add(profileNamed(u"new"_s)));
    QCOMPARE(store.lost().size(), 1);
    QVERIFY(store.restoreLost());
    QCOMPARE(namesOf(ProfileStore(m_file)), (QStringList{u"new"_s, u"prod"_s}));
}

/// The sweep of orphans takes nothing that the list before the loss named.
void TestProfileStore::emptiedFileKeepsCredentials()
{
    const ServerProfile prod = profileNamed(u"prod"_s);
    QVERIFY(ProfileStore(m_file).add(prod));
    write({});
    QVERIFY(!ProfileStore::credentialKeysIn(m_file));
    ProfileStore store(m_file);
    QVERIFY(store.add(profileNamed(u"new"_s)));
    for (const QString &backup : QDir(QFileInfo(m_file).path()).entryList({u"*.bak*"_s}))
        QVERIFY(QFile::remove(QFileInfo(m_file).path() + u'/' + backup));
    const auto keys = ProfileStore::credentialKeysIn(m_file);
    QVERIFY(keys);
    QVERIFY(keys->contains(prod.credentialKey()));
}

void TestProfileStore::standardFileIsInTheConfigurationFolder()
{
    QCoreApplication::setOrganizationName(u"rox-tokens"_s);
    const QString file = ProfileStore::standardFile();
    QVERIFY2(file.endsWith(u"/rox-tokens/servers.ini"_s), qPrintable(file));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
