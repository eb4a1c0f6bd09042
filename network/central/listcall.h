// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/delivery.h"

#include <QObject>

#include <stop_token>

namespace rox {

struct Answer;
class Wire;

/// One GET of the list. The transfer is on the GUI thread; a worker of the global pool inflates and
/// decodes. This object may be deleted meanwhile.
class ListCall final : public QObject
{
    Q_OBJECT

public:
    ListCall(Wire &wire, const QByteArray &path, Delivery<Result<TokenTablePtr>> deliver,
             QObject *parent);
    ~ListCall() override;

private:
    void decode(Answer &&answer);
    void finishDecoded(Result<TokenTablePtr> table);
    void finish(Result<TokenTablePtr> result);

    Limits m_limits;
    Delivery<Result<TokenTablePtr>> m_deliver;
    std::stop_source m_stop;
    int m_status = 0; ///< of the answer; set before the worker decodes
};

} // namespace rox
