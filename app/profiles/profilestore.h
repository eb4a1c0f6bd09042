// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

class QSettings;

namespace rox {

/// The servers that the user has set up, in their order, in an INI file without secrets.
///
/// A profile that cannot be read is left out and reported in problems(). The file is copied to
/// FILE.bak (FILE.bak2 … if that has another content) before the first change. A change that cannot
/// be written stays in memory and is written with the next change.
///
/// After each change that was written, FILE.last is a copy of the file. If the file is found empty,
/// cut or damaged at the start, lost() has the profiles that only this copy has.
///
/// Another window may change the same file: each change and refresh() reads it anew and merges, and
/// profiles() has the result.
class ProfileStore
{
public:
    using Outcome = tl::expected<void, QString>; ///< the error: a sentence with its next step

    /// `file`: made at the first change. Its folder too.
    explicit ProfileStore(QString file = standardFile());

    /// In the user's configuration folder, named after the running QCoreApplication.
    [[nodiscard]] static QString standardFile();
    [[nodiscard]] const QString &file() const { return m_file; }
    /// The keychain keys of all profiles in this file, read under its lock. Nothing if more may
    /// exist: the file is missing, damaged, newer, without a profile, or has a backup with others.
    /// With those of FILE.last. Blocks: for a worker.
    [[nodiscard]] static std::optional<QSet<QString>> credentialKeysIn(const QString &file);

    [[nodiscard]] const QList<ServerProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const ServerProfile *find(const QUuid &id) const;
    [[nodiscard]] QSet<QString> credentialKeys() const;
    /// Takes in what another window has written since the file was last read or written.
    void refresh();
    /// Sentences for the user: what was left out when reading, and where its text is now.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// What restoreLost() would add. The copy is not overwritten while there are any.
    [[nodiscard]] const QList<ServerProfile> &lost() const { return m_lost; }
    [[nodiscard]] Outcome restoreLost();

    /// Appends. A profile with the same ID is replaced in its place.
    [[nodiscard]] Outcome add(const ServerProfile &profile);
    /// Also succeeds if there is no such profile.
    [[nodiscard]] Outcome remove(const QUuid &id);
    /// `position` counts from 0 and is bounded to the list.
    [[nodiscard]] Outcome move(const QUuid &id, qsizetype position);

private:
    struct Content;
    /// Of the file when it was last read or written; a missing file has none.
    struct Stamp
    {
        QDateTime changedAt;
        qint64 size = 0;
        bool operator==(const Stamp &) const = default;
    };
    [[nodiscard]] Stamp stamp() const;
    [[nodiscard]] Content content() const;
    static void readProfiles(QSettings &settings, Content *content);
    [[nodiscard]] QString keepText() const;
    void note(const Content &content);
    void takeIn(const Content &found, const QUuid &atHand);
    [[nodiscard]] Outcome save(const QUuid &atHand = {});
    [[nodiscard]] bool write() const;
    /// The profiles of FILE.last that can be read.
    [[nodiscard]] static QList<ServerProfile> lastCopyIn(const QString &file);
    void keepLastCopy() const;
    [[nodiscard]] qsizetype indexOf(const QUuid &id) const;

    QString m_file;
    QList<ServerProfile> m_profiles;
    QList<ServerProfile> m_written; ///< the file's when it was last read or written
    Stamp m_stamp;
    QStringList m_problems;
    QList<ServerProfile> m_lost;
};

} // namespace rox
