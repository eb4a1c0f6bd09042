// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace rox::test {

/// From here to the end of the test function any warning fails it, except that of the offscreen
/// platform about size hints.
void failOnWarning();

/// A test whose functions fail on any warning. A test with an init() of its own calls this one.
class StrictTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init() { failOnWarning(); }
};

} // namespace rox::test
