// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentable.h"

#include "models/tokens/table/tokencolumns.h"
#include "models/tokens/table/tokentablebuilder.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <atomic>

namespace rox {

namespace {

std::string_view asView(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QString asString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

quint64 nextSerial()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace

TokenTable::TokenTable()
    : TokenTable(std::make_shared<const Columns>(), std::vector<quint8>())
{}

TokenTable::TokenTable(std::shared_ptr<const Columns> columns, std::vector<quint8> revoked)
    : m_columns(std::move(columns))
    , m_serial(nextSerial())
{
    auto revocation = std::make_unique<Revocation>();
    revocation->revoked = std::move(revoked);
    m_revocation = std::move(revocation);
}

TokenTable::TokenTable(std::shared_ptr<const Columns> columns,
                       std::unique_ptr<const Revocation> revocation)
    : m_columns(std::move(columns))
    , m_revocation(std::move(revocation))
    , m_serial(nextSerial())
{}

TokenTable::~TokenTable() = default;

TokenTable::Row TokenTable::size() const
{
    return m_columns->size();
}

Token TokenTable::token(Row row) const
{
    return {asString(id(row)), name(row), roles(row), issuedAt(row), expiresAt(row), revoked(row)};
}

const QList<UnreadToken> &TokenTable::unread() const
{
    return m_columns->unread;
}

bool TokenTable::mayBeUnread(const QString &id) const
{
    return std::any_of(unread().cbegin(), unread().cend(), [&id](const UnreadToken &token) {
        return token.id.isEmpty() || token.id == id;
    });
}

std::string_view TokenTable::id(Row row) const
{
    return m_columns->id(row);
}

std::string_view TokenTable::nameUtf8(Row row) const
{
    return m_columns->name(row);
}

QString TokenTable::name(Row row) const
{
    return asString(nameUtf8(row));
}

TokenTable::RoleSet TokenTable::roleSet(Row row) const
{
    return m_columns->roleSets[row];
}

UtcMs TokenTable::issuedAt(Row row) const
{
    return m_columns->issuedAt[row];
}

UtcMs TokenTable::expiresAt(Row row) const
{
    return m_columns->expiresAt[row];
}

bool TokenTable::revoked(Row row) const
{
    return m_revocation->revoked[row] != 0;
}

std::span<const TokenTable::RoleSet> TokenTable::roleSets() const
{
    return m_columns->roleSets;
}

std::span<const UtcMs> TokenTable::issueTimes() const
{
    return m_columns->issuedAt;
}

std::span<const UtcMs> TokenTable::expiryTimes() const
{
    return m_columns->expiresAt;
}

std::span<const quint8> TokenTable::revokedFlags() const
{
    return m_revocation->revoked;
}

std::string_view TokenTable::text() const
{
    return m_columns->text;
}

std::span<const quint64> TokenTable::textOffsets() const
{
    return m_columns->cuts;
}

TokenTable::RoleSet TokenTable::roleSetCount() const
{
    return static_cast<RoleSet>(m_columns->roleLists.size());
}

const QStringList &TokenTable::rolesOf(RoleSet set) const
{
    return m_columns->roleLists[set];
}

TokenTable::Part TokenTable::partOfSet(RoleSet set) const
{
    const auto &parts = m_columns->partOfSet;
    return set < parts.size() ? parts[set] : Part(0);
}

QStringList TokenTable::roleNames() const
{
    std::vector<bool> used(roleSetCount());
    for (const RoleSet set : m_columns->roleSets)
        used[set] = true;
    QSet<QString> names;
    for (RoleSet set = 0; set < roleSetCount(); ++set) {
        if (used[set])
            names += QSet<QString>(rolesOf(set).cbegin(), rolesOf(set).cend());
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

std::optional<TokenTable::Row> TokenTable::find(QStringView id) const
{
    return m_columns->ids().find(asView(id.toUtf8()),
                                 [this](Row row) { return m_columns->id(row); });
}

std::vector<TokenTable::Row> TokenTable::find(const QStringList &ids) const
{
    constexpr qsizetype AtOnce = 32;
    const IdIndex &index = m_columns->ids();
    std::vector<Row> rows;
    rows.reserve(std::size_t(ids.size()));
    std::array<QByteArray, AtOnce> utf8;
    std::array<std::size_t, AtOnce> homes{};
    // Each step waits for memory. Taken for many ids together, they wait once.
    for (qsizetype from = 0; from < ids.size() && !index.isEmpty(); from += AtOnce) {
        const auto count = std::size_t(std::min(AtOnce, ids.size() - from));
        for (std::size_t at = 0; at < count; ++at) {
            utf8[at] = ids.at(from + qsizetype(at)).toUtf8();
            homes[at] = index.fetchHome(asView(utf8[at]));
        }
        for (std::size_t at = 0; at < count; ++at) {
            if (const auto row = index.rowAt(homes[at]))
                __builtin_prefetch(&m_columns->cuts[std::size_t(*row) * 2]);
        }
        for (std::size_t at = 0; at < count; ++at) {
            if (const auto row = index.rowAt(homes[at]))
                __builtin_prefetch(m_columns->id(*row).data());
        }
        for (std::size_t at = 0; at < count; ++at) {
            if (const auto row =
                    index.find(asView(utf8[at]), [this](Row each) { return m_columns->id(each); }))
                rows.push_back(*row);
        }
    }
    return rows;
}

std::vector<TokenTable::Row> TokenTable::liveRowsNamed(QStringView name, UtcMs now) const
{
    const QByteArray utf8 = name.toUtf8();
    std::vector<Row> rows;
    for (Row row = 0; row < size(); ++row) {
        if (nameUtf8(row) == asView(utf8) && isLive(status(row, now)))
            rows.push_back(row);
    }
    return rows;
}

std::span<const quint8> TokenTable::sharedNameFlags() const
{
    return m_revocation->sharesName.get([this] {
        const auto &ranks = m_columns->names().ranks;
        std::vector<quint32> unrevoked(ranks.size()); // by rank
        for (Row row = 0; row < size(); ++row)
            unrevoked[ranks[row]] += revoked(row) ? 0 : 1;
        std::vector<quint8> flags(ranks.size());
        for (Row row = 0; row < size(); ++row)
            flags[row] = unrevoked[ranks[row]] > (revoked(row) ? 0U : 1U);
        return flags;
    });
}

std::string_view TokenTable::searchArena() const
{
    return m_columns->search().text;
}

std::span<const quint64> TokenTable::searchOffsets() const
{
    return m_columns->search().offsets;
}

std::string_view TokenTable::roleSearchArena() const
{
    return m_columns->roleSearch().text;
}

std::span<const quint64> TokenTable::roleSearchOffsets() const
{
    return m_columns->roleSearch().offsets;
}

std::span<const quint32> TokenTable::nameRanks() const
{
    return m_columns->names().ranks;
}

std::span<const TokenTable::Row> TokenTable::rowsBy(SortKey key) const
{
    return m_columns->order(key);
}

void TokenTable::prepare() const
{
    (void)m_columns->ids();
    (void)m_columns->search();
    (void)m_columns->roleSearch();
    (void)rowsBy(SortKey::Expires); // the order that a list opens with; needs the order by name
    (void)sharedNameFlags();
}

TokenTablePtr TokenTable::withRevoked(const QStringList &ids) const
{
    std::vector<quint8> revoked = m_revocation->revoked;
    for (const QString &id : ids) {
        if (const auto row = find(id))
            revoked[*row] = 1;
    }
    return TokenTablePtr(new TokenTable(m_columns, std::move(revoked)));
}

TokenTablePtr TokenTable::withTokens(const QList<Token> &tokens) const
{
    std::vector<quint8> revoked = m_revocation->revoked;
    for (const Token &token : tokens)
        revoked.push_back(token.revoked ? 1 : 0);
    return TokenTablePtr(new TokenTable(m_columns->with(tokens), std::move(revoked)));
}

TokenTablePtr TokenTable::withToken(const Token &token) const
{
    const auto old = find(token.id);
    if (!old)
        return withTokens({token});
    // Rare, so everything is made anew.
    TokenTableBuilder builder;
    builder.reserve(size(), m_columns->text.size() + std::size_t(token.name.size()) * 3);
    for (const UnreadToken &one : unread())
        builder.addUnread(one);
    for (Row row = 0; row < size(); ++row) {
        if (row == *old)
            builder.add(token);
        else
            builder.add(id(row), nameUtf8(row), builder.roleSet(roles(row)), issuedAt(row),
                        expiresAt(row), revoked(row));
    }
    return builder.build();
}

} // namespace rox
