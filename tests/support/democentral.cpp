// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/democentral.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/prctl.h>

namespace rox::test {

using namespace Qt::StringLiterals;

DemoCentral::DemoCentral(const QStringList &arguments)
{
    constexpr int StartMs = 60'000; // a million tokens on a busy machine
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // The kernel ends the demo Central if the test crashes.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QStringLiteral(ROX_BIN_DIR "/rox-demo-central"), arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(StartMs)) {
            m_why = QStringLiteral(ROX_BIN_DIR "/rox-demo-central: ") + m_process.errorString();
            return;
        }
    }
    const auto said = QJsonDocument::fromJson(m_process.readLine()).object();
    m_caFile = said.value(u"caFile"_s).toString();
    m_adminPassword = said.value(u"adminPassword"_s).toString().toUtf8();
    m_apiToken = said.value(u"apiToken"_s).toString().toUtf8();
    m_endpoint = said.value(u"endpoint"_s).toString();
    if (m_endpoint.isEmpty())
        m_why = u"rox-demo-central did not say where it serves"_s;
}

DemoCentral::~DemoCentral()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        kill();
}

Connection DemoCentral::connection(const QByteArray &apiToken) const
{
    Connection connection;
    if (const auto endpoint = Endpoint::parse(m_endpoint))
        connection.endpoint = *endpoint;
    connection.credential.kind = Credential::Kind::ApiToken;
    connection.credential.secret = Secret(apiToken);
    if (!m_caFile.isEmpty()) {
        if (const auto trust = trustFromCaFile(m_caFile))
            connection.trust = *trust;
    }
    return connection;
}

Connection DemoCentral::adminConnection() const
{
    Connection connection = this->connection(m_adminPassword);
    connection.credential.kind = Credential::Kind::Password;
    connection.credential.userName = u"admin"_s;
    return connection;
}

void DemoCentral::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

} // namespace rox::test
