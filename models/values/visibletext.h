// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringView>

namespace rox {

/// Text from a server with each character visible: control, format and line-breaking characters,
/// and what else is drawn as nothing (U+2800, U+3164), become a symbol (U+2400 …) or "⟨U+202E⟩".
///
/// A joiner or selector stays where it changes how its neighbours are drawn: between letters that
/// join, after a virama, in an emoji. Between Latin letters and at an end it becomes an escape.
[[nodiscard]] QString visibleText(QStringView text);

/// visibleText() of at most `most` characters, cut with "…": laying out more is slow.
[[nodiscard]] QString shownText(const QString &serverText, qsizetype most = 400);
/// shownText() of a name within a sentence, or of a host: at most 80 characters.
[[nodiscard]] QString shownName(const QString &name);

/// visibleText() with blanks at both ends as "␣", so that names which differ in them look
/// different.
[[nodiscard]] QString withVisibleEnds(const QString &name);

/// False for a name that would look like no name: empty, or nothing but blanks, control and format
/// characters, joiners, variation selectors, accents without a letter, and letters that are drawn
/// as nothing (U+2800, U+3164).
[[nodiscard]] bool hasVisibleCharacter(QStringView text);

} // namespace rox
