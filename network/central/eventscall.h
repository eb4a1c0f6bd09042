// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencreation.h"
#include "network/central/answer.h"
#include "network/delivery.h"

#include <QObject>
#include <QSet>

namespace rox {

struct EventPage;
class Wire;

/// Reads the events about new tokens, a page after the other, ascending. Central filters by whole
/// seconds, so the next page begins with the second of the last event, and has some events again;
/// if that second alone fills a page, the next one has an offset.
class EventsCall final : public QObject
{
    Q_OBJECT

public:
    EventsCall(Wire &wire, UtcMs from, Delivery<Result<TokenCreations>> deliver, QObject *parent);

private:
    void ask();
    [[nodiscard]] QByteArray path() const;
    void take(Answer &&answer);
    /// Whether there is another page.
    [[nodiscard]] bool goOn(const EventPage &page);
    void fail(const ApiError &error);
    void finish(Result<TokenCreations> result);

    Wire &m_wire;
    UtcMs m_from; ///< a whole second; NoTime: all events
    Delivery<Result<TokenCreations>> m_deliver;
    int m_limit;
    int m_offset = 0;
    int m_pages = 0;
    TokenCreations m_found;
    QSet<QString> m_known; ///< ids of the tokens in m_found
};

} // namespace rox
