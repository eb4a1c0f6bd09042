// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenscan.h"

#include "models/tokens/encodedtokens.h"
#include "models/tokens/tokenshape.h"

#include <QHash>

#include <algorithm>
#include <cstring>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Form = FoundToken::Form;
using Kind = FoundToken::Kind;

constexpr QByteArrayView ObjectStart = "eyJ"; // base64url of `{"`
constexpr int MaxDepth = 2;                   // base64 of base64 of a token

constexpr bool isTokenCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
           || c == '_';
}

qsizetype runEnd(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isTokenCharacter(text[from]))
        ++from;
    return from;
}

QByteArray decoded(QByteArrayView base64Url)
{
    return QByteArray::fromBase64(base64Url.toByteArray(), QByteArray::Base64UrlEncoding);
}

bool isHeader(QByteArrayView part)
{
    return part.size() < 256 && decoded(part).contains("\"alg\"");
}

/// The id in a payload whose end is missing: Central writes the claims in alphabetical order, `jti`
/// before the name and the roles.
std::optional<TokenClaims> claimsOfCutPayload(QByteArrayView part)
{
    constexpr qsizetype MostToId = 1024;
    constexpr qsizetype IdLength = 36;
    constexpr QByteArrayView IdKey = "\"jti\":\"";
    part = part.first(std::min(part.size(), MostToId));
    const QByteArray claims = decoded(part.chopped(part.size() % 4));
    const auto at = claims.indexOf(IdKey);
    if (at < 0 || !claims.contains("https://stackrox.io/jwt-sources#api-tokens"))
        return std::nullopt;
    const QByteArray id = claims.mid(at + IdKey.size(), IdLength);
    if (id.size() < IdLength || id.contains('"'))
        return std::nullopt;
    TokenClaims known;
    known.kind = TokenClaims::Kind::ApiToken;
    known.id = QString::fromUtf8(id);
    return known;
}

/// Parts of a token at one place of a text.
struct Candidate
{
    qsizetype at = 0;
    qsizetype end = 0;
    QByteArrayView payload; ///< empty: the text has none
    bool hasHeader = false;
    bool hasWholeSignature = false;
};

/// Reads what begins with ObjectStart at `at`: a header and what follows it, or a payload alone.
Candidate candidateAt(QByteArrayView text, qsizetype at)
{
    Candidate one;
    one.at = at;
    one.end = runEnd(text, at);
    QByteArrayView first = text.sliced(at, one.end - at);
    one.hasHeader = isHeader(first);
    const auto next = [&] {
        const qsizetype from = std::min(one.end + 1, text.size());
        if (one.end >= text.size() || text[one.end] != '.')
            return QByteArrayView();
        one.end = runEnd(text, from);
        return text.sliced(from, one.end - from);
    };
    one.payload = one.hasHeader ? next() : first;
    if (!one.payload.isEmpty() || !one.hasHeader)
        one.hasWholeSignature = isWholeSignature(next().size()) && one.hasHeader;
    return one;
}

/// Collects the tokens of all passes, each id once.
class Findings
{
public:
    [[nodiscard]] bool isFull() const { return m_scan.isCapped; }

    void add(const Candidate &one, QByteArrayView text, Form form, qsizetype line)
    {
        auto claims = claimsOfPayload(one.payload);
        if (!claims)
            claims = claimsOfCutPayload(one.payload);
        if (claims && claims->kind == TokenClaims::Kind::Other)
            return;
        if (!claims) {
            if (one.hasHeader && text.sliced(one.at).startsWith(CentralHeader))
                addCutShort(one, form, line);
            return;
        }
        // A session has an id too, but one without it is told apart by its user.
        const QString key = claims->id.isEmpty() ? claims->userName : claims->id;
        FoundToken &token = place(key, *claims, form);
        if (claims->issuedAt != NoTime)
            token.claims = std::move(*claims);
        addLine(&token, line);
        token.characters = std::max(token.characters, one.end - one.at);
        const QByteArrayView whole = text.sliced(one.at, one.end - one.at);
        if (one.hasWholeSignature && token.value.isEmpty() && claimsOf(whole)) // else damaged
            token.value = Secret(whole);
    }

    [[nodiscard]] TokenScan take()
    {
        auto &found = m_scan.found;
        // A later pass has read on where an earlier one found the beginning only.
        const auto isReadElsewhere = [&](const FoundToken &cut) {
            return cut.kind == Kind::CutShort
                   && std::any_of(found.begin(), found.end(), [&](const FoundToken &other) {
                          return other.kind != Kind::CutShort
                                 && std::binary_search(other.lines.begin(), other.lines.end(),
                                                       cut.lines.front());
                      });
        };
        const auto first = std::stable_partition(
            found.begin(), found.end(), [&](const FoundToken &t) { return !isReadElsewhere(t); });
        found.erase(first, found.end());
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
            return a.lines.front() < b.lines.front();
        });
        return std::move(m_scan);
    }

