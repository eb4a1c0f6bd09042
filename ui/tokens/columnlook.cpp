// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/columnlook.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/tokens/notelook.h"
#include "ui/tokens/rolelook.h"
#include "ui/tokens/servercell.h"
#include "ui/widgets/chips.h"

#include <QApplication>
#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Cell = CellPainter;

constexpr int MinName = 160;
constexpr int Unlimited = 100'000;
constexpr int MarkSize = 14;
constexpr int MarkGap = 4;
constexpr int NameGap = 6;
constexpr int TimeGap = 8; // between "in 5 days" and the date

struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(rox::CellText)
};

// --- Status

ColumnSizes statusSizes(const QFont &font)
{
    const QFont small = typeface(font, TextSize::Secondary);
    int widest = statusPillWidth(unknownLook({}), small);
    for (int status = 0; status < TokenStatusCount; ++status)
        widest = std::max(widest, statusPillWidth(statusLook(TokenStatus(status), {}), small));
    const int width = FirstInset - PillPadding + widest + 6;
    return {width, width, width};
}

void paintStatus(const Cell &cell)
{
    StatusLook look = cell.flags.testFlag(TokenFlag::UnknownOutcome)
                          ? unknownLook(cell.tones)
                          : statusLook(cell.status, cell.tones);
    if (!cell.isOfNow() && cell.status == TokenStatus::Active)
        look.tone.text = cell.tones.secondary;
    QRect rect = cell.inner().adjusted(-PillPadding, 0, 0, 0);
    rect.setWidth(statusPillWidth(look, Cell::smallFont()));
    paintStatusBadge(cell.painter, cell.mirrored(rect), look, Cell::smallFont());
}

QString statusToolTip(const Cell &cell, int)
{
    return cell.flags.testFlag(TokenFlag::UnknownOutcome)
               ? CellText::tr("It may or may not be revoked: Central's answer was lost.")
               : QString();
}

// --- Name

QString rawName(const Cell &cell)
{
    return cell.index.data(TokenListModel::NameRole).toString();
}

int widthOfMarks(qsizetype count)
{
    return count == 0 ? 0 : NameGap + int(count) * (MarkSize + MarkGap) - MarkGap;
}

void paintName(const Cell &cell)
{
    QFont font = Cell::bodyFont();
    const bool hasName = hasVisibleCharacter(rawName(cell));
    font.setItalic(!hasName);
    const QList<CellMark> marks = marksOf(cell);
    QRect rect = cell.inner(CellInset + widthOfMarks(marks.size()));
    const QString text = TokenText::name(rawName(cell));
    rect.setWidth(std::min(rect.width(), textWidth(font, text)));
    cell.searchedText(rect, font, hasName ? cell.bodyColor() : cell.tones.secondary, text,
                      TokenSearch::Field::Name);
    int left = rect.right() + 1 + NameGap;
    for (const CellMark &mark : marks) {
        const QRect at(left, rect.top() + (rect.height() - MarkSize + 1) / 2, MarkSize, MarkSize);
        paintSymbol(cell.painter, mark.symbol, mark.color, cell.mirrored(at));
        left += MarkSize + MarkGap;
    }
}

/// The whole name where it is elided; what the marks mean where the pointer is behind the name.
QString nameToolTip(const Cell &cell, int x)
{
    const QList<CellMark> marks = marksOf(cell);
    const QString name = TokenText::name(rawName(cell));
    const int room = cell.inner(CellInset + widthOfMarks(marks.size())).width();
    const int width = QFontMetrics(Cell::bodyFont()).horizontalAdvance(name);
    QStringList lines;
    if (width > room)
        lines.append(name);
    if (width > room || x > cell.inset + width) {
        for (const CellMark &mark : marks)
            lines.append(mark.text);
    }
    return lines.join(u'\n');
}

// --- Expires, Issued

