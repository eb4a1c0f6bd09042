// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/generatecall.h"

#include "network/central/exchange.h"
#include "network/central/tokendecoder.h"
#include "network/central/wire.h"
#include "network/timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Outcome = GenerateOutcome::Outcome;
using Kind = ApiError::Kind;

// Central keeps whole seconds.
UtcMs wholeSecond(UtcMs time)
{
    return time - ((time % SecondMs) + SecondMs) % SecondMs;
}

bool isIgnored(UtcMs asked, UtcMs got)
{
    return asked != NoTime && (got == NoTime || wholeSecond(asked) != wholeSecond(got));
}

// Gives the error the kind of the fate, and keeps its cause in `detail`.
ApiError renamed(ApiError cause, Kind kind)
{
    const auto name = QString::fromLatin1(QMetaEnum::fromType<Kind>().valueToKey(int(cause.kind)));
    cause.detail = cause.detail.isEmpty() ? name : name + ": "_L1 + cause.detail;
    cause.kind = kind;
    return cause;
}

// The error itself says that nothing reached Central, and why.
bool saysNotSent(Kind kind)
{
    switch (reach(kind)) {
    case Reach::NotSent:
    case Reach::NotReached:
    case Reach::NotTrusted:
        return true;
    case Reach::Lost:
        return kind == Kind::TimedOut;
    case Reach::Refused:
        return kind == Kind::BadRequest;
    case Reach::Failed:
        return false;
    }
    return false;
}

GenerateOutcome failed(Outcome fate, ApiError error)
{
    GenerateOutcome outcome;
    outcome.fate = fate;
    outcome.error = std::move(error);
    return outcome;
}

// A JSON object that ends before its last brace: the answer was cut off.
bool breaksOff(QByteArrayView json)
{
    json = json.trimmed();
    if (!json.startsWith('{'))
        return false;
    int depth = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (isText && c == '\\')
            ++i;
        else if (c == '"')
            isText = !isText;
        else if (!isText && (c == '{' || c == '['))
            ++depth;
        else if (!isText && (c == '}' || c == ']'))
            --depth;
        if (depth == 0)
            return false;
    }
    return true;
}

// A 2xx of JSON is the token service's own if it describes a token, or was cut off before it could.
// A gateway's complete JSON describes none.
bool isOfTokenService(const Answer &answer)
{
    return answer.end != Answer::End::Finished || answer.error != QNetworkReply::NoError
           || breaksOff(answer.body.view()) || describesToken(answer.body);
}

// Of a 2xx of JSON: Made, ValueLost or MayBeCreated.
GenerateOutcome madeOutcome(const Answer &answer, const TokenDraft &draft,
                            std::optional<ApiError> error)
{
    GenerateOutcome outcome;
    if (!error) {
        auto decoded = decodeGenerated(answer.body);
        if (decoded) {
            outcome.fate = Outcome::Made;
            outcome.value = std::move(decoded->value);
            outcome.token = std::move(decoded->token);
            outcome.expirationIgnored = isIgnored(draft.expiresAt, outcome.token.expiresAt);
            return outcome;
        }
        error = decoded.error();
        error->httpStatus = answer.status;
    }
    if (isOfTokenService(answer))
        return failed(Outcome::ValueLost, renamed(*error, Kind::ValueLost));
    return failed(Outcome::MayBeCreated, renamed(*error, Kind::MayBeCreated));
}

ApiError badExpiration()
{
    return errorOf(Kind::BadRequest, u"the expiration is not in the years 0001 to 9999"_s);
}

} // namespace

std::optional<QByteArray> generateBody(const TokenDraft &draft)
{
    QJsonObject body{{u"name"_s, draft.name},
                     {u"roles"_s, QJsonArray::fromStringList(draft.roles)}};
    if (draft.expiresAt != NoTime) {
        const auto expiration = formatTimestamp(draft.expiresAt);
        if (!expiration)
            return std::nullopt;
        body.insert(u"expiration"_s, *expiration);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

GenerateOutcome generateOutcome(const Answer &answer, const TokenDraft &draft)
{
    const auto error = errorOf(answer, Asked::Generate);
    switch (effectOf(answer)) {
    case Effect::Done:
        return madeOutcome(answer, draft, error);
    case Effect::Refused:
        return failed(Outcome::Refused, *error);
    case Effect::None:
        return failed(Outcome::NotSent,
                      saysNotSent(error->kind) ? *error : renamed(*error, Kind::NotSent));
    case Effect::Unknown:
        break;
    }
    return failed(Outcome::MayBeCreated, renamed(error.value_or(ApiError{}), Kind::MayBeCreated));
}

GenerateCall::GenerateCall(Wire &wire, const TokenDraft &draft,
                           Delivery<GenerateOutcome &&> deliver, QObject *parent)
    : QObject(parent)
    , m_deliver(std::move(deliver))
    , m_draft(draft)
{
    const auto body = generateBody(draft);
    if (!body) {
        QMetaObject::invokeMethod(
            this, [this] { finish(failed(Outcome::NotSent, badExpiration())); },
            Qt::QueuedConnection);
        return;
    }
    Exchange::Ask ask;
    ask.method = "POST"_ba;
    ask.path = "/v1/apitokens/generate"_ba;
    ask.body = *body;
    ask.onceOnly = true;
    ask.transferTimeout = wire.limits().generateTimeout;
    ask.maxBytes = wire.limits().maxRolesBytes;
    new Exchange(
        wire, std::move(ask), [this](Answer &&answer) { finish(generateOutcome(answer, m_draft)); },
        this);
}

void GenerateCall::finish(GenerateOutcome &&outcome)
{
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(outcome));
}

} // namespace rox
