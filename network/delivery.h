// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace rox {

/// Calls a handler at most once, and not after its context was destroyed.
template <class Outcome>
class Delivery
{
public:
    Delivery(QObject *context, std::function<void(Outcome)> handler)
        : m_context(context)
        , m_handler(std::move(handler))
    {}

    /// The handler may delete the caller: do not use `this` of the caller after this call.
    void operator()(Outcome outcome)
    {
        const auto handler = std::exchange(m_handler, nullptr);
        if (handler && m_context)
            handler(std::forward<Outcome>(outcome));
    }

private:
    QPointer<QObject> m_context;
    std::function<void(Outcome)> m_handler;
};

} // namespace rox
