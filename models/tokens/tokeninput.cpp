// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokeninput.h"

#include "models/tokens/tokenshape.h"
#include "models/values/quotationmark.h"

#include <QRegularExpression>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;
using Content = TokenInput::Content;

namespace {

/// A line that a terminal has wrapped is at least this long.
constexpr qsizetype ShortestWrappedLine = 20;
/// A word after a blank, as long as this, is taken for more of the signature.
constexpr qsizetype ShortestWrappedWord = 16;

/// A text that is overwritten in the destructor.
class WipedText
{
public:
    explicit WipedText(QString text)
        : m_text(std::move(text))
    {}
    ~WipedText()
    {
        if (m_text.isDetached()) // else another QString still shares it
            m_text.fill(u'\0');
    }
    Q_DISABLE_COPY_MOVE(WipedText)

    [[nodiscard]] QStringView view() const { return m_text; }
    [[nodiscard]] Secret secret() const
    {
        QByteArray bytes = m_text.toUtf8();
        return Secret::take(std::move(bytes));
    }

private:
    QString m_text;
};

bool isLineEndOrBlank(QChar c)
{
    return c.isSpace() && c.category() != QChar::Other_Format && c != u'\v' && c != u'\f';
}

/// Not seen, and no blank: control and format characters.
bool isInvisible(QChar c)
{
    return isBlankOrInvisible(c) && !isLineEndOrBlank(c);
}

bool isBracketOrQuote(QChar c)
{
    return isQuotationMark(c) || u"<>()[]{}"_s.contains(c);
}

QString without(QStringView text, bool (*isOut)(QChar))
{
    QString kept;
    kept.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [isOut](QChar c) { return !isOut(c); });
    return kept;
}

/// Zero bytes at every second place, or a byte order mark.
bool isUtf16(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return true;
    return bytes.size() >= 4 && std::count(bytes.begin(), bytes.end(), '\0') * 3 >= bytes.size();
}

/// A terminal breaks a long line, so the signature may go on in the next line.
qsizetype wrappedEnd(QStringView text, TokenPlace place)
{
    qsizetype lineStart = place.from;
    qsizetype length = place.to - 1 - text.first(place.to).lastIndexOf(u'.');
    while (!isWholeSignatureOfAny(length) && place.to - lineStart >= ShortestWrappedLine) {
        const auto next = std::find_if_not(text.begin() + place.to, text.end(), isLineEndOrBlank);
        const auto end = std::find_if_not(next, text.end(), isOfToken);
        const QStringView gap(text.begin() + place.to, next);
        const QStringView word(next, end);
        const bool isAlone = end == text.end() || isLineEndOrBlank(*end) || isBracketOrQuote(*end);
        const bool isLine = gap.contains(u'\n') || gap.contains(u'\r');
        if (gap.isEmpty() || word.isEmpty() || word.contains(u'.') || !isAlone
            || (!isLine && word.size() < ShortestWrappedWord))
            break;
        lineStart = next - text.begin();
        place.to = end - text.begin();
        length += word.size();
    }
    return place.to;
}

