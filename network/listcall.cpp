// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/listcall.h"

#include "network/exchange.h"
#include "network/tokendecoder.h"
#include "network/wire.h"

#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <utility>

namespace rox {

namespace {

class DecodeTask final : public QRunnable
{
public:
    DecodeTask(ReplyBody body, std::stop_token stop)
        : m_body(std::move(body))
        , m_stop(std::move(stop))
    {
        m_promise.start();
    }
    [[nodiscard]] QFuture<Result<TokenTablePtr>> future() const { return m_promise.future(); }
    void run() override
    {
        auto table = decodeTokenList(std::move(m_body), m_stop);
        if (table)
            (*table)->prepare(); // so that the GUI thread never waits for it
        m_promise.addResult(std::move(table));
        m_promise.finish();
    }

private:
    QPromise<Result<TokenTablePtr>> m_promise;
    ReplyBody m_body;
    std::stop_token m_stop;
};

} // namespace

ListCall::ListCall(Wire &wire, const QByteArray &path, Delivery<Result<TokenTablePtr>> deliver,
                   QObject *parent)
    : QObject(parent)
    , m_deliver(std::move(deliver))
{
    Exchange::Ask ask;
    ask.method = QByteArrayLiteral("GET");
    ask.path = path;
    ask.transferTimeout = wire.limits().transferTimeout;
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
    if (auto error = errorOf(answer, Asked::Other)) {
        finish(tl::make_unexpected(std::move(*error)));
        return;
    }
    m_status = answer.status;
    auto *task = new DecodeTask(std::move(answer.body), m_stop.get_token());
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
