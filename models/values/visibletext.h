// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringView>

namespace rox {

/// Text from a server as it may be shown: whatever would be invisible, break the line or turn its
/// direction stands as a symbol (U+2400 …) or as "⟨U+202E⟩". All else is as it was.
[[nodiscard]] QString visibleText(QStringView text);

/// The server's text as it may be drawn: control characters visible, and never longer than layout
/// is quick for.
[[nodiscard]] QString shownText(const QString &serverText, qsizetype most = 400);

/// False for a name that would look like no name: empty, or nothing but blanks, control and format
/// characters, joiners, variation selectors and letters that are drawn as nothing (U+2800, U+3164).
[[nodiscard]] bool hasVisibleCharacter(QStringView text);

} // namespace rox
