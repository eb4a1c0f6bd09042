// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"

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
///
/// Another window may change the same file: each change reads it anew, under a lock, and what
/// others have changed since stays. profiles() has it from then on.
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
    struct Content;
    [[nodiscard]] Content content() const;
    static void readProfiles(QSettings &settings, Content *content);
    [[nodiscard]] QString keepText() const;
    void note(const Content &content);
    void takeIn(const Content &found, const QUuid &atHand);
    [[nodiscard]] Outcome save(const QUuid &atHand = {});
    [[nodiscard]] bool write() const;
    [[nodiscard]] qsizetype indexOf(const QUuid &id) const;

    QString m_file;
    QList<ServerProfile> m_profiles;
    QList<ServerProfile> m_written; ///< as the file had them when it was last read or written
    QStringList m_problems;
};

} // namespace rox
