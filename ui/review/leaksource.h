// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QString>

class QMimeData;

namespace rox {

/// What a paste or a drop brings: a text, or the path of a file with one.
struct LeakSource
{
    enum class Kind {
        Nothing, ///< neither text nor a file
        Text,
        File,
        SeveralFiles,
        Picture, ///< and no text
    };
    Kind kind = Kind::Nothing;
    Secret text;
    QString path;
};

/// Files come before text: file managers offer the paths as text too. `data` may be null.
[[nodiscard]] LeakSource leakSourceOf(const QMimeData *data);
/// The same without reading the text: it may be large, and a drag asks at each move.
[[nodiscard]] bool hasLeakSource(const QMimeData *data);

} // namespace rox
