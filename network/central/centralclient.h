// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/endpoint.h"
#include "models/values/revokeverdict.h"
#include "models/values/secret.h"
#include "network/trust/trust.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace rox {

/// What signs in: sent as an Authorization header on every call, to the endpoint's origin alone.
struct Credential
{
    enum class Kind {
        None,
        ApiToken,
        Password,
        Session, ///< the token that a sign-in gave: a bearer, too, but one that ends soon
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

enum class RevokedFilter { All, Revoked, NotRevoked };

/// What became of one generate. It leaves this computer at most once.
///
/// What proves a fate: NotSent, that not one byte of the request's body was taken to be sent.
/// Refused, a status of 300 to 499, or a 5xx in Central's own JSON. A gateway's 502, 503 or 504
/// proves nothing, nor does a deadline that passed inside Central (gRPC 4), nor a 2xx that is not
/// the token service's: of another type than JSON, or complete and without metadata. These are
/// MayBeCreated. A 2xx of JSON that is cut off, or that has metadata but no value that can be read,
/// is ValueLost.
struct GenerateOutcome
{
    enum class Fate {
        Made,         ///< value and metadata are here
        Refused,      ///< Central answered no: nothing was made
        NotSent,      ///< proven: nothing reached Central
        ValueLost,    ///< it was made; the value did not arrive
        MayBeCreated, ///< nobody can tell from here: list again
    };
    Fate fate = Fate::NotSent;
    Secret value; ///< Made only
    Token token;  ///< Made only: as Central has it
    /// Central made it with another expiration than asked (before 4.4 it ignores the field).
    bool expirationIgnored = false;
    UtcMs askedAt = NoTime; ///< by this computer's clock
    /// All but Made. Its kind is the cause if Refused; ValueLost or MayBeCreated for those fates,
    /// with the cause in `detail`; and for NotSent what could not be reached or trusted
    /// (ConnectionRefused, CertificateRefused, TimedOut, BadCredential, …), else NotSent.
    ApiError error;
};

struct AllowedRoles
{
    QStringList names;
    /// Central is older than 4.3 and has no such call: all roles but None; generate may refuse
    /// some.
    bool unfiltered = false;
};

/// Receives exactly one outcome; the value is moved out of it.
using GenerateHandler = std::function<void(GenerateOutcome &&)>;

/// The calls of Central that this program makes. Lives on the GUI thread and never blocks it;
/// decoding runs on a worker. Every handler is called exactly once, on the GUI thread and never
/// from inside the call, and never after `context` died or the client was destroyed.
/// Qt may send a GET or a revoke twice, which Central takes as one; generate never is (see
/// docs/architecture.md). A `context` of nullptr stands for the client itself.
class CentralClient : public QObject
{
    Q_OBJECT

public:
    explicit CentralClient(Connection connection, Limits limits = {}, QObject *parent = nullptr);
    ~CentralClient() override;

    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] const Trust &trust() const;
    /// The certificate of the last handshake, which was trusted; nothing before one, nor over plain
    /// HTTP. Says when it expires.
    [[nodiscard]] std::optional<CertificateFacts> servedCertificate() const;
    /// What spoke for that certificate: with a CA file it may be an authority of this computer all
    /// the same. Nothing where there is no certificate.
    [[nodiscard]] std::optional<TrustedBy> servedCertificateTrustedBy() const;

    /// The id of the API token that signs in, as the token says of itself: nobody has verified it.
    /// Empty if something else signs in, or if the token does not say.
    [[nodiscard]] QString credentialTokenId() const;

    /// For every call from now on, over new connections. Calls under way go on with the old one; a
    /// second request of theirs, which reads a revoked token back or looks up what roles grant, has
    /// the new one.
    void setCredential(Credential credential);

    void list(RevokedFilter filter, QObject *context, Handler<TokenTablePtr> handler);
    /// ApiError::Kind::NotFound: Central has no token with this id; never a 404 of the path.
    void token(const QString &id, QObject *context, Handler<Token> handler);
    /// Goes on to its end if `context` dies: stopping would not take it back.
    void generate(const TokenDraft &draft, QObject *context, GenerateHandler handler);
    /// The verdict has been read back unless Central's own answer proves it; that takes as long as
    /// Limits::readBackAfter says. Goes on to its end if `context` dies.
    void revoke(const QString &id, QObject *context, RevokeHandler handler);
    void allowedRoles(QObject *context, Handler<AllowedRoles> handler);
    /// Two GETs: since roles refer to permission sets, those say what a role grants. Empty access
    /// if Central has none of either.
    void roles(QObject *context, Handler<QList<RoleGrant>> handler);
    void identity(QObject *context, Handler<Identity> handler);
    void permissions(QObject *context, Handler<Permissions> handler);
    void version(QObject *context, Handler<QString> handler);

    /// Ends every GET under way with Cancelled. Generates and revokes go on.
    void cancelReads();

signals:
    /// Another one than at the last handshake, or the first.
    void servedCertificateChanged();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
