// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyindex.h"

#include <QFile>
#include <QSettings>
#include <QUrl>

#include <sys/stat.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QString Addresses = u"addresses"_s;
const QString Keys = u"keys"_s;
const QString Merged = u"merged"_s;
const QString Unidentified = u"unidentified"_s; // by address

QString entryOf(const QString &group, const QString &name)
{
    return group + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QString text(const QUuid &file)
{
    return file.toString(QUuid::WithoutBraces);
}

} // namespace

HistoryIndex::HistoryIndex(const QString &folder)
    : m_path(folder.isEmpty() ? QString() : QString(folder + u"/centrals.ini"_s))
{}

void HistoryIndex::readAgain() const
{
    struct stat status = {};
    if (m_path.isEmpty() || ::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return;
    constexpr qint64 nanoseconds = 1'000'000'000;
    const qint64 changedAt = status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec;
    if (m_readAt == changedAt && m_readSize == status.st_size)
        return;
    m_readAt = changedAt;
    m_readSize = status.st_size;
    read();
}

void HistoryIndex::read() const
{
    QSettings settings(m_path, QSettings::IniFormat);
    const auto filesOf = [&](const QString &group) {
        Files files;
        settings.beginGroup(group);
        const QStringList names = settings.childKeys();
        for (const QString &name : names) {
            const QUuid file = settings.value(name).toUuid();
            if (!file.isNull())
                files.insert(QUrl::fromPercentEncoding(name.toLatin1()), file);
        }
        settings.endGroup();
        return files;
    };
    m_addresses = filesOf(Addresses);
    m_keys = filesOf(Keys);
    m_merged = filesOf(Merged);
    m_unidentified = filesOf(Unidentified);
}

void HistoryIndex::write(const QString &group, const QString &name, const QUuid &file)
{
    if (m_path.isEmpty())
        return;
    QSettings settings(m_path, QSettings::IniFormat);
    settings.setValue(entryOf(group, name), text(file));
}

HistoryIndex::Entry HistoryIndex::fileIn(Files &files, const QString &group, const QString &name)
{
    readAgain();
    const QUuid known = files.value(name);
    if (!known.isNull())
        return {known, false};
    const QUuid file = QUuid::createUuid();
    files.insert(name, file);
    write(group, name, file);
    return {file, true};
}

HistoryIndex::Entry HistoryIndex::ofAddress(const QString &address)
{
    return fileIn(m_addresses, Addresses, address);
}

void HistoryIndex::removeFrom(const QString &group, const QString &name)
{
    if (m_path.isEmpty())
        return;
    QSettings settings(m_path, QSettings::IniFormat);
    settings.remove(entryOf(group, name));
}

HistoryIndex::Entry HistoryIndex::ofUnidentified(const QString &address)
{
    return fileIn(m_unidentified, Unidentified, address);
}

QUuid HistoryIndex::findUnidentified(const QString &address) const
{
    readAgain();
    return m_unidentified.value(address);
}

QString HistoryIndex::unidentifiedAt(const QUuid &file) const
{
    readAgain();
    return m_unidentified.key(file);
}

void HistoryIndex::noteIdentified(const QString &address)
{
    readAgain();
    if (m_unidentified.remove(address) > 0)
        removeFrom(Unidentified, address);
}

QUuid HistoryIndex::ofKey(const QString &key) const
{
    readAgain();
    return m_keys.value(key);
}

QUuid HistoryIndex::find(const QString &address) const
{
    readAgain();
    return m_addresses.value(address);
}

QStringList HistoryIndex::addresses() const
{
    readAgain();
    QStringList addresses = m_addresses.keys();
    addresses.sort();
    return addresses;
}

QStringList HistoryIndex::addressesOf(const QUuid &file) const
{
    readAgain();
    QStringList addresses = m_addresses.keys(file);
    addresses.sort();
    return addresses;
}

QUuid HistoryIndex::leadsTo(const QUuid &file) const
{
    readAgain();
    return m_merged.value(text(file), file);
}

void HistoryIndex::remove(const QString &address)
{
    readAgain();
    const QUuid file = m_addresses.value(address);
    noteIdentified(address);
    if (file.isNull())
        return;
    const auto removeAll = [&](const QString &group, Files &files) {
        const QStringList names = files.keys(file);
        for (const QString &name : names)
            removeFrom(group, name);
        files.removeIf([&](const Files::iterator &each) { return each.value() == file; });
    };
    removeAll(Addresses, m_addresses);
    removeAll(Keys, m_keys);
    removeAll(Merged, m_merged);
    removeAll(Unidentified, m_unidentified);
}

void HistoryIndex::clear()
{
    for (Files *files : {&m_addresses, &m_keys, &m_merged, &m_unidentified})
        files->clear();
    if (m_path.isEmpty())
        return;
    QSettings settings(m_path, QSettings::IniFormat);
    for (const QString &group : {Addresses, Keys, Merged, Unidentified})
        settings.remove(group);
}

QList<QUuid> HistoryIndex::files() const
{
    readAgain();
    QList<QUuid> files;
    for (const Files &some : {m_addresses, m_keys, m_unidentified}) {
        for (const QUuid &file : some) {
            if (!files.contains(file))
                files.append(file);
        }
    }
    return files;
}

QList<QUuid> HistoryIndex::mergedInto(const QUuid &file) const
{
    readAgain();
    QList<QUuid> files;
    const QStringList names = m_merged.keys(file);
    for (const QString &name : names)
        files.append(QUuid(name));
    return files;
}

void HistoryIndex::setAddress(const QString &address, const QUuid &file)
{
    m_addresses.insert(address, file);
    write(Addresses, address, file);
}

void HistoryIndex::setKey(const QString &key, const QUuid &file)
{
    if (m_keys.value(key) == file)
        return;
    m_keys.insert(key, file);
    write(Keys, key, file);
}

void HistoryIndex::noteMerged(const QUuid &from, const QUuid &into)
{
    readAgain();
    const QStringList addresses = m_addresses.keys(from);
    for (const QString &address : addresses)
        setAddress(address, into);
    const QStringList keys = m_keys.keys(from);
    for (const QString &key : keys)
        setKey(key, into);
    const QStringList unidentified = m_unidentified.keys(from);
    for (const QString &address : unidentified)
        noteIdentified(address);
    const QStringList before = m_merged.keys(from);
    for (const QString &name : before + QStringList{text(from)}) {
        m_merged.insert(name, into);
        write(Merged, name, into);
    }
}

} // namespace rox
