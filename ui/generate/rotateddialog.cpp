// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/rotateddialog.h"

#include "models/tokens/tokentext.h"
#include "ui/generate/valuecheck.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/steprow.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

RotatedDialog::RotatedDialog(const ServerFacts &server, const Token &successor, Secret value,
                             SecretClipboard *clipboard, const Clock *clock, const RotationRow &row,
                             QWidget *parent)
    : GeneratedDialog(server, successor, std::move(value), clipboard, clock, parent)
    , m_steps(new StepRow(Qt::Horizontal, this))
    , m_check(new ValueCheck(server.name, successor, this))
    , m_revokeOld(pushButton(tr("Revoke old token…"), u"revokeOldToken"_s, this))
{
    const Token &old = row.rotation.old;
    setObjectName(u"tokenRotated"_s);
    setWindowTitle(tr("New token for %1").arg(TokenText::name(old.name, 80)));
    m_revokeOld->setAccessibleName(tr("Revoke the old token"));
    m_revokeOld->setIcon(symbolIcon(u"revoke"_s, TextTone::Bad));
    setButtonRole(m_revokeOld, ButtonRole::DangerText);
    addUnderHeading(m_steps);
    addUnderActions(m_check);
    addToFooter(m_revokeOld);
    if (old.expiresAt != NoTime && old.expiresAt < NeverMs)
        setWaitingText(tr("Copy or save the value first. The old token works until %1.")
                           .arg(shortDate(old.expiresAt, row.facts.now)));
    connect(m_check, &ValueCheck::checkRequested, this, &RotatedDialog::checkRequested);
    connect(m_check, &ValueCheck::heightChanged, this, &RotatedDialog::fit);
    connect(m_revokeOld, &QPushButton::clicked, this, &RotatedDialog::revokeOldRequested);
    setRotation(row);
}

void RotatedDialog::setRotation(const RotationRow &row)
{
    m_steps->setSteps(rotationSteps(row, true));
    // Until then the value is the only copy, and the old token the only one that works.
    m_revokeOld->setVisible(row.rotation.isHandedOver() && row.standing.isUnderWay());
    fit();
}

void RotatedDialog::setChecking(bool isChecking)
{
    m_check->setChecking(isChecking);
}

void RotatedDialog::showCheck(const SuccessorCheck &check, const ApiError &error)
{
    m_check->showAnswer(check, error);
}

} // namespace rox
