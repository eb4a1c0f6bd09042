// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/actionbutton.h"

#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ArrowSize = 14;
constexpr int ArrowGap = 4;    // between text and arrow
constexpr int ArrowRight = 10; // between arrow and edge

} // namespace

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setIconSize({16, 16});
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setShortText(const QString &text)
{
    m_short = text;
    follow();
}

void ActionButton::setOwnIcon(const QIcon &icon)
{
    m_icon = icon;
    follow();
}

void ActionButton::setHasArrow(bool hasArrow)
{
    if (std::exchange(m_hasArrow, hasArrow) != hasArrow)
        follow();
}

QSize ActionButton::sizeHint() const
{
    const QSize size = QPushButton::sizeHint();
    return m_hasArrow ? size + QSize(ArrowSize + ArrowGap, 0) : size;
}

void ActionButton::paintEvent(QPaintEvent *event)
{
    if (!m_hasArrow) {
        QPushButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    QStyleOptionButton label(option);
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButton, option);
    const QRect inside = style()->subElementRect(QStyle::SE_PushButtonContents, &label, this);
    const QRect left(0, inside.top(), width() - ArrowSize - ArrowGap, inside.height());
    label.rect = QStyle::visualRect(layoutDirection(), rect(), left);
    painter.drawControl(QStyle::CE_PushButtonLabel, label);
    const QRect arrow(width() - ArrowSize - ArrowRight, (height() - ArrowSize) / 2, ArrowSize,
                      ArrowSize);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const auto role = buttonRole(this) == ButtonRole::Primary && isEnabled()
                          ? QPalette::HighlightedText
                          : QPalette::ButtonText;
    paintSymbol(&painter, u"down"_s, palette().color(group, role),
                QStyle::visualRect(layoutDirection(), rect(), arrow));
}

void ActionButton::follow()
{
    const QString text = m_action->iconText();
    setAccessibleName(text.endsWith(u'…') ? text.chopped(1) : text);
    setIcon(m_icon.isNull() ? m_action->icon() : m_icon);
    setText(m_short.isNull() ? text : m_short);
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
    setMinimumWidth(0);
    setMaximumWidth(this->text().isEmpty() ? QPushButton::sizeHint().height() : QWIDGETSIZE_MAX);
    updateGeometry();
}

} // namespace rox
