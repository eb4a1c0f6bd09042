// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "models/tokens/tokensearch.h"
#include "models/tokens/tokenselection.h"
#include "tests/fuzz/fuzzcheck.h"
#include "tests/models/randomtokens.h"

#include <algorithm>
#include <cstdint>

using namespace rox;

namespace {

bool occurs(const Token &token, const SearchWord &searched)
{
    const QString word = QString::fromStdString(searched.text);
    const auto has = [&](const QString &text) { return searchTextOf(text).contains(word); };
    if (searched.isTagOnly) // no token has tags here
        return false;
    return has(token.id)
           || (!searched.isIdOnly
               && (has(token.name) || std::any_of(token.roles.begin(), token.roles.end(), has)));
}

} // namespace

/// Input: four bytes of order and filter, then the search and token names, separated by NUL.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 4)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 4, qsizetype(size) - 4);
    const QList<QByteArray> pieces = bytes.split('\0');
    TokenQuery query;
    query.text = QString::fromUtf8(pieces.first());
    query.sortColumn = columnAt(int(data[0] % tokenColumns().size()));
    query.order = data[1] & 1 ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (data[2] & 1)
        query.status = static_cast<TokenStatus>(data[2] / 2 % TokenStatusCount);
    if (data[2] & 128)
        query.expiry.from = RandomNow + data[3] * DayMs;

    RandomTokens random(data[3]);
    QList<Token> tokens;
    TokenTableBuilder builder;
    for (const QByteArray &name : pieces.mid(1)) {
        tokens.append(random.next());
        tokens.last().name = QString::fromUtf8(name);
        builder.add(tokens.last());
    }
    const TokenTablePtr table = builder.build();
    const TokenSelection selection = select(*table, query, RandomNow);

    std::vector<bool> picked(table->size());
    for (const TokenTable::Row row : selection.rows) {
        FUZZ_CHECK(row < table->size() && !picked[row]);
        picked[row] = true;
    }
    quint32 hits = 0;
    const std::vector<SearchWord> words = TokenSearch(query.text).words();
    for (TokenTable::Row row = 0; row < table->size(); ++row) {
        const Token &token = tokens.at(qsizetype(row));
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const SearchWord &word) { return occurs(token, word); })
                          && (query.expiry.isOpen() || query.expiry.contains(token.expiresAt));
        hits += fits ? 1 : 0;
        const TokenStatus status = statusAt(token, RandomNow, query.expiringWindow);
        const bool shown = fits && (!query.status || *query.status == status);
        FUZZ_CHECK(picked[row] == shown);
    }
    FUZZ_CHECK(selection.countAll() == hits);
    return 0;
}
