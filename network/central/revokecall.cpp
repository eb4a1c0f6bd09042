// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/revokecall.h"

#include "network/central/exchange.h"
#include "network/central/tokendecoder.h"
#include "network/central/wire.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

// Central answers a successful revoke with {}. Another object with a 2xx may come from a gateway,
// and proves nothing.
bool isEmptyObject(const Answer &answer)
{
    constexpr qint64 most = 64;
    if (answer.body.size() > most)
        return false;
    const QByteArray body = answer.body.view().toByteArray().trimmed();
    return body.startsWith('{') && body.endsWith('}') && body.size() >= 2
           && body.sliced(1, body.size() - 2).trimmed().isEmpty();
}

} // namespace

std::optional<QByteArray> tokenPath(const char *before, const QString &id)
{
    if (id.isEmpty() || id.contains(u'/') || id == "."_L1 || id == ".."_L1)
        return std::nullopt;
    return "/v1/apitokens/"_ba + before + QUrl::toPercentEncoding(id);
}

ApiError badId()
{
    return errorOf(ApiError::Kind::BadRequest,
                   u"no token has this id: it is empty or holds a slash"_s);
}

RevokeCall::RevokeCall(Wire &wire, const QString &id, Delivery<RevokeVerdict> deliver,
                       QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_id(id)
    , m_deliver(std::move(deliver))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RevokeCall::readBack);
    const auto path = tokenPath("revoke/", id);
    if (!path) {
        m_verdict.error = badId();
        QMetaObject::invokeMethod(
            this, [this] { finish(Outcome::NotSent); }, Qt::QueuedConnection);
        return;
    }
    Exchange::Ask ask;
    ask.method = "PATCH"_ba;
    ask.path = *path;
    ask.body = "{}"_ba;
    ask.transferTimeout = wire.limits().transferTimeout;
    new Exchange(
        wire, std::move(ask), [this](Answer &&answer) { judge(answer); }, this);
}

void RevokeCall::judge(const Answer &answer)
{
    const auto error = errorOf(answer, Asked::oneToken(m_id));
    const Effect effect = effectOf(answer);
    if (!error && isEmptyObject(answer)) {
        finish(Outcome::Revoked);
        return;
    }
    if (error && error->kind == ApiError::Kind::NotFound) {
        finish(Outcome::AlreadyGone);
        return;
    }
    if (error) {
        m_verdict.error = *error;
    } else {
        m_verdict.error.kind = ApiError::Kind::WrongShape;
        m_verdict.error.httpStatus = answer.status;
    }
    if (effect == Effect::None) {
        finish(Outcome::NotSent);
        return;
    }
    m_wasRefused = effect == Effect::Refused;
    m_sinceLoss.start();
    readBack();
}

void RevokeCall::readBack()
{
    Exchange::Ask ask;
    ask.method = "GET"_ba;
    ask.path = tokenPath("", m_id).value_or(QByteArray());
    ask.transferTimeout = m_wire.limits().transferTimeout;
    new Exchange(
        m_wire, std::move(ask), [this](Answer &&answer) { judgeReadBack(readingOf(answer)); },
        this);
}

RevokeCall::Reading RevokeCall::readingOf(const Answer &answer) const
{
    if (const auto error = errorOf(answer, Asked::oneToken(m_id)))
        return error->kind == ApiError::Kind::NotFound ? Reading::Gone : Reading::Failed;
    const auto token = decodeToken(answer.body);
    if (!token || token->id != m_id)
        return Reading::Failed;
    return token->revoked ? Reading::Revoked : Reading::Active;
}

void RevokeCall::judgeReadBack(Reading reading)
{
    if (reading == Reading::Active)
        m_verdict.lastSeenActiveAt = QDateTime::currentMSecsSinceEpoch();
    if (reading == Reading::Revoked) {
        m_verdict.wasReadBack = true;
        finish(Outcome::Revoked);
    } else if (reading == Reading::Gone) {
        finish(Outcome::AlreadyGone);
    } else if (m_wasRefused) {
        finish(reading == Reading::Active ? Outcome::StillActive : Outcome::Refused);
    } else {
        readAgainOrGiveUp();
    }
}

void RevokeCall::readAgainOrGiveUp()
{
    const auto &pauses = m_wire.limits().readBackAfter;
    if (m_pauses >= pauses.size()) {
        finish(Outcome::Unknown);
        return;
    }
    // A reading that took longer than the next pauses replaces them.
    const std::chrono::milliseconds elapsed(m_sinceLoss.elapsed());
    while (m_pauses + 1 < pauses.size() && pauses[m_pauses] <= elapsed)
        ++m_pauses;
    const auto left = pauses[m_pauses++] - elapsed;
    m_pause.start(std::max(left, std::chrono::milliseconds(0)));
}

void RevokeCall::finish(Outcome fate)
{
    m_verdict.fate = fate;
    m_verdict.provenAt = QDateTime::currentMSecsSinceEpoch();
    if (m_verdict.isDone()) {
        m_verdict.error = {};
        m_verdict.lastSeenActiveAt = NoTime;
    }
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(m_verdict));
}

} // namespace rox
