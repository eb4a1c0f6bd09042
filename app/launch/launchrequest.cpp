// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchrequest.h"

#include "app/launch/tokenfile.h"
#include "models/tokens/tokeninput.h"
#include "models/tokens/tokenshape.h"
#include "models/values/endpointinput.h"
#include "ui/text/connecttext.h"
#include "ui/text/errortext.h"
#include "ui/text/secrettext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstring>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Launch
{
    Q_DECLARE_TR_FUNCTIONS(Launch)
};

using Failure = tl::unexpected<QString>;

struct Options
{
    QCommandLineOption demo{u"demo"_s,
                            Launch::tr("Open on a Central of its own on this computer.")};
    QCommandLineOption endpoint{{u"e"_s, u"endpoint"_s},
                                Launch::tr("The Central to show, as HOST[:PORT]."),
                                u"HOST[:PORT]"_s};
    QCommandLineOption tokenFile{u"token-file"_s, Launch::tr("Sign in with the API token in FILE."),
                                 u"FILE"_s};
    QCommandLineOption caFile{
        u"ca"_s, Launch::tr("Trust the certificate authorities in FILE (PEM)."), u"FILE"_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Launch::tr("Show the version.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, Launch::tr("Show this help.")};
};

bool isTrue(const QString &value)
{
    // Go's ParseBool, which roxctl uses.
    return value == "1"_L1 || value == "t"_L1 || value == "T"_L1 || value == "true"_L1
           || value == "TRUE"_L1 || value == "True"_L1;
}

/// Fills in the request's credential, and its notes.
tl::expected<void, QString> takeCredential(const QCommandLineParser &parser, const Options &options,
                                           const Environment &environment, const QDir &folder,
                                           LaunchRequest *request)
{
    // Views: copies of a secret would not be wiped.
    const auto viewOf = [&environment](const QString &name) {
        const auto variable = environment.constFind(name);
        return variable == environment.cend() ? QStringView() : QStringView(*variable);
    };
    const auto takeToken = [request](tl::expected<Secret, QString> token) {
        if (!token)
            return tl::expected<void, QString>(Failure(token.error()));
        if (!token->isEmpty())
            request->credential = {Credential::Kind::ApiToken, {}, std::move(*token)};
        return tl::expected<void, QString>();
    };
    if (parser.isSet(options.tokenFile))
        return takeToken(readTokenFile(parser.value(options.tokenFile), folder, &request->notes));
    const QString tokenFile = environment.value(u"ROX_API_TOKEN_FILE"_s);
    const QString tokenName = u"ROX_API_TOKEN"_s;
    const QString passwordName = u"ROX_ADMIN_PASSWORD"_s;
    const bool hasToken = !tokenFile.isEmpty() || !viewOf(tokenName).trimmed().isEmpty();
    QByteArray typed = viewOf(passwordName).toUtf8();
    PasswordInput password = passwordInput(typed);
    wipe(typed);
    if (hasToken && !password.password.isEmpty())
        return Failure(Launch::tr("ROX_ADMIN_PASSWORD is set together with a token. Central takes "
                                  "one of them: unset the other."));
    if (!tokenFile.isEmpty())
        return takeToken(readTokenFile(tokenFile, folder, &request->notes));
    if (hasToken)
        return takeToken(readTokenVariable(tokenName, viewOf(tokenName), &request->notes));
    if (password.password.isEmpty())
        return {};
    if (const QString note = passwordSourceNote(passwordName, password); !note.isEmpty())
        request->notes.append(note);
    request->credential = {Credential::Kind::Password, u"admin"_s, std::move(password.password)};
    return {};
}

tl::expected<std::optional<Endpoint>, QString> endpointFrom(const QString &typed, bool signsIn,
                                                            QStringList *notes)
{
    if (typed.isEmpty() && !signsIn)
        return std::optional<Endpoint>{};
    // With a credential alone, roxctl's default.
    const QString text = typed.isEmpty() ? u"localhost:8443"_s : typed;
    const auto input = endpointInput(text);
    if (!input)
        return Failure(sentenceFor(input.error(), text));
    if (const QString changes = endpointChanges(input->changes); !changes.isEmpty())
        notes->append(endpointHint(input->endpoint) % u' ' % changes);
    return std::optional<Endpoint>(input->endpoint);
}

tl::expected<LaunchRequest, QString> connectionRequest(const QCommandLineParser &parser,
                                                       const Options &options,
                                                       const Environment &environment,
                                                       const QDir &folder)
{
    if (isTrue(environment.value(u"ROX_INSECURE_CLIENT_SKIP_TLS_VERIFY"_s)))
        return Failure(Launch::tr("ROX_INSECURE_CLIENT_SKIP_TLS_VERIFY is set, and Rox Tokens "
                                  "always checks certificates. Unset it, and name Central's CA "
                                  "file with --ca or ROX_CA_CERT_FILE instead."));
    LaunchRequest request;
    if (const auto taken = takeCredential(parser, options, environment, folder, &request); !taken)
        return Failure(taken.error());

    const QString typed = parser.isSet(options.endpoint) ? parser.value(options.endpoint)
                                                         : environment.value(u"ROX_ENDPOINT"_s);
    if (parser.isSet(options.endpoint) && typed.trimmed().isEmpty())
        return Failure(sentenceFor(Endpoint::Fault::Empty, typed));
    auto endpoint = endpointFrom(typed.trimmed(), request.credential.kind != Credential::Kind::None,
                                 &request.notes);
    if (!endpoint)
        return Failure(endpoint.error());
    request.endpoint = *endpoint;

    const QString caFile = parser.isSet(options.caFile) ? parser.value(options.caFile)
                                                        : environment.value(u"ROX_CA_CERT_FILE"_s);
    if (!caFile.isEmpty()) {
        const QString path = QFileInfo(folder.filePath(caFile)).absoluteFilePath();
        const QFileInfo info(path);
        if (info.exists() && !info.isFile() && !info.isDir())
            return Failure(Launch::tr("The CA file %1 can be read only once. Save it to a file, "
                                      "and name that with --ca or ROX_CA_CERT_FILE.")
                               .arg(caFile));
        if (const auto fine = checkCaFile(path); !fine)
            return Failure(sentenceFor(fine.error(), Operation::Launch, {}).plain());
        request.caFile = path;
    }
    return request;
}

} // namespace

std::optional<ServerProfile> profileOf(const LaunchRequest &request)
{
    if (!request.endpoint || request.demo)
        return std::nullopt;
    ServerProfile profile;
    profile.id = QUuid::createUuid();
    profile.name = request.endpoint->display();
    profile.endpoint = *request.endpoint;
    if (request.credential.kind == Credential::Kind::Password) {
        profile.signIn = SignInMethod::Password;
        profile.userName = request.credential.userName;
    }
    if (!request.caFile.isEmpty()) {
        profile.trust.kind = TrustRule::Kind::CaFile;
        // Absolute: a later start may have another current folder.
        profile.trust.caFile = QFileInfo(request.caFile).absoluteFilePath();
    }
    return profile;
}

tl::expected<LaunchRequest, QString>
launchRequest(const QStringList &arguments, const Environment &environment, const QDir &folder)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Launch::tr("Lists, generates and revokes the API tokens of a StackRox Central."));
    parser.addOptions({options.demo, options.endpoint, options.tokenFile, options.caFile,
                       options.version, options.help});
    // Checked first, so that no other error message quotes the token.
    QStringList readable = arguments;
    for (const char *name : {"ROX_ENDPOINT", "ROX_API_TOKEN_FILE", "ROX_CA_CERT_FILE"})
        readable.append(environment.value(QLatin1String(name)));
    if (std::any_of(readable.cbegin(), readable.cend(), looksLikeToken))
        return Failure(
            Launch::tr("A token stands on the command line, where others can read it, or "
                       "in a variable that is no place for one. Put it into a file, and "
                       "name that with --token-file."));
    const bool parsed = parser.parse(arguments);
    LaunchRequest request;
    if (parser.isSet(options.help)) {
        request.showHelp = true;
        request.helpText = parser.helpText();
        return request;
    }
    if (parser.isSet(options.version)) {
        request.showVersion = true;
        return request;
    }
    const QString seeHelp = Launch::tr("\"rox-tokens --help\" lists the options.");
    if (!parsed)
        return Failure(parser.errorText() % u' ' % seeHelp);
    if (!parser.positionalArguments().isEmpty())
        return Failure(Launch::tr("\"%1\" is no option. To name a Central, write --endpoint %1.")
                           .arg(parser.positionalArguments().constFirst())
                       % u' ' % seeHelp);
    if (parser.isSet(options.demo)) {
        if (parser.isSet(options.endpoint) || parser.isSet(options.tokenFile)
            || parser.isSet(options.caFile))
            return Failure(Launch::tr("--demo brings a Central of its own: leave out --endpoint, "
                                      "--token-file and --ca, or leave out --demo."));
        request.demo = true;
        return request;
    }
    return connectionRequest(parser, options, environment, folder);
}

void wipeCredentials(Environment *environment)
{
    for (const auto name : CredentialVariables) {
        const auto variable = environment->find(QLatin1String(name));
        if (variable == environment->end())
            continue;
        if (variable->isDetached() && !variable->isEmpty())
            ::explicit_bzero(variable->data(), std::size_t(variable->size()) * sizeof(QChar));
        environment->erase(variable);
    }
}

} // namespace rox
