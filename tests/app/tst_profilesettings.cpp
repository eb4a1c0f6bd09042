// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profilestore.h"

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
    void cutsWhatIsTooLong();
};

/// Whatever a certificate says of itself: the server is there at the next start.
void TestProfileSettings::cutsWhatIsTooLong()
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

QTEST_GUILESS_MAIN(TestProfileSettings)
#include "tst_profilesettings.moc"
