// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"

#include <QRegularExpression>
#include <QTest>

namespace rox::test {

void failOnWarning()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

} // namespace rox::test
