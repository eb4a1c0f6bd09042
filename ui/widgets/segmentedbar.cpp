// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/segmentedbar.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Height = 26;
constexpr qreal Radius = 6;
constexpr int Padding = 10;
constexpr int SymbolSize = 16;
constexpr int SymbolGap = 4;
constexpr int CountGap = 6;
constexpr int Line = 1; // around the segments and between them

/// What a segment has room for.
enum class Contents { Text, TextAndCount, All };

} // namespace

/// One segment; paints itself independently of the style.
class SegmentedBar::Segment final : public QToolButton
{
public:
    Segment(QLatin1String name, const QString &text, QString symbol, QWidget *parent)
        : QToolButton(parent)
        , m_symbol(std::move(symbol))
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true); // arrow keys go to segments that Tab does not
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(text);
        setObjectName(name + "Button"_L1);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            parentWidget()->update();
        return QToolButton::event(event);
    }

    void setCount(const QString &count)
    {
        m_count = count;
        setAccessibleDescription(count);
        updateGeometry();
        update();
    }

    void setSymbolVisible(bool visible)
    {
        m_symbolVisible = visible;
        updateGeometry();
        update();
    }

    /// What the room is too small for is not painted; a screen reader still says the count.
    void setShown(Contents shown)
    {
        m_shown = shown;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return sizeWith(Contents::All); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeWith(Contents::Text); }
    [[nodiscard]] QSize sizeWith(Contents contents) const
    {
        int width = 2 * Padding + textWidth(boldFont(), text());
        if (hasSymbol() && contents == Contents::All)
            width += SymbolSize + SymbolGap;
        if (!m_count.isEmpty() && contents != Contents::Text)
            width += CountGap + textWidth(countFont(), m_count);
        return {width, std::max(Height, QFontMetrics(boldFont()).height() + 10)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(Qt::LeftToRight); // the rectangles are already mirrored
        const StatusColors tones = statusColors(palette());
        const QColor text = !isEnabled()  ? palette().color(QPalette::Disabled, QPalette::Text)
                            : isChecked() ? palette().color(QPalette::Active, QPalette::Link)
                                          : palette().color(QPalette::Active, QPalette::Text);
        paintContents(&painter, text, tones);
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tones.focusRing, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
        }
    }

private:
    [[nodiscard]] bool hasSymbol() const
    {
        return m_symbolVisible && !m_symbol.isEmpty() && !isChecked();
    }
    [[nodiscard]] QFont boldFont() const { return typeface(font(), TextSize::Body, isChecked()); }
    [[nodiscard]] QFont countFont() const { return typeface(font(), TextSize::Secondary); }

    void paintContents(QPainter *painter, const QColor &text, const StatusColors &tones)
    {
        const int width = sizeWith(m_shown).width() - 2 * Padding;
        int left = (this->width() - width) / 2;
        if (hasSymbol() && m_shown == Contents::All) {
            paintSymbol(painter, m_symbol, text,
                        QRect(left, (height() - SymbolSize) / 2, SymbolSize, SymbolSize));
            left += SymbolSize + SymbolGap;
        }
        painter->setFont(boldFont());
        painter->setPen(text);
        painter->drawText(QRect(left, 0, this->width() - left, height()), Qt::AlignVCenter,
                          this->text());
        left += textWidth(boldFont(), this->text()) + CountGap;
        if (m_count.isEmpty() || m_shown == Contents::Text)
            return;
        painter->setFont(countFont());
        painter->setPen(isChecked() ? palette().color(QPalette::Active, QPalette::Text)
                                    : tones.secondary);
        painter->drawText(QRect(left, 0, this->width() - left, height()), Qt::AlignVCenter,
                          m_count);
    }

    QString m_symbol;
    QString m_count;
    bool m_symbolVisible = true;
    Contents m_shown = Contents::All;
};

namespace {

using Segment = SegmentedBar::Segment;

/// Tells when it has placed the segments.
class SegmentLayout final : public QGridLayout
{
public:
    SegmentLayout(QWidget *parent, std::function<void()> placed)
        : QGridLayout(parent)
        , m_placed(std::move(placed))
    {}

    void setGeometry(const QRect &rect) override
    {
        QGridLayout::setGeometry(rect);
        m_placed();
    }

private:
    std::function<void()> m_placed;
};

/// Qt calls a checkable tool button a check box; a segment is one choice of several.
class SegmentAccess final : public QAccessibleWidget
{
public:
    explicit SegmentAccess(Segment *segment)
        : QAccessibleWidget(segment, QAccessible::RadioButton)
    {}

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (widget()->isEnabled())
            names.prepend(toggleAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (name == toggleAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] QAbstractButton *button() const { return static_cast<Segment *>(widget()); }
};

QAccessibleInterface *accessOf(const QString &, QObject *object)
{
    auto *segment = dynamic_cast<Segment *>(object);
    return segment ? new SegmentAccess(segment) : nullptr;
}

Segment *segmentOf(const QButtonGroup *group, int segment)
{
    return static_cast<Segment *>(group->button(segment));
}

} // namespace

SegmentedBar::SegmentedBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *grid = new SegmentLayout(this, [this] { placeContents(); });
    grid->setContentsMargins(Line, Line, Line, Line);
    grid->setSpacing(Line);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed)
    // A screen reader toggles a button; mouse and keyboard press it, also the one already checked.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int segment, bool checked) {
        if (checked && !m_silent)
            Q_EMIT chosen(segment);
    });
    connect(m_group, &QButtonGroup::idPressed, this,
            [this](int segment) { m_pressedAgain = m_group->checkedId() == segment; });
    connect(m_group, &QButtonGroup::idClicked, this, [this](int segment) {
        if (std::exchange(m_pressedAgain, false))
            Q_EMIT chosen(segment);
    });
}

