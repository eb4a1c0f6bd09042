// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/connecttext.h"

#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PathMax = 40;

struct Connect
{
    Q_DECLARE_TR_FUNCTIONS(Connect)
};

/// "/ui" of "https://admin:pw@central.example/ui"; a password may contain "/" and ends at the last
/// "@".
QString pathIn(const QString &typed)
{
    const QString rest = typed.section(u"://"_s, -1).section(u'@', -1);
    const qsizetype slash = rest.indexOf(u'/');
    const QString path = slash < 0 ? QString() : rest.mid(slash).trimmed();
    return path == "/"_L1 ? QString() : shownText(path.simplified(), PathMax);
}

} // namespace

QString endpointHint(const Endpoint &endpoint)
{
    // In the ASCII form that is resolved: a host in another script may look like a known one.
    QString host = endpoint.base.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    if (endpoint.isPlaintext())
        return Connect::tr("Will connect to http://%1, port %2, on this computer: nothing is "
                           "encrypted.")
            .arg(shownName(host))
            .arg(endpoint.base.port());
    return Connect::tr("Will connect to https://%1, port %2.")
        .arg(shownName(host))
        .arg(endpoint.base.port());
}

QString endpointChanges(EndpointInput::Changes changes)
{
    QStringList sentences;
    const auto add = [&](EndpointInput::Change change, const QString &sentence) {
        if (changes.testFlag(change))
            sentences.append(sentence);
    };
    add(EndpointInput::SchemeRepeated, Connect::tr("“https://” stands there more than once."));
    add(EndpointInput::SchemeMended, Connect::tr("“https://” is mistyped."));
    add(EndpointInput::MarksLeftOut,
        Connect::tr("The characters around the address are left out."));
    add(EndpointInput::PathLeftOut, Connect::tr("The path after the address is left out."));
    add(EndpointInput::BracketsAdded, Connect::tr("An IPv6 address stands in brackets."));
    return sentences.join(u' ');
}

QString endpointProblem(Endpoint::Fault fault, const QString &typed)
{
    const QString path = pathIn(typed);
    switch (fault) {
    case Endpoint::Fault::UserInfo:
        return path.isEmpty()
                   ? Connect::tr("Leave out the user name and password: they have their own "
                                 "fields.")
                   : Connect::tr("Leave out the path %1, and the user name and password: they have "
                                 "their own fields.")
                         .arg(path);
    case Endpoint::Fault::Plaintext:
        return Connect::tr("http:// is not encrypted. It is allowed to this computer alone: use "
                           "https://.");
    default:
        return sentenceFor(fault, typed);
    }
}

QString signInWord(SignInMethod method)
{
    switch (method) {
    case SignInMethod::ApiToken:
        return Connect::tr("API token");
    case SignInMethod::Password:
        return Connect::tr("password");
    case SignInMethod::Browser:
        return Connect::tr("browser");
    }
    return {};
}

QString countdownWords(qint64 remainingMs)
{
    const qint64 seconds = (std::max<qint64>(0, remainingMs) + 999) / 1000;
    if (seconds < 60)
        return Connect::tr("%L1 s").arg(seconds);
    return Connect::tr("%L1 min %L2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace rox
