// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/roletext.h"

#include "models/values/visibletext.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShortId = 8;
constexpr int NamedWrites = 3; ///< more are counted
constexpr int NamedReads = 3;

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

QString grantSummary(const QStringList &writes, const QStringList &reads)
{
    if (writes.isEmpty() && reads.isEmpty())
        return RoleText::tr("Grants nothing");
    if (writes.isEmpty()) {
        return reads.size() <= NamedReads
                   ? RoleText::tr("Reads %1").arg(reads.join(", "_L1))
                   : RoleText::tr("Reads %Ln resource(s), writes none", nullptr, int(reads.size()));
    }
    const int written = int(writes.size());
    const int read = int(reads.size());
    if (written > NamedWrites) {
        if (read == 0)
            return RoleText::tr("Writes %Ln resource(s)", nullptr, written);
        return read == 1 ? RoleText::tr("Writes %Ln resource(s), reads %1", nullptr, written)
                               .arg(reads[0])
                         : RoleText::tr("Writes %Ln resource(s), reads %L1 more", nullptr, written)
                               .arg(read);
    }
    const QString named = writes.join(", "_L1);
    if (read == 0)
        return RoleText::tr("Writes %1").arg(named);
    return read == 1 ? RoleText::tr("Writes %1, reads %2").arg(named, reads[0])
                     : RoleText::tr("Writes %1, reads %Ln more", nullptr, read).arg(named);
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
