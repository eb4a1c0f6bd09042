// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/cleanupdialog.h"

#include "models/values/visibletext.h"
#include "ui/revoke/cleanuptext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Usual{760, 520};
constexpr int LeastRows = 4;
constexpr int CellMargin = 8;
constexpr int WidestColumn = 240; ///< but the name, which takes the rest

/// A text with the margins of the header's, and a tint on the row that the keyboard is at.
class CleanUpDelegate final : public QStyledItemDelegate
{
public:
    explicit CleanUpDelegate(QTableView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const StatusColors tones = statusColors(option.palette);
        const QRect text = option.rect.adjusted(CellMargin, 0, -CellMargin, -1);
        painter->save();
        if (m_view->hasFocus() && m_view->currentIndex().row() == index.row())
            painter->fillRect(option.rect, tones.tint.fill);
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        const auto place =
            QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(text, int(place) | Qt::TextSingleLine,
                          QFontMetrics(option.font)
                              .elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tones.panelLine);
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * CellMargin + 1,
                metrics.height()};
    }

private:
    QTableView *m_view;
};

TextLabel *paragraph(const QString &text, QWidget *parent, TextTone tone = TextTone::Secondary)
{
    auto *label = new TextLabel(TextSize::Body, parent);
    label->showText(text, tone);
    label->setVisible(!text.isEmpty());
    return label;
}

} // namespace

CleanUpDialog::CleanUpDialog(const CleanUpSubject &subject, const CleanUpPlan &plan,
                             QWidget *parent)
    : QDialog(parent)
    , m_model(new CleanUpModel(plan, this))
    , m_parts(new SegmentedBar(this))
    , m_view(new QTableView(this))
{
    setObjectName(u"cleanUp"_s);
    setWindowTitle(tr("Clean up"));
    const CleanUp &cleanUp = plan.cleanUp;
    m_parts->setObjectName(u"cleanUpParts"_s);
    m_parts->setAccessibleName(tr("Tokens"));
    m_parts->addSegment("going"_L1, cleanuptext::going());
    m_parts->addSegment("staying"_L1, cleanuptext::staying());
    m_parts->setCount(0, QLocale().toString(cleanUp.going.size()));
    m_parts->setCount(1, QLocale().toString(cleanUp.staying.size()));
    m_parts->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *heading = plainLabel(cleanuptext::heading(cleanUp), this, TextSize::DialogHeading, true);
    heading->setObjectName(u"cleanUpHeading"_s);
    heading->setWordWrap(true);
    auto *counts = paragraph(cleanuptext::counts(cleanUp), this, TextTone::Text);
    counts->setObjectName(u"cleanUpCounts"_s);
    makeTable();
    auto *frame = new JoinedFrame(this);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_view);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(8);
    column->addWidget(serverLine(subject.server, this));
    column->addWidget(heading);
    column->addWidget(paragraph(subject.rows, this));
    column->addSpacing(4);
    column->addWidget(m_parts);
    column->addWidget(frame, 1);
    column->addWidget(counts);
    column->addWidget(paragraph(cleanuptext::others(subject.others), this));
    column->addWidget(paragraph(subject.note, this));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 16);
    whole->setSpacing(16);
    whole->addWidget(new FittedScroll(content, this), 1);
    whole->addLayout(makeButtons(cleanUp));

    connect(m_parts, &SegmentedBar::chosen, this,
            [this](int segment) { showPart(CleanUpModel::Part(segment)); });
    const bool isNothing = cleanUp.going.empty() && !cleanUp.staying.empty();
    m_parts->setCurrent(isNothing ? 1 : 0);
    showPart(isNothing ? CleanUpModel::Part::Staying : CleanUpModel::Part::Going);
    resize(
        Usual.boundedTo(screen()->availableSize() - QSize(32, 64)).expandedTo(minimumSizeHint()));
    m_view->setFocus(Qt::OtherFocusReason);
}

void CleanUpDialog::makeTable()
{
    m_view->setObjectName(u"cleanUpTokens"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CleanUpDelegate(m_view));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, m_view->viewport(),
            qOverload<>(&QWidget::update));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight(font()));
    QHeaderView *header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(header->sizeHint().height() + LeastRows * rowHeight(font()));
    setOverlay(m_view->verticalScrollBar());
}

QLayout *CleanUpDialog::makeButtons(const CleanUp &cleanUp)
{
    auto *exporting = pushButton(tr("Export…"), u"exportCleanUp"_s, this);
    exporting->setIcon(symbolIcon(u"export"_s));
    exporting->setEnabled(!cleanUp.going.empty() || !cleanUp.staying.empty());
    auto *cancel = pushButton(tr("Cancel"), u"cancel"_s, this);
    cancel->setDefault(true);
    auto *revoke = pushButton(cleanuptext::revokeButton(cleanUp), u"revoke"_s, this);
    setButtonRole(revoke, ButtonRole::Danger);
    revoke->setIcon(symbolIcon(u"revoke"_s, TextTone::Highlighted));
    revoke->setEnabled(!cleanUp.going.empty());
    if (cleanUp.going.empty())
        revoke->setToolTip(cleanuptext::heading(cleanUp));
    connect(exporting, &QPushButton::clicked, this, &CleanUpDialog::exportRequested);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(revoke, &QPushButton::clicked, this, &CleanUpDialog::revokeRequested);
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(revoke, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(exporting);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

void CleanUpDialog::showPart(CleanUpModel::Part part)
{
    m_model->setPart(part);
    m_view->setAccessibleName(part == CleanUpModel::Part::Going ? cleanuptext::going()
                                                                : cleanuptext::staying());
    m_view->horizontalHeader()->setSectionResizeMode(CleanUpModel::Name, QHeaderView::Stretch);
    for (int column = CleanUpModel::Name + 1; column < m_model->columnCount(); ++column) {
        m_view->resizeColumnToContents(column);
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column), WidestColumn));
    }
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

} // namespace rox
