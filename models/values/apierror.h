// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <tl/expected.hpp>

namespace rox {

/// One privilege that Central's escalation check found missing (403 on generate, central-api:
/// roles).
struct EscalationFinding
{
    QString resource;
    QString scope;
    QString asked; ///< NO_ACCESS, READ_ACCESS or READ_WRITE_ACCESS
    QString had;

    bool operator==(const EscalationFinding &) const = default;
};

/// What is wrong with a file of CA certificates.
enum class CaFileFault {
    Unreadable, ///< ApiError::detail has the system's reason
    TooBig,
    Empty,
    NoCertificate,
    PrivateKey,         ///< and no certificate
    CertificateRequest, ///< and no certificate
    Pkcs7,
    Pkcs12,
    Broken,         ///< a certificate is damaged or cut off
    NotAnAuthority, ///< only certificates that issue no others
};

/// Why a call did not do its work. ui/text/errortext has the sentences for it.
struct ApiError
{
    Q_GADGET

public:
    enum class Kind {
        // before Central answered
        ConnectionRefused,
        HostNotFound,
        Unreachable,
        ProxyFailed,
        TimedOut,       ///< no byte for the transfer timeout, or the overall deadline
        ConnectionLost, ///< broke off before the answer was complete
        CertificateRefused,
        CertificateChanged, ///< not the certificate that was trusted
        TlsFailed,          ///< no common TLS version, plain text on a TLS port, …
        NotSent,            ///< generate only: proven that nothing reached Central
        ValueLost,          ///< generate only: a token was made and its value is lost
        MayBeCreated,       ///< generate only: whether a token was made is not known
        Cancelled,
        // Central answered, and refused
        BadRequest,       ///< 400
        Unauthenticated,  ///< 401, and 400 with the authentication text (4.9 and later)
        Forbidden,        ///< 403
        Escalation,       ///< 403 of generate with findings
        NotFound,         ///< 404; of one token instead: Central has no token with this id
        Conflict,         ///< 409
        Misdirected,      ///< 421
        TooManyRequests,  ///< 429
        ServerFailed,     ///< 500 and other 5xx
        NotImplemented,   ///< 501
        BadGateway,       ///< 502
        Unavailable,      ///< 503
        GatewayTimedOut,  ///< 504
        Redirected,       ///< 3xx; detail names the target
        UnexpectedStatus, ///< any other status
        SignInEnded,      ///< a browser's session is over, and nothing there renews it
        NoBrowserSignIn,  ///< it offers passwords alone
        // Central answered, and cannot be understood
        NotCentral,  ///< HTML or another type where JSON was due
        EmptyReply,  ///< 200 without a body
        BadJson,     ///< malformed or cut off
        WrongShape,  ///< JSON, but a field has the wrong type or a needed one is missing
        ReplyTooBig, ///< over the byte cap, or an archive bomb
        // on this computer
        BadEndpoint,
        BadCaFile, ///< `about` is the file
        BadProxy,  ///< `about` is the variable that names it, `detail` its value without a password
        BadCredential,   ///< no credential, or a file that cannot be read
        NoCallbackPort,  ///< no port for the browser to come back to
        BrowserTimedOut, ///< the sign-in in the browser was not finished in time
    };
    Q_ENUM(Kind)

    /// What a token says of itself that did not pass Central's validation, by this computer's
    /// clock; it is not verified. Central's own answer is the same for all.
    enum class CredentialFate {
        NotSaid,     ///< no token, or not to be read, or refused for something else
        Expired,     ///< since credentialTime
        NotYetValid, ///< until credentialTime: one of the clocks is wrong
        StillValid,  ///< until credentialTime: so it was revoked, or Central does not know it
    };
    Q_ENUM(CredentialFate)

    Kind kind = Kind::ServerFailed;
    QString host; ///< that was asked, as in the endpoint; empty if nothing was
    int httpStatus = 0;
    int grpcCode = -1;
    QString serverText; ///< Central's own words, at most 4,096 characters; untrusted plain text
    QString about;      ///< BadCaFile, BadProxy: the setting that is wrong
    CaFileFault caFileFault = CaFileFault::Unreadable; ///< BadCaFile only
    QString detail; ///< technical: Qt's words, a redirect's target, a byte offset; no secret
    /// Proven: it broke off before the handshake was done, so that no byte of the request left.
    bool isBeforeTls = false;
    std::optional<qint64> retryAfterMs;
    std::optional<CertificateFacts> certificate;
    QList<EscalationFinding> escalation;
    CredentialFate credentialFate = CredentialFate::NotSaid; ///< Unauthenticated only
    UtcMs credentialTime = NoTime;

    bool operator==(const ApiError &) const = default;
};

/// An error of which only this is known.
[[nodiscard]] ApiError errorOf(ApiError::Kind kind, const QString &detail = {});

/// How far a call got, as far as the kind of its failure tells.
enum class Reach {
    NotSent,    ///< refused on this computer
    NotReached, ///< the network: nothing of it reached Central
    NotTrusted, ///< the connection was not made, because of its certificate or its encryption
    Lost,       ///< on the way, there or back
    Refused,    ///< answered with a no
    Failed,     ///< answered with an error that may have come after the work was done
};
[[nodiscard]] Reach reach(ApiError::Kind kind);

/// Whether the same call may succeed later without any change by the user.
[[nodiscard]] bool mayPass(ApiError::Kind kind);

/// What the user can do about an error: the first button of its page or bar.
enum class WayOn {
    Certificate, ///< look at it, and settle it
    SignIn,
    Edit, ///< the connection's settings are wrong
    TryAgain,
};
[[nodiscard]] WayOn wayOn(const ApiError &error);

/// Central's multi-line escalation text into rows; empty if it is none.
[[nodiscard]] QList<EscalationFinding> escalationFindings(const QString &serverText);

template <class T>
using Result = tl::expected<T, ApiError>;

/// Called exactly once, and never after the context object died.
template <class T>
using Handler = std::function<void(Result<T>)>;

} // namespace rox
