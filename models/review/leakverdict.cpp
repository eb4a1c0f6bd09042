// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakverdict.h"

#include <algorithm>

namespace rox {

LeakVerdict::Meaning LeakVerdict::meaning() const
{
    switch (answer) {
    case Answer::None:
        return Meaning::NotKnown;
    case Answer::Accepted:
        return Meaning::StillWorks;
    case Answer::Refused:
        break;
    }
    switch (entry) {
    case Entry::Active:
        return Meaning::RefusedButActive;
    case Entry::Expired:
        return Meaning::RefusedAndExpired;
    case Entry::Revoked:
        return Meaning::RefusedAndRevoked;
    case Entry::Gone:
    case Entry::NotRead:
        break;
    }
    return Meaning::RefusedAlone;
}

LeakVerdict::Entry entryOf(const Token &token, UtcMs now)
{
    switch (statusAt(token, now)) {
    case TokenStatus::Revoked:
        return LeakVerdict::Entry::Revoked;
    case TokenStatus::Expired:
        return LeakVerdict::Entry::Expired;
    case TokenStatus::Active:
    case TokenStatus::Expiring:
        break;
    }
    return LeakVerdict::Entry::Active;
}

void sortVerdicts(QList<LeakVerdict> *verdicts)
{
    std::stable_sort(verdicts->begin(), verdicts->end(),
                     [](const LeakVerdict &one, const LeakVerdict &other) {
                         return one.meaning() < other.meaning();
                     });
}

} // namespace rox
