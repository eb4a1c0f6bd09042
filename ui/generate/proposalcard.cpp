// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/proposalcard.h"

#include "models/roles/roletext.h"
#include "models/values/visibletext.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSize = 16;
constexpr int GrantLines = 2;
constexpr int UsualHeight = 128; ///< of a proposal: the table over it keeps its place

QString joined(const QStringList &roles)
{
    QStringList names;
    for (const QString &role : roles)
        names.append(shownName(role));
    return names.join(", "_L1);
}

} // namespace

ProposalCard::ProposalCard(QWidget *parent)
    : Card(parent)
    , m_mark(new SymbolMark(u"info"_s, TextTone::Secondary, SymbolSize, this))
    , m_lead(new TextLabel(TextSize::Body, this))
    , m_roles(new ChipFlow(this))
    , m_text(new TextLabel(TextSize::Body, this))
    , m_grants(new ChipFlow(this))
    , m_advice(new TextLabel(TextSize::Secondary, this))
{
    setObjectName(u"proposal"_s);
    setAccessibleName(tr("Proposal"));
    m_lead->setObjectName(u"proposalLead"_s);
    m_roles->setObjectName(u"proposedRoles"_s);
    m_roles->setAccessibleName(tr("Proposed roles"));
    m_text->setObjectName(u"proposalText"_s);
    m_grants->setObjectName(u"proposalGrants"_s);
    m_grants->setAccessibleName(tr("Access"));
    m_grants->setMaxLines(GrantLines);
    m_advice->setObjectName(u"proposalAdvice"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_lead, m_roles, m_text, m_grants, m_advice})
        words->addWidget(part);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    setMinimumHeight(UsualHeight);
    showNoNeed();
}

void ProposalCard::setContent(const Content &content)
{
    setGround(content.ground);
    m_mark->setSymbol(content.symbol, content.tone);
    m_lead->showText(content.lead, TextTone::Text, true);
    m_roles->setRoles(content.roles);
    m_roles->setVisible(!content.roles.isEmpty());
    m_text->showText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_grants->setRoles(content.grants);
    m_grants->setVisible(!content.grants.isEmpty());
    m_advice->showText(content.advice, TextTone::Secondary);
    m_advice->setVisible(!content.advice.isEmpty());
    const QStringList spoken{content.lead, joined(content.roles), content.text,
                             content.grants.join(", "_L1), content.advice};
    setAccessibleDescription(spoken.join(u' ').simplified());
}

void ProposalCard::showNoNeed()
{
    setContent({.symbol = u"info"_s,
                .lead = tr("Nothing is ticked yet."),
                .text = tr("At each tick, the fewest rights that grant it are proposed here.")});
}

void ProposalCard::showRoles(const LeastRoles &found, const AccessMap &byAdminAlone,
                             const QString &scope)
{
    if (found.isAdmin) {
        setContent({.ground = Ground::Caution,
                    .symbol = u"warning"_s,
                    .tone = TextTone::Caution,
                    .lead = tr("Only Admin grants this."),
                    .roles = found.names,
                    .text = byAdminAlone.isEmpty() ? QString()
                                                   : tr("No other role that you may give grants:"),
                    .grants = grantsAsText(byAdminAlone),
                    .advice = tr("A token of Admin may do everything, also generate and revoke "
                                 "tokens. Better ask an administrator for a role of its own.")});
        return;
    }
    const bool isOne = found.names.size() == 1;
    Content content{.symbol = u"shieldok"_s, .tone = TextTone::Ok};
    content.roles = found.names;
    content.grants = grantsAsText(found.excess);
    if (content.grants.isEmpty() && found.wider.isEmpty()) {
        content.lead = isOne ? tr("This role grants it, and nothing more.")
                             : tr("Together these roles grant it, and nothing more.");
    } else {
        content.lead = isOne ? tr("This role grants it.") : tr("Together these roles grant it.");
        if (!content.grants.isEmpty())
            content.text = isOne ? tr("It grants more than you ticked:")
                                 : tr("They grant more than you ticked:");
    }
    if (!found.wider.isEmpty())
        //: %1 is the name of an access scope, %2 one or several roles
        content.advice = tr("Not limited to %1: %2.").arg(scope, joined(found.wider));
    setContent(content);
}

void ProposalCard::showUngranted(const AccessMap &missing)
{
    Content content{.ground = Ground::Caution, .symbol = u"warning"_s, .tone = TextTone::Caution};
    if (missing.isEmpty()) {
        content.lead = tr("No four roles grant all of it together.");
        content.advice =
            tr("Generate two tokens, or ask an administrator for a role that grants it.");
    } else {
        content.lead = tr("No role that you may give grants:");
        content.grants = grantsAsText(missing);
        content.advice = tr("Take these ticks away, or ask an administrator for a role.");
    }
    setContent(content);
}

} // namespace rox
