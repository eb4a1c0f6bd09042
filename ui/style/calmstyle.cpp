// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmstyle.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/focusring.h"
#include "ui/style/symbols.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr char RoleProperty[] = "roxButtonRole";
constexpr char OverlayProperty[] = "roxOverlay";
constexpr char ProblemProperty[] = "roxFieldProblem";
constexpr int MaskBullet = 0x2022; // Fusion's own character is as tall as letters
constexpr int ScrollBarExtent = 12;

/// The ground of the area that the bar scrolls. Between both is a container.
QColor groundOf(const QWidget *bar, const QPalette &palette)
{
    const QWidget *container = bar ? bar->parentWidget() : nullptr;
    const auto *area =
        container ? qobject_cast<const QAbstractScrollArea *>(container->parentWidget()) : nullptr;
    const auto role = area ? area->viewport()->backgroundRole() : QPalette::Window;
    return palette.color(QPalette::Active, role);
}

bool isOverlay(const QWidget *widget)
{
    return widget && widget->property(OverlayProperty).toBool();
}

bool isEmbedded(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox *>(parent)
           || qobject_cast<const QComboBox *>(parent);
}

} // namespace

void setButtonRole(QWidget *button, ButtonRole role)
{
    button->setProperty(RoleProperty, int(role));
    QFont font = button->font();
    font.setWeight(role == ButtonRole::Primary || role == ButtonRole::Danger ? QFont::DemiBold
                                                                             : QFont::Normal);
    button->setFont(font);
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? static_cast<ButtonRole>(button->property(RoleProperty).toInt())
                  : ButtonRole::Plain;
}

void setFieldProblem(QWidget *field, bool problem)
{
    field->setProperty(ProblemProperty, problem);
    field->update();
}

void setOverlay(QScrollBar *bar)
{
    bar->setProperty(OverlayProperty, true);
    bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

namespace {

/// A field of several lines with a border of its own.
bool isTextField(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && text->frameShape() == QFrame::StyledPanel;
}

} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"fusion"_s)
    , m_focusRing(new FocusRing(this))
{}

