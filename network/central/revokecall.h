// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/delivery.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace rox {

struct Answer;
class Wire;

/// "/v1/apitokens/<before><id>". Nothing for an id that cannot be part of a path: Central splits at
/// '/' even if it is encoded, and an empty id would name another call.
[[nodiscard]] std::optional<QByteArray> tokenPath(const char *before, const QString &id);
/// The error for such an id.
[[nodiscard]] ApiError badId();

/// One revoke, and the only judge of what became of it (RevokeVerdict).
///
/// A refusal is read back once, because Central may have refused after it had revoked. After an
/// answer that was lost or proves nothing, the token is read at once and again after each pause of
/// Limits::readBackAfter, until a reading shows it revoked or gone: Central may still be at work on
/// a request that timed out here. A second PATCH would do no harm, but would prove nothing either.
class RevokeCall final : public QObject
{
    Q_OBJECT

public:
    RevokeCall(Wire &wire, const QString &id, Delivery<RevokeVerdict> deliver, QObject *parent);

private:
    using Outcome = RevokeVerdict::Outcome;
    enum class Reading { Revoked, Gone, Active, Failed };

    void judge(const Answer &answer);
    void readBack();
    [[nodiscard]] Reading readingOf(const Answer &answer) const;
    void judgeReadBack(Reading reading);
    void readAgainOrGiveUp();
    void finish(Outcome fate);

    Wire &m_wire;
    QString m_id;
    Delivery<RevokeVerdict> m_deliver;
    RevokeVerdict m_verdict;
    bool m_wasRefused = false; ///< else the answer was lost
    std::size_t m_pauses = 0;  ///< how many of Limits::readBackAfter are over
    QElapsedTimer m_sinceLoss;
    QTimer m_pause;
};

} // namespace rox
