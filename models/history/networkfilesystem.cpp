// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/networkfilesystem.h"

#include <QFileInfo>
#include <QList>
#include <QStorageInfo>

namespace rox {

using namespace Qt::StringLiterals;

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QList<QByteArray> types{
        "nfs"_ba, "nfs4"_ba,       "cifs"_ba, "smb2"_ba, "smb3"_ba,           "smbfs"_ba,
        "afs"_ba, "fuse.sshfs"_ba, "9p"_ba,   "ceph"_ba, "fuse.glusterfs"_ba, "ncpfs"_ba};
    return types.contains(type);
}

QByteArray fileSystemType(const QString &folder)
{
    QString there = folder;
    while (!QFileInfo::exists(there)) {
        const QString above = QFileInfo(there).path();
        if (above == there)
            break;
        there = above;
    }
    return QStorageInfo(there).fileSystemType();
}

} // namespace rox
