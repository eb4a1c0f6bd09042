// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringView>

namespace rox {

/// Text from a server with each character visible: control, format and line-breaking characters
/// become a symbol (U+2400 …) or "⟨U+202E⟩". The others are unchanged.
[[nodiscard]] QString visibleText(QStringView text);

/// visibleText() of at most `most` characters, cut with "…": laying out more is slow.
[[nodiscard]] QString shownText(const QString &serverText, qsizetype most = 400);
/// shownText() of a name within a sentence, or of a host: at most 80 characters.
[[nodiscard]] QString shownName(const QString &name);

/// False for a name that would look like no name: empty, or nothing but blanks, control and format
/// characters, joiners, variation selectors and letters that are drawn as nothing (U+2800, U+3164).
[[nodiscard]] bool hasVisibleCharacter(QStringView text);

} // namespace rox
