// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/eyebutton.h"

#include "ui/style/symbols.h"
#include "ui/widgets/secretedit.h"

namespace rox {

using namespace Qt::StringLiterals;

EyeButton::EyeButton(SecretEdit *edit, const QString &show, const QString &hide, QWidget *parent)
    : QPushButton(parent)
    , m_edit(edit)
    , m_show(show)
    , m_hide(hide)
{
    setIconSize({16, 16});
    connect(this, &QPushButton::clicked, edit, [edit] { edit->setRevealed(!edit->isRevealed()); });
    connect(edit, &SecretEdit::revealedChanged, this, &EyeButton::reword);
    reword();
    setFixedWidth(sizeHint().height());
}

void EyeButton::reword()
{
    const bool revealed = m_edit->isRevealed();
    setIcon(symbolIcon(revealed ? u"hide"_s : u"reveal"_s));
    setAccessibleName(revealed ? m_hide : m_show);
    setToolTip(accessibleName());
}

} // namespace rox
