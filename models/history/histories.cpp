// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/histories.h"

#include "models/history/historyfolder.h"

#include <QDir>
#include <QFile>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QString lockPath(const QString &folder, const QUuid &process)
{
    return folder + u'/' + process.toString(QUuid::WithoutBraces) + u".running"_s;
}

} // namespace

Histories::Histories(QString folder)
    : m_folder(std::move(folder))
    , m_index(m_folder)
{}

QString Histories::pathOf(const QUuid &file) const
{
    return m_folder + u'/' + file.toString(QUuid::WithoutBraces) + u".sqlite"_s;
}

CentralHistory &Histories::at(const QString &address)
{
    if (isInMemory(address)) {
        auto &history = m_inMemory[address];
        if (!history) {
            history = std::make_unique<CentralHistory>(HistoryFile::Place{.process = m_process});
            history->setRetention(m_retention, m_retentionChangedAt);
        }
        return *history;
    }
    lock();
    const auto [file, isNew] = m_index.ofAddress(address);
    return ofFile(file, isNew);
}

QUuid Histories::fileOf(const QString &address)
{
    return isInMemory(address) ? QUuid() : m_index.ofAddress(address).file;
}

CentralHistory &Histories::ofFile(const QUuid &file, bool isNew)
{
    auto &history = m_inFiles[file];
    if (history)
        return *history;
    history = std::make_unique<CentralHistory>(HistoryFile::Place{
        .path = pathOf(file),
        .uuid = file,
        .isKnown = !isNew,
        .process = m_process,
        .isRunning = [this](const QUuid &process) { return isRunning(process); }});
    history->setRetention(m_retention, m_retentionChangedAt);
    // Another window may have written to a file that was merged meanwhile.
    const QList<QUuid> merged = m_index.mergedInto(file);
    for (const QUuid &other : merged) {
        if (QFile::exists(pathOf(other)))
            (void)history->takeInRecords(pathOf(other));
    }
    return *history;
}

void Histories::identify(const QString &address, const QStringList &keys)
{
    if (keys.isEmpty() || isInMemory(address))
        return;
    m_unproven.remove(address);
    const auto here = at(address).keys();
    if (!here)
        return; // the file cannot be read: the address stays the key
    const QUuid current = fileOf(address);
    QList<QUuid> known;
    for (const QString &key : keys) {
        const QUuid file = m_index.ofKey(key);
        if (!file.isNull() && !known.contains(file))
            known.append(file);
    }
    // The lists in it may be of another Central that was at this address.
    const bool isUnidentified = current == m_index.findUnidentified(address);
    if (known.isEmpty()) {
        if (here->isEmpty() && !isUnidentified)
            addKeys(current, keys);
        else
            m_unproven.insert(address, keys);
        return;
    }
    const QUuid central = known.takeFirst();
    if (here->isEmpty() && current != central && !isUnidentified)
        known.append(current);
    for (const QUuid &other : std::as_const(known)) {
        if (!merge(other, central))
            return;
    }
    if (fileOf(address) != central)
        m_index.setAddress(address, central);
    addKeys(central, keys);
}

void Histories::addKeys(const QUuid &file, const QStringList &keys)
{
    if (!ofFile(file).addKeys(keys))
        return;
    for (const QString &key : keys)
        m_index.setKey(key, file);
}

/// The other file stays, and is read again at each start.
bool Histories::merge(const QUuid &from, const QUuid &into)
{
    CentralHistory &target = ofFile(into);
    target.takeUnwritten(ofFile(from));
    m_inFiles.erase(from); // closed before it is attached
    if (QFile::exists(pathOf(from)) && !target.takeIn(pathOf(from)))
        return false;
    m_index.noteMerged(from, into);
    return true;
}

RecordedList Histories::record(const QString &address, const ListRead &read)
{
    // Not fileOf(): at() must know that a file is new.
    const QUuid before = isInMemory(address) ? QUuid() : m_index.find(address);
    if (!isInMemory(address)) {
        if (m_unproven.contains(address))
            settleUnproven(address, *read.table);
        else if (!read.isIdentified)
            leaveIfUnidentified(address, *read.table);
        if (!at(address).hasLists())
            findByTokens(address, *read.table);
    }
    CentralHistory &history = at(address);
    RecordedList result = history.record(read);
    if (!before.isNull() && fileOf(address) != before && !result.isChanged) {
        result.isChanged = true;
        static_cast<HistoryView &>(result) = history.view();
    }
    return result;
}

