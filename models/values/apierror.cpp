// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/apierror.h"

#include <QRegularExpression>

namespace rox {

Reach reach(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    // No default: the compiler asks about a new kind.
    switch (kind) {
    case Kind::NotSent:
    case Kind::BadEndpoint:
    case Kind::BadCaFile:
    case Kind::BadCredential:
    case Kind::NoBrowser:
    case Kind::NoCallbackPort:
    case Kind::BrowserTimedOut:
        return Reach::NotSent;
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::ProxyFailed:
        return Reach::NotReached;
    case Kind::CertificateRefused:
    case Kind::CertificateChanged:
    case Kind::TlsFailed:
        return Reach::NotTrusted;
    case Kind::TimedOut:
    case Kind::ConnectionLost:
    case Kind::ValueLost:
    case Kind::MayBeCreated:
    case Kind::Cancelled:
        return Reach::Lost;
    case Kind::BadRequest:
    case Kind::Unauthenticated:
    case Kind::Forbidden:
    case Kind::Escalation:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Misdirected:
    case Kind::TooManyRequests:
    case Kind::NotImplemented:
    case Kind::Redirected:
    case Kind::SignInEnded:
    case Kind::NoBrowserSignIn:
        return Reach::Refused;
    case Kind::ServerFailed:
    case Kind::BadGateway:
    case Kind::Unavailable:
    case Kind::GatewayTimedOut:
    case Kind::UnexpectedStatus:
    case Kind::NotCentral:
    case Kind::EmptyReply:
    case Kind::BadJson:
    case Kind::WrongShape:
    case Kind::ReplyTooBig:
        return Reach::Failed;
    }
    return Reach::Failed;
}

bool mayPass(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    // No default: the compiler asks about a new kind.
    switch (kind) {
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::ProxyFailed:
    case Kind::TimedOut:
    case Kind::ConnectionLost:
    case Kind::TooManyRequests:
    case Kind::ServerFailed:
    case Kind::BadGateway:
    case Kind::Unavailable:
    case Kind::GatewayTimedOut:
        return true;
    case Kind::CertificateRefused:
    case Kind::CertificateChanged:
    case Kind::TlsFailed:
    case Kind::NotSent:
    case Kind::ValueLost:
    case Kind::MayBeCreated:
    case Kind::Cancelled:
    case Kind::BadRequest:
    case Kind::Unauthenticated:
    case Kind::Forbidden:
    case Kind::Escalation:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Misdirected:
    case Kind::NotImplemented:
    case Kind::Redirected:
    case Kind::UnexpectedStatus:
    case Kind::SignInEnded:
    case Kind::NoBrowserSignIn:
    case Kind::NotCentral:
    case Kind::EmptyReply:
    case Kind::BadJson:
    case Kind::WrongShape:
    case Kind::ReplyTooBig:
    case Kind::BadEndpoint:
    case Kind::BadCaFile:
    case Kind::BadCredential:
    case Kind::NoBrowser:
    case Kind::NoCallbackPort:
    case Kind::BrowserTimedOut:
        return false;
    }
    return false;
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
