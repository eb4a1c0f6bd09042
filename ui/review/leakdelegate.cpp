// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakdelegate.h"

#include "models/values/visibletext.h"
#include "ui/review/leaklistmodel.h"
#include "ui/review/leaktext.h"
#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
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
using Place = LeakedToken::Place;
using Remark = LeakedToken::Remark;

namespace {

constexpr int RowHeight = 44;
constexpr int CellInset = 8;
constexpr int CheckLeft = 16;
constexpr int CheckSize = 16;
constexpr int BarWidth = 3;
constexpr int MarkSize = 10;
constexpr int PillPadding = 8; ///< of a status: its pill begins so much before the other texts
constexpr int RolesShown = 12;
constexpr int MadeIndent = 16; ///< of a token that the one above has generated

const LeakListModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const LeakListModel *>(index.model());
}

/// What one cell is drawn with.
struct Cell
{
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const LeakedToken &token;
    const LeakListModel &model;
    StatusColors tones;
    QFont body;
    QFont small;
    bool isChecked;

    Cell(QPainter *to, const QStyleOptionViewItem &with, const QModelIndex &index)
        : painter(to)
        , option(with)
        , token(modelOf(index).at(index.row()))
        , model(modelOf(index))
        , tones(statusColors(with.palette))
        , body(typeface(with.font, TextSize::Body))
        , small(typeface(with.font, TextSize::Secondary))
        , isChecked(modelOf(index).isChecked(index.row()))
    {}

    [[nodiscard]] QRect inner(int left = CellInset) const
    {
        return option.rect.adjusted(left, 0, -CellInset, -1);
    }
    /// The row of text above or below the middle of the cell; two lines have 2 px between them.
    [[nodiscard]] QRect upper(int left = CellInset) const
    {
        const int line = QFontMetrics(body).height();
        const QRect in = inner(left);
        return {in.left(), in.center().y() - line + 1, in.width(), line};
    }
    [[nodiscard]] QRect lower(int left = CellInset) const
    {
        const int line = QFontMetrics(small).height();
        const QRect in = inner(left);
        return {in.left(), in.center().y() + 3, in.width(), line};
    }
    [[nodiscard]] QColor textColor() const
    {
        return option.palette.color(QPalette::Active, QPalette::Text);
    }
    void text(const QRect &rect, const QString &text, const QFont &font, const QColor &color) const
    {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(
            QStyle::visualRect(option.direction, option.rect, rect),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
                | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    }
};

void paintCheck(const Cell &cell)
{
    if (!cell.token.canBeRevoked())
        return;
    QStyleOption box;
    box.palette = cell.option.palette;
    box.rect = QStyle::visualRect(cell.option.direction, cell.option.rect,
                                  LeakDelegate::checkRect(cell.option.rect));
    box.state = QStyle::State_Enabled | (cell.isChecked ? QStyle::State_On : QStyle::State_Off);
    calm::checkBox(cell.painter, box);
}

void paintToken(const Cell &cell)
{
    paintCheck(cell);
    const bool hasName = !cell.token.isListed() || hasVisibleCharacter(cell.token.token.name);
    QFont font = cell.body;
    font.setItalic(!hasName);
    const int left = LeakDelegate::TitleLeft + (cell.token.isMade() ? MadeIndent : 0);
    cell.text(cell.upper(left), leaktext::title(cell.token), font,
              hasName ? cell.textColor() : cell.tones.secondary);
    QRect rest = cell.lower(left);
    const QString id = leaktext::shortId(cell.token);
    if (!id.isEmpty()) {
        const QFont fixed = typeface(fixedTypeface(cell.option.font), TextSize::Secondary);
        cell.text(rest, id, fixed, cell.tones.secondary);
        rest.setLeft(rest.left() + textWidth(fixed, id) + 8);
    }
    cell.text(rest, leaktext::place(cell.token), cell.small, cell.tones.secondary);
}

void paintServer(const Cell &cell)
{
    const QString name = leaktext::server(cell.token, cell.model.compared());
    if (!cell.token.isListed()) {
        cell.text(cell.inner(), name, cell.small, cell.tones.secondary);
        return;
    }
    const QRect line = cell.upper();
    const QRect mark(line.left(), line.center().y() - MarkSize / 2 + 1, MarkSize, MarkSize);
    paintServerMark(cell.painter, QStyle::visualRect(cell.option.direction, cell.option.rect, mark),
                    serverColor(cell.token.server.colorName, cell.tones.dark));
    constexpr int left = MarkSize + 6;
    cell.text(line.adjusted(left, 0, 0, 0), name, cell.body, cell.textColor());
    cell.text(cell.lower().adjusted(left, 0, 0, 0),
              leaktext::serverNote(cell.token, cell.model.now()), cell.small, cell.tones.secondary);
}

void paintRoles(const Cell &cell)
{
    const QStringList roles = cell.token.token.roles;
    if (roles.isEmpty()) {
        cell.text(cell.inner(), u"–"_s, cell.small, cell.tones.secondary);
        return;
    }
    QStringList shown;
    for (const QString &role : roles.mid(0, RolesShown))
        shown.append(shownName(role));
    paintRoleChips(cell.painter,
                   QStyle::visualRect(cell.option.direction, cell.option.rect, cell.inner()),
                   shown + roles.mid(RolesShown), cell.small, cell.tones, cell.isChecked);
}

void paintStatus(const Cell &cell)
{
    if (!cell.token.isListed() && cell.token.place != Place::Unlisted) {
        cell.text(cell.inner(), u"–"_s, cell.small, cell.tones.secondary);
        return;
    }
    StatusLook look = cell.token.isListed()
                          ? statusLook(statusAt(cell.token.token, cell.model.now()), cell.tones)
                          : unknownLook(cell.tones);
    if (cell.token.server.asOf != NoTime && look.symbol == "active"_L1)
        look.tone.text = cell.tones.secondary; // it was active
    QRect rect = cell.inner(CellInset - (look.filled || look.outlined ? 0 : PillPadding));
    rect.setWidth(std::min(rect.width(), statusPillWidth(look, cell.small)));
    paintStatusBadge(cell.painter,
                     QStyle::visualRect(cell.option.direction, cell.option.rect, rect), look,
                     cell.small);
}

void paintExpires(const Cell &cell)
{
    const UtcMs now = cell.model.now();
    const leaktext::Lines lines = leaktext::expires(cell.token, now);
    if (lines.upper.isEmpty() || lines.lower.isEmpty()) {
        cell.text(cell.inner(), lines.upper + lines.lower, cell.small, cell.tones.secondary);
        return;
    }
    const TokenStatus status = statusAt(cell.token.token, now);
    const QColor color = status == TokenStatus::Expired    ? cell.tones.bad.text
                         : status == TokenStatus::Expiring ? cell.tones.caution.text
                                                           : cell.textColor();
    cell.text(cell.upper(), lines.upper, cell.body,
              cell.token.place == Place::NotApiToken ? cell.textColor() : color);
    cell.text(cell.lower(), lines.lower, cell.small, cell.tones.secondary);
}

void paintRemark(const Cell &cell)
{
    const bool canAct = cell.token.canBeRevoked();
    const QColor link = cell.option.palette.color(QPalette::Active, QPalette::Link);
    cell.text(cell.inner(), leaktext::remark(cell.token, cell.model.now()),
              canAct || cell.token.remark == Remark::SignIn ? cell.body : cell.small,
              cell.token.remark == Remark::SignIn ? link
              : canAct                            ? cell.textColor()
                                                  : cell.tones.secondary);
}

constexpr void (*Painters[LeakListModel::ColumnCount])(const Cell &) = {
    paintToken, paintServer, paintRoles, paintStatus, paintExpires, paintRemark};

int widest(const QStringList &texts, const QFont &font)
{
    int width = 0;
    for (const QString &text : texts)
        width = std::max(width, textWidth(font, text));
    return width;
}

} // namespace

