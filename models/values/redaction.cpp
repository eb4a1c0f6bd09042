// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/redaction.h"

#include <QStringView>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

// Three passes over the text. None goes back to an earlier position, and look-ahead has a fixed
// length or is skipped with the position, so each pass is linear.

namespace {

constexpr QLatin1String Mark = "[redacted]"_L1;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isLetter(QChar c)
{
    return isLower(c) || isUpper(c);
}

bool isAlphanumeric(QChar c)
{
    return isLetter(c) || isDigit(c);
}

/// A character of base64url, or the dot between the parts of a JWT.
bool isChained(QChar c)
{
    return isAlphanumeric(c) || c == u'-' || c == u'_' || c == u'.';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

/// A character that ends an unquoted value.
bool isEnd(QChar c)
{
    return c.isSpace() || isQuote(c) || c == u'&' || c == u';' || c == u'<' || c == u'>'
           || c == u'`';
}

template <typename Predicate>
qsizetype skip(QStringView text, qsizetype from, Predicate predicate)
{
    while (from < text.size() && predicate(text[from]))
        ++from;
    return from;
}

// --- PEM ----------------------------------------------------------------------------

// Without the leading dashes, because two lines that are joined may share them.
constexpr QLatin1String PemBegin = "BEGIN "_L1;
constexpr QLatin1String PemEnd = "END "_L1;
constexpr QLatin1String PemPrivate = "PRIVATE KEY-----"_L1;
constexpr qsizetype PemKindMax = 32; // "RSA ", "ENCRYPTED ", "OPENSSH "

/// The end of a line like "BEGIN RSA PRIVATE KEY-----", whose `head` ("BEGIN ") is at `from`; -1 if
/// the text there is no such line.
qsizetype endOfPemLine(QStringView text, qsizetype from, QLatin1String head)
{
    const qsizetype kind = from + head.size();
    const auto window = text.mid(kind, PemKindMax + PemPrivate.size());
    const qsizetype at = window.indexOf(PemPrivate);
    const auto isKind = [](QChar c) { return isUpper(c) || isDigit(c) || c == u' '; };
    if (at < 0 || !std::all_of(window.begin(), window.begin() + at, isKind))
        return -1;
    return kind + at + PemPrivate.size();
}

/// A character that may occur between a key's BEGIN and END lines.
bool isPemBody(QChar c)
{
    return isChained(c) || c.isSpace() || c == u'+' || c == u'/' || c == u'=' || c == u'\\';
}

template <typename Predicate>
void chop(QString *text, Predicate predicate)
{
    const auto kept = std::find_if_not(text->crbegin(), text->crend(), predicate);
    text->chop(kept - text->crbegin());
}

QString withoutPrivateKeys(const QString &text)
{
    if (!text.contains(PemPrivate))
        return text;
    const QStringView all = text;
    QString result;
    bool inKey = false; // a key without END line extends to the end of the text
    for (qsizetype at = 0; at < all.size();) {
        const auto rest = all.mid(at);
        if (rest.startsWith(PemEnd)) {
            if (const qsizetype end = endOfPemLine(all, at, PemEnd); end >= 0) {
                // An END line without BEGIN: the text was cut inside a key.
                if (!inKey) {
                    chop(&result, isPemBody);
                    result += Mark;
                }
                inKey = false;
                at = end;
                continue;
            }
        }
        if (!inKey && rest.startsWith(PemBegin) && endOfPemLine(all, at, PemBegin) >= 0) {
            inKey = true;
            chop(&result, [](QChar c) { return c == u'-'; });
            result += Mark;
        }
        if (!inKey)
            result += all[at];
        ++at;
    }
    return result;
}

// --- URLs ---------------------------------------------------------------------------

/// A run of characters that may belong to one URL, and its last '@'.
struct Stretch
{
    qsizetype end = 0;
    qsizetype lastAt = -1;

    static Stretch from(QStringView text, qsizetype at)
    {
        Stretch stretch;
        for (stretch.end = at; stretch.end < text.size(); ++stretch.end) {
            const QChar c = text[stretch.end];
            if (c.isSpace() || isQuote(c) || c == u'<' || c == u'>')
                break;
            if (c == u'@')
                stretch.lastAt = stretch.end;
        }
        return stretch;
    }
};

/// Whether an '@' before `end` ends userinfo. True for https://user:pass/word@host, whose password
/// has a slash; false for https://host:443/@path.
bool beginsWithUser(QStringView text, qsizetype at, qsizetype end)
{
    const auto isInside = [](QChar c) { return c != u'/' && c != u'?' && c != u'#'; };
    const auto authority = text.mid(at, std::min(skip(text, at, isInside), end) - at);
    if (authority.contains(u'@'))
        return true;
    const qsizetype colon = authority.lastIndexOf(u':');
    const auto port = authority.mid(colon + 1);
    return colon >= 0 && !std::all_of(port.begin(), port.end(), isDigit);
}

QString withoutUserInfo(const QString &text)
{
    const auto scheme = "://"_L1;
    const QStringView all = text;
    QString result;
    Stretch stretch;
    for (qsizetype at = 0; at < all.size();) {
        if (all[at] != u':' || !all.mid(at).startsWith(scheme)) {
            result += all[at++];
            continue;
        }
        result += scheme;
        at += scheme.size();
        if (at >= stretch.end)
            stretch = Stretch::from(all, at);
        if (stretch.lastAt < at || !beginsWithUser(all, at, stretch.end))
            continue;
        result += Mark;
        at = stretch.lastAt;
    }
    return result;
}

// --- tokens, and values by their names ------------------------------------------------

/// The start of a JWT in this chain, or -1. Its header is a JSON object, so `{"` becomes "eyJ".
qsizetype jwtIn(QStringView chain)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype shortestInWord = 12; // "keyJacket" is no JWT
    const qsizetype at = chain.indexOf("eyJ"_L1);
    if (at < 0)
        return -1;
    const bool inWord = at > 0 && isAlphanumeric(chain[at - 1]);
    if (chain.size() - at < (inWord ? shortestInWord : shortest))
        return -1;
    // The part before the dot may be a header that was cut at its start.
    if (at > 0 && chain[at - 1] == u'.')
        return at < 2 ? 0 : chain.lastIndexOf(u'.', at - 2) + 1;
    return at;
}

/// Looks random: 32 alphanumerics with lower case, upper case and three digits, as inside a token.
bool isOpaque(QStringView chain)
{
    constexpr qsizetype longest = 32;
    constexpr int fewDigits = 3;
    qsizetype length = 0;
    int lower = 0;
    int upper = 0;
    int digits = 0;
    for (const QChar c : chain) {
        if (!isAlphanumeric(c)) {
            length = lower = upper = digits = 0;
            continue;
        }
        ++length;
        lower += isLower(c) ? 1 : 0;
        upper += isUpper(c) ? 1 : 0;
        digits += isDigit(c) ? 1 : 0;
        if (length >= longest && lower > 0 && upper > 0 && digits >= fewDigits)
            return true;
    }
    return false;
}

/// A plain word after "Bearer" or "token:", as in a sentence, not a value.
bool isProse(QStringView value)
{
    while (!value.isEmpty()
           && (value.back() == u'.' || value.back() == u',' || value.back() == u':'))
        value.chop(1);
    constexpr qsizetype longest = 11;
    if (value.isEmpty() || !std::all_of(value.begin() + 1, value.end(), isLower)
        || !isLetter(value[0]))
        return value.isEmpty();
    return value.size() <= longest || value.compare("authentication"_L1, Qt::CaseInsensitive) == 0
           || value.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
}

bool endsWith(QStringView chain, QLatin1String word)
{
    return chain.endsWith(word, Qt::CaseInsensitive);
}

class ValuePass
{
public:
    explicit ValuePass(QStringView text)
        : m_text(text)
    {}

