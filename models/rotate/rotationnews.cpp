// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotationnews.h"

#include <QStringList>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using State = RotationStanding::State;

namespace {

QString chainOf(const RotationRow &row)
{
    return row.rotation.chain.toString(QUuid::WithoutBraces);
}

/// Stored: the chain, the numbers of the state and of its reason, the date in seconds.
QString wordOf(const RotationRow &row)
{
    const UtcMs at = row.rotation.plan.at;
    return u"%1:%2:%3:%4"_s.arg(chainOf(row))
        .arg(int(row.standing.state))
        .arg(int(row.standing.why))
        .arg(at == NoTime ? 0 : at / SecondMs);
}

QString chainIn(const QString &word)
{
    return word.section(u':', 0, 0);
}

} // namespace

bool NotifiedRotations::contains(const RotationRow &row) const
{
    return m_words.contains(wordOf(row));
}

void NotifiedRotations::add(const RotationRow &row)
{
    m_words.insert(wordOf(row));
}

void NotifiedRotations::keepOnly(const QList<RotationRow> &rows)
{
    QSet<QString> chains;
    for (const RotationRow &row : rows)
        chains.insert(chainOf(row));
    m_words.removeIf([&](const QString &word) { return !chains.contains(chainIn(word)); });
}

QString NotifiedRotations::toText() const
{
    QStringList words(m_words.cbegin(), m_words.cend());
    words.sort();
    return words.join(u' ');
}

NotifiedRotations NotifiedRotations::fromText(const QString &text)
{
    NotifiedRotations read;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.count(u':') == 3 && !QUuid::fromString(chainIn(word)).isNull())
            read.m_words.insert(word);
    }
    return read;
}

bool waitsForUser(const RotationRow &row)
{
    return row.standing.state == State::Due || row.standing.state == State::Failed;
}

QList<RotationRow> rotationNews(const QList<RotationRow> &rows, const NotifiedRotations &notified)
{
    QList<RotationRow> news;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(news), [&](const RotationRow &row) {
        return waitsForUser(row) && !notified.contains(row);
    });
    return news;
}

} // namespace rox
