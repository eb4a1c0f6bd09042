// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/calmstyle.h"

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionToolButton;

/// How CalmStyle draws each part; free functions, so that each fits on a page.
namespace rox::calm {

inline constexpr int ControlHeight = 32;
inline constexpr qreal ControlRadius = 6;
inline constexpr int ButtonPadding = 12;
inline constexpr int FieldPadding = 8;
inline constexpr int IconGap = 8;
inline constexpr int MenuSeparatorHeight = 9;

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
                qreal radius = ControlRadius);
void pushButtonBevel(QPainter *painter, const QStyleOptionButton &option, ButtonRole role);
void pushButtonLabel(QPainter *painter, const QStyleOptionButton &option, ButtonRole role);
void toolButtonPanel(QPainter *painter, const QStyleOption &option);
void field(QPainter *painter, const QStyleOption &option, bool problem = false);
void checkBox(QPainter *painter, const QStyleOption &option);
void radioButton(QPainter *painter, const QStyleOption &option);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(QPainter *painter, const QStyleOptionHeader &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option);
void comboBox(QPainter *painter, const QStyleOptionComplex &option);
/// Under the entry that is selected; nothing under others.
void menuItemGround(QPainter *painter, const QStyleOptionMenuItem &option);
void menuSeparator(QPainter *painter, const QStyleOptionMenuItem &option);
void focusFrame(QPainter *painter, const QRect &rect, const QPalette &palette);
/// Inside a row of a list, above the line at its bottom.
void rowFocus(QPainter *painter, const QRect &row, const QPalette &palette);

} // namespace rox::calm
