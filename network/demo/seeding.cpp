// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/seeding.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rox::demo {
namespace {

constexpr std::int64_t Hour = 3600;
constexpr std::int64_t Day = 24 * Hour;
constexpr std::int64_t LastSecond = 253402300799; // 9999-12-31T23:59:59Z

/// splitmix64. The distributions of the standard library differ between implementations.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    std::size_t below(std::size_t bound) { return std::size_t(next() % bound); }
    bool oneIn(std::size_t n) { return below(n) == 0; }
    std::int64_t between(std::int64_t lowest, std::int64_t highest)
    {
        return lowest + static_cast<std::int64_t>(below(std::size_t(highest - lowest + 1)));
    }

    template <typename Table>
    const auto &pick(const Table &table)
    {
        return table[below(std::size(table))];
    }

private:
    std::uint64_t m_state;
};

using RoleNames = std::vector<std::string>;

struct HandWritten
{
    std::string name;
    RoleNames roles;
    int lifetimeDays; ///< 0: expires in the year 9999
};

std::string longName()
{
    std::string name = "pipeline";
    while (name.size() < 310)
        name += "-stage-" + std::to_string(name.size());
    return name;
}

const std::vector<HandWritten> &handWritten()
{
    static const std::string ci = "Continuous Integration";
    static const std::vector<HandWritten> all = {
        {"jenkins-prod-eu", {ci}, 365},
        {"jenkins-prod-us", {ci}, 365},
        {"gitlab-runner-07", {ci}, 90},
        {"gitlab-runner-12", {ci}, 90},
        {"tekton-image-check-9", {ci}, 180},
        {"tekton-image-check-10", {ci}, 180},
        {"soc-siem-forwarder", {"Analyst"}, 365},
        {"terraform-state", {"Admin"}, 90},
        {"grafana-export", {"Analyst", "Network Graph Viewer"}, 365},
        {"vuln-report-weekly", {"Vulnerability Report Creator"}, 180},
        {"team-payments-integration", {ci, "Vulnerability Management Requester"}, 365},
        {"Überwachung – Köln", {"Analyst"}, 365},
        {"argo-sync-old", {"Configuration Controller"}, 365},
        {"break-glass-2026", {"Admin"}, 0},
        {"sensor-bootstrap-eu-west-1", {"Sensor Creator"}, 30},
        {"sensor-bootstrap-us-east-2", {"Sensor Creator"}, 30},
        {"token-rotation-bot", {"Token Manager"}, 90},
        {"weekly-access-review", {"Token Auditor"}, 180},
        {"jenkins-prod-eu", {ci}, 30},
        {"本番環境のスキャン", {ci, "Image Writer"}, 365},
        {"\u202bفحص الصور\u202c – ci", {ci}, 180},
        {"deploy 🚀 production", {"Production Deployer"}, 90},
        {"cafe\u0301-scanner", {"Vulnerability Report Creator", "Analyst"}, 365},
        {"nightly\nimage scan", {ci}, 365},
        {longName(), {ci}, 365},
        {"rollout-gate-prod",
         {"Production Deployer", "Production Reader", "Deployment Reader",
          "Vulnerability Management Approver"},
         180},
        {"policy-as-code", {"Configuration Controller"}, 365},
        {"splunk-hec-forwarder", {"Analyst"}, 0},
    };
    return all;
}

constexpr std::array<std::string_view, 24> Tools = {
    "jenkins",        "gitlab-runner",  "tekton-image-check", "argo-sync",
    "github-actions", "circleci",       "spinnaker-gate",     "flux-verify",
    "splunk-export",  "grafana-export", "prometheus-scrape",  "terraform-state",
    "ansible-tower",  "vault-rotate",   "backup-policy",      "vuln-report",
    "roxctl-scan",    "image-scan",     "registry-sync",      "admission-check",
    "sbom-upload",    "cosign-verify",  "compliance-export",  "soc-siem-forwarder"};
constexpr std::array<std::string_view, 12> Teams = {"payments",  "checkout", "identity", "search",
                                                    "logistics", "billing",  "mobile",   "data",
                                                    "platform",  "fraud",    "catalog",  "support"};