    QString run() &&
    {
        while (m_at < m_text.size()) {
            if (isChained(m_text[m_at]))
                takeChain();
            else
                m_result += m_text[m_at++];
        }
        return std::move(m_result);
    }

private:
    void takeChain()
    {
        const qsizetype end = skip(m_text, m_at, isChained);
        const auto chain = m_text.mid(m_at, end - m_at);
        appendChain(chain);
        m_at = end;
        // The redacted value may itself be a name ("token=password=x"): look after it as well.
        for (auto name = chain; !name.isEmpty();)
            name = takeAfter(name);
    }

    /// If `name` names a credential, redacts and returns the value after it; else returns {}.
    QStringView takeAfter(QStringView name)
    {
        if (isScheme(name))
            return takeCredential();
        if (endsWith(name, "token"_L1) || endsWith(name, "authorization"_L1))
            return takeValue(false);
        if (endsWith(name, "password"_L1) || endsWith(name, "secret"_L1))
            return takeValue(true);
        return {};
    }

    void appendChain(QStringView chain)
    {
        qsizetype from = jwtIn(chain);
        if (isOpaque(from < 0 ? chain : chain.left(from)))
            from = 0;
        if (from < 0) {
            m_result += chain;
            return;
        }
        m_result += chain.left(from);
        m_result += Mark;
        if (chain.back() == u'.') // the end of a sentence
            m_result += u'.';
    }

