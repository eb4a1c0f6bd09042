// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/servername.h"

#include "models/values/visibletext.h"

#include <algorithm>

namespace rox {

namespace {

/// The key by which names that look alike are equal.
QString keyOf(const QString &name)
{
    return visibleText(name.normalized(QString::NormalizationForm_KC).simplified()).toCaseFolded();
}

} // namespace

bool isServerNameIn(const QStringList &names, const QString &name)
{
    return std::any_of(names.cbegin(), names.cend(),
                       [key = keyOf(name)](const QString &each) { return keyOf(each) == key; });
}

QString distinctServerName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; isServerNameIn(taken, name); ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

} // namespace rox
