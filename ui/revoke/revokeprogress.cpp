// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokeprogress.h"

#include "ui/revoke/revokelist.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

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
    auto *buttons = new ButtonBox(this);
    buttons->addButton(m_stop, QDialogButtonBox::RejectRole);
    QHBoxLayout *row = addRow(16);
    row->addWidget(m_hint, 1);
    row->addWidget(buttons);
    connect(m_stop, &QPushButton::clicked, this, &RevokeProgressPage::stopRequested);
    setTabOrder(m_stop, list()); // the dialog has the focus: the first Tab goes to Stop
    list()->setSpinning(true);
    RevokeProgressPage::refresh();
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
    m_bar->setRange(0, std::max(1, wanted));
    m_bar->setValue(revoketext::answered(model) + model.countInPart(RevokeListModel::State::NotSent)
                    + model.countInPart(RevokeListModel::State::Unknown));
    m_hint->setText(revoketext::stopHint(model, m_isStopping));
    m_stop->setEnabled(!m_isStopping);
}

void RevokeProgressPage::fitRows()
{
    list()->fitRows(revoketext::wanted(*context().model));
}

RevokeResultPage::RevokeResultPage(const RevokeContext &context, const QString &refusal,
                                   QWidget *parent)
    : RevokePage(context, RevokeRows::Layout::Result, parent)
    , m_retry(addButton({}, u"retryFailed"_s))
    , m_copy(addButton(tr("Copy report"), u"copyReport"_s))
    , m_close(addButton(tr("Close"), u"close"_s))
    , m_refusal(refusal)
{
    addList();
    setButtonRole(m_close, ButtonRole::Primary);
    setButtonRole(m_retry, ButtonRole::DangerText);
    m_copy->setIcon(symbolIcon(u"copy"_s));
    auto *buttons = new ButtonBox(this);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    QHBoxLayout *row = addRow(16);
    row->addWidget(m_retry);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(buttons);
    connect(m_retry, &QPushButton::clicked, this, &RevokeResultPage::retryRequested);
    connect(m_copy, &QPushButton::clicked, this, &RevokeResultPage::copyReport);
    connect(m_close, &QPushButton::clicked, this, &RevokeResultPage::closeRequested);
    showTexts();
}

void RevokeResultPage::setRefusal(const QString &why)
{
    m_refusal = why;
    showTexts();
}

void RevokeResultPage::refresh()
{
    context().rows->refresh();
    showTexts();
}

void RevokeResultPage::showTexts()
{
    const RevokeListModel &model = *context().model;
    setHeading(revoketext::result(model));
    setMeaning(revoketext::resultMeaning(model));
    m_retry->setText(revoketext::retryButton(model));
    m_retry->setAccessibleName(m_retry->text());
    m_retry->setVisible(revoketext::canRetry(model));
    m_retry->setEnabled(m_refusal.isEmpty());
    m_retry->setToolTip(m_refusal);
}

void RevokeResultPage::copyReport()
{
    QGuiApplication::clipboard()->setText(
        revoketext::report(*context().model, context().server, context().clock->now()));
    m_copy->setText(tr("Report copied"));
}

} // namespace rox