/// Measures texts with the widest digit in place of each of theirs: "11 months" must not be wider
/// than its sample.
class SampleMetrics
{
public:
    explicit SampleMetrics(const QFont &font)
        : m_metrics(font)
    {
        const auto width = [this](char16_t digit) { return m_metrics.horizontalAdvance(digit); };
        for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
            if (width(digit) > width(m_widest))
                m_widest = digit;
        }
    }

    [[nodiscard]] int widthOf(QString sample) const
    {
        for (QChar &c : sample) {
            if (c.isDigit())
                c = m_widest;
        }
        return m_metrics.horizontalAdvance(sample);
    }

private:
    QFontMetrics m_metrics;
    char16_t m_widest = u'0';
};

/// Of the widest text that relativeTime() can say. In English that is "59 minutes ago".
int relativeWidth(const QFont &font)
{
    const SampleMetrics metrics(typeface(font, TextSize::Body));
    constexpr std::array lengths = {SecondMs,    59 * MinuteMs,   47 * HourMs,
                                    120 * DayMs, 24 * 30 * DayMs, 20 * 365 * DayMs};
    int widest = metrics.widthOf(relativeTime(NeverMs, SampleTime));
    widest = std::max(widest, metrics.widthOf(relativeTime(NeverMs - 1, SampleTime)));
    for (const UtcMs length : lengths) {
        for (const UtcMs time : {SampleTime - length, SampleTime + length})
            widest = std::max(widest, metrics.widthOf(relativeTime(time, SampleTime)));
    }
    return widest;
}

/// Of the widest date that shortDate() can say: each month, with its year.
int dateWidth(const QFont &font)
{
    const SampleMetrics metrics(typeface(font, TextSize::Secondary));
    int widest = metrics.widthOf(shortDate(NeverMs, SampleTime));
    for (int month = 1; month <= 12; ++month) {
        const UtcMs time = QDate(2027, month, 28).startOfDay().toMSecsSinceEpoch();
        widest = std::max(widest, metrics.widthOf(shortDate(time, SampleTime)));
    }
    return widest;
}

/// Squeezed, there is no room for the date.
ColumnSizes expiresSizes(const QFont &font)
{
    const int relative = relativeWidth(font);
    const int whole = CellInset + relative + TimeGap + dateWidth(font) + 10;
    return {CellInset + relative + FirstInset, whole, whole};
}

void paintExpires(const Cell &cell)
{
    const UtcMs expires = cell.timeOf(TokenListModel::ExpiresRole);
    const QRect rect = cell.inner();
    const bool hasDate = cell.option.rect.width() >= cell.sizes.least;
    const int relativeRoom = cell.sizes.squeezed - CellInset - FirstInset + TimeGap;
    QRect left = rect;
    left.setWidth(std::min(rect.width(), relativeRoom));
    if (cell.status != TokenStatus::Revoked) {
        const QColor color = !cell.isOfNow()                        ? cell.bodyColor()
                             : cell.status == TokenStatus::Expired  ? cell.tones.bad.text
                             : cell.status == TokenStatus::Expiring ? cell.tones.caution.text
                                                                    : cell.bodyColor();
        cell.text(left, Cell::bodyFont(), color, relativeTime(expires, cell.now));
    }
    if (hasDate)
        cell.text(rect.adjusted(relativeRoom, 0, -2, 0), Cell::smallFont(), cell.tones.secondary,
                  shortDate(expires, cell.now));
    else if (cell.status == TokenStatus::Revoked)
        cell.text(left, Cell::smallFont(), cell.tones.secondary, shortDate(expires, cell.now));
}

ColumnSizes issuedSizes(const QFont &font)
{
    const int width = CellInset + dateWidth(font) + FirstInset + 2; // clear of the scroll bar
    return {width, width, width};
}

void paintIssued(const Cell &cell)
{
    cell.text(cell.inner(2), Cell::smallFont(), cell.tones.secondary,
              shortDate(cell.timeOf(TokenListModel::IssuedRole), cell.now));
}

// --- ID

