// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tooltips.h"

namespace rox {

using namespace Qt::StringLiterals;

QString breakable(const QString &text, int longestWord)
{
    constexpr QChar ZeroWidthSpace(0x200b);
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestWord && !c.isLowSurrogate()) {
            broken += ZeroWidthSpace;
            run = 1;
        }
        broken += c;
    }
    return broken;
}

QString plainToolTip(const QString &text)
{
    constexpr int longestWord = 60;

    constexpr qsizetype most = 2000; // more than a screen holds
    if (text.isEmpty())
        return {};
    return u"<qt>%1</qt>"_s.arg(
        breakable(text.left(most), longestWord).toHtmlEscaped().replace(u'\n', "<br>"_L1));
}

} // namespace rox
