// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/errortext.h"

#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"

namespace rox {

using namespace Qt::StringLiterals;
using words::Errors;

namespace {

using Kind = ApiError::Kind;

/// The outcome is not known. Not after a 5xx either: Central may have failed after the work.
bool isUnknown(Kind kind)
{
    const Reach came = reach(kind);
    return came == Reach::Lost || came == Reach::Failed;
}

/// Of this request; a password may have been sent before, for the session.
bool keptItsCredential(const ApiError &error)
{
    if (error.kind == Kind::TlsFailed) // with a status: plain HTTP was sent to a TLS port
        return error.httpStatus == 0;
    return error.isBeforeTls || error.kind == Kind::CertificateRefused
           || error.kind == Kind::CertificateChanged;
}

/// What the failure means for the operation. Never more than is proven.
QString meaning(const ApiError &error, Operation deed)
{
    const Kind kind = error.kind;
    switch (deed) {
    case Operation::Connect:
    case Operation::Launch:
        return keptItsCredential(error) ? Errors::tr("No credential was sent with this request.")
                                        : QString();
    case Operation::List:
        return Errors::tr("The tokens could not be listed.");
    case Operation::Get:
        return Errors::tr("The token could not be looked up.");
    case Operation::AllowedRoles:
        return Errors::tr("Which roles you may give is not known.");
    case Operation::Generate:
        if (kind == Kind::ValueLost || kind == Kind::MayBeCreated)
            return {}; // their cause says it
        if (!isUnknown(kind))
            return Errors::tr("Nothing was made.");
        return Errors::tr("Whether a token was made is not known: look at the list before you "
                          "generate again.");
    case Operation::Revoke:
        return {}; // revokeSentence() says it, from the verdict
    }
    return {};
}

QString connectionCause(const ApiError &error, const QString &server)
{
    // With a status: plain HTTP was sent to a TLS port.
    const bool isPlainHttp = error.httpStatus > 0;
    switch (error.kind) {
    case Kind::ConnectionRefused:
        return Errors::tr("%1 cannot be reached: connection refused.").arg(server);
    case Kind::HostNotFound:
        return Errors::tr("%1 cannot be reached: no computer of that name was found.").arg(server);
    case Kind::Unreachable:
        return Errors::tr("%1 cannot be reached: the network knows no way to it.").arg(server);
    case Kind::ProxyFailed:
        return Errors::tr("The proxy did not let the connection to %1 through.").arg(server);
    case Kind::TimedOut:
        return Errors::tr("%1 did not answer in time.").arg(server);
    case Kind::ConnectionLost:
        return Errors::tr("The connection to %1 broke before the answer was complete.").arg(server);
    case Kind::CertificateRefused:
        return Errors::tr("The certificate of %1 is not trusted.").arg(server);
    case Kind::CertificateChanged:
        return Errors::tr("%1 shows another certificate than the one you trusted.").arg(server);
    case Kind::TlsFailed:
        return isPlainHttp
                   ? Errors::tr("%1 takes encrypted connections only on this port.").arg(server)
                   : Errors::tr("No encrypted connection to %1 could be made.").arg(server);
    case Kind::NotSent:
        return Errors::tr("The request to %1 was not sent.").arg(server);
    case Kind::ValueLost:
        return Errors::tr("A token was made on %1, but its value was lost on the way.").arg(server);
    case Kind::MayBeCreated:
        return Errors::tr("The token may have been created on %1: the connection broke before "
                          "Central answered.")
            .arg(server);
    case Kind::Cancelled:
        return Errors::tr("The request to %1 was cancelled.").arg(server);
    default:
        return {};
    }
}

QString unexpectedStatus(const ApiError &error)
{
    return error.httpStatus > 0
               ? Errors::tr("Central answered with status %1, which it should not.")
                     .arg(error.httpStatus)
               : Errors::tr("Central answered in a way that it should not.");
}

QString answerCause(const ApiError &error, Operation deed, const QString &server)
{
    switch (error.kind) {
    case Kind::BadRequest:
        return Errors::tr("Central refused the request.");
    case Kind::Unauthenticated:
        return error.httpStatus == 0 ? Errors::tr("Central did not sign you in.")
                                     : Errors::tr("Central did not accept the credential.");
    case Kind::Forbidden:
        return Errors::tr("Central refused: the credential may not do this.");
    case Kind::Escalation:
        return Errors::tr("Central refused: a role may do more than you may.");
    case Kind::NotFound:
        return deed == Operation::Get // of one token: never a 404 of the path
                   ? Errors::tr("Central has no such token any more.")
                   : Errors::tr("%1 does not know this call.").arg(server);
    case Kind::Conflict:
        return Errors::tr("Central answered 409, conflict.");
    case Kind::Misdirected:
        return Errors::tr("Central answered 421, asked under another name.");
    case Kind::TooManyRequests:
        return Errors::tr("Central answered 429, too many requests.");
    case Kind::ServerFailed:
        if (words::isFromBetween(error))
            return unexpectedStatus(error);
        return error.httpStatus > 0
                   ? Errors::tr("Central answered %1, internal error.").arg(error.httpStatus)
                   : Errors::tr("Central answered with an internal error.");
    case Kind::NotImplemented:
        return Errors::tr("Central answered 501, not implemented.");
    case Kind::BadGateway:
        return Errors::tr("Central answered 502, bad gateway.");
    case Kind::Unavailable:
        return Errors::tr("Central answered 503, service unavailable.");
    case Kind::GatewayTimedOut:
        return Errors::tr("Central answered 504, gateway timed out.");
    case Kind::SignInEnded:
        return Errors::tr("Your sign-in to %1 has ended.").arg(server);
    case Kind::NoBrowserSignIn:
        return Errors::tr("This Central has no sign-in through the browser.");
    case Kind::Redirected:
        return words::isFromBetween(error)
                   ? Errors::tr("%1 answered with status %2, and names no address to go to.")
                         .arg(server, QString::number(error.httpStatus))
                   : Errors::tr("%1 points to another address.").arg(server);
    case Kind::UnexpectedStatus:
        return unexpectedStatus(error);
    default:
        return {};
    }
}

QString otherCause(const ApiError &error, const QString &server)
{
    switch (error.kind) {
    case Kind::NotCentral:
        return words::isFromBetween(error)
                   ? Errors::tr("What answers at %1 does not answer as Central does.").arg(server)
                   : Errors::tr("What answers at %1 is not Central: it sent no JSON.").arg(server);
    case Kind::EmptyReply:
        return error.httpStatus > 0 ? Errors::tr("%1 answered with status %2 and nothing else.")
                                          .arg(server, QString::number(error.httpStatus))
                                    : Errors::tr("%1 answered with nothing.").arg(server);
    case Kind::BadJson:
        return Errors::tr("The answer of %1 is broken or cut off.").arg(server);
    case Kind::WrongShape:
        return Errors::tr("The answer of %1 is not what Central sends.").arg(server);
    case Kind::ReplyTooBig:
        return Errors::tr("The answer of %1 is too big to be read.").arg(server);
    case Kind::BadEndpoint:
        return Errors::tr("The endpoint cannot be used.");
    case Kind::BadCaFile:
        return words::caFileCause(error.caFileFault);
    case Kind::BadProxy:
        return error.about.isEmpty()
                   ? Errors::tr("The proxy in the settings of this computer cannot be used.")
                   : Errors::tr("The proxy that %1 names cannot be used.")
                         .arg(shownName(error.about));
    case Kind::BadCredential:
        return Errors::tr("There is no usable credential.");
    case Kind::NoCallbackPort:
        return Errors::tr("This computer has no free port for the browser to come back to.");
    case Kind::BrowserTimedOut:
        return Errors::tr("The sign-in in the browser was not finished in time.");
    default:
        return {};
    }
}

} // namespace

ErrorSentence sentenceFor(const ApiError &error, Operation deed, const QString &server)
{
    const QString name = shownName(server);
    QString cause = connectionCause(error, name);
    if (cause.isEmpty())
        cause = answerCause(error, deed, name);
    if (cause.isEmpty())
        cause = otherCause(error, name);
    const QStringList parts = {words::reason(error, server), words::quotedServerText(error),
                               meaning(error, deed), words::connectionStep(error, deed),
                               words::answerStep(error, deed)};
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return {cause, said.join(u' ')};
}

} // namespace rox
