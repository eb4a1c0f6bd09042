// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/serverprofile.h"

#include <QCryptographicHash>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Part of keychain keys: never change these words, even if the enumerators are renamed.
QByteArray wordOf(SignInMethod method)
{
    switch (method) {
    case SignInMethod::ApiToken:
        return "apiToken";
    case SignInMethod::Password:
        return "password";
    case SignInMethod::Browser:
        return "browser";
    }
    return {};
}

QString keyFrom(const ServerProfile &profile, const QString &binding)
{
    QStringList parts{profile.id.toString(QUuid::WithoutBraces)};
    if (!profile.credentialId.isNull())
        parts.append(profile.credentialId.toString(QUuid::WithoutBraces));
    return (parts << binding).join(u'/');
}

} // namespace

QString ServerProfile::credentialPurpose() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray user = signIn == SignInMethod::Password ? userName.toUtf8() : QByteArray();
    for (const QByteArray &part : {endpoint.base.toString().toUtf8(), wordOf(signIn), user}) {
        // The length prefix makes the concatenation unambiguous.
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':' + part));
    }
    return QString::fromLatin1(hash.result().first(CredentialPurposeLength / 2).toHex());
}

QString ServerProfile::credentialKey() const
{
    return keyFrom(*this, credentialPurpose());
}

QString ServerProfile::keptCredentialKey() const
{
    return keyFrom(*this, keptFor.isEmpty() ? credentialPurpose() : keptFor);
}

void ServerProfile::beginCredential()
{
    credentialId = QUuid::createUuid();
    keptFor = credentialPurpose();
}

} // namespace rox
