// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tooltips.h"

namespace rox {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    constexpr qsizetype most = 2000; // more than a screen holds
    if (text.isEmpty())
        return {};
    return u"<qt>%1</qt>"_s.arg(text.left(most).toHtmlEscaped().replace(u'\n', "<br>"_L1));
}

} // namespace rox
