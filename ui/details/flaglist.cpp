// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/flaglist.h"

#include "ui/style/symbols.h"
#include "ui/style/tones.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rox {

namespace {

constexpr int SymbolSize = 16;
constexpr int LineHeight = 18;

class FlagSymbol final : public QWidget
{
public:
    FlagSymbol(QString symbol, TextTone tone, QWidget *parent)
        : QWidget(parent)
        , m_symbol(std::move(symbol))
        , m_tone(tone)
    {
        setFixedSize(SymbolSize, LineHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintSymbol(&painter, m_symbol, toneColor(m_tone, palette()),
                    QRect(0, (LineHeight - SymbolSize) / 2, SymbolSize, SymbolSize));
    }

private:
    QString m_symbol;
    TextTone m_tone;
};

} // namespace

FlagList::FlagList(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("flags"));
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
        row->addWidget(new FlagSymbol(flag.symbol, flag.tone, m_content), 0, Qt::AlignTop);
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
