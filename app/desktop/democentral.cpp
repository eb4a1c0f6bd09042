// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/democentral.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 30'000;

/// Beside this program in a build folder, in libexec of an installation.
QString programPath()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const auto folder :
         {"."_L1, "../bin"_L1, "../libexec/rox-tokens"_L1, "../lib/rox-tokens"_L1}) {
        const QFileInfo file(here.filePath(folder % "/rox-demo-central"_L1));
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace

DemoCentral::DemoCentral(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoCentral::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        fail(tr("The demo could not be started: %1.").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this,
            [this] { fail(tr("The demo ended before it was ready.")); });
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(tr("The demo was not ready within half a minute.")); });
}

DemoCentral::~DemoCentral()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(1000))
        m_process.kill();
}

void DemoCentral::start()
{
    const QString path = programPath();
    if (path.isEmpty()) {
        fail(tr("The demo is not installed: rox-demo-central is neither beside rox-tokens nor in "
                "libexec."));
        return;
    }
    m_patience.start();
    m_process.start(path, {u"--tokens"_s, u"1284"_s});
}

void DemoCentral::readLine()
{
    if (m_settled || !m_process.canReadLine())
        return;
    QByteArray line = m_process.readLine();
    const QJsonObject facts = QJsonDocument::fromJson(line).object();
    wipe(line);
    const auto endpoint = Endpoint::parse(facts.value("endpoint"_L1).toString());
    auto trust = trustFromCaFile(facts.value("caFile"_L1).toString());
    if (!endpoint || !trust) {
        fail(tr("The demo said nothing that can be understood."));
        return;
    }
    m_settled = true;
    m_patience.stop();
    m_connection.endpoint = *endpoint;
    m_connection.trust = std::move(*trust);
    m_connection.credential.kind = Credential::Kind::ApiToken;
    m_connection.credential.secret = Secret(facts.value("apiToken"_L1).toString().toUtf8());
    Q_EMIT ready();
}

void DemoCentral::fail(const QString &why)
{
    if (m_settled)
        return;
    m_settled = true;
    m_patience.stop();
    Q_EMIT failed(why);
}

} // namespace rox
