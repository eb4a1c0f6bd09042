// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchmessage.h"

#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

#include <array>
#include <utility>

namespace rox {

namespace {

using Kind = Credential::Kind;

constexpr quint32 FormatVersion = 3;
constexpr qsizetype MaxTextBytes = 16 * 1024;

/// The numbers in the message. Renaming in the code must not change them.
constexpr std::array CredentialNumbers = {std::pair(Kind::None, 0U), std::pair(Kind::ApiToken, 1U),
                                          std::pair(Kind::Password, 2U)};

quint32 numberOf(Kind kind)
{
    for (const auto &[known, number] : CredentialNumbers) {
        if (known == kind)
            return number;
    }
    return CredentialNumbers.front().second;
}

/// Reads numbers and byte arrays only: for a list QDataStream reserves the claimed size at once.
class Reader
{
public:
    explicit Reader(const QByteArray &body)
        : m_stream(body)
    {
        m_stream.setVersion(QDataStream::Qt_6_0);
    }

    quint32 number()
    {
        quint32 value = 0;
        m_stream >> value;
        return value;
    }

    QByteArray bytes()
    {
        QByteArray value;
        m_stream >> value;
        return value;
    }

    QString text()
    {
        const QByteArray utf8 = bytes();
        m_isSane = m_isSane && utf8.size() <= MaxTextBytes;
        return QString::fromUtf8(utf8);
    }

    Secret secret() { return Secret::take(bytes()); }

    Kind kind()
    {
        const quint32 sent = number();
        for (const auto &[known, number] : CredentialNumbers) {
            if (number == sent)
                return known;
        }
        m_isSane = false;
        return Kind::None;
    }

    std::optional<Endpoint> endpoint()
    {
        const QString typed = text();
        if (typed.isEmpty())
            return std::nullopt;
        const auto parsed = Endpoint::parse(typed);
        m_isSane = m_isSane && parsed;
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

    /// Everything was read, and every value was valid.
    [[nodiscard]] bool isWhole() const
    {
        return m_isSane && m_stream.status() == QDataStream::Ok && m_stream.atEnd();
    }

private:
    QDataStream m_stream;
    bool m_isSane = true;
};

/// Whether launchRequest() could have returned it.
bool isPossible(const LaunchRequest &request)
{
    const Credential &credential = request.credential;
    if ((request.demo || !request.endpoint)
        && (credential.kind != Kind::None || !request.caFile.isEmpty()))
        return false;
    return !(request.demo && request.endpoint)
           && (credential.kind == Kind::None) == credential.secret.isEmpty()
           && (credential.kind == Kind::Password) == !credential.userName.isEmpty()
           && (request.caFile.isEmpty() || QFileInfo(request.caFile).isAbsolute());
}

} // namespace

QByteArray LaunchMessage::encoded() const
{
    QByteArray bytes;
    bytes.reserve(qsizetype(MaxBytes)); // growing would leave copies that are not wiped
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const QString endpoint = request.endpoint ? request.endpoint->base.toString() : QString();
    const QString caFile =
        request.caFile.isEmpty() ? QString() : QFileInfo(request.caFile).absoluteFilePath();
    const QByteArrayView secret = request.credential.secret.view();
    stream << quint32(0) << FormatVersion << quint32(request.demo) << endpoint.toUtf8()
           << numberOf(request.credential.kind) << request.credential.userName.toUtf8();
    stream.writeBytes(secret.data(), uint(secret.size()));
    stream << caFile.toUtf8() << activationToken;
    stream.device()->seek(0);
    stream << quint32(bytes.size() - qsizetype(LengthBytes));
    return bytes;
}

std::optional<LaunchMessage> LaunchMessage::decoded(const QByteArray &body)
{
    Reader reader(body);
    if (reader.number() != FormatVersion)
        return {};
    LaunchMessage message;
    const quint32 demo = reader.number();
    message.request.demo = demo == 1;
    message.request.endpoint = reader.endpoint();
    message.request.credential.kind = reader.kind();
    message.request.credential.userName = reader.text();
    message.request.credential.secret = reader.secret();
    message.request.caFile = reader.text();
    message.activationToken = reader.bytes();
    if (demo > 1 || message.activationToken.size() > MaxTextBytes || !reader.isWhole()
        || !isPossible(message.request))
        return {};
    return message;
}

} // namespace rox
