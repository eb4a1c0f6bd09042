// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/centralfacts.h"
#include "app/servers/opening.h"
#include "app/servers/serverdirectory.h"
#include "models/servers/serverevent.h"
#include "models/tokens/knowntokens.h"
#include "models/tokens/openrevokes.h"
#include "models/tokens/table/tokentable.h"
#include "models/values/clock.h"
#include "models/values/retrypolicy.h"
#include "models/values/standing.h"
#include "network/central/centralclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace rox {

class CredentialVault;

/// One connection to one Central, and what is known there: who we are, what we may do, its tokens.
/// Unknown is an empty optional, never a guess. It begins Closed, is opened once, and ends with
/// retire(); another credential or endpoint is another session. Says nothing to the user: what
/// stands in the way is its state.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,           ///< not opened yet, or retired
        Opening,          ///< the credential is read, or signs in
        NeedsUnlock,      ///< the keychain is locked
        NeedsKeychain,    ///< the keychain did not answer, or failed: it may answer the next time
        NeedsCertificate, ///< a certificate that is another one, or that is not trusted
        NeedsSignIn,      ///< there is no credential, or Central refuses it
        NeedsEdit,        ///< the connection itself is wrong: its CA file, its address
        Live,
        Offline, ///< no answer of Central arrives
    };
    Q_ENUM(State)

    /// `vault` has the credential of a profile, and may be null for a connection of this run.
    Session(ServerEntry entry, CredentialVault *vault, const Clock *clock,
            QObject *parent = nullptr, Limits limits = {});
    ~Session() override;

    /// Reads the credential and signs in with it; again after an earlier open() failed.
    void open();
    /// With the connection that was given to this run. Does not read the list.
    void start(Connection connection);
    /// With the result of the form: no keychain read, no second sign-in. Does not read the list.
    void start(SignInFlow::Signed result);
    void fail(const ApiError &error); ///< in place of start()

    [[nodiscard]] State state() const;
    /// It has signed in, so that its list can be asked for; Central may have refused since.
    [[nodiscard]] bool isStarted() const { return m_client && !m_isRetired; }
    /// What is waited for while Opening, a sentence; empty: the keychain.
    [[nodiscard]] const QString &step() const { return m_opening.step(); }
    [[nodiscard]] bool isUnlocking() const { return m_opening.isUnlocking(); }
    /// Why it could not be opened; at most one of the two is set.
    [[nodiscard]] const std::optional<KeychainFailure> &keychainFailure() const
    {
        return m_opening.keychainFailure();
    }
    [[nodiscard]] const std::optional<ApiError> &openError() const { return m_opening.error(); }
    /// The credential is known to be missing, or Central refuses it.
    [[nodiscard]] bool lacksCredential() const;
    /// Does what the state needs: asks `prompts` for a person's answer, or tries again.
    void goOn(UserPrompts *prompts);
    /// Probes the certificate that Central shows now and asks a person about it. The list stays.
    void settleCertificate(UserPrompts *prompts);
    /// The connection that was given to this run; null for a profile, and once its token was
    /// revoked.
    [[nodiscard]] const Connection *given() const { return m_given ? &*m_given : nullptr; }

    /// `entry` names the same connection and credential: only name and color may differ. An entry
    /// of this run is always the same, for its connection comes with start().
    [[nodiscard]] bool isFor(const ServerEntry &entry) const;
    /// Takes over a change in the directory; isFor() this entry.
    void setEntry(const ServerEntry &entry);
    [[nodiscard]] const ServerEntry &entry() const { return m_entry; }
    [[nodiscard]] const QString &name() const { return m_entry.profile.name; }
    [[nodiscard]] QString address() const { return m_entry.profile.endpoint.display(); }
    /// What messages name this server by (Message::server); the same for all sessions of an entry.
    [[nodiscard]] QString key() const { return m_entry.id().toString(); }

    /// Reads the list; asks for whatever is still unknown: who we are, what we may do, the version,
    /// what the roles grant. A Central that is too busy or not up yet is asked again by itself,
    /// after growing pauses.
    void refresh();
    /// After another sign-in: who we are is asked again, for it says until when.
    void rereadIdentity();
    /// The credential is renewed before its end, so that end is no concern of the user's.
    void setRenewed(bool isRenewed);
    [[nodiscard]] bool isRenewed() const { return m_isRenewed; }
    /// What the keychain has of the credential; none: it is for this run only.
    void setCredentialState(KeychainState state);
    [[nodiscard]] const std::optional<KeychainState> &credentialState() const { return m_keychain; }
    /// The credential was revoked, and is proven to be in no keychain any more.
    [[nodiscard]] bool isCredentialForgotten() const { return m_isCredentialForgotten; }
    /// The next credential is being asked for, since Central refused this one: while it is, nothing
    /// is lost yet. Ends with false, or with the next answer to a list.
    void setBeingRenewed(bool isBeingRenewed);
    [[nodiscard]] bool isBeingRenewed() const { return m_isBeingRenewed; }

    /// To ask about the connection: endpoint, trust, certificate. Null until it is started.
    [[nodiscard]] const CentralClient *client() const { return m_client; }
    [[nodiscard]] CentralReads *reads() const { return m_client; } ///< null until it is started
    /// For TokenWrites alone, which records what it asks for.
    [[nodiscard]] CentralWrites *writes() const { return m_client; }
    /// For every call from now on.
    void renewCredential(Credential credential);
    [[nodiscard]] const Clock *clock() const { return m_clock; }
    /// Tokens expire by this one. Known from the first answer to a list; lives as long as the
    /// session.
    [[nodiscard]] const CentralClock *centralClock() const { return &m_centralClock; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// The list is read, or the certificate looked at.
    [[nodiscard]] bool isBusy() const { return m_reading || m_opening.isSettling(); }
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
    [[nodiscard]] const std::optional<Identity> &identity() const { return m_facts.identity(); }
    [[nodiscard]] const std::optional<Permissions> &permissions() const
    {
        return m_facts.permissions();
    }
    [[nodiscard]] const QList<RoleGrant> &roleGrants() const { return m_facts.roleGrants(); }
    [[nodiscard]] const QString &version() const { return m_facts.version(); } ///< empty: unknown
    /// The API token that signs in: as Central says, else as the token says of itself. Empty if it
    /// is no API token.
    [[nodiscard]] QString signedInTokenId() const;
    /// Settled by each list that was asked for after.
    [[nodiscard]] OpenRevokes *openRevokes() { return &m_openRevokes; }

    /// Held for as long as a generate or a revoke is under way, and what it takes to learn what
    /// became of it. It may outlive the session.
    [[nodiscard]] std::shared_ptr<void> beginWrite();
    [[nodiscard]] bool isWriting() const { return m_writes > 0; }
    /// In place of deletion: it reads no more, and goes, with its credential, as soon as nothing is
    /// being written: the outcome would be lost with it.
    void retire();
    [[nodiscard]] bool isRetired() const { return m_isRetired; }

    /// What a command has proven about single tokens. The table follows without another read, and a
    /// list that was asked for before keeps it.
    void noteGenerated(const Token &token);
    void noteRevoked(const QStringList &ids);
    void noteGone(const QStringList &ids);
    /// What the history of this computer says of its tokens.
    void takeHistory(const TokenHistoryPtr &history, const QList<Token> &remembered)
    {
        m_tokens.setHistory(history, remembered);
    }
    void forgetHistory() { m_tokens.forgetHistory(); }
    /// The newest list that the history has, for reading only until one is read.
    void takeLastList(TokenTablePtr list, UtcMs asOf) { m_tokens.startFrom(std::move(list), asOf); }

Q_SIGNALS:
    void openingChanged();         ///< state(), step() or isUnlocking() before it is started
    void started();                ///< before the list is read
    void readingChanged();         ///< isReading() or isBusy()
    void listRead(quint64 readId); ///< a list came; `readId` says when it was asked for
    void factAdded();              ///< a fact was proven; the table follows if there is one
    void historyChanged();         ///< what is remembered; the table follows if there is one
    void listFailed();             ///< the newest read of the list
    void factsChanged();           ///< name, identity, permissions, version, role grants
    void standingChanged();
    void credentialRefused();                     ///< before listFailed() and standingChanged()
    void ownTokenRevoked();                       ///< this program revoked the token in use
    void happened(const rox::ServerEvent &event); ///< of the sign-in
    void trustSettled(const rox::ServerProfile &profile); ///< keep it and open it anew
    void settlingFailed(const rox::ApiError &error);      ///< of a started session
    void retired();

private:
    void connectOpening();
    void makeClient(Connection connection);
    void keepSignedIn(const SignInFlow::Signed &result);
    [[nodiscard]] WayOn wayOn() const;
    void endWrite();
    void readList();
    void listCame(const KnownTokens::Read &read, const Result<TokenTablePtr> &table,
                  const OpenRevokes::Asked &open);
    void planNextTry(const ApiError &error);
    void setReading(bool reading);
    void settleStanding();
    void endOwnToken(const QStringList &revoked); ///< if it is among them
    void forgetCredential();

    ServerEntry m_entry;
    CredentialVault *m_vault;
    const Clock *m_clock;
    CentralClock m_centralClock;
    Limits m_limits;
    Opening m_opening;
    std::optional<Connection> m_given;
    CentralClient *m_client = nullptr;
    std::unique_ptr<QObject> m_reads =
        std::make_unique<QObject>(); ///< context of all reads; null once retired
    int m_writes = 0;
    bool m_isRetired = false;
    bool m_reading = false;
    KnownTokens m_tokens;
    KnownTokens::Read m_read; ///< the newest request for the list
    std::optional<ApiError> m_listError;
    Standing m_standing = Standing::Connected;
    UtcMs m_standingSince = NoTime;
    bool m_isOwnTokenRevoked = false;
    bool m_isCredentialForgotten = false;
    bool m_isBeingRenewed = false;
    std::optional<KeychainState> m_keychain;
    bool m_isRenewed = false;
    QTimer m_nextTry;
    RetryPolicy m_retry{{}, RetryPolicy::After::Answer};
    CentralFacts m_facts;
    OpenRevokes m_openRevokes;
};

} // namespace rox
