// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/nginx.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray configuration(quint16 port, quint16 upstreamPort, const QByteArray &directives)
{
    return "worker_processes 2;\npid nginx.pid;\nerror_log error.log;\n"
           "events { worker_connections 64; }\n"
           "http {\n"
           "  log_format seen '$server_protocol $status sni=$ssl_server_name host=$host '\n"
           "                  'resumed=$ssl_session_reused';\n"
           "  access_log access.log seen;\n"
           "  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;\n"
           "  uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n"
           "  server {\n"
           "    listen 127.0.0.1:"
           + QByteArray::number(port)
           + " ssl http2;\n"
             "    ssl_certificate leaf.pem; ssl_certificate_key leaf.key;\n"
           + directives
           + "\n    location / { proxy_pass http://127.0.0.1:" + QByteArray::number(upstreamPort)
           + "; proxy_next_upstream off; }\n"
             "  }\n"
             "}\n";
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

Nginx::Nginx(const Certified &certified, quint16 upstreamPort, const QByteArray &directives)
{
    const QString program =
        QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (program.isEmpty()) {
        m_why = u"nginx is not installed"_s;
        return;
    }
    const quint16 port = freePort();
    if (!write(u"leaf.pem"_s, certified.pem()) || !write(u"leaf.key"_s, certified.key.toPem())
        || !write(u"nginx.conf"_s, configuration(port, upstreamPort, directives)))
        return;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(program, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s),
                              u"-g"_s, u"daemon off;"_s});
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
    m_why = u"nginx does not serve: "_s + QString::fromLocal8Bit(m_process.readAll());
}

Nginx::~Nginx()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        killWorkers();
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

QByteArrayList Nginx::seen() const
{
    QFile log(m_folder.filePath(u"access.log"_s));
    QByteArrayList lines;
    if (log.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : log.readAll().split('\n')) {
            if (!line.isEmpty())
                lines.append(line);
        }
    }
    return lines;
}

QList<qint64> Nginx::workers() const
{
    const QString pid = QString::number(m_process.processId());
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    QList<qint64> pids;
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            if (!child.isEmpty())
                pids.append(child.toLongLong());
        }
    }
    return pids;
}

void Nginx::killWorkers() const
{
    for (const qint64 pid : workers())
        ::kill(static_cast<pid_t>(pid), SIGKILL);
}

bool Nginx::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
        return true;
    m_why = file.fileName() + u": "_s + file.errorString();
    return false;
}

} // namespace rox::test
