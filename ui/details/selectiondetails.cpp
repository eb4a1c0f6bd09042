// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/selectiondetails.h"

#include "ui/details/fieldgrid.h"
#include "ui/details/flaglist.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/textlabel.h"

#include <QLocale>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

SelectionDetails::SelectionDetails(QWidget *parent)
    : QWidget(parent)
    , m_fields(new FieldGrid(this))
    , m_roles(new ChipFlow(this))
    , m_flags(new FlagList(this))
{
    m_statuses = m_fields->addText(tr("Status"), u"selectionStatuses"_s);
    m_roles->setObjectName(u"selectionRoles"_s);
    m_roles->setAccessibleName(tr("Roles"));
    m_fields->add(tr("Roles"), m_roles);
    m_firstExpiry = m_fields->addText(tr("Next expiry"), u"selectionFirstExpiry"_s);
    m_flags->setObjectName(u"selectionFlags"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_fields);
    column->addWidget(m_flags);
    column->addStretch();
}

void SelectionDetails::setCounting()
{
    m_statuses->say(tr("counting…"), TextTone::Secondary);
    m_fields->setRowVisible(m_roles, false);
    m_fields->setRowVisible(m_firstExpiry, false);
    m_flags->hide();
}

void SelectionDetails::setFacts(const SelectionSummary::Facts &facts, UtcMs now)
{
    QStringList statuses;
    for (const TokenStatus status :
         {TokenStatus::Active, TokenStatus::Expiring, TokenStatus::Expired, TokenStatus::Revoked}) {
        const int count = facts.byStatus[static_cast<std::size_t>(status)];
        if (count > 0)
            //: "2 Expiring", a count and a status
            statuses.append(
                tr("%1 %2").arg(QLocale().toString(count), statusLook(status, {}).word.toLower()));
    }
    m_statuses->say(statuses.join(u", "_s));
    m_roles->setRoles(facts.roles);
    m_fields->setRowVisible(m_roles, true);
    const bool expires = facts.firstExpiry != NoTime;
    m_fields->setRowVisible(m_firstExpiry, expires);
    if (expires)
        m_firstExpiry->setRuns(
            {{relativeTime(facts.firstExpiry, now), TextTone::Text, false},
             {u"  "_s + shortDate(facts.firstExpiry, now), TextTone::Secondary, false}});
    m_firstExpiry->setToolTip(zoneAndUtc(facts.firstExpiry));

    QList<FlagList::Flag> flags;
    if (facts.admins > 0)
        flags.append({u"shield"_s,
                      TextTone::Caution,
                      tr("%1 with Admin").arg(QLocale().toString(facts.admins)),
                      {}});
    if (facts.signedIn)
        flags.append(
            {u"key"_s, TextTone::Link, tr("The token you are signed in with is among them"), {}});
    m_flags->setFlags(flags);
    m_flags->setVisible(!flags.isEmpty());
}

} // namespace rox
