// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/importdialog.h"

#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/text/times.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tooltips.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Address, Expires, ColumnCount };

constexpr int Width = 592;
constexpr int Margin = 24;
constexpr int ShownRows = 8;
constexpr int TextMax = 200;

/// Paints a selected row in the tint: on Highlight the check marks have too little contrast.
class TintDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain(option);
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(option.rect, statusColors(option.palette).tint.fill);
        plain.state &= ~QStyle::State_Selected;
        QStyledItemDelegate::paint(painter, plain, index);
    }
};

QString expiryWords(UtcMs expires, UtcMs now)
{
    if (expires == NoTime)
        return ImportDialog::tr("not known");
    return expires <= now ? ImportDialog::tr("ended %1").arg(relativeTime(expires, now))
                          : relativeTime(expires, now);
}

} // namespace

ImportDialog::ImportDialog(const QList<ImportCandidate> &candidates, UtcMs now, QWidget *parent)
    : QDialog(parent)
    , m_list(nullptr)
    , m_import(new QPushButton(this))
{
    setWindowTitle(tr("Import connections"));
    setObjectName(u"importConnections"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    auto *lead =
        plainLabel(tr("roxctl is signed in to these Centrals. Choose which Rox Tokens "
                      "takes over. roxctl's own sign-in ends as soon as Rox Tokens renews the "
                      "session, which is good for one of the two."),
                   this);
    lead->setWordWrap(true);
    column->addWidget(lead);
    column->addSpacing(12);
    column->addWidget(makeList(candidates, now));
    column->addSpacing(16);
    column->addStretch(1);
    column->addWidget(makeButtons());
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::reword);
    reword();
    fitDialog(this, Width);
    m_list->setFocus(Qt::OtherFocusReason);
}

QWidget *ImportDialog::makeList(const QList<ImportCandidate> &candidates, UtcMs now)
{
    auto *frame = new JoinedFrame(this);
    m_list = new QTreeWidget(frame);
    m_list->setObjectName(u"connections"_s);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setItemDelegate(new TintDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Name"), tr("Endpoint"), tr("Sign-in ends")});
    layOutHeader();
    // Two connections of one name differ in the endpoint: keep it readable in a large font.
    frame->setMinimumWidth(std::min(Width / 3 + 44 * fontMetrics().averageCharWidth(),
                                    screen()->availableSize().width() - 2 * Margin));
    for (const ImportCandidate &each : candidates)
        addRow(each, now);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    const auto rows = int(std::clamp<qsizetype>(candidates.size(), 1, ShownRows));
    frame->setFixedHeight((rows + 1) * rowHeight(font()) + 2);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    return frame;
}

void ImportDialog::layOutHeader()
{
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(Address, QHeaderView::Stretch);
    header->setSectionResizeMode(Name, QHeaderView::Interactive);
    header->setSectionResizeMode(Expires, QHeaderView::ResizeToContents);
    header->resizeSection(Name, Width / 3);
    header->setFixedHeight(rowHeight(font()));
}

void ImportDialog::addRow(const ImportCandidate &each, UtcMs now)
{
    auto *item = new QTreeWidgetItem(m_list, {shownText(each.name, TextMax),
                                              shownText(each.endpoint, TextMax),
                                              expiryWords(each.expires, now)});
    for (const int column : {Name, Address})
        item->setToolTip(column, plainToolTip(item->text(column)));
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    item->setCheckState(Name, Qt::Checked);
    item->setSizeHint(Name, {0, rowHeight(font())});
}

QWidget *ImportDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    m_import->setObjectName(u"import"_s);
    m_import->setAccessibleName(tr("Import"));
    m_import->setDefault(true);
    setButtonRole(m_import, ButtonRole::Primary);
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        const QList<int> chosen = checked();
        accept();
        Q_EMIT importRequested(chosen);
    });
    return buttons;
}

QList<int> ImportDialog::checked() const
{
    QList<int> positions;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->checkState(Name) == Qt::Checked)
            positions.append(row);
    }
    return positions;
}

void ImportDialog::reword()
{
    const auto count = int(checked().size());
    m_import->setEnabled(count > 0);
    m_import->setText(count > 0 ? tr("Import %Ln connection(s)", nullptr, count) : tr("Import"));
    m_import->setToolTip(count > 0 ? QString() : tr("Check at least one connection."));
}

} // namespace rox
