// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/profiles/profilestore.h"
#include "models/servers/serverid.h"

#include <QObject>

#include <optional>

namespace rox {

/// One server of the sidebar.
struct ServerEntry
{
    enum class Kind {
        Profile,     ///< set up by the user, and kept
        CommandLine, ///< given to this run by the command line or the variables
        Demo,
    };
    Kind kind = Kind::Profile;
    ServerProfile profile; ///< its id is the entry's, and never null

    [[nodiscard]] ServerId id() const { return ServerId(profile.id); }
    [[nodiscard]] bool isProfile() const { return kind == Kind::Profile; }
};

/// The servers in their order: first the profiles, then what was given to this run. Owns their
/// names and colors. Every change of the profile store goes through it.
class ServerDirectory : public QObject
{
    Q_OBJECT

public:
    /// `store` outlives it.
    explicit ServerDirectory(ProfileStore *store, QObject *parent = nullptr);

    [[nodiscard]] QList<ServerEntry> entries() const;
    [[nodiscard]] std::optional<ServerEntry> find(const ServerId &id) const;
    /// All names that are in use, but for that of one entry.
    [[nodiscard]] QStringList names(const std::optional<ServerId> &besides = std::nullopt) const;

    /// For a new server: an id, a color that no other has, and of the name one that no other has.
    [[nodiscard]] ServerProfile freshProfile(const QString &name = {}) const;
    /// Another server like this one. Its credential is not copied: two profiles have two.
    [[nodiscard]] ServerProfile copyOf(const ServerProfile &profile) const;

    /// Gives it a color and a name of its own; the id stays if there is one.
    ServerId addForThisRun(ServerEntry::Kind kind, ServerProfile profile);
    /// Of an entry of this run, once it is known: endpoint, trust and how it signs in.
    void setConnection(const ServerId &id, const ServerProfile &profile);
    /// Adds or changes a profile. An entry of this run with the same id becomes that profile. The
    /// error says why the file has it not; the directory has it all the same.
    ProfileStore::Outcome keep(const ServerProfile &profile);
    /// As keep().
    ProfileStore::Outcome remove(const ServerId &id);
    ProfileStore::Outcome move(const ServerId &id, int position);

    /// The names of the servers that only the last good copy of the file has; empty if the file
    /// was good at the start.
    [[nodiscard]] QStringList lostNames() const;
    /// Adds these servers again; as keep().
    ProfileStore::Outcome restoreLost();

    /// Takes in what another window has written to the file of profiles.
    void refresh();
    /// Says what is wrong with the file of profiles, each once.
    void tellProblems();

Q_SIGNALS:
    void changed();
    void problemFound(const QString &sentences); ///< in the file of profiles

private:
    ProfileStore::Outcome told(const ProfileStore::Outcome &outcome);

    ProfileStore *m_store;
    QList<ServerEntry> m_ofThisRun;
    qsizetype m_told = 0; ///< of the store's problems
};

} // namespace rox
