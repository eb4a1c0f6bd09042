// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakarea.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int SymbolSize = 32;
constexpr qreal Radius = 8;
} // namespace

LeakArea::LeakArea(QWidget *parent)
    : QFrame(parent)
    , m_symbol(new SymbolMark(u"leak"_s, TextTone::Secondary, SymbolSize, this))
    , m_lead(new TextLabel(TextSize::Body, this))
    , m_text(new TextLabel(TextSize::Secondary, this))
    , m_choose(pushButton(tr("Choose file…"), u"chooseFile"_s, this))
    , m_paste(pushButton(tr("Paste"), u"paste"_s, this))
{
    setObjectName(u"textWithTokens"_s);
    setAccessibleName(tr("Text with tokens"));
    m_choose->setAccessibleName(tr("Choose file"));
    m_choose->setIcon(symbolIcon(u"folder"_s));
    m_paste->setIcon(symbolIcon(u"paste"_s));
    m_lead->setElided(Qt::ElideRight);
    m_text->setElided(Qt::ElideRight);
    m_text->showText(tr("It is looked through on this computer. The text is not kept, and no value "
                        "is shown."),
                     TextTone::Secondary);
    auto *said = new QVBoxLayout;
    said->setSpacing(2);
    said->addStretch(1);
    said->addWidget(m_lead);
    said->addWidget(m_text);
    said->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 15, 16, 15);
    row->setSpacing(0);
    row->addWidget(m_symbol);
    row->addSpacing(16);
    row->addLayout(said, 1);
    row->addSpacing(12);
    row->addWidget(m_choose);
    row->addSpacing(16);
    row->addWidget(m_paste);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_paste, &QPushButton::clicked, this, &LeakArea::pasteRequested);
    connect(m_choose, &QPushButton::clicked, this, &LeakArea::fileRequested);
    setDropping(false);
}

void LeakArea::setDropping(bool isDropping)
{
    m_isDropping = isDropping;
    m_symbol->setSymbol(u"leak"_s, isDropping ? TextTone::Link : TextTone::Secondary);
    m_lead->showText(isDropping ? tr("Drop it: only this computer reads it")
                                : tr("Paste or drop text: a log, a commit, a chat, a Secret"),
                     TextTone::Text, true);
    m_text->setVisible(!isDropping);
    update();
}

void LeakArea::focusPaste()
{
    m_paste->setFocus(Qt::OtherFocusReason);
}

void LeakArea::paintEvent(QPaintEvent *)
{
    const StatusColors tones = statusColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen line(m_isDropping ? tones.focusRing : tones.fieldLine, 1, Qt::CustomDashLine);
    line.setDashPattern({4, 3});
    painter.setPen(line);
    painter.setBrush(m_isDropping ? tones.tint.fill
                                  : palette().color(QPalette::Active, QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
}

} // namespace rox
