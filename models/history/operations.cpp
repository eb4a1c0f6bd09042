// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// Stored.
constexpr int Intended = 0;
constexpr int FirstFinal = int(IntentOutcome::Done); // an operation with a smaller outcome is open
constexpr int GenerateKind = 1;
constexpr int RevokeKind = 2;
constexpr int OddityKind = 9;

QVariant timeOrNull(UtcMs time)
{
    return time == NoTime ? QVariant(QMetaType::fromType<qint64>()) : QVariant(time);
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<int>()) : QVariant(text);
}

int kindOf(const Intent &intent)
{
    return intent.kind == Intent::Kind::Generate ? GenerateKind : RevokeKind;
}

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString detailOf(const Intent &intent, const QUuid &process)
{
    QJsonObject detail{{u"process"_s, uuidText(process)}};
    if (intent.kind == Intent::Kind::Generate) {
        detail.insert(u"name"_s, intent.draft.name);
        detail.insert(u"roles"_s, QJsonArray::fromStringList(intent.draft.roles));
        if (intent.draft.expiresAt != NoTime)
            detail.insert(u"expiresAt"_s, intent.draft.expiresAt);
        detail.insert(u"idsBefore"_s, QJsonArray::fromStringList(intent.idsBefore));
    }
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const auto list = value.toArray();
    for (const auto &each : list)
        texts.append(each.toString());
    return texts;
}

void takeDetail(Intent &intent, const QJsonObject &detail)
{
    intent.draft.name = detail.value("name"_L1).toString();
    intent.draft.roles = textsOf(detail.value("roles"_L1));
    if (detail.contains("expiresAt"_L1))
        intent.draft.expiresAt = detail.value("expiresAt"_L1).toInteger();
    intent.idsBefore = textsOf(detail.value("idsBefore"_L1));
}

} // namespace

bool CentralHistory::append(const Intent &intent)
{
    m_operations.append({uuidText(intent.id), intent.askedAt, timeOrNull(NoTime), kindOf(intent),
                         Intended, textOrNull(intent.tokenId), m_viewer,
                         detailOf(intent, m_process), uuidText(intent.id)});
    return writeOperations();
}

void CentralHistory::settle(const Intent &intent, const Settled &settled)
{
    const QString &tokenId = intent.kind == Intent::Kind::Revoke ? intent.tokenId : settled.tokenId;
    m_operations.append({uuidText(intent.id), settled.at, inCentralsTime(settled.at),
                         kindOf(intent), int(settled.outcome), textOrNull(tokenId), m_viewer,
                         QString(), uuidText(intent.id)});
    writeOperations();
}

void CentralHistory::writeOddity(const QString &id, const QString &what)
{
    m_operations.append({uuidText(QUuid::createUuid()), QDateTime::currentMSecsSinceEpoch(),
                         timeOrNull(NoTime), OddityKind, FirstFinal, id, m_viewer, what,
                         QString()});
}

/// Every step is a row of its own, so that nothing that was written is changed.
bool CentralHistory::writeOperations()
{
    if (m_operations.isEmpty())
        return true;
    if (!ensureOpen() || !m_file.mayWrite())
        return false;
    Sql &sql = m_file.sql();
    sql.begin();
    QSqlQuery insert = sql.prepared(
        u"INSERT INTO operation (operation, step, central, at, central_at, kind, outcome, chain, "
        u"id, "
        "who, detail) SELECT ?, coalesce(max(step), -1) + 1, 1, ?, ?, ?, ?, '', ?, ?, ? "
        "FROM operation WHERE operation = ?"_s);
    for (const QVariantList &row : std::as_const(m_operations))
        sql.run(insert, row);
    insert.finish();
    if (const auto failure = sql.commit()) {
        m_file.takeFailure(*failure);
        return false;
    }
    m_operations.clear();
    m_file.noteWritten();
    return true;
}

QList<Intent> CentralHistory::openIntents()
{
    QList<Intent> intents;
    if (!ensureOpen())
        return intents;
    QSqlQuery rows = m_file.sql().run(
        u"SELECT operation, kind, outcome, at, coalesce(id, ''), detail FROM operation WHERE "
        "operation IN (SELECT operation FROM operation GROUP BY operation HAVING max(outcome) < "
        "%1) "
        "ORDER BY operation, step"_s.arg(FirstFinal));
    while (rows.next()) {
        const QUuid id(rows.value(0).toString());
        if (rows.value(2).toInt() != Intended) {
            if (!intents.isEmpty() && intents.last().id == id)
                intents.last().isValueLost |=
                    rows.value(2).toInt() == int(IntentOutcome::ValueLost);
            continue;
        }
        const QJsonObject detail =
            QJsonDocument::fromJson(rows.value(5).toString().toUtf8()).object();
        const QUuid process(detail.value("process"_L1).toString());
        if (process == m_process || m_file.isRunning(process))
            continue; // it knows itself what became of it
        Intent intent;
        intent.id = id;
        intent.kind =
            rows.value(1).toInt() == RevokeKind ? Intent::Kind::Revoke : Intent::Kind::Generate;
        intent.askedAt = rows.value(3).toLongLong();
        intent.tokenId = rows.value(4).toString();
        takeDetail(intent, detail);
        intents.append(intent);
    }
    if (const auto failure = m_file.sql().failure())
        m_file.takeFailure(*failure);
    std::stable_sort(intents.begin(), intents.end(), [](const Intent &left, const Intent &right) {
        return left.askedAt < right.askedAt;
    });
    return intents;
}

/// What this program did, and Central confirmed.
void CentralHistory::readOperations(TokenHistory &history)
{
    QSqlQuery rows = m_file.sql().run(
        u"SELECT id, kind, coalesce(central_at, at) FROM operation WHERE central = 1 "
        "AND id IS NOT NULL AND outcome = %1 AND kind <> %2"_s.arg(FirstFinal)
            .arg(OddityKind));
    while (rows.next()) {
        TokenLife &life = history.lives[rows.value(0).toString()];
        const UtcMs time = rows.value(2).toLongLong();
        if (rows.value(1).toInt() == GenerateKind)
            life.madeAt = time;
        else if (life.revokedAt == NoTime || time < life.revokedAt)
            life.revokedAt = time;
    }
}

} // namespace rox
