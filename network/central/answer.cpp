// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/answer.h"

#include "network/central/accessdecoder.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ApiError::Kind;

constexpr qsizetype MaxServerText = 4096;
constexpr QNetworkReply::NetworkError FirstFromStatus = QNetworkReply::ContentAccessDenied;

bool isHtml(const Answer &answer)
{
    return answer.contentType.startsWith("text/html");
}

// The Content-Type is JSON or missing.
bool isJson(const Answer &answer)
{
    const auto semicolon = answer.contentType.indexOf(';');
    const QByteArray type =
        (semicolon < 0 ? answer.contentType : answer.contentType.left(semicolon)).trimmed();
    return type.isEmpty() || type == "application/json" || type == "application/json+pretty";
}

bool isCompressed(const Answer &answer)
{
    return !answer.contentEncoding.isEmpty() && answer.contentEncoding != "identity";
}

QString compressedThough(const Answer &answer)
{
    constexpr qsizetype MaxName = 80;
    return "compressed though not asked for: "_L1
           + QString::fromUtf8(answer.contentEncoding.left(MaxName));
}

Kind transportKind(const Answer &answer)
{
    switch (answer.error) {
    case QNetworkReply::ConnectionRefusedError:
        return answer.proxy.isEmpty() ? Kind::ConnectionRefused : Kind::ProxyFailed;
    case QNetworkReply::HostNotFoundError:
        return Kind::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // also Qt's transfer timeout
        return Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        if (!answer.refused)
            return Kind::TlsFailed;
        return answer.isChanged ? Kind::CertificateChanged : Kind::CertificateRefused;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return Kind::Unreachable;
    case QNetworkReply::UnknownNetworkError:
        if (!answer.proxy.isEmpty() && answer.status == 0)
            return Kind::ProxyFailed;
        return answer.status == 0 ? Kind::Unreachable : Kind::ConnectionLost;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return Kind::NotCentral;
    default:
        break;
    }
    if (answer.error > QNetworkReply::UnknownNetworkError && answer.error < FirstFromStatus)
        return Kind::ProxyFailed;
    return Kind::ConnectionLost;
}

std::optional<ApiError> transportError(const Answer &answer)
{
    ApiError error;
    error.host = answer.host;
    error.httpStatus = answer.status;
    error.detail = answer.errorText;
    error.isBeforeTls = answer.isBeforeTls;
    switch (answer.end) {
    case Answer::End::NeverStarted:
        return answer.fault;
    case Answer::End::TooBig:
        error.kind = Kind::ReplyTooBig;
        return error;
    case Answer::End::TimedOut:
        error.kind = Kind::TimedOut;
        return error;
    case Answer::End::Distrusted: // request and credential may have left
        error.kind = Kind::ConnectionLost;
        error.detail = u"the connection did not show the certificate that is pinned"_s;
        error.certificate = answer.refused;
        return error;
    case Answer::End::Finished:
        break;
    }
    if (answer.error == QNetworkReply::NoError && answer.status != 0)
        return std::nullopt;
    // An HTTP/2 stream may end without an error and without an answer.
    error.kind =
        answer.error == QNetworkReply::NoError ? Kind::ConnectionLost : transportKind(answer);
    error.certificate = answer.refused;
    if (error.kind == Kind::ProxyFailed && !answer.proxy.isEmpty())
        error.detail = answer.proxy + ": "_L1 + error.detail;
    return error;
}

