// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokedelegate.h"

#include "models/revokelistmodel.h"
#include "models/values/visibletext.h"
#include "ui/dialogs/revokewords.h"
#include "ui/look/symbols.h"
#include "ui/look/tones.h"
#include "ui/look/type.h"
#include "ui/parts/chips.h"
#include "ui/words/times.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

constexpr int Padding = 12;
constexpr int SymbolSize = 16;
constexpr int TextLeft = 40;
constexpr int StateLeft = 248;
constexpr int SentenceLines = 4;
constexpr int NameMax = 1000;

QString shownName(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString().left(NameMax);
}

void drawLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

struct SymbolLook
{
    QString name;
    QColor color;
};

SymbolLook symbolOf(State state, const QPalette &palette, const Tones &tones)
{
    switch (state) {
    case State::Revoked:
    case State::AlreadyGone:
        return {u"check"_s, tones.ok.text};
    case State::Failed:
    case State::NotSent:
        return {u"alarm"_s, tones.bad.text};
    case State::Unknown:
        return {u"unknown"_s, tones.caution.text};
    case State::Kept:
        return {u"key"_s, palette.color(QPalette::Active, QPalette::Link)};
    case State::Stopped:
        return {u"minus"_s, tones.secondary};
    case State::Asked:
    case State::Waiting:
    case State::Asking:
        break;
    }
    return {u"more"_s, tones.secondary};
}

/// The pill after the name of the token in use; returns its width.
int paintInUse(QPainter *painter, const QRect &rect, const QFont &font, const QPalette &palette,
               const QString &text)
{
    constexpr int symbol = 14;
    const Tones tones = tonesOf(palette);
    const int width = QFontMetrics(font).horizontalAdvance(text) + symbol + 5 + 2 * 7;
    if (width > rect.width())
        return 0;
    const QRect pill(rect.left(), rect.top() + (rect.height() - 20) / 2, width, 20);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tones.tint.fill);
    painter->drawRoundedRect(pill, 10, 10);
    const QColor color = palette.color(QPalette::Active, QPalette::Link);
    paintSymbol(painter, u"key"_s, color, QRect(pill.left() + 7, pill.top() + 3, symbol, symbol));
    drawLine(painter, pill.adjusted(7 + symbol + 5, 0, 0, 0), text, font, color);
    return width;
}

QColor expiryColor(const Token &token, UtcMs now, const QPalette &palette, const Tones &tones)
{
    switch (statusAt(token, now)) {
    case TokenStatus::Expiring:
        return tones.caution.text;
    case TokenStatus::Expired:
        return tones.bad.text;
    case TokenStatus::Active:
    case TokenStatus::Revoked:
        break;
    }
    return palette.color(QPalette::Active, QPalette::Text);
}

} // namespace

/// Where the lines of a failure stand, in the view's coordinates.
struct RevokeDelegate::FailureLayout
{
    QRect name, sentence, asked, link;
    QString sentenceText, askedText, linkText;
    int height = 0;
};

RevokeDelegate::RevokeDelegate(const Clock *clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

bool RevokeDelegate::isFailure(const QModelIndex &index) const
{
    const auto state = index.data(RevokeListModel::StateRole).value<State>();
    return m_look == Look::Result
           && (state == State::Failed || state == State::NotSent || state == State::Unknown);
}

QSize RevokeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int body = QFontMetrics(option.font).height();
    const int small = QFontMetrics(typeface(option.font, TextSize::Secondary)).height();
    if (m_look == Look::Question)
        return {200, qMax(QuestionHeight, body + qMax(20, small + 4) + 16)};
    if (isFailure(index))
        return {200, failureLayout(option, index).height};
    return {200, qMax(LineHeight, body + 14)};
}

void RevokeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    painter->save();
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tones.rowLine);
    if (m_look == Look::Question)
        paintQuestion(painter, option, index);
    else if (isFailure(index))
        paintFailure(painter, option, index);
    else
        paintLine(painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tones.focusRing, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4);
    }
    painter->restore();
}

void RevokeDelegate::paintQuestion(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const auto token = index.data(RevokeListModel::TokenRole).value<Token>();
    const UtcMs now = m_clock->now();
    const QFont bold = typeface(option.font, TextSize::Body, true);
    const QFont small = typeface(option.font, TextSize::Secondary);
    const QRect row = option.rect.adjusted(Padding, 4, -Padding, -5);
    const int half = row.height() / 2;
    const QRect upper(row.left(), row.top(), row.width(), half);
    const QRect lower(row.left(), row.top() + half + 1, row.width(), half);

    const QString when =
        token.expiresAt == NoTime ? tr("no expiration") : relativeTime(token.expiresAt, now);
    const QString date = token.expiresAt == NoTime || token.expiresAt >= NeverMs
                             ? QString()
                             : mediumDate(token.expiresAt);
    const int right = 8
                      + qMax(QFontMetrics(option.font).horizontalAdvance(when),
                             QFontMetrics(small).horizontalAdvance(date));
    drawLine(painter, upper.adjusted(0, 3, 0, 0), when, option.font,
             expiryColor(token, now, option.palette, tones), Qt::AlignRight);
    drawLine(painter, lower.adjusted(0, -4, 0, -4), date, small, tones.secondary, Qt::AlignRight);

    QRect left = upper.adjusted(0, 0, -right, 0);
    if (index.data(RevokeListModel::SignedInRole).toBool()) {
        const QString text = tr("You are signed in with this one");
        const int name = textWidth(bold, shownName(index));
        const int pill = QFontMetrics(small).horizontalAdvance(text) + 33;
        const int from = qMin(name, qMax(60, left.width() - pill - 8)) + 8;
        if (paintInUse(painter, left.adjusted(from, 0, 0, 0), small, option.palette, text) > 0)
            left.setWidth(from - 8);
    }
    drawLine(painter, left, shownName(index), bold,
             option.palette.color(QPalette::Active, QPalette::Text));
    QStringList roles;
    for (const QString &role : token.roles)
        roles.append(visibleText(role.left(200)));
    paintRoleChips(painter, lower.adjusted(0, 0, -right, 0), roles, small, tones);
}

void RevokeDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option,
                                const QRect &rect, const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const auto state = index.data(RevokeListModel::StateRole).value<State>();
    if (state != State::Asking) {
        const SymbolLook look = symbolOf(state, option.palette, tones);
        paintSymbol(painter, look.name, look.color, rect);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tones.focusRing, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawArc(QRectF(rect).adjusted(1.75, 1.75, -1.75, -1.75), (90 - m_spin) * 16, -90 * 16);
    painter->restore();
}

void RevokeDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const auto state = index.data(RevokeListModel::StateRole).value<State>();
    const QRect row = option.rect.adjusted(0, 0, 0, -1);
    paintState(painter, option,
               QRect(row.left() + Padding, row.top() + (row.height() - SymbolSize) / 2, SymbolSize,
                     SymbolSize),
               index);
    drawLine(painter,
             QRect(row.left() + TextLeft, row.top(), StateLeft - TextLeft - 8, row.height()),
             shownName(index), option.font, option.palette.color(QPalette::Active, QPalette::Text));
    const bool isRefusal = state == State::Failed || state == State::NotSent;
    const QColor color = isRefusal                 ? tones.bad.text
                         : state == State::Unknown ? tones.caution.text
                                                   : tones.secondary;
    drawLine(painter, row.adjusted(StateLeft, 0, -Padding, 0),
             revokewords::stateWords(state, m_look == Look::Result), option.font, color);
}

RevokeDelegate::FailureLayout RevokeDelegate::failureLayout(const QStyleOptionViewItem &option,
                                                            const QModelIndex &index) const
{
    FailureLayout at;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int rowWidth = view ? view->viewport()->width() : option.rect.width();
    const int left = option.rect.left() + TextLeft;
    const int width = qMax(100, rowWidth - TextLeft - Padding);
    const QFontMetrics body(option.font);
    const QFontMetrics small(typeface(option.font, TextSize::Secondary));
    const auto state = index.data(RevokeListModel::StateRole).value<State>();
    at.sentenceText = index.data(RevokeListModel::SentenceRole).toString().left(2000);
    if (at.sentenceText.isEmpty())
        at.sentenceText = revokewords::stateWords(state, true) + u'.';
    const auto asked = index.data(RevokeListModel::AskedAtRole).toLongLong();
    if (asked != NoTime) {
        const QString time =
            QDateTime::fromMSecsSinceEpoch(asked).toLocalTime().toString(u"HH:mm:ss"_s);
        at.askedText =
            m_retried ? tr("Asked again, at %1.").arg(time) : tr("Asked once, at %1.").arg(time);
    }
    if (!index.data(RevokeListModel::DetailsRole).toString().isEmpty())
        at.linkText = m_copied == index ? tr("Details copied") : tr("Copy details");

    int top = option.rect.top() + 9;
    at.name = QRect(left, top, width, body.height());
    top += body.height() + 4;
    const int needed =
        body.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, at.sentenceText).height();
    const int sentence = qMin(needed, SentenceLines * body.lineSpacing());
    at.sentence = QRect(left, top, width, sentence);
    top += sentence + 4;
    if (!at.askedText.isEmpty() || !at.linkText.isEmpty()) {
        const int askedWidth =
            at.askedText.isEmpty() ? 0 : small.horizontalAdvance(at.askedText + u' ');
        at.asked = QRect(left, top, askedWidth, small.height());
        at.link =
            QRect(left + askedWidth, top, small.horizontalAdvance(at.linkText) + 1, small.height());
        top += small.height();
    }
    at.height = top + 9 - option.rect.top();
    return at;
}

void RevokeDelegate::paintFailure(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
    const FailureLayout at = failureLayout(option, index);
    paintState(painter, option,
               QRect(option.rect.left() + Padding, at.name.top(), SymbolSize, SymbolSize), index);
    drawLine(painter, at.name, shownName(index), typeface(option.font, TextSize::Body, true), text);
    painter->setFont(option.font);
    painter->setPen(text);
    painter->drawText(at.sentence, Qt::TextWordWrap, at.sentenceText);
    const QFont small = typeface(option.font, TextSize::Secondary);
    drawLine(painter, at.asked, at.askedText, small, tones.secondary);
    drawLine(painter, at.link, at.linkText, small,
             option.palette.color(QPalette::Active, QPalette::Link));
}

bool RevokeDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || !isFailure(index))
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton
        || !failureLayout(option, index).link.contains(mouse->pos()))
        return false;
    Q_EMIT detailsRequested(index);
    return true;
}

bool RevokeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const auto token = index.data(RevokeListModel::TokenRole).value<Token>();
    QStringList lines = {shownName(index), visibleText(token.id.left(200))};
    if (token.expiresAt != NoTime)
        lines.append(tr("Expires %1").arg(zoneAndUtc(token.expiresAt)));
    lines.append(index.data(RevokeListModel::SentenceRole).toString().left(2000));
    QString html;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            html += u"<p>"_s + line.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
    }
    QToolTip::showText(event->globalPos(), html, view);
    return true;
}

} // namespace rox
