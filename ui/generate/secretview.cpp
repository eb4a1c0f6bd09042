// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/secretview.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/revealbutton.h"
#include "ui/widgets/secretfield.h"

#include <QGridLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

SecretView::SecretView(Secret value, QWidget *parent)
    : QWidget(parent)
    , m_field(new SecretField(this))
    , m_note(secondaryLabel({}, this))
{
    auto *label = plainLabel(tr("Token &value"), this, TextSize::Body, true);
    label->setBuddy(m_field);
    m_field->setObjectName(u"tokenValue"_s);
    m_field->setAccessibleName(tr("Token value"));
    m_field->setSecret(std::move(value));
    m_note->setObjectName(u"tokenValueNote"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addStretch(1);
    top->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(new RevealButton(m_field, this), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(row);
    connect(m_field, &SecretField::revealedChanged, this, &SecretView::showNote);
    connect(m_field, &SecretField::secondPassed, this, &SecretView::showNote);
    showNote();
}

const Secret &SecretView::value() const
{
    return m_field->secret();
}

void SecretView::mask()
{
    m_field->setRevealed(false);
}

void SecretView::showNote()
{
    m_note->setText(
        m_field->isRevealed()
            ? tr("hides again in %L1 s, or when the window loses focus").arg(m_field->secondsLeft())
            : tr("%Ln character(s)", nullptr, int(m_field->secret().size())));
    Q_EMIT noteChanged();
}

} // namespace rox
