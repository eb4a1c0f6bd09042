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

/// One GET of the list. The transfer is on the GUI thread; a worker of the global pool inflates and
/// decodes. The table comes back through a future, so that this object may be deleted meanwhile.
class ListCall final : public QObject
{
    Q_OBJECT

public:
    ListCall(Wire &wire, const QByteArray &path, Delivery<Result<TokenTablePtr>> deliver,
             QObject *parent);
    ~ListCall() override;

private:
    void decode(Answer &&answer);
    void finish(Result<TokenTablePtr> result);

    Limits m_limits;
    Delivery<Result<TokenTablePtr>> m_deliver;
    QFutureWatcher<Result<TokenTablePtr>> m_decoding;
    std::stop_source m_stop;
    int m_status = 0; ///< of the answer; set before the watcher has a future
};

} // namespace rox
