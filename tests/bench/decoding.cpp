// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/tokendecoder.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

/// The peer of TokenTableBuilder: the same columns, filled by a minimal simdjson loop that assumes
/// Central's field order, reports no errors, and reads times at fixed positions.
struct BareColumns
{
    std::string text;
    std::vector<quint64> cuts{0};
    std::vector<quint32> roleSets;
    std::vector<UtcMs> issuedAt;
    std::vector<UtcMs> expiresAt;
    std::vector<quint8> revoked;
    std::unordered_map<std::string, quint32> sets;

    void read(const simdjson::padded_string &reply);

private:
    quint32 roleSet(simdjson::ondemand::array roles);
    std::string m_key;
};

int digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    for (std::size_t at = from; at < from + count; ++at)
        value = value * 10 + (text[at] - '0');
    return value;
}

UtcMs bareTime(std::string_view text)
{
    using namespace std::chrono;
    const sys_days day = year(digits(text, 0, 4)) / digits(text, 5, 2) / digits(text, 8, 2);
    return duration_cast<milliseconds>(day.time_since_epoch() + hours(digits(text, 11, 2))
                                       + minutes(digits(text, 14, 2))
                                       + seconds(digits(text, 17, 2)))
        .count();
}

quint32 BareColumns::roleSet(simdjson::ondemand::array roles)
{
    m_key.clear();
    for (auto role : roles) {
        m_key += std::string_view(role);
        m_key += '\0';
    }
    return sets.try_emplace(m_key, quint32(sets.size())).first->second;
}

void BareColumns::read(const simdjson::padded_string &reply)
{
    // The same reservations as TokenTableBuilder.
    const std::size_t rows = reply.size() / 240;
    text.reserve(rows * 64);
    cuts.reserve(rows * 2 + 1);
    roleSets.reserve(rows);
    issuedAt.reserve(rows);
    expiresAt.reserve(rows);
    revoked.reserve(rows);
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(reply);
    for (simdjson::ondemand::object token : document["tokens"]) {
        text += std::string_view(token.find_field("id"));
        cuts.push_back(text.size());
        text += std::string_view(token.find_field("name"));
        cuts.push_back(text.size());
        roleSets.push_back(roleSet(token.find_field("roles").get_array()));
        issuedAt.push_back(bareTime(token.find_field("issuedAt")));
        expiresAt.push_back(bareTime(token.find_field("expiration")));
        revoked.push_back(bool(token.find_field("revoked")) ? 1 : 0);
    }
}

QList<Token> throughQJsonDocument(const QByteArray &reply)
{
    QList<Token> tokens;
    const QJsonArray list = QJsonDocument::fromJson(reply).object()["tokens"_L1].toArray();
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        Token token;
        token.id = object["id"_L1].toString();
        token.name = object["name"_L1].toString();
        for (const auto &role : object["roles"_L1].toArray())
            token.roles.append(role.toString());
        token.revoked = object["revoked"_L1].toBool();
        tokens.append(token);
    }
    return tokens;
}

} // namespace

void benchDecoding(const QByteArray &reply)
{
    // Each run decodes and frees its own copy of the reply. Copying is not measured, because the
    // network layer fills the buffer.
    constexpr int Runs = 15;
    std::vector<ReplyBody> bodies;
    std::vector<simdjson::padded_string> replies;
    for (int run = 0; run < Runs; ++run) {
        bodies.emplace_back(reply);
        replies.emplace_back(reply.constData(), std::size_t(reply.size()));
    }
    const auto ours = [&] {
        auto table = decodeTokenList(std::move(bodies.back()), {});
        bodies.pop_back();
        keep(table);
    };
    const auto bare = [&] {
        BareColumns columns;
        columns.read(replies.back());
        replies.pop_back();
        keep(columns);
    };
    const Pair times = medianMsBeside(Runs, ours, bare);
    print({u"decode and build the table, 100 k"_s,
           times.ours,
           times.peer,
           u"bare simdjson pass, same columns"_s,
           {Bar::Of::Ratio, 1.3}});
    const double qt = medianMs(3, [&] { keep(throughQJsonDocument(reply)); });
    print({u"the same"_s,
           times.ours,
           qt,
           u"QJsonDocument to a list of tokens"_s,
           {Bar::Of::Ratio, 1}});

    std::vector<TokenTablePtr> tables;
    tables.reserve(5);
    for (int run = 0; run < 5; ++run)
        tables.push_back(tableOf(reply));
    const double prepare = medianMs(5, [&] {
        tables.back()->prepare();
        tables.pop_back();
    });
    print({u"prepare: search text, ids, orders, 100 k"_s,
           prepare,
           qt,
           u"QJsonDocument to a list of tokens"_s,
           {}});
}

} // namespace rox::bench
