// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"

#include "models/tokens/table/tokencolumns.h"

#include <QHashFunctions>

#include <array>
#include <cstring>
#include <unordered_map>

namespace rox {

namespace {

/// Seeded for each run; looks up without making a string.
struct Hash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return qHashBits(text.data(), text.size(), QHashSeed::globalSeed());
    }
};

/// Writes a string that differs for each list of roles: each role after its length.
void writeKey(std::string &key, std::span<const std::string_view> roles)
{
    key.clear();
    for (const std::string_view role : roles) {
        const quint64 size = role.size();
        key.append(reinterpret_cast<const char *>(&size), sizeof size);
        key.append(role);
    }
}

/// Whether writeKey() would write this key, without writing it.
bool isKeyOf(std::string_view key, std::span<const std::string_view> roles)
{
    for (const std::string_view role : roles) {
        quint64 size = 0;
        if (key.size() < sizeof size + role.size())
            return false;
        std::memcpy(&size, key.data(), sizeof size);
        if (size != role.size() || key.substr(sizeof size, role.size()) != role)
            return false;
        key.remove_prefix(sizeof size + role.size());
    }
    return key.empty();
}

/// The role sets that were asked for last. Most tokens have one of a few, and need no hash.
class RecentSets
{
public:
    struct Slot
    {
        const std::string *key = nullptr; ///< of the map, which keeps it where it is
        TokenTable::RoleSet set = 0;
    };

    [[nodiscard]] Slot &slotOf(std::span<const std::string_view> roles)
    {
        const std::string_view first = roles.empty() ? std::string_view() : roles.front();
        const std::size_t sum =
            roles.size() * 5 + first.size() * 3 + (first.empty() ? 0 : std::size_t(first.front()));
        return m_slots[sum % m_slots.size()];
    }

private:
    std::array<Slot, 64> m_slots;
};

} // namespace

struct TokenTableBuilder::Filling
{
    std::shared_ptr<TokenTable::Columns> columns = std::make_shared<TokenTable::Columns>();
    std::vector<quint8> revoked;
    std::unordered_map<std::string, TokenTable::RoleSet, Hash, std::equal_to<>> sets;
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> roles; ///< each text once
    RecentSets recent;
    std::string key; ///< kept for its memory

    QString role(std::string_view utf8)
    {
        auto known = roles.find(utf8);
        if (known == roles.end()) {
            QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
            known = roles.emplace(std::string(utf8), std::move(text)).first;
        }
        return known->second;
    }

    TokenTable::RoleSet newSet(std::span<const std::string_view> roleTexts)
    {
        QStringList list;
        list.reserve(qsizetype(roleTexts.size()));
        for (const std::string_view text : roleTexts)
            list.append(role(text));
        columns->roleLists.push_back(std::move(list));
        return static_cast<TokenTable::RoleSet>(columns->roleLists.size() - 1);
    }
};

TokenTableBuilder::TokenTableBuilder()
    : m_filling(std::make_unique<Filling>())
{}

TokenTableBuilder::~TokenTableBuilder() = default;

void TokenTableBuilder::reserve(std::size_t rows, std::size_t textBytes)
{
    TokenTable::Columns &columns = *m_filling->columns;
    columns.text.reserve(textBytes);
    columns.cuts.reserve(rows * 2 + 1);
    columns.roleSets.reserve(rows);
    columns.issuedAt.reserve(rows);
    columns.expiresAt.reserve(rows);
    m_filling->revoked.reserve(rows);
}

TokenTable::RoleSet TokenTableBuilder::roleSet(std::span<const std::string_view> roles)
{
    RecentSets::Slot &recent = m_filling->recent.slotOf(roles);
    if (!recent.key || !isKeyOf(*recent.key, roles)) {
        writeKey(m_filling->key, roles);
        auto known = m_filling->sets.find(std::string_view(m_filling->key));
        if (known == m_filling->sets.end())
            known = m_filling->sets.emplace(m_filling->key, m_filling->newSet(roles)).first;
        recent = {&known->first, known->second};
    }
    return recent.set;
}

TokenTable::RoleSet TokenTableBuilder::roleSet(const QStringList &roles)
{
    std::vector<QByteArray> utf8;
    std::vector<std::string_view> views;
    utf8.reserve(std::size_t(roles.size()));
    for (const QString &role : roles) {
        const QByteArray &bytes = utf8.emplace_back(role.toUtf8());
        views.emplace_back(bytes.constData(), std::size_t(bytes.size()));
    }
    return roleSet(views);
}

void TokenTableBuilder::add(std::string_view id, std::string_view name, TokenTable::RoleSet roles,
                            UtcMs issuedAt, UtcMs expiresAt, bool revoked)
{
    m_filling->columns->append(id, name, roles, issuedAt, expiresAt);
    m_filling->revoked.push_back(revoked ? 1 : 0);
}

void TokenTableBuilder::add(const Token &token)
{
    const QByteArray id = token.id.toUtf8();
    const QByteArray name = token.name.toUtf8();
    add({id.constData(), std::size_t(id.size())}, {name.constData(), std::size_t(name.size())},
        roleSet(token.roles), token.issuedAt, token.expiresAt, token.revoked);
}

void TokenTableBuilder::addUnread(UnreadToken token)
{
    m_filling->columns->unread.append(std::move(token));
}

TokenTablePtr TokenTableBuilder::build()
{
    const auto filling = std::exchange(m_filling, std::make_unique<Filling>());
    return TokenTablePtr(new TokenTable(std::move(filling->columns), std::move(filling->revoked)));
}

TokenTablePtr TokenTableBuilder::build(PlainColumns columns, std::vector<quint8> revoked,
                                       TableOrders orders)
{
    auto whole = std::make_shared<TokenTable::Columns>();
    static_cast<PlainColumns &>(*whole) = std::move(columns);
    if (orders.byName.size() == whole->size() && whole->size() > 0)
        whole->setOrders(std::move(orders));
    return TokenTablePtr(new TokenTable(std::move(whole), std::move(revoked)));
}

} // namespace rox
