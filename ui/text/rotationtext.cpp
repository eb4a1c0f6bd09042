// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/rotationtext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;
using How = SuccessorHandOver::How;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(rox::RotationText)
};

QString nameOf(const Token &token)
{
    return TokenText::name(token.name, 80);
}

QString rolesOf(const QStringList &roles)
{
    QStringList shown;
    for (const QString &role : roles)
        shown.append(shownText(role, 60));
    return shown.isEmpty() ? Words::tr("no role") : QLocale().createSeparatedList(shown);
}

/// "10:45" today, else with its day.
QString stepTime(UtcMs time, const RotationRow &row, bool brief)
{
    return brief ? clockTime(time) : momentText(time, row.facts.now);
}

Step made(const RotationRow &row, bool brief)
{
    const Rotation &rotation = row.rotation;
    const bool isMade = rotation.making == Rotation::Making::Made;
    Step step{Words::tr("Made"), {}, isMade ? Step::State::Done : Step::State::Next};
    if (isMade)
        step.note = stepTime(rotation.madeAt, row, brief);
    else if (rotation.making == Rotation::Making::ValueLost)
        step.note = Words::tr("its value is lost");
    else if (rotation.making == Rotation::Making::Lost)
        step.note = Words::tr("it may have been made");
    return step;
}

Step handedOver(const RotationRow &row, bool brief)
{
    const SuccessorHandOver &done = row.rotation.handOver;
    Step step{Words::tr("Handed over"), {}, Step::State::Open};
    if (row.rotation.isHandedOver())
        step.state = Step::State::Done;
    switch (done.how) {
    case How::Copied:
        step.note = Words::tr("copied %1").arg(stepTime(done.at, row, brief));
        break;
    case How::Saved:
        step.note = Words::tr("saved %1").arg(stepTime(done.at, row, brief));
        break;
    case How::NotAtAll:
        if (step.state == Step::State::Done)
            step.note = Words::tr("it came from where it is kept");
        else if (brief)
            step.note = Words::tr("copy or save it");
        else
            step.note = Words::tr("It was neither copied nor saved here.");
        break;
    }
    return step;
}

Step checked(const RotationRow &row, bool brief)
{
    const SuccessorCheck *answer = row.rotation.lastAnswer();
    Step step{
        brief ? Words::tr("Checked") : Words::tr("Check the new token"), {}, Step::State::Open};
    if (answer && answer->isProof()) {
        step.title = Words::tr("Checked");
        step.state = Step::State::Done;
        step.note = stepTime(answer->at, row, brief);
    } else if (answer) {
        step.note = Words::tr("refused %1").arg(stepTime(answer->at, row, brief));
    } else if (!brief) {
        step.note = Words::tr("Paste it from where it is kept: then you also know that it arrived "
                              "whole.");
    }
    return step;
}

QString endNote(const RotationRow &row)
{
    const Rotation &rotation = row.rotation;
    switch (row.standing.why) {
    case Why::RevokedByUs:
        return Words::tr("by you %1").arg(momentText(rotation.revokingAt, row.facts.now));
    case Why::RevokedOnDate:
        return Words::tr("on its date, %1").arg(momentText(rotation.revokingAt, row.facts.now));
    case Why::RevokedByOthers:
        return Words::tr("not by you");
    case Why::Expired:
        return momentText(rotation.old.expiresAt, row.facts.now);
    default:
        return {};
    }
}

Step oldRevoked(const RotationRow &row, bool brief)
{
    const Rotation &rotation = row.rotation;
    Step step{brief ? Words::tr("Old one revoked") : Words::tr("Revoke the old one"),
              {},
              Step::State::Open};
    if (row.standing.state == State::Done) {
        step.title = row.standing.why == Why::Expired ? Words::tr("Old one expired")
                                                      : Words::tr("Old one revoked");
        step.state = Step::State::Done;
        step.note = endNote(row);
        return step;
    }
    const bool ends = rotation.old.expiresAt != NoTime && rotation.old.expiresAt < NeverMs;
    switch (rotation.plan.way) {
    case Way::ByHand:
        step.note = brief  ? Words::tr("by hand")
                    : ends ? Words::tr("By hand. Otherwise it expires %1.")
                                 .arg(relativeTime(rotation.old.expiresAt, row.facts.now))
                           : Words::tr("By hand. It never expires.");
        break;
    case Way::OnDate:
        step.note = brief ? Words::tr("on %1").arg(shortDate(rotation.plan.at, row.facts.now))
                          //: when: "today, 18:00", "1 Sep, 18:00"
                          : Words::tr("Automatically: %1, if this program runs then.")
                                .arg(momentText(rotation.plan.at, row.facts.now));
        break;
    case Way::Keep:
        step.note = brief ? Words::tr("it is kept") : Words::tr("It is kept until it expires.");
        break;
    }
    return step;
}

