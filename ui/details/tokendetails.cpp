// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/tokendetails.h"

#include "models/values/visibletext.h"
#include "ui/details/fieldgrid.h"
#include "ui/details/flaglist.h"
#include "ui/details/meterbar.h"
#include "ui/details/noteedit.h"
#include "ui/details/tagedit.h"
#include "ui/details/timeline.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/elidedfield.h"
#include "ui/widgets/notebox.h"
#include "ui/widgets/statusbadge.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

TextLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new TextLabel(TextSize::Secondary, parent);
    heading->showText(text, TextTone::Secondary, true);
    heading->setContentsMargins(0, 13, 0, 2);
    return heading;
}

/// The text between the marks of timeLeftOf() is semibold.
QList<TextRun> leftRuns(const QString &marked, TokenStatus status)
{
    const QString before = marked.section(u"<b>"_s, 0, 0);
    const QString strong = marked.section(u"<b>"_s, 1).section(u"</b>"_s, 0, 0);
    const TextTone tone = status == TokenStatus::Expiring ? TextTone::Caution : TextTone::Text;
    return {{before, TextTone::Secondary},
            {strong, tone, true},
            {marked.section(u"</b>"_s, 1), TextTone::Secondary}};
}

TextTone toneOf(TokenFlagInfo::Emphasis emphasis)
{
    switch (emphasis) {
    case TokenFlagInfo::Emphasis::Caution:
        return TextTone::Caution;
    case TokenFlagInfo::Emphasis::Own:
        return TextTone::Link;
    case TokenFlagInfo::Emphasis::Quiet:
        break;
    }
    return TextTone::Secondary;
}

QWidget *makeValue(DetailValue::Kind kind, QWidget *parent)
{
    if (kind == DetailValue::Kind::Roles)
        return new ChipFlow(parent);
    if (kind == DetailValue::Kind::Id)
        return new ElidedField(parent);
    auto *label = new TextLabel(TextSize::Body, parent);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

/// The widget was made for this kind of value, or for another that is text.
void showValue(const DetailValue &value, QWidget *widget, UtcMs now)
{
    if (auto *chips = qobject_cast<ChipFlow *>(widget)) {
        chips->setRoles(value.roles);
        return;
    }
    if (auto *id = qobject_cast<ElidedField *>(widget)) {
        const QString text = visibleText(value.text);
        if (id->text() != text) { // a selection in it stays
            id->setText(text);
            id->setCursorPosition(0);
        }
        return;
    }
    auto *label = static_cast<TextLabel *>(widget);
    const bool isMoment = value.kind == DetailValue::Kind::Moment;
    const bool isTime = value.kind == DetailValue::Kind::Time || isMoment;
    label->showText(isMoment                                  ? momentText(value.time, now)
                    : isTime                                  ? longTime(value.time)
                    : value.kind == DetailValue::Kind::Length ? duration(value.time)
                                                              : value.text,
                    value.kind == DetailValue::Kind::Note ? TextTone::Secondary : TextTone::Text);
    label->setToolTip(isTime ? zoneAndUtc(value.time) : QString());
}

} // namespace

TokenDetails::TokenDetails(QWidget *parent)
    : QWidget(parent)
    , m_status(new StatusBadge(this))
    , m_left(new TextLabel(TextSize::Body, this))
    , m_meter(new MeterBar(this))
    , m_note(new NoteBox(u"key"_s, this))
    , m_fields(new FieldGrid(this))
    , m_noteEdit(new NoteEdit(this))
    , m_tagEdit(new TagEdit(this))
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
    for (const DetailFieldInfo &field : detailFields()) {
        QWidget *value = makeValue(field.kind, m_fields);
        value->setObjectName(QLatin1String(field.objectName));
        if (!qobject_cast<QLabel *>(value)) // a label is spoken by its text
            value->setAccessibleName(field.title({}));
        m_fields->add(field.title({}), value);
        m_values.append(value);
    }

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
    column->addWidget(m_noteEdit);
    column->addWidget(m_tagEdit);
    column->addWidget(m_flagsHeading);
    column->addWidget(m_flags);
    column->addWidget(m_timelineHeading);
    column->addWidget(m_timeline);
    column->addStretch();
}

void TokenDetails::setDetail(const TokenDetail &detail, const QString &ownNote)
{
    m_status->setStatus(detail.status, detail.flags.testFlag(TokenFlag::UnknownOutcome));
    showTimeLeft(detail);
    m_note->setVisible(!ownNote.isEmpty());
    m_note->showText(ownNote);
    const auto fields = detailFields();
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const DetailFieldInfo &field = fields[std::size_t(i)];
        const DetailValue value = field.value(detail);
        showValue(value, m_values.at(i), detail.now);
        m_fields->setLabel(m_values.at(i), field.title(detail));
        m_fields->setRowVisible(m_values.at(i), value.kind != DetailValue::Kind::Nothing);
    }
    const TokenLife life = detail.life.value_or(TokenLife());
    m_noteEdit->setNote(detail.token.id, life.note);
    m_tagEdit->setTags(detail.token.id, life.tags);
    showFlags(detail);
    const auto entries =
        timelineOf(detail.token, detail.status, detail.now, detail.life ? &*detail.life : nullptr);
    m_timeline->setEntries(entries, detail.now);
    m_timeline->setVisible(!entries.isEmpty());
    m_timelineHeading->setVisible(!entries.isEmpty());
}

void TokenDetails::showTimeLeft(const TokenDetail &detail)
{
    const Token &token = detail.token;
    const bool never = token.expiresAt >= NeverMs;
    const UtcMs whole = lifetimeOf(token);
    const UtcMs left = token.expiresAt == NoTime || never ? 0 : token.expiresAt - detail.now;
    m_meter->setVisible(whole > 0 && detail.status != TokenStatus::Revoked);
    m_meter->setLeft(whole > 0 ? double(left) / double(whole) : 0, detail.status);
    if (detail.status == TokenStatus::Expired)
        m_left->showText(relativeTime(token.expiresAt, detail.now), TextTone::Bad, true);
    else if (detail.status == TokenStatus::Revoked || token.expiresAt == NoTime)
        m_left->showText({});
    else if (never)
        m_left->showText(tr("never expires"), TextTone::Secondary);
    else
        m_left->setRuns(leftRuns(timeLeftOf(left, whole), detail.status));
}

void TokenDetails::showFlags(const TokenDetail &detail)
{
    QList<FlagList::Flag> flags;
    for (const DetailFlag &flag : detailFlags(detail))
        flags.append({QLatin1String(flag.symbol), toneOf(flag.emphasis), flag.text, flag.reason});
    m_flags->setFlags(flags);
    m_flags->setVisible(!flags.isEmpty());
    m_flagsHeading->setVisible(!flags.isEmpty());
}

} // namespace rox
