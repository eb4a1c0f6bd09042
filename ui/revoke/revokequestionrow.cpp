// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokequestionrow.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/revoke/revokepaint.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/chips.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using namespace revokepaint;

namespace {

constexpr int RowHeight = 52;
constexpr int MarkSize = 14;
constexpr int MarkGap = 5;
constexpr int PillPadding = 7;
constexpr int MarksGap = 8;
constexpr int IdGap = 8;
constexpr int LeastName = 80;
constexpr int NameMax = 1000;
constexpr int RoleMax = 80;
constexpr int RolesShown = 12;

/// A mark after the name of a token: it is in use, or other tokens have its name.
struct Mark
{
    QString symbol;
    QString text;
    QString brief; ///< shown instead where the name needs the room
    QColor color;
    bool isPill = false;

    [[nodiscard]] int width(const QFont &font, bool isBrief) const
    {
        const QString &shown = isBrief ? brief : text;
        return MarkSize + (shown.isEmpty() ? 0 : MarkGap + textWidth(font, shown))
               + (isPill ? 2 * PillPadding : 0);
    }
};

void paintMark(QPainter *painter, const QRect &rect, const Mark &mark, bool isBrief,
               const QFont &font, const QColor &fill)
{
    const int inset = mark.isPill ? PillPadding : 0;
    if (mark.isPill) {
        const int height = std::max(20, QFontMetrics(font).height() + 4);
        const QRect pill(rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(),
                         height);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter->restore();
    }
    paintSymbol(painter, mark.symbol, mark.color,
                QRect(rect.left() + inset, rect.top() + (rect.height() - MarkSize + 1) / 2,
                      MarkSize, MarkSize));
    drawLine(painter, rect.adjusted(inset + MarkSize + MarkGap, 0, 0, 0),
             isBrief ? mark.brief : mark.text, font, mark.color);
}

QList<Mark> marksOf(const QModelIndex &index, const QPalette &palette, const StatusColors &tones)
{
    QList<Mark> marks;
    if (index.data(RevokeListModel::SignedInRole).toBool())
        marks.append({u"key"_s,
                      revoketext::tokenInUse(),
                      {},
                      palette.color(QPalette::Active, QPalette::Link),
                      true});
    if (const int count = index.data(RevokeListModel::NamesakesRole).toInt(); count > 1)
        marks.append({u"duplicate"_s, revoketext::namesakes(count), QLocale().toString(count),
                      tones.secondary});
    return marks;
}

QColor expiryColor(const Token &token, UtcMs now, const QPalette &palette,
                   const StatusColors &tones)
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

class QuestionRow
{
public:
    QuestionRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                UtcMs now)
        : m_painter(painter)
        , m_option(option)
        , m_now(now)
        , m_token(index.data(RevokeListModel::TokenRole).value<Token>())
        , m_tones(statusColors(option.palette))
        , m_small(typeface(option.font, TextSize::Secondary))
        , m_name(TokenText::name(m_token.name, NameMax))
        , m_issued(revoketext::issued(m_token.issuedAt, now))
        , m_marks(marksOf(index, option.palette, m_tones))
    {
        const QRect row = option.rect.adjusted(Padding, 4, -Padding, -5);
        m_upper = QRect(row.left(), row.top() + 2, row.width(), row.height() / 2);
        m_lower = QRect(row.left(), row.top() + row.height() / 2, row.width(), row.height() / 2);
    }

    void paint()
    {
        paintExpiry();
        paintRoles();
        paintName();
        paintIdentity();
    }

private:
    void takeRight(int width)
    {
        m_upper.setRight(m_upper.right() - width);
        m_lower.setRight(m_lower.right() - width);
    }

