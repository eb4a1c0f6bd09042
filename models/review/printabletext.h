// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QHash>
#include <QString>

namespace rox {

/// Qt draws nothing in a PDF where the font of a character has colour pictures, as emoji have, and
/// a box where no font has the character. Both are shown by their number instead: "⟨U+1F680⟩".
/// One object for each thread.
class PrintableText
{
public:
    explicit PrintableText(const QFont &font)
        : m_font(font)
    {}
    [[nodiscard]] QString operator()(const QString &visible);

private:
    [[nodiscard]] bool isDrawn(char32_t c);

    QFont m_font;
    QHash<char32_t, bool> m_drawn; ///< by character
};

} // namespace rox
