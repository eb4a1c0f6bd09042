// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokendelegate.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/style/type.h"
#include "ui/text/times.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tooltips.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 3;
constexpr int FlagSize = 14;
constexpr int FlagGap = 4;
constexpr int NameGap = 6;
constexpr int PillExtra = 14 + 4 + 16;

TokenStatus statusOf(const QModelIndex &index)
{
    return index.data(TokenListModel::StatusRole).value<TokenStatus>();
}

UtcMs nowOf(const QModelIndex &index)
{
    return static_cast<const TokenListModel *>(index.model())->now();
}

QString shownName(const QModelIndex &index)
{
    return TokenText::name(index.data(TokenListModel::NameRole).toString());
}

QStringList shownRoles(const QModelIndex &index, qsizetype most)
{
    QStringList roles = index.data(TokenListModel::RolesRole).toStringList();
    // What cannot be drawn need not be worded; the "+n" still counts them.
    for (qsizetype i = 0; i < std::min(roles.size(), most); ++i)
        roles[i] = shownText(roles.at(i), 80);
    return roles;
}

} // namespace

/// What the painters of one cell share.
struct TokenDelegate::Cell
{
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    Tones tones;
    TokenStatus status;
    bool selected;

    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(option.direction, option.rect, rect);
    }
    [[nodiscard]] QRect inner(int left, int right = 0) const
    {
        return option.rect.adjusted(left, 0, -right, -1);
    }
    void text(const QRect &rect, const QFont &font, const QColor &color, const QString &text) const
    {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(mirrored(rect),
                          static_cast<int>(QStyle::visualAlignment(
                              option.direction, Qt::AlignLeft | Qt::AlignVCenter))
                              | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    }
    [[nodiscard]] QColor bodyColor() const
    {
        return status == TokenStatus::Revoked
                   ? tones.secondary
                   : option.palette.color(QPalette::Active, QPalette::Text);
    }
};

QList<TokenFlag> tokenFlags(const QModelIndex &index, const QPalette &palette)
{
    const Tones tones = tonesOf(palette);
    QList<TokenFlag> flags;
    if (index.data(TokenListModel::SignedInRole).toBool())
        flags.append({u"key"_s, palette.color(QPalette::Active, QPalette::Link),
                      statusOf(index) == TokenStatus::Revoked
                          ? TokenDelegate::tr("You were signed in with this token")
                          : TokenDelegate::tr("You are signed in with this token")});
    if (index.data(TokenListModel::RolesRole).toStringList().contains("Admin"_L1))
        flags.append({u"shield"_s, tones.caution.text, TokenDelegate::tr("Holds Admin")});
    if (index.data(TokenListModel::SharesNameRole).toBool())
        flags.append({u"duplicate"_s, tones.secondary,
                      TokenDelegate::tr("Another token has the same name")});
    const UtcMs expires = index.data(TokenListModel::ExpiresRole).toLongLong();
    if (expires >= NeverMs)
        flags.append({u"infinity"_s, tones.caution.text, TokenDelegate::tr("Never expires")});
    return flags;
}

QSize TokenDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight(QApplication::font())};
}

void TokenDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Cell cell{painter,         option,
                    index,           tonesOf(option.palette),
                    statusOf(index), (option.state & QStyle::State_Selected) != 0};
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(cell);
    switch (static_cast<TokenColumn>(index.column())) {
    case TokenColumn::Status:
        paintStatus(cell);
        break;
    case TokenColumn::Name:
        paintName(cell);
        break;
    case TokenColumn::Roles:
        paintRoles(cell);
        break;
    case TokenColumn::Expires:
        paintExpires(cell);
        break;
    case TokenColumn::Issued:
        paintIssued(cell);
        break;
    }
    painter->restore();
}

void TokenDelegate::paintGround(const Cell &cell) const
{
    const QRect rect = cell.option.rect;
    const QPalette &palette = cell.option.palette;
    const bool active = (cell.option.state & QStyle::State_Active) != 0;
    QColor line = cell.tones.rowLine;
    if (cell.selected) {
        const QColor quiet = palette.color(QPalette::Inactive, QPalette::Highlight);
        const QColor text = palette.color(QPalette::Active, QPalette::Text);
        // A desktop's own palette may keep a strong colour there, on which our text would drown.
        const bool useQuiet = !active && contrast(quiet, text) >= 4.5;
        cell.painter->fillRect(rect, useQuiet ? quiet : cell.tones.tint.fill);
        line = useQuiet ? cell.tones.buttonLine : cell.tones.tint.line;
    } else if (cell.index.row() == m_hoveredRow) {
        cell.painter->fillRect(rect, palette.color(QPalette::Active, QPalette::AlternateBase));
    }
    cell.painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (cell.selected && cell.index.column() == 0)
        cell.painter->fillRect(cell.mirrored({rect.left(), rect.top(), BarWidth, rect.height()}),
                               palette.color(QPalette::Active, QPalette::Highlight));
    if (cell.index.row() == m_focusRow) {
        cell.painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2),
                               cell.tones.focusRing);
        cell.painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 2),
                               cell.tones.focusRing);
    }
}

void TokenDelegate::paintStatus(const Cell &cell) const
{
    const QFont font = typeface(QApplication::font(), TextSize::Secondary);
    QRect rect = cell.inner(CellInset);
    const bool isOpenRevoke = cell.index.data(TokenListModel::OpenRevokeRole).toBool();
    const StatusLook look =
        isOpenRevoke ? unknownLook(cell.tones) : statusLook(cell.status, cell.tones);
    rect.setWidth(textWidth(font, look.word) + PillExtra);
    paintStatusPill(cell.painter, cell.mirrored(rect), look, font);
}

