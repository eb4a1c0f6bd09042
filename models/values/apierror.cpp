// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/apierror.h"

#include <QRegularExpression>

namespace rox {

namespace {

struct Meaning
{
    Reach reach;
    bool mayPass;
    WayOn wayOn;
};

using Kind = ApiError::Kind;

// No default: the compiler asks about a new kind.
Meaning meaningOf(Kind kind)
{
    switch (kind) {
    case Kind::NotSent:
    case Kind::NoCallbackPort:
    case Kind::BrowserTimedOut:
        return {Reach::NotSent, false, WayOn::TryAgain};
    case Kind::BadEndpoint:
    case Kind::BadCaFile:
    case Kind::BadProxy:
    case Kind::BadCredential:
        return {Reach::NotSent, false, WayOn::Edit};
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::ProxyFailed:
        return {Reach::NotReached, true, WayOn::TryAgain};
    case Kind::CertificateRefused:
    case Kind::CertificateChanged:
        return {Reach::NotTrusted, false, WayOn::Certificate};
    case Kind::TlsFailed:
        return {Reach::NotTrusted, false, WayOn::TryAgain};
    case Kind::TimedOut:
    case Kind::ConnectionLost:
        return {Reach::Lost, true, WayOn::TryAgain};
    case Kind::ValueLost:
    case Kind::MayBeCreated:
    case Kind::Cancelled:
        return {Reach::Lost, false, WayOn::TryAgain};
    case Kind::BadRequest:
    case Kind::NoBrowserSignIn:
        return {Reach::Refused, false, WayOn::Edit};
    case Kind::Unauthenticated:
    case Kind::SignInEnded:
        return {Reach::Refused, false, WayOn::SignIn};
    case Kind::TooManyRequests:
        return {Reach::Refused, true, WayOn::TryAgain};
    case Kind::Forbidden:
    case Kind::Escalation:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Misdirected:
    case Kind::NotImplemented:
    case Kind::Redirected:
        return {Reach::Refused, false, WayOn::TryAgain};
    case Kind::ServerFailed:
    case Kind::BadGateway:
    case Kind::Unavailable:
    case Kind::GatewayTimedOut:
        return {Reach::Failed, true, WayOn::TryAgain};
    case Kind::UnexpectedStatus:
    case Kind::NotCentral:
    case Kind::EmptyReply:
    case Kind::BadJson:
    case Kind::WrongShape:
    case Kind::ReplyTooBig:
        break;
    }
    return {Reach::Failed, false, WayOn::TryAgain};
}

} // namespace

ApiError errorOf(ApiError::Kind kind, const QString &detail)
{
    ApiError error;
    error.kind = kind;
    error.detail = detail;
    return error;
}

Reach reach(ApiError::Kind kind)
{
    return meaningOf(kind).reach;
}

bool mayPass(ApiError::Kind kind)
{
    return meaningOf(kind).mayPass;
}

WayOn wayOn(const ApiError &error)
{
    return meaningOf(error.kind).wayOn;
}

QList<EscalationFinding> escalationFindings(const QString &serverText)
{
    // The shape is hashicorp/multierror's: one "* resource=…" line for each finding, in no order.
    static const QRegularExpression line(
        QStringLiteral(R"re(^\s*\* resource=([^,]*), access scope="(.*)": )re"
                       R"re(requested access is (\w+), when user access is (\w+)\s*$)re"),
        QRegularExpression::MultilineOption);
    QList<EscalationFinding> findings;
    for (auto match = line.globalMatch(serverText); match.hasNext();) {
        const auto found = match.next();
        findings.append(
            {found.captured(1), found.captured(2), found.captured(3), found.captured(4)});
    }
    return findings;
}

} // namespace rox
