// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/selectiondetails.h"

#include "models/tokens/tokentext.h"
#include "ui/details/fieldgrid.h"
#include "ui/details/flaglist.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
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

void SelectionDetails::setSummary(const SelectionSummary &summary, UtcMs now)
{
    QStringList statuses;
    for (int status = 0; status < TokenStatusCount; ++status) {
        const int count = summary.byStatus[std::size_t(status)];
        if (count > 0)
            //: "2 expiring", a count and a status
            statuses.append(tr("%1 %2").arg(QLocale().toString(count),
                                            TokenText::status(TokenStatus(status)).toLower()));
    }
    m_statuses->showText(statuses.join(u", "_s));
    m_roles->setRoles(summary.roles);
    const bool expires = summary.firstExpiry != NoTime;
    m_fields->setRowVisible(m_firstExpiry, expires);
    if (expires)
        m_firstExpiry->setRuns(
            {{relativeTime(summary.firstExpiry, now), TextTone::Text, false},
             {u"  "_s + shortDate(summary.firstExpiry, now), TextTone::Secondary, false}});
    m_firstExpiry->setToolTip(zoneAndUtc(summary.firstExpiry));

    QList<FlagList::Flag> flags;
    if (summary.admins > 0)
        flags.append({u"shield"_s,
                      TextTone::Caution,
                      tr("%1 with Admin").arg(QLocale().toString(summary.admins)),
                      {}});
    if (summary.hasSignedIn)
        flags.append(
            {u"key"_s, TextTone::Link, tr("The token you are signed in with is among them"), {}});
    m_flags->setFlags(flags);
    m_flags->setVisible(!flags.isEmpty());
}

} // namespace rox
