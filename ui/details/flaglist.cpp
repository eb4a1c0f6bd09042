// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/flaglist.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSize = 16;
constexpr int LineHeight = 18;

} // namespace

FlagList::FlagList(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"flags"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FlagList::setFlags(const QList<Flag> &flags)
{
    if (m_flags == flags)
        return;
    m_flags = flags;
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const Flag &flag : flags) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *mark = new SymbolMark(flag.symbol, flag.tone, SymbolSize, m_content);
        mark->setFixedHeight(LineHeight);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *text = new TextLabel(TextSize::Body, m_content);
        text->setLineHeight(LineHeight);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->setRuns({{flag.text, TextTone::Text, false},
                       {flag.why.isEmpty() ? QString() : QChar(u' ') + flag.why,
                        TextTone::Secondary, false}});
        row->addWidget(text, 1);
        column->addLayout(row);
    }
    layout()->addWidget(m_content);
    m_content->show();
}

} // namespace rox
