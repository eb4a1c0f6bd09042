// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/centralclient.h"
#include "network/delivery.h"

#include <QObject>

namespace rox {

struct Answer;
class Wire;

/// "/v1/apitokens/<before><id>"; nothing for an id that cannot stand in a path: Central splits at
/// '/' even where it is encoded, and an empty one names another call.
[[nodiscard]] std::optional<QByteArray> tokenPath(const char *before, const QString &id);
/// What is said of such an id.
[[nodiscard]] ApiError badId();

/// Central's words for a token that is not there: 400 of get, 500 of revoke. A 404 is about the
/// path.
[[nodiscard]] bool saysTokenIsGone(const ApiError &error);

/// One revoke. If its answer was lost, the token is read to see what became of it; a second
/// revoking would do no harm, but would not tell either.
class RevokeCall final : public QObject
{
    Q_OBJECT

public:
    RevokeCall(Wire &wire, const QString &id, Delivery<Result<RevokeOutcome>> deliver,
               QObject *parent);

private:
    void judge(const Answer &answer);
    void readBack();
    void judgeReadBack(const Answer &answer);
    void finish(Result<RevokeOutcome> result);

    Wire &m_wire;
    QString m_id;
    Delivery<Result<RevokeOutcome>> m_deliver;
    ApiError m_lost; ///< why the answer was lost
};

} // namespace rox