private:
    FoundToken &place(const QString &key, const TokenClaims &claims, Form form)
    {
        if (const auto known = m_byKey.constFind(key); known != m_byKey.cend())
            return m_scan.found[*known];
        m_byKey.insert(key, m_scan.found.size());
        return append(claims.kind == TokenClaims::Kind::Session ? Kind::Session : Kind::ApiToken,
                      claims, form);
    }

    void addCutShort(const Candidate &one, Form form, qsizetype line)
    {
        const QString key = "line "_L1 + QString::number(line);
        if (m_byKey.contains(key))
            return;
        m_byKey.insert(key, m_scan.found.size());
        FoundToken &token = append(Kind::CutShort, {}, form);
        token.characters = one.end - one.at;
        token.lines = {line};
    }

    FoundToken &append(Kind kind, const TokenClaims &claims, Form form)
    {
        FoundToken &token = m_scan.found.emplace_back();
        token.kind = kind;
        token.form = form;
        token.claims = claims;
        m_scan.isCapped = m_scan.found.size() >= MaxFoundTokens;
        return token;
    }

    static void addLine(FoundToken *token, qsizetype line)
    {
        const auto at = std::lower_bound(token->lines.begin(), token->lines.end(), line);
        if (at == token->lines.end() || *at != line)
            token->lines.insert(at, line);
    }

    TokenScan m_scan;
    QHash<QString, std::size_t> m_byKey;
};

/// The line of a place in a text that stands in order of the places.
class LineCount
{
public:
    LineCount(QByteArrayView text, const std::vector<qsizetype> &starts)
        : m_text(text)
        , m_starts(starts)
    {}

    [[nodiscard]] qsizetype lineOf(qsizetype at)
    {
        if (!m_starts.empty()) // a text without its line ends
            return std::upper_bound(m_starts.begin(), m_starts.end(), at) - m_starts.begin();
        m_line += std::count(m_text.begin() + m_at, m_text.begin() + at, '\n');
        m_at = at;
        return m_line;
    }

private:
    QByteArrayView m_text;
    const std::vector<qsizetype> &m_starts;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
};

/// Where and how a text stands in the one that was given.
struct Layer
{
    QByteArrayView text;
    Form form = Form::Plain;
    const std::vector<qsizetype> &lineStarts; ///< empty: count its line ends
    std::optional<qsizetype> line = {};       ///< the line of all of it
    int depth = 0;
};

class Scanner
{
public:
    explicit Scanner(const std::atomic_bool *stop)
        : m_stop(stop)
    {}

    void scan(QByteArrayView text, Form form, std::optional<qsizetype> line, int depth)
    {
        static const std::vector<qsizetype> none;
        scanPlain({text, form, none, line, depth});
        scanEncoded({text, form, none, line, depth});
        if (isOver())
            return;
        const Form broken = depth > 0 ? form : Form::Broken;
        StrippedText joined = withoutSeparators(text, StrippedText::For::Token);
        scanPlain({joined.text, broken, joined.lineStarts, line, depth});
        wipe(joined.text);
        if (isOver())
            return;
        joined = withoutSeparators(text, StrippedText::For::Base64);
        scanEncoded({joined.text, broken, joined.lineStarts, line, depth});
        wipe(joined.text);
    }

    [[nodiscard]] TokenScan take() { return m_findings.take(); }

private:
    [[nodiscard]] bool isOver() const { return m_findings.isFull() || (m_stop && *m_stop); }

    void scanPlain(const Layer &layer)
    {
        LineCount lines(layer.text, layer.lineStarts);
        qsizetype at = layer.text.indexOf(ObjectStart);
        while (at >= 0 && !isOver()) {
            const Candidate one = candidateAt(layer.text, at);
            const qsizetype line = layer.line.value_or(lines.lineOf(at));
            if (one.hasHeader || one.payload.size() > ObjectStart.size())
                m_findings.add(one, layer.text, layer.form, line);
            // Text that has lost its separators may go on with another token inside the signature.
            const qsizetype next =
                one.hasHeader && one.hasWholeSignature ? one.end : at + ObjectStart.size();
            at = layer.text.indexOf(ObjectStart, next);
        }
    }

    void scanEncoded(const Layer &layer)
    {
        if (layer.depth >= MaxDepth)
            return;
        LineCount lines(layer.text, layer.lineStarts);
        forEachEncodedRun(layer.text, [&](qsizetype at, QByteArray *text) {
            const qsizetype line = layer.line.value_or(lines.lineOf(at));
            scan(*text, Form::Encoded, line, layer.depth + 1);
            wipe(*text);
            return !isOver();
        });
    }

    const std::atomic_bool *m_stop;
    Findings m_findings;
};

} // namespace

TokenScan scanForTokens(QByteArrayView text, const std::atomic_bool *stop)
{
    Scanner scanner(stop);
    scanner.scan(text, Form::Plain, std::nullopt, 0);
    TokenScan scan = scanner.take();
    scan.lines = text.isEmpty()
                     ? 0
                     : std::count(text.begin(), text.end(), '\n') + (text.endsWith('\n') ? 0 : 1);
    return scan;
}

} // namespace rox
