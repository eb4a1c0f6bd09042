// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/searchfield.h"

#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/style/tones.h"
#include "ui/style/type.h"
#include "ui/widgets/tokenguard.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int SymbolSize = 16;
constexpr int SymbolLeft = 11;
constexpr int TextLeft = 34;
constexpr int HintRight = 11;
constexpr int ClearSize = 24;
} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
{
    setAccessibleName(tr("Search tokens"));
    setObjectName(u"searchTokens"_s);
    setPlaceholderText(tr("Search name, ID or role"));
    setToolTip(tr("Words that must all occur in name, ID or a role"));
    connect(new TokenGuard(this, MaximumLength), &TokenGuard::refused, this,
            &SearchField::tokenRefused);
    m_clear->setAccessibleName(tr("Clear search"));
    m_clear->setObjectName(u"clearSearch"_s);
    m_clear->setToolTip(tr("Clear search (Esc)"));
    m_clear->setIcon(symbolIcon(u"close"_s));
    m_clear->setIconSize({14, 14});
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    setButtonRole(m_clear, ButtonRole::Flat);
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, m_clear,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    placeParts();
}

void SearchField::setTextSilently(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker blocker(this);
    setText(text);
    m_clear->setVisible(!text.isEmpty());
}

QFont SearchField::hintFont() const
{
    return typeface(font(), TextSize::Axis);
}

void SearchField::placeParts()
{
    const int hint = QFontMetrics(hintFont()).horizontalAdvance(u"Ctrl+F"_s) + HintRight + 4;
    const int left = TextLeft - 2 - style()->pixelMetric(QStyle::PM_DefaultFrameWidth);
    const int right = std::max(hint, ClearSize + 8) - 2;
    setTextMargins(isRightToLeft() ? right : left, 0, isRightToLeft() ? left : right, 0);
    const QRect clear(width() - ClearSize - 6, (height() - ClearSize) / 2, ClearSize, ClearSize);
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), rect(), clear));
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QColor secondary = tonesOf(palette()).secondary;
    const QRect symbol(SymbolLeft, (height() - SymbolSize) / 2, SymbolSize, SymbolSize);
    paintSymbol(&painter, u"search"_s, secondary,
                QStyle::visualRect(layoutDirection(), rect(), symbol));
    if (!text().isEmpty())
        return;
    painter.setFont(hintFont());
    painter.setPen(secondary);
    painter.drawText(rect().adjusted(HintRight, 0, -HintRight, 0),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(),
                                                              Qt::AlignRight | Qt::AlignVCenter)),
                     QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeParts();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier)
        Q_EMIT downPressed();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange)
        placeParts();
}

} // namespace rox
