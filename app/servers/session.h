// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/servers/serverfacts.h"
#include "models/tokens/knowntokens.h"
#include "models/tokens/openrevokes.h"
#include "models/tokens/table/tokentable.h"
#include "models/values/clock.h"
#include "models/values/keychainstate.h"
#include "models/values/retrypolicy.h"
#include "models/values/standing.h"
#include "network/central/centralclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace rox {

/// One Central and what is known of it: who we are there, what we may do, its tokens. Unknown is
/// an empty optional, never a guess.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(QString name, QString colorName, Connection connection, const Clock *clock,
            QObject *parent = nullptr, Limits limits = {});
    ~Session() override;

    /// Reads the list; asks for whatever is still unknown: who we are, what we may do, the version.
    /// A Central that is too busy or not up yet is asked again by itself, after growing pauses.
    void refresh();
    /// After another sign-in: who we are is asked again, for it says until when.
    void askAgainWhoWeAre();
    /// It is signed in again before its end, without anybody's doing.
    void setRenewed(bool isRenewed) { m_isRenewed = isRenewed; }
    [[nodiscard]] bool isRenewed() const { return m_isRenewed; }
    /// What the keychain has of the credential; until it is said: nothing, it is for this run only.
    void setCredentialState(KeychainState state);
    /// The credential was revoked, and is proven to be in no keychain any more.
    void noteCredentialForgotten();
    /// The next credential is being asked for, since Central refused this one: while it is, nothing
    /// is lost yet. Ends with false, or with the next answer to a list.
    void setBeingRenewed(bool isBeingRenewed);
    [[nodiscard]] bool isBeingRenewed() const { return m_isBeingRenewed; }
    /// What messages name this server by (Message::server); the same for all sessions of a profile.
    void setKey(const QString &key) { m_key = key; }
    [[nodiscard]] const QString &key() const { return m_key; }

    [[nodiscard]] CentralClient *client() const { return m_client; }
    [[nodiscard]] const Clock *clock() const { return m_clock; }
    [[nodiscard]] ServerFacts facts() const;
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// The last list, and the facts that a command has proven since it was asked for.
    [[nodiscard]] const KnownTokens &tokens() const { return m_tokens; }
    /// The last list that arrived, with those facts over it; null before the first list.
    [[nodiscard]] const TokenTablePtr &table() const { return m_tokens.table(); }
    [[nodiscard]] UtcMs tableAsOf() const { return m_tokens.listArrivedAt(); }
    /// Why the last read of the list failed; none if it did not.
    [[nodiscard]] const std::optional<ApiError> &listError() const { return m_listError; }
    [[nodiscard]] Standing standing() const { return m_standing; }
    /// Since when it stands so: the time of the first failure of its kind; NoTime while Connected.
    [[nodiscard]] UtcMs standingSince() const { return m_standingSince; }
    /// How long until the list is read again by itself; none if it is not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryIn() const;
    [[nodiscard]] const std::optional<Identity> &identity() const { return m_identity; }
    [[nodiscard]] const std::optional<Permissions> &permissions() const { return m_permissions; }
    [[nodiscard]] const QList<RoleGrant> &roleGrants() const { return m_roleGrants; }
    /// The API token that signs in: as Central says, else as the token says of itself. Empty if it
    /// is no API token.
    [[nodiscard]] QString signedInTokenId() const;
    /// Settled by each list that was asked for after.
    [[nodiscard]] OpenRevokes *openRevokes() { return &m_openRevokes; }

    /// Held for as long as a generate or a revoke is under way, and what it takes to learn what
    /// became of it. It may outlive the session.
    [[nodiscard]] std::shared_ptr<void> beginWrite();
    [[nodiscard]] bool isWriting() const { return m_writes > 0; }
    /// In place of deletion: nobody looks at it any more. It reads no more, and goes, with its
    /// credential, as soon as nothing is being written: the outcome would be lost with it.
    void retire();
    [[nodiscard]] bool isRetired() const { return m_isRetired; }

    /// What a command has proven about single tokens. The table follows without another read, and a
    /// list that was asked for before keeps it.
    void noteGenerated(const Token &token);
    void noteRevoked(const QStringList &ids);
    void noteGone(const QStringList &ids);

Q_SIGNALS:
    void readingChanged();
    void listRead(quint64 readId); ///< a list came; `readId` says when it was asked for
    void factAdded();              ///< a fact was proven; the table follows if there is one
    void listFailed();             ///< the newest read of the list
    void factsChanged();           ///< identity, permissions, version, role grants
    void standingChanged();
    void credentialRefused(); ///< before anything else is told of it
    void ownTokenRevoked();   ///< from here, and proven
    void retired();

private:
    void endWrite();
    void readList();
    void listCame(const KnownTokens::Read &read, const Result<TokenTablePtr> &table,
                  const OpenRevokes::Asked &open);
    void planNextTry(const ApiError &error);
    void askWhoWeAre();
    [[nodiscard]] QString signedInAs() const;
    void tellCertificate(ServerFacts &facts) const;
    void tellCredential(ServerFacts &facts) const;
    [[nodiscard]] QString revokedCredential() const;
    void setReading(bool reading);
    void settleStanding();
    void endOwnToken(const QStringList &revoked); ///< if it is among them

    QString m_name;
    QString m_colorName;
    const Clock *m_clock;
    CentralClient *m_client;
    std::unique_ptr<QObject> m_reads = std::make_unique<QObject>(); ///< what waits for what is read
    int m_writes = 0;
    bool m_isRetired = false;
    bool m_reading = false;
    KnownTokens m_tokens;
    KnownTokens::Read m_read; ///< the newest request for the list
    std::optional<ApiError> m_listError;
    QString m_key;
    Standing m_standing = Standing::Connected;
    UtcMs m_standingSince = NoTime;
    bool m_isOwnTokenRevoked = false;
    bool m_isCredentialForgotten = false;
    bool m_isBeingRenewed = false;
    std::optional<Identity> m_identity;
    std::optional<Permissions> m_permissions;
    std::optional<KeychainState> m_keychain;
    bool m_isRenewed = false;
    QTimer m_nextTry;
    RetryPolicy m_retry{{}, RetryPolicy::After::Answer};
    QString m_version;
    QList<RoleGrant> m_roleGrants;
    OpenRevokes m_openRevokes;
};

} // namespace rox
