// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/valuequestion.h"

#include <QSet>

#include <utility>

namespace rox {

using Answer = SuccessorCheck::Answer;

namespace {

bool sameRoles(const QStringList &left, const QStringList &right)
{
    return QSet<QString>(left.cbegin(), left.cend()) == QSet<QString>(right.cbegin(), right.cend());
}

/// Central keeps whole seconds.
bool sameTime(UtcMs left, UtcMs right)
{
    return left == NoTime || right == NoTime || qAbs(left - right) <= SecondMs;
}

} // namespace

SuccessorCheck checkOf(const Result<Identity> &who, const Token &successor, UtcMs now)
{
    SuccessorCheck check;
    check.at = now;
    if (!who) {
        const bool isRefused = who.error().kind == ApiError::Kind::Unauthenticated;
        check.answer = isRefused ? Answer::Refused : Answer::NoAnswer;
        check.httpStatus = who.error().httpStatus;
        return check;
    }
    if (who->tokenId != successor.id)
        return check; // no Central answers so: it proves nothing
    check.roles = who->roles;
    check.expiresAt = who->expiresAt;
    check.answer =
        sameRoles(who->roles, successor.roles) && sameTime(who->expiresAt, successor.expiresAt)
            ? Answer::Known
            : Answer::OtherRoles;
    return check;
}

void askWithValue(const CentralClient &known, const Secret &value, const Limits &limits,
                  QObject *parent, Handler<Identity> handler)
{
    // HTTP/1.1: over HTTP/2 Qt sends a request again that was answered with 401.
    Connection connection{
        known.endpoint(), {Credential::Kind::ApiToken, {}, value.clone()}, known.trust(), true};
    auto *client = new CentralClient(std::move(connection), limits, parent);
    client->identity(parent, [client, handler = std::move(handler)](const Result<Identity> &who) {
        client->deleteLater();
        handler(who);
    });
}

} // namespace rox
