// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/endpoint.h"
#include "models/values/secret.h"
#include "network/central/centralreads.h"
#include "network/central/centralwrites.h"
#include "network/trust/trust.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace rox {

/// What signs in: sent as an Authorization header on every call, only to the endpoint's origin.
struct Credential
{
    enum class Kind {
        None,
        ApiToken,
        Password,
        Session, ///< the bearer token that a sign-in gave; it ends soon
    };
    Kind kind = Kind::None;
    QString userName; ///< Password only
    Secret secret;    ///< the token's value, or the password
};

struct Connection
{
    Endpoint endpoint;
    Credential credential;
    Trust trust;
    bool onlyHttp1 = false; ///< reads too do without HTTP/2
};

struct Limits
{
    std::chrono::milliseconds transferTimeout{15'000}; ///< without a byte; 60 s for generate
    std::chrono::milliseconds generateTimeout{60'000};
    std::chrono::milliseconds deadline{120'000}; ///< for a call as a whole, but for the list
    qint64 minBytesPerSecond = 4096; ///< of the list, as it comes, on average of a deadline
    /// A connection that was idle for so long is not used again: a gateway may have forgotten it.
    std::chrono::milliseconds longestIdle{30'000};
    // Most bytes of a body. All but the list are decoded on the GUI thread.
    qint64 maxReplyBytes = qint64(1) << 30; ///< of the list, inflated
    qint64 maxRolesBytes = 16 << 20;        ///< of roles, permission sets, and a generated token
    qint64 maxSmallBytes = 1 << 20;         ///< of every other answer
    qint64 maxErrorBytes = 64 << 10;        ///< of an answer with a status of 300 or more
    /// When a token is read again after the answer to its revoke was lost, counted from the loss
    /// and growing; it is read at once too.
    std::vector<std::chrono::milliseconds> readBackAfter{std::chrono::milliseconds(2'000),
                                                         std::chrono::milliseconds(5'000),
                                                         std::chrono::milliseconds(10'000)};
};

/// The calls of Central that this program makes. Lives on the GUI thread and never blocks it; a
/// worker decodes the list. Every handler is called exactly once, on the GUI thread and never from
/// inside the call, and never after `context` died or the client was destroyed. A `context` of
/// nullptr stands for the client itself.
class CentralClient : public QObject, public CentralReads, public CentralWrites
{
    Q_OBJECT

public:
    explicit CentralClient(Connection connection, Limits limits = {}, QObject *parent = nullptr);
    ~CentralClient() override;

    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] const Trust &trust() const;
    /// What vouched for servedCertificate(). With a CA file it may still be an authority of this
    /// computer. Nothing if there is no certificate.
    [[nodiscard]] std::optional<TrustedBy> servedCertificateTrustedBy() const;

    /// The id of the API token that signs in, as the token itself claims: unverified. Empty if
    /// something else signs in, or if the token has no such claim.
    [[nodiscard]] QString credentialTokenId() const;

    /// For every call from now on, over new connections. Calls under way go on with the old one;
    /// their second request, if there is one, has the new credential.
    void setCredential(Credential credential);

    [[nodiscard]] std::optional<CertificateFacts> servedCertificate() const override;
    [[nodiscard]] UtcMs clockAhead() const override;
    void list(RevokedFilter filter, QObject *context, Handler<TokenTablePtr> handler) override;
    void token(const QString &id, QObject *context, Handler<Token> handler) override;
    void allowedRoles(QObject *context, Handler<AllowedRoles> handler) override;
    void roles(QObject *context, Handler<QList<RoleGrant>> handler) override;
    void identity(QObject *context, Handler<Identity> handler) override;
    void permissions(QObject *context, Handler<Permissions> handler) override;
    void version(QObject *context, Handler<QString> handler) override;
    void creations(UtcMs from, QObject *context, Handler<TokenCreations> handler) override;
    void caKeys(QObject *context, Handler<QStringList> handler) override;
    void generate(const TokenDraft &draft, QObject *context, GenerateHandler handler) override;
    void revoke(const QString &id, QObject *context, RevokeHandler handler) override;

Q_SIGNALS:
    /// The certificate of the last handshake differs from the one before, or is the first.
    void servedCertificateChanged();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
