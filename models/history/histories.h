// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/centralhistory.h"
#include "models/history/historyindex.h"
#include "models/tokens/kepthistory.h"

#include <QHash>
#include <QLockFile>

#include <map>
#include <memory>
#include <set>

namespace rox {

/// All histories in one folder, each of one Central. Several addresses may lead to one of them. It
/// is found by the public keys of the Central's CAs; where Central does not tell them, by a token
/// that an earlier list had too. A list of a Central that has not told them, and has no such token,
/// is recorded in no history of one that has told them. Worker thread only.
class Histories
{
public:
    /// Empty: all of them are in memory.
    explicit Histories(QString folder);

    void keepInMemory(const QString &address) { m_isInMemory.insert(address); }
    /// Valid until the next call.
    [[nodiscard]] CentralHistory &at(const QString &address);
    /// Null: in memory.
    [[nodiscard]] QUuid fileOf(const QString &address);

    /// The Central at this address has these keys. If they are new, and the address has led to a
    /// Central with others, the next list tells which of both it is.
    void identify(const QString &address, const QStringList &keys);
    [[nodiscard]] RecordedList record(const QString &address, const ListRead &read);
    /// What each history has of these tokens, and of those that they have generated; a history that
    /// has none of them is left out.
    [[nodiscard]] QList<RememberedTokens> find(const QStringList &ids);

    /// A history of this Central is open or on the disk.
    [[nodiscard]] bool has(const QString &address) const;
    /// Of every history, from now on; as CentralHistory::setRetention().
    void setRetention(UtcMs retention, UtcMs changedAt);
    [[nodiscard]] KeptHistories kept() const;
    [[nodiscard]] ForgottenHistory forget(const QString &address);
    /// All of them on the disk.
    [[nodiscard]] ForgottenHistory forgetAll();

private:
    [[nodiscard]] bool isInMemory(const QString &address) const
    {
        return m_folder.isEmpty() || m_isInMemory.contains(address);
    }
    [[nodiscard]] QString pathOf(const QUuid &file) const;
    [[nodiscard]] CentralHistory &ofFile(const QUuid &file, bool isNew);
    [[nodiscard]] CentralHistory &ofFile(const QUuid &file) { return ofFile(file, false); }
    [[nodiscard]] bool merge(const QUuid &from, const QUuid &into);
    void addKeys(const QUuid &file, const QStringList &keys);
    void settleUnproven(const QString &address, const TokenTable &list);
    void findByTokens(const QString &address, const TokenTable &list);
    void leaveIfUnidentified(const QString &address, const TokenTable &list);
    void lock();
    [[nodiscard]] bool isRunning(const QUuid &process) const;

    QString m_folder;
    HistoryIndex m_index;
    QUuid m_process = QUuid::createUuid();
    std::unique_ptr<QLockFile> m_lock;
    std::set<QString> m_isInMemory;
    UtcMs m_retention = CentralHistory::DefaultRetention;
    UtcMs m_retentionChangedAt = NoTime;
    std::map<QString, std::unique_ptr<CentralHistory>> m_inMemory; ///< by address
    std::map<QUuid, std::unique_ptr<CentralHistory>> m_inFiles;
    /// Keys that are new at an address where a Central with others was.
    QHash<QString, QStringList> m_unproven;
};

} // namespace rox