    /// "Bearer" or "Basic", alone or after a character that is not a letter.
    static bool isScheme(QStringView chain)
    {
        for (const auto scheme : {"bearer"_L1, "basic"_L1}) {
            const qsizetype before = chain.size() - scheme.size();
            if (endsWith(chain, scheme) && (before == 0 || !isLetter(chain[before - 1])))
                return true;
        }
        return false;
    }

    QStringView takeCredential()
    {
        const qsizetype from = m_at;
        m_at = skip(m_text, m_at, [](QChar c) { return c.isSpace() || c == u'+'; });
        while (m_text.mid(m_at).startsWith("%20"_L1))
            m_at += 3;
        m_result += m_text.mid(from, m_at - from);
        return m_at > from ? takeUnquoted(false) : QStringView();
    }

    /// Skips the separator between a name and its value: "=", ": ", "%253D", "\":\"".
    bool takeSeparator(bool *certain)
    {
        qsizetype at = skipEncoded(m_at, "22"_L1);
        at = skip(m_text, at, [](QChar c) { return c == u'\\' || isQuote(c); });
        const bool quoted = at > m_at;
        at = skip(m_text, at, [](QChar c) { return c == u' ' || c == u'\t'; });
        qsizetype end = skipEncoded(at, "3d"_L1);
        *certain = quoted || end > at;
        if (end == at)
            end = skipEncoded(at, "3a"_L1);
        if (end == at && at < m_text.size() && (m_text[at] == u'=' || m_text[at] == u':')) {
            *certain = quoted || m_text[at] == u'=';
            ++end;
        }
        // Blanks without a separator are skipped too; they are no value.
        const bool found = end > at;
        end = skip(m_text, end, [](QChar c) { return c == u' ' || c == u'\t'; });
        m_result += m_text.mid(m_at, end - m_at);
        m_at = end;
        return found;
    }

    /// The end of a character that is percent-encoded one or more times: %3D, %253D, %25253d.
    [[nodiscard]] qsizetype skipEncoded(qsizetype at, QLatin1String hex) const
    {
        if (at >= m_text.size() || m_text[at] != u'%')
            return at;
        constexpr int most = 4;
        qsizetype end = at + 1;
        for (int times = 0; times < most && m_text.mid(end).startsWith("25"_L1); ++times)
            end += 2;
        return m_text.mid(end).startsWith(hex, Qt::CaseInsensitive) ? end + hex.size() : at;
    }

    QStringView takeValue(bool always)
    {
        bool certain = false;
        if (!takeSeparator(&certain))
            return {};
        const qsizetype quote = skip(m_text, m_at, [](QChar c) { return c == u'\\'; });
        return quote < m_text.size() && isQuote(m_text[quote]) ? takeQuoted(quote)
                                                               : takeUnquoted(certain || always);
    }

    /// Redacts up to the closing quote (no more backslashes than the opening one) or the end.
    QStringView takeQuoted(qsizetype quote)
    {
        const qsizetype depth = quote - m_at;
        m_result += m_text.mid(m_at, depth + 1);
        const qsizetype from = quote + 1;
        qsizetype slashes = 0;
        qsizetype end = from;
        for (; end < m_text.size(); ++end) {
            if (m_text[end] == m_text[quote] && slashes <= depth)
                break;
            slashes = m_text[end] == u'\\' ? slashes + 1 : 0;
        }
        if (end < m_text.size())
            end -= slashes; // the backslashes before the closing quote
        if (end > from)
            m_result += Mark;
        m_at = std::max(end, from);
        return m_text.mid(from, m_at - from);
    }

    QStringView takeUnquoted(bool always)
    {
        const qsizetype end = skip(m_text, m_at, [](QChar c) { return !isEnd(c); });
        const auto value = m_text.mid(m_at, end - m_at);
        // "Authorization: Bearer x", "token=Bearer x": keep the scheme, redact the value after it.
        if (value.compare("bearer"_L1, Qt::CaseInsensitive) == 0
            || value.compare("basic"_L1, Qt::CaseInsensitive) == 0 || (!always && isProse(value)))
            return {};
        if (!value.isEmpty())
            m_result += Mark;
        m_at = end;
        return value;
    }

    QStringView m_text;
    QString m_result;
    qsizetype m_at = 0;
};

} // namespace

QString redacted(const QString &text)
{
    const QString withoutUsers = withoutUserInfo(withoutPrivateKeys(text));
    return ValuePass(withoutUsers).run();
}

} // namespace rox
