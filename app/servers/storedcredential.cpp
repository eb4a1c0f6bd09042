// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/storedcredential.h"

#include <QByteArray>
#include <QList>

namespace rox {

namespace {

const QByteArrayView SessionMark = "rox-tokens session 1";
constexpr qsizetype SessionLines = 4; ///< mark, end, cookie, token

QList<QByteArrayView> linesOf(QByteArrayView bytes)
{
    QList<QByteArrayView> lines;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0)
            return lines << bytes;
        lines << bytes.first(end);
        bytes = bytes.sliced(end + 1);
    }
}

} // namespace

StoredCredential StoredCredential::clone() const
{
    return {value.clone(), expiresAt, refreshCookie.clone()};
}

Secret packed(SignInMethod method, const StoredCredential &credential)
{
    if (method != SignInMethod::Browser)
        return credential.value.clone();
    QByteArray text;
    // Reserved, so that growing leaves no copy behind.
    text.reserve(SessionMark.size() + credential.refreshCookie.size() + credential.value.size()
                 + 32);
    text.append(SessionMark).append('\n');
    text.append(QByteArray::number(credential.expiresAt)).append('\n');
    text.append(credential.refreshCookie.view()).append('\n');
    text.append(credential.value.view());
    return Secret::take(std::move(text));
}

std::optional<StoredCredential> unpacked(SignInMethod method, const Secret &secret)
{
    if (secret.isEmpty())
        return std::nullopt;
    if (method != SignInMethod::Browser)
        return StoredCredential{secret.clone(), NoTime, {}};
    const QList<QByteArrayView> lines = linesOf(secret.view());
    if (lines.size() != SessionLines || lines.at(0) != SessionMark)
        return std::nullopt;
    bool isNumber = false;
    const UtcMs expiresAt = lines.at(1).toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return StoredCredential{Secret(lines.at(3)), expiresAt, Secret(lines.at(2))};
}

} // namespace rox
