// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/opensslserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

QString endpointAt(quint16 port)
{
    return u"127.0.0.1:"_s + QString::number(port);
}

} // namespace

OpensslServer::OpensslServer(const Certified &certified, const QStringList &options)
{
    const QString file = m_folder.filePath(u"server.pem"_s);
    const QByteArray pem = certified.pem() + certified.key.toPem();
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(pem) != pem.size()) {
        m_why = out.errorString();
        return;
    }
    out.close();
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    const quint16 port = free.serverPort();
    free.close();
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"openssl"_s, QStringList{u"s_server"_s, u"-quiet"_s, u"-accept"_s,
                                              endpointAt(port), u"-cert"_s, file}
                                      + options);
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(u"127.0.0.1"_s, port);
        if (probe.waitForConnected(200)) {
            m_port = port;
            return;
        }
        m_process.waitForFinished(20);
    }
    m_why = u"openssl s_server does not serve: "_s
            + QString::fromLocal8Bit(m_process.readAllStandardError());
}

OpensslServer::~OpensslServer()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QByteArray OpensslServer::received()
{
    m_received += m_process.readAllStandardOutput();
    return m_received;
}

bool OpensslServer::isReachedWith(const QStringList &options) const
{
    QProcess client;
    client.start(u"openssl"_s,
                 QStringList{u"s_client"_s, u"-connect"_s, endpointAt(m_port)} + options);
    client.closeWriteChannel(); // s_client ends at the end of its input
    return client.waitForFinished(10'000) && client.exitCode() == 0
           && client.readAllStandardOutput().contains("-----BEGIN CERTIFICATE-----");
}

} // namespace rox::test
