// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/emptystates.h"

#include "app/servers/session.h"
#include "models/tokens/tokenviews.h"
#include "models/values/visibletext.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Pages
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

QString integrationNeed(Access needed, Access have)
{
    if (needed == Access::Read)
        return have >= Access::Read ? Pages::tr("Read access to Integration: yes")
                                    : Pages::tr("Read access to Integration: missing");
    return have >= Access::ReadWrite ? Pages::tr("Write access to Integration: yes")
                                     : Pages::tr("Write access to Integration: missing");
}

QList<EmptyPageContent::Need> needsOf(const Permissions &permissions)
{
    const Access integration = permissions.of(u"Integration"_s);
    const QString access = permissions.mayReadRoles() ? Pages::tr("Read access to Access: yes")
                                                      : Pages::tr("Read access to Access: missing");
    return {{Pages::tr("List tokens"), integrationNeed(Access::Read, integration),
             permissions.mayList()},
            {Pages::tr("Revoke tokens"), integrationNeed(Access::ReadWrite, integration),
             permissions.mayRevoke()},
            {Pages::tr("Generate tokens"),
             integrationNeed(Access::ReadWrite, integration) % u". "_s % access,
             permissions.mayGenerate()}};
}

void fillIn(EmptyPageContent &page, const ApiError &error, const ErrorSentence &sentence)
{
    page.heading = sentence.cause;
    page.sentence = sentence.advice;
    const WayOn way = wayOn(error);
    page.primary = wayOnWord(way);
    switch (way) {
    case WayOn::Certificate:
        page.symbol = u"certificate"_s;
        break;
    case WayOn::SignIn:
    case WayOn::Edit:
        page.symbol = u"key"_s;
        break;
    case WayOn::TryAgain:
        page.symbol = u"offline"_s;
        page.primarySymbol = u"refresh"_s;
        break;
    }
}

} // namespace

QString wayOnWord(WayOn way)
{
    switch (way) {
    case WayOn::Certificate:
        return Pages::tr("Look at the certificate…");
    case WayOn::SignIn:
        return Pages::tr("Sign in again…");
    case WayOn::Edit:
        return Pages::tr("Edit connection…");
    case WayOn::TryAgain:
        return Pages::tr("Try again");
    }
    return {};
}

EmptyPageContent firstRunPage(const QStringList &knownToRoxctl)
{
    EmptyPageContent page;
    page.heading = Pages::tr("See the API tokens of your Centrals");
    page.sentence = Pages::tr("List, inspect, generate and revoke them. Credentials stay in this "
                              "computer's keychain.");
    page.primary = Pages::tr("Connect to Central…");
    page.primarySymbol = u"plus"_s;
    page.secondary = Pages::tr("Try the demo");
    page.note = Pages::tr("The demo runs on this computer. It needs no cluster and no network.");
    if (!knownToRoxctl.isEmpty())
        page.offer = {u"terminal"_s,
                      Pages::tr("roxctl knows %Ln Central(s).", nullptr, int(knownToRoxctl.size())),
                      knownToRoxctl.join(", "_L1), Pages::tr("Import…")};
    return page;
}

EmptyPageContent openingPage(const QString &server, const QString &step)
{
    EmptyPageContent page;
    page.symbol = u"key"_s;
    page.heading = Pages::tr("Opening %1…").arg(shownName(server));
    page.waits = true;
    page.sentence = step.isEmpty() ? Pages::tr("The keychain is asked for the credential.") : step;
    return page;
}

EmptyPageContent unlockingPage()
{
    EmptyPageContent page;
    page.symbol = u"lock"_s;
    page.heading = Pages::tr("Waiting for the keychain to be unlocked…");
    page.sentence = Pages::tr("Your desktop asks for its password in a window of its own.");
    page.secondary = Pages::tr("Stop waiting");
    return page;
}

