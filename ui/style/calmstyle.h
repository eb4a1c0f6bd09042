// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProxyStyle>

class QScrollBar;
class QWidget;

namespace rox {

class FocusRing;

/// Fusion without gradients: flat buttons, fields, header sections, scroll bars; a focus ring for
/// the keyboard. On KDE the desktop's own style is kept and this is not installed.
class CalmStyle : public QProxyStyle
{
    Q_OBJECT

public:
    CalmStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
                                         const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl sub, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    FocusRing *m_focusRing;
};

/// How the style draws a button. Plain is the default.
enum class ButtonRole { Plain, Primary, Danger, DangerText, Flat };
void setButtonRole(QWidget *button, ButtonRole role);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

/// The border of a field whose content cannot be used.
void setFieldProblem(QWidget *field, bool problem);

/// Draws this scroll bar over the content, without a background.
void setOverlay(QScrollBar *bar);

/// Installs style and palette, and follows a change between light and dark. On KDE the desktop's
/// own style and palette are kept. `colorScheme` "light" or "dark" overrides the desktop.
void installStyle(const QString &colorScheme = {});
/// The same while the program runs; empty: as the desktop has it.
void setColorScheme(const QString &colorScheme);

} // namespace rox
