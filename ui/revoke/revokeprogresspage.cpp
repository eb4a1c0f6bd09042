// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokeprogresspage.h"

#include "ui/revoke/revokelist.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

RevokeProgressPage::RevokeProgressPage(const RevokeContext &context, QWidget *parent)
    : RevokePage(context, RevokeRows::Layout::Progress, parent)
    , m_pace(plainLabel(tr("%L1 at a time").arg(RevokesAtATime), this))
    , m_bar(new QProgressBar(this))
    , m_hint(secondaryLabel({}, this))
    , m_stop(addButton(tr("Stop"), u"stop"_s))
{
    m_pace->setForegroundRole(QPalette::PlaceholderText);
    meaningRow()->addWidget(m_pace);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress"));
    addList(m_bar);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    m_stop->setIcon(symbolIcon(u"stop"_s));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_stop, QDialogButtonBox::RejectRole);
    QHBoxLayout *row = addRow(16);
    row->addWidget(m_hint, 1);
    row->addWidget(buttons);
    connect(m_stop, &QPushButton::clicked, this, &RevokeProgressPage::stopRequested);
    list()->setSpinning(true);
    refresh();
}

void RevokeProgressPage::setStopping()
{
    m_isStopping = true;
    refresh();
}

void RevokeProgressPage::refresh()
{
    const RevokeListModel &model = *context().model;
    context().rows->refresh();
    const int wanted = revoketext::wanted(model);
    setHeading(revoketext::running(model, m_isStopping));
    setMeaning(revoketext::progress(model, m_isStopping));
    m_pace->setVisible(!m_isStopping && wanted > 1);
    m_bar->setRange(0, qMax(1, wanted));
    m_bar->setValue(revoketext::answered(model) + model.countInPart(RevokeListModel::State::NotSent)
                    + model.countInPart(RevokeListModel::State::Unknown));
    m_hint->setText(revoketext::stopHint(model, m_isStopping));
    m_stop->setEnabled(!m_isStopping);
}

void RevokeProgressPage::fitRows()
{
    list()->fitRows(revoketext::wanted(*context().model));
}

} // namespace rox
