// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rox;
using namespace Qt::StringLiterals;

class TestSecretFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOwnerReadsIt();
    void aWiderFileIsReplaced();
    void aLinkIsNotWrittenThrough();
    void failuresLeaveNothing();

private:
    static QByteArray contentOf(const QString &path);
    static unsigned modeOf(const QString &path);
    QTemporaryDir m_folder;
    Secret m_secret{QByteArrayView("the value")};
};

QByteArray TestSecretFile::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

unsigned TestSecretFile::modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

void TestSecretFile::onlyTheOwnerReadsIt()
{
    const QString path = m_folder.filePath(u"new.token"_s);
    QVERIFY(saveSecret(path, m_secret));
    QCOMPARE(contentOf(path), "the value");
    QCOMPARE(modeOf(path), 0600U);
}

void TestSecretFile::aWiderFileIsReplaced()
{
    const QString path = m_folder.filePath(u"old.token"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("a much longer old content");
    old.close();
    ::chmod(QFile::encodeName(path).constData(), 0644);
    QVERIFY(saveSecret(path, m_secret));
    QCOMPARE(contentOf(path), "the value");
    QCOMPARE(modeOf(path), 0600U);
}

void TestSecretFile::aLinkIsNotWrittenThrough()
{
    const QString target = m_folder.filePath(u"target"_s);
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("untouched");
    file.close();
    const QString link = m_folder.filePath(u"link.token"_s);
    QVERIFY(QFile::link(target, link));
    QVERIFY(saveSecret(link, m_secret));
    QCOMPARE(contentOf(target), "untouched");
    QVERIFY(!QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(link), "the value");
}

void TestSecretFile::failuresLeaveNothing()
{
    QVERIFY(!saveSecret(m_folder.path(), m_secret));
    QVERIFY(!saveSecret(m_folder.filePath(u"missing/deep.token"_s), m_secret));
    QVERIFY(!saveSecret(u"/proc/rox.token"_s, m_secret));
    const QStringList left =
        QDir(m_folder.path()).entryList({u".rox-tokens-*"_s}, QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
