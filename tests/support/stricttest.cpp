// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"

#include <QRegularExpression>
#include <QTest>

namespace rox::test {

using namespace Qt::StringLiterals;

void failOnWarning()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

} // namespace rox::test
