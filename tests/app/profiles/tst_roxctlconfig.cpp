// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/roxctlconfig.h"
#include "tests/support/stricttest.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rox;
using namespace Qt::StringLiterals;

class TestRoxctlConfig : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileIsFound();
    void roxctlsFileIsRead();
    void ipv6KeyWithoutBracketsIsRead();
    void emptyFileGivesNoCentral_data();
    void emptyFileGivesNoCentral();
    void unreadableFileIsRefused_data();
    void unreadableFileIsRefused();
    void unusableEntryIsLeftOut_data();
    void unusableEntryIsLeftOut();
    void fileOpenToOthersIsRemarked();
    void damagedFileDoesNotCrash();

private:
    QString write(const QByteArray &content, mode_t mode = 0600);

    QTemporaryDir m_folder;
    int m_written = 0;
};

namespace {

const QByteArray Whole = "centrals:\n"
                         "  central.example.com:443:\n"
                         "    access:\n"
                         "      accessToken: eyJ.secret-one.sig\n"
                         "      issuedAt: 2026-08-22T10:15:30Z\n"
                         "      expiresAt: 2026-08-22T22:15:30Z\n"
                         "      refreshToken: providerId=a; token=b\n"
                         "  localhost:8443:\n"
                         "    access:\n"
                         "      accessToken: eyJ.secret-two.sig\n"
                         "      issuedAt: 2026-08-22T10:15:30Z\n";

} // namespace

void TestRoxctlConfig::init()
{
    StrictTest::init();
}

QString TestRoxctlConfig::write(const QByteArray &content, mode_t mode)
{
    QString path = m_folder.filePath(u"config-%1.yaml"_s.arg(++m_written));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    file.close();
    ::chmod(QFile::encodeName(path).constData(), mode);
    return path;
}

void TestRoxctlConfig::fileIsFound()
{
    Environment environment;
    QCOMPARE(roxctlConfigFile(environment), QString());
    environment.insert(u"HOME"_s, u"/home/me"_s);
    QCOMPARE(roxctlConfigFile(environment), u"/home/me/.roxctl/roxctl-config.yaml"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, u"/run/user/7"_s);
    QCOMPARE(roxctlConfigFile(environment), u"/run/user/7/roxctl-config.yaml"_s);
    environment.insert(u"ROX_CONFIG_DIR"_s, u"/srv/rox"_s);
    QCOMPARE(roxctlConfigFile(environment), u"/srv/rox/roxctl-config.yaml"_s);
}

void TestRoxctlConfig::roxctlsFileIsRead()
{
    const auto config = readRoxctlConfig(write(Whole));
    QVERIFY2(config, config ? "" : qPrintable(config.error()));
    QCOMPARE(config->remarks, QStringList());
    QCOMPARE(config->centrals.size(), std::size_t(2));
    const RoxctlCentral &first = config->centrals.at(0);
    QCOMPARE(first.endpoint.display(), u"central.example.com"_s);
    QCOMPARE(first.token.view(), QByteArrayView("eyJ.secret-one.sig"));
    QCOMPARE(first.expiresAt, UtcMs(1787436930000));
    QCOMPARE(first.refreshCookie.view(), QByteArrayView("providerId=a; token=b"));
    const RoxctlCentral &second = config->centrals.at(1);
    QCOMPARE(second.endpoint.display(), u"localhost:8443"_s);
    QCOMPARE(second.token.view(), QByteArrayView("eyJ.secret-two.sig"));
    QCOMPARE(second.expiresAt, NoTime);
    QVERIFY(second.refreshCookie.isEmpty());
}

void TestRoxctlConfig::ipv6KeyWithoutBracketsIsRead()
{
    const QByteArray entry = ": {access: {accessToken: eyJ.secret-one.sig}}\n";
    const auto config =
        readRoxctlConfig(write("centrals:\n  \"::1:8443\"" + entry + "  \"2001:db8::7:443\"" + entry
                               + "  \"central.example.\"" + entry));
    QVERIFY2(config, config ? "" : qPrintable(config.error()));
    QCOMPARE(config->remarks, QStringList());
    QStringList read;
    for (const RoxctlCentral &central : config->centrals)
        read.append(central.endpoint.display());
    QCOMPARE(read, (QStringList{u"[::1]:8443"_s, u"[2001:db8::7]"_s, u"central.example"_s}));
}

