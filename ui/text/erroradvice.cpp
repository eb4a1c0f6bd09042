// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"
#include "ui/text/times.h"

#include <QRegularExpression>

namespace rox::words {

using namespace Qt::StringLiterals;

namespace {

using Kind = ApiError::Kind;

/// `not authorized: "READ_WRITE_ACCESS" for "Integration"`: Central names the first one missing.
QString missingPermission(const QString &serverText)
{
    static const QRegularExpression shape(u"\"(READ(?:_WRITE)?_ACCESS)\" for \"(\\w+)\""_s);
    const auto match = shape.match(serverText);
    if (!match.hasMatch())
        return {};
    return match.captured(1) == "READ_ACCESS"_L1
               ? Errors::tr("Its roles lack read access to %1.").arg(match.captured(2))
               : Errors::tr("Its roles lack write access to %1.").arg(match.captured(2));
}

/// Central answers 401 also while its database is down.
bool mayBeOutage(const ApiError &error)
{
    return error.serverText.contains("failed to resolve user roles"_L1)
           || error.serverText.contains("Database operation failed"_L1);
}

/// Central's answer is the same for all; the token's own claims say more.
QString fateOf(const ApiError &error)
{
    using Outcome = ApiError::CredentialFate;
    const QString day = mediumDate(error.credentialTime);
    switch (error.credentialFate) {
    case Outcome::Expired:
        return Errors::tr("By its own date it expired on %1.").arg(day);
    case Outcome::NotYetValid:
        return Errors::tr("By its own date it is valid from %1 only: this computer's clock may be "
                          "wrong, or Central's.")
            .arg(longTime(error.credentialTime));
    case Outcome::StillValid:
        return Errors::tr("It has not expired (%1), so it was revoked or belongs to another "
                          "Central.")
            .arg(day);
    case Outcome::NotSaid:
        return Errors::tr("It expired, was revoked or is unknown: Central does not say which.");
    }
    return {};
}

/// Why Central refused a credential, as far as its text says.
enum class RefusalReason {
    NotSaid,
    Outage,
    RolesGone,
    NoRoles,
    WrongPassword,
    Token,  ///< Central has one text for every fault of a token
    SignIn, ///< of the browser: there was no credential yet
};

RefusalReason objectionIn(const ApiError &error)
{
    const auto says = [&](QLatin1String text) { return error.serverText.contains(text); };
    if (mayBeOutage(error))
        return RefusalReason::Outage;
    if (says("no valid role"_L1))
        return RefusalReason::RolesGone;
    if (says("could not determine token type"_L1))
        return RefusalReason::NoRoles;
    // The first of the Authorization header, the second where a session was asked for.
    if (says("failed to identify user"_L1) || says("invalid username and/or password"_L1))
        return RefusalReason::WrongPassword;
    if (says("token validation failed"_L1))
        return RefusalReason::Token;
    return error.httpStatus == 0 ? RefusalReason::SignIn : RefusalReason::NotSaid;
}

QString credentialReason(const ApiError &error)
{
    switch (objectionIn(error)) {
    case RefusalReason::Outage:
        return Errors::tr("Central could not look its roles up, as when its database is down: "
                          "the credential may still be good.");
    case RefusalReason::RolesGone:
        return Errors::tr("None of its roles exists any more.");
    case RefusalReason::NoRoles:
        return Errors::tr("It is a token without a role.");
    case RefusalReason::WrongPassword:
        return Errors::tr("The user name or the password is wrong.");
    case RefusalReason::Token:
        return fateOf(error);
    case RefusalReason::NotSaid:
    case RefusalReason::SignIn:
        break;
    }
    return error.serverText.isEmpty() ? Errors::tr("It does not say why.") : QString();
}

QString credentialStep(const ApiError &error)
{
    switch (objectionIn(error)) {
    case RefusalReason::Outage:
        return Errors::tr("Try again.");
    case RefusalReason::RolesGone:
        return Errors::tr("Ask an administrator, or sign in with another credential.");
    case RefusalReason::NoRoles:
        return Errors::tr("Sign in with a token that has one.");
    case RefusalReason::WrongPassword:
        return Errors::tr("Check both, then sign in again.");
    case RefusalReason::Token:
        return Errors::tr("Sign in again with another credential.");
    case RefusalReason::SignIn:
        return Errors::tr("Sign in again, or ask an administrator of this Central.");
    case RefusalReason::NotSaid:
        break;
    }
    // A proxy that strips Authorization, or a role without permissions, gives the same answer.
    return Errors::tr("Try again; if it stays so, sign in with another credential.");
}

// A CA file does not help against a wrong name or an expired certificate.
bool isOfTheIssuer(const ApiError &error)
{
    using Problem = CertificateFacts::Problem;
    return !error.certificate || error.certificate->problems.isEmpty()
           || error.certificate->problems.contains(Problem::UnknownIssuer)
           || error.certificate->problems.contains(Problem::SelfSigned);
}

QString trustStep(const ApiError &error, Operation deed)
{
    if (!isOfTheIssuer(error))
        return Errors::tr("Check the endpoint, or ask whoever runs this Central.");
    if (deed == Operation::Launch)
        return Errors::tr("To trust it, give the certificate of the CA that issued it with "
                          "ROX_CA_CERT_FILE or --ca.");
    return Errors::tr("Look at it to trust it, or give the connection its CA certificate file.");
}

QString endpointStep(Operation deed)
{
    return deed == Operation::Launch
               ? Errors::tr("Give host, host:port or https://host:port with ROX_ENDPOINT or "
                            "--endpoint.")
               : Errors::tr("Correct it in the connection: host, host:port or https://host:port.");
}

/// What the file should be, or how to make it one.
QString caFileHint(const ApiError &error)
{
    switch (error.caFileFault) {
    case CaFileFault::NoCertificate:
        return Errors::tr("A PEM file begins with “-----BEGIN CERTIFICATE-----”.");
    case CaFileFault::Pkcs7:
        return Errors::tr("“openssl pkcs7 -print_certs” writes its certificates to a PEM file.");
    case CaFileFault::Pkcs12:
        return Errors::tr("“openssl pkcs12 -cacerts -nokeys” writes its certificates to a PEM "
                          "file.");
    case CaFileFault::NotAnAuthority:
        return Errors::tr("What is needed is the certificate of the CA that issued it.");
    default:
        return {};
    }
}

QString caFileStep(const ApiError &error, Operation deed)
{
    const QString step =
        deed == Operation::Launch
            ? Errors::tr("Give another file with ROX_CA_CERT_FILE or --ca.")
            : Errors::tr("Choose another file as the connection's CA certificate file.");
    const QString hint = caFileHint(error);
    return hint.isEmpty() ? step : hint + u' ' + step;
}

/// A detail of the system has no full stop; ours has one.
QString inASentence(const QString &detail)
{
    const QString text = shownText(detail.simplified(), ServerTextMax);
    return text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'…') ? text : text + u'.';
}

QString caFileReason(const ApiError &error)
{
    const QString file = shownText(error.about.simplified(), ServerTextMax);
    if (error.caFileFault == CaFileFault::Unreadable)
        return inASentence(file.isEmpty() ? error.detail : file + ": "_L1 + error.detail);
    return file.isEmpty() ? QString() : Errors::tr("It is %1.").arg(file);
}

QString missingCredentialStep(Operation deed)
{
    return deed == Operation::Launch
               ? Errors::tr("Give one with ROX_API_TOKEN_FILE, ROX_API_TOKEN, "
                            "ROX_ADMIN_PASSWORD or --token-file.")
               : Errors::tr("Give an API token, or a user name and password, in the connection.");
}

QString waitStep(const ApiError &error)
{
    if (!error.retryAfterMs || *error.retryAfterMs <= 0)
        return Errors::tr("Wait a little, then try again.");
    const auto seconds = std::min<qint64>((*error.retryAfterMs + 999) / 1000, 86'400);
    return Errors::tr("Try again in %Ln second(s).", nullptr, int(seconds));
}

bool isCompressed(const ApiError &error)
{
    return error.detail.startsWith("compressed"_L1);
}

/// In which form an answer that is not Central's came.
QString formOf(const ApiError &error)
{
    if (error.httpStatus <= 0)
        return {};
    if (isCompressed(error))
        return Errors::tr("The answer has status %1 and is compressed, though this was not asked "
                          "for.")
            .arg(error.httpStatus);
    if (error.detail.isEmpty())
        return Errors::tr("The answer has status %1.").arg(error.httpStatus);
    return Errors::tr("The answer has status %1 and type %2.")
        .arg(QString::number(error.httpStatus),
             shownText(error.detail.simplified(), ServerTextMax));
}

} // namespace

bool isFromBetween(const ApiError &error)
{
    switch (error.kind) {
    case Kind::NotCentral:
        return error.httpStatus > 0 && !error.detail.isEmpty()
               && !error.detail.startsWith("text/html"_L1);
    case Kind::Redirected:
        return error.httpStatus > 0 && error.detail.isEmpty();
    case Kind::ServerFailed:
        return error.httpStatus > 500 && error.grpcCode < 0;
    default:
        return false;
    }
}

QString caFileCause(CaFileFault fault)
{
    switch (fault) {
    case CaFileFault::Unreadable:
        return Errors::tr("The CA certificate file cannot be used.");
    case CaFileFault::TooBig:
        return Errors::tr("This file is too big for a list of certificates.");
    case CaFileFault::Empty:
        return Errors::tr("This file is empty.");
    case CaFileFault::NoCertificate:
        return Errors::tr("No certificate in this file.");
    case CaFileFault::PrivateKey:
        return Errors::tr("This file holds a private key, and no certificate.");
    case CaFileFault::CertificateRequest:
        return Errors::tr("This file holds a request for a certificate, and no certificate.");
    case CaFileFault::Pkcs7:
        return Errors::tr("This file is in PKCS #7 format, which cannot be read here.");
    case CaFileFault::Pkcs12:
        return Errors::tr("This file is in PKCS #12 format, which cannot be read here.");
    case CaFileFault::Broken:
        return Errors::tr("A certificate in this file is damaged or cut off.");
    case CaFileFault::NotAnAuthority:
        return Errors::tr("This file holds the certificate of a server, and none of a CA.");
    }
    return {};
}

QString reason(const ApiError &error, const QString &server)
{
    switch (error.kind) {
    case Kind::CertificateRefused:
        return error.certificate ? certificateProblems(*error.certificate,
                                                       error.host.isEmpty() ? server : error.host)
                                       .join(u' ')
                                 : QString();
    case Kind::CertificateChanged:
        return Errors::tr("Either it was renewed, or somebody stands between you and Central.");
    case Kind::Unauthenticated:
        return credentialReason(error);
    case Kind::Forbidden:
        return missingPermission(error.serverText);
    case Kind::Redirected:
        return error.detail.isEmpty()
                   ? QString()
                   : Errors::tr("The other address is %1.")
                         .arg(shownText(error.detail.simplified(), ServerTextMax));
    case Kind::BadCaFile:
        return caFileReason(error);
    case Kind::NotCentral:
        return formOf(error);
    case Kind::BadProxy:
        if (error.detail.isEmpty())
            return {};
        return Errors::tr("Its value is “%1”: Rox Tokens uses proxies of http:// and socks5://.")
            .arg(shownText(error.detail.simplified(), ServerTextMax));
    case Kind::BadCredential:
        return inASentence(error.detail);
    default:
        return {};
    }
}

QString connectionStep(const ApiError &error, Operation deed)
{
    switch (error.kind) {
    case Kind::ConnectionRefused:
        return Errors::tr("Check the endpoint and that Central is running, then try again.");
    case Kind::HostNotFound:
        return Errors::tr("Check how the endpoint is spelled and this computer's network, then try "
                          "again.");
    case Kind::Unreachable:
        return Errors::tr("Check this computer's network or VPN, then try again.");
    case Kind::ProxyFailed:
        return Errors::tr("Check https_proxy and http_proxy, or name the host in no_proxy.");
    case Kind::TimedOut:
        return Errors::tr("Central may be busy, or its database down. Try again.");
    case Kind::ConnectionLost:
        return Errors::tr("Check the network between here and Central, then try again.");
    case Kind::CertificateRefused:
        return trustStep(error, deed);
    case Kind::CertificateChanged:
        return Errors::tr("Compare the fingerprint with whoever runs this Central before you "
                          "trust the new one.");
    case Kind::TlsFailed:
        return error.httpStatus > 0
                   ? Errors::tr("Use https:// in the endpoint.")
                   : Errors::tr(
                       "Check the port: it may speak no TLS, or only versions before 1.2.");
    case Kind::NotSent:
        return Errors::tr("Nothing reached Central: you can try again.");
    case Kind::ValueLost:
        return Errors::tr("Nobody can see the value any more: revoke this token, then generate "
                          "another.");
    case Kind::MayBeCreated:
        return Errors::tr(
            "Central was asked once and is not asked again. Revoke what you do not need, "
            "then generate again.");
    case Kind::Cancelled:
        return Errors::tr("You can start it again.");
    case Kind::BadEndpoint:
        return endpointStep(deed);
    case Kind::BadCaFile:
        return caFileStep(error, deed);
    case Kind::BadProxy:
        return Errors::tr("Correct it, or name the host in no_proxy, then start Rox Tokens again.");
    case Kind::BadCredential:
        return missingCredentialStep(deed);
    case Kind::NoCallbackPort:
        return Errors::tr("End programs that hold many connections, then try again.");
    case Kind::BrowserTimedOut:
        return Errors::tr("Start it again, and finish it in the browser.");
    default:
        return {};
    }
}

QString answerStep(const ApiError &error, Operation deed)
{
    switch (error.kind) {
    case Kind::BadRequest:
        return Errors::tr("Change what it names, then try again.");
    case Kind::Unauthenticated:
        return credentialStep(error);
    case Kind::Forbidden:
        return Errors::tr("Ask an administrator, or sign in with another credential.");
    case Kind::Escalation:
        return Errors::tr("Take the role out, or ask an administrator to generate this token.");
    case Kind::NotFound:
        return deed == Operation::Get
                   ? Errors::tr("Central deletes revoked and expired tokens after a while.")
                   : Errors::tr("Check the endpoint; a Central this old may lack the call.");
    case Kind::Conflict:
        return Errors::tr("Read the list again, then try again.");
    case Kind::Misdirected:
        return Errors::tr("A load balancer may mix up its connections. Try again.");
    case Kind::TooManyRequests:
        return waitStep(error);
    case Kind::ServerFailed:
        return isFromBetween(error)
                   ? Errors::tr("Something between here and Central answered. Try again later.")
                   : Errors::tr("Central's own log says more. Try again later.");
    case Kind::NotImplemented:
        return Errors::tr("This Central may be too old, or something before it changes requests.");
    case Kind::BadGateway:
        return Errors::tr("A router before Central got no good answer from it. Try again.");
    case Kind::Unavailable:
        return Errors::tr("Central may be starting. Try again.");
    case Kind::GatewayTimedOut:
        return Errors::tr("A router before Central waited too long for it. Try again.");
    case Kind::Redirected:
        if (isFromBetween(error))
            return Errors::tr("Something between here and Central answered. Check the endpoint.");
        return Errors::tr("It was not followed: the credential goes to no other address. If that "
                          "one is Central, use it as the endpoint.");
    case Kind::UnexpectedStatus:
        return Errors::tr("Something between here and Central may have answered. Check the "
                          "endpoint.");
    case Kind::SignInEnded:
        return Errors::tr("Sign in again.");
    case Kind::NoBrowserSignIn:
        return Errors::tr("Sign in with a password or an API token.");
    case Kind::NotCentral:
        if (isFromBetween(error))
            return Errors::tr("Check the endpoint; a gateway between here and Central may change "
                              "the answers.");
        return Errors::tr("Check the endpoint; a sign-in page of the network may be in between.");
    case Kind::EmptyReply:
    case Kind::BadJson:
    case Kind::WrongShape:
        return Errors::tr("Something between here and Central may have changed it. Try again.");
    case Kind::ReplyTooBig:
        return Errors::tr("Check that the endpoint is Central.");
    default:
        return {};
    }
}

QString quotedServerText(const ApiError &error)
{
    switch (error.kind) {
    case Kind::Unauthenticated: {
        const RefusalReason objection = objectionIn(error);
        if (objection != RefusalReason::NotSaid && objection != RefusalReason::SignIn)
            return {};
        break;
    }
    case Kind::Escalation:
        return {}; // said in our words; the details have the original
    case Kind::Forbidden:
        if (!missingPermission(error.serverText).isEmpty())
            return {};
        break;
    default:
        break;
    }
    const QString text = shownText(error.serverText.simplified(), ServerTextMax);
    return text.isEmpty() ? QString() : Errors::tr("Central says: “%1”").arg(text);
}

} // namespace rox::words

namespace rox {

QString refusedCredential(const ApiError &error, const QString &server)
{
    using words::Errors;
    const QString name = shownName(server);
    switch (words::objectionIn(error)) {
    case words::RefusalReason::WrongPassword:
        return Errors::tr("%1 does not accept this user name with this password.").arg(name);
    case words::RefusalReason::Token:
        return Errors::tr("%1 refused it.").arg(name) + QLatin1Char(' ') + words::fateOf(error);
    default:
        return sentenceFor(error, Operation::Connect, server).plain();
    }
}

} // namespace rox
