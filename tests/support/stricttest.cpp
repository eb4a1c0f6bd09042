// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"

#include <QRegularExpression>
#include <QTest>

namespace rox::test {

using namespace Qt::StringLiterals;

void failOnWarning()
{
    // Of the offscreen platform: it moves no windows, and has no tray.
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support|.*QPlatformNativeInterface::systemTrayWindowChanged)"_s));
}

} // namespace rox::test
