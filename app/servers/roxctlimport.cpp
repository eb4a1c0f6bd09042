// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/roxctlimport.h"

#include "app/servers/storedcredential.h"
#include "ui/servers/importdialog.h"

#include <algorithm>

namespace rox {

RoxctlImport::RoxctlImport(const ServerServices *parts, Environment environment,
                           std::function<ServerProfile(const QString &name)> fresh, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_environment(std::move(environment))
    , m_fresh(std::move(fresh))
{}

QStringList RoxctlImport::addresses()
{
    QStringList found = look();
    m_found.clear(); // keeps no credential in memory until ask()
    return found;
}

QStringList RoxctlImport::look()
{
    m_found.clear();
    QStringList addresses;
    auto config = readRoxctlConfig(roxctlConfigFile(m_environment));
    m_problem.reset();
    if (const QString remarks = config ? config->remarks.join(u' ') : config.error();
        !remarks.isEmpty())
        m_problem = {.kind = ServerEvent::Kind::ImportProblem, .detail = remarks};
    else if (config->centrals.empty())
        m_problem = {.kind = ServerEvent::Kind::NothingToImport};
    if (!config)
        return addresses;
    const auto &known = m_parts->profiles->profiles();
    for (RoxctlCentral &central : config->centrals) {
        const bool isOurs =
            std::any_of(known.cbegin(), known.cend(), [&](const ServerProfile &profile) {
                return profile.endpoint == central.endpoint;
            });
        if (isOurs)
            continue;
        addresses.append(central.endpoint.display());
        m_found.push_back(std::move(central));
    }
    return addresses;
}

void RoxctlImport::ask()
{
    if (m_dialog || m_importing)
        return;
    if (look().isEmpty()) {
        Q_EMIT happened(m_problem.value_or(ServerEvent{.kind = ServerEvent::Kind::AllImported}));
        return;
    }
    if (m_problem)
        Q_EMIT happened(*m_problem);
    QList<ImportCandidate> candidates;
    for (const RoxctlCentral &central : m_found)
        candidates.append(
            {central.endpoint.base.host(), central.endpoint.display(), central.expiresAt});
    m_dialog = new ImportDialog(candidates, m_parts->clock->now(), m_parts->window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ImportDialog::importRequested, this, &RoxctlImport::import);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_found.clear(); });
    m_dialog->open();
}

void RoxctlImport::import(const QList<int> &chosen)
{
    m_importing = true;
    importNext(chosen, {});
}

void RoxctlImport::importNext(QList<int> rest, const QUuid &first)
{
    if (rest.isEmpty()) {
        m_importing = false;
        m_found.clear(); // with their credentials
        if (!first.isNull())
            Q_EMIT imported(first);
        return;
    }
    const RoxctlCentral &central = m_found.at(std::size_t(rest.takeFirst()));
    ServerProfile profile = m_fresh(central.endpoint.display());
    profile.endpoint = central.endpoint;
    profile.signIn = SignInMethod::Browser;
    m_parts->vault->beginCredential(&profile);
    const StoredCredential credential{central.token.clone(), central.expiresAt,
                                      central.refreshCookie.clone()};
    keep(profile, credential, true, [this, rest, first, profile](bool kept) {
        importNext(rest, kept && first.isNull() ? profile.id : first);
    });
}

void RoxctlImport::keep(const ServerProfile &profile, const StoredCredential &credential,
                        bool mayUnlock, const std::function<void(bool)> &then)
{
    // The credential first, so that no profile is without one.
    m_parts->vault->keep(profile, CredentialVault::Place::Keychain,
                         packed(profile.signIn, credential), this,
                         [this, mayUnlock, profile, then,
                          again = std::make_shared<StoredCredential>(credential.clone())](
                             const KeychainResult<void> &kept) {
                             if (kept) {
                                 if (const auto saved = m_parts->directory->keep(profile); !saved)
                                     Q_EMIT happened({.kind = ServerEvent::Kind::ProfilesNotSaved,
                                                      .detail = saved.error()});
                                 then(true);
                             } else if (mayUnlock
                                        && (kept.error().state == KeychainState::Locked
                                            || kept.error().state == KeychainState::NoCollection)) {
                                 m_parts->vault->unlock(this, [this, profile, again,
                                                               then](const KeychainResult<void> &) {
                                     keep(profile, *again, false, then);
                                 });
                             } else {
                                 Q_EMIT happened({.kind = ServerEvent::Kind::NotImported,
                                                  .server = profile.id,
                                                  .name = profile.name,
                                                  .keychain = kept.error()});
                                 then(false);
                             }
                         });
}

} // namespace rox
