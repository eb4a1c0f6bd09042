// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokequestion.h"

#include "ui/revoke/revoketext.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

RevokeQuestionPage::RevokeQuestionPage(const RevokeContext &context, QWidget *parent)
    : RevokePage(context, RevokeRows::Layout::Question, parent)
    , m_summary(secondaryLabel({}, this))
    , m_firstExpiry(secondaryLabel({}, this))
    , m_inUse(new MessageBar(this))
    , m_request(new QLabel(this))
    , m_confirmation(new QLineEdit(this))
    , m_hint(secondaryLabel({}, this))
    , m_cancel(addButton(tr("Cancel"), u"cancel"_s))
    , m_revoke(addButton(tr("Revoke"), u"revoke"_s))
{
    addList();
    m_summary->setWordWrap(true);
    QHBoxLayout *under = addRow(7);
    under->addWidget(m_summary, 1);
    under->addWidget(m_firstExpiry);
    addRow(16)->addWidget(m_inUse);
    addConfirmation();
    addButtons();
    RevokeQuestionPage::refresh();
}

void RevokeQuestionPage::addConfirmation()
{
    m_request->setTextFormat(Qt::RichText);
    m_request->setBuddy(m_confirmation);
    m_confirmation->setObjectName(u"confirmation"_s);
    m_confirmation->setAccessibleName(tr("Confirmation"));
    m_confirmation->setFixedWidth(160);
    m_confirmation->setTextMargins(7, 0, 7, 0);
    m_confirmation->installEventFilter(this);
    QHBoxLayout *row = addRow(16);
    row->addWidget(m_request);
    row->addWidget(m_confirmation);
    row->addStretch(1);
    connect(m_confirmation, &QLineEdit::textChanged, this, &RevokeQuestionPage::showTexts);
}

void RevokeQuestionPage::addButtons()
{
    setButtonRole(m_revoke, ButtonRole::Danger);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_revoke, QDialogButtonBox::AcceptRole);
    QHBoxLayout *row = addRow(16);
    row->addWidget(m_hint, 1);
    row->addWidget(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &RevokeQuestionPage::cancelRequested);
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        if (!needsConfirmation() || isConfirmed())
            Q_EMIT revokeRequested();
    });
}

bool RevokeQuestionPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_confirmation || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (isConfirmed())
        m_revoke->setFocus(Qt::TabFocusReason);
    return true;
}

bool RevokeQuestionPage::needsConfirmation() const
{
    return confirmationFor(m_question) != TypedConfirmation::None;
}

bool RevokeQuestionPage::isConfirmed() const
{
    return revoketext::isConfirmation(m_confirmation->text(), m_question, context().server.name);
}

void RevokeQuestionPage::refresh()
{
    m_question = context().model->question(context().clock->now());
    showTexts();
}

void RevokeQuestionPage::showTexts()
{
    setHeading(revoketext::question(*context().model, m_question, heading()->font()));
    m_summary->setText(revoketext::summary(m_question));
    m_firstExpiry->setText(revoketext::firstExpiry(m_question, context().clock->now()));
    m_summary->parentWidget()->setVisible(
        !(m_summary->text().isEmpty() && m_firstExpiry->text().isEmpty()));
    Message message;
    message.severity = Severity::Caution;
    message.text = revoketext::signedInWarning(m_question);
    m_inUse->setMessage(message);
    m_inUse->parentWidget()->setVisible(m_question.signedIn > 0);
    m_request->setText(revoketext::confirmationRequest(m_question, context().server.name));
    m_request->parentWidget()->setVisible(needsConfirmation());

    const bool waits = needsConfirmation() && !isConfirmed();
    // The consequence of one token is short enough to stand beside the buttons.
    const bool isBrief = m_question.tokens == 1 && !needsConfirmation();
    const QString consequence = revoketext::consequence(m_question);
    setMeaning(isBrief ? QString() : consequence);
    m_hint->setText(waits     ? revoketext::confirmationHint(m_question)
                    : isBrief ? consequence
                              : QString());
    m_revoke->setText(revoketext::revokeButton(m_question));
    m_revoke->setEnabled(!waits && m_question.tokens > 0);
    m_revoke->setToolTip(waits ? m_hint->text() : QString());
}

} // namespace rox
