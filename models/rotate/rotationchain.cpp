// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotationchain.h"

#include "models/history/journal.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace rox {

using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;
using How = SuccessorHandOver::How;
using Making = Rotation::Making;
using Revoking = Rotation::Revoking;
using Way = OldTokenPlan::Way;

namespace {

// Stored. Each is found by the number of its enumerator.
constexpr std::array Ways = {"byHand"_L1, "onDate"_L1, "keep"_L1};
constexpr std::array Hows = {""_L1, "copied"_L1, "saved"_L1};
constexpr std::array Answers = {"known"_L1, "otherRoles"_L1, "refused"_L1, "none"_L1};

template <class Enum, std::size_t N>
QString textOf(const std::array<QLatin1StringView, N> &texts, Enum value)
{
    return texts.at(std::size_t(value));
}

/// `otherwise`: for a text that a newer program may have written.
template <class Enum, std::size_t N>
Enum valueOf(const std::array<QLatin1StringView, N> &texts, const QString &text, Enum otherwise)
{
    const auto found = std::find(texts.begin(), texts.end(), text);
    return found == texts.end() ? otherwise : Enum(found - texts.begin());
}

UtcMs timeIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.contains(key) ? object.value(key).toInteger() : NoTime;
}

void putTime(QJsonObject &object, QLatin1StringView key, UtcMs time)
{
    if (time != NoTime)
        object.insert(key, time);
}

QStringList textsIn(const QJsonObject &object, QLatin1StringView key)
{
    QStringList texts;
    const auto list = object.value(key).toArray();
    for (const auto &each : list)
        texts.append(each.toString());
    return texts;
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A rotation while its steps are read.
struct Reading
{
    Rotation rotation;
    bool isPlanned = false;
    bool isOnDateNext = false; ///< the next revoke is asked for by the program
    QUuid generate, revoke;    ///< the operations that were asked for last
};

void takePlan(Reading &reading, const ChainRow &row, const QJsonObject &detail)
{
    Rotation &rotation = reading.rotation;
    rotation.chain = row.chain;
    rotation.old.id = row.tokenId;
    rotation.old.name = detail.value("name"_L1).toString();
    rotation.old.roles = textsIn(detail, "roles"_L1);
    rotation.old.issuedAt = timeIn(detail, "issuedAt"_L1);
    rotation.old.expiresAt = timeIn(detail, "expiresAt"_L1);
    rotation.plan.way = valueOf(Ways, detail.value("way"_L1).toString(), Way::ByHand);
    rotation.plan.at = timeIn(detail, "at"_L1);
    rotation.plannedAt = row.at;
    rotation.putOffAt = NoTime;
    if (!std::exchange(reading.isPlanned, true)) {
        rotation.begunAt = row.at;
        rotation.by = row.who;
    }
}

Making makingAfter(const ChainRow &row)
{
    switch (row.outcome) {
    case int(IntentOutcome::Unknown):
        return Making::Lost;
    case int(IntentOutcome::ValueLost):
        return Making::ValueLost;
    case int(IntentOutcome::Done):
        return Making::Made;
    default:
        return Making::NotMade;
    }
}

void takeGenerate(Reading &reading, const ChainRow &row, const QJsonObject &detail)
{
    Rotation &rotation = reading.rotation;
    if (row.outcome == 0) {
        reading.generate = row.operation;
        rotation.draft = {detail.value("name"_L1).toString(), textsIn(detail, "roles"_L1),
                          timeIn(detail, "expiresAt"_L1)};
        // The answer to a process that has ended is lost.
        rotation.making = row.isOfRunning ? Making::UnderWay : Making::Lost;
        return;
    }
    if (row.operation != reading.generate)
        return;
    rotation.making = makingAfter(row);
    if (rotation.making == Making::Made) {
        rotation.newId = row.tokenId;
        rotation.madeAt = row.at;
    }
}

Revoking revokingAfter(const ChainRow &row)
{
    switch (row.outcome) {
    case int(IntentOutcome::Unknown):
        return Revoking::Unknown;
    case int(IntentOutcome::Done):
        return Revoking::Done;
    case int(IntentOutcome::Gone):
        return Revoking::Gone;
    default:
        return Revoking::NotDone;
    }
}

void takeRevoke(Reading &reading, const ChainRow &row, const QJsonObject &detail)
{
    Rotation &rotation = reading.rotation;
    if (row.tokenId != rotation.old.id)
        return;
    if (row.outcome == 0) {
        reading.revoke = row.operation;
        rotation.revoking = row.isOfRunning ? Revoking::UnderWay : Revoking::Unknown;
        rotation.isRevokedOnDate = std::exchange(reading.isOnDateNext, false);
        rotation.revokeStatus = 0;
        rotation.seenActiveAt = NoTime;
    } else if (row.operation == reading.revoke) {
        rotation.revoking = revokingAfter(row);
        rotation.revokeStatus = detail.value("http"_L1).toInt();
        rotation.seenActiveAt = timeIn(detail, "seenActiveAt"_L1);
    }
    rotation.revokingAt = row.at;
}

void takeNote(Reading &reading, const ChainRow &row, const QJsonObject &detail)
{
    Rotation &rotation = reading.rotation;
    switch (row.kind) {
    case operationkind::RotationHandedOver:
        rotation.handOver = {valueOf(Hows, detail.value("how"_L1).toString(), How::NotAtAll),
                             formStoredAs(detail.value("form"_L1).toString()), row.at};
        break;
    case operationkind::RotationChecked:
        rotation.checks.append(
            {.answer = valueOf(Answers, detail.value("answer"_L1).toString(), Answer::NoAnswer),
             .isFromStore = detail.value("fromStore"_L1).toBool(),
             .at = row.at,
             .httpStatus = detail.value("http"_L1).toInt(),
             .roles = textsIn(detail, "roles"_L1),
             .expiresAt = timeIn(detail, "expiresAt"_L1)});
        break;
    case operationkind::RotationPutOff:
        rotation.putOffAt = row.at;
        break;
    case operationkind::RotationGivenUp:
        rotation.givenUpAt = row.at;
        break;
    case operationkind::RotationOnDate:
        reading.isOnDateNext = true;
        break;
    default: // of a newer program
        break;
    }
}

ChainNote noteOf(const Rotation &rotation, int kind, const QString &tokenId, UtcMs at)
{
    return {.chain = rotation.chain, .kind = kind, .at = at, .tokenId = tokenId};
}

} // namespace

