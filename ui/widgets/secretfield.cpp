// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretfield.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 10;
constexpr int MinLines = 2;
constexpr int AroundLines = 20; ///< height above and below the lines

/// Overwrites its characters in the destructor.
class WipedString
{
public:
    explicit WipedString(const Secret &secret)
        : text(QString::fromUtf8(secret.view()))
    {}
    ~WipedString()
    {
        if (text.isDetached()) // else another QString still shares it
            text.fill(u'\0');
    }
    Q_DISABLE_COPY_MOVE(WipedString)

    QString text;
};

/// While masked a password field without text for a screen reader; while shown readable text.
class SecretFieldInterface final : public QAccessibleWidget
{
public:
    explicit SecretFieldInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {}

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (text != QAccessible::Value)
            return QAccessibleWidget::text(text);
        return field()->isRevealed() ? QString::fromUtf8(field()->secret().view()) : QString();
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.passwordEdit = !field()->isRevealed();
        return state;
    }

private:
    [[nodiscard]] const SecretField *field() const
    {
        return static_cast<const SecretField *>(widget());
    }
};

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    return className == "rox::SecretField"_L1 && object && object->isWidgetType()
               ? new SecretFieldInterface(static_cast<QWidget *>(object))
               : nullptr;
}

/// Width of a line; the mark of what is cut stands in the padding at its end.
int textRoom(int width)
{
    return width - 2 * Padding;
}

} // namespace

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(interfaceFor), true);
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &SecretField::tick);
}

SecretField::~SecretField() = default;

void SecretField::setSecret(Secret secret)
{
    setRevealed(false);
    m_secret = std::move(secret);
    update();
}

void SecretField::setRevealed(bool revealed)
{
    if (revealed == isRevealed())
        return;
    m_secondsLeft = revealed ? Seconds : 0;
    m_firstLine = 0;
    if (revealed)
        m_timer.start();
    else
        m_timer.stop();
    updateGeometry();
    update();
    Q_EMIT revealedChanged(revealed);
}

void SecretField::tick()
{
    if (m_secondsLeft <= 1) {
        setRevealed(false);
        return;
    }
    --m_secondsLeft;
    Q_EMIT secondPassed(m_secondsLeft);
}

int SecretField::linesIn(int width) const
{
    // The value is ASCII in a fixed font. In another font the rest can be scrolled to.
    const qreal character = QFontMetricsF(fixedTypeface(font())).horizontalAdvance(u'x');
    const int inALine = std::max(1, int(textRoom(width) / std::max(1.0, character)));
    return int((m_secret.size() + inALine - 1) / inALine);
}

int SecretField::shownLines() const
{
    return std::max(1, (height() - AroundLines) / QFontMetrics(fixedTypeface(font())).height());
}

int SecretField::heightForWidth(int width) const
{
    if (!isRevealed())
        return std::max(calm::ControlHeight, fontMetrics().height() + 14);
    const int lines = std::clamp(linesIn(width), MinLines, MaxLines);
    return std::max(52, lines * QFontMetrics(fixedTypeface(font())).height() + AroundLines);
}

QSize SecretField::sizeHint() const
{
    const int width = 320;
    return {width, heightForWidth(std::max(width, this->width()))};
}

QSize SecretField::minimumSizeHint() const
{
    return {160, heightForWidth(std::max(160, width()))};
}

void SecretField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusColors tones = statusColors(palette());
    const QRect box = rect();
    calm::roundedBox(&painter, box, palette().color(QPalette::Active, QPalette::Base),
                     tones.fieldLine);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tones.focusRing, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.setPen(palette().color(QPalette::Active, QPalette::Text));
    if (isRevealed())
        paintSecret(&painter);
    else
        paintMask(&painter);
}

void SecretField::paintMask(QPainter *painter) const
{
    // Painted dots: the width of a bullet character differs between fonts.
    const qreal em = QFontInfo(font()).pixelSize();
    const qreal pitch = em * 0.8155;
    const qreal radius = em * 0.142;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::Active, QPalette::Text));
    const qreal left = Padding + em * 0.44;
    for (int i = 0; i < MaskLength; ++i) {
        const QPointF at(left + i * pitch, height() / 2.0 - 1);
        if (at.x() + radius > width() - Padding)
            break;
        painter->drawEllipse(at, radius, radius);
    }
}

void SecretField::paintSecret(QPainter *painter)
{
    const WipedString shown(m_secret);
    const QFont fixed = fixedTypeface(font());
    QTextLayout layout(shown.text, fixed, this);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(false);

    const int shownCount = shownLines();
    const qreal lineHeight = QFontMetrics(fixed).height();
    const qreal top = (height() - shownCount * lineHeight) / 2;
    layout.beginLayout();
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(textRoom(width()));
        line.setPosition({Padding, top + (count - m_firstLine) * lineHeight});
        ++count;
    }
    layout.endLayout();
    m_lineCount = count;

    painter->setClipRect(rect().adjusted(2, 2, -2, -2));
    for (int i = m_firstLine; i < std::min(count, m_firstLine + shownCount); ++i)
        layout.lineAt(i).draw(painter, {0, 0});
    if (m_firstLine + shownCount < count) {
        const QTextLine last = layout.lineAt(m_firstLine + shownCount - 1);
        painter->setFont(fixed);
        painter->drawText(
            QPointF(last.x() + last.naturalTextWidth(), last.position().y() + last.ascent()),
            u"…"_s);
    }
    layout.clearLayout();
    layout.setText({});
}

void SecretField::scrollTo(int line)
{
    const int wanted = std::clamp(line, 0, std::max(0, m_lineCount - shownLines()));
    if (std::exchange(m_firstLine, wanted) != wanted)
        update();
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool scrolls = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home
                         || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (!isRevealed() || !scrolls) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (key == Qt::Key_Home)
        scrollTo(0);
    else if (key == Qt::Key_End)
        scrollTo(m_lineCount);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        scrollTo(m_firstLine + (key == Qt::Key_Up ? -1 : 1));
    else
        scrollTo(m_firstLine + (key == Qt::Key_PageUp ? -shownLines() : shownLines()));
}

void SecretField::wheelEvent(QWheelEvent *event)
{
    if (!isRevealed() || event->angleDelta().y() == 0) {
        QWidget::wheelEvent(event);
        return;
    }
    scrollTo(m_firstLine + (event->angleDelta().y() > 0 ? -1 : 1));
    event->accept();
}

bool SecretField::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        setRevealed(false);
    return QWidget::event(event);
}

void SecretField::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QWidget::hideEvent(event);
}

} // namespace rox
