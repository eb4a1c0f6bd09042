// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/errortext.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

constexpr Operation Deeds[] = {Operation::Connect,     Operation::Launch,   Operation::List,
                               Operation::Get,         Operation::Generate, Operation::Revoke,
                               Operation::AllowedRoles};

QList<Kind> kinds()
{
    QList<Kind> all;
    const QMetaEnum known = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < known.keyCount(); ++i)
        all.append(Kind(known.value(i)));
    return all;
}

ApiError answeredErrorOf(Kind kind)
{
    ApiError error = errorOf(kind);
    error.httpStatus = 500;
    return error;
}

/// A server and a path that try to break out of a line, hide or turn text, or be endless.
ApiError hostile(Kind kind)
{
    ApiError error = answeredErrorOf(kind);
    error.serverText = u"a\n\t<b>\u202Ebad\u0007\u2028"_s + QString(10'000, u'z');
    error.detail = u"d\r\u202D\u0000e"_s + QString(10'000, u'y');
    CertificateFacts facts;
    facts.sha256 = QByteArray(32, '\x5A');
    facts.issuer = u"evil\u202E\n"_s;
    facts.names = QStringList(500, u"x\u202E.example"_s);
    facts.otherProblem = u"\u001B[31m"_s;
    facts.problems = {CertificateFacts::Problem::UnknownIssuer,
                      CertificateFacts::Problem::WrongName, CertificateFacts::Problem::Other};
    error.certificate = facts;
    return error;
}

bool isTame(const QString &text)
{
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            return false;
    }
    return true;
}

} // namespace

class TestErrorSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceForEveryOperation();
    void causesAreDistinct();
    void hostileTextIsMadeVisibleAndCapped();
    void refusedTokenIsExplainedByItsClaims();
    void adviceNamesVariablesOrSettings();
    void plainHttpOnATlsPortIsToldToUseHttps();
    void refusedCertificateIsShort();
    void filesWithoutACertificate();
    void gatewayAnswersAreNamed_data();
    void gatewayAnswersAreNamed();
    void badProxyNamesVariableAndValue();
    void signingInAgain();
    void refusedCredentialIsExplained();
    void browserSignInWithoutASession();
    void meaningClaimsOnlyWhatIsProven_data();
    void meaningClaimsOnlyWhatIsProven();
    void sentences_data();
    void sentences();
    void certificates();
    void ageOfTheOldCertificate();
    void endpoints();
    void detailsHoldStatusAndText();
    void accessWords();
};

void TestErrorSentences::everyKindHasASentenceForEveryOperation()
{
    for (const Kind kind : kinds()) {
        for (const Operation deed : Deeds) {
            const ErrorSentence said = sentenceFor(answeredErrorOf(kind), deed, u"prod-eu"_s);
            const QByteArray where =
                QByteArray::number(int(kind)) + ' ' + QByteArray::number(int(deed));
            QVERIFY2(!said.cause.isEmpty(), where);
            QVERIFY2(said.cause.endsWith(u'.'), where);
            QVERIFY2(!said.advice.isEmpty(), where);
            QVERIFY2(said.advice.endsWith(u'.'), where);
            QVERIFY2(!said.plain().contains(u"%"), where);
            QVERIFY2(!said.plain().contains(u"  "), where);
        }
    }
}

void TestErrorSentences::causesAreDistinct()
{
    for (const Operation deed : Deeds) {
        QSet<QString> causes;
        for (const Kind kind : kinds())
            causes.insert(sentenceFor(answeredErrorOf(kind), deed, u"prod-eu"_s).cause);
        QCOMPARE(causes.size(), kinds().size());
    }
}

