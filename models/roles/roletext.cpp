// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/roletext.h"

#include "models/values/visibletext.h"

#include <QCoreApplication>

namespace rox {

namespace {

constexpr int ShortId = 8;

struct RoleText
{
    Q_DECLARE_TR_FUNCTIONS(rox::RoleText)
};

} // namespace

QStringList grantsAsText(const AccessMap &access)
{
    QStringList texts;
    for (auto it = access.cbegin(); it != access.cend(); ++it) {
        const QString resource = visibleText(it.key());
        if (it.value() == Access::ReadWrite)
            //: %1 is a resource of Central: "Image (write)"
            texts.append(RoleText::tr("%1 (write)").arg(resource));
        else if (it.value() == Access::Read)
            //: %1 is a resource of Central: "Image (read)"
            texts.append(RoleText::tr("%1 (read)").arg(resource));
    }
    return texts;
}

QString scopeText(const RoleGrant &role)
{
    if (role.isUnrestricted())
        //: Central's name of the access scope without limits
        return RoleText::tr("Unrestricted");
    if (!role.scopeName.isEmpty())
        return shownName(role.scopeName);
    //: %1 is the begin of an id
    return RoleText::tr("Access scope %1").arg(shownName(role.scopeId.left(ShortId)));
}

} // namespace rox