void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool field = qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
                       || qobject_cast<QComboBox *>(widget);
    if (qobject_cast<QAbstractButton *>(widget) || isTextField(widget)
        || (field && !isEmbedded(widget))) {
        widget->setAttribute(Qt::WA_Hover);
        m_focusRing->watch(widget);
    }
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return; // the ring is a QFocusFrame; delegates mark their current row
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0 && !isEmbedded(widget))
            calm::field(painter, *option, widget && widget->property(ProblemProperty).toBool());
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        calm::checkBox(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        calm::radioButton(painter, *option);
        return;
    case PE_IndicatorHeaderArrow:
        return; // drawn with the label
    case PE_PanelButtonTool:
        calm::toolButtonPanel(painter, *option);
        return;
    case PE_Frame:
        if (isTextField(widget)) {
            calm::field(painter, *option, widget->property(ProblemProperty).toBool());
            return;
        }
        calm::roundedBox(painter, option->rect, Qt::transparent,
                         statusColors(option->palette).buttonLine);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        calm::roundedBox(painter, option->rect,
                         element == PE_FrameMenu
                             ? QColor(Qt::transparent)
                             : option->palette.color(QPalette::Active, QPalette::ToolTipBase),
                         statusColors(option->palette).buttonLine, 0);
        return;
    case PE_PanelStatusBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element == CE_PushButtonBevel && button) {
        calm::pushButtonBevel(painter, *button, buttonRole(widget));
    } else if (element == CE_PushButtonLabel && button) {
        calm::pushButtonLabel(painter, *button, buttonRole(widget));
    } else if ((element == CE_HeaderSection || element == CE_HeaderEmptyArea) && option) {
        if (header) {
            calm::headerSection(painter, *header);
        } else {
            QStyleOptionHeader empty;
            empty.rect = option->rect;
            empty.palette = option->palette;
            calm::headerSection(painter, empty);
        }
    } else if (element == CE_HeaderLabel && header) {
        calm::headerLabel(painter, *header);
    } else if (element == CE_ProgressBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            calm::progressBar(painter, *bar);
    } else if (element == CE_FocusFrame) {
        calm::focusFrame(painter, option->rect, option->palette);
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, statusColors(option->palette).panelLine);
    } else if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
               element == CE_MenuItem && item) {
        if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            calm::menuSeparator(painter, *item);
            return;
        }
        QStyleOptionMenuItem calmItem(*item);
        calm::menuItemGround(painter, *item);
        calmItem.state.setFlag(State_Selected, false); // Fusion fills the whole row
        QProxyStyle::drawControl(element, &calmItem, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        const QRect thumb = subControlRect(control, option, SC_ScrollBarSlider, widget);
        if (!isOverlay(widget))
            painter->fillRect(option->rect, groundOf(widget, option->palette));
        calm::scrollBar(painter, *slider, thumb);
    } else if (control == CC_ComboBox) {
        calm::comboBox(painter, *option);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_ScrollBarExtent:
        return ScrollBarExtent;
    case PM_ScrollView_ScrollBarOverlap:
        return isOverlay(widget) ? ScrollBarExtent : 0;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_CheckBoxLabelSpacing:
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const int line = option ? option->fontMetrics.height() : 0;
    const int height = std::max(calm::ControlHeight, line + 14);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        type == CT_PushButton && button) {
        const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
        const int gap = text > 0 && icon > 0 ? calm::IconGap : 0;
        const int padding = buttonRole(widget) == ButtonRole::Flat ? 4 : calm::ButtonPadding;
        return {text + icon + gap + 2 * padding + 2, height};
    }
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit && !isEmbedded(widget))
        return {own.width(), height};
    if (type == CT_ComboBox || type == CT_SpinBox)
        return {own.width() + 16, height};
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        type == CT_MenuItem && item) {
        const bool isLine =
            item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty();
        return {own.width(), isLine ? calm::MenuSeparatorHeight : std::max(own.height(), 28)};
    }
    return own;
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    // A field with text margins of its own is left alone.
    if (element == SE_LineEditContents && edit && edit->hasFrame() && edit->textMargins().isNull())
        return rect.adjusted(calm::FieldPadding, 0, -calm::FieldPadding, 0);
    return rect;
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl sub, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
            return {};
        const bool upright = slider->orientation == Qt::Vertical;
        const int length = upright ? option->rect.height() : option->rect.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const qint64 all = range + slider->pageStep;
        const int least = std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
        const int thumb =
            range <= 0 ? length : std::max(least, int(length * slider->pageStep / all));
        const int start =
            sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                    length - thumb, slider->upsideDown);
        const auto span = [&](int from, int size) {
            return upright ? QRect(0, from, option->rect.width(), size)
                           : QRect(from, 0, size, option->rect.height());
        };
        switch (sub) {
        case SC_ScrollBarSlider:
            return span(start, thumb);
        case SC_ScrollBarSubPage:
            return span(0, start);
        case SC_ScrollBarAddPage:
            return span(start + thumb, length - start - thumb);
        default:
            return option->rect;
        }
    }
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(10, 1, -30, -1));
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return MaskBullet;
    case SH_FocusFrame_AboveWidget:
        return 1; // below it the parent of the field would clip the ring
    case SH_FocusFrame_Mask:
        return 0; // Qt's mask is the rectangle of the field, which cuts the corners of the ring
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    case SH_DialogButtonLayout: {
        // Without a platform theme Qt uses the button order of Windows.
        const int own = QProxyStyle::styleHint(hint, option, widget, data);
        return own == QDialogButtonBox::WinLayout ? int(QDialogButtonBox::GnomeLayout) : own;
    }
#endif
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

// QMenuBar asks in its constructor. Qt's own icon is a PNG file, for which QImageReader loads the
// plugins of all image formats; and it is dark in both color schemes.
QIcon CalmStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (icon) {
    case SP_ToolBarHorizontalExtensionButton:
        return symbolIcon(u"right"_s);
    case SP_ToolBarVerticalExtensionButton:
        return symbolIcon(u"down"_s);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace rox
