// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokedelegate.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokepaint.h"
#include "ui/revoke/revokequestionrow.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/tooltips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using namespace revokepaint;
using Kind = RevokeRows::Kind;
using State = RevokeListModel::State;

namespace {

constexpr int LineHeight = 32;
constexpr int TextLeft = 40; ///< beside a symbol
constexpr int TitleHeight = 30;
constexpr int ChevronSize = 14;
constexpr int MarkSize = 14;
constexpr int MarkGap = 8;
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

/// Of the widest state that is common while tokens are revoked.
int stateWidth(const QFont &font)
{
    int width = 0;
    for (const State state :
         {State::Waiting, State::Asking, State::Revoked, State::AlreadyGone, State::Failed})
        width = std::max(width, textWidth(font, revoketext::state(state, false)));
    return width;
}

QRect symbolRect(const QRect &row, int left)
{
    return {row.left() + left, row.top() + (row.height() - SymbolSize) / 2, SymbolSize, SymbolSize};
}

/// The head of a group: its title, the cause under it, and the link "Copy details". A group of the
/// result opens and closes, and has a chevron and the symbol of its state.
class GroupRow
{
public:
    static constexpr int SymbolLeft = 34; ///< beside the chevron
    static constexpr int TextLeft = 60;   ///< beside chevron and symbol

    /// `isCopied`: the details were copied already. `option` and `index` outlive the row.
    GroupRow(const QStyleOptionViewItem &option, const QModelIndex &index, bool isCopied);

    [[nodiscard]] int height() const { return m_height; }
    /// In the view's coordinates; empty without details.
    [[nodiscard]] QRect link() const { return m_link; }
    void paint(QPainter *painter) const;

private:
    void paintSymbols(QPainter *painter) const;

    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    bool m_folds;
    bool m_hasMark = false; ///< of a server
    QRect m_title;
    QRect m_sentence;
    QRect m_link;
    QString m_sentenceText;
    QString m_linkText;
    int m_height = 0;
};

GroupRow::GroupRow(const QStyleOptionViewItem &option, const QModelIndex &index, bool isCopied)
    : m_option(option)
    , m_index(index)
    , m_folds(index.data(RevokeRows::FoldsRole).toBool())
    , m_sentenceText(index.data(RevokeListModel::SentenceRole).toString().left(SentenceMax))
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int rowWidth = view ? view->viewport()->width() : option.rect.width();
    m_hasMark = !m_folds && index.data(RevokeRows::ServerColorRole).isValid();
    const int inset = m_folds ? TextLeft : m_hasMark ? Padding + MarkSize + MarkGap : Padding;
    const int left = option.rect.left() + inset;
    const int width = std::max(100, rowWidth - inset - Padding);
    const QFontMetrics body(option.font);
    const int line = std::max(TitleHeight, body.height() + 12);
    m_title = QRect(left, option.rect.top(), width, line);
    m_height = line + 1;
    if (!index.data(RevokeListModel::DetailsRole).toString().isEmpty()) {
        m_linkText = revoketext::copyDetails(isCopied);
        const int link = textWidth(typeface(option.font, TextSize::Secondary), m_linkText);
        m_link = QRect(left + width - link, option.rect.top(), link, line);
    }
    if (m_sentenceText.isEmpty())
        return;
    const int needed =
        body.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, m_sentenceText).height();
    m_sentence = QRect(left, m_title.bottom() - 2, width,
                       std::min(needed, SentenceLines * body.lineSpacing()));
    m_height += m_sentence.height() + 6;
}

void GroupRow::paintSymbols(QPainter *painter) const
{
    const auto centered = [this](int left, int size) {
        return QRect(m_option.rect.left() + left, m_title.top() + (m_title.height() - size) / 2,
                     size, size);
    };
    paintSymbol(painter, m_index.data(RevokeRows::OpenRole).toBool() ? u"down"_s : u"right"_s,
                statusColors(m_option.palette).secondary, centered(Padding, ChevronSize));
    paintState(painter, m_option.palette, centered(SymbolLeft, SymbolSize),
               m_index.data(RevokeListModel::StateRole).value<RevokeListModel::State>(), 0);
}

