// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace rox {

/// Keys and what they do, as the window "Keys" lists them.
struct KeyGroup
{
    struct Line
    {
        /// Alternatives, each with its keys: {{"F5"}, {"Ctrl", "R"}}.
        QList<QStringList> keys;
        QString deed;
        bool isRange = false; ///< the two alternatives are the ends of a range
    };

    QString title;
    QList<Line> lines;
};

} // namespace rox
