// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/singleinstance.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>
#include <QtEndian>

#include <fcntl.h>
#include <functional>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCallers = 8;

/// The runtime folder, if nobody else can put a socket there.
QString ownRuntimeFolder()
{
    const QFileInfo folder(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const bool own =
        folder.isDir() && folder.ownerId() == ::geteuid() && !(folder.permissions() & others);
    return own ? folder.absoluteFilePath() : QString();
}

/// A window on another display is no window to raise.
QByteArray sessionDigest(const Environment &environment)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        hash.addData(qgetenv(name).append('\n'));
    hash.addData(environment.value(u"ROX_TOKENS_INSTANCE"_s).toUtf8());
    constexpr qsizetype enough = 8;
    return hash.result().left(enough).toHex();
}

/// One who connected. Collects the message in a block that is wiped; deleted with the socket.
class Caller : public QObject
{
public:
    using Heard = std::function<void(const QByteArray &)>;

    Caller(QLocalSocket *socket, Heard heard)
        : QObject(socket)
        , m_socket(socket)
        , m_heard(std::move(heard))
    {
        connect(socket, &QLocalSocket::readyRead, this, &Caller::read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Nobody holds a place by saying nothing.
        QTimer::singleShot(SingleInstance::PatienceMs, socket, [socket] { socket->abort(); });
        read();
    }
    ~Caller() override { wipe(m_bytes); }

private:
    void read()
    {
        if (m_done)
            return;
        if (m_bytes.isEmpty())
            m_bytes.resize(LaunchMessage::LengthBytes);
        fill();
        if (m_size == LaunchMessage::LengthBytes && m_bytes.size() == m_size) {
            const auto length = qFromBigEndian<quint32>(m_bytes.constData());
            if (length == 0 || length > LaunchMessage::MaxBytes)
                return drop();
            m_bytes.resize(qsizetype(LaunchMessage::LengthBytes) + qsizetype(length));
            fill();
        }
        if (m_size > LaunchMessage::LengthBytes && m_size == m_bytes.size()) {
            m_done = true;
            m_heard(QByteArray::fromRawData(m_bytes.constData() + LaunchMessage::LengthBytes,
                                            m_size - LaunchMessage::LengthBytes));
            wipe(m_bytes);
        }
    }

    void fill()
    {
        const qint64 got = m_socket->read(m_bytes.data() + m_size, m_bytes.size() - m_size);
        if (got > 0)
            m_size += got;
    }

    void drop()
    {
        m_done = true;
        m_socket->abort();
    }

    QLocalSocket *m_socket;
    Heard m_heard;
    QByteArray m_bytes;
    qsizetype m_size = 0; ///< of m_bytes, what has come
    bool m_done = false;
};

} // namespace

// --- InstancePlace ------------------------------------------------------------------

InstancePlace InstancePlace::of(const Environment &environment)
{
    InstancePlace place;
    const QString folder = ownRuntimeFolder();
    if (folder.isEmpty())
        return place;
    place.m_socket = folder % "/io.github.roxtokens.RoxTokens-"_L1 % QString::number(::geteuid())
                     % u'-' % QLatin1String(sessionDigest(environment));
    place.takeIfFree();
    return place;
}

InstancePlace::~InstancePlace()
{
    leave();
}

InstancePlace::InstancePlace(InstancePlace &&other) noexcept
    : m_socket(std::move(other.m_socket))
    , m_lock(std::exchange(other.m_lock, -1))
{}

InstancePlace &InstancePlace::operator=(InstancePlace &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_lock, other.m_lock);
    return *this;
}

void InstancePlace::takeIfFree()
{
    if (!isTaken())
        return;
    // The file stays when its holder goes: two that make it anew could both have "the" lock.
    const QByteArray path = QFile::encodeName(m_socket + ".lock"_L1);
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_lock = file;
        return;
    }
    if (file < 0)
        m_socket.clear(); // nowhere to meet
    else
        ::close(file);
}

void InstancePlace::leave()
{
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
    m_socket.clear();
}

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
           && peer.uid == ::geteuid();
}

// --- SingleInstance -----------------------------------------------------------------

SingleInstance::SingleInstance(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.met = [this](QLocalSocket *socket) { meet(socket); };
}

void SingleInstance::Server::incomingConnection(quintptr descriptor)
{
    auto *socket = new QLocalSocket(this);
    socket->setSocketDescriptor(qintptr(descriptor), QLocalSocket::ConnectedState,
                                QIODevice::ReadWrite | QIODevice::Unbuffered);
    met(socket);
}

bool SingleInstance::listen(const InstancePlace &place, Heard heard)
{
    if (!place.isOurs())
        return false;
    m_heard = std::move(heard);
    QLocalServer::removeServer(place.socket()); // of one that crashed: the lock is ours
    return m_server.listen(place.socket());
}

void SingleInstance::meet(QLocalSocket *socket)
{
    const auto callers = m_server.findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly);
    if (callers.size() > MostCallers || !isSameUser(*socket)) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    new Caller(socket, [this, socket](const QByteArray &body) { hear(body, socket); });
}

void SingleInstance::hear(const QByteArray &body, QLocalSocket *caller)
{
    auto message = LaunchMessage::decoded(body);
    if (!message) {
        caller->abort();
        return;
    }
    caller->write(&Taken, 1);
    caller->disconnectFromServer();
    m_heard(std::move(*message));
}

} // namespace rox
