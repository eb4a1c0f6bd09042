// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/journal.h"

#include <QObject>

#include <algorithm>
#include <utility>

namespace rox {

void settleIn(QList<Intent> &open, const IntentId &id, IntentOutcome outcome)
{
    const auto found = std::find_if(open.begin(), open.end(),
                                    [&](const Intent &intent) { return intent.id == id; });
    if (found == open.end())
        return;
    if (outcome == IntentOutcome::ValueLost)
        found->isValueLost = true;
    else if (outcome != IntentOutcome::Unknown)
        open.erase(found);
}

void MemoryJournal::append(const Intent &intent, QObject *context,
                           std::function<void(Recorded)> recorded)
{
    m_open.append(intent);
    QMetaObject::invokeMethod(
        context, [recorded = std::move(recorded)] { recorded(Recorded::Durably); },
        Qt::QueuedConnection);
}

void MemoryJournal::settle(const IntentId &id, const Settled &settled)
{
    settleIn(m_open, id, settled.outcome);
}

void MemoryJournal::load(const QString &, const QString &, QObject *, std::function<void()> loaded)
{
    loaded();
}

} // namespace rox