void TokenDelegate::paintName(const Cell &cell) const
{
    QFont font = typeface(QApplication::font(), TextSize::Body);
    const bool hasName = hasVisibleCharacter(cell.index.data(TokenListModel::NameRole).toString());
    font.setItalic(!hasName);
    const QList<TokenFlag> flags = tokenFlags(cell.index, cell.option.palette);
    const int flagsWidth =
        flags.isEmpty() ? 0
                        : NameGap + static_cast<int>(flags.size()) * (FlagSize + FlagGap) - FlagGap;
    QRect rect = cell.inner(CellInset, CellInset + flagsWidth);
    const QString name = shownName(cell.index);
    const QString text = QFontMetrics(font).elidedText(name, Qt::ElideRight, rect.width());
    rect.setWidth(std::min(rect.width(), textWidth(font, text)));
    cell.text(rect, font, hasName ? cell.bodyColor() : cell.tones.secondary, text);
    int left = rect.right() + 1 + NameGap;
    for (const TokenFlag &flag : flags) {
        const QRect at(left, rect.top() + (rect.height() - FlagSize + 1) / 2, FlagSize, FlagSize);
        paintSymbol(cell.painter, flag.symbol, flag.color, cell.mirrored(at));
        left += FlagSize + FlagGap;
    }
}

void TokenDelegate::paintRoles(const Cell &cell) const
{
    const QFont font = typeface(QApplication::font(), TextSize::Secondary);
    QRect rect = cell.inner(CellInset, CellInset);
    const QStringList roles = shownRoles(cell.index, 12);
    if (cell.option.direction == Qt::RightToLeft) {
        int whole = -4;
        for (qsizetype i = 0; i < roles.size() && whole < rect.width(); ++i)
            whole += 4 + chipWidth(roleChip(roles.at(i), cell.tones), font);
        rect.setWidth(std::min(rect.width(), whole));
    }
    paintRoleChips(cell.painter, cell.mirrored(rect), roles, font, cell.tones, cell.selected);
}

void TokenDelegate::paintExpires(const Cell &cell) const
{
    const UtcMs expires = cell.index.data(TokenListModel::ExpiresRole).toLongLong();
    const UtcMs now = nowOf(cell.index);
    const QRect rect = cell.inner(CellInset);
    QRect left = rect;
    left.setWidth(std::min(rect.width(), m_widths.relativeRoom));
    if (cell.status != TokenStatus::Revoked) {
        const QColor color = cell.status == TokenStatus::Expired    ? cell.tones.bad.text
                             : cell.status == TokenStatus::Expiring ? cell.tones.caution.text
                                                                    : cell.bodyColor();
        cell.text(left, typeface(QApplication::font(), TextSize::Body), color,
                  relativeTime(expires, now));
    }
    const QFont small = typeface(QApplication::font(), TextSize::Secondary);
    if (m_widths.date)
        cell.text(rect.adjusted(m_widths.relativeRoom, 0, -2, 0), small, cell.tones.secondary,
                  shortDate(expires, now));
    else if (cell.status == TokenStatus::Revoked)
        cell.text(left, small, cell.tones.secondary, shortDate(expires, now));
}

void TokenDelegate::paintIssued(const Cell &cell) const
{
    const UtcMs issued = cell.index.data(TokenListModel::IssuedRole).toLongLong();
    cell.text(cell.inner(CellInset, 2), typeface(QApplication::font(), TextSize::Secondary),
              cell.tones.secondary, shortDate(issued, nowOf(cell.index)));
}

QString TokenDelegate::toolTipText(const QStyleOptionViewItem &option, const QModelIndex &index,
                                   int x) const
{
    switch (static_cast<TokenColumn>(index.column())) {
    case TokenColumn::Status:
        return index.data(TokenListModel::OpenRevokeRole).toBool()
                   ? tr("It may or may not be revoked: Central's answer was lost.")
                   : QString();
    case TokenColumn::Name: {
        const QFontMetrics metrics(typeface(QApplication::font(), TextSize::Body));
        const QString name = shownName(index);
        const auto flags = tokenFlags(index, option.palette);
        const int room = option.rect.width() - 2 * CellInset
                         - static_cast<int>(flags.size()) * (FlagSize + FlagGap);
        QStringList lines;
        if (metrics.horizontalAdvance(name) > room)
            lines.append(name);
        const int textEnd = std::min(metrics.horizontalAdvance(name), room) + CellInset;
        if (x > textEnd || !lines.isEmpty()) {
            for (const TokenFlag &flag : flags)
                lines.append(flag.text);
        }
        return lines.join(u'\n');
    }
    case TokenColumn::Roles:
        return shownRoles(index, 60).mid(0, 60).join(u'\n');
    case TokenColumn::Expires:
        return zoneAndUtc(index.data(TokenListModel::ExpiresRole).toLongLong());
    case TokenColumn::Issued:
        return zoneAndUtc(index.data(TokenListModel::IssuedRole).toLongLong());
    }
    return {};
}

bool TokenDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const int x = option.direction == Qt::RightToLeft ? option.rect.right() - event->pos().x()
                                                      : event->pos().x() - option.rect.left();
    QToolTip::showText(event->globalPos(), plainToolTip(toolTipText(option, index, x)), view,
                       option.rect);
    return true;
}

} // namespace rox
