// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 30000;

QJsonObject jwtPart(const QByteArray &token, qsizetype part)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split('.').value(part), QByteArray::Base64UrlEncoding))
        .object();
}

/// Parses the output of curl --include, which may begin with 1xx responses.
void readAnswer(QByteArray text, Answer &answer)
{
    for (;;) {
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/"))
            return;
        const QList<QByteArray> lines = text.left(end).replace("\r\n", "\n").split('\n');
        text.remove(0, end + 4);
        answer.status = lines.first().split(' ').value(1).toInt();
        answer.headers.clear();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
        }
        answer.body = text;
    }
}

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool Answer::hasHeader(const QByteArray &name) const
{
    for (const auto &pair : headers) {
        if (pair.first == name)
            return true;
    }
    return false;
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Answer::message() const
{
    return json().value(u"message"_s).toString();
}

CurledCentral::CurledCentral(const QStringList &arguments)
    : m_arguments(arguments)
{}

CurledCentral::~CurledCentral()
{
    if (m_process.state() != QProcess::NotRunning)
        stop();
}

bool CurledCentral::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_temporary.path());
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(ROX_BIN_DIR "/rox-demo-central"), m_arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(PatienceMs))
            return false;
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_endpoint = line.value(u"endpoint"_s).toString();
    m_caFile = line.value(u"caFile"_s).toString();
    m_adminPassword = line.value(u"adminPassword"_s).toString();
    m_ownToken = line.value(u"apiToken"_s).toString().toLatin1();
    return !m_endpoint.isEmpty() && !m_adminPassword.isEmpty() && !m_ownToken.isEmpty();
}

int CurledCentral::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(PatienceMs)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

Answer CurledCentral::call(const QString &path, const QStringList &curlArguments) const
{
    return curl(QStringList{u"--cacert"_s, m_caFile, u"--connect-to"_s,
                            u"central.stackrox:443:127.0.0.1:"_s + port(), u"--path-as-is"_s,
                            u"https://central.stackrox"_s + path}
                + curlArguments);
}

Answer CurledCentral::asAdmin(const QString &path, const QStringList &curlArguments) const
{
    return call(path, QStringList{u"--user"_s, u"admin:"_s + m_adminPassword} + curlArguments);
}

Answer CurledCentral::withToken(const QByteArray &token, const QString &path,
                                const QStringList &curlArguments) const
{
    const QString header = u"Authorization: Bearer "_s + QString::fromLatin1(token);
    return call(path, QStringList{u"--header"_s, header} + curlArguments);
}

Answer CurledCentral::generate(const QJsonObject &request) const
{
    return asAdmin(u"/v1/apitokens/generate"_s, {u"--data-binary"_s, toText(request)});
}

QByteArray CurledCentral::newToken(const QString &name, const QStringList &roles) const
{
    const Answer answer =
        generate({{u"name"_s, name}, {u"roles"_s, QJsonArray::fromStringList(roles)}});
    return answer.json().value(u"token"_s).toString().toLatin1();
}

QJsonArray CurledCentral::list(const QString &query) const
{
    return asAdmin(u"/v1/apitokens"_s + query).json().value(u"tokens"_s).toArray();
}

Answer curl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"curl"_s,
                  QStringList{u"--disable"_s, u"--silent"_s, u"--show-error"_s, u"--include"_s,
                              u"--noproxy"_s, u"*"_s, u"--max-time"_s, u"25"_s}
                      + arguments);
    Answer answer;
    if (!process.waitForFinished(PatienceMs)) {
        process.kill();
        process.waitForFinished();
        answer.curlError = process.errorString();
        return answer;
    }
    answer.curlCode = process.exitCode();
    answer.curlError = QString::fromLocal8Bit(process.readAllStandardError());
    readAnswer(process.readAllStandardOutput(), answer);
    return answer;
}

QJsonObject jwtPayload(const QByteArray &token)
{
    return jwtPart(token, 1);
}

QJsonObject jwtHeader(const QByteArray &token)
{
    return jwtPart(token, 0);
}

QString toText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
