// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QTcpSocket;

namespace rox {

/// Finds out which address of a name accepts connections (RFC 8305): one attempt after the other,
/// 250 ms apart or as soon as one fails. Calls `done` once, from the event loop, with the first
/// address that accepted, or with a null one if none did within `patience`; not if it is destroyed
/// before. Nothing is sent over the connections, which are closed at once.
class AddressRace : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Patience{3'000};

    AddressRace(QList<QHostAddress> addresses, quint16 port,
                std::function<void(const QHostAddress &)> done, QObject *parent,
                std::chrono::milliseconds patience = Patience);
    ~AddressRace() override;

private:
    void startNext();
    void finish(const QHostAddress &winner);

    const QList<QHostAddress> m_addresses;
    const quint16 m_port;
    std::function<void(const QHostAddress &)> m_done;
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
    qsizetype m_started = 0;
    qsizetype m_failed = 0;
    QTimer m_next;
    QTimer m_patience;
};

/// Calls `known` with the address that requests to this URL have to connect to, because an address
/// before it does not answer; with a null one if they can connect by name. Qt tries the addresses
/// of a name one after the other, each for 15 s or more.
///
/// The result is cached per host and port for ten minutes: `known` is then called from inside this
/// call, else from the event loop within AddressRace::Patience; never after `context` was
/// destroyed. A host that is an address needs no look-up. GUI thread only.
void whenAddressIsKnown(const QUrl &url, QObject *context,
                        std::function<void(const QHostAddress &)> known);

/// Puts an address into the cache: connections to this URL go there.
void knowAddress(const QUrl &url, const QHostAddress &address);

/// Empties the cache, as is needed after a connection failed and after the network has changed.
void forgetAddresses();

/// Addresses in turn of the two families, in the order of the system otherwise: the first of them
/// stays first.
[[nodiscard]] QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

} // namespace rox
