// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagebar.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/tooltips.h"

#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSize = 16;
constexpr int SymbolLeft = 11;
constexpr int TextLeft = 35;
constexpr int ButtonHeight = 32;
constexpr int Radius = 8;

std::pair<Tone, QString> lookOf(Severity severity, const QPalette &palette)
{
    const StatusColors tones = statusColors(palette);
    switch (severity) {
    case Severity::Info:
        return {tones.tint, u"info"_s};
    case Severity::Success:
        return {tones.ok, u"check"_s};
    case Severity::Caution:
        return {tones.caution, u"warning"_s};
    case Severity::Bad:
        return {tones.bad, u"alarm"_s};
    }
    return {};
}

/// A longer word would set the minimum width of the window.
QString escaped(const QString &text)
{
    constexpr int longestWord = 28;
    return breakable(text, longestWord).toHtmlEscaped();
}

/// The same buttons, whatever a click on them runs.
bool hasButtonsOf(const Message &one, const Message &other)
{
    return one.closable == other.closable
           && std::equal(one.actions.cbegin(), one.actions.cend(), other.actions.cbegin(),
                         other.actions.cend(), [](const MessageAction &a, const MessageAction &b) {
                             return a.text == b.text && a.symbol == b.symbol
                                    && a.isPrimary == b.isPrimary;
                         });
}

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    // Screen readers ignore the events of announce() on an object with the role of a frame.
    if (className == "rox::MessageBar"_L1)
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    return nullptr;
}

/// Makes a screen reader say the accessible name and description, wherever the keyboard focus is.
void announce(QWidget *bar)
{
    // AT-SPI has no event Alert: Orca speaks when an object with the role alert is shown.
    for (const QAccessible::Event what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(bar, what);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_column(new QVBoxLayout)
    , m_row(new QHBoxLayout(this))
{
    static const bool installed = (QAccessible::installFactory(interfaceFor), true);
    Q_UNUSED(installed)
    setObjectName(u"message"_s);
    setAccessibleName(tr("Message"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::RichText); // for the weight of the lead: all characters are escaped
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_row->setSpacing(8);
    m_column->setSpacing(8);
    m_column->addWidget(m_text);
    m_row->addSpacing(TextLeft - SymbolLeft);
    m_row->addLayout(m_column, 1);
    replaceButtons();
}

void MessageBar::setMessage(const Message &message)
{
    const bool isSameOne = message.isSame(m_message);
    const bool keepsButtons = isSameOne && hasButtonsOf(message, m_message);
    const bool isNews = !isSameOne || message.spoken() != m_message.spoken();
    m_message = message;
    if (!keepsButtons)
        replaceButtons();
    fillText();
    updateGeometry();
    update();
    if (isNews && isVisible())
        announce(this);
}

void MessageBar::setText(const QString &text)
{
    m_message.text = text;
    fillText();
}

void MessageBar::fillText()
{
    m_text->setText(u"<span style=\"font-weight:600\">%1</span> %2"_s.arg(escaped(m_message.lead),
                                                                          escaped(m_message.text)));
    setAccessibleDescription(m_message.spoken());
}

void MessageBar::setExtra(QWidget *extra)
{
    QWidget *before = m_extra == extra ? nullptr : m_extra.data();
    placeExtra(extra);
    delete before;
}

void MessageBar::placeExtra(QWidget *extra)
{
    if (extra == m_extra)
        return;
    if (m_extra) {
        m_extra->hide();
        m_column->removeWidget(m_extra);
    }
    m_extra = extra;
    if (!extra)
        return;
    m_column->addWidget(extra);
    extra->show();
}

void MessageBar::addCloseButton(const QString &name, const std::function<void()> &close)
{
    auto *button = new QToolButton(this);
    button->setIcon(symbolIcon(u"close"_s));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setObjectName(u"closeMessage"_s);
    button->setFixedSize(32, 32);
    connect(button, &QToolButton::clicked, this, close);
    m_close = button;
    m_row->addWidget(button, 0, Qt::AlignTop);
    replaceButtons();
}

void MessageBar::focusFirstAction()
{
    if (!m_buttons.isEmpty())
        m_buttons.constFirst()->setFocus(Qt::OtherFocusReason);
}

void MessageBar::replaceButtons()
{
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        button->setParent(nullptr);
        button->deleteLater(); // it may be the sender of the click that brought us here
    }
    m_buttons.clear();
    for (qsizetype i = 0; i < m_message.actions.size(); ++i)
        addButton(m_message.actions.at(i), i);
    if (m_close)
        m_close->setVisible(m_message.closable);
    const bool hasButtons = !m_buttons.isEmpty() || (m_close && m_message.closable);
    m_row->setContentsMargins(SymbolLeft, hasButtons ? 6 : 10, hasButtons ? 8 : SymbolLeft,
                              hasButtons ? 6 : 10);
    m_text->setMinimumHeight(hasButtons ? ButtonHeight : 0);
}

void MessageBar::addButton(const MessageAction &action, qsizetype position)
{
    auto *button = new QPushButton(action.text, this);
    button->setAccessibleName(action.text);
    button->setObjectName(u"messageAction%1"_s.arg(position));
    if (!action.symbol.isEmpty())
        button->setIcon(
            symbolIcon(action.symbol, action.isPrimary ? TextTone::Highlighted : TextTone::Text));
    if (action.isPrimary)
        setButtonRole(button, ButtonRole::Primary);
    connect(button, &QPushButton::clicked, this, [this, position] {
        // A copy: what it runs may replace the message.
        if (const auto run = m_message.actions.at(position).run)
            run();
    });
    m_buttons.append(button);
    m_row->insertWidget(int(m_buttons.size()) + 1, button, 0, Qt::AlignTop);
}

void MessageBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce(this);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto [tone, symbol] = lookOf(m_message.severity, palette());
    calm::roundedBox(&painter, contentsRect(), tone.fill, tone.line, Radius);
    // Beside the text; beside its first line where more stands below.
    const int line = m_text->fontMetrics().height();
    const int part = m_extra ? std::max(line, m_text->minimumHeight())
                             : std::min(m_text->height(), ButtonHeight + line);
    const QRect at(contentsRect().left() + SymbolLeft, m_text->y() + (part - SymbolSize) / 2,
                   SymbolSize, SymbolSize);
    paintSymbol(&painter, m_message.symbol.isEmpty() ? symbol : m_message.symbol, tone.text,
                QStyle::visualRect(layoutDirection(), rect(), at));
}

} // namespace rox
