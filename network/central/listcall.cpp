// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/listcall.h"

#include "network/central/exchange.h"
#include "network/central/gzip.h"
#include "network/central/tokendecoder.h"
#include "network/central/wire.h"

#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

class DecodeTask final : public QRunnable
{
public:
    /// `maxInflated` is the limit for a body of gzip; 0: the body is plain.
    DecodeTask(ReplyBody body, qint64 maxInflated, std::stop_token stop)
        : m_body(std::move(body))
        , m_maxInflated(maxInflated)
        , m_stop(std::move(stop))
    {
        m_promise.start();
    }
    [[nodiscard]] QFuture<Result<TokenTablePtr>> future() const { return m_promise.future(); }
    void run() override
    {
        auto table = decoded();
        if (table)
            (*table)->prepare(); // here rather than on the GUI thread
        m_promise.addResult(std::move(table));
        m_promise.finish();
    }

private:
    [[nodiscard]] Result<TokenTablePtr> decoded()
    {
        if (m_maxInflated > 0) {
            auto plain = inflated(m_body.view(), m_maxInflated, m_stop);
            if (!plain)
                return tl::make_unexpected(std::move(plain.error()));
            m_body = std::move(*plain);
        }
        return decodeTokenList(std::move(m_body), m_stop);
    }

    QPromise<Result<TokenTablePtr>> m_promise;
    ReplyBody m_body;
    qint64 m_maxInflated;
    std::stop_token m_stop;
};

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
    connect(&m_decoding, &QFutureWatcherBase::finished, this, [this] {
        auto table = m_decoding.result();
        if (!table)
            table.error().httpStatus = m_status;
        finish(std::move(table));
    });
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
    auto *task = new DecodeTask(std::move(answer.body), isPacked ? m_limits.maxReplyBytes : 0,
                                m_stop.get_token());
    m_decoding.setFuture(task->future());
    QThreadPool::globalInstance()->start(task);
}

void ListCall::finish(Result<TokenTablePtr> result)
{
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(result));
}

} // namespace rox
