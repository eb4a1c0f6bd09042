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
constexpr int GenerateKind = operationkind::Generate;
constexpr int RevokeKind = operationkind::Revoke;
constexpr int OddityKind = operationkind::Oddity;

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

/// Empty, and not null: the column takes no NULL.
QString chainText(const QUuid &chain)
{
    return chain.isNull() ? u""_s : uuidText(chain);
}

QString detailOf(const Settled &settled)
{
    QJsonObject detail;
    if (settled.httpStatus != 0)
        detail.insert(u"http"_s, settled.httpStatus);
    if (settled.lastSeenActiveAt != NoTime)
        detail.insert(u"seenActiveAt"_s, settled.lastSeenActiveAt);
    return detail.isEmpty()
               ? u""_s
               : QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
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

/// Chain, operation, kind, outcome, time, token, viewer and detail of one stored step.
ChainRow chainRowOf(const QVariantList &row, const QUuid &process, const HistoryFile &file)
{
    ChainRow step;
    step.chain = QUuid(row.at(0).toString());
    step.operation = QUuid(row.at(1).toString());
    step.kind = row.at(2).toInt();
    step.outcome = row.at(3).toInt();
    step.at = row.at(4).toLongLong();
    step.tokenId = row.at(5).toString();
    step.who = row.at(6).toString();
    step.detail = row.at(7).toString().toUtf8();
    if (step.outcome == Intended) {
        const QUuid of(
            QJsonDocument::fromJson(step.detail).object().value("process"_L1).toString());
        step.isOfRunning = of == process || file.isRunning(of);
    }
    return step;
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
                         Intended, chainText(intent.chain), textOrNull(intent.tokenId), m_viewer,
                         detailOf(intent, m_process), uuidText(intent.id)});
    return writeOperations();
}

void CentralHistory::settle(const Intent &intent, const Settled &settled)
{
    const QString &tokenId = intent.kind == Intent::Kind::Revoke ? intent.tokenId : settled.tokenId;
    m_operations.append({uuidText(intent.id), settled.at, inCentralsTime(settled.at),
                         kindOf(intent), int(settled.outcome), chainText(intent.chain),
                         textOrNull(tokenId), m_viewer, detailOf(settled), uuidText(intent.id)});
    writeOperations();
}

bool CentralHistory::note(const ChainNote &note)
{
    const QString operation = uuidText(QUuid::createUuid());
    m_operations.append({operation, note.at, inCentralsTime(note.at), note.kind, NotedOutcome,
                         chainText(note.chain), textOrNull(note.tokenId), m_viewer,
                         note.detail.isEmpty() ? u""_s : QString::fromUtf8(note.detail),
                         operation});
    return writeOperations();
}

void CentralHistory::writeOddity(const QString &id, const QString &what)
{
    m_operations.append({uuidText(QUuid::createUuid()), QDateTime::currentMSecsSinceEpoch(),
                         timeOrNull(NoTime), OddityKind, FirstFinal, u""_s, id, m_viewer, what,
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
        "who, detail) SELECT ?, coalesce(max(step), -1) + 1, 1, ?, ?, ?, ?, ?, ?, ?, ? "
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
        u"SELECT operation, kind, outcome, at, coalesce(id, ''), detail, chain FROM operation "
        u"WHERE "
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
        intent.chain = QUuid(rows.value(6).toString());
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

QList<ChainRow> CentralHistory::chains()
{
    QList<ChainRow> chains;
    if (ensureOpen()) {
        QSqlQuery rows = m_file.sql().run(
            u"SELECT chain, operation, kind, outcome, coalesce(central_at, at), coalesce(id, ''), "
            "who, detail FROM operation WHERE chain > '' ORDER BY at, kind DESC, operation, step"_s);
        while (rows.next()) {
            QVariantList row;
            for (int column = 0; column < 8; ++column)
                row.append(rows.value(column));
            chains.append(chainRowOf(row, m_process, m_file));
        }
        if (const auto failure = m_file.sql().failure())
            m_file.takeFailure(*failure);
    }
    for (const QVariantList &row : std::as_const(m_operations)) {
        if (!row.at(5).toString().isEmpty())
            chains.append(chainRowOf({row.at(5), row.at(0), row.at(3), row.at(4),
                                      row.at(2).isNull() ? row.at(1) : row.at(2), row.at(6),
                                      row.at(7), row.at(8)},
                                     m_process, m_file));
    }
    return chains;
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