void TestErrorSentences::hostileTextIsMadeVisibleAndCapped()
{
    const QString server = u"s\u202E\n"_s + QString(10'000, u's');
    for (const Kind kind : kinds()) {
        for (const Operation deed : Deeds) {
            const QString said = sentenceFor(hostile(kind), deed, server).plain();
            QVERIFY2(isTame(said), qPrintable(said));
            QVERIFY2(said.size() < 2000, qPrintable(said));
        }
        const QString details = technicalDetails(hostile(kind));
        QVERIFY2(isTame(QString(details).remove(u'\n')), qPrintable(details));
    }
}

void TestErrorSentences::meaningClaimsOnlyWhatIsProven_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Operation>("deed");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("saysNot");

    const QString nothing = u"Nothing was made."_s;
    for (const Kind kind : {Kind::ConnectionRefused, Kind::NotSent, Kind::BadRequest,
                            Kind::Escalation, Kind::Unauthenticated, Kind::CertificateRefused})
        QTest::addRow("generate %d: nothing", int(kind))
            << kind << Operation::Generate << nothing << u"may have"_s;
    for (const Kind kind :
         {Kind::TimedOut, Kind::ConnectionLost, Kind::ServerFailed, Kind::BadGateway,
          Kind::GatewayTimedOut, Kind::BadJson, Kind::EmptyReply, Kind::Cancelled})
        QTest::addRow("generate %d: not known", int(kind))
            << kind << Operation::Generate << u"not known"_s << nothing;
    QTest::newRow("may be created")
        << Kind::MayBeCreated << Operation::Generate << u"may have been created"_s << nothing;
    QTest::newRow("value lost") << Kind::ValueLost << Operation::Generate << u"was made"_s
                                << nothing;
    // What became of a revoke is a verdict's to say: revokeSentence().
    for (const Kind kind : {Kind::ConnectionLost, Kind::Forbidden, Kind::NotFound,
                            Kind::UnexpectedStatus, Kind::CertificateChanged})
        QTest::addRow("revoke %d: no guess", int(kind))
            << kind << Operation::Revoke << u"."_s << u"revoked"_s;
    QTest::newRow("first contact")
        << Kind::CertificateRefused << Operation::Connect
        << u"No credential was sent with this request."_s << u"Nothing was sent"_s;
    QTest::newRow("changed") << Kind::CertificateChanged << Operation::Connect
                             << u"No credential was sent with this request."_s
                             << u"is not trusted"_s;
    // A password may have been sent for the session before.
    for (const Kind kind : {Kind::ConnectionRefused, Kind::Unreachable, Kind::ConnectionLost,
                            Kind::TimedOut, Kind::BadCaFile})
        QTest::addRow("connect %d: not proven", int(kind))
            << kind << Operation::Connect << u" "_s << u"No credential"_s;
    // A 400 of a server of TLS, to plain HTTP.
    QTest::newRow("plain HTTP to a TLS port")
        << Kind::TlsFailed << Operation::Connect << u"encrypted"_s << u"No credential"_s;
    QTest::newRow("changed before a generate")
        << Kind::CertificateChanged << Operation::Generate << nothing << u"not known"_s;
    QTest::newRow("refused later") << Kind::Unauthenticated << Operation::Connect
                                   << u"did not accept"_s << u"No credential was sent"_s;
}

void TestErrorSentences::refusedTokenIsExplainedByItsClaims()
{
    using Outcome = ApiError::CredentialFate;
    ApiError error = answeredErrorOf(Kind::Unauthenticated);
    error.httpStatus = 401;
    error.serverText = u"credentials not found: token-based: cannot extract identity: token "
                       "validation failed"_s;
    error.credentialTime = 1'785'715'200'000; // 2026-08-03
    const auto saidOf = [&](Outcome fate) {
        error.credentialFate = fate;
        return sentenceFor(error, Operation::List, u"prod-eu"_s).plain();
    };
    QVERIFY(saidOf(Outcome::Expired).contains(u"expired on 3 Aug"));
    QVERIFY(saidOf(Outcome::NotYetValid).contains(u"clock may be wrong"));
    QVERIFY(
        saidOf(Outcome::StillValid).contains(u"so it was revoked or belongs to another Central."));
    QVERIFY(saidOf(Outcome::NotSaid).contains(u"Central does not say which"));
}

// Variables and options to those who used them, the connection to those in the window.
void TestErrorSentences::adviceNamesVariablesOrSettings()
{
    for (const Kind kind : kinds()) {
        for (const Operation deed : Deeds) {
            const QString said = sentenceFor(answeredErrorOf(kind), deed, u"prod-eu"_s).plain();
            const bool isOfLaunch = said.contains(u"ROX_") || said.contains(u"--");
            QVERIFY2(!isOfLaunch || deed == Operation::Launch, qPrintable(said));
        }
    }
    for (const Kind kind :
         {Kind::BadEndpoint, Kind::BadCaFile, Kind::BadCredential, Kind::CertificateRefused}) {
        QVERIFY(sentenceFor(answeredErrorOf(kind), Operation::Launch, {})
                    .advice.contains(u"with ROX_"));
        QVERIFY(sentenceFor(answeredErrorOf(kind), Operation::Connect, {})
                    .advice.contains(u"connection"));
    }
}

