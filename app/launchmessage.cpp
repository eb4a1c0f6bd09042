// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launchmessage.h"

#include <QDataStream>
#include <QIODevice>

namespace rox {

namespace {

constexpr quint32 FormatVersion = 1;
constexpr quint32 MostEntries = 1024;

void writeText(QDataStream *stream, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    *stream << bytes;
    wipe(bytes);
}

/// Numbers and byte arrays only: QDataStream reserves what a list claims to hold before reading it.
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
        QByteArray utf8 = bytes();
        QString value = QString::fromUtf8(utf8);
        wipe(utf8);
        return value;
    }

    [[nodiscard]] bool isWhole() const
    {
        return m_stream.status() == QDataStream::Ok && m_stream.atEnd();
    }
    [[nodiscard]] bool isGood() const { return m_stream.status() == QDataStream::Ok; }

private:
    QDataStream m_stream;
};

} // namespace

QByteArray LaunchMessage::encoded() const
{
    QByteArray bytes;
    bytes.reserve(qsizetype(MaxBytes)); // not moved while it grows: a copy would stay behind
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << quint32(0) << FormatVersion << quint32(arguments.size());
    for (const QString &argument : arguments)
        writeText(&stream, argument);
    stream << quint32(environment.size());
    for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable) {
        writeText(&stream, variable.key());
        writeText(&stream, variable.value());
    }
    writeText(&stream, workingFolder);
    stream << activationToken;
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
    const quint32 arguments = reader.number();
    if (arguments == 0 || arguments > MostEntries)
        return {};
    for (quint32 i = 0; i < arguments && reader.isGood(); ++i)
        message.arguments.append(reader.text());
    const quint32 variables = reader.number();
    if (variables > MostEntries)
        return {};
    for (quint32 i = 0; i < variables && reader.isGood(); ++i) {
        const QString name = reader.text();
        message.environment.insert(name, reader.text());
    }
    message.workingFolder = reader.text();
    message.activationToken = reader.bytes();
    if (!reader.isWhole()) {
        wipeCredentials(&message.environment);
        return {};
    }
    return message;
}

} // namespace rox