void GroupRow::paint(QPainter *painter) const
{
    const QPalette &palette = m_option.palette;
    const QColor secondary = statusColors(palette).secondary;
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    painter->fillRect(m_option.rect, palette.color(QPalette::Active, QPalette::AlternateBase));
    if (m_folds)
        paintSymbols(painter);
    if (m_hasMark)
        paintServerMark(painter,
                        QRect(m_option.rect.left() + Padding,
                              m_title.top() + (m_title.height() - MarkSize) / 2, MarkSize,
                              MarkSize),
                        serverColor(m_index.data(RevokeRows::ServerColorRole).toString(),
                                    statusColors(palette).dark));
    const QFont bold = typeface(m_option.font, TextSize::Body, true);
    const QFont small = typeface(m_option.font, TextSize::Secondary);
    const QString title = m_index.data(Qt::DisplayRole).toString();
    drawLine(painter, m_title.adjusted(0, 0, -m_link.width() - 8, 0), title, bold, text);
    drawLine(painter, m_title.adjusted(textWidth(bold, title) + 8, 0, 0, 0),
             m_index.data(RevokeRows::NoteRole).toString(), small, secondary);
    drawLine(painter, m_link, m_linkText, small, palette.color(QPalette::Active, QPalette::Link));
    if (m_sentenceText.isEmpty())
        return;
    painter->setFont(m_option.font);
    painter->setPen(text);
    painter->drawText(m_sentence, Qt::TextWordWrap, m_sentenceText);
}

} // namespace

RevokeDelegate::RevokeDelegate(const Clock *clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

int RevokeDelegate::lineHeight(const QFont &font) const
{
    return std::max(LineHeight, QFontMetrics(font).height() + 14);
}

int RevokeDelegate::questionHeight(const QFont &font) const
{
    if (m_height == 0 || m_heightFont != font) {
        m_heightFont = font;
        m_height = questionRowHeight(font);
    }
    return m_height;
}

QSize RevokeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int anyWidth = 200;
    switch (kindOf(index)) {
    case Kind::Group:
        return {anyWidth, GroupRow(option, index, m_copied == index).height()};
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
    const StatusColors tones = statusColors(option.palette);
    painter->save();
    switch (kindOf(index)) {
    case Kind::Group:
        GroupRow(option, index, m_copied == index).paint(painter);
        break;
    case Kind::More:
        paintMore(painter, option, index);
        break;
    case Kind::Token:
        if (m_layout == Layout::Question)
            paintQuestionRow(painter, option, index, m_clock->now());
        else
            paintOutcome(painter, option, index);
        break;
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tones.rowLine);
    if (option.state.testFlag(QStyle::State_HasFocus))
        calm::rowFocus(painter, option.rect, option.palette);
    painter->restore();
}

void RevokeDelegate::paintOutcome(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const StatusColors tones = statusColors(option.palette);
    const Token token = tokenOf(index);
    const State state = stateOf(index);
    const QRect row = option.rect.adjusted(0, 0, 0, -1);
    const bool ended = m_layout == Layout::Result;
    const int left = ended ? GroupRow::SymbolLeft : Padding;
    const int nameLeft = ended ? GroupRow::TextLeft : TextLeft;
    paintState(painter, option.palette, symbolRect(row, left), state, m_spin);

    // The name takes the room beside id and outcome.
    QRect rest = row.adjusted(nameLeft, 0, -Padding, 0);
    const QFont small = typeface(option.font, TextSize::Secondary);
    const bool hasText = !ended || state == State::AlreadyGone;
    if (hasText) {
        const QString word = revoketext::state(state, false);
        const int width = std::max(textWidth(small, word), ended ? 0 : stateWidth(small));
        const bool isBad = state == State::Failed || state == State::NotSent;
        const QColor color = isBad                     ? tones.bad.text
                             : state == State::Unknown ? tones.caution.text
                                                       : tones.secondary;
        drawLine(painter, rest.adjusted(rest.width() - width, 0, 0, 0), word, small, color);
        rest.setRight(rest.right() - width - 12);
    }
    const QFont fixed = idFont(option.font);
    const QString id = TokenText::shortId(token.id);
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
    drawLine(painter, option.rect.adjusted(GroupRow::TextLeft, 0, -Padding, -1),
             index.data(Qt::DisplayRole).toString(), option.font,
             option.palette.color(QPalette::Active, QPalette::Link));
}

bool RevokeDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || kindOf(index) == Kind::Token)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    if (kindOf(index) == Kind::Group
        && GroupRow(option, index, m_copied == index).link().contains(mouse->pos()))
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
        lines = {TokenText::name(token.name, NameMax), shownText(token.id, 200)};
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
