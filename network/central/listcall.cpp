// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/listcall.h"

#include "models/values/worker.h"
#include "network/central/exchange.h"
#include "network/central/gzip.h"
#include "network/central/tokendecoder.h"
#include "network/central/wire.h"

#include <QPointer>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// `maxInflated` is the limit for a body of gzip; 0: the body is plain.
Result<TokenTablePtr> decoded(ReplyBody body, qint64 maxInflated, const std::stop_token &stop)
{
    if (maxInflated > 0) {
        auto plain = inflated(body.view(), maxInflated, stop);
        if (!plain)
            return tl::make_unexpected(std::move(plain.error()));
        body = std::move(*plain);
    }
    auto table = decodeTokenList(std::move(body), stop);
    if (table)
        (*table)->prepare(); // here rather than on the GUI thread
    return table;
}

// A refusal is short enough for the GUI thread. One that cannot be inflated has no text.
void inflateRefusal(Answer &answer, qint64 maxBytes)
{
    auto plain = inflated(answer.body.view(), maxBytes);
    answer.body = plain ? std::move(*plain) : ReplyBody();
}

} // namespace

ListCall::ListCall(Wire &wire, const QByteArray &path, Delivery<Result<TokenTablePtr>> deliver,
                   QObject *parent)
    : QObject(parent)
    , m_limits(wire.limits())
    , m_deliver(std::move(deliver))
{
    Exchange::Ask ask;
    ask.method = "GET"_ba;
    ask.path = path;
    ask.transferTimeout = wire.limits().transferTimeout;
    ask.maxBytes = wire.limits().maxReplyBytes;
    ask.takesGzip = true;
    ask.isLong = true;
    new Exchange(
        wire, std::move(ask), [this](Answer &&answer) { decode(std::move(answer)); }, this);
}

ListCall::~ListCall()
{
    m_stop.request_stop();
}

void ListCall::decode(Answer &&answer)
{
    const bool isPacked = isGzip(answer.contentEncoding);
    if (isPacked)
        answer.contentEncoding.clear(); // it is inflated below
    if (isPacked && answer.status >= 300)
        inflateRefusal(answer, m_limits.maxErrorBytes);
    if (auto error = errorOf(answer, Asked::Other)) {
        finish(tl::make_unexpected(std::move(*error)));
        return;
    }
    m_status = answer.status;
    runOnWorker([body = std::move(answer.body), stop = m_stop.get_token(),
                 maxInflated = isPacked ? m_limits.maxReplyBytes : 0,
                 call = QPointer(this)]() mutable {
        auto table = decoded(std::move(body), maxInflated, stop);
        runOnMainThread([call, table = std::move(table)]() mutable {
            if (call)
                call->finishDecoded(std::move(table));
        });
    });
}

void ListCall::finishDecoded(Result<TokenTablePtr> table)
{
    if (!table)
        table.error().httpStatus = m_status;
    finish(std::move(table));
}

void ListCall::finish(Result<TokenTablePtr> result)
{
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(result));
}

} // namespace rox
