// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/permissionstable.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int RowHeight = 26;
constexpr int SymbolSize = 14;
constexpr int SymbolWidth = 30; ///< with the room beside it
constexpr int DeedLeft = 38;
constexpr int ColumnGap = 24;
constexpr int RightMargin = 11;
} // namespace

PermissionsTable::PermissionsTable(QWidget *parent)
    : Card(parent)
{
    setObjectName(u"needs"_s);
    setAccessibleName(tr("What is needed"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
}

void PermissionsTable::setPermissions(const QList<EmptyPageContent::Need> &needs)
{
    delete m_content;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnMinimumWidth(0, DeedLeft);
    grid->setColumnStretch(2, 1);
    const auto addRow = [&](const TextRun &deed, const TextRun &what) {
        const int row = grid->rowCount();
        auto *left = elidedLabel(deed, m_content, TextSize::Secondary);
        left->setContentsMargins(0, 0, ColumnGap, 0);
        auto *right = elidedLabel(what, m_content, TextSize::Secondary);
        right->setContentsMargins(0, 0, RightMargin, 0);
        grid->addWidget(left, row, 1);
        grid->addWidget(right, row, 2);
        grid->setRowMinimumHeight(row, RowHeight);
        return row;
    };
    addRow({tr("To"), TextTone::Secondary, true}, {tr("Needs"), TextTone::Secondary, true});
    for (const EmptyPageContent::Need &need : needs) {
        const bool first = &need == &needs.constFirst();
        grid->addWidget(separator(first ? QPalette::Mid : QPalette::Midlight, m_content),
                        grid->rowCount(), 0, 1, 3);
        const int row = addRow({need.deed}, {need.needs, TextTone::Secondary});
        auto *mark = need.met ? new SymbolMark(u"check"_s, TextTone::Ok, SymbolSize, m_content)
                              : new SymbolMark(u"close"_s, TextTone::Bad, SymbolSize, m_content);
        mark->setFixedWidth(SymbolWidth);
        grid->addWidget(mark, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    }
    layout()->addWidget(m_content);
    m_content->show();
}

} // namespace rox
