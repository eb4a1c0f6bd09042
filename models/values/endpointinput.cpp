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

bool isPort(QStringView text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number > 0 && number <= MaxPort
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
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
    if (const auto match = name.match(*text); match.hasMatch()) {
        *text = text->mid(match.capturedEnd()).trimmed();
        return true;
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
    static const QRegularExpression start(u"[/?#]"_s);
    const qsizetype at = text->indexOf(start);
    if (at < 0)
        return false;
    const bool hasMore = text->size() > at + 1;
    text->truncate(at);
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
    if (otherScheme.match(text).hasMatch())
        return tl::make_unexpected(Fault::Scheme);
    if (takePath(&text))
        input.changes |= EndpointInput::PathLeftOut;
    if (isPort(text) || (text.startsWith(u':') && isPort(QStringView(text).sliced(1))))
        return tl::make_unexpected(Fault::NoHost);
    static const QRegularExpression number(u"^\\d+(?::\\d*)?$"_s); // QUrl: an IPv4 address
    if (number.match(text).hasMatch())
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
    static const QRegularExpression dotAfterPort(u":\\d+\\.$"_s);
    if (dotAfterPort.match(text).hasMatch()) {
        text.chop(1);
        input.changes |= EndpointInput::MarksLeftOut;
    }
    static const QRegularExpression dot(u"[.。](?::\\d+)?$"_s);
    if (dot.match(text).hasMatch())
        input.changes |= EndpointInput::DotLeftOut;
    const auto endpoint = Endpoint::parse(scheme.isEmpty() ? text : scheme % "://"_L1 % text);
    if (!endpoint)
        return tl::make_unexpected(endpoint.error());
    input.endpoint = *endpoint;
    return input;
}

} // namespace rox
