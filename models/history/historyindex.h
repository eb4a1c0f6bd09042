// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace rox {

/// Which file has the history of which Central, in an INI file beside them. A Central is known by
/// the public keys of its CAs, and by its addresses. What another process has changed in the INI
/// file is taken over before each call.
class HistoryIndex
{
public:
    /// Empty: in memory; every address is new.
    explicit HistoryIndex(const QString &folder);

    struct Entry
    {
        QUuid file;
        bool isNew = false;
    };
    /// Gives an address that is not known yet a file of its own.
    [[nodiscard]] Entry ofAddress(const QString &address);
    /// There is a file for it.
    [[nodiscard]] bool knows(const QString &address) const { return !find(address).isNull(); }
    [[nodiscard]] QStringList addresses() const;            ///< sorted
    [[nodiscard]] QUuid find(const QString &address) const; ///< null: there is none
    /// Null: no file is known for this key.
    [[nodiscard]] QUuid ofKey(const QString &key) const;
    [[nodiscard]] QStringList addressesOf(const QUuid &file) const; ///< sorted
    /// Each once, but not those that were merged into others.
    [[nodiscard]] QList<QUuid> files() const;
    [[nodiscard]] QList<QUuid> mergedInto(const QUuid &file) const;
    /// The file that this one was merged into, else itself.
    [[nodiscard]] QUuid leadsTo(const QUuid &file) const;

    /// Gives the Centrals that have not told who they are, at an address that has led to one that
    /// did, a file of their own. Where the address leads is another matter.
    [[nodiscard]] Entry ofUnidentified(const QString &address);
    [[nodiscard]] QUuid findUnidentified(const QString &address) const; ///< null: there is none
    /// The address whose Central is not known by a key; empty: the file is no such one.
    [[nodiscard]] QString unidentifiedAt(const QUuid &file) const;
    /// It is known by now which Central the file is of.
    void noteIdentified(const QString &address);

    void setAddress(const QString &address, const QUuid &file);
    void setKey(const QString &key, const QUuid &file);
    /// Every address and key of the one file leads to the other from now on.
    void noteMerged(const QUuid &from, const QUuid &into);
    /// The files of this address are gone: with them go its other addresses and its keys.
    void remove(const QString &address);
    void clear(); ///< all files are gone

private:
    using Files = QHash<QString, QUuid>;
    void readAgain() const;
    void read() const;
    /// The file that the group has for this name, or a new one.
    [[nodiscard]] Entry fileIn(Files &files, const QString &group, const QString &name);
    void write(const QString &group, const QString &name, const QUuid &file);
    void removeFrom(const QString &group, const QString &name);

    QString m_path;
    mutable qint64 m_readAt = -1; ///< its modification time when it was read
    mutable qint64 m_readSize = -1;
    mutable Files m_addresses, m_keys, m_merged, m_unidentified;
};

} // namespace rox
