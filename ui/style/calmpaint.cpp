// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmpaint.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace rox::calm {

using namespace Qt::StringLiterals;

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

struct ButtonColors
{
    QColor fill, line, text;
};

ButtonColors filled(const QColor &fill, const QColor &text, bool hovered, bool pressed)
{
    const QColor shown = pressed   ? blended(Qt::black, fill, 0.16)
                         : hovered ? blended(Qt::black, fill, 0.08)
                                   : fill;
    return {shown, shown, text};
}

ButtonColors colorsOf(const QStyleOptionButton &option, ButtonRole role)
{
    const QPalette &palette = option.palette;
    const StatusColors tones = statusColors(palette);
    const bool hovered = has(option, QStyle::State_MouseOver);
    const bool pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    if (!has(option, QStyle::State_Enabled)) {
        const QColor text = palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (role == ButtonRole::Flat)
            return {Qt::transparent, Qt::transparent, text};
        const bool solid = role == ButtonRole::Primary || role == ButtonRole::Danger;
        const QColor fill = solid ? palette.color(QPalette::Inactive, QPalette::Highlight)
                                  : palette.color(QPalette::Active, QPalette::Window);
        return {fill, tones.panelLine, text};
    }
    if (role == ButtonRole::Primary)
        return filled(palette.color(QPalette::Active, QPalette::Highlight),
                      palette.color(QPalette::Active, QPalette::HighlightedText), hovered, pressed);
    if (role == ButtonRole::Danger)
        return filled(tones.dangerFill, tones.dangerText, hovered, pressed);
    const QColor button = palette.color(QPalette::Active, QPalette::Button);
    const QColor text = palette.color(QPalette::Active, QPalette::ButtonText);
    const QColor shade = blended(text, button, pressed ? 0.10 : hovered ? 0.05 : 0);
    if (role == ButtonRole::Flat)
        return {Qt::transparent, Qt::transparent, palette.color(QPalette::Active, QPalette::Link)};
    return {shade, tones.buttonLine, role == ButtonRole::DangerText ? tones.bad.text : text};
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(statusColors(palette).focusRing, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect, radius, radius);
    painter->restore();
}

} // namespace

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
                qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void pushButtonBevel(QPainter *painter, const QStyleOptionButton &option, ButtonRole role)
{
    const ButtonColors colors = colorsOf(option, role);
    if (colors.fill.alpha() > 0)
        roundedBox(painter, option.rect, colors.fill, colors.line);
}

void pushButtonLabel(QPainter *painter, const QStyleOptionButton &option, ButtonRole role)
{
    const ButtonColors colors = colorsOf(option, role);
    const QFontMetrics metrics(option.fontMetrics);
    const int flags = Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int textWidth = option.text.isEmpty() ? 0 : metrics.size(flags, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && textWidth > 0 ? IconGap : 0;
    const int room = option.rect.width() - iconWidth - gap;
    const int shown = std::min(textWidth, room);
    QRect rect = option.rect;
    int left = rect.left() + (rect.width() - iconWidth - gap - shown) / 2;
    if (iconWidth > 0) {
        const QRect at = QStyle::visualRect(
            option.direction, rect,
            QRect(left, rect.top() + (rect.height() - iconWidth) / 2, iconWidth, iconWidth));
        option.icon.paint(painter, at, Qt::AlignCenter,
                          has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        left += iconWidth + gap;
    }
    painter->setPen(colors.text);
    const QString text =
        shown < textWidth ? metrics.elidedText(option.text, Qt::ElideRight, room) : option.text;
    painter->drawText(QStyle::visualRect(option.direction, rect,
                                         QRect(left, rect.top(), shown + 1, rect.height())),
                      flags | Qt::AlignVCenter | Qt::AlignLeft, text);
}

void toolButtonPanel(QPainter *painter, const QStyleOption &option)
{
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_Sunken);
    if (!on && !(has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)))
        return;
    const QColor ground = option.palette.color(QPalette::Window);
    roundedBox(painter, option.rect,
               blended(option.palette.color(QPalette::WindowText), ground, on ? 0.12 : 0.07),
               Qt::transparent);
}

