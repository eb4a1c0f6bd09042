// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/eventscall.h"

#include "network/central/eventdecoder.h"
#include "network/central/exchange.h"
#include "network/central/wire.h"
#include "network/timestamp.h"

#include <utility>

namespace rox {

namespace {

constexpr int MaxEvents = 1000; ///< of one page; Central gives no more
constexpr int MaxPages = 300;
/// Of one page, which is decoded on the GUI thread. A thousand usual events have 725 KB.
constexpr qint64 MaxPageBytes = 4 << 20;
/// Names have no limit, so a page may be too large. Then the pages get shorter by this factor.
constexpr int Shorter = 10;

UtcMs wholeSecond(UtcMs time)
{
    return time - (time % SecondMs + SecondMs) % SecondMs;
}

} // namespace

EventsCall::EventsCall(Wire &wire, UtcMs from, Delivery<Result<TokenCreations>> deliver,
                       QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_from(from == NoTime ? NoTime : wholeSecond(from))
    , m_deliver(std::move(deliver))
    , m_limit(MaxEvents)
{
    ask();
}

QByteArray EventsCall::path() const
{
    QByteArray path = "/v1/administration/events?filter.resourceType=API%20Token"
                      "&filter.domain=Authentication"
                      "&pagination.sortOption.field=Created%20Time&pagination.limit="
                      + QByteArray::number(m_limit);
    if (m_offset > 0)
        path += "&pagination.offset=" + QByteArray::number(m_offset);
    if (const auto from = m_from == NoTime ? std::nullopt : formatTimestamp(m_from))
        path += "&filter.from=" + from->toLatin1();
    return path;
}

void EventsCall::ask()
{
    Exchange::Ask ask;
    ask.method = "GET";
    ask.path = path();
    ask.transferTimeout = m_wire.limits().transferTimeout;
    ask.maxBytes = MaxPageBytes;
    new Exchange(
        m_wire, std::move(ask), [this](Answer &&answer) { take(std::move(answer)); }, this);
}

void EventsCall::take(Answer &&answer)
{
    ++m_pages;
    if (const auto error = errorOf(answer, Asked::Other)) {
        if (error->kind != ApiError::Kind::ReplyTooBig || m_limit == 1 || m_pages >= MaxPages) {
            fail(*error);
            return;
        }
        m_limit /= Shorter;
        ask();
        return;
    }
    auto page = decodeEvents(answer.body);
    if (!page) {
        page.error().httpStatus = answer.status;
        fail(page.error());
        return;
    }
    for (TokenCreation &creation : page->creations) {
        if (m_known.contains(creation.tokenId))
            continue;
        m_known.insert(creation.tokenId);
        m_found.all.append(std::move(creation));
    }
    if (goOn(*page))
        ask();
    else
        finish(std::move(m_found));
}

bool EventsCall::goOn(const EventPage &page)
{
    if (page.events < m_limit)
        return false;
    const UtcMs last = page.lastCreatedAt == NoTime ? NoTime : wholeSecond(page.lastCreatedAt);
    // Without the order that was asked for, the last event says nothing about the others. NoTime is
    // before all times.
    if (!page.isAscending || last < m_from || last == NoTime || m_pages >= MaxPages) {
        m_found.isComplete = false;
        return false;
    }
    m_offset = last == m_from ? m_offset + page.events : 0;
    m_from = last;
    return true;
}

/// What was read before is worth having: the next call goes on from there.
void EventsCall::fail(const ApiError &error)
{
    if (m_found.all.isEmpty()) {
        finish(tl::make_unexpected(error));
        return;
    }
    m_found.isComplete = false;
    finish(std::move(m_found));
}

void EventsCall::finish(Result<TokenCreations> result)
{
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(result));
}

} // namespace rox
