// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/delivery.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

namespace rox {

struct Answer;
class Wire;

/// One GET of the list: transfer on the GUI thread, inflating and decoding on a worker of the
/// global pool. The table comes back through a future, so that nothing is touched if this object
/// goes meanwhile.
class ListCall final : public QObject
{
    Q_OBJECT

public:
    ListCall(Wire &wire, const QByteArray &path, Delivery<Result<TokenTablePtr>> deliver,
             QObject *parent);
    ~ListCall() override;

    /// Ends the decoding with Cancelled; the transfer is an Exchange, a child of this.
    void cancelDecoding() { m_stop.request_stop(); }

private:
    void decode(Answer &&answer);
    void finish(Result<TokenTablePtr> result);

    Limits m_limits;
    Delivery<Result<TokenTablePtr>> m_deliver;
    QFutureWatcher<Result<TokenTablePtr>> m_decoding;
    std::stop_source m_stop;
    int m_status = 0; ///< of the answer that is decoded; a watcher without a future is "finished"
};

} // namespace rox
