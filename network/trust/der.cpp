// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/der.h"

#include <QList>

namespace rox::der {

namespace {

enum Tag : unsigned char {
    Boolean = 0x01,
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    ObjectId = 0x06,
    Sequence = 0x30,
    Version = 0xa0,    ///< [0], in a certificate
    Extensions = 0xa3, ///< [3], in a certificate
};

struct Element
{
    unsigned char tag = 0;
    QByteArrayView content;
    qsizetype size = 0; ///< with tag and length
};

/// The element with which the bytes begin; nothing if it is cut off or is not DER.
std::optional<Element> first(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto at = [&bytes](qsizetype index) { return static_cast<unsigned char>(bytes[index]); };
    constexpr qsizetype maxLengthBytes = 4;
    qsizetype head = 2;
    qsizetype length = at(1);
    if (length >= 0x80) {
        const qsizetype lengthBytes = length - 0x80;
        if (lengthBytes < 1 || lengthBytes > maxLengthBytes || bytes.size() < 2 + lengthBytes)
            return std::nullopt;
        length = 0;
        for (; head < 2 + lengthBytes; ++head)
            length = length << 8 | at(head);
    }
    if (length > bytes.size() - head)
        return std::nullopt;
    return Element{at(0), bytes.sliced(head, length), head + length};
}

/// The elements inside of a sequence; empty if they do not fill it.
QList<Element> elementsIn(QByteArrayView content)
{
    QList<Element> elements;
    while (!content.isEmpty()) {
        const auto element = first(content);
        if (!element)
            return {};
        elements.append(*element);
        content = content.sliced(element->size);
    }
    return elements;
}

bool haveTags(const QList<Element> &elements, std::initializer_list<Tag> tags)
{
    if (elements.size() < qsizetype(tags.size()))
        return false;
    qsizetype at = 0;
    for (const Tag tag : tags) {
        if (elements[at++].tag != tag)
            return false;
    }
    return true;
}

/// The fields of what is signed in a certificate, without its version.
QList<Element> fieldsOf(const Element &certificate)
{
    const QList<Element> parts = elementsIn(certificate.content);
    if (parts.size() != 3 || !haveTags(parts, {Sequence, Sequence, BitString}))
        return {};
    QList<Element> fields = elementsIn(parts[0].content);
    if (haveTags(fields, {Version}))
        fields.removeFirst();
    // serial, algorithm, issuer, validity, subject, key
    if (!haveTags(fields, {Integer, Sequence, Sequence, Sequence, Sequence, Sequence}))
        return {};
    return fields;
}

/// The extension basicConstraints; nothing if there is none.
std::optional<bool> isCa(const Element &extensions)
{
    const auto list = first(extensions.content);
    if (!list)
        return std::nullopt;
    const auto all = elementsIn(list->content);
    for (const Element &extension : all) {
        const QList<Element> parts = elementsIn(extension.content);
        if (!haveTags(parts, {ObjectId}) || parts[0].content != QByteArrayView("\x55\x1d\x13", 3)
            || parts.last().tag != OctetString)
            continue;
        const auto constraints = first(parts.last().content);
        const QList<Element> flags =
            constraints ? elementsIn(constraints->content) : QList<Element>();
        return haveTags(flags, {Boolean}) && flags[0].content != QByteArrayView("\0", 1);
    }
    return std::nullopt;
}

} // namespace

bool isSequence(QByteArrayView bytes)
{
    if (bytes.size() < 2 || static_cast<unsigned char>(bytes[0]) != Sequence)
        return false;
    // A text that begins with '0' has a length of one byte, and seldom the right one.
    const auto length = static_cast<unsigned char>(bytes[1]);
    return length >= 0x80 || bytes.size() == 2 + length;
}

std::optional<QByteArray> firstCertificate(QByteArrayView bytes)
{
    const auto element = first(bytes);
    if (!element || element->tag != Sequence || fieldsOf(*element).isEmpty())
        return std::nullopt;
    return bytes.first(element->size).toByteArray();
}

Kind kindOf(QByteArrayView bytes)
{
    if (!isSequence(bytes))
        return Kind::Other;
    const auto element = first(bytes);
    if (!element)
        return Kind::CutOff;
    const QList<Element> parts = elementsIn(element->content);
    constexpr char pkcs7[] = "\x2a\x86\x48\x86\xf7\x0d\x01\x07";
    if (haveTags(parts, {ObjectId}))
        return parts[0].content.startsWith(pkcs7) ? Kind::Pkcs7 : Kind::Other;
    if (haveTags(parts, {Integer, Sequence}) && parts[0].content == QByteArrayView("\3", 1))
        return Kind::Pkcs12;
    if (haveTags(parts, {Integer}))
        return Kind::PrivateKey;
    if (parts.size() == 3 && haveTags(parts, {Sequence, Sequence, BitString}))
        return Kind::CertificateRequest;
    // An encrypted private key.
    if (parts.size() == 2 && haveTags(parts, {Sequence, OctetString}))
        return Kind::PrivateKey;
    return Kind::Other;
}

bool mayBeAuthority(QByteArrayView certificate)
{
    const auto element = first(certificate);
    const QList<Element> fields = element ? fieldsOf(*element) : QList<Element>();
    if (fields.isEmpty())
        return false;
    const QByteArrayView issuer = fields[2].content;
    const QByteArrayView subject = fields[4].content;
    if (issuer == subject)
        return true;
    for (const Element &field : fields.sliced(6)) {
        if (field.tag == Extensions)
            return isCa(field).value_or(false);
    }
    return false; // a certificate of version 1 that another one signed
}

} // namespace rox::der