/// What `before` and `after` a token are; without invisible characters.
TokenInput::LeftOut around(QStringView before, QStringView after)
{
    TokenInput::LeftOut found;
    const bool isStructure = before.trimmed().startsWith(u'{') || before.trimmed().startsWith(u'[');
    const auto takeQuotes = [&] {
        before = before.trimmed();
        while (!before.isEmpty() && isBracketOrQuote(before.back())) {
            found |= TokenInput::Quotes;
            before = before.chopped(1).trimmed();
        }
    };
    takeQuotes();
    const auto take = [&](const QRegularExpression &what, TokenInput::LeftOut name) {
        if (before.isEmpty()) // most often: the expressions are not compiled then
            return;
        if (const auto match = what.match(before.toString()); match.hasMatch()) {
            found |= name;
            before = before.first(match.capturedStart());
            takeQuotes();
        }
    };
    static const QRegularExpression bearer(
        u"(?:\\bauthorization\\s*[\"']?\\s*[:=]\\s*[\"']?\\s*)?\\bbearer\\s*:?$|\\bauthorization\\s*:$"_s,
        QRegularExpression::CaseInsensitiveOption);
    take(bearer, TokenInput::Bearer);
    static const QRegularExpression assignment(
        u"(?:(?:^|\\s)(?:export|set|setx|-e|-H|--header)\\s+|\\$env:)?[\"']?[\\w.-]+[\"']?\\s*(?::=|[=:])$"_s);
    take(assignment, TokenInput::Assignment);
    after = after.trimmed();
    while (!after.isEmpty()
           && (isBracketOrQuote(after.front()) || u",;."_s.contains(after.front()))) {
        found |= TokenInput::Quotes;
        after = after.sliced(1).trimmed();
    }
    if (!before.isEmpty() && before != u"-H" && before != u"-")
        found |= TokenInput::OtherText;
    if (!after.isEmpty())
        found |= TokenInput::OtherText;
    if (isStructure)
        found |= TokenInput::Structure;
    return found;
}

bool isNull(QStringView text)
{
    static constexpr std::array words{
        u"null",   u"nil",        u"none",   u"undefined",       u"nan",  u"(null)", u"<nil>",
        u"<none>", u"<no value>", u"<null>", u"[object object]", u"true", u"false",  u"[]",
        u"{}",
    };
    return std::any_of(words.begin(), words.end(), [text](const char16_t *word) {
        return text.compare(QStringView(word), Qt::CaseInsensitive) == 0;
    });
}

QStringView unquoted(QStringView text)
{
    while (text.size() >= 2 && isQuotationMark(text.front()) && isQuotationMark(text.back()))
        text = text.sliced(1).chopped(1).trimmed();
    return text;
}

/// A JWT in base64, with line breaks or without.
bool isTokenInBase64(QStringView text)
{
    constexpr auto strict = QByteArray::AbortOnBase64DecodingErrors;
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        QByteArray coded = without(text, isBlankOrInvisible).toLatin1();
        auto decoded = QByteArray::fromBase64Encoding(coded, alphabet | strict);
        wipe(coded);
        const bool isToken =
            decoded && findToken(WipedText(QString::fromLatin1(*decoded)).view()).has_value();
        wipe(*decoded);
        if (isToken)
            return true;
    }
    return false;
}

bool isUuid(QStringView text)
{
    constexpr qsizetype length = 36;
    return text.size() == length && !QUuid::fromString(text).isNull();
}

bool isHtml(QStringView text)
{
    return text.startsWith(u'<')
           && (text.contains(u"<html", Qt::CaseInsensitive)
               || text.contains(u"<!doctype", Qt::CaseInsensitive)
               || text.contains(u"<?xml", Qt::CaseInsensitive)
               || text.contains(u"<head", Qt::CaseInsensitive)
               || text.contains(u"<body", Qt::CaseInsensitive));
}

/// Of a text without a whole token; not empty.
Content contentOf(QStringView text)
{
    const QStringView bare = unquoted(text);
    const bool isWord =
        std::all_of(bare.begin(), bare.end(), [](QChar c) { return c > u' ' && c < u'\u007f'; });
    if (bare.isEmpty() || isNull(bare))
        return Content::Null;
    if (isUuid(bare))
        return Content::Uuid;
    if (text.contains(u"-----BEGIN "))
        return Content::Pem;
    if (isHtml(text))
        return Content::Html;
    if (isTokenInBase64(bare))
        return Content::Base64;
    if (text.startsWith(u'{') || text.startsWith(u'['))
        return Content::Json;
    if (std::any_of(text.begin(), text.end(), isInvisible))
        return Content::Binary;
    if (bare.startsWith(u"eyJ"))
        return Content::CutToken;
    return isWord ? Content::Word : Content::Text;
}

