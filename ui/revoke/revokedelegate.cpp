// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokedelegate.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokepaint.h"
#include "ui/revoke/revokewords.h"
#include "ui/style/symbols.h"
#include "ui/style/type.h"
#include "ui/text/times.h"
#include "ui/widgets/tooltips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace rox {

using namespace Qt::StringLiterals;
using namespace revokepaint;
using Kind = RevokeRows::Kind;
using State = RevokeListModel::State;

namespace {

constexpr int LineHeight = 32;
constexpr int QuestionHeight = 52;
constexpr int HeadHeight = 30;
constexpr int ChevronSize = 14;
constexpr int HeadSymbolLeft = 34; ///< beside the chevron
constexpr int HeadTextLeft = 60;   ///< beside both
constexpr int SentenceLines = 4;
constexpr int NameMax = 1000;
constexpr int SentenceMax = 2000;

Kind kindOf(const QModelIndex &index)
{
    return index.data(RevokeRows::KindRole).value<Kind>();
}

State stateOf(const QModelIndex &index)
{
    return index.data(RevokeListModel::StateRole).value<State>();
}

Token tokenOf(const QModelIndex &index)
{
    return index.data(RevokeListModel::TokenRole).value<Token>();
}

/// The widest word that most rows say while it runs.
int stateWidth(const QFont &font)
{
    int width = 0;
    for (const State state :
         {State::Waiting, State::Asking, State::Revoked, State::AlreadyGone, State::Failed})
        width = qMax(width, textWidth(font, revokewords::stateWords(state, false)));
    return width;
}

QRect symbolRect(const QRect &row, int left)
{
    return {row.left() + left, row.top() + (row.height() - SymbolSize) / 2, SymbolSize, SymbolSize};
}

} // namespace

/// Where the parts of a head stand, in the view's coordinates.
struct RevokeDelegate::HeadLayout
{
    QRect title, sentence, link;
    QString sentenceText, linkText;
    int height = 0;
};

RevokeDelegate::RevokeDelegate(const Clock *clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

int RevokeDelegate::lineHeight(const QFont &font) const
{
    return qMax(LineHeight, QFontMetrics(font).height() + 14);
}

int RevokeDelegate::questionHeight(const QFont &font) const
{
    if (m_height == 0 || m_heightFont != font) {
        m_heightFont = font;
        const int small = QFontMetrics(typeface(font, TextSize::Secondary)).height();
        m_height = qMax(QuestionHeight, QFontMetrics(font).height() + qMax(20, small + 4) + 16);
    }
    return m_height;
}

QSize RevokeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int anyWidth = 200;
    switch (kindOf(index)) {
    case Kind::Group:
        return {anyWidth, headLayout(option, index).height};
    case Kind::More:
        return {anyWidth, lineHeight(option.font)};
    case Kind::Token:
        break;
    }
    return {anyWidth,
            m_layout == Layout::Question ? questionHeight(option.font) : lineHeight(option.font)};
}

void RevokeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    painter->save();
    switch (kindOf(index)) {
    case Kind::Group:
        paintHead(painter, option, index);
        break;
    case Kind::More:
        paintMore(painter, option, index);
        break;
    case Kind::Token:
        if (m_layout == Layout::Question)
            paintQuestion(painter, option, index, m_clock->now());
        else
            paintOutcome(painter, option, index);
        break;
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tones.rowLine);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tones.focusRing, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4);
    }
    painter->restore();
}

void RevokeDelegate::paintOutcome(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const Token token = tokenOf(index);
    const State state = stateOf(index);
    const QRect row = option.rect.adjusted(0, 0, 0, -1);
    const bool ended = m_layout == Layout::Result;
    const int left = ended ? HeadSymbolLeft : Padding;
    const int nameLeft = ended ? HeadTextLeft : TextLeft;
    paintState(painter, option.palette, symbolRect(row, left), state, m_spin);

    // The name takes what the id and the outcome leave.
    QRect rest = row.adjusted(nameLeft, 0, -Padding, 0);
    const QFont small = typeface(option.font, TextSize::Secondary);
    const bool isNews = !ended || state == State::AlreadyGone;
    if (isNews) {
        const QString word = revokewords::stateWords(state, false);
        const int width = qMax(textWidth(small, word), ended ? 0 : stateWidth(small));
        const bool isBad = state == State::Failed || state == State::NotSent;
        const QColor color = isBad                     ? tones.bad.text
                             : state == State::Unknown ? tones.caution.text
                                                       : tones.secondary;
        drawLine(painter, rest.adjusted(rest.width() - width, 0, 0, 0), word, small, color);
        rest.setRight(rest.right() - width - 12);
    }
    const QFont fixed = idFont(option.font);
    const QString id = shortId(token);
    const int idWidth = textWidth(fixed, id);
    drawLine(painter, rest.adjusted(rest.width() - idWidth, 0, 0, 0), id, fixed, tones.secondary);
    rest.setRight(rest.right() - idWidth - 12);
    QFont font = nameFont(option.font, token.name);
    font.setWeight(QFont::Normal);
    drawName(painter, rest, TokenText::name(token.name, NameMax), font,
             option.palette.color(QPalette::Active, QPalette::Text));
}

