// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokepaint.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QPainter>

namespace rox::revokepaint {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

struct SymbolLook
{
    QString name;
    QColor color;
};

SymbolLook symbolOf(State state, const QPalette &palette, const StatusColors &tones)
{
    switch (state) {
    case State::Revoked:
    case State::AlreadyGone:
        return {u"check"_s, tones.ok.text};
    case State::Failed:
    case State::NotSent:
        return {u"alarm"_s, tones.bad.text};
    case State::Unknown:
        return {u"unknown"_s, tones.caution.text};
    case State::Kept:
        return {u"key"_s, palette.color(QPalette::Active, QPalette::Link)};
    case State::Stopped:
        return {u"minus"_s, tones.secondary};
    case State::Asked:
    case State::Waiting:
    case State::Asking:
        break;
    }
    return {u"more"_s, tones.secondary};
}

} // namespace

void drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment)
{
    painter->setFont(font);
    painter->setPen(color);
    // The row is laid out from left to right in every language.
    painter->drawText(rect,
                      int(alignment | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

void drawName(QPainter *painter, const QRect &rect, const QString &name, const QFont &font,
              const QColor &color)
{
    drawLine(painter, rect, QFontMetrics(font).elidedText(name, Qt::ElideMiddle, rect.width()),
             font, color);
}

QFont nameFont(const QFont &font, const QString &name)
{
    const bool hasName = hasVisibleCharacter(name);
    QFont shown = typeface(font, TextSize::Body, hasName);
    shown.setItalic(!hasName);
    return shown;
}

QFont idFont(const QFont &base)
{
    return typeface(fixedTypeface(base), TextSize::Secondary);
}

void paintState(QPainter *painter, const QPalette &palette, const QRect &rect, State state,
                int spin)
{
    const StatusColors tones = statusColors(palette);
    if (state != State::Asking) {
        const SymbolLook look = symbolOf(state, palette, tones);
        paintSymbol(painter, look.name, look.color, rect);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tones.focusRing, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawArc(QRectF(rect).adjusted(1.75, 1.75, -1.75, -1.75), (90 - spin) * 16, -90 * 16);
    painter->restore();
}

} // namespace rox::revokepaint
