// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/clock.h"

#include <QDateTime>

namespace rox {

UtcMs SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace rox
