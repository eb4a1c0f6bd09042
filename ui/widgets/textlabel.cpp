// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/textlabel.h"

#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace rox {

namespace {

constexpr int SymbolSize = 14;
constexpr int SymbolGap = 6;
constexpr qsizetype MostWidths = 8;

/// QTextLayout breaks a line at this character, not at "\n".
QString withLines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

TextLabel *elidedLabel(const TextRun &run, QWidget *parent, TextSize size)
{
    auto *label = new TextLabel(size, parent);
    label->setElided(Qt::ElideRight);
    label->setRuns({run});
    return label;
}

TextLabel::TextLabel(TextSize size, QWidget *parent)
    : QLabel(parent)
    , m_size(size)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void TextLabel::setSize(TextSize size)
{
    if (std::exchange(m_size, size) == size)
        return;
    forgetSizes();
    updateGeometry();
    update();
}

void TextLabel::setRuns(const QList<TextRun> &runs)
{
    if (m_runs == runs)
        return;
    m_runs = runs;
    QString whole;
    for (const TextRun &run : runs)
        whole += run.text;
    setText(whole);
    forgetSizes();
    updateGeometry();
    update();
}

void TextLabel::showText(const QString &text, TextTone tone, bool semibold)
{
    setRuns({{text, tone, semibold}});
}

void TextLabel::setElided(Qt::TextElideMode mode)
{
    m_elide = mode;
    forgetSizes();
    updateGeometry();
}

void TextLabel::setLineHeight(int height)
{
    m_lineHeight = height;
    forgetSizes();
    updateGeometry();
}

void TextLabel::setSymbol(const QString &name)
{
    m_symbol = name;
    const int room = name.isEmpty() ? 0 : SymbolSize + SymbolGap;
    setContentsMargins(isRightToLeft() ? 0 : room, 0, isRightToLeft() ? room : 0, 0);
    update();
}

QFont TextLabel::shownFont(bool semibold) const
{
    return typeface(QApplication::font(), m_size, semibold);
}

QFont TextLabel::mainFont() const
{
    return shownFont(m_runs.size() == 1 && m_runs.constFirst().semibold);
}

QSize TextLabel::layOut(QTextLayout &layout, int width) const
{
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const TextRun &run : m_runs) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = int(run.text.size());
        range.format.setForeground(toneColor(run.tone, palette()));
        range.format.setFontWeight(run.semibold ? QFont::DemiBold : QFont::Normal);
        formats.append(range);
        start += range.length;
    }
    QTextOption option;
    option.setWrapMode(wraps() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : layoutDirection());
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), alignment()));
    layout.setFont(mainFont());
    layout.setFormats(formats);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);

    qreal height = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qreal tall = std::max<qreal>(m_lineHeight, line.height());
        line.setPosition(QPointF(0, height + (tall - line.height()) / 2));
        height += tall;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {int(std::ceil(widest)), int(std::ceil(height))};
}

TextLabel::Sizes &TextLabel::sizes() const
{
    const QFont font = QApplication::font();
    if (!m_sizes || m_sizes->text != text() || m_sizes->font != font)
        m_sizes = Sizes{text(), font, {}, {}};
    return *m_sizes;
}

QSize TextLabel::naturalSize() const
{
    std::optional<QSize> &natural = sizes().natural;
    if (!natural) {
        QTextLayout layout(withLines(text()));
        natural = layOut(layout, QWIDGETSIZE_MAX);
    }
    return *natural;
}

QSize TextLabel::wrappedSize(int width) const
{
    QHash<int, QSize> &wrapped = sizes().wrapped;
    if (const auto known = wrapped.constFind(width); known != wrapped.cend())
        return *known;
    if (wrapped.size() >= MostWidths) // the window is being resized
        wrapped.clear();
    QTextLayout layout(withLines(unbroken(text())));
    return *wrapped.insert(width, layOut(layout, width));
}

QSize TextLabel::sizeHint() const
{
    return naturalSize().grownBy(contentsMargins());
}

QSize TextLabel::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    const QFontMetrics metrics(mainFont());
    const int height = std::max(metrics.height(), wraps() ? m_lineHeight : 0);
    if (!m_symbol.isEmpty())
        return {SymbolSize, height}; // the text gives way first
    const int width = std::min(sizeHint().width(), metrics.averageCharWidth() * 4);
    return QSize(width, height).grownBy(margins);
}

int TextLabel::heightForWidth(int width) const
{
    if (!wraps())
        return -1;
    const QMargins margins = contentsMargins();
    return wrappedSize(width - margins.left() - margins.right()).height() + margins.top()
           + margins.bottom();
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    if (event->type() == QEvent::ToolTip && !wraps() && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const bool cut = sizeHint().width() > width();
        QToolTip::showText(help->globalPos(), cut ? plainToolTip(text()) : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::paintElided(QPainter &painter)
{
    const TextRun run = m_runs.value(0);
    const QFont font = shownFont(run.semibold);
    painter.setFont(font);
    painter.setPen(toneColor(run.tone, palette()));
    const QRect rect = contentsRect();
    painter.drawText(
        rect, int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text(), m_elide, rect.width()));
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_symbol.isEmpty()) {
        const QRect at(0, (height() - SymbolSize) / 2, SymbolSize, SymbolSize);
        paintSymbol(&painter, m_symbol, toneColor(m_runs.value(0).tone, palette()),
                    QStyle::visualRect(layoutDirection(), this->rect(), at));
    }
    const QRect rect = contentsRect();
    if (rect.width() <= 0)
        return;
    if (!wraps() && (m_runs.size() == 1 || sizeHint().width() > width())) {
        paintElided(painter);
        return;
    }
    QTextLayout layout(withLines(unbroken(text())));
    const QSize size = layOut(layout, rect.width());
    const int top =
        rect.top()
        + ((alignment() & Qt::AlignVCenter) != 0 ? (rect.height() - size.height()) / 2 : 0);
    layout.draw(&painter, QPointF(rect.left(), top));
}

} // namespace rox
