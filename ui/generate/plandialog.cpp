// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/plandialog.h"

#include "models/tokens/tokentext.h"
#include "ui/generate/oldtokenchoice.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 480;
constexpr int Margin = 24;

} // namespace

PlanDialog::PlanDialog(const RotationRow &row, const CentralClock &clock, QWidget *parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_choice(new OldTokenChoice(row.rotation.old, &m_clock, this))
    , m_problem(secondaryLabel({}, this))
    , m_save(pushButton(tr("Save"), u"savePlan"_s, this))
{
    setObjectName(u"changePlan"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What happens to the old token"));
    m_choice->setPlan(row.rotation.plan);
    m_problem->setObjectName(u"planProblem"_s);
    m_problem->setWordWrap(true);
    auto *cancel = pushButton(tr("Cancel"), u"cancel"_s, this);
    setButtonRole(m_save, ButtonRole::Primary);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        refresh(); // the date may have passed
        if (!m_save->isEnabled())
            return;
        Q_EMIT chosen(m_choice->plan());
        accept();
    });
    connect(m_choice, &OldTokenChoice::changed, this, &PlanDialog::refresh);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(12);
    auto *name = new TextLabel(TextSize::DialogHeading, this);
    name->showText(TokenText::name(row.rotation.old.name, 80), TextTone::Text, true);
    column->addWidget(name);
    column->addWidget(serverLine(row.server, this));
    column->addWidget(m_choice);
    column->addLayout(buttons);
    m_save->setDefault(true);
    refresh();
}

void PlanDialog::refresh()
{
    const QString problem = m_choice->problem();
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty());
    m_save->setToolTip(problem);
    fitDialog(this, isVisible() ? width() : Width);
}

} // namespace rox