constexpr std::array<std::string_view, 5> Stages = {"prod", "stage", "dev", "qa", "dr"};
constexpr std::array<std::string_view, 8> Regions = {
    "eu", "us", "apac", "eu-west-1", "us-east-2", "ap-south-1", "onprem-fra", "edge"};
constexpr std::array<std::string_view, 14> OddNames = {"Überwachung – Köln",
                                                       "本番環境のスキャン",
                                                       "\u202bمراقبة الحاويات\u202c",
                                                       "\u202einvoice-gpj.sh",
                                                       "deploy 🚀👩‍🚀",
                                                       "cafe\u0301-scanner",
                                                       "Zażółć gęślą jaźń",
                                                       "nightly\nimage scan",
                                                       "tab\there",
                                                       "bell\a-and-escape\x1b[31m",
                                                       "  padded  ",
                                                       "zero\u200bwidth",
                                                       "\"quoted\" \\ back",
                                                       "<b>not bold</b> & co"};
constexpr std::array<int, 6> LifetimesInDays = {30, 90, 90, 180, 365, 365};

/// A set of roles, and how many of a thousand tokens have it.
struct WeightedRoles
{
    int parts;
    RoleNames roles;
};

const std::vector<WeightedRoles> &weightedRoles()
{
    static const std::string ci = "Continuous Integration";
    static const std::vector<WeightedRoles> all = {
        {430, {ci}},
        {160, {"Analyst"}},
        {70, {"Sensor Creator"}},
        {60, {"Vulnerability Report Creator"}},
        {40, {"Admin"}},
        {40, {"Configuration Controller"}},
        {30, {"Network Graph Viewer"}},
        {30, {ci, "Vulnerability Management Requester"}},
        {25, {"Analyst", "Network Graph Viewer"}},
        {20, {"Vulnerability Management Approver", "Vulnerability Management Requester"}},
        {20, {ci, "Image Writer"}},
        {20, {"Production Deployer"}},
        {15, {"Production Deployer", "Production Reader", "Deployment Reader"}},
        {10, {"Token Manager"}},
        {10, {"Token Auditor"}},
        {5, {"CI Lead"}},
        {5, {ci, "Analyst", "Sensor Creator", "Vulnerability Report Creator"}},
        {5, {"Image Writer", "Deployment Reader"}},
        {3, {"Legacy Pipeline"}}, // a deleted role
        {2, {"Decommissioned"}},
    };
    return all;
}

const RoleNames &pickRoles(Random &random)
{
    auto left = int(random.below(1000));
    for (const WeightedRoles &choice : weightedRoles()) {
        left -= choice.parts;
        if (left < 0)
            return choice.roles;
    }
    return weightedRoles().front().roles;
}

std::string pickName(Random &random)
{
    if (random.oneIn(200))
        return std::string(random.pick(OddNames));
    if (random.oneIn(2000))
        return longName() + "-" + std::to_string(random.below(1000));
    if (random.oneIn(40))
        return random.pick(handWritten()).name;
    std::string name;
    switch (random.below(3)) {
    case 0:
        name = std::string(random.pick(Tools)) + '-' + std::to_string(random.below(400) + 1);
        break;
    case 1:
        name.append(random.pick(Tools)).append("-").append(random.pick(Stages));
        name.append("-").append(random.pick(Regions)).append("-");
        name += std::to_string(random.below(100));
        break;
    default:
        name.append("team-").append(random.pick(Teams)).append("-").append(random.pick(Tools));
        name.append("-").append(random.pick(Stages));
    }
    return name;
}

enum class TokenState { Active, Expiring, Expired, Revoked };

/// Deals out exactly the documented number of each state, evenly over the list.
class StateDealer
{
public:
    explicit StateDealer(std::size_t count)
        : m_left(count)
    {
        const std::size_t atLeast = count >= 20 ? 1 : 0;
        m_expired = std::max(atLeast, count * 16 / 1000);
        m_expiring = std::max(2 * atLeast, count * 30 / 1000);
        m_revoked = std::max(2 * atLeast, count * 90 / 1000);
    }

