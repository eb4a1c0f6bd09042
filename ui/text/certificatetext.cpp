// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/certificatetext.h"

#include "models/servers/certificatechange.h"
#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"
#include "ui/text/times.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextMax = 200;
constexpr int PairsInAGroup = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Certificate)
};

QString leadOf(CertificateFacts::Problem problem)
{
    using Problem = CertificateFacts::Problem;
    switch (problem) {
    case Problem::UnknownIssuer:
        return Words::tr("Unknown issuer.");
    case Problem::SelfSigned:
        return Words::tr("Nobody else vouches for it.");
    case Problem::WrongName:
        return Words::tr("Wrong name.");
    case Problem::Expired:
        return Words::tr("Expired.");
    case Problem::NotYetValid:
        return Words::tr("Not valid yet.");
    case Problem::Revoked:
        return Words::tr("Revoked.");
    case Problem::Weak:
        return Words::tr("Weak signature.");
    case Problem::Other:
        break;
    }
    return Words::tr("Check failed.");
}

QString orDash(const QString &text)
{
    const QString shown = shownText(text.simplified(), TextMax);
    return shown.isEmpty() ? u"–"_s : shown;
}

/// Both ends to the second, in two lines.
QString exactValidity(const CertificateFacts &facts)
{
    const auto exact = [](UtcMs time) {
        //: a day and a time
        return Words::tr("%1, %2").arg(mediumDate(time), clockSeconds(time));
    };
    //: the times between which a certificate is valid
    return Words::tr("%1 to\n%2").arg(exact(facts.notBefore), exact(facts.notAfter));
}

/// Two certificates whose validity differs never read the same.
CertificateRow validityRow(const CertificateFacts &trusted, const CertificateFacts &shown,
                           bool differs)
{
    const bool readTheSame = validityWords(trusted) == validityWords(shown);
    const auto text = [exactly = differs && readTheSame](const CertificateFacts &facts) {
        return exactly ? exactValidity(facts) : validityWords(facts);
    };
    return {Words::tr("Valid"), text(trusted), text(shown), differs};
}

} // namespace

bool isCentralsOwn(const CertificateFacts &facts)
{
    return facts.names.contains("central.stackrox"_L1);
}

QList<CertificateProblem> certificateProblemList(const CertificateFacts &facts, const QString &host)
{
    QList<CertificateProblem> problems;
    for (const CertificateFacts::Problem problem : facts.problems) {
        CertificateFacts one = facts;
        one.problems = {problem};
        const CertificateProblem said = {leadOf(problem),
                                         certificateProblems(one, host).join(u' ')};
        const bool known =
            std::any_of(problems.cbegin(), problems.cend(),
                        [&](const CertificateProblem &other) { return other.text == said.text; });
        if (!known)
            problems.append(said);
    }
    return problems;
}

std::optional<CertificateProblem> certificateHint(const CertificateFacts &facts)
{
    using Problem = CertificateFacts::Problem;
    const bool isUsual = std::all_of(
        facts.problems.cbegin(), facts.problems.cend(), [](CertificateFacts::Problem problem) {
            return problem == Problem::UnknownIssuer || problem == Problem::WrongName;
        });
    if (!isCentralsOwn(facts) || facts.problems.isEmpty() || !isUsual)
        return std::nullopt;
    return CertificateProblem{
        Words::tr("Central's own certificate."),
        Words::tr("Every Central that made its certificate itself looks like this. Take its CA "
                  "file, ca.pem of the secret central-tls: with it Central is checked as roxctl "
                  "does.")};
}

QString fingerprintLines(const QByteArray &sha256, int pairsInALine)
{
    QString lines;
    for (int i = 0; i < sha256.size(); ++i) {
        if (i > 0)
            lines += i % pairsInALine == 0 ? u"\n"_s : i % PairsInAGroup == 0 ? u"  "_s : u":"_s;
        lines += QString::number(uchar(sha256.at(i)), 16).rightJustified(2, u'0').toUpper();
    }
    return lines;
}

