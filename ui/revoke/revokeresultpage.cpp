// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokeresultpage.h"

#include "ui/revoke/revokereport.h"
#include "ui/revoke/revoketext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

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
    auto *buttons = new QDialogButtonBox(this);
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
        revokeReport(*context().model, context().server, context().clock->now()));
    m_copy->setText(tr("Report copied"));
}

} // namespace rox
