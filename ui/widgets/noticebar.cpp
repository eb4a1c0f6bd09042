// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/noticebar.h"

#include "ui/style/symbols.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/barlook.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSize = 16;
constexpr int SymbolLeft = 11;
constexpr int TextLeft = 35;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_column(new QVBoxLayout)
{
    prepareToAnnounce();
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionChosen);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(TextLeft, 10, 11, 10);
    row->setSpacing(12);
    m_column->setSpacing(8);
    m_column->addWidget(m_text);
    row->addLayout(m_column, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void NoticeBar::setMessage(const Message &message)
{
    m_severity = message.severity;
    m_symbol =
        message.symbol.isEmpty() ? barLook(message.severity, palette()).symbol : message.symbol;
    m_text->setText(barText(message));
    const QString said = plainBarText(message);
    const bool news = said != accessibleDescription();
    setAccessibleDescription(said);
    m_action->setVisible(!message.actions.isEmpty());
    if (!message.actions.isEmpty()) {
        m_action->setText(message.actions.constFirst().text);
        m_action->setAccessibleName(message.actions.constFirst().text);
    }
    updateGeometry();
    update();
    if (news && isVisible())
        announce(this);
}

void NoticeBar::setExtra(QWidget *extra)
{
    delete m_extra;
    m_extra = extra;
    if (extra)
        m_column->addWidget(extra);
}

void NoticeBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce(this);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tone tone = barLook(m_severity, palette()).tone;
    paintBar(&painter, rect(), tone);
    const int line = m_text->fontMetrics().height();
    const int middle = m_extra || m_text->height() < 2 * line ? m_text->y() + line / 2
                                                              : m_text->geometry().center().y();
    paintSymbol(&painter, m_symbol, tone.text,
                QRect(SymbolLeft, middle - SymbolSize / 2, SymbolSize, SymbolSize));
}

} // namespace rox
