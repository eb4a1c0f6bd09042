// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/expirydigest.h"

#include <QCryptographicHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs KeptAfterExpiry = 7 * DayMs;
constexpr qsizetype HashBytes = 8;

QString hashOf(const QString &id)
{
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(HashBytes).toHex());
}

QString idOf(const TokenTable &table, TokenTable::Row row)
{
    const std::string_view id = table.id(row);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

bool mayExpire(UtcMs expiresAt)
{
    return expiresAt != NoTime && expiresAt < NeverMs;
}

/// The closest chosen threshold that is reached; -1: none.
int thresholdAt(UtcMs expiresAt, UtcMs now, const ServerNotices &notices)
{
    for (std::size_t at = NoticeDays.size(); at-- > 0;) {
        if (notices.has(at) && now >= expiresAt - NoticeDays[at] * DayMs)
            return int(at);
    }
    return -1;
}

} // namespace

int NotifiedTokens::thresholdOf(const QString &id) const
{
    if (m_tokens.isEmpty())
        return -1;
    const auto found = m_tokens.constFind(hashOf(id));
    return found == m_tokens.cend() ? -1 : found->threshold;
}

void NotifiedTokens::add(const QString &id, int threshold, UtcMs expiresAt)
{
    m_tokens.insert(hashOf(id), {threshold, expiresAt});
}

void NotifiedTokens::dropOld(UtcMs now, const TokenTable &listed)
{
    const auto isOld = [now](UtcMs expiresAt) {
        return mayExpire(expiresAt) && expiresAt + KeptAfterExpiry < now;
    };
    QSet<QString> kept;
    for (TokenTable::Row row = 0; row < listed.size(); ++row) {
        if (isOld(listed.expiresAt(row)))
            kept.insert(hashOf(idOf(listed, row)));
    }
    m_tokens.removeIf([&](const QHash<QString, Entry>::iterator &each) {
        return isOld(each->expiresAt) && !kept.contains(each.key());
    });
}

QString NotifiedTokens::toText() const
{
    QStringList words;
    for (auto each = m_tokens.cbegin(); each != m_tokens.cend(); ++each)
        words.append(u"%1:%2:%3"_s.arg(each.key())
                         .arg(NoticeDays[std::size_t(each->threshold)])
                         .arg(each->expiresAt / SecondMs));
    words.sort();
    return words.join(u' ');
}

NotifiedTokens NotifiedTokens::fromText(const QString &text)
{
    NotifiedTokens read;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QStringList parts = word.split(u':');
        if (parts.size() != 3 || parts.at(0).size() != 2 * HashBytes)
            continue;
        bool hasDays = false;
        bool hasTime = false;
        const auto *days =
            std::find(NoticeDays.begin(), NoticeDays.end(), parts.at(1).toInt(&hasDays));
        const qint64 seconds = parts.at(2).toLongLong(&hasTime);
        if (hasDays && hasTime && days != NoticeDays.end() && seconds < NeverMs / SecondMs)
            read.m_tokens.insert(parts.at(0), {int(days - NoticeDays.begin()), seconds * SecondMs});
    }
    return read;
}

ExpiryDigest dueDigest(const TokenTable &table, UtcMs now, const ServerNotices &notices,
                       const NotifiedTokens &notified)
{
    ExpiryDigest digest;
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        const UtcMs expiresAt = expiries[row];
        if (revoked[row] != 0 || !mayExpire(expiresAt))
            continue;
        const int threshold = thresholdAt(expiresAt, now, notices);
        if (threshold < 0)
            continue;
        if (threshold <= notified.thresholdOf(idOf(table, row)))
            continue;
        digest.due.append({row, threshold});
        if (expiresAt <= now)
            ++digest.expired;
        else
            digest.days = std::max(digest.days, NoticeDays[std::size_t(threshold)]);
    }
    std::stable_sort(digest.due.begin(), digest.due.end(),
                     [&](const ExpiryDigest::Due &left, const ExpiryDigest::Due &right) {
                         return expiries[left.row] < expiries[right.row];
                     });
    return digest;
}

std::optional<UtcMs> nextThreshold(const TokenTable &table, UtcMs now, const ServerNotices &notices)
{
    std::optional<UtcMs> next;
    const auto expiries = table.expiryTimes();
    const auto revoked = table.revokedFlags();
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        if (revoked[row] != 0 || !mayExpire(expiries[row]) || expiries[row] <= now)
            continue;
        for (std::size_t at = 0; at < NoticeDays.size(); ++at) {
            const UtcMs time = expiries[row] - NoticeDays[at] * DayMs;
            if (notices.has(at) && time > now && (!next || time < *next))
                next = time;
        }
    }
    return next;
}

void note(const ExpiryDigest &digest, const TokenTable &table, NotifiedTokens *notified)
{
    for (const ExpiryDigest::Due &due : digest.due) {
        notified->add(idOf(table, due.row), due.threshold, table.expiresAt(due.row));
    }
}

} // namespace rox
