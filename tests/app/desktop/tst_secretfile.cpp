// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <dlfcn.h>
#include <functional>
#include <optional>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

/// What saveSecret() has asked of the system, in order.
struct Asked
{
    QStringList calls;
    /// Instead of syncing the file or the folder: the error number, or 0 to go on.
    std::function<int(bool isFolder)> onSync;
    /// As on a mounted FAT file system: the mode of every file, which cannot be changed.
    std::optional<mode_t> fixedMode;
};

Asked *watched = nullptr;

template <class Call>
Call *realCall(const char *name)
{
    return reinterpret_cast<Call *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

/// These stand before the C library's for everything that is linked into this test.
extern "C" int fsync(int handle)
{
    if (watched) {
        struct stat facts = {};
        const bool isFolder = ::fstat(handle, &facts) == 0 && S_ISDIR(facts.st_mode);
        watched->calls.append(isFolder ? u"sync folder"_s : u"sync file"_s);
        if (const int error = watched->onSync ? watched->onSync(isFolder) : 0) {
            errno = error;
            return -1;
        }
    }
    return realCall<int(int)>("fsync")(handle);
}

extern "C" int rename(const char *from, const char *to)
{
    if (watched)
        watched->calls.append(u"rename"_s);
    return realCall<int(const char *, const char *)>("rename")(from, to);
}

extern "C" int fchmod(int handle, mode_t mode)
{
    if (watched && watched->fixedMode) {
        errno = EPERM;
        return -1;
    }
    return realCall<int(int, mode_t)>("fchmod")(handle, mode);
}

extern "C" int chmod(const char *path, mode_t mode)
{
    if (watched && watched->fixedMode) {
        errno = EPERM;
        return -1;
    }
    return realCall<int(const char *, mode_t)>("chmod")(path, mode);
}

extern "C" int fstat(int handle, struct stat *facts)
{
    const int result = realCall<int(int, struct stat *)>("fstat")(handle, facts);
    if (result == 0 && watched && watched->fixedMode && S_ISREG(facts->st_mode))
        facts->st_mode = S_IFREG | *watched->fixedMode;
    return result;
}

class TestSecretFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOwnerMayRead();
    void fileWithWiderRightsIsReplaced();
    void linkIsSaidAndNotWrittenTo();
    void placeWithoutPermissionsIsSaid();
    void placeThatIsPrivateAnywayIsAccepted();
    void fullDiskIsSaid();
    void failureLeavesNoFile();
    void fileIsSyncedBeforeSuccess();
    void failedFileSyncIsNoSuccess();
    void failedFolderSyncRemovesTheFile();
    void folderWithoutSyncIsAccepted();
    void differentReadBackRemovesTheFile();
    void fileOfAnotherProgramIsNotRemoved();
    void fileThatCannotBeRemovedIsNamed();

private:
    [[nodiscard]] QStringList leftIn(const QString &folder) const
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }
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

void TestSecretFile::onlyTheOwnerMayRead()
{
    const QString path = m_folder.filePath(u"new.token"_s);
    QVERIFY(saveSecret(path, m_secret));
    QCOMPARE(contentOf(path), "the value");
    QCOMPARE(modeOf(path), 0600U);
}

void TestSecretFile::fileWithWiderRightsIsReplaced()
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

void TestSecretFile::linkIsSaidAndNotWrittenTo()
{
    const QString target = m_folder.filePath(u"target"_s);
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("untouched");
    file.close();
    const QString link = m_folder.filePath(u"link.token"_s);
    QVERIFY(QFile::link(target, link));
    const auto saved = saveSecret(link, m_secret);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(target), qPrintable(saved.error()));
    QCOMPARE(contentOf(target), "untouched");
    QVERIFY(QFileInfo(link).isSymLink());
    const QString nowhere = m_folder.filePath(u"nowhere.token"_s);
    QVERIFY(QFile::link(m_folder.filePath(u"missing"_s), nowhere));
    QVERIFY(!saveSecret(nowhere, m_secret));
    QVERIFY(!QFile::exists(m_folder.filePath(u"missing"_s)));
    // A link on the way is no link to the file.
    const QString folder = m_folder.filePath(u"folder-link"_s);
    QVERIFY(QFile::link(m_folder.path(), folder));
    QVERIFY(saveSecret(folder + u"/in.token", m_secret));
    QCOMPARE(contentOf(m_folder.filePath(u"in.token"_s)), "the value");
}

void TestSecretFile::placeWithoutPermissionsIsSaid()
{
    const QTemporaryDir folder;
    for (const mode_t mode : {0755, 0644, 0640, 0704}) {
        Asked asked;
        asked.fixedMode = mode;
        watched = &asked;
        const auto saved = saveSecret(folder.filePath(u"new.token"_s), m_secret);
        watched = nullptr;
        QVERIFY(!saved);
        QVERIFY2(saved.error().contains("cannot keep a file from other users"_L1),
                 qPrintable(saved.error()));
        QCOMPARE(asked.calls, QStringList()); // nothing was written
        QCOMPARE(leftIn(folder.path()), QStringList());
    }
}

