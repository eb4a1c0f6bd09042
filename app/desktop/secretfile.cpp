// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/secretfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Outcome = tl::expected<void, QString>;
using Failure = tl::unexpected<QString>;

struct SecretFiles
{
    Q_DECLARE_TR_FUNCTIONS(SecretFiles)
};

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Some file systems, such as FAT, have no permissions: the mode of each file is that of the mount.
bool isOpenToOthers(int handle)
{
    struct stat facts = {};
    return ::fstat(handle, &facts) != 0 || (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

/// An open folder: fsync() on it makes a rename in it durable.
class Folder
{
public:
    explicit Folder(const QString &path)
        : m_handle(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {}
    ~Folder()
    {
        if (isOpen())
            ::close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Folder)

    [[nodiscard]] bool isOpen() const { return m_handle >= 0; }
    /// Also true on a file system that cannot sync folders.
    [[nodiscard]] bool sync() const { return ::fsync(m_handle) == 0 || errno == EINVAL; }

private:
    int m_handle;
};

/// False: errno says why. QFile knows no reason if the disk was full after some bytes.
bool writeAll(int handle, const Secret &secret)
{
    QByteArrayView rest = secret.view();
    while (!rest.isEmpty()) {
        const ssize_t written = ::write(handle, rest.data(), std::size_t(rest.size()));
        if (written < 0 && errno != EINTR)
            return false;
        rest = rest.sliced(std::max<ssize_t>(0, written));
    }
    return true;
}

bool readsBack(const QString &path, const Secret &secret)
{
    QFile file(path);
    // Unbuffered: no copy stays in Qt's buffer.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QByteArray bytes = file.read(secret.size() + 1);
    const bool same = QByteArrayView(bytes) == secret.view();
    wipe(bytes);
    return same;
}

/// `path` names the open file now.
bool isAt(int handle, const QByteArray &place)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(handle, &open) == 0 && ::lstat(place.constData(), &named) == 0
           && open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

/// Removes the file again; returns the reason, with the path if the file could not be removed.
QString withdrawn(const QTemporaryFile &file, const QByteArray &place, const Folder &folder,
                  const QString &why)
{
    if (!isAt(file.handle(), place))
        return why; // another program has replaced it since
    if (::unlink(place.constData()) == 0 && folder.sync())
        return why;
    return SecretFiles::tr("%1. A file with the value may stay at %2: remove it yourself")
        .arg(why, QFile::decodeName(place));
}

} // namespace

Outcome saveSecret(const QString &path, const Secret &secret)
{
    const QFileInfo info(path);
    if (info.isSymLink()) // another file would be written to than the one that was named
        return Failure(SecretFiles::tr("%1 is a link to %2: name that file, or another one")
                           .arg(path, info.symLinkTarget()));
    if (info.isDir())
        return Failure(SecretFiles::tr("%1 is a folder").arg(path));
    const Folder folder(info.absolutePath());
    if (!folder.isOpen())
        return Failure(qt_error_string());
    // QTemporaryFile creates with mode 0600 and O_EXCL. It stays open to the end, so that the
    // handle identifies the file.
    QTemporaryFile file(info.absolutePath() % "/.rox-tokens-XXXXXX"_L1);
    if (!file.open())
        return Failure(file.errorString());
    file.setPermissions(OwnerOnly); // may fail where the file is as private already
    if (isOpenToOthers(file.handle()))
        return Failure(SecretFiles::tr("the file system of %1 cannot keep a file from other users "
                                       "of this computer: name a file in another folder, for "
                                       "example in your home folder")
                           .arg(info.absolutePath()));
    if (!writeAll(file.handle(), secret))
        return Failure(qt_error_string());
    if (::fsync(file.handle()) != 0)
        return Failure(qt_error_string());
    const QString unread = SecretFiles::tr("what was written does not read back");
    if (!readsBack(file.fileName(), secret))
        return Failure(unread);
    const QByteArray place = QFile::encodeName(info.absoluteFilePath());
    // POSIX rename() replaces atomically.
    if (std::rename(QFile::encodeName(file.fileName()).constData(), place.constData()) != 0)
        return Failure(qt_error_string());
    file.setAutoRemove(false);
    if (!folder.sync())
        return Failure(withdrawn(file, place, folder, qt_error_string()));
    if (isOpenToOthers(file.handle()) || !readsBack(info.absoluteFilePath(), secret))
        return Failure(withdrawn(file, place, folder, unread));
    return {};
}

} // namespace rox
