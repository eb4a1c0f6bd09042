// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/needstable.h"

#include "ui/style/symbols.h"
#include "ui/style/tones.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int RowHeight = 27;
constexpr int SymbolSize = 14;
constexpr int DeedLeft = 39;
} // namespace

NeedsTable::NeedsTable(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"needs"_s);
    setAccessibleName(tr("What is needed"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void NeedsTable::setNeeds(const QList<EmptyStateContent::Need> &needs)
{
    m_needs = needs;
    delete m_content;
    m_content = new QWidget(this);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(DeedLeft, 0, 12, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    const auto put = [this](int row, int column, const QString &text, TextTone tone, bool bold) {
        auto *label = new TextLabel(TextSize::Secondary, m_content);
        label->say(text, tone, bold);
        label->setElided(Qt::ElideRight);
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(label, row, column);
        m_grid->setRowMinimumHeight(row, RowHeight);
    };
    put(0, 0, tr("To"), TextTone::Secondary, true);
    put(0, 1, tr("Needs"), TextTone::Secondary, true);
    for (int i = 0; i < needs.size(); ++i) {
        put(i + 1, 0, needs.at(i).deed, TextTone::Text, false);
        put(i + 1, 1, needs.at(i).needs, TextTone::Secondary, false);
    }
    layout()->addWidget(m_content);
    m_content->show();
    update();
}

void NeedsTable::paintEvent(QPaintEvent *)
{
    const Tones tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones.panelLine);
    painter.setBrush(palette().color(QPalette::Active, QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!m_grid)
        return;
    for (int i = 0; i <= m_needs.size(); ++i) {
        const QRect row = m_grid->cellRect(i, 0);
        if (i < m_needs.size())
            painter.fillRect(1, row.bottom(), width() - 2, 1,
                             i == 0 ? tones.panelLine : tones.rowLine);
        if (i == 0)
            continue;
        const bool met = m_needs.at(i - 1).met;
        const QRect at(9, row.top() + (RowHeight - SymbolSize) / 2, SymbolSize, SymbolSize);
        paintSymbol(&painter, met ? u"check"_s : u"close"_s, met ? tones.ok.text : tones.bad.text,
                    QStyle::visualRect(layoutDirection(), rect(), at));
    }
}

} // namespace rox
