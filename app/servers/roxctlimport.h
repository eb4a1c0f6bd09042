// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/profiles/roxctlconfig.h"
#include "app/servers/connectionparts.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace rox {

class ImportDialog;

/// What `roxctl central login` has signed in to, as servers of ours: their sessions go to the
/// keychain, and roxctl's file stays as it is.
class RoxctlImport : public QObject
{
    Q_OBJECT

public:
    /// `fresh` makes an empty profile, with an id, a color and, of the name it is given, a name of
    /// its own.
    RoxctlImport(const ConnectionParts *parts, Environment environment,
                 std::function<ServerProfile(const QString &name)> fresh, QObject *parent);

    /// Reads roxctl's file again. The addresses of those that are not ours yet.
    [[nodiscard]] QStringList addresses();
    void ask(); ///< or says why there is nothing to import

Q_SIGNALS:
    void imported(const QUuid &first);
    void said(const QString &sentence);

private:
    [[nodiscard]] QStringList look(); ///< as addresses(); fills m_found
    void keep(const ServerProfile &profile, const StoredCredential &credential, bool mayUnlock,
              const std::function<void(bool)> &then);
    void import(const QList<int> &chosen);
    void importNext(QList<int> rest, const QUuid &first);

    const ConnectionParts *m_parts;
    Environment m_environment;
    std::function<ServerProfile(const QString &name)> m_fresh;
    std::vector<RoxctlCentral> m_found;
    QString m_trouble; ///< with what the file holds, as look() found it: a sentence
    bool m_importing = false;
    QPointer<ImportDialog> m_dialog;
};

} // namespace rox
