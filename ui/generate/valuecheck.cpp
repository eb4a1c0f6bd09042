// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/valuecheck.h"

#include "models/values/visibletext.h"
#include "ui/style/symbols.h"
#include "ui/text/errortext.h"
#include "ui/text/rotationtext.h"
#include "ui/widgets/detailsdialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;

ValueCheck::ValueCheck(QString server, Token successor, QWidget *parent)
    : QWidget(parent)
    , m_server(std::move(server))
    , m_successor(std::move(successor))
    , m_offer(new QWidget(this))
    , m_check(pushButton(tr("Check now"), u"checkNewToken"_s, m_offer))
    , m_answer(new MessageBar(this))
{
    auto *note = secondaryLabel(tr("Asks %1 who this token is and what it may do. The value goes "
                                   "there once, over the checked connection, and nowhere else.")
                                    .arg(shownName(m_server)),
                                m_offer);
    note->setWordWrap(true);
    m_check->setAccessibleName(tr("Check the new token"));
    m_check->setIcon(symbolIcon(u"shieldok"_s));
    connect(m_check, &QPushButton::clicked, this, &ValueCheck::checkRequested);
    auto *row = new QHBoxLayout(m_offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(note, 1);
    row->addWidget(m_check, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(plainLabel(tr("Check the new token"), this, TextSize::Body, true));
    column->addWidget(m_offer);
    column->addWidget(m_answer);
    m_answer->setObjectName(u"checkAnswer"_s);
    m_answer->hide();
}

void ValueCheck::setChecking(bool isChecking)
{
    m_check->setEnabled(!isChecking);
    m_check->setText(isChecking ? tr("Asking Central…") : tr("Check now"));
}

void ValueCheck::showAnswer(const SuccessorCheck &check, const ApiError &error)
{
    setChecking(false);
    m_error = error;
    const RotationWords words = checkText(check, error, m_successor, m_server);
    Message message{.lead = words.lead, .text = words.text};
    switch (check.answer) {
    case Answer::Known:
        message.severity = Severity::Success;
        message.symbol = u"shieldok"_s;
        break;
    case Answer::OtherRoles:
        message.severity = Severity::Caution;
        break;
    case Answer::Refused:
        message.severity = Severity::Bad;
        break;
    case Answer::NoAnswer:
        message.severity = Severity::Caution;
        message.symbol = u"unknown"_s;
        break;
    }
    if (!check.isProof())
        message.actions = {{tr("Check again"), [this] { Q_EMIT checkRequested(); }},
                           {tr("Details"), [this] { showDetails(); }}};
    m_answer->setMessage(message);
    m_answer->show();
    m_offer->hide();
    Q_EMIT heightChanged();
}

void ValueCheck::showDetails()
{
    auto *details = new DetailsDialog(sentenceFor(m_error, Operation::Connect, m_server).plain(),
                                      technicalDetails(m_error), this);
    details->setAttribute(Qt::WA_DeleteOnClose);
    details->open();
}

} // namespace rox