void TestErrorSentences::plainHttpOnATlsPortIsToldToUseHttps()
{
    ApiError error = answeredErrorOf(Kind::TlsFailed);
    error.httpStatus = 400;
    QVERIFY2(sentenceFor(error, Operation::Connect, u"lab"_s).plain().contains(u"https://"_s),
             qPrintable(sentenceFor(error, Operation::Connect, u"lab"_s).plain()));
    error.httpStatus = 0;
    QVERIFY(!sentenceFor(error, Operation::Connect, u"lab"_s).plain().contains(u"https://"_s));
}

void TestErrorSentences::refusedCertificateIsShort()
{
    ApiError error = answeredErrorOf(Kind::CertificateRefused);
    CertificateFacts facts;
    facts.sha256 = QByteArray(32, '\x5A');
    facts.issuer = u"StackRox Certificate Authority"_s;
    facts.names = {u"central.stackrox"_s};
    facts.problems = {CertificateFacts::Problem::UnknownIssuer};
    error.certificate = facts;
    for (const Kind kind : {Kind::CertificateRefused, Kind::CertificateChanged}) {
        error.kind = kind;
        const QString said = sentenceFor(error, Operation::Connect, u"lab"_s).plain();
        QVERIFY2(!said.contains(u"5A:5A"_s), qPrintable(said));
        QVERIFY(technicalDetails(error).contains(facts.fingerprint()));
    }
}

void TestErrorSentences::filesWithoutACertificate()
{
    ApiError error = answeredErrorOf(Kind::BadCaFile);
    error.detail.clear();
    error.about = u"/tmp/ca.key"_s;
    error.caFileFault = CaFileFault::NoCertificate;
    const ErrorSentence none = sentenceFor(error, Operation::Connect, {});
    QCOMPARE(none.cause, u"No certificate in this file."_s);
    QCOMPARE(none.advice, u"It is /tmp/ca.key. A PEM file begins with “-----BEGIN "
                          "CERTIFICATE-----”. Choose another file as the connection's CA "
                          "certificate file."_s);
    error.caFileFault = CaFileFault::Unreadable;
    error.about = u"/tmp/ca.pem"_s;
    error.detail = u"No such file or directory"_s;
    QCOMPARE(sentenceFor(error, Operation::Connect, {}).plain(),
             u"The CA certificate file cannot be used. /tmp/ca.pem: No such file or directory. "
             "Choose another file as the connection's CA certificate file."_s);
    error.detail.clear();
    QStringList causes;
    for (const auto fault :
         {CaFileFault::TooBig, CaFileFault::Empty, CaFileFault::NoCertificate,
          CaFileFault::PrivateKey, CaFileFault::CertificateRequest, CaFileFault::Pkcs7,
          CaFileFault::Pkcs12, CaFileFault::Broken, CaFileFault::NotAnAuthority}) {
        error.caFileFault = fault;
        const ErrorSentence said = sentenceFor(error, Operation::Launch, {});
        QVERIFY2(said.advice.startsWith(u"It is /tmp/ca.pem."), qPrintable(said.advice));
        causes.append(said.cause);
    }
    QCOMPARE(causes.removeDuplicates(), 0);
    error = answeredErrorOf(Kind::BadCredential);
    error.detail = u"No browser could be opened."_s;
    QVERIFY(sentenceFor(error, Operation::Connect, {})
                .advice.startsWith(u"No browser could be opened. Give"));
}

void TestErrorSentences::gatewayAnswersAreNamed_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("says");
    const auto between = u"between here and Central"_s;
    QTest::newRow("464, empty") << Kind::UnexpectedStatus << 464 << QString() << between;
    QTest::newRow("520") << Kind::ServerFailed << 520 << QString() << between;
    QTest::newRow("redirect without a target") << Kind::Redirected << 304 << QString() << between;
    QTest::newRow("empty") << Kind::EmptyReply << 204 << QString() << between;
    QTest::newRow("compressed") << Kind::NotCentral << 200
                                << u"compressed though not asked for: br"_s
                                << u"compressed, though this was not asked for"_s;
    QTest::newRow("JSON as text") << Kind::NotCentral << 200 << u"text/plain"_s << between;
    QTest::newRow("type is named")
        << Kind::NotCentral << 200 << u"text/plain"_s << u"type text/plain"_s;
    QTest::newRow("sign-in page") << Kind::NotCentral << 200 << u"text/html; charset=utf-8"_s
                                  << u"a sign-in page of the network"_s;
    QTest::newRow("page that refuses") << Kind::NotCentral << 403 << QString() << u"not Central"_s;
}

