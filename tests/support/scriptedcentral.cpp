// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/scriptedcentral.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject accessJson(const AccessMap &access)
{
    static const QMap<Access, QString> names{{Access::None, u"NO_ACCESS"_s},
                                             {Access::Read, u"READ_ACCESS"_s},
                                             {Access::ReadWrite, u"READ_WRITE_ACCESS"_s}};
    QJsonObject object;
    for (auto it = access.cbegin(); it != access.cend(); ++it)
        object.insert(it.key(), names.value(it.value()));
    return object;
}

QJsonValue timeJson(UtcMs time)
{
    if (time == NoTime)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODate);
}

UtcMs timeOf(const QString &text)
{
    return text.isEmpty() ? NoTime : QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray ok(const QJsonObject &object)
{
    return httpReply(200, json(object));
}

QByteArray gone(int status, int code, const QString &id)
{
    return centralError(status, code, "token with id '" + id.toUtf8() + "' does not exist");
}

UtcMs wholeSecondsNow()
{
    return QDateTime::currentMSecsSinceEpoch() / 1000 * 1000;
}

} // namespace

QJsonObject tokenJson(const Token &token)
{
    return {{u"id"_s, token.id},
            {u"name"_s, token.name},
            {u"roles"_s, QJsonArray::fromStringList(token.roles)},
            {u"issuedAt"_s, timeJson(token.issuedAt)},
            {u"expiration"_s, timeJson(token.expiresAt)},
            {u"revoked"_s, token.revoked},
            {u"role"_s, token.roles.size() == 1 ? token.roles.first() : QString()}};
}

Token tokenNamed(const QString &name)
{
    const UtcMs now = wholeSecondsNow();
    return {u"id-of-"_s + name, name, {u"Analyst"_s}, now, now + 90 * DayMs, false};
}

ScriptedCentral::ScriptedCentral()
{
    m_server.play([this](const SeenRequest &request) {
        if (instead) {
            if (const auto fault = instead(request))
                return *fault;
        }
        return Fault{.bytes = answer(request)};
    });
}

int ScriptedCentral::seen(const QByteArray &method, const QByteArray &path) const
{
    const auto &all = m_server.requests();
    return int(std::count_if(all.cbegin(), all.cend(), [&](const SeenRequest &request) {
        return request.isWhole && request.method == method && request.target.contains(path);
    }));
}

QByteArray ScriptedCentral::answer(const SeenRequest &request)
{
    const QByteArray &path = request.target;
    const QString last =
        QString::fromUtf8(QByteArray::fromPercentEncoding(path.mid(path.lastIndexOf('/') + 1)));
    if (path == "/v1/apitokens") {
        QJsonArray all;
        for (const Token &token : tokens)
            all.append(tokenJson(token));
        return ok({{u"tokens"_s, all}});
    }
    if (path == "/v1/auth/status")
        return status();
    if (path == "/v1/mypermissions")
        return ok({{u"resourceToAccess"_s, accessJson(access)}});
    if (path == "/v1/metadata")
        return ok({{u"version"_s, u"4.8.2"_s}});
    if (path == "/v1/roles" || path == "/v1/permissionsets")
        return ok({{u"roles"_s, rolesJson()}, {u"permissionSets"_s, QJsonArray()}});
    if (path == "/v1/apitokens/generate/allowed-roles")
        return ok({{u"roleNames"_s, QJsonArray::fromStringList(allowedRoles)}});
    if (path == "/v1/apitokens/generate")
        return generated(request.body);
    if (request.method == "PATCH")
        return revoked(last);
    if (path.startsWith("/v1/apitokens/"))
        return one(last);
    return centralError(404, 5, "Not Found");
}

QByteArray ScriptedCentral::generated(const QByteArray &body)
{
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    Token token = tokenNamed(asked[u"name"_s].toString());
    token.id += u'-' + QString::number(tokens.size());
    token.roles.clear();
    const QJsonArray roles = asked[u"roles"_s].toArray();
    for (const auto &role : roles)
        token.roles.append(role.toString());
    if (const UtcMs expires = timeOf(asked[u"expiration"_s].toString()); expires != NoTime)
        token.expiresAt = expires;
    tokens.append(token);
    return ok(
        {{u"token"_s, u"eyJhbGciOiJSUzI1NiJ9.e30.made"_s}, {u"metadata"_s, tokenJson(token)}});
}

QByteArray ScriptedCentral::revoked(const QString &id)
{
    for (Token &token : tokens) {
        if (token.id == id) {
            token.revoked = true;
            return ok({});
        }
    }
    return gone(500, 13, id);
}

QByteArray ScriptedCentral::one(const QString &id) const
{
    for (const Token &token : tokens) {
        if (token.id == id)
            return ok(tokenJson(token));
    }
    return gone(400, 3, id);
}

QByteArray ScriptedCentral::status() const
{
    return ok({{u"userId"_s, QString(u"auth-token:"_s + signedInId)},
               {u"expires"_s, timeJson(wholeSecondsNow() + 30 * DayMs)},
               {u"userInfo"_s, QJsonObject{{u"username"_s, QString()},
                                           {u"friendlyName"_s, u"anonymous bearer token"_s},
                                           {u"roles"_s, QJsonArray()}}},
               {u"userAttributes"_s,
                QJsonArray{QJsonObject{{u"key"_s, u"name"_s},
                                       {u"values"_s, QJsonArray{u"desktop-test"_s}}}}}});
}

QJsonArray ScriptedCentral::rolesJson() const
{
    QJsonArray all;
    for (const RoleGrant &role : roleGrants)
        all.append(QJsonObject{{u"name"_s, role.name},
                               {u"accessScopeId"_s, role.scopeId},
                               {u"resourceToAccess"_s, accessJson(role.access)}});
    return all;
}

} // namespace rox::test
