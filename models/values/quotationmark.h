// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

namespace rox {

/// A mark that people and programs put around a value, in any language.
[[nodiscard]] inline bool isQuotationMark(QChar c)
{
    return c.category() == QChar::Punctuation_InitialQuote
           || c.category() == QChar::Punctuation_FinalQuote
           || QStringView(u"\"'`„‚「」").contains(c);
}

} // namespace rox
