// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/needdialog.h"

#include "models/roles/needmodel.h"
#include "models/roles/rolepreset.h"
#include "models/roles/roletext.h"
#include "ui/generate/needtable.h"
#include "ui/generate/proposalcard.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QMap>
#include <QScreen>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr QSize Usual = {800, 600};
enum Job { OwnChoice = -1, AsChecked = -2 };

} // namespace

NeedDialog::NeedDialog(const QList<RoleGrant> &roles, QWidget *parent)
    : QDialog(parent)
    , m_roles(roles)
    , m_search(roles)
    , m_model(new NeedModel(roles, this))
    , m_job(new QComboBox(this))
    , m_where(new QComboBox(this))
    , m_table(new NeedTable(m_model, this))
    , m_proposal(new ProposalCard(this))
    , m_use(pushButton(tr("Use these roles"), u"useRoles"_s, this))
{
    setObjectName(u"needDialog"_s);
    setWindowTitle(tr("What must it do?"));
    QWidget *content = makeContent();
    auto *scroll = new FittedScroll(content, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(16);
    column->addWidget(scroll, 1);
    column->addLayout(makeButtons());

    connect(m_model, &NeedModel::needChanged, this, [this] {
        m_job->setCurrentIndex(m_job->findData(OwnChoice));
        propose();
    });
    connect(m_job, &QComboBox::activated, this, &NeedDialog::takeJob);
    connect(m_where, &QComboBox::activated, this, &NeedDialog::propose);
    propose();
    m_job->setFocus(Qt::OtherFocusReason);
    const QSize asked(std::max(Usual.width(), content->sizeHint().width()),
                      std::max(Usual.height(), content->sizeHint().height() + 64));
    resize(asked.boundedTo(screen()->availableSize() - QSize(0, 40)));
}

QWidget *NeedDialog::makeContent()
{
    auto *content = new QWidget(this);
    auto *intro = new TextLabel(TextSize::Body, content);
    intro->setObjectName(u"needIntro"_s);
    intro->showText(
        tr("Tick what the job needs. Only roles that you may give are proposed. Central "
           "does not record what a token uses."),
        TextTone::Secondary);
    auto *frame = new JoinedFrame(content);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(12);
    column->addWidget(intro);
    column->addLayout(makeChoices());
    column->addWidget(frame, 1);
    column->addWidget(m_proposal);
    return content;
}

QLayout *NeedDialog::makeChoices()
{
    m_job->setObjectName(u"job"_s);
    m_job->setAccessibleName(tr("Job"));
    m_job->addItem(tr("My own choice"), OwnChoice);
    const auto presets = rolePresets();
    for (int at = 0; at < int(presets.size()); ++at)
        m_job->addItem(presets[std::size_t(at)].title(), at);
    m_where->setObjectName(u"where"_s);
    m_where->setAccessibleName(tr("Access scope"));
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_where->setMinimumContentsLength(14);
    fillScopes();
    auto *job = plainLabel(tr("&Job"), this, TextSize::Body, true);
    job->setBuddy(m_job);
    auto *where = plainLabel(tr("&Access scope"), this, TextSize::Body, true);
    where->setBuddy(m_where);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(job);
    row->addWidget(m_job, 3);
    row->addSpacing(8);
    row->addWidget(where);
    row->addWidget(m_where, 2);
    const bool isAnyScoped = m_where->count() > 1;
    where->setVisible(isAnyScoped);
    m_where->setVisible(isAnyScoped);
    return row;
}

void NeedDialog::fillScopes()
{
    QMap<QString, QString> names; // by id
    for (const RoleGrant &role : std::as_const(m_roles)) {
        if (!role.isUnrestricted())
            names.insert(role.scopeId, scopeText(role));
    }
    m_where->addItem(scopeText({}), QString(UnrestrictedScope));
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        m_where->addItem(it.value(), it.key());
}

QLayout *NeedDialog::makeButtons()
{
    auto *cancel = pushButton(tr("Cancel"), u"cancel"_s, this);
    m_use->setDefault(true);
    setButtonRole(m_use, ButtonRole::Primary);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_found)
            Q_EMIT rolesChosen(m_found->names);
        accept();
    });
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(buttons, 1);
    return row;
}

void NeedDialog::offerGrantsOf(const QList<RoleGrant> &checked)
{
    m_ofChecked.clear();
    for (const RoleGrant &role : checked)
        unite(m_ofChecked, role.access);
    if (!checked.isEmpty() && m_job->findData(AsChecked) < 0)
        m_job->insertItem(1, tr("As the checked roles"), AsChecked);
}

void NeedDialog::takeJob(int at)
{
    const int job = m_job->itemData(at).toInt();
    if (job == OwnChoice)
        return;
    m_model->setNeed(job == AsChecked ? m_ofChecked : rolePresets()[std::size_t(job)].need());
    m_table->showTicked();
    propose();
}

void NeedDialog::propose()
{
    const RoleNeed need{m_model->need(), m_where->currentData().toString()};
    m_found.reset();
    if (need.isEmpty()) {
        m_proposal->showNoNeed();
    } else {
        m_found = m_search.find(need);
        const AccessMap missing = ungranted(m_roles, need);
        if (m_found)
            m_proposal->showRoles(*m_found, missing, m_where->currentText());
        else
            m_proposal->showUngranted(missing);
    }
    const bool isOne = m_found && m_found->names.size() == 1;
    m_use->setText(isOne ? tr("Use this role") : tr("Use these roles"));
    m_use->setAccessibleName(m_use->text());
    m_use->setEnabled(m_found.has_value());
    m_use->setToolTip(m_found ? QString() : tr("There is no proposal yet."));
}

} // namespace rox
