// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchcaller.h"

#include "app/launch/singleinstance.h"

#include <utility>

namespace rox {

namespace {

constexpr int AgainMs = 25;

} // namespace

LaunchCaller::LaunchCaller(QString socket, QObject *parent)
    : QObject(parent)
    , m_path(std::move(socket))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(SingleInstance::PatienceMs);
    m_again.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
    connect(&m_again, &QTimer::timeout, this, &LaunchCaller::connectAgain);
    connect(&m_socket, &QLocalSocket::connected, this, &LaunchCaller::send);
    connect(&m_socket, &QLocalSocket::readyRead, this, &LaunchCaller::answered);
    // The first process does not listen yet, or has just ended: try again until m_patience is over.
    connect(&m_socket, &QLocalSocket::errorOccurred, &m_again, qOverload<>(&QTimer::start));
}

LaunchCaller::~LaunchCaller()
{
    m_socket.disconnect(this);
    wipe(m_bytes);
}

void LaunchCaller::call(const LaunchMessage &message)
{
    m_bytes = message.encoded();
    m_patience.start();
    m_again.start(0);
}

void LaunchCaller::connectAgain()
{
    m_again.setInterval(AgainMs);
    // Unbuffered: Qt's buffer would hold a copy that we cannot wipe.
    m_socket.connectToServer(m_path, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void LaunchCaller::send()
{
    if (!isSameUser(m_socket)) {
        finish(false);
        return;
    }
    // By pointer: Qt would keep a reference to the QByteArray, and wipe() would detach a copy.
    m_socket.write(m_bytes.constData(), m_bytes.size());
}

void LaunchCaller::answered()
{
    char answer = 0;
    const bool isReady = m_socket.getChar(&answer) && answer == SingleInstance::Ready;
    // Flushed: finish() drops what Qt has not written yet.
    finish(isReady && m_socket.putChar(SingleInstance::GoAhead) && m_socket.flush());
}

void LaunchCaller::finish(bool taken)
{
    if (!m_patience.isActive() && m_bytes.isEmpty())
        return;
    m_patience.stop();
    m_again.stop();
    wipe(m_bytes);
    m_socket.abort();
    Q_EMIT finished(taken);
}

} // namespace rox
