// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/rotationsdialog.h"

#include "ui/rotate/rotationdelegate.h"
#include "ui/rotate/rotationdetails.h"
#include "ui/rotate/rotationlistmodel.h"
#include "ui/style/calmstyle.h"
#include "ui/text/rotationtext.h"
#include "ui/widgets/focusscroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace rox {

using namespace Qt::StringLiterals;
using State = RotationStanding::State;

namespace {

constexpr QSize Preferred = {1080, 620};
constexpr int DetailsWidth = 300;
constexpr int HeaderHeight = 32;
constexpr std::array ColumnWidths = {106, 190, 190, 130};

/// The segments over the list, in their order.
struct Segment
{
    QLatin1StringView name;
    const char *symbol;
    RotationListModel::Filter filter;
};

const std::array<Segment, 6> &segments()
{
    const auto of = [](State state) {
        return [state](const RotationRow &row) { return row.standing.state == state; };
    };
    static const std::array<Segment, 6> all = {
        {{"underWay"_L1, "", [](const RotationRow &row) { return row.standing.isUnderWay(); }},
         {"due"_L1, "expiring", of(State::Due)},
         {"blocked"_L1, "blocked", of(State::Blocked)},
         {"failed"_L1, "alarm", of(State::Failed)},
         {"done"_L1, "check", of(State::Done)},
         {"all"_L1, "", nullptr}}};
    return all;
}

QString titleOf(std::size_t segment)
{
    switch (segment) {
    case 0:
        return RotationsDialog::tr("Under way");
    case 1:
        return rotationState(State::Due);
    case 2:
        return rotationState(State::Blocked);
    case 3:
        return rotationState(State::Failed);
    case 4:
        return rotationState(State::Done);
    default:
        return RotationsDialog::tr("All");
    }
}

} // namespace

RotationsDialog::RotationsDialog(QWidget *parent)
    : QDialog(parent)
    , m_model(new RotationListModel(this))
    , m_states(new SegmentedBar(this))
    , m_table(new QTableView(this))
    , m_empty(new QWidget(this))
    , m_details(new RotationDetails(this))
{
    setObjectName(u"rotations"_s);
    setWindowTitle(tr("Rotations"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    keepFocusVisible(scroll);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_details->setAutoFillBackground(false);
    scroll->setFixedWidth(DetailsWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList(), 1);
    row->addWidget(scroll);
    connect(m_details, &RotationDetails::nextRequested, this, &RotationsDialog::nextRequested);
    connect(m_details, &RotationDetails::revokeOldRequested, this,
            &RotationsDialog::revokeOldRequested);
    connect(m_details, &RotationDetails::changePlanRequested, this,
            &RotationsDialog::changePlanRequested);
    connect(m_details, &RotationDetails::giveUpRequested, this, &RotationsDialog::giveUpRequested);
    resize(Preferred.boundedTo(screen()->availableSize() - QSize(0, 40)));
    m_table->setFocus(Qt::OtherFocusReason);
}

void RotationsDialog::makeSegments()
{
    m_states->setObjectName(u"rotationStates"_s);
    m_states->setAccessibleName(tr("State"));
    for (std::size_t i = 0; i < segments().size(); ++i) {
        const Segment &segment = segments().at(i);
        m_states->addSegment(QLatin1String(segment.name), titleOf(i),
                             QString::fromLatin1(segment.symbol));
    }
    m_states->setCurrent(0);
    m_model->setFilter(segments().front().filter);
    connect(m_states, &SegmentedBar::chosen, this, [this](int segment) {
        m_model->setFilter(segments().at(std::size_t(segment)).filter);
        showDetails();
    });
}

void RotationsDialog::makeTable()
{
    m_table->setObjectName(u"rotationTable"_s);
    m_table->setAccessibleName(tr("Rotations"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RotationDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    QStyleOptionViewItem option;
    option.font = font();
    m_table->verticalHeader()->setDefaultSectionSize(
        m_table->itemDelegate()->sizeHint(option, {}).height());
    auto *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setFixedHeight(std::max(HeaderHeight, header->fontMetrics().height() + 12));
    for (int column = 0; column < int(ColumnWidths.size()); ++column)
        m_table->setColumnWidth(column, ColumnWidths.at(std::size_t(column)));
    header->setStretchLastSection(true);
    setOverlay(m_table->verticalScrollBar());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_selected = m_model->at(current.row()).rotation.chain;
                showDetails();
            });
}

QWidget *RotationsDialog::makeList()
{
    auto *list = new QWidget(this);
    makeSegments();
    makeTable();
    auto *nothing = secondaryLabel(tr("No rotation is in this state. Rotate a token from its row: "
                                      "it gets a successor, and stays until you revoke it."),
                                   m_empty);
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    auto *middle = new QVBoxLayout(m_empty);
    middle->addWidget(nothing);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->addWidget(m_states);
    head->addStretch(1);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    return list;
}

void RotationsDialog::setRotations(const QList<RotationRow> &rows)
{
    m_model->setRotations(rows);
    showCounts();
    showDetails();
}

void RotationsDialog::showCounts()
{
    for (std::size_t i = 0; i < segments().size(); ++i)
        m_states->setCount(int(i), QLocale().toString(m_model->count(segments().at(i).filter)));
}

/// Of the rotation that was selected, while it is shown; else of the first one.
void RotationsDialog::showDetails()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (isEmpty) {
        m_details->setRotation(std::nullopt);
        return;
    }
    const int row = std::max(m_model->rowOf(m_selected), 0);
    m_selected = m_model->at(row).rotation.chain;
    if (m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_details->setRotation(m_model->at(row));
}

} // namespace rox