    void paintExpiry()
    {
        const bool ends = m_token.expiresAt != NoTime;
        const QString when = revoketext::expiry(m_token.expiresAt, m_now);
        const QString date =
            ends && m_token.expiresAt < NeverMs ? mediumDate(m_token.expiresAt) : QString();
        drawLine(m_painter, m_upper, when, m_option.font,
                 expiryColor(m_token, m_now, m_option.palette, m_tones), Qt::AlignRight);
        drawLine(m_painter, m_lower, date, m_small, m_tones.secondary, Qt::AlignRight);
        // The same width for all rows, so that the chips of roles end in one column.
        constexpr UtcMs longDate = 1'853'798'400'000; // 28 Sep 2028
        const int usual =
            std::max(textWidth(m_option.font, relativeTime(m_now + 23 * HourMs, m_now)),
                     textWidth(m_small, mediumDate(longDate)));
        takeRight(std::max(usual, textWidth(m_option.font, when)) + 24);
    }

    /// Roles take the room beside name and id, and at least a quarter of the row.
    void paintRoles()
    {
        QStringList roles;
        for (const QString &role : m_token.roles.mid(0, RolesShown))
            roles.append(shownText(role, RoleMax));
        const QStringList rest = m_token.roles.mid(RolesShown);
        if (roles.isEmpty())
            return;
        int width = 4 * int(roles.size() - 1);
        for (const QString &role : std::as_const(roles))
            width += chipWidth(roleChip(role, m_tones), m_small);
        const int whole = m_upper.width();
        const int text = std::max(nameWidth() + marksWidth(false),
                                  textWidth(idFont(m_option.font), TokenText::shortId(m_token.id))
                                      + IdGap + textWidth(m_small, m_issued));
        const int left = whole - text - Padding;
        width = std::min(width, std::clamp(left, whole / 4, whole * 9 / 20));
        const QRect rect(m_upper.right() - width, m_upper.top(), width + 1,
                         m_lower.bottom() - m_upper.top());
        paintRoleChips(m_painter, rect, roles + rest, m_small, m_tones);
        takeRight(width + Padding);
    }

    [[nodiscard]] int nameWidth() const
    {
        return textWidth(nameFont(m_option.font, m_token.name), m_name);
    }

    [[nodiscard]] int marksWidth(bool isBrief) const
    {
        int width = 0;
        for (const Mark &mark : m_marks)
            width += MarksGap + mark.width(m_small, isBrief);
        return width;
    }

    void paintName()
    {
        const bool isBrief = nameWidth() + marksWidth(false) > m_upper.width();
        const int room = std::max(LeastName, m_upper.width() - marksWidth(isBrief));
        const int width = std::min(nameWidth(), room);
        drawName(m_painter, QRect(m_upper.left(), m_upper.top(), width, m_upper.height()), m_name,
                 nameFont(m_option.font, m_token.name),
                 hasVisibleCharacter(m_token.name)
                     ? m_option.palette.color(QPalette::Active, QPalette::Text)
                     : m_tones.secondary);
        int left = m_upper.left() + width + MarksGap;
        for (const Mark &mark : m_marks) {
            const int markWidth = mark.width(m_small, isBrief);
            if (left + markWidth <= m_upper.right() + 1)
                paintMark(m_painter, QRect(left, m_upper.top(), markWidth, m_upper.height()), mark,
                          isBrief, m_small, m_tones.tint.fill);
            left += markWidth + MarksGap;
        }
    }

    void paintIdentity()
    {
        const QFont fixed = idFont(m_option.font);
        const QString id = TokenText::shortId(m_token.id);
        drawLine(m_painter, m_lower, id, fixed,
                 m_option.palette.color(QPalette::Active, QPalette::Text));
        drawLine(m_painter, m_lower.adjusted(textWidth(fixed, id) + IdGap, 0, 0, 0), m_issued,
                 m_small, m_tones.secondary);
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    UtcMs m_now;
    Token m_token;
    StatusColors m_tones;
    QFont m_small;
    QString m_name;
    QString m_issued;
    QList<Mark> m_marks;
    QRect m_upper;
    QRect m_lower;
};

} // namespace

void paintQuestionRow(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, UtcMs now)
{
    QuestionRow(painter, option, index, now).paint();
}

int questionRowHeight(const QFont &font)
{
    const int small = QFontMetrics(typeface(font, TextSize::Secondary)).height();
    return std::max(RowHeight, QFontMetrics(font).height() + std::max(20, small + 4) + 16);
}

} // namespace rox
