// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotation.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// `lead` before the token expires; if less than twice that is left, half of what is left.
UtcMs beforeTheEnd(const Token &token, UtcMs now, UtcMs lead)
{
    if (token.expiresAt == NoTime || token.expiresAt >= NeverMs)
        return NoTime;
    const UtcMs left = std::max<UtcMs>(token.expiresAt - now, 0);
    return token.expiresAt - std::min(lead, left / 2);
}

} // namespace

UtcMs reminderFor(const Token &old, UtcMs now)
{
    return beforeTheEnd(old, now, 2 * DayMs);
}

UtcMs latestDateFor(const Token &old, UtcMs now)
{
    return beforeTheEnd(old, now, DayMs);
}

QString successorName(const QString &name)
{
    return name + u"-2"_s;
}

const SuccessorCheck *Rotation::lastAnswer() const
{
    const auto last = std::find_if(checks.crbegin(), checks.crend(), [](const auto &check) {
        return check.answer != SuccessorCheck::Answer::NoAnswer;
    });
    return last == checks.crend() ? nullptr : &*last;
}

bool Rotation::isProven() const
{
    const SuccessorCheck *last = lastAnswer();
    return last && last->isProof();
}

bool Rotation::isHandedOver() const
{
    return handOver.how != SuccessorHandOver::How::NotAtAll
           || std::any_of(checks.cbegin(), checks.cend(), [](const SuccessorCheck &check) {
                  return check.isProof() && check.isFromStore;
              });
}

} // namespace rox