RotationWords planNote(const RotationRow &row)
{
    const Rotation &rotation = row.rotation;
    const UtcMs now = row.facts.now;
    switch (rotation.plan.way) {
    case Way::ByHand:
        return {Words::tr("by hand"),
                rotation.plan.at == NoTime
                    ? QString()
                    : Words::tr("reminder on %1").arg(shortDate(rotation.plan.at, now))};
    case Way::OnDate:
        return {Words::tr("%1, automatic").arg(momentText(rotation.plan.at, now)),
                rotation.isProven() ? Words::tr("if this program runs")
                                    : Words::tr("if it is checked by then")};
    case Way::Keep:
        break;
    }
    return {Words::tr("kept until it expires"), momentText(rotation.old.expiresAt, now)};
}

RotationWords failureNote(const RotationRow &row)
{
    const Rotation &rotation = row.rotation;
    const UtcMs now = row.facts.now;
    const QString seen =
        rotation.seenActiveAt == NoTime
            ? Words::tr("it was not seen since")
            : Words::tr("seen active %1").arg(momentText(rotation.seenActiveAt, now));
    switch (row.standing.why) {
    case Why::RevokeRefused:
        return {rotation.revokeStatus == 0
                    ? Words::tr("asked %1, not sent").arg(momentText(rotation.revokingAt, now))
                    //: when, and the HTTP status
                    : Words::tr("asked %1, %2")
                          .arg(momentText(rotation.revokingAt, now))
                          .arg(rotation.revokeStatus),
                seen};
    case Why::RevokeUnknown:
        return {Words::tr("asked %1, no answer").arg(momentText(rotation.revokingAt, now)), seen};
    case Why::ActiveAgain:
        return {Words::tr("revoked %1").arg(momentText(rotation.revokingAt, now)),
                Words::tr("listed as active since")};
    default:
        return {planNote(row).lead, Words::tr("it still works")};
    }
}

} // namespace

QString rotationState(RotationStanding::State state)
{
    switch (state) {
    case State::Failed:
        return Words::tr("Failed");
    case State::Due:
        return Words::tr("Due");
    case State::Blocked:
        return Words::tr("Blocked");
    case State::Waiting:
        return Words::tr("Waiting");
    case State::Done:
        return Words::tr("Done");
    case State::GivenUp:
        return Words::tr("Given up");
    case State::NotBegun:
        break;
    }
    return {};
}

QString rotationsDue(const RotationCounts &counts)
{
    const int due = counts.at(std::size_t(State::Due));
    const int failed = counts.at(std::size_t(State::Failed));
    if (due > 0 && failed > 0)
        //: so many rotations are due, and so many have failed
        return Words::tr("%L1 due, %L2 failed").arg(due).arg(failed);
    if (due > 0)
        return Words::tr("%L1 due").arg(due);
    return failed > 0 ? Words::tr("%L1 failed").arg(failed) : QString();
}

RotationWords checkText(const SuccessorCheck &check, const ApiError &error, const Token &successor,
                        const QString &server)
{
    const QString place = shownName(server);
    const QString at = clockSeconds(check.at);
    switch (check.answer) {
    case Answer::Known:
        return {Words::tr("%1 knows it as %2 (%3).")
                    .arg(place, nameOf(successor), TokenText::shortId(successor.id)),
                Words::tr("Roles: %1. Until %2. Asked at %3.")
                    .arg(rolesOf(check.roles), mediumDate(check.expiresAt), at)};
    case Answer::OtherRoles:
        return {Words::tr("%1 knows it as %2 (%3), but not as asked.")
                    .arg(place, nameOf(successor), TokenText::shortId(successor.id)),
                Words::tr("Roles: %1. Until %2. Asked at %3.")
                    .arg(rolesOf(check.roles), mediumDate(check.expiresAt), at)};
    case Answer::Refused:
        //: when, and the HTTP status
        return {Words::tr("%1 refused it at %2 (%3).").arg(place, at).arg(check.httpStatus),
                Words::tr("Keep the old one.")};
    case Answer::NoAnswer:
        break;
    }
    return {Words::tr("Not known:"),
            error.kind == ApiError::Kind::TimedOut
                ? Words::tr("%1 did not answer in time.").arg(place)
                : Words::tr("%1 gave no answer that proves anything.").arg(place)};
}

QList<Step> rotationSteps(const RotationRow &row, bool brief)
{
    QList<Step> steps{made(row, brief), handedOver(row, brief), checked(row, brief),
                      oldRevoked(row, brief)};
    for (Step &step : steps) {
        if (step.state == Step::State::Done)
            continue;
        if (!brief && row.standing.isUnderWay())
            step.state = Step::State::Next;
        break;
    }
    return steps;
}

QString newTokenNote(const RotationRow &row)
{
    const Rotation &rotation = row.rotation;
    if (row.standing.why == Why::MayBeCreated)
        return Words::tr("may have been created");
    if (row.standing.why == Why::ValueLost)
        return Words::tr("its value is lost");
    if (row.standing.why == Why::BeingMade)
        return Words::tr("is being made");
    if (row.standing.why == Why::NewRevoked)
        return Words::tr("revoked");
    if (row.standing.why == Why::NewExpired)
        return Words::tr("expired");
    if (const SuccessorCheck *answer = rotation.lastAnswer())
        return (answer->isProof() ? Words::tr("checked %1") : Words::tr("refused %1"))
            .arg(momentText(answer->at, row.facts.now));
    return rotation.isHandedOver() ? Words::tr("handed over, not checked")
                                   : Words::tr("not handed over");
}

