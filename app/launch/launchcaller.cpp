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
    , m_place(std::move(socket))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(SingleInstance::PatienceMs);
    m_again.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
    connect(&m_again, &QTimer::timeout, this, &LaunchCaller::connectAgain);
    connect(&m_socket, &QLocalSocket::connected, this, &LaunchCaller::speak);
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        char answer = 0;
        finish(m_socket.getChar(&answer) && answer == SingleInstance::Taken);
    });
    // It holds its place and does not listen yet, or it has just ended: again, while there is time.
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
    // Unbuffered: Qt would keep a copy that is not ours to wipe.
    m_socket.connectToServer(m_place, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void LaunchCaller::speak()
{
    if (!isSameUser(m_socket)) {
        finish(false);
        return;
    }
    // By pointer: an array would be kept, and then not be ours to wipe.
    m_socket.write(m_bytes.constData(), m_bytes.size());
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
