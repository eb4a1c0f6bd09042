// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// The result of one curl run.
struct Answer
{
    int curlCode = -1; ///< curl's exit code; 0: got a response
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QString curlError;

    QByteArray header(const QByteArray &name) const;
    bool hasHeader(const QByteArray &name) const;
    QJsonObject json() const;
    QString message() const; ///< the message of an error object
};

/// A rox-demo-central process, and functions that call it with curl.
class CurledCentral
{
public:
    explicit CurledCentral(const QStringList &arguments = {});
    ~CurledCentral();

    bool start();
    /// Sends SIGTERM. Returns the exit code, or -1 if the process did not end.
    int stop();

    QString endpoint() const { return m_endpoint; }
    QString port() const { return m_endpoint.section(u':', -1); }
    QString caFile() const { return m_caFile; }
    QString adminPassword() const { return m_adminPassword; }
    QByteArray ownToken() const { return m_ownToken; }
    QString temporaryPath() const { return m_temporary.path(); }

    /// Requests https://central.stackrox<path> at the demo's port, verified with its CA file.
    Answer call(const QString &path, const QStringList &curlArguments = {}) const;
    /// Requests with basic authentication as admin.
    Answer asAdmin(const QString &path, const QStringList &curlArguments = {}) const;
    Answer withToken(const QByteArray &token, const QString &path,
                     const QStringList &curlArguments = {}) const;

    /// POST /v1/apitokens/generate as admin.
    Answer generate(const QJsonObject &request) const;
    /// The value of a new token with @p roles; empty if the call was refused.
    QByteArray newToken(const QString &name, const QStringList &roles) const;
    QJsonArray list(const QString &query = {}) const;

private:
    QStringList m_arguments;
    QTemporaryDir m_temporary;
    QProcess m_process;
    QString m_endpoint;
    QString m_caFile;
    QString m_adminPassword;
    QByteArray m_ownToken;
};

/// Runs curl with @p arguments.
Answer curl(const QStringList &arguments);

/// The payload of a JWT, without verification.
QJsonObject jwtPayload(const QByteArray &token);
QJsonObject jwtHeader(const QByteArray &token);

/// The JSON text of @p object.
QString toText(const QJsonObject &object);
