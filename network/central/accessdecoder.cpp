// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/accessdecoder.h"

#include "network/central/jsonreply.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

template <class T>
Result<T> resultOf(const JsonReply &in, T &&value)
{
    if (in.failed())
        return tl::make_unexpected(in.error());
    return std::forward<T>(value);
}

// The map may be null or missing, which grants nothing.
bool readAccess(JsonReply &in, ondemand::value &value, AccessMap &access)
{
    if (in.isNull(value))
        return true;
    return in.eachField(value, "resourceToAccess",
                        [&](std::string_view key, ondemand::value &name) {
                            QString level;
                            if (!in.text(name, "resourceToAccess", level))
                                return false;
                            access.insert(QString::fromUtf8(key.data(), qsizetype(key.size())),
                                          accessFromName(level));
                            return true;
                        });
}

bool readTexts(JsonReply &in, ondemand::value &value, const char *where, QStringList &texts)
{
    return in.eachElement(value, where, [&](ondemand::value &element) {
        return in.text(element, where, texts.emplaceBack());
    });
}

bool readRole(JsonReply &in, ondemand::value &value, RoleEntry &entry)
{
    RoleGrant &role = entry.role;
    const bool read =
        in.eachField(value, "role", [&](std::string_view key, ondemand::value &inside) {
            if (key == "name")
                return in.text(inside, "name", role.name);
            if (key == "description")
                return in.text(inside, "description", role.description);
            if (key == "permissionSetId")
                return in.text(inside, "permissionSetId", entry.permissionSetId);
            if (key == "accessScopeId")
                return in.text(inside, "accessScopeId", role.scopeId);
            if (key == "resourceToAccess")
                return readAccess(in, inside, role.access);
            return true;
        });
    return read && (!role.name.isEmpty() || in.wrong("role", "has no name"));
}

bool readRoles(JsonReply &in, ondemand::value &value, QList<RoleEntry> &roles)
{
    return in.eachElement(value, "roles", [&](ondemand::value &element) {
        return readRole(in, element, roles.emplaceBack());
    });
}

struct UserInfo
{
    QString userName;
    QString friendlyName;
    QStringList roles;
};

bool readUserInfo(JsonReply &in, ondemand::value &value, UserInfo &user)
{
    if (in.isNull(value))
        return true;
    return in.eachField(value, "userInfo", [&](std::string_view key, ondemand::value &inside) {
        if (key == "username")
            return in.text(inside, "username", user.userName);
        if (key == "friendlyName")
            return in.text(inside, "friendlyName", user.friendlyName);
        if (key != "roles")
            return true;
        QList<RoleEntry> roles;
        if (!readRoles(in, inside, roles))
            return false;
        for (const RoleEntry &entry : std::as_const(roles))
            user.roles.append(entry.role.name);
        return true;
    });
}

// The first value of the attribute "name", which is the name of an API token.
bool readAttributes(JsonReply &in, ondemand::value &value, QString &name)
{
    return in.eachElement(value, "userAttributes", [&](ondemand::value &element) {
        QString key;
        QStringList values;
        const bool read = in.eachField(
            element, "userAttributes", [&](std::string_view field, ondemand::value &inside) {
                if (field == "key")
                    return in.text(inside, "key", key);
                return field != "values" || readTexts(in, inside, "values", values);
            });
        if (read && key == "name"_L1)
            name = values.value(0);
        return read;
    });
}

} // namespace

Result<QStringList> decodeRoleNames(const ReplyBody &body)
{
    JsonReply in(body);
    QStringList names;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "roleNames")
            return true;
        found = true;
        return readTexts(in, value, "roleNames", names);
    });
    if (complete && !found)
        in.wrong("roleNames", "missing");
    return resultOf(in, std::move(names));
}

Result<QList<RoleEntry>> decodeRoles(const ReplyBody &body)
{
    JsonReply in(body);
    QList<RoleEntry> roles;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "roles")
            return true;
        found = true;
        return readRoles(in, value, roles);
    });
    if (complete && !found)
        in.wrong("roles", "missing");
    return resultOf(in, std::move(roles));
}

