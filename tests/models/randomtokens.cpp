// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/models/randomtokens.h"

#include "models/tokens/table/tokentablebuilder.h"

#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QStringList &oddNames()
{
    static const QStringList names{
        QString(),
        u" "_s,
        u"İstanbul ıspanak"_s,
        u"Straße"_s,
        u"STRASSE"_s,
        u"cafe\u0301"_s,
        u"café"_s,
        u"ﬁle ＡＢＣ ①"_s,
        u"שלום עולם"_s,
        u"\u202egnp.exe"_s,
        u"🚀 deploy 👩\u200d💻"_s,
        QString(u'a') + QChar(u'\0') + u'b',
        u"line\nbreak"_s,
        u"ΑΣ ας"_s,
        u"a\u00a0b"_s,
        QString(10'000, u'x'),
        u"0123456789012345678901234567890"_s,
    };
    return names;
}

} // namespace

Token RandomTokens::next()
{
    static const QStringList roles{
        u"Admin"_s,  u"Analyst"_s, u"Continuous Integration"_s, u"Sensor Creator"_s, u"None"_s,
        u"Prüfer"_s, QString()};
    Token token;
    token.id = u"%1-%2-4%3"_s.arg(m_random(), 8, 16, QLatin1Char('0'))
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
    static const QStringList teams{u"ci"_s, u"Jenkins"_s, u"gitlab-runner"_s, u"audit"_s};
    if (below(6) == 0)
        return oneOf(oddNames());
    return oneOf(teams) + u'-' + QString::number(below(60));
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