Kind statusKind(int status)
{
    switch (status) {
    case 400:
        return Kind::BadRequest;
    case 401:
        return Kind::Unauthenticated;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 407:
        return Kind::ProxyFailed;
    case 409:
        return Kind::Conflict;
    case 421:
        return Kind::Misdirected;
    case 429:
        return Kind::TooManyRequests;
    case 501:
        return Kind::NotImplemented;
    case 502:
        return Kind::BadGateway;
    case 503:
        return Kind::Unavailable;
    case 504:
        return Kind::GatewayTimedOut;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return Kind::Redirected;
    return status >= 500 && status < 600 ? Kind::ServerFailed : Kind::UnexpectedStatus;
}

// By the clock of the server, which judges the credential and chooses the date of Retry-After.
UtcMs nowAt(const Answer &answer)
{
    return answer.date == NoTime ? QDateTime::currentMSecsSinceEpoch() : answer.date;
}

// Retry-After is in seconds, or a date. At most a day.
std::optional<qint64> retryAfterMs(const QByteArray &header, UtcMs now)
{
    constexpr qint64 DayInMs = DayMs;
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt
                           : std::optional(std::min(seconds, DayInMs / SecondMs) * SecondMs);
    const UtcMs date = httpDate(header);
    if (date == NoTime)
        return std::nullopt;
    return std::clamp(date - now, UtcMs(0), DayInMs);
}

QString plainText(const Answer &answer)
{
    if (isHtml(answer) || isCompressed(answer))
        return {};
    return QString::fromUtf8(answer.body.view().first(
        std::min<qsizetype>(answer.body.view().size(), 4 * MaxServerText)));
}

// Central has no token with this id: its whole sentence with this id, and the status and gRPC code
// of the call (get: 400 and 3, revoke: 500 and 13). A part of the sentence would not do, because
// PostgreSQL's errors about tables and databases say "does not exist" too.
bool saysNoSuchToken(const Answer &answer, const QString &id, const ErrorBody &body)
{
    constexpr int GrpcInvalidArgument = 3;
    constexpr int GrpcInternal = 13;
    if (id.isEmpty() || !isJson(answer))
        return false;
    const QString sentence = u"token with id '"_s + id + u"' does not exist"_s;
    if (answer.status == 400 && body.code == GrpcInvalidArgument)
        return body.message == sentence
               || body.message == QString(sentence + u": invalid arguments"_s);
    return answer.status == 500 && body.code == GrpcInternal && body.message == sentence;
}

// The kind by Central's text, or because the answer is not Central's; else by the status.
Kind refinedKind(const Answer &answer, const Asked &asked, const ApiError &error,
                 const std::optional<ErrorBody> &body)
{
    const QString &text = error.serverText;
    const bool unauthenticated = text.contains("credentials not found"_L1);
    switch (answer.status) {
    case 400:
    case 500:
        if (answer.status == 400 && unauthenticated)
            return Kind::Unauthenticated;
        if (answer.status == 400
            && (answer.body.view().contains("HTTP request to an HTTPS server")
                || answer.body.view().contains("HTTP request was sent to HTTPS port")))
            return Kind::TlsFailed;
        if (asked.call() == Asked::OneToken && body && saysNoSuchToken(answer, asked.id(), *body))
            return Kind::NotFound;
        break;
    case 403:
        if (unauthenticated)
            return Kind::Unauthenticated;
        if (asked.call() == Asked::Generate && !error.escalation.isEmpty())
            return Kind::Escalation;
        break;
    default:
        break;
    }
    // Central refuses in JSON, rarely in plain text; a page comes from something else. With a 5xx
    // the status tells more than NotCentral would.
    constexpr std::array pages{400, 401, 403, 404, 405};
    const bool isPage = isHtml(answer) && std::count(pages.begin(), pages.end(), answer.status) > 0;
    if (isPage)
        return Kind::NotCentral;
    // Every Central has the paths of one token, so a 404 comes from something before it.
    const bool isPathOfToken = asked.call() == Asked::OneToken && answer.status == 404;
    return isPathOfToken ? Kind::UnexpectedStatus : error.kind;
}

// Central allows this much difference between the clocks.
constexpr UtcMs Leeway = MinuteMs;

// Only if Central rejects the token itself: a refusal for missing roles tells nothing of its dates.
void tellCredentialFate(ApiError &error, const TokenClaims &claims, UtcMs now)
{
    using Outcome = ApiError::CredentialFate;
    if (!error.serverText.contains("token validation failed"_L1))
        return;
    if (claims.expiresAt != NoTime && claims.expiresAt + Leeway <= now) {
        error.credentialFate = Outcome::Expired;
        error.credentialTime = claims.expiresAt;
    } else if (claims.issuedAt != NoTime && claims.issuedAt - Leeway > now) {
        error.credentialFate = Outcome::NotYetValid;
        error.credentialTime = claims.issuedAt;
    } else if (claims.expiresAt != NoTime) {
        error.credentialFate = Outcome::StillValid;
        error.credentialTime = claims.expiresAt;
    }
}

ApiError statusError(const Answer &answer, const Asked &asked)
{
    ApiError error;
    error.httpStatus = answer.status;
    error.kind = statusKind(answer.status);
    error.retryAfterMs = retryAfterMs(answer.retryAfter, nowAt(answer));
    const auto body = decodeErrorBody(answer.body);
    QString text = body ? body->message : plainText(answer);
    if (body)
        error.grpcCode = body->code;
    if (answer.status == 403 && asked.call() == Asked::Generate)
        error.escalation = escalationFindings(text);
    text.truncate(MaxServerText);
    error.serverText = text;
    if (isCompressed(answer))
        error.detail = compressedThough(answer);
    if (error.kind == Kind::Redirected)
        error.detail = QString::fromUtf8(answer.location).left(MaxServerText);
    error.kind = refinedKind(answer, asked, error, body);
    if (error.kind == Kind::Unauthenticated && answer.credential)
        tellCredentialFate(error, *answer.credential, nowAt(answer));
    return error;
}

std::optional<ApiError> contentError(const Answer &answer)
{
    ApiError error;
    error.httpStatus = answer.status;
    if (answer.body.isEmpty()) {
        error.kind = Kind::EmptyReply;
    } else if (!isJson(answer)) {
        error.kind = Kind::NotCentral;
        error.detail = QString::fromUtf8(answer.contentType).left(MaxServerText);
    } else if (isCompressed(answer)) {
        error.kind = Kind::NotCentral;
        error.detail = compressedThough(answer);
    } else {
        return std::nullopt;
    }
    return error;
}

} // namespace