void TestRoxctlConfig::emptyFileGivesNoCentral_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no file") << m_folder.filePath(u"nowhere"_s);
    QTest::newRow("no place for one") << QString();
    QTest::newRow("empty") << write("");
    QTest::newRow("a comment") << write("# nothing\n");
    QTest::newRow("null") << write("~\n");
    QTest::newRow("no centrals") << write("other: 1\n");
    QTest::newRow("null for centrals") << write("centrals:\n");
    QTest::newRow("empty centrals") << write("centrals: {}\n");
}

void TestRoxctlConfig::emptyFileGivesNoCentral()
{
    QFETCH(QString, path);
    const auto config = readRoxctlConfig(path);
    QVERIFY2(config, config ? "" : qPrintable(config.error()));
    QVERIFY(config->centrals.empty());
    QCOMPARE(config->remarks, QStringList());
}

void TestRoxctlConfig::unreadableFileIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a folder") << m_folder.path();
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("a pipe") << pipe;
    const QString nowhere = m_folder.filePath(u"dangling"_s);
    QVERIFY(QFile::link(u"/nonexistent/file"_s, nowhere));
    QTest::newRow("a link to nothing") << nowhere;
    QTest::newRow("a device") << u"/dev/zero"_s;
    QTest::newRow("50 MB") << write(QByteArray(50'000'000, 'a'));
    QTest::newRow("no UTF-8") << write("centrals: \xff\xfe\n");
    QTest::newRow("UTF-16") << write(QByteArray("\xff\xfe"
                                                "c\0:\0",
                                                6));
    QTest::newRow("a scalar") << write("secret-one\n");
    QTest::newRow("a list") << write("- secret-one\n");
    QTest::newRow("a list of centrals") << write("centrals: [secret-one]\n");
    QTest::newRow("text for centrals") << write("centrals: secret-one\n");
    QTest::newRow("a tab") << write("centrals:\n\tsecret-one: 1\n");
    QTest::newRow("no end of a quote") << write("centrals: \"secret-one\n");
    QTest::newRow("unknown alias") << write("centrals: *secret-one\n");
    QTest::newRow("deep") << write("centrals: " + QByteArray(500'000, '['));
    QTest::newRow("deep maps") << write(QByteArray(500'000, '{'));
}

void TestRoxctlConfig::unreadableFileIsRefused()
{
    QFETCH(QString, path);
    const auto config = readRoxctlConfig(path);
    QVERIFY(!config);
    QVERIFY2(config.error().contains(path) && config.error().endsWith(u'.'),
             qPrintable(config.error()));
    QVERIFY(!config.error().contains(u"secret-one"_s));
}

void TestRoxctlConfig::unusableEntryIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("said");
    const QByteArray token = "{access: {accessToken: secret-one}}";
    QTest::newRow("userinfo") << "admin:hunter2@host:443: " + token << u"address"_s;
    QTest::newRow("a path") << "host/path: " + token << u"address"_s;
    QTest::newRow("plain text") << "'http://host': " + token << u"address"_s;
    QTest::newRow("a token") << "eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.secret-one: " + token
                             << u"address"_s;
    QTest::newRow("empty key") << "'': " + token << u"address"_s;
    QTest::newRow("a map for a key") << "? {a: b}\n  : " + token << u"address"_s;
    QTest::newRow("long key") << "? " + QByteArray(900'000, 'h') + "\n  : " + token << u"address"_s;
    QTest::newRow("null entry") << QByteArray("host:443:") << u"no access token"_s;
    QTest::newRow("text for an entry") << QByteArray("host:443: text") << u"no access token"_s;
    QTest::newRow("text for access")
        << QByteArray("host:443: {access: text}") << u"no access token"_s;
    QTest::newRow("list for a token")
        << QByteArray("host:443: {access: {accessToken: [a, b]}}") << u"no access token"_s;
    QTest::newRow("two lines of token")
        << QByteArray("host:443: {access: {accessToken: \"a\\nb\"}}") << u"no access token"_s;
    QTest::newRow("NUL in a token")
        << QByteArray("host:443: {access: {accessToken: \"a\\0b\"}}") << u"no access token"_s;
    QTest::newRow("long token") << "host:443: {access: {accessToken: " + QByteArray(70'000, 't')
                                       + "}}"
                                << u"no access token"_s;
    QTest::newRow("itself for a token")
        << QByteArray("host:443: &a {access: {accessToken: *a}}") << u"no access token"_s;
    QTest::newRow("no time") << QByteArray(
        "host:443: {access: {accessToken: secret-one, expiresAt: soon}}")
                             << u"expiration"_s;
    QTest::newRow("list for a cookie")
        << QByteArray("host:443: {access: {accessToken: secret-one, refreshToken: [a]}}")
        << u"refresh token"_s;
    QTest::newRow("two lines of cookie")
        << QByteArray("host:443: {access: {accessToken: secret-one, refreshToken: \"a\\r\\nb\"}}")
        << u"refresh token"_s;
    QTest::newRow("twice") << "good: " + token << u"twice"_s;
}

void TestRoxctlConfig::unusableEntryIsLeftOut()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, said);
    const auto config =
        readRoxctlConfig(write("centrals:\n  good:443: {access: {accessToken: good}}\n  " + entry
                               + "\n  also.good:443: {access: {accessToken: good}}\n"));
    QVERIFY2(config, config ? "" : qPrintable(config.error()));
    QCOMPARE(config->centrals.size(), std::size_t(2));
    QCOMPARE(config->remarks.size(), 1);
    const QString remark = config->remarks.constFirst();
    QVERIFY2(remark.contains(said) && remark.endsWith(u'.') && remark.size() < 300,
             qPrintable(remark));
    QVERIFY(!remark.contains(u"hunter2"_s) && !remark.contains(u"secret-one"_s));
}

void TestRoxctlConfig::fileOpenToOthersIsRemarked()
{
    QCOMPARE(readRoxctlConfig(write(Whole, 0600))->remarks.size(), 0);
    for (const mode_t mode : {mode_t(0644), mode_t(0640), mode_t(0602)}) {
        const QString path = write(Whole, mode);
        const auto config = readRoxctlConfig(path);
        QCOMPARE(config->centrals.size(), std::size_t(2));
        QCOMPARE(config->remarks.size(), 1);
        QVERIFY(config->remarks.constFirst().contains(path));
    }
}

/// Cuts, changed bytes, doubled parts and bombs of aliases: an answer each time, and none that
/// names a secret.
void TestRoxctlConfig::damagedFileDoesNotCrash()
{
    QRandomGenerator random(7);
    QList<QByteArray> damaged;
    for (qsizetype cut = 0; cut < Whole.size(); cut += 7)
        damaged.append(Whole.left(cut));
    const QByteArray signs = "[]{}:,&*!|>'\"%@`#-?~\t\n\\ ";
    for (int i = 0; i < 500; ++i) {
        QByteArray text = Whole;
        for (int change = random.bounded(1, 6); change > 0; --change)
            text[random.bounded(text.size())] = signs[random.bounded(signs.size())];
        damaged.append(text);
    }
    QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 40; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        bomb += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                + QByteArrayList(9, before).join(',') + "]\n";
    }
    damaged.append(bomb + "centrals: *a39\n");
    damaged.append(bomb + Whole);
    for (const QByteArray &text : damaged) {
        const auto config = readRoxctlConfig(write(text));
        const QString said = config ? config->remarks.join(u' ') : config.error();
        QVERIFY2(!said.contains(u"eyJ."_s), text.constData());
        QVERIFY(!config || config->centrals.size() <= 4);
    }
}

QTEST_GUILESS_MAIN(TestRoxctlConfig)
#include "tst_roxctlconfig.moc"
