// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace rox {

// What the user writes about a token. It is kept on this computer only.

/// The values are stored.
enum class NoteKind {
    Note = 1,
    Tags = 2, ///< all tags of a token, as tagsAsText()
};

inline constexpr qsizetype MaxNote = 2'000; ///< UTF-16 units
inline constexpr qsizetype MaxTag = 40;     ///< UTF-16 units
inline constexpr qsizetype MaxTags = 50;    ///< of one token

/// As it is kept: without control characters and changes of the writing direction, without blanks
/// at its ends, of at most MaxNote units. Line ends and tabs stay.
[[nodiscard]] QString cleanedNote(const QString &text);

/// As it is kept: one word, so that "tag:word" finds it. Blanks inside become '-'. Empty if nothing
/// that is visible is left.
[[nodiscard]] QString cleanedTag(const QString &text);

/// The tags of these texts, in which commas and line ends separate tags. Each tag comes once,
/// whatever its case; at most MaxTags.
[[nodiscard]] QStringList cleanedTags(const QStringList &texts);

/// Tags as one text, as it is stored: each a line.
[[nodiscard]] QString tagsAsText(const QStringList &tags);
[[nodiscard]] QStringList tagsOfText(const QString &text);

} // namespace rox