UtcMs httpDate(const QByteArray &header)
{
    // Date and time are parsed apart: together they would be local time, which may lack that hour.
    const QString text = QString::fromLatin1(header.trimmed());
    constexpr qsizetype DateLength = 16;
    const QDate day =
        QLocale::c().toDate(text.first(std::min(text.size(), DateLength)), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.mid(DateLength), u" HH:mm:ss 'GMT'"_s);
    if (!day.isValid() || !time.isValid())
        return NoTime;
    return QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

std::optional<ApiError> errorOf(const Answer &answer, const Asked &asked)
{
    if (answer.status >= 300)
        return statusError(answer, asked);
    if (auto error = transportError(answer))
        return error;
    if (answer.status < 200) {
        ApiError error;
        error.httpStatus = answer.status;
        error.kind = Kind::UnexpectedStatus;
        return error;
    }
    return contentError(answer);
}

Effect effectOf(const Answer &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return isJson(answer) ? Effect::Done : Effect::Unknown;
    if (answer.status < 200)
        return answer.bodyLeft ? Effect::Unknown : Effect::None;
    if (!answer.bodyLeft)
        return Effect::Refused;
    constexpr int RequestTimedOut = 408;
    constexpr int ClientWentAway = 499;
    constexpr int GrpcCanceled = 1;
    constexpr int GrpcDeadlineExceeded = 4;
    if (answer.status == RequestTimedOut || answer.status == ClientWentAway)
        return Effect::Unknown;
    if (answer.status < 500)
        return Effect::Refused;
    const auto central = decodeErrorBody(answer.body);
    return central && central->code != GrpcCanceled && central->code != GrpcDeadlineExceeded
               ? Effect::Refused
               : Effect::Unknown;
}

} // namespace rox
