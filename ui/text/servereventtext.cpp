// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/servereventtext.h"

#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"
#include "ui/text/keychaintext.h"
#include "ui/text/times.h"

namespace rox {

namespace {

using Kind = ServerEvent::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerEvents)
};

QString causeOf(const ServerEvent &event)
{
    if (event.error)
        return sentenceFor(*event.error, Operation::Connect, event.name).cause;
    return event.keychain ? sentenceFor(event.keychain->state, event.name).cause : QString();
}

} // namespace

QString serverEventText(const ServerEvent &event)
{
    const QString name = shownName(event.name);
    const QString cause = causeOf(event);
    switch (event.kind) {
    case Kind::SignInNotRenewed:
        return Words::tr("The sign-in to %1 ends at %2 and was not renewed: %3")
            .arg(name, clockTime(event.at), cause);
    case Kind::SignInNotKept:
        return Words::tr("The sign-in to %1 goes on, but is not kept for the next start: %2")
            .arg(name, cause);
    case Kind::RemovedNotForgotten:
        return Words::tr("%1 was removed. This computer offers no keychain at the moment: a "
                         "credential that was kept there is still in it.")
            .arg(name);
    case Kind::NotRemoved:
        if (event.keychain && event.keychain->state == KeychainState::Locked)
            return Words::tr("%1 was not removed, for its credential is still kept: %2 Unlock it, "
                             "then remove the server again.")
                .arg(name, cause);
        return Words::tr("%1 was not removed, for its credential may still be kept: %2 Try again "
                         "later.")
            .arg(name, cause);
    case Kind::NotImported:
        return Words::tr("%1 was not imported: %2").arg(name, cause);
    case Kind::NothingToImport:
        return Words::tr("Nothing to import: roxctl is signed in to no Central. Sign in with "
                         "\"roxctl central login\", then import again.");
    case Kind::AllImported:
        return Words::tr("Nothing to import: every Central roxctl is signed in to is listed "
                         "already.");
    case Kind::ImportProblem:
    case Kind::ProfilesNotSaved:
        return event.detail;
    }
    return {};
}

} // namespace rox
