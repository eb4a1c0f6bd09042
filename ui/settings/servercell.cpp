// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/servercell.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 12;
constexpr int MarkRoom = 20;

} // namespace

ServerCell::ServerCell(const QString &name, const QString &colorName, const QString &note,
                       QWidget *parent)
    : QWidget(parent)
    , m_colorName(colorName)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(MarkRoom, 0, 0, 0);
    auto *label = new TextLabel(TextSize::Body, this);
    QList<TextRun> runs{{shownName(name)}};
    if (!note.isEmpty())
        runs.append({note, TextTone::Secondary});
    label->setRuns(runs);
    label->setElided(Qt::ElideRight);
    row->addWidget(label);
}

void ServerCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect mark = QStyle::visualRect(layoutDirection(), rect(),
                                          QRect(1, (height() - MarkSize) / 2, MarkSize, MarkSize));
    if (m_colorName.isEmpty())
        paintSymbol(&painter, u"server"_s, toneColor(TextTone::Secondary, palette()), mark);
    else
        paintServerMark(&painter, mark, serverColor(m_colorName, isDark(palette())));
}

} // namespace rox
