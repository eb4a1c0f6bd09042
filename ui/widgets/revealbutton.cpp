// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/revealbutton.h"

#include "ui/style/symbols.h"
#include "ui/widgets/secretfield.h"

namespace rox {

using namespace Qt::StringLiterals;

RevealButton::RevealButton(SecretField *field, QWidget *parent)
    : QPushButton(parent)
    , m_field(field)
{
    setObjectName(u"showToken"_s);
    connect(this, &QPushButton::pressed, this, [this] {
        m_sincePress.start();
        m_wasRevealed = m_field->isRevealed();
        m_field->setRevealed(true);
    });
    connect(this, &QPushButton::released, this, [this] {
        const bool held = m_sincePress.hasExpired(m_holdMs);
        if (held || m_wasRevealed)
            m_field->setRevealed(false);
    });
    connect(m_field, &SecretField::revealedChanged, this, &RevealButton::reword);
    reword();
}

void RevealButton::reword()
{
    const bool revealed = m_field->isRevealed();
    setText(revealed ? tr("Hide") : tr("Show"));
    setAccessibleName(revealed ? tr("Hide token") : tr("Show token"));
    setIcon(symbolIcon(revealed ? u"hide"_s : u"reveal"_s));
}

} // namespace rox
