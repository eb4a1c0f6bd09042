// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/addressrace.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <utility>

namespace rox {

namespace {

using namespace std::chrono_literals;

constexpr auto BetweenAttempts = 250ms;
constexpr auto GoodFor = 10min;
constexpr quint16 HttpsPort = 443;

struct Known
{
    QHostAddress address;
    QDeadlineTimer goodUntil;
};

QHash<QString, Known> &knownAddresses()
{
    static QHash<QString, Known> byAuthority;
    return byAuthority;
}

quint16 portOf(const QUrl &url)
{
    return quint16(url.port(HttpsPort));
}

/// One look-up with its race, for one caller. Deletes itself.
class AddressLookUp : public QObject
{
public:
    AddressLookUp(const QUrl &url, QObject *context,
                  std::function<void(const QHostAddress &)> known)
        : QObject(context)
        , m_url(url)
        , m_known(std::move(known))
    {
        // That a name server does not answer is Qt's to report.
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { finish({}); });
        m_patience.start(AddressRace::Patience);
        QHostInfo::lookupHost(url.host(), this,
                              [this](const QHostInfo &info) { race(info.addresses()); });
    }

private:
    void race(const QList<QHostAddress> &found)
    {
        const QList<QHostAddress> addresses = interleaved(found);
        if (addresses.size() < 2 || !m_known) {
            finish({});
            return;
        }
        new AddressRace(
            addresses, portOf(m_url),
            [this, first = addresses.first()](const QHostAddress &winner) {
                finish(winner == first ? QHostAddress() : winner);
            },
            this);
    }

    void finish(const QHostAddress &address)
    {
        const auto known = std::exchange(m_known, nullptr);
        if (!known)
            return;
        knowAddress(m_url, address);
        deleteLater();
        known(address);
    }

    QUrl m_url;
    std::function<void(const QHostAddress &)> m_known;
    QTimer m_patience;
};

} // namespace

AddressRace::AddressRace(QList<QHostAddress> addresses, quint16 port,
                         std::function<void(const QHostAddress &)> done, QObject *parent,
                         std::chrono::milliseconds patience)
    : QObject(parent)
    , m_addresses(std::move(addresses))
    , m_port(port)
    , m_done(std::move(done))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &AddressRace::startNext);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish({}); });
    m_patience.start(patience);
    m_next.start(0); // `done` is called from the event loop
}

AddressRace::~AddressRace()
{
    for (const auto &socket : m_sockets)
        socket->disconnect(this);
}

void AddressRace::startNext()
{
    if (m_started >= m_addresses.size()) {
        if (m_failed >= m_addresses.size())
            finish({});
        return;
    }
    const QHostAddress address = m_addresses.at(m_started++);
    QTcpSocket *socket = m_sockets.emplace_back(std::make_unique<QTcpSocket>()).get();
    socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(socket, &QAbstractSocket::connected, this, [this, address] { finish(address); });
    connect(
        socket, &QAbstractSocket::errorOccurred, this,
        [this] {
            ++m_failed;
            m_next.start(0);
        },
        Qt::QueuedConnection);
    m_next.start(BetweenAttempts);
    socket->connectToHost(address, m_port);
}

void AddressRace::finish(const QHostAddress &winner)
{
    const auto done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    m_next.stop();
    m_patience.stop();
    for (const auto &socket : m_sockets)
        socket->disconnect(this);
    // We may be inside a signal of a socket, so they are closed with this object.
    deleteLater();
    done(winner);
}

void whenAddressIsKnown(const QUrl &url, QObject *context,
                        std::function<void(const QHostAddress &)> known)
{
    if (QHostAddress().setAddress(url.host())) {
        known({});
        return;
    }
    const auto last = knownAddresses().constFind(url.authority());
    if (last != knownAddresses().cend() && !last->goodUntil.hasExpired()) {
        known(QHostAddress(last->address));
        return;
    }
    new AddressLookUp(url, context, std::move(known));
}

void knowAddress(const QUrl &url, const QHostAddress &address)
{
    knownAddresses().insert(url.authority(), {address, QDeadlineTimer(GoodFor)});
}

void forgetAddresses()
{
    knownAddresses().clear();
}

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> left = addresses;
    QList<QHostAddress> inTurn;
    while (!left.isEmpty()) {
        qsizetype at = 0;
        for (qsizetype i = 0; i < left.size() && !inTurn.isEmpty(); ++i) {
            if (left.at(i).protocol() != inTurn.last().protocol()) {
                at = i;
                break;
            }
        }
        inTurn.append(left.takeAt(at));
    }
    return inTurn;
}

} // namespace rox