    TokenState deal(Random &random)
    {
        const std::size_t card = random.below(m_left--);
        if (card < m_expired)
            return take(m_expired, TokenState::Expired);
        if (card < m_expired + m_expiring)
            return take(m_expiring, TokenState::Expiring);
        if (card < m_expired + m_expiring + m_revoked)
            return take(m_revoked, TokenState::Revoked);
        return TokenState::Active;
    }

private:
    static TokenState take(std::size_t &pile, TokenState state)
    {
        --pile;
        return state;
    }

    std::size_t m_left;
    std::size_t m_expired;
    std::size_t m_expiring;
    std::size_t m_revoked;
};

struct Times
{
    std::int64_t issuedAt;
    std::int64_t expiresAt;
};

Times pickTimes(Random &random, TokenState state, int lifetimeDays, std::int64_t now)
{
    if (lifetimeDays == 0 && (state == TokenState::Active || state == TokenState::Revoked))
        return {now - random.between(Hour, 700 * Day), LastSecond};
    const std::int64_t lifetime = std::max(30, lifetimeDays) * Day;
    switch (state) {
    case TokenState::Expired: {
        const std::int64_t end = now - random.between(5 * 60, 22 * Hour);
        return {end - lifetime, end};
    }
    case TokenState::Expiring: {
        const std::int64_t end = now + random.between(2 * Hour, 14 * Day - Hour);
        return {end - lifetime, end};
    }
    case TokenState::Active:
    case TokenState::Revoked:
        break;
    }
    const std::int64_t end = now + random.between(14 * Day + Hour, lifetime - 60);
    return {end - lifetime, end};
}

TokenId pickId(Random &random)
{
    TokenId id{};
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i % 8 == 0)
            word = random.next();
        id[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
    }
    return asVersion4(id);
}

} // namespace

void seedTokens(TokenStore &store, std::size_t count, std::uint64_t seed, std::int64_t now)
{
    Random random(seed);
    StateDealer states(count);
    const auto &first = handWritten();
    for (std::size_t i = 0; i < count; ++i) {
        const bool byHand = i < first.size();
        const TokenState state = states.deal(random);
        const std::string name = byHand ? first[i].name : pickName(random);
        const RoleNames &roles = byHand ? first[i].roles : pickRoles(random);
        const int lifetime = byHand              ? first[i].lifetimeDays
                             : random.oneIn(200) ? 0
                                                 : random.pick(LifetimesInDays);
        const Times times = pickTimes(random, state, lifetime, now);
        const TokenId id = pickId(random);
        store.add({id, name, roles, times.issuedAt, times.expiresAt, state == TokenState::Revoked});
    }
}

void seedBurst(TokenStore &store, std::size_t count, std::uint64_t seed, std::int64_t now)
{
    constexpr std::size_t perSecond = 10;
    Random random(seed + 1);
    const std::size_t inOneSecond = count / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t later = i < inOneSecond ? 0 : 1 + (i - inOneSecond) / perSecond;
        const std::int64_t issuedAt = now - Hour + std::int64_t(later);
        store.add({pickId(random),
                   "burst-" + std::to_string(i),
                   {"Analyst"},
                   issuedAt,
                   issuedAt + 90 * Day,
                   false});
    }
}

void addOddToken(TokenStore &store, std::int64_t now)
{
    store.add({randomId(), "odd-token", {"Analyst"}, now - Day, now + 90 * Day, false, true});
}

void seedEvents(EventLog &events, const TokenStore &store, std::int64_t now)
{
    constexpr std::int64_t nsPerSecond = 1'000'000'000;
    std::vector<TokenCreation> creations;
    store.visitAll(std::nullopt, [&](const TokenView &token) {
        if (token.issuedAt < now - EventRetention || token.isOdd)
            return;
        creations.push_back({idText(token.id), std::string(token.name), token.roles, "admin",
                             "basic Login with username/password",
                             token.issuedAt * nsPerSecond + token.id.front() * 1'000'003});
    });
    std::stable_sort(creations.begin(), creations.end(),
                     [](const TokenCreation &one, const TokenCreation &other) {
                         return one.createdAtNs < other.createdAtNs;
                     });
    for (TokenCreation &creation : creations)
        events.add(std::move(creation));
}

} // namespace rox::demo