/// Without "Authorization:" and "Bearer " before a word.
QStringView withoutBearer(QStringView text, TokenInput::LeftOut *leftOut)
{
    for (const QStringView before : {QStringView(u"authorization:"), QStringView(u"bearer ")}) {
        if (!text.startsWith(before, Qt::CaseInsensitive))
            continue;
        *leftOut |= TokenInput::Bearer;
        text = text.sliced(before.size()).trimmed();
    }
    return text;
}

/// Of `text`, where a token begins at `first`; `joined`: all blanks were removed from it.
TokenInput inputWithToken(QStringView text, TokenPlace first, bool joined)
{
    TokenInput input;
    input.content = Content::Token;
    const qsizetype end = joined ? first.to : wrappedEnd(text, first);
    const QStringView whole = text.sliced(first.from, end - first.from);
    const WipedText token(without(whole, isBlankOrInvisible));
    if (joined || token.view().size() != whole.size())
        input.leftOut |= TokenInput::Wrapped;
    input.leftOut |= around(text.first(first.from), text.sliced(end));
    for (auto next = findToken(text, end); next; next = findToken(text, next->to)) {
        input.leftOut |= TokenInput::OtherText;
        if (text.sliced(next->from, next->to - next->from) != token.view()) {
            input.content = Content::Several;
            return input;
        }
    }
    input.token = token.secret();
    return input;
}

} // namespace

TokenInput tokenInput(QByteArrayView bytes)
{
    TokenInput input;
    if (isUtf16(bytes)) {
        input.content = Content::Utf16;
        return input;
    }
    if (!bytes.isValidUtf8()) {
        input.content = Content::Binary;
        return input;
    }
    const WipedText typed(QString::fromUtf8(bytes));
    const WipedText visible(without(typed.view(), isInvisible));
    const TokenInput::LeftOut invisible = visible.view().size() == typed.view().size()
                                              ? TokenInput::LeftOut()
                                              : TokenInput::Invisible;
    if (const auto place = findToken(visible.view())) {
        input = inputWithToken(visible.view(), *place, false);
        input.leftOut |= invisible;
        return input;
    }
    const WipedText joined(without(visible.view(), isBlankOrInvisible));
    if (const auto place = findToken(joined.view())) {
        input = inputWithToken(joined.view(), *place, true);
        input.leftOut |= invisible;
        return input;
    }
    if (joined.view().isEmpty())
        return input;
    const auto isOut = [](QChar c) { return isBlankOrInvisible(c); };
    const auto first = std::find_if_not(typed.view().begin(), typed.view().end(), isOut);
    auto last = typed.view().end();
    while (last != first && isOut(*(last - 1)))
        --last;
    const QStringView text = withoutBearer(QStringView(first, last), &input.leftOut);
    input.content = contentOf(text);
    if (input.content == Content::Word) {
        const QStringView word = unquoted(text);
        if (word.size() != text.size())
            input.leftOut |= TokenInput::Quotes;
        input.leftOut |= invisible;
        input.token = WipedText(word.toString()).secret();
    }
    return input;
}

PasswordInput passwordInput(QByteArrayView bytes)
{
    PasswordInput input;
    if (!bytes.isValidUtf8()) {
        input.password = Secret(bytes);
        return input;
    }
    const WipedText typed(QString::fromUtf8(bytes));
    const auto isOut = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
               || c.category() == QChar::Separator_Line
               || c.category() == QChar::Separator_Paragraph;
    };
    QStringView rest = typed.view();
    while (!rest.isEmpty() && isOut(rest.front()))
        rest = rest.sliced(1);
    while (!rest.isEmpty() && isOut(rest.back()))
        rest = rest.chopped(1);
    input.leftOut = rest.size() != typed.view().size();
    input.hasControl = std::any_of(rest.begin(), rest.end(), isOut);
    input.hasBlankAtAnEnd = !rest.isEmpty() && (rest.front().isSpace() || rest.back().isSpace());
    input.password = WipedText(rest.toString()).secret();
    return input;
}

} // namespace rox
