// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokepage.h"

#include "ui/revoke/revokelist.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/serverline.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

RevokePage::RevokePage(const RevokeContext &context, RevokeRows::Layout layout, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_heading(plainLabel({}, this, TextSize::DialogHeading, true))
    , m_meaning(plainLabel({}, this))
    , m_list(new RevokeList(context.rows, context.clock, this))
{
    m_heading->setObjectName(u"heading"_s);
    m_heading->setWordWrap(true);
    m_meaning->setObjectName(u"meaning"_s);
    m_meaning->setWordWrap(true);
    m_list->setLayoutOfRows(layout);
    m_column->setContentsMargins(24, 16, 24, 16);
    m_column->setSpacing(0);
    m_column->addWidget(m_heading);
    if (context.model->serverCount() == 1) { // else the list names them
        m_column->addSpacing(6);
        m_column->addWidget(serverLine(context.server, this));
    }
    m_meaningRow = addRow(8);
    m_meaningRow->addWidget(m_meaning, 1);
}

void RevokePage::addList(QWidget *above)
{
    auto *frame = new JoinedFrame(this);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 0);
    inside->addWidget(m_list);
    m_column->addSpacing(8);
    if (above)
        m_column->addWidget(above);
    m_column->addSpacing(4);
    m_column->addWidget(frame, 1);
}

/// A row that brings its distance, so that a hidden one leaves no gap.
QHBoxLayout *RevokePage::addRow(int distance)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, distance, 0, 0);
    line->setSpacing(8);
    m_column->addWidget(row);
    return line;
}

QPushButton *RevokePage::addButton(const QString &text, const QString &objectName)
{
    return pushButton(text, objectName, this);
}

void RevokePage::setHeading(const QString &text)
{
    m_heading->setText(text);
}

void RevokePage::setMeaning(const QString &text)
{
    m_meaning->setText(text);
    m_meaning->parentWidget()->setVisible(!text.isEmpty());
}

void RevokePage::fitRows()
{
    m_list->fitRows();
}

} // namespace rox
