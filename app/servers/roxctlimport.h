// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/profiles/roxctlconfig.h"
#include "app/servers/serverservices.h"
#include "models/servers/serverevent.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace rox {

class ImportDialog;

/// Imports the Centrals that `roxctl central login` has signed in to as profiles, with their
/// sessions. roxctl's file is not changed; the first refresh here ends roxctl's own session.
class RoxctlImport : public QObject
{
    Q_OBJECT

public:
    /// `fresh` makes an empty profile with an ID, a color, and a name that no other server has.
    RoxctlImport(const ServerServices *parts, Environment environment,
                 std::function<ServerProfile(const QString &name)> fresh, QObject *parent);

    /// Reads roxctl's file. The addresses of the Centrals that no profile has.
    [[nodiscard]] QStringList addresses();
    void ask(); ///< opens the dialog, or reports why there is nothing to import

Q_SIGNALS:
    void imported(const QUuid &first);
    void happened(const rox::ServerEvent &event);

private:
    [[nodiscard]] QStringList look(); ///< as addresses(); fills m_found and m_problem
    void keep(const ServerProfile &profile, const StoredCredential &credential, bool mayUnlock,
              const std::function<void(bool)> &then);
    void import(const QList<int> &chosen);
    void importNext(QList<int> rest, const QUuid &first);

    const ServerServices *m_parts;
    Environment m_environment;
    std::function<ServerProfile(const QString &name)> m_fresh;
    std::vector<RoxctlCentral> m_found;
    std::optional<ServerEvent> m_problem; ///< with roxctl's file
    bool m_importing = false;
    QPointer<ImportDialog> m_dialog;
};

} // namespace rox
