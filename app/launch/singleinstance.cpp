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
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxCallers = 8;

/// The runtime folder, if no other user can put a socket there.
QString ownRuntimeFolder()
{
    const QFileInfo folder(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const bool own =
        folder.isDir() && folder.ownerId() == ::geteuid() && !(folder.permissions() & others);
    return own ? folder.absoluteFilePath() : QString();
}

/// Differs for each display: a window on another one cannot be raised here.
QByteArray sessionDigest(const Environment &environment)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        hash.addData(qgetenv(name).append('\n'));
    hash.addData(environment.value(u"ROX_TOKENS_INSTANCE"_s).toUtf8());
    constexpr qsizetype enough = 8;
    return hash.result().left(enough).toHex();
}

QByteArray lockFileOf(const QString &socket)
{
    return QFile::encodeName(socket + ".lock"_L1);
}

/// Device and inode; {} if there is no file.
std::pair<dev_t, ino_t> fileAt(const QByteArray &path)
{
    struct stat facts = {};
    return ::lstat(path.constData(), &facts) == 0 ? std::pair(facts.st_dev, facts.st_ino)
                                                  : std::pair<dev_t, ino_t>();
}

/// One connection. Collects the message in a buffer that is wiped; deleted with the socket.
class Caller : public QObject
{
public:
    Caller(QLocalSocket *socket, const SingleInstance::Heard &heard)
        : QObject(socket)
        , m_socket(socket)
        , m_heard(heard)
    {
        connect(socket, &QLocalSocket::readyRead, this, &Caller::read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Only MaxCallers can wait. After a hang of this process its answer may be there already.
        QTimer::singleShot(SingleInstance::PatienceMs, this, [this] {
            read();
            if (!m_done)
                drop();
        });
        read();
    }
    ~Caller() override { wipe(m_bytes); }

private:
    void read()
    {
        if (m_done)
            return;
        if (m_message)
            return readGoAhead();
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
            m_message = LaunchMessage::decoded(
                QByteArray::fromRawData(m_bytes.constData() + LaunchMessage::LengthBytes,
                                        m_size - LaunchMessage::LengthBytes));
            wipe(m_bytes);
            if (!m_message)
                return drop();
            m_socket->putChar(SingleInstance::Ready);
        }
    }

    void readGoAhead()
    {
        char answer = 0;
        if (!m_socket->getChar(&answer))
            return;
        if (answer != SingleInstance::GoAhead)
            return drop();
        m_done = true;
        m_socket->disconnectFromServer();
        m_heard(std::move(*m_message));
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
    SingleInstance::Heard m_heard;
    QByteArray m_bytes;
    qsizetype m_size = 0; ///< bytes of m_bytes that were received
    std::optional<LaunchMessage> m_message;
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
    // We never remove the file: if two processes created it anew, each could lock its own.
    const int file =
        ::open(lockFileOf(m_socket).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_lock = file;
        return;
    }
    if (file < 0)
        m_socket.clear(); // no lock, so every start has its own window
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

bool InstancePlace::keep()
{
    if (!isOurs())
        return false;
    struct stat held = {};
    if (::fstat(m_lock, &held) == 0
        && fileAt(lockFileOf(m_socket)) == std::pair(held.st_dev, held.st_ino))
        return true;
    const QString socket = m_socket;
    leave();
    m_socket = socket;
    takeIfFree();
    return isOurs();
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
    m_server.connected = [this](QLocalSocket *socket) { accept(socket); };
}

void SingleInstance::Server::incomingConnection(quintptr descriptor)
{
    auto *socket = new QLocalSocket(this);
    socket->setSocketDescriptor(qintptr(descriptor), QLocalSocket::ConnectedState,
                                QIODevice::ReadWrite | QIODevice::Unbuffered);
    connected(socket);
}

bool SingleInstance::listen(InstancePlace *place, Heard heard)
{
    if (!place->isOurs())
        return false;
    m_place = place;
    m_heard = std::move(heard);
    if (!open())
        return false;
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, &SingleInstance::look);
    m_folder.addPath(QFileInfo(place->socket()).path());
    look(); // it may have been removed before it was watched
    return true;
}

bool SingleInstance::open()
{
    QLocalServer::removeServer(m_place->socket()); // left by a crash: we hold the lock
    const bool listens = m_server.listen(m_place->socket());
    m_socket = fileAt(QFile::encodeName(m_place->socket()));
    return listens;
}

void SingleInstance::look()
{
    const auto there = fileAt(QFile::encodeName(m_place->socket()));
    if (m_place->keep() && m_server.isListening() && there == m_socket)
        return;
    // Removes a socket that has our name, so only while the place is ours.
    if (m_place->isOurs()) {
        m_server.close();
        [[maybe_unused]] const bool listens = open(); // else tried again at the next change
        return;
    }
    m_folder.disconnect(this);
}

void SingleInstance::accept(QLocalSocket *socket)
{
    const auto callers = m_server.findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly);
    if (callers.size() > MaxCallers || !isSameUser(*socket)) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    new Caller(socket, m_heard);
}

} // namespace rox
