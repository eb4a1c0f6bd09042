// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/journal.h"

#include <QObject>

#include <utility>

namespace rox {

void MemoryJournal::append(const Intent &intent, QObject *context, std::function<void()> durable)
{
    m_open.append(intent);
    QMetaObject::invokeMethod(context, std::move(durable), Qt::QueuedConnection);
}

void MemoryJournal::close(const IntentId &id, IntentOutcome)
{
    m_open.removeIf([&](const Intent &intent) { return intent.id == id; });
}

} // namespace rox
