// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/connectionsamples.h"

#include <QDateTime>
#include <QTimeZone>

namespace rox::samples {

using namespace Qt::StringLiterals;

namespace {

UtcMs noon(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace

Endpoint endpoint(const QString &text)
{
    return Endpoint::parse(text).value();
}

ServerProfile profile()
{
    ServerProfile made;
    made.id = QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    made.name = u"prod-us"_s;
    made.colorName = u"plum"_s;
    made.endpoint = endpoint(u"central-us.acme.example"_s);
    return made;
}

UtcMs inJanuary()
{
    return noon(2027, 1, 12);
}

CertificateFacts trustedCertificate()
{
    CertificateFacts facts;
    facts.sha256 =
        QByteArray::fromHex("8F1C42D70A9E5B3361F4B82C7DE014A93E95C65802BB714DD32A86F1479CE50B");
    facts.subject = u"CENTRAL_SERVICE: Central"_s;
    facts.issuer = u"StackRox Certificate Authority"_s;
    facts.names = {u"central.stackrox"_s, u"central.stackrox.svc"_s};
    facts.notBefore = noon(2026, 3, 3);
    facts.notAfter = noon(2027, 3, 3);
    return facts;
}

CertificateFacts proxyCertificate()
{
    CertificateFacts facts;
    facts.sha256 =
        QByteArray::fromHex("B277094EDC31A56F18C35A90E72DF6840C6BD97341AE28955FE21DB78A0463CF");
    facts.subject = u"CENTRAL_SERVICE: Central"_s;
    facts.issuer = u"acme-proxy-ca"_s;
    facts.names = {u"central-eu.acme.example"_s};
    facts.notBefore = noon(2026, 8, 25);
    facts.notAfter = noon(2026, 11, 23);
    facts.problems = {CertificateFacts::Problem::UnknownIssuer};
    return facts;
}

CertificateDialog::Content unknownCertificate(UtcMs now)
{
    CertificateDialog::Content content;
    content.server = u"prod-us"_s;
    content.endpoint = endpoint(u"central-us.acme.example"_s);
    content.facts = trustedCertificate();
    content.facts.problems = {CertificateFacts::Problem::UnknownIssuer,
                              CertificateFacts::Problem::WrongName};
    content.now = now;
    return content;
}

ChangedCertificateDialog::Content changedCertificate(UtcMs now)
{
    return {u"prod-eu"_s, trustedCertificate(), proxyCertificate(), noon(2026, 3, 4), now, true};
}

} // namespace rox::samples
