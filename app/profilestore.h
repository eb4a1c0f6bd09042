// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/serverprofile.h"

#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

class QSettings;

namespace rox {

/// The servers that the user has set up, in their order, kept in an INI file without secrets.
///
/// What cannot be read is left out one profile at a time, said in problems(), and its text kept:
/// the file is copied to FILE.bak (FILE.bak2 … if that holds something else) before the first
/// change. A change that cannot be written holds in memory, and goes along with the next one that
/// can.
class ProfileStore
{
public:
    using Outcome = tl::expected<void, QString>; ///< the error: a sentence with its next step

    /// `file`: made at the first change. Its folder too.
    explicit ProfileStore(QString file = standardFile());

    /// In the user's configuration folder, by the names of the running QCoreApplication.
    [[nodiscard]] static QString standardFile();

    [[nodiscard]] const QList<ServerProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const ServerProfile *find(const QUuid &id) const;
    /// Sentences for people: what was left out when reading, and where its text is now.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

    /// At the end. An ID that is there already replaces that one, in its place.
    [[nodiscard]] Outcome add(const ServerProfile &profile);
    /// Success says nothing if there was none.
    [[nodiscard]] Outcome remove(const QUuid &id);
    /// To `position` of the list, counted from 0 and bounded to it.
    [[nodiscard]] Outcome move(const QUuid &id, qsizetype position);

private:
    void load();
    void loadProfiles(QSettings &settings);
    void refuse(const QString &sentence);
    void keepText();
    [[nodiscard]] Outcome save();
    [[nodiscard]] qsizetype indexOf(const QUuid &id) const;

    QString m_file;
    QList<ServerProfile> m_profiles;
    QStringList m_problems;
    bool m_isForeign = false; ///< a later version's file, or one that cannot be read: left alone
};

} // namespace rox
