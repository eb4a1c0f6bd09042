// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokencreator.h"

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto TokenPrefix = "auth-token:"_L1;
constexpr auto SingleSignOnPrefix = "sso:"_L1;

} // namespace

QString TokenCreator::tokenId() const
{
    return userId.startsWith(TokenPrefix) ? userId.mid(TokenPrefix.size()) : QString();
}

QString TokenCreator::userName() const
{
    if (userId.startsWith(SingleSignOnPrefix)) {
        const auto user = userId.indexOf(u':', SingleSignOnPrefix.size());
        if (user >= 0 && user + 1 < userId.size())
            return userId.mid(user + 1);
    }
    return isToken() ? tokenId() : userId;
}

QString userIdOfToken(const QString &tokenId)
{
    return TokenPrefix + tokenId;
}

NoCreator whyNoCreator(const CreatorCoverage &coverage, UtcMs issuedAt, UtcMs now)
{
    using Why = NoCreator::Why;
    const bool wasAsked = coverage.until != NoTime && issuedAt < coverage.until;
    if (!wasAsked && coverage.isForbidden)
        return {Why::Forbidden};
    if (coverage.until == NoTime || issuedAt == NoTime)
        return {Why::NotAsked};
    if (coverage.gapUntil != NoTime && issuedAt < coverage.gapUntil) {
        if (coverage.gapFrom == NoTime)
            return {Why::TooOld};
        const UtcMs gap = coverage.gapUntil + CreatorsAreToldFor - coverage.gapFrom;
        return issuedAt < coverage.gapFrom ? NoCreator{Why::NotTold}
                                           : NoCreator{Why::Gap, int(gap / DayMs)};
    }
    return {now - issuedAt < CreatorsAreToldWithin ? Why::NotYet : Why::NotTold};
}

} // namespace rox