void field(QPainter *painter, const QStyleOption &option, bool problem)
{
    const StatusColors tones = statusColors(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedBox(painter, option.rect,
               option.palette.color(QPalette::Active, enabled ? QPalette::Base : QPalette::Window),
               !enabled  ? tones.panelLine
               : problem ? tones.bad.text
                         : tones.fieldLine);
}

void checkBox(QPainter *painter, const QStyleOption &option)
{
    const StatusColors tones = statusColors(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    QColor fill = option.palette.color(QPalette::Active, QPalette::Base);
    QColor line = enabled ? tones.fieldLine : tones.panelLine;
    if (on)
        fill = line =
            enabled ? option.palette.color(QPalette::Active, QPalette::Highlight) : tones.fieldLine;
    roundedBox(painter, option.rect, fill, line, 4);
    if (on) {
        paintSymbol(painter, has(option, QStyle::State_On) ? u"check"_s : u"minus"_s,
                    option.palette.color(QPalette::Active, QPalette::HighlightedText),
                    option.rect.adjusted(1, 1, -1, -1));
    }
}

void radioButton(QPainter *painter, const QStyleOption &option)
{
    const StatusColors tones = statusColors(option.palette);
    const bool on = has(option, QStyle::State_On);
    const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
    const qreal radius = option.rect.width() / 2.0;
    roundedBox(painter, option.rect,
               on ? accent : option.palette.color(QPalette::Active, QPalette::Base),
               on ? accent : tones.fieldLine, radius);
    if (on)
        roundedBox(painter, option.rect.adjusted(5, 5, -5, -5), Qt::white, Qt::transparent, radius);
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::AlternateBase));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      option.palette.color(QPalette::Active, QPalette::Mid));
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const QFont font = typeface(painter->font(), TextSize::Secondary, true);
    const QFontMetrics metrics(font);
    const QRect rect = option.rect;
    const QString text =
        metrics.elidedText(option.text, Qt::ElideRight, rect.width() - (sorted ? 20 : 0));
    painter->save();
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Active,
                                         sorted ? QPalette::Text : QPalette::PlaceholderText));
    painter->drawText(rect,
                      Qt::TextDontClip | Qt::AlignVCenter
                          | QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                      text); // elided above; the rect may be lower than the descenders
    if (sorted) {
        // Ascending points up: Qt calls that SortDown.
        const bool up = option.sortIndicator == QStyleOptionHeader::SortDown;
        const QRect arrow(rect.left() + metrics.horizontalAdvance(text) + 5, rect.center().y() - 5,
                          12, 12);
        paintSymbol(painter, up ? u"up"_s : u"down"_s,
                    option.palette.color(QPalette::Active, QPalette::Text),
                    QStyle::visualRect(option.direction, rect, arrow));
    }
    painter->restore();
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    if (option.minimum >= option.maximum)
        return;
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const StatusColors tones = statusColors(option.palette);
    const int inset = 3;
    const QRect slim = option.orientation == Qt::Vertical ? thumb.adjusted(inset, 1, -inset, -1)
                                                          : thumb.adjusted(1, inset, -1, -inset);
    roundedBox(painter, slim, active ? tones.fieldLine : tones.buttonLine, Qt::transparent, 3);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const int height = 4;
    QRect groove(option.rect.left(), option.rect.center().y() - height / 2, option.rect.width(),
                 height);
    const StatusColors tones = statusColors(option.palette);
    roundedBox(painter, groove, tones.panelLine, Qt::transparent, height / 2.0);
    const int range = option.maximum - option.minimum;
    if (range <= 0 || option.progress <= option.minimum)
        return;
    const qreal share = qreal(option.progress - option.minimum) / range;
    groove.setWidth(std::max(height, qRound(groove.width() * share)));
    roundedBox(painter, QStyle::visualRect(option.direction, option.rect, groove),
               option.palette.color(QPalette::Active, QPalette::Highlight), Qt::transparent,
               height / 2.0);
}

void comboBox(QPainter *painter, const QStyleOptionComplex &option)
{
    field(painter, option);
    const QRect arrow =
        QStyle::visualRect(option.direction, option.rect,
                           QRect(option.rect.right() - 27, option.rect.center().y() - 7, 16, 16));
    paintSymbol(painter, u"down"_s,
                option.palette.color(has(option, QStyle::State_Enabled) ? QPalette::Active
                                                                        : QPalette::Disabled,
                                     QPalette::ButtonText),
                arrow);
}

void menuItemGround(QPainter *painter, const QStyleOptionMenuItem &option)
{
    if (has(option, QStyle::State_Selected) && has(option, QStyle::State_Enabled))
        roundedBox(painter, option.rect, statusColors(option.palette).tint.fill, Qt::transparent,
                   4);
}

void menuSeparator(QPainter *painter, const QStyleOptionMenuItem &option)
{
    constexpr int inset = 8;
    painter->fillRect(QRect(option.rect.left() + inset, option.rect.center().y(),
                            option.rect.width() - 2 * inset, 1),
                      statusColors(option.palette).panelLine);
}

void focusFrame(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    focusRing(painter, QRectF(rect).adjusted(1, 1, -1, -1), ControlRadius + 2, palette);
}

void rowFocus(QPainter *painter, const QRect &row, const QPalette &palette)
{
    focusRing(painter, QRectF(row).adjusted(2, 2, -2, -3), 4, palette);
}

} // namespace rox::calm
