// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/tokendetails.h"

#include "models/values/visibletext.h"
#include "ui/details/fieldgrid.h"
#include "ui/details/flaglist.h"
#include "ui/details/meterbar.h"
#include "ui/details/timeline.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/elidedfield.h"
#include "ui/widgets/notebox.h"
#include "ui/widgets/statuspill.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

TextLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new TextLabel(TextSize::Secondary, parent);
    heading->say(text, TextTone::Secondary, true);
    heading->setContentsMargins(0, 13, 0, 2);
    return heading;
}

/// What stands between the marks of timeLeftOf() stands out.
QList<TextRun> leftRuns(const QString &marked, TokenStatus status)
{
    const QString before = marked.section(u"<b>"_s, 0, 0);
    const QString strong = marked.section(u"<b>"_s, 1).section(u"</b>"_s, 0, 0);
    const TextTone tone = status == TokenStatus::Expiring ? TextTone::Caution : TextTone::Text;
    return {{before, TextTone::Secondary},
            {strong, tone, true},
            {marked.section(u"</b>"_s, 1), TextTone::Secondary}};
}

bool isLive(TokenStatus status)
{
    return status == TokenStatus::Active || status == TokenStatus::Expiring;
}

} // namespace

TokenDetails::TokenDetails(QWidget *parent)
    : QWidget(parent)
    , m_status(new StatusPill(this))
    , m_left(new TextLabel(TextSize::Body, this))
    , m_meter(new MeterBar(this))
    , m_note(new NoteBox(u"key"_s, this))
    , m_fields(new FieldGrid(this))
    , m_roles(new ChipFlow(this))
    , m_id(new ElidedField(this))
    , m_flagsHeading(makeHeading(tr("Flags"), this))
    , m_flags(new FlagList(this))
    , m_timelineHeading(makeHeading(tr("Timeline"), this))
    , m_timeline(new Timeline(this))
{
    m_flags->setContentsMargins(0, 4, 0, 0);
    m_left->setObjectName(u"left"_s);
    m_left->setElided(Qt::ElideRight);
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setObjectName(u"signedInNote"_s);
    m_roles->setObjectName(u"tokenRoles"_s);
    m_roles->setAccessibleName(tr("Roles"));
    m_id->setObjectName(u"tokenId"_s);
    m_id->setAccessibleName(tr("ID"));
    m_fields->add(tr("Roles"), m_roles);
    m_expires = m_fields->addText(tr("Expires"), u"tokenExpires"_s);
    m_issued = m_fields->addText(tr("Issued"), u"tokenIssued"_s);
    m_validFor = m_fields->addText(tr("Valid for"), u"tokenValidFor"_s);
    m_lastUsed = m_fields->addText(tr("Last used"), u"tokenLastUsed"_s);
    m_lastUsed->say(tr("Central does not record it"), TextTone::Secondary);
    m_fields->add(tr("ID"), m_id);

    auto *status = new QHBoxLayout;
    status->setSpacing(8);
    status->addWidget(m_status);
    status->addWidget(m_left, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(0);
    column->addLayout(status);
    column->addWidget(m_meter);
    column->addWidget(m_note);
    column->addSpacing(12);
    column->addWidget(m_fields);
    column->addWidget(m_flagsHeading);
    column->addWidget(m_flags);
    column->addWidget(m_timelineHeading);
    column->addWidget(m_timeline);
    column->addStretch();
}

void TokenDetails::setFacts(const TokenFacts &facts)
{
    const Token &token = facts.token;
    m_status->setStatus(facts.status, facts.isOpenRevoke);
    sayLeft(facts);
    m_note->setVisible(facts.signedIn);
    m_note->say(facts.signedInNote.isEmpty() ? tr("This is the token you are signed in with.")
                                             : facts.signedInNote);
    m_roles->setRoles(token.roles);

    const bool never = token.expiresAt >= NeverMs;
    m_expires->say(token.expiresAt == NoTime ? tr("not told by Central")
                   : never                   ? tr("never (year 9999)")
                                             : longTime(token.expiresAt));
    m_fields->setLabel(m_expires,
                       facts.status == TokenStatus::Revoked ? tr("Expiry") : tr("Expires"));
    m_expires->setToolTip(zoneAndUtc(token.expiresAt));
    m_issued->say(token.issuedAt == NoTime ? tr("not told by Central") : longTime(token.issuedAt));
    m_issued->setToolTip(zoneAndUtc(token.issuedAt));
    const bool hasLength = token.expiresAt != NoTime && token.issuedAt != NoTime && !never;
    m_validFor->say(hasLength ? duration(token.expiresAt - token.issuedAt) : QString());
    m_fields->setRowVisible(m_validFor, hasLength);
    if (m_id->text() != visibleText(token.id)) {
        m_id->setText(visibleText(token.id));
        m_id->setCursorPosition(0);
    }
    sayFlags(facts);
    sayTimeline(facts);
}

void TokenDetails::sayLeft(const TokenFacts &facts)
{
    const Token &token = facts.token;
    const bool timed = token.expiresAt != NoTime && token.expiresAt < NeverMs;
    const UtcMs left = timed ? token.expiresAt - facts.now : 0;
    const UtcMs whole = timed && token.issuedAt != NoTime ? token.expiresAt - token.issuedAt : 0;
    m_meter->setVisible(timed && whole > 0 && facts.status != TokenStatus::Revoked);
    m_meter->setLeft(whole > 0 ? double(left) / double(whole) : 0, facts.status);
    if (facts.status == TokenStatus::Revoked) {
        m_left->say({});
    } else if (facts.status == TokenStatus::Expired) {
        m_left->say(relativeTime(token.expiresAt, facts.now), TextTone::Bad, true);
    } else if (!timed) {
        m_left->say(token.expiresAt == NoTime ? QString() : tr("never expires"),
                    TextTone::Secondary);
    } else {
        m_left->setRuns(leftRuns(timeLeftOf(left, whole), facts.status));
    }
}

void TokenDetails::sayFlags(const TokenFacts &facts)
{
    QList<FlagList::Flag> flags;
    if (facts.mayRevokeTokens)
        flags.append({u"shield"_s, TextTone::Caution, tr("Can create and revoke tokens"),
                      tr("(write access to Integration)")});
    if (facts.sharesName && facts.liveWithName > 1)
        flags.append({u"duplicate"_s,
                      TextTone::Secondary,
                      tr("%Ln active token(s) have this name", nullptr, facts.liveWithName),
                      {}});
    else if (facts.sharesName)
        flags.append(
            {u"duplicate"_s, TextTone::Secondary, tr("Another token has the same name"), {}});
    if (facts.token.expiresAt >= NeverMs && isLive(facts.status))
        flags.append({u"infinity"_s, TextTone::Caution, tr("Never expires"), {}});
    m_flags->setFlags(flags);
    m_flags->setVisible(!flags.isEmpty());
    m_flagsHeading->setVisible(!flags.isEmpty());
}

void TokenDetails::sayTimeline(const TokenFacts &facts)
{
    const Token &token = facts.token;
    QList<Timeline::Entry> entries;
    if (token.issuedAt != NoTime)
        entries.append({tr("Issued"),
                        //: date and time: "2 Jun 2026, 09:12"
                        tr("%1, %2").arg(mediumDate(token.issuedAt), clockTime(token.issuedAt)),
                        false, false});
    const QString relative = relativeTime(token.expiresAt, facts.now);
    if (facts.status == TokenStatus::Revoked && token.expiresAt != NoTime)
        entries.append({tr("Would have expired"),
                        token.expiresAt >= NeverMs ? tr("never") : mediumDate(token.expiresAt),
                        token.expiresAt > facts.now, false});
    else if (facts.status == TokenStatus::Expired)
        entries.append({tr("Expired"), relative, false, false});
    else if (token.expiresAt != NoTime)
        entries.append({tr("Expires"), relative, true, facts.status == TokenStatus::Expiring});
    m_timeline->setEntries(entries);
    m_timeline->setVisible(!entries.isEmpty());
    m_timelineHeading->setVisible(!entries.isEmpty());
}

} // namespace rox