QString shownId(const Cell &cell)
{
    return shownText(cell.index.data(TokenListModel::IdRole).toString());
}

/// At least the eight characters by which people know a token, at most a whole UUID.
ColumnSizes idSizes(const QFont &font)
{
    const int character = textWidth(fixedTypeface(font), u"0"_s);
    const int least = CellInset + 9 * character + FirstInset;
    return {least, least, CellInset + 36 * character + FirstInset};
}

/// From shortly before the first hit, where that would be cut off.
QString idWithHit(const Cell &cell, const QFont &font, int width)
{
    constexpr qsizetype Before = 3;
    const QString id = shownId(cell);
    const auto hits = cell.search.hitsIn(id, TokenSearch::Field::Id);
    const bool isCutOff = !hits.isEmpty() && textWidth(font, id) > width
                          && textWidth(font, id.left(hits.constFirst().second) + u'…') > width;
    return isCutOff && hits.constFirst().first > Before
               ? u'…' + id.mid(hits.constFirst().first - Before)
               : id;
}

void paintId(const Cell &cell)
{
    const QFont font = fixedTypeface(QApplication::font());
    const QRect rect = cell.inner(FirstInset);
    cell.searchedText(rect, font, cell.tones.secondary, idWithHit(cell, font, rect.width()),
                      TokenSearch::Field::Id);
}

// --- Revoked, By, Known from

ColumnSizes revokedSizes(const QFont &font)
{
    const SampleMetrics metrics(typeface(font, TextSize::Body));
    const int moment = CellInset + metrics.widthOf(momentText(SampleTime, SampleTime + 30 * DayMs));
    const int span =
        CellInset
        + metrics.widthOf(betweenText(SampleTime, SampleTime + HourMs, SampleTime + 30 * DayMs));
    return {moment + FirstInset, span + FirstInset, span + FirstInset};
}

/// Of a column with one of these texts.
ColumnSizes sizesFor(const QFont &font, const QStringList &texts)
{
    int widest = 0;
    for (const QString &text : texts)
        widest = std::max(widest, textWidth(typeface(font, TextSize::Body), text));
    const int width = CellInset + widest + FirstInset;
    return {width, width, width};
}

void paintPlain(const Cell &cell)
{
    cell.text(cell.inner(2), Cell::bodyFont(), cell.bodyColor(), cell.shown());
}

// --- the table

