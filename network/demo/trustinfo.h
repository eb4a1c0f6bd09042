// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/authority.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace rox::demo {

/// GET /v1/tls-challenge: Central's own certificate chain, signed by the key of its service
/// certificate, whichever certificate its TLS port serves. The service certificate here is an RSA
/// one, made at the first call because its key takes time. Any thread.
class TrustInfo
{
public:
    /// With @p hasSecondaryCa the answer also has the chain of a second CA, as while Central's CA
    /// is being replaced. Each answer takes at least @p delay. @p authority must outlive this.
    TrustInfo(const Authority &authority, bool hasSecondaryCa, std::chrono::seconds delay = {});

    /// The JSON of a TLSChallengeResponse. Throws ServiceError if @p challengeToken is not the
    /// base64url of 32 bytes.
    std::string answer(const std::string &challengeToken);

private:
    void makeCertificates();

    const Authority &m_authority;
    const bool m_hasSecondaryCa;
    const std::chrono::seconds m_delay;
    std::once_flag m_made;
    std::optional<ServiceCertificate> m_service;
    std::optional<Authority> m_secondaryAuthority;
    std::optional<ServiceCertificate> m_secondaryService;
};

} // namespace rox::demo