EmptyPageContent screenLockedPage()
{
    EmptyPageContent page;
    page.symbol = u"lock"_s;
    page.heading = Pages::tr("The screen is locked");
    page.sentence = Pages::tr("The credential is out of memory. It is read from the keychain again "
                              "when you are back.");
    page.primary = Pages::tr("Open again");
    return page;
}

EmptyPageContent signInFailedPage(const ApiError &error, const QString &server, Operation deed)
{
    EmptyPageContent page;
    fillIn(page, error, sentenceFor(error, deed, server));
    page.secondary = Pages::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    return page;
}

EmptyPageContent startingDemoPage()
{
    EmptyPageContent page;
    page.heading = Pages::tr("Starting the demo…");
    page.waits = true;
    page.sentence = Pages::tr("A Central of its own, on this computer, with invented tokens.");
    return page;
}

EmptyPageContent demoFailedPage(const QString &why)
{
    EmptyPageContent page;
    page.symbol = u"offline"_s;
    page.heading = Pages::tr("The demo did not start");
    page.sentence = why;
    page.primary = Pages::tr("Try again");
    page.primarySymbol = u"refresh"_s;
    return page;
}

EmptyPageContent readingPage(const QString &server)
{
    EmptyPageContent page;
    page.symbol = u"token"_s;
    page.heading = Pages::tr("Reading the tokens of %1…").arg(shownName(server));
    page.waits = true;
    return page;
}

EmptyPageContent notPermittedPage(const Session &session)
{
    EmptyPageContent page;
    page.symbol = u"shield"_s;
    page.heading = Pages::tr("You may not list the tokens of %1").arg(shownName(session.name()));
    const QString lack = Pages::tr("Its roles lack read access to Integration. Ask an "
                                   "administrator for it, or sign in with another credential.");
    page.sentence = session.identity()
                        ? Pages::tr("You are signed in as %1.")
                                  .arg(shownText(session.identity()->displayName, 120))
                              % u' ' % lack
                        : lack;
    page.primary = Pages::tr("Sign in differently…");
    page.secondary = Pages::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    if (session.permissions())
        page.needs = needsOf(*session.permissions());
    return page;
}

EmptyPageContent listFailedPage(const Session &session)
{
    EmptyPageContent page;
    const ApiError &error = *session.listError();
    fillIn(page, error, sentenceFor(error, Operation::List, session.name()));
    page.secondary = Pages::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    return page;
}

EmptyPageContent noTokensPage(const Session &session)
{
    EmptyPageContent page;
    page.symbol = u"token"_s;
    page.heading = Pages::tr("%1 has no API tokens").arg(shownName(session.name()));
    page.sentence = Pages::tr("Revoked and long expired tokens are deleted by Central within "
                              "about an hour and a day.");
    const bool mayGenerate = !session.permissions() || session.permissions()->mayGenerate();
    if (mayGenerate && session.standing() == Standing::Connected) {
        page.primary = Pages::tr("Generate token");
        page.primarySymbol = u"plus"_s;
    }
    return page;
}

EmptyPageContent nothingMatchesPage(const QString &server, const TokenQuery &query, int total)
{
    EmptyPageContent page;
    page.symbol = u"search"_s;
    const QString text = shownName(query.text.trimmed());
    const bool searched = !text.isEmpty();
    const TokenViewInfo &view = viewOf(query);
    const bool isViewAlone = !searched && filtersOf(query).isEmpty();
    page.heading = searched ? Pages::tr("No token matches “%1”").arg(text) : view.emptyTitle();
    if (!searched && view.emptySentence)
        page.sentence = view.emptySentence();
    else if (searched && !query.flags && filtersOf(query).isEmpty())
        page.sentence = Pages::tr("The search hides all %Ln token(s) of %1.", nullptr, total)
                            .arg(shownName(server));
    else
        page.sentence = Pages::tr("The filter hides all %Ln token(s) of %1.", nullptr, total)
                            .arg(shownName(server));
    page.primary = isViewAlone ? Pages::tr("Show all tokens") : Pages::tr("Clear filters");
    page.note = Pages::tr("Esc does the same.");
    return page;
}

} // namespace rox
