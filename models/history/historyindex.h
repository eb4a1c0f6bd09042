// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

namespace rox {

/// Which file has the history of the Central at which address, in an INI file beside them.
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
    [[nodiscard]] Entry ofAddress(const QString &address);
    /// There is a file for it.
    [[nodiscard]] bool knows(const QString &address) const;

    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] QUuid find(const QString &address) const; ///< null: there is none
    void remove(const QString &address);

private:
    [[nodiscard]] static QString keyOf(const QString &address);

    QString m_path;
};

} // namespace rox
