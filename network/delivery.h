// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace rox {

/// A handler that is called once at most, and not when its context has died.
template <class Outcome>
class Delivery
{
public:
    Delivery(QObject *context, std::function<void(Outcome)> handler)
        : m_context(context)
        , m_handler(std::move(handler))
    {}

    /// The handler may delete the client, and with it whoever calls this: touch nothing after.
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
