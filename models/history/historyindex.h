// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QUuid>

namespace rox {

/// Which file has the history of which Central, in an INI file beside them. It is asked for by the
/// address of the Central, and by the fingerprints of its authorities' public keys once they are
/// known: these name the Central whatever its address.
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
    /// Null: no file has this key.
    [[nodiscard]] QUuid ofKey(const QString &fingerprint) const;
    void setAddress(const QString &address, const QUuid &file);
    void setKey(const QString &fingerprint, const QUuid &file);
    /// Some key names this file.
    [[nodiscard]] bool hasKey(const QUuid &file) const;

private:
    [[nodiscard]] QUuid read(const QString &key) const;
    void write(const QString &key, const QUuid &file);

    QString m_path;
};

} // namespace rox