QList<RememberedTokens> Histories::find(const QStringList &ids)
{
    QList<RememberedTokens> all;
    const auto add = [&](CentralHistory &history, const QStringList &addresses) {
        RememberedTokens found = history.find(ids);
        found.addresses = addresses;
        if (!found.tokens.isEmpty() || !found.creators.isEmpty())
            all.append(found);
    };
    for (const auto &[address, history] : m_inMemory)
        add(*history, {address});
    const QList<QUuid> files = m_index.files();
    for (const QUuid &file : files) {
        if (QFile::exists(pathOf(file)))
            add(ofFile(file), m_index.addressesOf(file));
    }
    return all;
}

bool Histories::has(const QString &address) const
{
    return isInMemory(address) ? m_inMemory.count(address) > 0 : m_index.knows(address);
}

void Histories::setRetention(UtcMs retention, UtcMs changedAt)
{
    m_retention = retention;
    m_retentionChangedAt = changedAt;
    for (const auto &[address, history] : m_inMemory)
        history->setRetention(retention, changedAt);
    for (const auto &[file, history] : m_inFiles)
        history->setRetention(retention, changedAt);
}

KeptHistories Histories::kept() const
{
    return keptHistories(m_folder, m_index);
}

ForgottenHistory Histories::forget(const QString &address)
{
    m_inMemory.erase(address);
    if (isInMemory(address))
        return {};
    const QUuid file = m_index.find(address);
    m_inFiles.erase(file); // closes it
    m_inFiles.erase(m_index.findUnidentified(address));
    const QStringList others = m_index.addressesOf(file);
    for (const QString &other : others)
        m_unproven.remove(other);
    return forgetFiles(m_folder, &m_index, address);
}

ForgottenHistory Histories::forgetAll()
{
    m_inFiles.clear(); // closes them
    m_unproven.clear();
    return forgetAllFiles(m_folder, &m_index);
}

/// A Central whose CA was replaced has tokens of before. Another one gets a history of its own.
void Histories::settleUnproven(const QString &address, const TokenTable &list)
{
    const QStringList keys = m_unproven.take(address);
    const QUuid before = fileOf(address);
    if (ofFile(before).hasTokenOf(list)) {
        addKeys(before, keys);
        if (before == m_index.findUnidentified(address))
            m_index.noteIdentified(address);
        return;
    }
    const QUuid file = QUuid::createUuid();
    m_index.setAddress(address, file);
    (void)ofFile(file, true);
    addKeys(file, keys);
}

/// Nothing but a common token tells that this list is of the Central that has been at this address.
/// Without one it is recorded in the history that has such a token, else in one apart.
void Histories::leaveIfUnidentified(const QString &address, const TokenTable &list)
{
    CentralHistory &here = at(address);
    const QUuid current = fileOf(address);
    const auto keys = here.keys();
    if (!keys || here.hasTokenOf(list)
        || (keys->isEmpty() && current != m_index.findUnidentified(address)))
        return;
    const QList<QUuid> files = m_index.files();
    for (const QUuid &file : files) {
        if (file != current && QFile::exists(pathOf(file)) && ofFile(file).hasTokenOf(list)) {
            m_index.setAddress(address, file);
            return;
        }
    }
    if (keys->isEmpty())
        return; // it is apart
    const auto [apart, isNew] = m_index.ofUnidentified(address);
    m_index.setAddress(address, apart);
    (void)ofFile(apart, isNew);
}

/// For the first list at an address: another address may have led to the same Central.
void Histories::findByTokens(const QString &address, const TokenTable &list)
{
    const QUuid current = fileOf(address);
    const auto here = at(address).keys();
    if (!here)
        return;
    const QList<QUuid> files = m_index.files();
    for (const QUuid &file : files) {
        if (file == current || !QFile::exists(pathOf(file)))
            continue;
        CentralHistory &other = ofFile(file);
        const auto there = other.keys();
        // Two Centrals with different keys are two, even if one is a copy of the other.
        if (!there || (!here->isEmpty() && !there->isEmpty()) || !other.hasTokenOf(list))
            continue;
        (void)merge(current, file);
        return;
    }
}

/// Held while this process runs: other windows tell by it that intents are under way.
void Histories::lock()
{
    if (m_lock)
        return;
    if (!QDir(m_folder).exists() && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_lock = std::make_unique<QLockFile>(lockPath(m_folder, m_process));
    m_lock->setStaleLockTime(0); // only if the process has ended
    m_lock->tryLock();
}

bool Histories::isRunning(const QUuid &process) const
{
    const QString path = lockPath(m_folder, process);
    if (process.isNull() || !QFile::exists(path))
        return false;
    QLockFile lock(path);
    lock.setStaleLockTime(0);
    return !lock.tryLock(); // takes the lock of a process that has ended, and removes it
}

} // namespace rox
