// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/generatecandidates.h"

#include <algorithm>

namespace rox {

QList<Candidate> generateCandidates(const TokenTable &table, const OpenGenerate &lost)
{
    constexpr qsizetype most = 5;
    QList<Candidate> candidates;
    for (const TokenTable::Row row : table.liveRowsNamed(lost.draft.name, lost.askedAt)) {
        const Token token = table.token(row);
        if (token.issuedAt == NoTime || token.issuedAt < lost.askedAt - CandidateSlack
            || token.issuedAt > std::max(lost.askedAt, lost.lostAt) + CandidateSlack
            || lost.ruledOut.contains(token.id) || (lost.before && lost.before->find(token.id)))
            continue;
        candidates.append({token, token.roles == lost.draft.roles, lost.askedAt});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [askedAt = lost.askedAt](const Candidate &a, const Candidate &b) {
                         if (a.sameRoles != b.sameRoles)
                             return a.sameRoles;
                         return qAbs(a.token.issuedAt - askedAt) < qAbs(b.token.issuedAt - askedAt);
                     });
    if (candidates.size() > most)
        candidates.resize(most);
    return candidates;
}

} // namespace rox
