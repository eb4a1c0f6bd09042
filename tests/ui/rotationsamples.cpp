// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/rotationsamples.h"

#include "tests/ui/dialogsamples.h"

#include <functional>

namespace rox::samples {

using namespace Qt::StringLiterals;
using Found = RotationFacts::Found;
using Way = OldTokenPlan::Way;

RotationRow rotation(const Clock &clock)
{
    const UtcMs now = clock.now();
    RotationRow row;
    row.key = u"prod"_s;
    row.server = server();
    Rotation &rotation = row.rotation;
    rotation.chain = QUuid::createUuid();
    rotation.old = {u"7c1e09ab-5d20-4c6f-9d3e-21b48f43e6c1"_s,
                    u"gitlab-runner-07"_s,
                    {u"Sensor Creator"_s, u"Continuous Integration"_s},
                    now - 81 * DayMs,
                    now + 9 * DayMs,
                    false};
    rotation.plan = {Way::ByHand, now + 7 * DayMs};
    rotation.begunAt = rotation.plannedAt = now - 5 * MinuteMs;
    rotation.draft = {u"gitlab-runner-07-2"_s, rotation.old.roles, now + 90 * DayMs};
    rotation.making = Rotation::Making::Made;
    rotation.madeAt = now - 4 * MinuteMs;
    rotation.newId = u"c2f06d7e-a90b-4d1c-8a5f-90041175e0d2"_s;
    rotation.handOver = {SuccessorHandOver::How::Copied, HandoverForm::EnvironmentLine,
                         now - 3 * MinuteMs};
    rotation.checks = {{.answer = SuccessorCheck::Answer::Known,
                        .at = now - 2 * MinuteMs,
                        .roles = rotation.old.roles,
                        .expiresAt = now + 90 * DayMs}};
    row.facts = {.now = now, .oldToken = Found::Live, .newToken = Found::Live, .listedAt = now};
    row.standing = standingOf(rotation, row.facts);
    return row;
}

QList<RotationRow> rotations(const Clock &clock)
{
    const UtcMs now = clock.now();
    QList<RotationRow> rows;
    const auto add = [&](const QString &name, const std::function<void(RotationRow &)> &change) {
        RotationRow row = rotation(clock);
        row.rotation.old.name = name;
        row.rotation.draft.name = name + u"-2"_s;
        change(row);
        row.standing = standingOf(row.rotation, row.facts);
        rows.append(row);
    };
    add(u"sensor-us-11"_s, [now](RotationRow &row) {
        row.rotation.revoking = Rotation::Revoking::NotDone;
        row.rotation.revokingAt = now - MinuteMs;
        row.rotation.revokeStatus = 503;
        row.rotation.seenActiveAt = now;
    });
    add(u"jenkins-prod-eu"_s, [now](RotationRow &row) {
        row.rotation.plan = {Way::OnDate, now - HourMs};
    });
    add(u"desktop-mkeller"_s, [](RotationRow &row) { row.facts.isSignedInWithOld = true; });
    add(u"gitlab-runner-07"_s, [](RotationRow &row) { row.rotation.checks.clear(); });
    add(u"argo-sync-us"_s, [now](RotationRow &row) {
        row.rotation.plan = {Way::OnDate, now + 7 * DayMs};
    });
    add(u"deploy-preview"_s, [](RotationRow &row) { row.rotation.plan = {Way::Keep, NoTime}; });
    add(u"ci-cache-warmer"_s, [now](RotationRow &row) {
        row.rotation.revoking = Rotation::Revoking::Done;
        row.rotation.revokingAt = now - MinuteMs;
        row.facts.oldToken = Found::Revoked;
    });
    add(u"smoke-2025"_s, [now](RotationRow &row) { row.rotation.givenUpAt = now - MinuteMs; });
    sortRows(&rows);
    return rows;
}

} // namespace rox::samples