void RevokeDelegate::paintMore(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    drawLine(painter, option.rect.adjusted(HeadTextLeft, 0, -Padding, -1),
             index.data(Qt::DisplayRole).toString(), option.font,
             option.palette.color(QPalette::Active, QPalette::Link));
}

RevokeDelegate::HeadLayout RevokeDelegate::headLayout(const QStyleOptionViewItem &option,
                                                      const QModelIndex &index) const
{
    HeadLayout at;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int rowWidth = view ? view->viewport()->width() : option.rect.width();
    const bool folds = index.data(RevokeRows::FoldsRole).toBool();
    const int left = option.rect.left() + (folds ? HeadTextLeft : Padding);
    const int width = qMax(100, rowWidth - (folds ? HeadTextLeft : Padding) - Padding);
    const QFontMetrics body(option.font);
    const QFontMetrics small(typeface(option.font, TextSize::Secondary));
    const int line = qMax(HeadHeight, body.height() + 12);
    at.title = QRect(left, option.rect.top(), width, line);
    at.height = line + 1;
    at.sentenceText = index.data(RevokeListModel::SentenceRole).toString().left(SentenceMax);
    if (!index.data(RevokeListModel::DetailsRole).toString().isEmpty()) {
        at.linkText = m_copied == index ? tr("Details copied") : tr("Copy details");
        const int link = small.horizontalAdvance(at.linkText) + 1;
        at.link = QRect(left + width - link, option.rect.top(), link, line);
    }
    if (at.sentenceText.isEmpty())
        return at;
    const int needed =
        body.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, at.sentenceText).height();
    at.sentence =
        QRect(left, at.title.bottom() - 2, width, qMin(needed, SentenceLines * body.lineSpacing()));
    at.height += at.sentence.height() + 6;
    return at;
}

void RevokeDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Tones tones = tonesOf(option.palette);
    const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
    const HeadLayout at = headLayout(option, index);
    painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::AlternateBase));
    if (index.data(RevokeRows::FoldsRole).toBool()) {
        const QRect chevron(option.rect.left() + Padding,
                            at.title.top() + (at.title.height() - ChevronSize) / 2, ChevronSize,
                            ChevronSize);
        paintSymbol(painter, index.data(RevokeRows::OpenRole).toBool() ? u"down"_s : u"right"_s,
                    tones.secondary, chevron);
        paintState(painter, option.palette, symbolRect(at.title, HeadSymbolLeft - HeadTextLeft),
                   stateOf(index), 0);
    }
    const QFont bold = typeface(option.font, TextSize::Body, true);
    const QFont small = typeface(option.font, TextSize::Secondary);
    const QString title = index.data(Qt::DisplayRole).toString();
    drawLine(painter, at.title.adjusted(0, 0, -at.link.width() - 8, 0), title, bold, text);
    drawLine(painter, at.title.adjusted(textWidth(bold, title) + 8, 0, 0, 0),
             index.data(RevokeRows::NoteRole).toString(), small, tones.secondary);
    drawLine(painter, at.link, at.linkText, small,
             option.palette.color(QPalette::Active, QPalette::Link));
    if (at.sentenceText.isEmpty())
        return;
    painter->setFont(option.font);
    painter->setPen(text);
    painter->drawText(at.sentence, Qt::TextWordWrap, at.sentenceText);
}

bool RevokeDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || kindOf(index) == Kind::Token)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    if (kindOf(index) == Kind::Group && headLayout(option, index).link.contains(mouse->pos()))
        Q_EMIT detailsRequested(index);
    else
        Q_EMIT toggleRequested(index);
    return true;
}

bool RevokeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QStringList lines;
    if (kindOf(index) == Kind::Token) {
        const Token token = tokenOf(index);
        lines = {TokenText::name(token.name, NameMax), visibleText(token.id.left(200))};
        if (token.issuedAt != NoTime)
            lines.append(tr("Issued %1").arg(zoneAndUtc(token.issuedAt)));
        if (token.expiresAt != NoTime)
            lines.append(tr("Expires %1").arg(zoneAndUtc(token.expiresAt)));
        const auto asked = index.data(RevokeListModel::AskedAtRole).toLongLong();
        if (asked != NoTime)
            lines.append(tr("Central was asked to revoke it on %1").arg(zoneAndUtc(asked)));
    }
    lines.append(index.data(RevokeListModel::SentenceRole).toString().left(SentenceMax));
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace rox