QString validityWords(const CertificateFacts &facts)
{
    //: the days between which a certificate is valid
    return Words::tr("%1 to %2").arg(mediumDate(facts.notBefore), mediumDate(facts.notAfter));
}

QString validityWords(const CertificateFacts &facts, UtcMs now)
{
    if (facts.notAfter == NoTime || facts.notAfter <= now)
        return validityWords(facts);
    //: the days between which a certificate is valid, and "190 days left"
    return Words::tr("%1 to %2, %3")
        .arg(mediumDate(facts.notBefore), mediumDate(facts.notAfter),
             timeLeft(facts.notAfter, now));
}

QString shellQuoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

CertificateCheck certificateCheck(const CertificateFacts &facts, const Endpoint &endpoint)
{
    const QString fingerprint = u"openssl x509 -noout -fingerprint -sha256"_s;
    if (isCentralsOwn(facts)) {
        const QString secret =
            u"%1 -n stackrox get secret central-tls -o jsonpath='{.data.cert\\.pem}' | base64 -d | %2"_s;
        CertificateCheck check;
        check.where =
            Words::tr("On a computer that reaches the cluster, run this and compare all 32 pairs:");
        for (const auto program : {"kubectl"_L1, "oc"_L1})
            check.commands.append({program, secret.arg(program, fingerprint)});
        return check;
    }
    const QString host = endpoint.base.host(QUrl::FullyEncoded);
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    const QString place = name + u':' + QString::number(endpoint.base.port());
    return {Words::tr("On a computer that reaches this Central by another network, run this and "
                      "compare all 32 pairs:"),
            {{"openssl"_L1, u"openssl s_client -connect %1 -servername %2 </dev/null | %3"_s.arg(
                                shellQuoted(place), shellQuoted(host), fingerprint)}}};
}

QList<CertificateRow> certificateRows(const CertificateFacts &trusted,
                                      const CertificateFacts &shown, UtcMs trustedAt)
{
    constexpr int pairs = 8;
    const auto seen = [](const CertificateFacts &facts) {
        return facts.sha256.isEmpty() ? u"–"_s : fingerprintLines(facts.sha256, pairs);
    };
    const QString since = trustedAt == NoTime
                              ? Words::tr("trusted by you")
                              : Words::tr("%1, trusted by you").arg(mediumDate(trustedAt));
    using Change = CertificateChange;
    const Change::Parts differing = certificateChange(trusted, shown, 0).differing;
    return {{Words::tr("SHA-256"), seen(trusted), seen(shown),
             differing.testFlag(Change::Fingerprint), true},
            {Words::tr("Subject"), orDash(trusted.subject), orDash(shown.subject),
             differing.testFlag(Change::Subject)},
            {Words::tr("Issuer"), orDash(trusted.issuer), orDash(shown.issuer),
             differing.testFlag(Change::Issuer)},
            {Words::tr("Names"), orDash(trusted.names.join(", "_L1)),
             orDash(shown.names.join(", "_L1)), differing.testFlag(Change::Names)},
            validityRow(trusted, shown, differing.testFlag(Change::Validity)),
            {Words::tr("Known since"), since, Words::tr("first seen today")}};
}

QString renewalWords(const CertificateFacts &trusted, UtcMs now)
{
    if (trusted.notAfter == NoTime || trusted.notBefore == NoTime)
        return Words::tr("Ask whoever runs this Central.");
    if (trusted.notAfter <= now)
        return Words::tr("The old certificate expired on %1: a renewal was due. Ask whoever runs "
                         "this Central.")
            .arg(mediumDate(trusted.notAfter));
    const CertificateChange change = certificateChange(trusted, {}, now);
    //: %1 is "6 months"
    return (change.isEarly
                ? Words::tr("The old certificate still had %1: a renewal now would be unusual. Ask "
                            "whoever runs this Central.")
                //: %1 is "20 days"
                : Words::tr("The old certificate had %1 left: a renewal now would be usual. Ask "
                            "whoever runs this Central."))
        .arg(duration(*change.left));
}

} // namespace rox
