// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/models/randomtokens.h"

#include "models/tokens/table/tokentablebuilder.h"

#include <array>

namespace rox {

namespace {

const QStringList &oddNames()
{
    static const QStringList names{
        QString(),
        QStringLiteral(" "),
        QStringLiteral("İstanbul ıspanak"),
        QStringLiteral("Straße"),
        QStringLiteral("STRASSE"),
        QStringLiteral("cafe\u0301"),
        QStringLiteral("café"),
        QStringLiteral("ﬁle ＡＢＣ ①"),
        QStringLiteral("שלום עולם"),
        QStringLiteral("\u202egnp.exe"),
        QStringLiteral("🚀 deploy 👩\u200d💻"),
        QString(u'a') + QChar(u'\0') + u'b',
        QStringLiteral("line\nbreak"),
        QStringLiteral("ΑΣ ας"),
        QStringLiteral("a\u00a0b"),
        QString(10'000, u'x'),
        QStringLiteral("0123456789012345678901234567890"),
    };
    return names;
}

} // namespace

Token RandomTokens::next()
{
    static const QStringList roles{QStringLiteral("Admin"),
                                   QStringLiteral("Analyst"),
                                   QStringLiteral("Continuous Integration"),
                                   QStringLiteral("Sensor Creator"),
                                   QStringLiteral("None"),
                                   QStringLiteral("Prüfer"),
                                   QString()};
    Token token;
    token.id = QStringLiteral("%1-%2-4%3")
                   .arg(m_random(), 8, 16, QLatin1Char('0'))
                   .arg(below(0xffff), 4, 16, QLatin1Char('0'))
                   .arg(m_random(), 8, 16, QLatin1Char('0'));
    token.name = name();
    for (quint32 count = below(4); count > 0; --count)
        token.roles.append(oneOf(roles));
    token.issuedAt = below(20) ? RandomNow - UtcMs(below(40'000)) * HourMs : NoTime;
    token.expiresAt = time();
    token.revoked = below(5) == 0;
    return token;
}

QList<Token> RandomTokens::list(int count)
{
    QList<Token> tokens;
    tokens.reserve(count);
    for (int at = 0; at < count; ++at)
        tokens.append(next());
    return tokens;
}

QString RandomTokens::name()
{
    static const QStringList teams{QStringLiteral("ci"), QStringLiteral("Jenkins"),
                                   QStringLiteral("gitlab-runner"), QStringLiteral("audit")};
    if (below(6) == 0)
        return oneOf(oddNames());
    return oneOf(teams) + QLatin1Char('-') + QString::number(below(60));
}

UtcMs RandomTokens::time()
{
    switch (below(10)) {
    case 0:
        return NoTime;
    case 1:
        return NeverMs + UtcMs(below(300)) * DayMs;
    case 2:
        return RandomNow
               + (UtcMs(below(5)) - 2) * 7 * DayMs; // on the boundaries of time filters and weeks
    default:
        return RandomNow + (UtcMs(below(9'000)) - 3'000) * HourMs;
    }
}

TokenTablePtr tableOf(const QList<Token> &tokens)
{
    TokenTableBuilder builder;
    for (const Token &token : tokens)
        builder.add(token);
    return builder.build();
}

} // namespace rox