void TestErrorSentences::gatewayAnswersAreNamed()
{
    QFETCH(Kind, kind);
    QFETCH(int, status);
    QFETCH(QString, detail);
    QFETCH(QString, says);
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.detail = detail;
    const QString said = sentenceFor(error, Operation::List, u"prod-eu"_s).plain();
    QVERIFY2(said.contains(u"status "_s + QString::number(status)), qPrintable(said));
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestErrorSentences::badProxyNamesVariableAndValue()
{
    ApiError error;
    error.kind = Kind::BadProxy;
    error.about = u"https_proxy"_s;
    error.detail = u"https://proxy.example:3128"_s;
    QCOMPARE(sentenceFor(error, Operation::Connect, u"prod-eu"_s).plain(),
             u"The proxy that https_proxy names cannot be used. Its value is "
             "“https://proxy.example:3128”: Rox Tokens uses proxies of http:// and socks5://. "
             "Correct it, or name the host in no_proxy, then start Rox Tokens again."_s);
}

void TestErrorSentences::signingInAgain()
{
    ApiError error;
    error.kind = Kind::SignInEnded;
    QCOMPARE(sentenceFor(error, Operation::Connect, u"prod-eu"_s).plain(),
             u"Your sign-in to prod-eu has ended. Sign in again."_s);
    error.serverText = u"failed to obtain new access token"_s;
    QVERIFY(sentenceFor(error, Operation::List, u"prod-eu"_s)
                .advice.contains(u"Central says: “failed to obtain new access token”"));
    error = {};
    error.kind = Kind::NoBrowserSignIn;
    QCOMPARE(sentenceFor(error, Operation::Connect, u"prod-eu"_s).plain(),
             u"This Central has no sign-in through the browser. Sign in with a password or an API "
             "token."_s);
}

// Of the token no more than Central said.
void TestErrorSentences::refusedCredentialIsExplained()
{
    const QStringList texts{
        u"x: failed to resolve user roles"_s,
        u"access for this user is not authorized: no valid role, please contact …"_s,
        u"credentials not found: token-based: cannot extract identity: could not determine token "
        "type"_s,
        u"failed to authenticate: not authorized: invalid username and/or password"_s,
        u"credentials not found: token-based: cannot extract identity: token validation failed"_s,
        u"credentials not found"_s,
        QString()};
    QSet<QString> said;
    ApiError error = answeredErrorOf(Kind::Unauthenticated);
    error.httpStatus = 401;
    for (const QString &text : texts) {
        error.serverText = text;
        const ErrorSentence sentence = sentenceFor(error, Operation::Connect, u"prod-eu"_s);
        said.insert(sentence.advice);
        QCOMPARE(sentence.plain().contains(u"revoked"), text.contains(u"token validation failed"));
    }
    QCOMPARE(said.size(), texts.size());
    error.serverText = texts.at(2);
    QVERIFY(sentenceFor(error, Operation::Connect, {})
                .plain()
                .contains(u"It is a token without a role. Sign in with a token that has one."));
    error.serverText = texts.at(5);
    const QString bare = sentenceFor(error, Operation::Connect, {}).plain();
    QCOMPARE(bare, u"Central did not accept the credential. Central says: “credentials not found” "
                   "Try again; if it stays so, sign in with another credential."_s);
}

void TestErrorSentences::browserSignInWithoutASession()
{
    ApiError error;
    error.kind = Kind::Unauthenticated;
    error.serverText = u"access_denied: <b>no\u202E</b>"_s;
    QCOMPARE(sentenceFor(error, Operation::Connect, u"prod-eu"_s).plain(),
             u"Central did not sign you in. Central says: “access_denied: <b>no⟨U+202E⟩</b>” Sign "
             "in again, or ask an administrator of this Central."_s);
    error.serverText = QString(5000, u'q');
    const QString capped = sentenceFor(error, Operation::Connect, u"prod-eu"_s).plain();
    QVERIFY(capped.contains(u"q…”") && capped.size() < 500);
}

void TestErrorSentences::meaningClaimsOnlyWhatIsProven()
{
    QFETCH(Kind, kind);
    QFETCH(Operation, deed);
    QFETCH(QString, says);
    QFETCH(QString, saysNot);
    const QString said = sentenceFor(answeredErrorOf(kind), deed, u"prod-eu"_s).plain();
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY2(!said.contains(saysNot), qPrintable(said));
}

void TestErrorSentences::sentences_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("serverText");
    QTest::addColumn<QString>("says");

    QTest::newRow("refused") << Kind::ConnectionRefused << QString()
                             << u"prod-eu cannot be reached: connection refused."_s;
    QTest::newRow("changed")
        << Kind::CertificateChanged << QString()
        << u"prod-eu shows another certificate than the one you trusted. "
           "Either it was renewed, or somebody stands between you and Central."_s;
    QTest::newRow("changed next")
        << Kind::CertificateChanged << QString()
        << u"Compare the fingerprint with whoever runs this Central before "
           "you trust the new one."_s;
    QTest::newRow("proxy") << Kind::ProxyFailed << QString() << u"https_proxy"_s;
    QTest::newRow("401") << Kind::Unauthenticated
                         << u"credentials not found: token-based: cannot extract identity: token "
                            "validation failed"_s
                         << u"It expired, was revoked or is unknown: Central does not say which."_s;
    QTest::newRow("401 next") << Kind::Unauthenticated << QString()
                              << u"sign in with another credential"_s;
    const QString wrongPassword =
        u"failed to authenticate: not authorized: invalid username and/or password"_s;
    QTest::newRow("wrong password")
        << Kind::Unauthenticated << wrongPassword << u"The user name or the password is wrong. "_s;
    QTest::newRow("wrong password next")
        << Kind::Unauthenticated << wrongPassword << u"Check both, then sign in again."_s;
    QTest::newRow("wrong password, by the header")
        << Kind::Unauthenticated
        << u"credentials not found: basic: cannot extract identity: failed to identify user with "
           "username \"admin\""_s
        << u"The user name or the password is wrong."_s;
    QTest::newRow("401 outage") << Kind::Unauthenticated << u"x: failed to resolve user roles"_s
                                << u"the credential may still be good"_s;
    QTest::newRow("401 roles gone")
        << Kind::Unauthenticated
        << u"access for this user is not authorized: no valid role, please contact …"_s
        << u"None of its roles exists any more."_s;
    QTest::newRow("403") << Kind::Forbidden
                         << u"not authorized: \"READ_WRITE_ACCESS\" for \"Integration\""_s
                         << u"Its roles lack write access to Integration."_s;
    QTest::newRow("quoted") << Kind::BadRequest << u"role(s) A don't exist: invalid arguments"_s
                            << u"Central says: “role(s) A don't exist: invalid arguments”"_s;
    QTest::newRow("503") << Kind::Unavailable << QString()
                         << u"Central answered 503, service unavailable."_s;
    QTest::newRow("not sent") << Kind::NotSent << QString()
                              << u"Nothing reached Central: you can try again."_s;
    QTest::newRow("capped") << Kind::BadRequest << QString(5000, u'q') << u"q…”"_s;
}

