// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpointinput.h"

#include "models/values/quotationmark.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;
using Fault = Endpoint::Fault;

namespace {

constexpr int MaxPort = 65535;
/// QUrl is slow on a very long text, and none of them is an address.
constexpr qsizetype MaxLength = 10'000;

struct Pair
{
    char16_t open;
    char16_t close;
};
constexpr std::array Brackets{Pair{u'<', u'>'}, Pair{u'(', u')'}, Pair{u'{', u'}'}};

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isPort(QStringView text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number > 0 && number <= MaxPort && areDigits(text);
}

/// Without ":" and the digits behind it; the port may be too high.
QStringView withoutPort(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && colon + 1 < text.size() && areDigits(text.sliced(colon + 1));
    return hasPort ? text.first(colon) : text;
}

/// QUrl reads a number alone as an IPv4 address.
bool isNumberAlone(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView host = colon < 0 ? text : text.first(colon);
    return !host.isEmpty() && areDigits(host) && (colon < 0 || areDigits(text.sliced(colon + 1)));
}

bool isIpv6(QStringView text)
{
    return text.count(u':') >= 2 && QUrl("https://["_L1 + text + u']', QUrl::StrictMode).isValid();
}

/// Control and format characters are not seen, so nobody typed them on purpose. An input method for
/// Chinese or Japanese gives wide forms of the punctuation.
QString withPlainCharacters(const QString &typed)
{
    QString plain = typed.left(MaxLength).trimmed();
    plain.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    plain.replace(u'：', u':').replace(u'／', u'/').replace(u'．', u'.').replace(u'\\', u'/');
    return plain.trimmed();
}

/// Takes off one pair of brackets, or quotation marks at either end. False: there are none.
bool takeMarks(QString *text)
{
    static const QRegularExpression name(u"^(?:export\\s+)?[A-Za-z_]\\w*=\\s*"_s);
    if (text->contains(u'=')) {
        if (const auto match = name.match(*text); match.hasMatch()) {
            *text = text->mid(match.capturedEnd()).trimmed();
            return true;
        }
    }
    const qsizetype before = text->size();
    while (!text->isEmpty() && isQuotationMark(text->front()))
        text->remove(0, 1);
    while (!text->isEmpty()
           && (isQuotationMark(text->back()) || text->back() == u',' || text->back() == u';'))
        text->chop(1);
    for (const Pair &pair : Brackets) {
        if (text->size() >= 2 && text->front() == pair.open && text->back() == pair.close)
            *text = text->mid(1).chopped(1);
    }
    // Square brackets belong to an IPv6 address.
    if (text->size() >= 2 && text->front() == u'[' && text->back() == u']') {
        const QString inside = text->mid(1).chopped(1);
        if (inside.startsWith(u'[') || !isIpv6(inside))
            *text = inside;
    }
    *text = text->trimmed();
    return text->size() != before;
}

/// Takes off "https://" and its like, also with a slash or the colon missing. The last one counts.
QString takeScheme(QString *text, EndpointInput::Changes *changes)
{
    static const QRegularExpression http(u"^(https?)(?:[:;]\\s*/*|//+)\\s*"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString scheme;
    if (!text->startsWith("http"_L1, Qt::CaseInsensitive))
        return scheme;
    for (auto match = http.match(*text); match.hasMatch(); match = http.match(*text)) {
        if (!scheme.isEmpty())
            *changes |= EndpointInput::SchemeRepeated;
        scheme = match.captured(1).toLower();
        if (!match.captured().endsWith("://"_L1) || match.captured().count(u'/') != 2)
            *changes |= EndpointInput::SchemeMended;
        *text = text->mid(match.capturedEnd());
    }
    return scheme;
}

/// The path, query and fragment of an address that a browser shows.
bool takePath(QString *text)
{
    const auto *const at = std::find_if(
        text->cbegin(), text->cend(), [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    if (at == text->cend())
        return false;
    const bool hasMore = at + 1 != text->cend();
    text->truncate(at - text->cbegin());
    return hasMore;
}

/// A password may hold "/", "?" and "#", so any "@" may end one. In an address of the console, an
/// "@" after "/main" belongs to what it shows.
bool hasUserInfo(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    if (at < 0)
        return false;
    static const QRegularExpression console(u"^[^/?#@:]+(?::\\d+)?/main(?:[/?#]|$)"_s);
    return !console.match(address).hasMatch();
}

tl::expected<QString, Fault> withBrackets(const QString &host, LastNumber lastNumber)
{
    const qsizetype colon = host.lastIndexOf(u':');
    const QString address = host.left(colon);
    const QString number = host.mid(colon + 1);
    const bool mayEndInPort = isPort(number) && isIpv6(address);
    const QString withPort = u'[' % address % "]:"_L1 % number;
    if (!isIpv6(host))
        return mayEndInPort ? tl::expected<QString, Fault>(withPort)
                            : tl::make_unexpected(Fault::Malformed);
    if (!mayEndInPort)
        return u'[' % host % u']';
    if (lastNumber == LastNumber::IsPort)
        return withPort;
    return tl::make_unexpected(Fault::Brackets);
}

} // namespace

// A QRegularExpression is compiled at its first match. The first address is read before the window
// is shown, so each is asked only where it may match.
tl::expected<EndpointInput, Fault> endpointInput(const QString &typed, LastNumber lastNumber)
{
    EndpointInput input;
    QString text = withPlainCharacters(typed);
    while (takeMarks(&text))
        input.changes |= EndpointInput::MarksLeftOut;
    if (text.isEmpty())
        return tl::make_unexpected(Fault::Empty);
    const QString scheme = takeScheme(&text, &input.changes);
    if (hasUserInfo(text))
        return tl::make_unexpected(Fault::UserInfo);
    static const QRegularExpression otherScheme(u"^[A-Za-z][\\w+.-]*:/+[^/]"_s);
    if (text.contains(u'/') && otherScheme.match(text).hasMatch())
        return tl::make_unexpected(Fault::Scheme);
    if (takePath(&text))
        input.changes |= EndpointInput::PathLeftOut;
    if (isPort(text) || (text.startsWith(u':') && isPort(QStringView(text).sliced(1))))
        return tl::make_unexpected(Fault::NoHost);
    if (isNumberAlone(text))
        return tl::make_unexpected(Fault::Malformed);
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); }))
        return tl::make_unexpected(Fault::Blank);
    if (text.count(u':') >= 2 && !text.startsWith(u'[')) {
        const auto bracketed = withBrackets(text, lastNumber);
        if (!bracketed)
            return tl::make_unexpected(bracketed.error());
        text = *bracketed;
        input.changes |= EndpointInput::BracketsAdded;
    }
    const QStringView beforeDot = QStringView(text).chopped(text.endsWith(u'.') ? 1 : 0);
    if (beforeDot.size() < text.size() && withoutPort(beforeDot).size() < beforeDot.size()) {
        text.chop(1);
        input.changes |= EndpointInput::MarksLeftOut;
    }
    const QStringView host = withoutPort(text);
    if (host.endsWith(u'.') || host.endsWith(u'。'))
        input.changes |= EndpointInput::DotLeftOut;
    const auto endpoint = Endpoint::parse(scheme.isEmpty() ? text : scheme % "://"_L1 % text);
    if (!endpoint)
        return tl::make_unexpected(endpoint.error());
    input.endpoint = *endpoint;
    return input;
}

} // namespace rox
