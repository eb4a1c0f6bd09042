// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/certificatechange.h"

#include <algorithm>

namespace rox {

namespace {

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

CertificateChange::Parts differences(const CertificateFacts &one, const CertificateFacts &other)
{
    CertificateChange::Parts parts;
    parts.setFlag(CertificateChange::Fingerprint, one.sha256 != other.sha256);
    parts.setFlag(CertificateChange::Subject, one.subject != other.subject);
    parts.setFlag(CertificateChange::Issuer, one.issuer != other.issuer);
    parts.setFlag(CertificateChange::Names, sorted(one.names) != sorted(other.names));
    parts.setFlag(CertificateChange::Validity,
                  one.notBefore != other.notBefore || one.notAfter != other.notAfter);
    return parts;
}

} // namespace

CertificateChange certificateChange(const CertificateFacts &trusted, const CertificateFacts &shown,
                                    UtcMs now)
{
    CertificateChange change{trusted, shown, differences(trusted, shown), std::nullopt, false};
    if (trusted.notAfter == NoTime)
        return change;
    const UtcMs left = std::max<UtcMs>(trusted.notAfter - now, 0);
    change.left = left;
    change.isEarly =
        trusted.notBefore != NoTime && left > (trusted.notAfter - trusted.notBefore) / 2;
    return change;
}

} // namespace rox