int SegmentedBar::addSegment(QLatin1String name, const QString &text, const QString &symbol)
{
    const int segment = int(m_group->buttons().size());
    auto *button = new Segment(name, text, symbol, this);
    connect(button, &QToolButton::toggled, this, [this, button] {
        button->updateGeometry(); // semibold is wider, and the symbol is hidden
        update();
        placeTabStop();
    });
    m_group->addButton(button, segment);
    placeTabStop();
    layOut();
    return segment;
}

void SegmentedBar::setCount(int segment, const QString &count)
{
    segmentOf(m_group, segment)->setCount(count);
}

void SegmentedBar::setColumns(int columns)
{
    m_columns = columns;
    setSizePolicy(columns > 0 ? QSizePolicy::Expanding : QSizePolicy::Maximum, QSizePolicy::Fixed);
    layOut();
}

void SegmentedBar::setSymbolsVisible(bool visible)
{
    for (int i = 0; i < m_group->buttons().size(); ++i)
        segmentOf(m_group, i)->setSymbolVisible(visible);
}

void SegmentedBar::setSegmentEnabled(int segment, bool enabled)
{
    m_group->button(segment)->setEnabled(enabled);
}

int SegmentedBar::current() const
{
    return m_group->checkedId();
}

void SegmentedBar::setCurrent(int segment)
{
    const QScopedValueRollback silence(m_silent, true);
    if (auto *button = m_group->button(segment))
        button->setChecked(true);
}

QToolButton *SegmentedBar::button(int segment) const
{
    return segmentOf(m_group, segment);
}

/// In all segments alike: a narrow bar loses its symbols first, then the counts.
void SegmentedBar::placeContents()
{
    if (m_columns > 0) // nothing but text there
        return;
    QList<Segment *> segments;
    for (int i = 0; i < m_group->buttons().size(); ++i) {
        if (!segmentOf(m_group, i)->isHidden())
            segments.append(segmentOf(m_group, i));
    }
    const int room = contentsRect().width() - 2 * Line - int(segments.size() - 1) * Line;
    const auto spare = [&](Contents contents) {
        return std::accumulate(segments.cbegin(), segments.cend(), room,
                               [contents](int left, const Segment *segment) {
                                   return left - segment->sizeWith(contents).width();
                               });
    };
    const Contents shown = spare(Contents::All) >= 0            ? Contents::All
                           : spare(Contents::TextAndCount) >= 0 ? Contents::TextAndCount
                                                                : Contents::Text;
    for (Segment *segment : segments)
        segment->setShown(shown);
    if (shown == Contents::TextAndCount)
        placeWithoutSymbols(segments, spare(shown));
}

/// The layout would make all segments narrower by the same, also those that have no symbol.
void SegmentedBar::placeWithoutSymbols(const QList<Segment *> &segments, int spare)
{
    QRect place = contentsRect().adjusted(Line, Line, -Line, -Line);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const int share = spare / int(segments.size() - i);
        spare -= share;
        place.setWidth(segments.at(i)->sizeWith(Contents::TextAndCount).width() + share);
        segments.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        place.moveLeft(place.right() + 1 + Line);
    }
}

void SegmentedBar::placeTabStop()
{
    const int current = m_group->checkedId();
    const auto buttons = m_group->buttons();
    for (int i = 0; i < buttons.size(); ++i)
        buttons.at(i)->setFocusPolicy(i == std::max(0, current) ? Qt::StrongFocus : Qt::ClickFocus);
}

void SegmentedBar::layOut()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int count = int(m_group->buttons().size());
    const int columns = m_columns > 0 ? m_columns : count;
    for (int i = 0; i < count; ++i) {
        auto *button = m_group->button(i);
        grid->removeWidget(button);
        grid->addWidget(button, i / columns, i % columns);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, m_columns > 0 ? 1 : 0);
}

void SegmentedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StatusColors tones = statusColors(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath round;
    round.addRoundedRect(frame, Radius, Radius);
    painter.fillPath(round, palette().color(QPalette::Active, QPalette::Base));
    // The bar paints the fill of a segment: it has to follow the rounded corners.
    painter.setClipPath(round);
    for (const auto *button : m_group->buttons()) {
        if (button->isHidden())
            continue;
        if (button->isChecked())
            painter.fillRect(button->geometry().adjusted(-1, -1, 1, 1), tones.checkedSegment);
        else if (button->underMouse() && button->isEnabled())
            painter.fillRect(button->geometry(),
                             palette().color(QPalette::Active, QPalette::AlternateBase));
    }
    painter.setClipping(false);
    painter.setPen(QPen(tones.buttonLine, 1));
    painter.drawPath(round);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(tones.panelLine, 1));
    for (const auto *button : m_group->buttons()) {
        const QRect r = button->geometry();
        if (button->isHidden())
            continue;
        if (r.right() + 2 < width())
            painter.drawLine(r.right() + 1, r.top(), r.right() + 1, r.bottom());
        if (r.bottom() + 2 < height())
            painter.drawLine(r.left(), r.bottom() + 1, r.right(), r.bottom() + 1);
    }
}

} // namespace rox
