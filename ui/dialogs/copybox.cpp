// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/copybox.h"

#include "ui/look/symbols.h"
#include "ui/look/type.h"
#include "ui/parts/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

CopyBox::CopyBox(const QString &symbol, const QString &name, QWidget *parent)
    : JoinedFrame(parent)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(fixedTypeface(font()));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::StrongFocus); // Qt gives it to the mouse alone
    m_text->setAccessibleName(name);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // A hash and a command are read from the left, whatever the language.
    m_text->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QPushButton(symbolIcon(u"copy"_s), tr("Copy"), this);
    copy->setAccessibleName(tr("Copy: %1").arg(name));
    copy->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    if (!symbol.isEmpty())
        row->addWidget(new SymbolMark(symbol, SymbolTone::Secondary, 14, this), 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(copy);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_copied); });
}

void CopyBox::setText(const QString &shown, const QString &copied)
{
    m_text->setText(shown);
    m_copied = copied;
}

} // namespace rox
