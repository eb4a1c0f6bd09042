// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/derivedrows.h"

#include "models/tokens/tokentext.h"

#include <algorithm>
#include <utility>

namespace rox {

namespace {

using Row = TokenTable::Row;

/// Fills in what became of the tokens since changes were last marked as seen. Looks only at rows
/// that may have changed.
void findChanges(const TokenTable &table, const TokenKnowledge &known, UtcMs now,
                 DerivedRows &derived)
{
    const auto look = [&](Row row) {
        const TokenChange change = known.changeOf(table, row, now);
        if (change.kind == TokenChange::Kind::None)
            return;
        derived.changed.resize(table.size());
        if (std::exchange(derived.changed[row], 1) != 0 || change.isByUs)
            return;
        ++derived.byOthers[std::size_t(change.kind)];
        if (change.kind != TokenChange::Kind::New)
            return;
        const TokenLife *life = known.lifeOf(table, row);
        const bool isKnown = life && life->creator.isKnown();
        ++derived.newBy[isKnown ? TokenText::creator(life) : QString()];
    };
    UtcMs firstSeen = NeverMs; // of all parts
    const auto lookAt = [&](const TokenKnowledge &part) {
        if (!part.history || part.history->seenUntil == NoTime)
            return;
        const TokenHistory &of = *part.history;
        firstSeen = std::min(firstSeen, of.seenUntil);
        QStringList ids;
        for (auto life = of.lives.cbegin(); life != of.lives.cend(); ++life) {
            if (std::max(life->firstList, life->endList) > of.seenList
                || std::max(life->madeAt, life->revokedAt) > of.seenUntil)
                ids.append(life.key());
        }
        for (const Row row : table.find(ids))
            look(row);
    };
    if (known.parts.empty())
        lookAt(known);
    for (const TokenKnowledge &part : known.parts)
        lookAt(part);
    const auto expiries = table.expiryTimes();
    for (Row row = 0; row < table.size() && firstSeen < NeverMs; ++row) {
        if (expiries[row] > firstSeen && expiries[row] <= now)
            look(row);
    }
}

} // namespace

ViewRows rowsOfView(TokenFlags flags, bool isLiveOnly, const TokenTable &table,
                    const TokenKnowledge &known, UtcMs now, const DerivedRowsPtr &derived)
{
    ViewRows rows{flags, {}};
    const FlaggedRows flagged(table, flags, known, now, derived);
    if (flagged.isEmpty())
        return rows;
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    rows.isOf.resize(table.size());
    for (std::size_t row = 0; row < rows.isOf.size(); ++row) {
        const bool isShown = !isLiveOnly || isLive(statusAt(expiries[row], revoked[row] != 0, now));
        rows.isOf[row] = isShown && flagged.contains(Row(row)) ? 1 : 0;
    }
    return rows;
}

DerivedRowsPtr derive(const TokenTable &table, const TokenKnowledge &known, UtcMs now)
{
    auto derived = std::make_shared<DerivedRows>();
    derived->table = table.serial();
    derived->at = now;
    for (const UtcMs expiry : table.expiryTimes()) {
        if (expiry > now)
            derived->until = std::min(derived->until, expiry);
    }
    derived->privileges = overPrivileges(
        table,
        [&](TokenTable::Part part) -> const KnownRoles & { return known.ofPart(part).roles; }, now);
    findChanges(table, known, now, *derived);
    std::vector<ViewRows> ofViews;
    for (const TokenViewInfo &view : tokenViews()) {
        if (view.flags && !(view.flags & FlagsOfIds))
            ofViews.push_back(rowsOfView(view.flags, view.isLiveOnly, table, known, now, derived));
    }
    derived->ofViews = std::move(ofViews);
    return derived;
}

DerivedRowsPtr derivedOf(const TokenTable &table, const TokenKnowledge &known, UtcMs now)
{
    const DerivedRowsPtr &has = known.derived.rows;
    return has && has->holds(table, now) ? has : derive(table, known, now);
}

} // namespace rox