RotationWords oldTokenNote(const RotationRow &row)
{
    const Rotation &rotation = row.rotation;
    const UtcMs now = row.facts.now;
    switch (row.standing.state) {
    case State::Failed:
        return failureNote(row);
    case State::Due:
        return {row.standing.why == Why::DatePassed
                    ? momentText(rotation.plan.at, now)
                    : Words::tr("by hand, by %1").arg(shortDate(rotation.plan.at, now)),
                rotation.isProven() ? Words::tr("it still works")
                                    : Words::tr("the new one was not checked")};
    case State::Blocked:
        return {planNote(row).lead, Words::tr("you are signed in with it")};
    case State::Waiting:
        return row.standing.why == Why::BeingRevoked
                   ? RotationWords{Words::tr("is being revoked"), {}}
                   : planNote(row);
    case State::Done:
        switch (row.standing.why) {
        case Why::RevokedByUs:
            return {Words::tr("revoked by you"), momentText(rotation.revokingAt, now)};
        case Why::RevokedOnDate:
            return {Words::tr("revoked on its date"), momentText(rotation.revokingAt, now)};
        case Why::RevokedByOthers:
            return {Words::tr("revoked, not by you"), {}};
        default:
            return {Words::tr("expired"), momentText(rotation.old.expiresAt, now)};
        }
    case State::GivenUp:
        return {Words::tr("both kept"), momentText(rotation.givenUpAt, now)};
    case State::NotBegun:
        break;
    }
    return {};
}

QString rotationReason(const RotationRow &row)
{
    const QString server = shownName(row.server.name);
    switch (row.standing.why) {
    case Why::MayBeCreated:
        return Words::tr("The answer of %1 was lost: the new token may have been created. The "
                         "message about it says what was found.")
            .arg(server);
    case Why::ValueLost:
        return Words::tr("The new token was created, and its value did not arrive. Revoke it, and "
                         "rotate again.");
    case Why::NewRevoked:
        return Words::tr("The new token was revoked. The old one still works: rotate it again.");
    case Why::NewExpired:
        return Words::tr("The new token has expired. The old one still works: rotate it again.");
    case Why::NewRefused:
        return Words::tr("%1 refused the value of the new token. Keep the old one.").arg(server);
    case Why::RevokeRefused:
        return Words::tr("The old token was not revoked.");
    case Why::RevokeUnknown:
        return Words::tr("It is not known whether the old token was revoked.");
    case Why::ActiveAgain:
        return Words::tr("The old token was revoked, and %1 lists it as active again.").arg(server);
    case Why::DatePassed:
        return Words::tr("Its date has passed, and it was not revoked. Nothing is revoked late by "
                         "itself.");
    case Why::ReminderPassed:
        return Words::tr("The old token expires %1.")
            .arg(relativeTime(row.rotation.old.expiresAt, row.facts.now));
    case Why::SignedInWithOld:
        return Words::tr("You are signed in with the old token. Sign in with the new one first.");
    case Why::BeingMade:
        return Words::tr("Central is being asked for the new token.");
    case Why::BeingRevoked:
        return Words::tr("Central is being asked to revoke the old token.");
    case Why::BothKept:
        return Words::tr("You gave this rotation up. Nothing was revoked.");
    case Why::RevokedByOthers:
        return Words::tr("The old token is revoked, but not by you.");
    case Why::NotHandedOver:
    case Why::NotChecked:
    case Why::ForTheUser:
    case Why::ForTheDate:
    case Why::ForTheEnd:
    case Why::RevokedByUs:
    case Why::RevokedOnDate:
    case Why::Expired:
    case Why::NothingMade:
        break;
    }
    return {};
}

QString handOverSentence(const RotationRow &row)
{
    const SuccessorHandOver &done = row.rotation.handOver;
    switch (done.how) {
    case How::Copied:
        return Words::tr("Handed over: copied %1.").arg(momentText(done.at, row.facts.now));
    case How::Saved:
        return Words::tr("Handed over: saved %1.").arg(momentText(done.at, row.facts.now));
    case How::NotAtAll:
        break;
    }
    return row.rotation.isHandedOver()
               ? Words::tr("Handed over: it was pasted from where it is kept.")
               : Words::tr("Not handed over: it was neither copied nor saved here.");
}

QString checkSentence(const RotationRow &row)
{
    const SuccessorCheck *answer = row.rotation.lastAnswer();
    if (!answer || !answer->isProof())
        return Words::tr("The new one was not checked.");
    return Words::tr("Checked %1: %2 knows the new one.")
        .arg(momentText(answer->at, row.facts.now), shownName(row.server.name));
}

} // namespace rox
