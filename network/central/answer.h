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

/// What became of one request on the wire, before anybody says what it means.
struct Answer
{
    /// Why it ended, as far as this computer ended it.
    enum class End {
        Finished,
        TimedOut,
        TooBig,
        Cancelled,
        NeverStarted,
        Distrusted, ///< the pinned certificate was not the one, and nobody had asked us before
    };

    End end = End::Finished;
    QString host; ///< that was asked
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    int status = 0;             ///< 0: no complete head came
    QByteArray contentType;     ///< lower case
    QByteArray contentEncoding; ///< lower case; empty if it was asked for
    QByteArray location;
    QByteArray retryAfter;
    Secret setCookie; ///< every Set-Cookie header, a line each
    ReplyBody body;
    /// Some of the request's body was taken to be sent. False, for a request with a body: proven
    /// that no complete request left this computer.
    bool bodyLeft = false;
    /// It broke off, and no connection that it could have left by was ever encrypted.
    bool isBeforeTls = false;
    std::optional<CertificateFacts> refused;       ///< the certificate that was not trusted
    bool isChanged = false;                        ///< refused because another one is pinned
    std::optional<ApiError> fault;                 ///< NeverStarted: why
    QString proxy;                                 ///< "host:port", looked up for failures
    std::shared_ptr<const TokenClaims> credential; ///< of the token that was sent; null: no token
};

/// What was asked, as far as the reading of a refusal depends on it.
class Asked
{
public:
    enum Call { Other, Generate, OneToken };

    Asked(Call call) // NOLINT(google-explicit-constructor): the name of a call says it all
        : m_call(call)
    {}
    /// A get or a revoke of this id. ApiError::Kind::NotFound then means that Central has no token
    /// with this id, and nothing else: a 404, which is about the path, is UnexpectedStatus.
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

/// The stages transport, status, type and size: what is wrong with the answer. Nothing: it is a
/// success with a body of JSON, complete as far as the transport can tell. A status of 300 or more
/// counts even if the rest was cut off, because the answer was no.
[[nodiscard]] std::optional<ApiError> errorOf(const Answer &answer, const Asked &asked);

/// What a request that changes something did at Central, as far as the answer proves it.
enum class Effect {
    None,    ///< it never left this computer
    Refused, ///< answered, and nothing was changed
    Done,    ///< a 2xx that is said to be JSON (or nothing is said), however much of it arrived
    Unknown, ///< sent, and nobody can tell from here
};

/// A status of 300 to 499 is a no, from Central or from something before it. A 5xx is one only in
/// Central's own words: a gateway that gives up, or fails, says nothing about what Central did
/// meanwhile. Nor does Central itself when its deadline passed or the call was cancelled under way
/// (gRPC 4 and 1, HTTP 504 and 499), nor 408. A 2xx of another type than JSON, a portal's page
/// say, comes from something that is not the token service, and may or may not have asked it.
[[nodiscard]] Effect effectOf(const Answer &answer);

} // namespace rox
