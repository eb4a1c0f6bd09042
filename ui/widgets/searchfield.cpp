// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/searchfield.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/tokenguard.h"

#include <QAction>
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

QString findKey()
{
    return QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
}

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(addAction(symbolIcon(u"close"_s), QLineEdit::TrailingPosition))
{
    setAccessibleName(tr("Search tokens"));
    setObjectName(u"searchTokens"_s);
    setPlaceholderText(tr("Search name, ID, role or note"));
    setToolTip(tr("Words that must all occur in name, ID or a role"));
    connect(new TokenGuard(this, MaximumLength), &TokenGuard::refused, this,
            &SearchField::tokenRefused);
    auto *clearButton = findChild<QToolButton *>(); // Qt's, for the action
    clearButton->setAccessibleName(tr("Clear search"));
    clearButton->setObjectName(u"clearSearch"_s);
    m_clear->setToolTip(tr("Clear search (Esc)"));
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, this, &SearchField::placeParts);
    placeParts();
}

void SearchField::setTextSilently(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker blocker(this);
    setText(text);
    placeParts();
}

QFont SearchField::hintFont() const
{
    return typeface(font(), TextSize::Secondary);
}

void SearchField::placeParts()
{
    m_clear->setVisible(!text().isEmpty());
    const int left = TextLeft - 2 - style()->pixelMetric(QStyle::PM_DefaultFrameWidth);
    const int right =
        text().isEmpty() ? QFontMetrics(hintFont()).horizontalAdvance(findKey()) + HintRight : 4;
    setTextMargins(isRightToLeft() ? right : left, 0, isRightToLeft() ? left : right, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QColor secondary = statusColors(palette()).secondary;
    const QRect symbol(SymbolLeft, (height() - SymbolSize) / 2, SymbolSize, SymbolSize);
    paintSymbol(&painter, u"search"_s, secondary,
                QStyle::visualRect(layoutDirection(), rect(), symbol));
    if (!text().isEmpty())
        return;
    painter.setFont(hintFont());
    painter.setPen(secondary);
    painter.drawText(
        rect().adjusted(HintRight, 0, -HintRight, 0),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter)),
        findKey());
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
