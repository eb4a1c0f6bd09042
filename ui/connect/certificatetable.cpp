// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/certificatetable.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/tooltips.h"

#include <QHeaderView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Trusted, Shown, ColumnCount };
enum CellRole { DiffersRole = Qt::UserRole + 1, FixedRole };

constexpr int CellMargin = 8;
constexpr int MarkSize = 14;
constexpr int RowPadding = 12;
constexpr int MaxPairs = 8; ///< of a fingerprint, in one line
constexpr int MinPairs = 2;
constexpr int DialogMargins = 80; ///< beside the table, with a scroll bar

QFont cellFont(const QModelIndex &index, const QFont &font)
{
    return index.data(FixedRole).toBool() ? fixedTypeface(font, TextSize::Body) : font;
}

class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const StatusColors tones = statusColors(option.palette);
        const bool differs = index.data(DiffersRole).toBool();
        painter->save();
        if (differs)
            painter->fillRect(option.rect, tones.caution.fill);
        QRect room = option.rect.adjusted(CellMargin, 0, -CellMargin, -1);
        if (differs) { // a symbol too, for people who do not see the color
            const QRect mark(room.right() + 1 - MarkSize, room.center().y() - MarkSize / 2,
                             MarkSize, MarkSize);
            paintSymbol(painter, u"warning"_s, tones.caution.text,
                        QStyle::visualRect(option.direction, option.rect, mark));
            room.setRight(mark.left() - CellMargin);
        }
        const QFont font = cellFont(index, option.font);
        painter->setFont(font);
        painter->setPen(index.column() == Name
                            ? tones.secondary
                            : option.palette.color(QPalette::Active, QPalette::Text));
        const QString text = index.data().toString();
        const QRect place = QStyle::visualRect(option.direction, option.rect, room);
        const bool isTall = text.contains(u'\n');
        const bool isAtTop = isTall || index.column() == Name;
        const int alignment = int(QStyle::visualAlignment(
            option.direction, Qt::AlignLeft | (isAtTop ? Qt::AlignTop : Qt::AlignVCenter)));
        const QRect at = isAtTop ? place.adjusted(0, RowPadding / 2, 0, 0) : place;
        if (isTall)
            painter->drawText(at, alignment, text);
        else
            painter->drawText(at, alignment | Qt::TextSingleLine,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, at.width()));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tones.panelLine);
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter->setPen(QPen(tones.focusRing, 2));
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }
};

QTableWidgetItem *cell(const QString &text, const QString &accessible, bool differs, bool fixed)
{
    auto *item = new QTableWidgetItem(text);
    item->setData(Qt::AccessibleTextRole, accessible);
    item->setData(DiffersRole, differs);
    item->setData(FixedRole, fixed);
    item->setToolTip(plainToolTip(text));
    return item;
}

/// Breaks a fingerprint into lines of this many pairs.
QString broken(const QString &fingerprint, int pairsInALine)
{
    const QStringList pairs = QString(fingerprint).replace(u'\n', u':').split(u':');
    QStringList lines;
    for (qsizetype i = 0; i < pairs.size(); i += pairsInALine)
        lines.append(pairs.mid(i, pairsInALine).join(u':'));
    return lines.join(u'\n');
}

/// The width that a cell needs beside its text.
int roomAround(bool differs)
{
    return 2 * CellMargin + (differs ? MarkSize + CellMargin : 0);
}

} // namespace

CertificateTable::CertificateTable(const QList<CertificateRow> &rows, const QString &shownTitle,
                                   QWidget *parent)
    : JoinedFrame(parent)
    , m_table(new QTableWidget(int(rows.size()), ColumnCount, this))
{
    m_table->setObjectName(u"certificates"_s);
    m_table->setAccessibleName(tr("Certificates"));
    m_table->setHorizontalHeaderLabels({QString(), tr("Trusted until now"), shownTitle});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    const int pairs = fitColumns(rows);
    fill(rows, pairs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 0);
    column->addWidget(m_table);
}

int CertificateTable::fitColumns(const QList<CertificateRow> &rows)
{
    int nameWidth = 0;
    for (const CertificateRow &row : rows)
        nameWidth = std::max(nameWidth, textWidth(font(), row.name) + 2 * CellMargin);
    const auto needed = [&](int pairs) {
        const QString line = QStringList(pairs, u"DD"_s).join(u':');
        return nameWidth
               + 2 * (textWidth(fixedTypeface(font(), TextSize::Body), line) + roomAround(true))
               + 2;
    };
    // Fewer pairs in a line where the screen is small for the font: all of them must be visible.
    const int room = screen()->availableSize().width() - DialogMargins;
    int pairs = MaxPairs;
    while (pairs > MinPairs && needed(pairs) > room)
        pairs /= 2;
    setMinimumWidth(std::max(needed(pairs), std::min(needed(MaxPairs), room)));

    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(Name, QHeaderView::Fixed);
    header->resizeSection(Name, nameWidth);
    return pairs;
}

void CertificateTable::fill(const QList<CertificateRow> &rows, int pairs)
{
    const int headHeight = m_table->fontMetrics().height() + RowPadding - 1;
    m_table->horizontalHeader()->setFixedHeight(headHeight);
    int height = headHeight;
    for (int row = 0; row < rows.size(); ++row) {
        const CertificateRow &each = rows.at(row);
        const auto laidOut = [&](const QString &text) {
            return each.fixedFont ? broken(text, pairs) : text;
        };
        const QString trusted = laidOut(each.trusted);
        const QString shown = laidOut(each.shown);
        //: for a screen reader: the value shown now, which is not the trusted one
        const QString spoken = each.differs ? tr("%1, differs").arg(each.shown) : each.shown;
        m_table->setItem(row, Name, cell(each.name, each.name, false, false));
        m_table->setItem(row, Trusted, cell(trusted, each.trusted, false, each.fixedFont));
        m_table->setItem(row, Shown, cell(shown, spoken, each.differs, each.fixedFont));
        const QFont font =
            each.fixedFont ? fixedTypeface(m_table->font(), TextSize::Body) : m_table->font();
        const auto lines = int(1 + std::max(shown.count(u'\n'), trusted.count(u'\n')));
        const int tall = lines * QFontMetrics(font).lineSpacing() + RowPadding + 1;
        m_table->setRowHeight(row, tall);
        height += tall;
    }
    setFixedHeight(height + 1);
}

} // namespace rox
