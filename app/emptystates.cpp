// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/emptystates.h"

#include "app/session.h"
#include "ui/textlabel.h"
#include "ui/words/errorsentences.h"

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
        return have >= Access::Read ? Pages::tr("Integration, read: yes")
                                    : Pages::tr("Integration, read: missing");
    return have >= Access::ReadWrite ? Pages::tr("Integration, write: yes")
                                     : Pages::tr("Integration, write: missing");
}

QList<EmptyStateContent::Need> needsOf(const Permissions &permissions)
{
    const Access integration = permissions.of(u"Integration"_s);
    const QString access = permissions.mayReadRoles() ? Pages::tr("Access, read: yes")
                                                      : Pages::tr("Access, read: missing");
    return {{Pages::tr("List tokens"), integrationNeed(Access::Read, integration),
             permissions.mayList()},
            {Pages::tr("Revoke tokens"), integrationNeed(Access::ReadWrite, integration),
             permissions.mayRevoke()},
            {Pages::tr("Generate tokens"),
             integrationNeed(Access::ReadWrite, integration) % u". "_s % access,
             permissions.mayGenerate()}};
}

QString statusWord(TokenStatus status)
{
    switch (status) {
    case TokenStatus::Active:
        return Pages::tr("active");
    case TokenStatus::Expiring:
        return Pages::tr("expiring");
    case TokenStatus::Expired:
        return Pages::tr("expired");
    case TokenStatus::Revoked:
        return Pages::tr("revoked");
    }
    return {};
}

} // namespace

EmptyStateContent firstRunPage()
{
    EmptyStateContent page;
    page.heading = Pages::tr("See the API tokens of your Centrals");
    page.sentence = Pages::tr("List, inspect, generate and revoke them. Start Rox Tokens with "
                              "--endpoint, or with roxctl's variables, to see your own Central.");
    page.primary = Pages::tr("Try the demo");
    page.note = Pages::tr("The demo runs on this computer. It needs no cluster and no network.");
    return page;
}

EmptyStateContent startingDemoPage()
{
    EmptyStateContent page;
    page.heading = Pages::tr("Starting the demo…");
    page.sentence = Pages::tr("A Central of its own, on this computer, with invented tokens.");
    return page;
}

EmptyStateContent demoFailedPage(const QString &why)
{
    EmptyStateContent page;
    page.symbol = u"offline"_s;
    page.heading = Pages::tr("The demo did not start");
    page.sentence = why;
    page.primary = Pages::tr("Try again");
    page.primarySymbol = u"refresh"_s;
    return page;
}

EmptyStateContent readingPage(const QString &server)
{
    EmptyStateContent page;
    page.symbol = u"token"_s;
    page.heading = Pages::tr("Reading the tokens of %1…").arg(server);
    return page;
}

EmptyStateContent notPermittedPage(const Session &session)
{
    EmptyStateContent page;
    page.symbol = u"shield"_s;
    page.heading = Pages::tr("You may not list the tokens of %1").arg(session.name());
    const QString lack = Pages::tr("Its roles lack read access to Integration. Ask an "
                                   "administrator for it, or start with another credential.");
    page.sentence = session.identity()
                        ? Pages::tr("You are signed in as %1.")
                                  .arg(shownText(session.identity()->displayName, 120))
                              % u' ' % lack
                        : lack;
    page.primary = Pages::tr("Try again");
    page.primarySymbol = u"refresh"_s;
    page.secondary = Pages::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    if (session.permissions())
        page.needs = needsOf(*session.permissions());
    return page;
}

EmptyStateContent listFailedPage(const Session &session)
{
    EmptyStateContent page;
    const ApiError &error = *session.listError();
    const ErrorSentence sentence = sentenceFor(error, Deed::List, session.name());
    page.symbol = error.kind == ApiError::Kind::CertificateRefused
                          || error.kind == ApiError::Kind::CertificateChanged
                      ? u"certificate"_s
                  : error.kind == ApiError::Kind::Unauthenticated ? u"key"_s
                                                                  : u"offline"_s;
    page.heading = sentence.cause;
    page.sentence = sentence.advice;
    page.primary = Pages::tr("Try again");
    page.primarySymbol = u"refresh"_s;
    page.secondary = Pages::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    return page;
}

EmptyStateContent noTokensPage(const Session &session)
{
    EmptyStateContent page;
    page.symbol = u"token"_s;
    page.heading = Pages::tr("%1 has no API tokens").arg(session.name());
    page.sentence = Pages::tr("Revoked and long expired tokens are deleted by Central within "
                              "about an hour and a day.");
    if (!session.permissions() || session.permissions()->mayGenerate()) {
        page.primary = Pages::tr("Generate token");
        page.primarySymbol = u"plus"_s;
    }
    return page;
}

EmptyStateContent nothingMatchesPage(const Session &session, const TokenQuery &query, int total)
{
    EmptyStateContent page;
    page.symbol = u"search"_s;
    const QString text = shownText(query.text.trimmed(), 80);
    const bool searched = !text.isEmpty();
    if (searched)
        page.heading = Pages::tr("No token matches “%1”").arg(text);
    else if (query.status)
        page.heading = Pages::tr("No token is %1").arg(statusWord(*query.status));
    else
        page.heading = Pages::tr("No token expires in that week");
    if (searched && !query.status && query.expiresFrom == NoTime)
        page.sentence = Pages::tr("The search hides all %Ln token(s) of %1.", nullptr, total)
                            .arg(session.name());
    else
        page.sentence = Pages::tr("The filter hides all %Ln token(s) of %1.", nullptr, total)
                            .arg(session.name());
    page.primary = Pages::tr("Clear filter");
    page.note = Pages::tr("Esc does the same.");
    return page;
}

} // namespace rox