QRect LeakDelegate::checkRect(const QRect &rect)
{
    return {rect.left() + CheckLeft, rect.top() + (rect.height() - 1 - CheckSize) / 2, CheckSize,
            CheckSize};
}

QList<int> LeakDelegate::columnWidths(const QFont &font)
{
    const QFont body = typeface(font, TextSize::Body);
    const QFont small = typeface(font, TextSize::Secondary);
    const int digit = textWidth(body, u"0"_s);
    constexpr UtcMs now = 1'787'647'320'000; // 25 Aug 2026
    int status = statusPillWidth(unknownLook({}), small);
    for (int i = 0; i < TokenStatusCount; ++i)
        status = std::max(status, statusPillWidth(statusLook(TokenStatus(i), {}), small));
    const int expires = std::max(
        widest({relativeTime(now + 59 * MinuteMs, now), relativeTime(now - 47 * HourMs, now),
                relativeTime(now + 330 * DayMs, now)},
               body),
        textWidth(small, mediumDate(now + 34 * DayMs)));
    const int remark = std::max(widest(leaktext::usualRemarks(), body),
                                textWidth(small, leaktext::remark({}, now)));
    constexpr int around = 2 * CellInset;
    return {
        0, 17 * digit, 21 * digit, status + around, expires + around + CellInset, remark + around};
}

QSize LeakDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(typeface(option.font, TextSize::Body)).height()
                      + QFontMetrics(typeface(option.font, TextSize::Secondary)).height();
    return {0, std::max(RowHeight, lines + 12)};
}

void LeakDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Cell cell(painter, option, index);
    painter->save();
    painter->setClipRect(option.rect);
    const QRect rect = option.rect;
    QColor line = cell.tones.rowLine;
    if (cell.isChecked) {
        painter->fillRect(rect, cell.tones.tint.fill);
        line = cell.tones.tint.line;
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (cell.isChecked && index.column() == 0)
        painter->fillRect(QStyle::visualRect(option.direction, rect,
                                             {rect.left(), rect.top(), BarWidth, rect.height()}),
                          option.palette.color(QPalette::Active, QPalette::Highlight));
    Painters[index.column()](cell);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), cell.tones.focusRing);
        painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 2),
                          cell.tones.focusRing);
    }
    painter->restore();
}

bool LeakDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    auto *model = const_cast<LeakListModel *>(&modelOf(index));
    const QRect box =
        QStyle::visualRect(option.direction, option.rect,
                           QRect(option.rect.topLeft(), QSize(TitleLeft, option.rect.height())));
    if (index.column() == LeakListModel::Token && box.contains(mouse->pos()))
        model->toggle(index.row());
    else if (index.column() == LeakListModel::Remark
             && model->at(index.row()).remark == Remark::SignIn)
        Q_EMIT signInRequested(index.row());
    else
        return false;
    return true;
}

bool LeakDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const LeakedToken &token = modelOf(index).at(index.row());
    QStringList lines;
    switch (index.column()) {
    case LeakListModel::Token:
        lines = {leaktext::title(token), shownText(token.token.id), leaktext::place(token),
                 leaktext::creator(token)};
        break;
    case LeakListModel::Server:
        lines = {shownName(token.server.name), shownName(token.server.address)};
        break;
    case LeakListModel::Roles:
        for (const QString &role : token.token.roles.mid(0, 60))
            lines.append(shownName(role));
        break;
    case LeakListModel::Expires:
        if (token.token.expiresAt != NoTime)
            lines = {zoneAndUtc(token.token.expiresAt)};
        break;
    default:
        break;
    }
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace rox
