// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/typography.h"
#include "ui/widgets/joinedframe.h"

namespace rox {

/// Text in the fixed font, selectable with the keyboard, and a button that copies all of it.
class CopyBox : public JoinedFrame
{
    Q_OBJECT

public:
    /// `symbol` stands before the text; empty: none. `name` is the text's accessible name.
    CopyBox(const QString &symbol, const QString &name, QWidget *parent,
            TextSize size = TextSize::Secondary);
    /// The button copies `copied`; `shown` may have line breaks added.
    void setText(const QString &shown, const QString &copied);

private:
    class Text;
    Text *m_text;
    QString m_copied;
};

} // namespace rox
