// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"
#include "tests/app/startedprogram.h"

#include <QDirIterator>

#include <csignal>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Runs the real program with a token from a real keyring: the token is found only in the keyring.
class TestCanary : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsOnlyInKeyring();
    void givenTokenIsOnlyInItsFile();

private:
    /// The names of files, and of `texts`, that contain the token in any encoding.
    [[nodiscard]] QStringList placesIn(const ProgramHome &home,
                                       const QMap<QString, QByteArray> &texts = {}) const;
    /// The texts that other processes can read from a running process.
    [[nodiscard]] static QMap<QString, QByteArray> seenOf(const StartedProgram &program);
};

QStringList TestCanary::placesIn(const ProgramHome &home,
                                 const QMap<QString, QByteArray> &texts) const
{
    const QByteArray token = m_central->apiToken();
    const QByteArray signature = token.mid(token.lastIndexOf('.') + 1);
    const QString wide = QString::fromLatin1(signature);
    QList<QByteArray> forms{
        token,
        token.toBase64(QByteArray::OmitTrailingEquals),
        token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
        signature,
        token.toHex(),
        QByteArray(reinterpret_cast<const char *>(wide.utf16()),
                   wide.size() * qsizetype(sizeof(QChar)))};
    QMap<QString, QByteArray> all = texts;
    QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all.insert(file.fileName(), file.readAll() + file.fileName().toUtf8());
    }
    QStringList places;
    for (auto text = all.cbegin(); text != all.cend(); ++text) {
        for (const QByteArray &form : std::as_const(forms)) {
            if (text->contains(form))
                places.append(text.key());
        }
    }
    return places;
}

QMap<QString, QByteArray> TestCanary::seenOf(const StartedProgram &program)
{
    return {{u"the command line"_s, program.proc("cmdline")},
            {u"the variables"_s, program.proc("environ")},
            {u"the name"_s, program.proc("comm")}};
}

void TestCanary::tokenIsOnlyInKeyring()
{
    beSignedInAtLab();
    quit();
    const ProgramHome home;
    QVERIFY(QDir(home.path()).mkpath(u"rox-tokens"_s));
    QVERIFY(QFile::copy(m_home->filePath(u"servers.ini"_s),
                        home.filePath(u"rox-tokens/servers.ini"_s)));
    QMap<QString, QByteArray> seen;
    {
        StartedProgram program(home, {}, {{u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()}});
        QVERIFY2(program.says("list-painted"), program.errors().constData());
        seen = seenOf(program);
        QVERIFY(seen.value(u"the command line"_s).contains("rox-tokens"));
        QCOMPARE(::kill(pid_t(program.pid()), SIGTERM), 0);
        QCOMPARE(program.ended(), 0);
        seen.insert(u"stderr"_s, program.errors());
        seen.insert(u"stdout"_s, program.output());
    }
    QCOMPARE(placesIn(home, seen), QStringList());
    // The program has written files, and a planted token is found.
    QVERIFY(QFile::exists(home.filePath(u"rox-tokens/rox-tokens.conf"_s)));
    QFile planted(home.filePath(u"rox-tokens/planted"_s));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write('"' + m_central->apiToken().toBase64() + '"');
    planted.close();
    QVERIFY(placesIn(home).contains(planted.fileName()));
}

/// The first window gets a token file; a second start passes a token from a variable.
void TestCanary::givenTokenIsOnlyInItsFile()
{
    const ProgramHome home;
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(u"token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_central->apiToken());
    file.close();
    const QStringList where{u"--endpoint"_s, m_central->endpoint(), u"--ca"_s, m_central->caFile()};
    QMap<QString, QByteArray> seen;
    {
        StartedProgram program(home, where + QStringList{u"--token-file"_s, file.fileName()},
                               {{u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()}});
        QVERIFY2(program.says("list-painted"), program.errors().constData());
        StartedProgram second(home, where,
                              {{u"ROX_API_TOKEN"_s, QString::fromLatin1(m_central->apiToken())},
                               {u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address()}});
        const int code = second.ended();
        QVERIFY2(code == 0, second.errors().constData());
        seen = seenOf(program);
        QCOMPARE(::kill(pid_t(program.pid()), SIGTERM), 0);
        QCOMPARE(program.ended(), 0);
        seen.insert(u"stderr"_s, program.errors() + second.errors());
        seen.insert(u"stdout"_s, program.output() + second.output());
    }
    QCOMPARE(placesIn(home, seen), QStringList());
}

QTEST_MAIN(TestCanary)
#include "tst_canary.moc"
