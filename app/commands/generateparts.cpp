// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/generateparts.h"

#include "app/desktop/secretfile.h"
#include "app/servers/session.h"
#include "app/tokens/generateflow.h"
#include "models/roles/rolelistmodel.h"
#include "ui/generate/generateddialog.h"

#include <QPointer>

#include <utility>

namespace rox {

GenerateDialog::NameCount liveTokensNamed(Session *session)
{
    return [on = QPointer(session)](const QString &name) {
        return on && on->table()
                   ? int(on->table()->liveRowsNamed(name, on->centralClock()->now()).size())
                   : 0;
    };
}

std::shared_ptr<const CentralClock> clockOf(const Session &session)
{
    return std::make_shared<const CentralClock>(*session.centralClock());
}

void connectRoles(GenerateFlow *flow, GenerateDialog *dialog,
                  std::function<void(const AllowedRoles &)> show)
{
    const auto ask = [flow, dialog] {
        dialog->setRolesLoading(true);
        flow->askForRoles();
    };
    QObject::connect(dialog, &GenerateDialog::retryRolesRequested, flow, ask);
    QObject::connect(flow, &GenerateFlow::rolesRead, dialog,
                     [dialog, show = std::move(show)](const AllowedRoles &allowed) {
                         dialog->setRolesLoading(false);
                         if (allowed.unfiltered)
                             dialog->setRolesNote(GenerateDialog::tr(
                                 "This Central is older than 4.3 and does not say which roles "
                                 "you may give: it may refuse some of these."));
                         show(allowed);
                     });
    QObject::connect(flow, &GenerateFlow::rolesFailed, dialog,
                     [dialog, flow](const ApiError &error) {
                         dialog->setRolesLoading(false);
                         dialog->setRolesFailed(
                             sentenceFor(error, Operation::AllowedRoles, flow->server().name));
                     });
    ask();
}

void putIn(RoleListModel *roles, const QStringList &allowed, Session *session)
{
    roles->setRoles(allowed, session->roleGrants());
    QObject::disconnect(session, &Session::factsChanged, roles, nullptr);
    // What roles grant may be read later than which of them may be given.
    QObject::connect(session, &Session::factsChanged, roles, [roles, allowed, session] {
        if (roles->knownGrants().isEmpty() && !session->roleGrants().isEmpty())
            roles->setRoles(allowed, session->roleGrants());
    });
}

void connectSaving(GeneratedDialog *dialog, std::function<void()> saved)
{
    QObject::connect(dialog, &GeneratedDialog::saveRequested, dialog,
                     [dialog, saved = std::move(saved)](const QString &path) {
                         const Secret text = dialog->handedOver();
                         if (const auto done = saveSecret(path, text); !done) {
                             dialog->showSaveFailed(
                                 GeneratedDialog::tr("%1 was not saved: %2. Choose another place, "
                                                     "or copy the value.")
                                     .arg(path, done.error()));
                             return;
                         }
                         saved();
                         dialog->showSaved(path);
                     });
}

} // namespace rox