void TestErrorSentences::sentences()
{
    QFETCH(Kind, kind);
    QFETCH(QString, serverText);
    QFETCH(QString, says);
    ApiError error = answeredErrorOf(kind);
    error.serverText = serverText;
    const QString said = sentenceFor(error, Operation::Generate, u"prod-eu"_s).plain();
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestErrorSentences::certificates()
{
    using Problem = CertificateFacts::Problem;
    CertificateFacts facts;
    facts.sha256 = QByteArray(32, '\x0F');
    facts.issuer = u"Some CA"_s;
    facts.names = {u"central.stackrox"_s};
    facts.notAfter = 1'785'715'200'000; // 2026-08-03
    facts.notBefore = 1'785'715'200'000;
    facts.problems = {Problem::UnknownIssuer, Problem::SelfSigned,  Problem::WrongName,
                      Problem::Expired,       Problem::NotYetValid, Problem::Revoked,
                      Problem::Weak,          Problem::Other};
    const QStringList said = certificateProblems(facts, u"central.example.com"_s);
    QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), 8);
    QVERIFY(said.contains(u"It is self-signed."_s));
    QVERIFY(said.contains(u"It names central.stackrox, not central.example.com."_s));
    QVERIFY(said.contains(u"It expired on 3 Aug 2026."_s));

    QVERIFY(certificateProblems(facts, {}).join(u' ').contains(u"clock of this computer"_s));
    QVERIFY(said.contains(u"Its key or its signature is too weak to be safe."_s));

    ApiError error = answeredErrorOf(Kind::CertificateRefused);
    error.certificate = facts;
    const QString all = sentenceFor(error, Operation::Connect, u"central.example.com"_s).plain();
    QVERIFY(!all.contains(u"ROX_CA_CERT_FILE"));
    QVERIFY(all.endsWith(u"or give the connection its CA certificate file."));
    QVERIFY(
        sentenceFor(error, Operation::Launch, {}).plain().contains(u"ROX_CA_CERT_FILE or --ca"));

    // The name that was asked for, not the one the user knows it by.
    error.host = u"127.0.0.1"_s;
    QVERIFY(sentenceFor(error, Operation::Connect, u"prod-us"_s)
                .plain()
                .contains(u"It names central.stackrox, not 127.0.0.1."));
    // Of a known issuer: its authority is of no use.
    error.certificate->problems = {Problem::Expired};
    const QString expired = sentenceFor(error, Operation::Connect, u"prod-us"_s).plain();
    QVERIFY2(!expired.contains(u"CA certificate file"), qPrintable(expired));
}

