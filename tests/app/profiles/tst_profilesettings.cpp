// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// What is written is read.
class TestProfileSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLongTextIsCut();
    void keyDependsOnOriginMethodAndUser();
    void hostileValueIsRefused_data();
    void hostileValueIsRefused();

private:
    static ServerProfile profile();
};

/// Whatever a certificate says of itself: the server is there at the next start.
void TestProfileSettings::tooLongTextIsCut()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"servers.ini"_s);
    const QString pair = u"\U0001F511"_s;
    ServerProfile kept;
    kept.id = QUuid::createUuid();
    kept.name = QString(199, u'n') + pair;
    kept.endpoint = *Endpoint::parse(u"central.example.com:8443"_s);
    kept.signIn = SignInMethod::Password;
    kept.userName = QString(10'000, u'u');
    CertificateFacts facts;
    facts.sha256 = QByteArray(32, '\xab');
    facts.subject = QString(4095, u's') + pair;
    facts.issuer = QString(100'000, u'\u751f');
    for (int i = 0; i < 3'000; ++i)
        facts.names.append(u"%1.example"_s.arg(i));
    facts.problems.fill(CertificateFacts::Problem::Other, 2'000);
    facts.otherProblem = QString(5'000, u'o');
    kept.trust = {TrustRule::Kind::Certificate, {}, facts, 1'790'000'000'000};
    QVERIFY(ProfileStore(file).add(kept));
    const QString copy = folder.filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(file, copy));
    const ProfileStore store(copy);
    QVERIFY2(store.problems().isEmpty(), qPrintable(store.problems().join(u'\n')));
    const ServerProfile *found = store.find(kept.id);
    QVERIFY(found);
    QCOMPARE(found->name, QString(199, u'n'));
    QCOMPARE(found->userName, QString(MaxNameLength, u'u'));
    QCOMPARE(found->trust.certificate->sha256, facts.sha256);
    QCOMPARE(found->trust.certificate->subject, QString(4095, u's'));
    QCOMPARE(found->trust.certificate->names, facts.names.first(1'000));
    QCOMPARE(found->trust.trustedAt, kept.trust.trustedAt);

    // Twenty of the worst fit the file.
    ProfileStore many(folder.filePath(u"many.ini"_s));
    facts.names = QStringList(1'000, QString(4'096, u'\u751f'));
    kept.trust.certificate = facts;
    for (int i = 0; i < 20; ++i) {
        kept.id = QUuid::createUuid();
        QVERIFY(many.add(kept));
    }
    const QString copied = folder.filePath(u"copied.ini"_s);
    QVERIFY(QFile::copy(folder.filePath(u"many.ini"_s), copied));
    QCOMPARE(int(ProfileStore(copied).profiles().size()), 20);
}

ServerProfile TestProfileSettings::profile()
{
    ServerProfile made;
    made.id = QUuid::createUuid();
    made.name = u"lab"_s;
    made.endpoint = *Endpoint::parse(u"central.example.com:8443"_s);
    made.signIn = SignInMethod::Password;
    made.userName = u"admin"_s;
    made.beginCredential();
    return made;
}

void TestProfileSettings::keyDependsOnOriginMethodAndUser()
{
    const ServerProfile made = profile();
    const QString key = made.credentialKey();
    QCOMPARE(made.keptCredentialKey(), key);
    QVERIFY(!made.wasChangedOutside());
    // What people read, and whom it trusts, is not what a credential is for.
    ServerProfile renamed = made;
    renamed.name = u"other"_s;
    renamed.trust.kind = TrustRule::Kind::CaFile;
    renamed.keepInKeychain = false;
    QCOMPARE(renamed.credentialKey(), key);
    QList<ServerProfile> others(6, made);
    others[0].endpoint = *Endpoint::parse(u"central.example.com"_s);
    others[1].endpoint = *Endpoint::parse(u"central.example.org:8443"_s);
    others[2].signIn = SignInMethod::ApiToken;
    others[3].userName = u"root"_s;
    others[4].id = QUuid::createUuid();
    others[5].beginCredential();
    QStringList keys{key};
    for (const ServerProfile &other : std::as_const(others)) {
        QVERIFY(!keys.contains(other.credentialKey()));
        keys.append(other.credentialKey());
    }
    for (int changed = 0; changed < 4; ++changed) {
        QVERIFY(others.at(changed).wasChangedOutside());
        QCOMPARE(others.at(changed).keptCredentialKey(), key); // to be forgotten there
    }
    // As it is read again.
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"servers.ini"_s);
    QVERIFY(ProfileStore(file).add(made));
    const QString copy = folder.filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(file, copy));
    const ProfileStore store(copy);
    QVERIFY(store.find(made.id));
    QCOMPARE(*store.find(made.id), made);
}

void TestProfileSettings::hostileValueIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("another key") << QByteArray("credentialFor=../../another");
    QTest::newRow("short") << QByteArray("credentialFor=ab");
    QTest::newRow("large letters") << QByteArray("credentialFor=") + QByteArray(32, 'A');
    QTest::newRow("no UUID") << QByteArray("credential=x");
    const QByteArray token = "eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl";
    for (const char *key : {"name=", "endpoint=", "userName=", "color="})
        QTest::newRow(key) << QByteArray(key + token);
}

void TestProfileSettings::hostileValueIsRefused()
{
    QFETCH(QByteArray, line);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"servers.ini"_s);
    QVERIFY(ProfileStore(path).add(profile()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList lines = file.readAll().split('\n');
    const QByteArray mark = "1\\" + line.left(line.indexOf('=') + 1);
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const auto &each) { return each.startsWith(mark); });
    QVERIFY(found != lines.end());
    *found = "1\\" + line;
    QFile other(folder.filePath(u"other.ini"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(lines.join('\n'));
    other.close();
    const ProfileStore store(other.fileName());
    QVERIFY(store.profiles().isEmpty());
    QVERIFY2(store.problems().constFirst().contains("left out"_L1),
             qPrintable(store.problems().constFirst()));
    QVERIFY2(!store.problems().join(u' ').contains("eyJ"_L1),
             qPrintable(store.problems().join(u' ')));
}

QTEST_GUILESS_MAIN(TestProfileSettings)
#include "tst_profilesettings.moc"