Result<PermissionSets> decodePermissionSets(const ReplyBody &body)
{
    JsonReply in(body);
    PermissionSets sets;
    bool found = false;
    const auto readSet = [&](ondemand::value &element) {
        QString id;
        AccessMap access;
        const bool read = in.eachField(
            element, "permissionSet", [&](std::string_view key, ondemand::value &value) {
                if (key == "id")
                    return in.text(value, "id", id);
                return key != "resourceToAccess" || readAccess(in, value, access);
            });
        sets.insert(id, access);
        return read && (!id.isEmpty() || in.wrong("permissionSet", "has no id"));
    };
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "permissionSets")
            return true;
        found = true;
        return in.eachElement(value, "permissionSets", readSet);
    });
    if (complete && !found)
        in.wrong("permissionSets", "missing");
    return resultOf(in, std::move(sets));
}

Result<ScopeNames> decodeAccessScopes(const ReplyBody &body)
{
    JsonReply in(body);
    ScopeNames names;
    bool found = false;
    const auto readScope = [&](ondemand::value &element) {
        QString id;
        QString name;
        const bool read =
            in.eachField(element, "accessScope", [&](std::string_view key, ondemand::value &value) {
                if (key == "id")
                    return in.text(value, "id", id);
                return key != "name" || in.text(value, "name", name);
            });
        names.insert(id, name);
        return read && (!id.isEmpty() || in.wrong("accessScope", "has no id"));
    };
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "accessScopes")
            return true;
        found = true;
        return in.eachElement(value, "accessScopes", readScope);
    });
    if (complete && !found)
        in.wrong("accessScopes", "missing");
    return resultOf(in, std::move(names));
}

Result<Identity> decodeIdentity(const ReplyBody &body)
{
    static constexpr auto TokenPrefix = "auth-token:"_L1;
    JsonReply in(body);
    Identity who;
    UserInfo user;
    QString tokenName;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key == "userId") {
            found = true;
            return in.text(value, "userId", who.userId);
        }
        if (key == "serviceId") { // a service has this instead of userId
            found = true;
            return true;
        }
        if (key == "expires")
            return in.time(value, "expires", who.expiresAt);
        if (key == "userInfo")
            return readUserInfo(in, value, user);
        return key != "userAttributes" || readAttributes(in, value, tokenName);
    });
    if (complete && !found)
        in.wrong("userId", "missing");
    if (who.userId.startsWith(TokenPrefix))
        who.tokenId = who.userId.mid(TokenPrefix.size());
    who.roles = user.roles;
    who.displayName = user.userName.isEmpty() ? user.friendlyName : user.userName;
    if (!who.tokenId.isEmpty() && !tokenName.isEmpty())
        who.displayName = tokenName;
    return resultOf(in, std::move(who));
}

Result<Permissions> decodePermissions(const ReplyBody &body)
{
    JsonReply in(body);
    Permissions permissions;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "resourceToAccess")
            return true;
        found = true;
        return readAccess(in, value, permissions.access);
    });
    if (complete && !found)
        in.wrong("resourceToAccess", "missing");
    return resultOf(in, std::move(permissions));
}

Result<QString> decodeVersion(const ReplyBody &body)
{
    JsonReply in(body);
    QString version;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "version")
            return true;
        found = true;
        return in.text(value, "version", version);
    });
    if (complete && !found)
        in.wrong("version", "missing");
    return resultOf(in, std::move(version));
}

std::optional<ErrorBody> decodeErrorBody(const ReplyBody &body)
{
    JsonReply in(body);
    ErrorBody error;
    bool hasCode = false;
    bool hasText = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key == "code") {
            hasCode = in.number(value, "code", error.code);
            return hasCode;
        }
        if (key == "message" || (key == "error" && !hasText)) { // both have the same text
            hasText = in.text(value, "message", error.message);
            return hasText;
        }
        return true;
    });
    if (!complete || !hasCode || !hasText)
        return std::nullopt;
    return error;
}

} // namespace rox