constexpr ColumnLook Looks[] = {
    {.column = TokenColumn::Status,
     .sizes = statusSizes,
     .paint = paintStatus,
     .toolTip = statusToolTip},
    {.column = TokenColumn::Name,
     .sizes = [](const QFont &) -> ColumnSizes {
         return {100, MinName, Unlimited};
     },
     .paint = paintName,
     .toolTip = nameToolTip,
     .squeezeRank = 1},
    {.column = TokenColumn::Server,
     .sizes = serverSizes,
     .paint = paintServer,
     .toolTip = serverToolTip,
     .squeezeRank = 5},
    {.column = TokenColumn::Roles,
     .sizes = rolesSizes,
     .paint = paintRoles,
     .toolTip = rolesToolTip,
     .squeezeRank = 2},
    {.column = TokenColumn::Expires,
     .sizes = expiresSizes,
     .paint = paintExpires,
     .toolTip = [](const Cell &cell,
                   int) { return zoneAndUtc(cell.timeOf(TokenListModel::ExpiresRole)); },
     .squeezeRank = 3,
     .isStepped = true},
    {.column = TokenColumn::Issued,
     .sizes = issuedSizes,
     .paint = paintIssued,
     .toolTip = [](const Cell &cell,
                   int) { return zoneAndUtc(cell.timeOf(TokenListModel::IssuedRole)); },
     .dropRank = 1},
    {.column = TokenColumn::Id,
     .sizes = idSizes,
     .paint = paintId,
     .toolTip = [](const Cell &cell, int) { return shownId(cell); },
     .dropRank = 2},
    {.column = TokenColumn::Revoked,
     .sizes = revokedSizes,
     .paint = paintRevoked,
     .toolTip = revokedToolTip,
     .dropRank = 1,
     .squeezeRank = 4},
    {.column = TokenColumn::By,
     .sizes =
         [](const QFont &font) {
             return sizesFor(
                 font, {TokenText::tr("By"), TokenText::tr("not known"), TokenText::tr("you")});
         },
     .paint = paintPlain,
     .toolTip = [](const Cell &, int) { return QString(); },
     .dropRank = 3},
    {.column = TokenColumn::KnownFrom,
     .sizes =
         [](const QFont &font) {
             return sizesFor(font, {TokenText::tr("Known from"), TokenText::tr("Remembered"),
                                    TokenText::tr("Central")});
         },
     .paint = paintPlain,
     .toolTip = [](const Cell &, int) { return QString(); },
     .dropRank = 4},
    {.column = TokenColumn::Note,
     .sizes = noteSizes,
     .paint = paintNote,
     .toolTip = noteToolTip,
     .dropRank = 6,
     .squeezeRank = 5},
    {.column = TokenColumn::Tags,
     .sizes = tagsSizes,
     .paint = paintTags,
     .toolTip = tagsToolTip,
     .dropRank = 5,
     .squeezeRank = 4},
    {.column = TokenColumn::FirstSeen,
     .sizes = seenSizes,
     .paint = paintFirstSeen,
     .toolTip = firstSeenToolTip,
     .dropRank = 4},
    {.column = TokenColumn::LastSeen,
     .sizes = seenSizes,
     .paint = paintLastSeen,
     .toolTip = lastSeenToolTip,
     .dropRank = 4},
    {.column = TokenColumn::Change,
     .sizes = changeSizes,
     .paint = paintChange,
     .toolTip = changeToolTip,
     .dropRank = 1},
    {.column = TokenColumn::ChangedAt,
     .sizes = changedAtSizes,
     .paint = paintChangedAt,
     .toolTip = changedAtToolTip,
     .dropRank = 1,
     .squeezeRank = 4},
    {.column = TokenColumn::CreatedBy,
     .sizes = creatorSizes,
     .paint = paintCreator,
     .toolTip = creatorToolTip,
     .dropRank = 5},
    {.column = TokenColumn::DeadRoles,
     .sizes = deadRoleSizes,
     .paint = paintDeadRoles,
     .toolTip = deadRolesToolTip,
     .dropRank = 2,
     .squeezeRank = 4},
    {.column = TokenColumn::DeadSince,
     .sizes = deadSinceSizes,
     .paint = paintDeadSince,
     .toolTip = deadRolesToolTip,
     .dropRank = 5},
    {.column = TokenColumn::OtherRoles,
     .sizes = otherRolesSizes,
     .paint = paintOtherRoles,
     .toolTip = [](const Cell &cell, int) { return shownText(cell.shown(), 600); },
     .dropRank = 4,
     .squeezeRank = 5},
    {.column = TokenColumn::StillGrants,
     .sizes = grantsSizes,
     .paint = paintGrants,
     .toolTip = [](const Cell &cell, int) { return shownText(cell.shown(), 600); },
     .dropRank = 3,
     .squeezeRank = 5},
};

} // namespace

const ColumnLook &lookOf(TokenColumn column)
{
    const auto *found = std::find_if(std::begin(Looks), std::end(Looks),
                                     [column](const auto &look) { return look.column == column; });
    Q_ASSERT(found != std::end(Looks));
    return *found;
}

MeasuredColumns::MeasuredColumns(const QFont &font)
    : m_font(font)
    , m_sizes(tokenColumns().size())
{}

const ColumnSizes &MeasuredColumns::of(int section) const
{
    std::optional<ColumnSizes> &sizes = m_sizes.at(std::size_t(section));
    if (!sizes)
        sizes = lookOf(columnAt(section)).sizes(m_font);
    return *sizes;
}

} // namespace rox