void TestErrorSentences::ageOfTheOldCertificate()
{
    CertificateFacts old;
    old.notBefore = 0;
    old.notAfter = 365 * DayMs;
    const auto said = [&](UtcMs now) { return certificateAge(certificateChange(old, {}, now)); };
    QVERIFY2(said(175 * DayMs).contains(u"6 month"), qPrintable(said(175 * DayMs)));
    QVERIFY(said(175 * DayMs).endsWith(u": a renewal now would be unusual."_s));
    QVERIFY2(said(355 * DayMs).contains(u" 10 day"), qPrintable(said(355 * DayMs)));
    QVERIFY(!said(355 * DayMs).contains(u"unusual"_s));
    QCOMPARE(said(366 * DayMs), u"The old certificate was at its end: a renewal was due."_s);
    old.notAfter = NoTime;
    QCOMPARE(said(0), QString());
}

void TestErrorSentences::endpoints()
{
    QSet<QString> said;
    const QMetaEnum faults = QMetaEnum::fromType<Endpoint::Fault>();
    for (int i = 0; i < faults.keyCount(); ++i)
        said.insert(sentenceFor(Endpoint::Fault(faults.value(i)), u"user:pass@\u202Ehost"_s));
    QCOMPARE(said.size(), faults.keyCount());
    for (const QString &sentence : std::as_const(said))
        QVERIFY2(isTame(sentence), qPrintable(sentence));
    QVERIFY(!sentenceFor(Endpoint::Fault::UserInfo, u"user:pass@host"_s).contains(u"pass@"));
}

void TestErrorSentences::detailsHoldStatusAndText()
{
    ApiError error = answeredErrorOf(Kind::Escalation);
    error.httpStatus = 403;
    error.grpcCode = 7;
    error.serverText = u"not authorized: 1 error occurred:\n\t* resource=Image"_s;
    error.detail = u"byte 17"_s;
    QCOMPARE(technicalDetails(error),
             u"Kind: Escalation\nHTTP status: 403\ngRPC code: 7\nCentral: not authorized: 1 error "
             "occurred:\n * resource=Image\nDetail: byte 17"_s);
    // They are copied into tickets: what a proxy quotes of our request is not.
    error.serverText = u"GET /v1/apitokens Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3M"_s;
    QVERIFY(technicalDetails(error).contains(u"GET /v1/apitokens"));
    QVERIFY(!technicalDetails(error).contains(u"eyJ"));
}

void TestErrorSentences::accessWords()
{
    QCOMPARE(accessWord(u"READ_WRITE_ACCESS"_s), u"Read and write"_s);
    QCOMPARE(accessWord(u"READ_ACCESS"_s), u"Read"_s);
    QCOMPARE(accessWord(u"NO_ACCESS"_s), u"No access"_s);
    QVERIFY(isTame(accessWord(u"NEW\u202E_ACCESS"_s)));
}

QTEST_GUILESS_MAIN(TestErrorSentences)
#include "tst_errortext.moc"