QList<Rotation> rotationsOf(const QList<ChainRow> &rows)
{
    std::vector<Reading> readings;
    QHash<QUuid, std::size_t> places;
    for (const ChainRow &row : rows) {
        const auto place = places.constFind(row.chain);
        if (place == places.cend())
            places.insert(row.chain, readings.size());
        if (place == places.cend())
            readings.emplace_back();
        Reading &reading = readings.at(places.value(row.chain));
        const QJsonObject detail = QJsonDocument::fromJson(row.detail).object();
        if (row.kind == operationkind::RotationPlanned)
            takePlan(reading, row, detail);
        else if (row.kind == operationkind::Generate)
            takeGenerate(reading, row, detail);
        else if (row.kind == operationkind::Revoke)
            takeRevoke(reading, row, detail);
        else
            takeNote(reading, row, detail);
    }
    QList<Rotation> rotations;
    for (Reading &reading : readings) {
        if (reading.isPlanned)
            rotations.append(std::move(reading.rotation));
    }
    return rotations;
}

ChainNote plannedNote(const QUuid &chain, const Token &old, const OldTokenPlan &plan, UtcMs at)
{
    QJsonObject detail{{u"name"_s, old.name},
                       {u"roles"_s, QJsonArray::fromStringList(old.roles)},
                       {u"way"_s, textOf(Ways, plan.way)}};
    putTime(detail, "issuedAt"_L1, old.issuedAt);
    putTime(detail, "expiresAt"_L1, old.expiresAt);
    putTime(detail, "at"_L1, plan.at);
    return {.chain = chain,
            .kind = operationkind::RotationPlanned,
            .at = at,
            .tokenId = old.id,
            .detail = bytesOf(detail)};
}

ChainNote handedOverNote(const Rotation &rotation, const SuccessorHandOver &handOver, UtcMs at)
{
    ChainNote note = noteOf(rotation, operationkind::RotationHandedOver, rotation.newId, at);
    note.detail = bytesOf({{u"how"_s, textOf(Hows, handOver.how)},
                           {u"form"_s, QString(infoOf(handOver.form).storedAs)}});
    return note;
}

ChainNote checkedNote(const Rotation &rotation, const SuccessorCheck &check, UtcMs at)
{
    QJsonObject detail{{u"answer"_s, textOf(Answers, check.answer)},
                       {u"fromStore"_s, check.isFromStore},
                       {u"roles"_s, QJsonArray::fromStringList(check.roles)}};
    if (check.httpStatus != 0)
        detail.insert(u"http"_s, check.httpStatus);
    putTime(detail, "expiresAt"_L1, check.expiresAt);
    ChainNote note = noteOf(rotation, operationkind::RotationChecked, rotation.newId, at);
    note.detail = bytesOf(detail);
    return note;
}

ChainNote putOffNote(const Rotation &rotation, UtcMs at)
{
    return noteOf(rotation, operationkind::RotationPutOff, rotation.old.id, at);
}

ChainNote onDateNote(const Rotation &rotation, UtcMs at)
{
    return noteOf(rotation, operationkind::RotationOnDate, rotation.old.id, at);
}

ChainNote givenUpNote(const Rotation &rotation, UtcMs at)
{
    return noteOf(rotation, operationkind::RotationGivenUp, rotation.old.id, at);
}

} // namespace rox