void TestSecretFile::placeThatIsPrivateAnywayIsAccepted()
{
    const QTemporaryDir folder;
    Asked asked;
    asked.fixedMode = 0700;
    watched = &asked;
    const auto saved = saveSecret(folder.filePath(u"new.token"_s), m_secret);
    watched = nullptr;
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error()));
    QCOMPARE(contentOf(folder.filePath(u"new.token"_s)), "the value");
}

/// With a limit for the size of files, which fails as a full disk does: after some bytes.
void TestSecretFile::fullDiskIsSaid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.token"_s);
    QVERIFY(saveSecret(path, Secret{QByteArrayView("the old value")}));
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto saved = saveSecret(path, m_secret);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, previous);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(qt_error_string(EFBIG)), qPrintable(saved.error()));
    QCOMPARE(contentOf(path), "the old value");
    QCOMPARE(leftIn(folder.path()), QStringList{u"old.token"_s});
}

void TestSecretFile::failureLeavesNoFile()
{
    QVERIFY(!saveSecret(m_folder.path(), m_secret));
    QVERIFY(!saveSecret(m_folder.filePath(u"missing/deep.token"_s), m_secret));
    QVERIFY(!saveSecret(u"/proc/rox.token"_s, m_secret));
    const QStringList left =
        QDir(m_folder.path()).entryList({u".rox-tokens-*"_s}, QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

void TestSecretFile::fileIsSyncedBeforeSuccess()
{
    Asked asked;
    watched = &asked;
    const auto saved = saveSecret(m_folder.filePath(u"synced.token"_s), m_secret);
    watched = nullptr;
    QVERIFY(saved);
    QCOMPARE(asked.calls, (QStringList{u"sync file"_s, u"rename"_s, u"sync folder"_s}));
}

void TestSecretFile::failedFileSyncIsNoSuccess()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.token"_s);
    QVERIFY(saveSecret(path, Secret{QByteArrayView("the old value")}));
    Asked asked;
    asked.onSync = [](bool) { return EIO; };
    watched = &asked;
    const auto saved = saveSecret(path, m_secret);
    watched = nullptr;
    QVERIFY(!saved);
    QCOMPARE(saved.error(), qt_error_string(EIO));
    QCOMPARE(asked.calls, QStringList{u"sync file"_s}); // nothing was replaced
    QCOMPARE(contentOf(path), "the old value");
    QCOMPARE(leftIn(folder.path()), QStringList{u"old.token"_s});
}

void TestSecretFile::failedFolderSyncRemovesTheFile()
{
    const QTemporaryDir folder;
    Asked asked;
    int folders = 0;
    asked.onSync = [&](bool isFolder) { return isFolder && ++folders == 1 ? ENOSPC : 0; };
    watched = &asked;
    const auto saved = saveSecret(folder.filePath(u"new.token"_s), m_secret);
    watched = nullptr;
    QVERIFY(!saved);
    QCOMPARE(saved.error(), qt_error_string(ENOSPC));
    QCOMPARE(leftIn(folder.path()), QStringList());
}

void TestSecretFile::folderWithoutSyncIsAccepted()
{
    Asked asked;
    asked.onSync = [](bool isFolder) { return isFolder ? EINVAL : 0; };
    watched = &asked;
    const auto saved = saveSecret(m_folder.filePath(u"elsewhere.token"_s), m_secret);
    watched = nullptr;
    QVERIFY(saved);
}

void TestSecretFile::differentReadBackRemovesTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.token"_s);
    Asked asked;
    asked.onSync = [&](bool isFolder) {
        if (isFolder && QFile::exists(path)) { // the same file, spoilt: it is read after the sync
            QFile file(path);
            [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
            file.write("spoilt");
        }
        return 0;
    };
    watched = &asked;
    const auto saved = saveSecret(path, m_secret);
    watched = nullptr;
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains("does not read back"_L1), qPrintable(saved.error()));
    QVERIFY2(!saved.error().contains(path), qPrintable(saved.error()));
    QCOMPARE(leftIn(folder.path()), QStringList());
}

void TestSecretFile::fileOfAnotherProgramIsNotRemoved()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.token"_s);
    Asked asked;
    asked.onSync = [&](bool isFolder) {
        if (isFolder) {
            QFile::remove(path);
            QFile file(path);
            [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
            file.write("another program's");
        }
        return 0;
    };
    watched = &asked;
    const auto saved = saveSecret(path, m_secret);
    watched = nullptr;
    QVERIFY(!saved);
    QCOMPARE(contentOf(path), "another program's");
}

void TestSecretFile::fileThatCannotBeRemovedIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.token"_s);
    Asked asked;
    asked.onSync = [](bool isFolder) { return isFolder ? EIO : 0; }; // nor is its removal synced
    watched = &asked;
    const auto saved = saveSecret(path, m_secret);
    watched = nullptr;
    QVERIFY(!saved);
    QVERIFY2(saved.error().startsWith(qt_error_string(EIO)), qPrintable(saved.error()));
    QVERIFY2(saved.error().contains(path), qPrintable(saved.error()));
}

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
