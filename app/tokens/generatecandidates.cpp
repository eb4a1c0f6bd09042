// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/generatecandidates.h"

#include <algorithm>

namespace rox {

QList<Candidate> generateCandidates(const TokenTable &table, const OpenGenerate &open,
                                    UtcMs clockAhead)
{
    constexpr qsizetype MaxCandidates = 5;
    const TokenDraft &draft = open.intent.draft;
    const UtcMs askedAt = open.intent.askedAt + clockAhead;
    const UtcMs lostAt = std::max(askedAt, open.lostAt + clockAhead);
    QList<Candidate> candidates;
    for (const TokenTable::Row row : table.liveRowsNamed(draft.name, askedAt)) {
        const Token token = table.token(row);
        if (token.issuedAt == NoTime || token.issuedAt < askedAt - CandidateSlack
            || token.issuedAt > lostAt + CandidateSlack || open.ruledOut.contains(token.id))
            continue;
        candidates.append({token, token.roles == draft.roles, askedAt});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [askedAt](const Candidate &a, const Candidate &b) {
                         if (a.sameRoles != b.sameRoles)
                             return a.sameRoles;
                         return qAbs(a.token.issuedAt - askedAt) < qAbs(b.token.issuedAt - askedAt);
                     });
    if (candidates.size() > MaxCandidates)
        candidates.resize(MaxCandidates);
    return candidates;
}

} // namespace rox
