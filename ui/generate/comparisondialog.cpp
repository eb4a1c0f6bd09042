// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/comparisondialog.h"

#include "models/roles/rolecomparison.h"
#include "models/roles/roletext.h"
#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr int Width = 880;

} // namespace

ComparisonDialog::ComparisonDialog(const QList<RoleGrant> &roles, QWidget *parent)
    : QDialog(parent)
    , m_roles(roles)
    , m_left(makeChoice(u"firstRole"_s, tr("First role")))
    , m_right(makeChoice(u"secondRole"_s, tr("Second role")))
    , m_note(new TextLabel(TextSize::Secondary, this))
{
    setObjectName(u"comparisonDialog"_s);
    setWindowTitle(tr("Compare two roles"));
    auto *close = pushButton(tr("Close"), u"close"_s, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(close, QDialogButtonBox::AcceptRole);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Margin, 0, Margin, 0);
    bottom->addWidget(buttons, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(16);
    column->addWidget(new FittedScroll(makeContent(), this), 1);
    column->addLayout(bottom);
    m_right->setCurrentIndex(1);
    connect(m_left, &QComboBox::currentIndexChanged, this, &ComparisonDialog::compare);
    connect(m_right, &QComboBox::currentIndexChanged, this, &ComparisonDialog::compare);
    compare();
    m_left->setFocus(Qt::OtherFocusReason);
}

QComboBox *ComparisonDialog::makeChoice(const QString &objectName, const QString &name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(16);
    for (const RoleGrant &role : std::as_const(m_roles))
        choice->addItem(shownName(role.name), role.name);
    return choice;
}

QLayout *ComparisonDialog::makePart(Part &part, const QString &objectName)
{
    part.heading = elidedLabel({}, this);
    part.heading->setObjectName(objectName + "Heading"_L1);
    part.scope = elidedLabel({}, this, TextSize::Secondary);
    part.scope->setObjectName(objectName + "Scope"_L1);
    part.grants = new ChipFlow(this);
    part.grants->setObjectName(objectName);
    part.nothing = secondaryLabel(tr("nothing"), this);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(part.heading);
    column->addWidget(part.scope);
    column->addSpacing(4);
    column->addWidget(part.nothing);
    column->addWidget(part.grants);
    column->addStretch(1);
    return column;
}

QWidget *ComparisonDialog::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_left, 0, 0);
    grid->addWidget(m_right, 0, 2);
    grid->addWidget(separator(QPalette::Mid, content), 1, 0, 1, 3);
    grid->addLayout(makePart(m_onlyLeft, u"onlyFirst"_s), 2, 0);
    grid->addLayout(makePart(m_both, u"bothRoles"_s), 2, 1);
    grid->addLayout(makePart(m_onlyRight, u"onlySecond"_s), 2, 2);
    m_note->setObjectName(u"scopesDiffer"_s);
    m_note->showText(tr("The access scopes differ: what both grant, they grant only where the "
                        "scopes overlap."),
                     TextTone::Secondary);
    for (const int at : {0, 1, 2})
        grid->setColumnStretch(at, 1);
    grid->setRowStretch(2, 1);
    column->addLayout(grid, 1);
    column->addWidget(m_note);
    return content;
}

void ComparisonDialog::setRoles(const QString &left, const QString &right)
{
    for (const auto &[choice, name] : {std::pair(m_left, left), std::pair(m_right, right)}) {
        if (const int at = choice->findData(name); at >= 0)
            choice->setCurrentIndex(at);
    }
}

void ComparisonDialog::fill(const Part &part, const QString &heading, const QString &scope,
                            const AccessMap &access)
{
    part.heading->showText(heading, TextTone::Text, true);
    part.scope->showText(scope, TextTone::Secondary);
    const QStringList grants = grantsAsText(access);
    part.grants->setRoles(grants);
    part.grants->setAccessibleName(heading);
    part.grants->setVisible(!grants.isEmpty());
    part.nothing->setVisible(grants.isEmpty());
}

void ComparisonDialog::compare()
{
    const RoleGrant &left = m_roles.at(m_left->currentIndex());
    const RoleGrant &right = m_roles.at(m_right->currentIndex());
    const RoleComparison found = compared(left, right);
    //: %1 is a role
    fill(m_onlyLeft, tr("Only %1").arg(shownName(left.name)), scopeText(left), found.onlyLeft);
    fill(m_both, tr("Both"), found.isSameScope ? scopeText(left) : tr("Where the scopes overlap"),
         found.both);
    fill(m_onlyRight, tr("Only %1").arg(shownName(right.name)), scopeText(right), found.onlyRight);
    m_note->setVisible(!found.isSameScope);
    fitDialog(this, Width);
}

} // namespace rox
