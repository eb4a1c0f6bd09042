// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenclaims.h"
#include "models/values/apierror.h"
#include "models/values/secret.h"
#include "network/central/replybody.h"

#include <QByteArray>
#include <QNetworkReply>

#include <memory>
#include <optional>

namespace rox {

/// The raw result of one request: how it ended, status, headers and body.
struct Answer
{
    /// Whether this computer ended the request, and why.
    enum class End {
        Finished,
        TimedOut,
        TooBig,
        NeverStarted,
        Distrusted, ///< the certificate is not the pinned one, and Qt reported no error
    };

    End end = End::Finished;
    QString host; ///< of the endpoint
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    int status = 0;             ///< 0: no complete head came
    QByteArray contentType;     ///< lower case
    QByteArray contentEncoding; ///< lower case; empty if it was asked for
    QByteArray location;
    QByteArray retryAfter;
    UtcMs date = NoTime;   ///< of the Date header, if it comes fresh from the server
    UtcMs headAt = NoTime; ///< when the head came, by this computer's clock
    Secret setCookie;      ///< every Set-Cookie header, a line each
    ReplyBody body;
    /// Qt has read some of the request's body. If it has not, no complete request left this
    /// computer: that is proven for a request with a body.
    bool bodyLeft = false;
    /// The request failed, and no connection that it could have used was ever encrypted.
    bool isBeforeTls = false;
    std::optional<CertificateFacts> refused;       ///< the certificate that was not trusted
    bool isChanged = false;                        ///< refused because another one is pinned
    std::optional<ApiError> fault;                 ///< NeverStarted: why
    QString proxy;                                 ///< "host:port", looked up for failures
    std::shared_ptr<const TokenClaims> credential; ///< of the token that was sent; null: no token
};

/// A time as in HTTP's Date header; NoTime if it is none.
[[nodiscard]] UtcMs httpDate(const QByteArray &header);

/// Which call was made, as far as the meaning of a refusal depends on it.
class Asked
{
public:
    enum Call { Other, Generate, OneToken };

    Asked(Call call) // NOLINT(google-explicit-constructor): errorOf(answer, Asked::Generate)
        : m_call(call)
    {}
    /// A get or a revoke of this id. ApiError::Kind::NotFound then only means that Central has no
    /// token with this id. A 404 is about the path, and becomes UnexpectedStatus.
    [[nodiscard]] static Asked oneToken(const QString &id)
    {
        Asked asked(OneToken);
        asked.m_id = id;
        return asked;
    }

    [[nodiscard]] Call call() const { return m_call; }
    [[nodiscard]] const QString &id() const { return m_id; } ///< OneToken only

private:
    Call m_call;
    QString m_id;
};

/// Checks transport, status, type and size. No error: a success with a body of JSON, complete as
/// far as the transport can tell. A status of 300 or more is a refusal even if the rest was cut
/// off.
[[nodiscard]] std::optional<ApiError> errorOf(const Answer &answer, const Asked &asked);

/// What a write did at Central, as far as the answer proves it.
enum class Effect {
    None,    ///< the request never left this computer
    Refused, ///< it was answered, and changed nothing
    Done,    ///< a 2xx whose type is JSON or missing, complete or not
    Unknown, ///< it was sent, and the answer proves nothing
};

/// A status of 300 to 499 is a refusal, by Central or by a gateway before it. A 5xx is a refusal
/// only in Central's own JSON, because Central may have done the work behind a gateway that gave
/// up. A deadline or a cancellation inside Central (gRPC 4 and 1, HTTP 504 and 499) and 408 prove
/// nothing. Neither does a 2xx of another type than JSON, such as the page of a captive portal.
[[nodiscard]] Effect effectOf(const Answer &answer);

} // namespace rox
