// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/program.h"

#include "app/application.h"
#include "app/desktop/hardening.h"
#include "app/desktop/logging.h"
#include "app/launch/launchcaller.h"
#include "app/launch/launchrequest.h"
#include "app/launch/singleinstance.h"
#include "app/translations.h"
#include "ui/style/calmstyle.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QNetworkProxyFactory>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <variant>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BadCommandLine = 2;

/// Takes the ROX_ variables and wipes the secret ones in the process's own environment block: no
/// child process inherits them, and /proc/PID/environ does not show them.
Environment takeRoxEnvironment()
{
    Environment environment;
    for (char **entry = environ; entry && *entry; ++entry) {
        const QByteArrayView variable(*entry);
        const qsizetype equals = variable.indexOf('=');
        if (variable.startsWith("ROX_") && equals > 0)
            environment.insert(QString::fromLocal8Bit(variable.first(equals)),
                               QString::fromLocal8Bit(variable.sliced(equals + 1)));
    }
    for (const char *name : CredentialVariables)
        wipeVariable(name);
    return environment;
}

void say(FILE *where, const QString &line)
{
    QTextStream(where) << line << '\n';
}

void name()
{
    QCoreApplication::setApplicationName(u"rox-tokens"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(ROX_VERSION));
    QCoreApplication::setOrganizationName(u"rox-tokens"_s);
    QGuiApplication::setDesktopFileName(u"io.github.roxtokens.RoxTokens"_s);
}

/// Options that QApplication takes out of the command line before ours are read.
bool hasQtOptions(const QStringList &arguments)
{
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument.startsWith(u'-') && !argument.startsWith("--"_L1) && argument.size() > 2;
    });
}

/// The exit code if the command line was answered, else what to open. Neither: there are options
/// of Qt's among ours, which QApplication has to take out first.
using Answer = std::variant<std::monostate, int, LaunchRequest>;

/// What a desktop's launcher or terminal hands to the program that it starts.
QByteArray activationToken()
{
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland;
}

/// Whether the first window has taken this start over. Runs the event loop until that is known.
bool isHandedOver(InstancePlace *place, LaunchRequest *request)
{
    if (!place->isTaken())
        return false;
    LaunchCaller caller(place->socket());
    QObject::connect(&caller, &LaunchCaller::finished, QCoreApplication::instance(),
                     [](bool taken) { QCoreApplication::exit(taken ? 0 : 1); });
    LaunchMessage message{std::move(*request), activationToken()};
    caller.call(message);
    if (QCoreApplication::exec() == 0)
        return true;
    *request = std::move(message.request);
    place->takeIfFree();
    if (place->isTaken())
        say(stderr, QCoreApplication::translate("Launch", "The Rox Tokens window that is already "
                                                          "open does not answer: this is a new "
                                                          "one."));
    return false;
}

/// What remains for this process to open, once the first window has had the choice.
Answer opened(const Environment &environment, InstancePlace *place, LaunchRequest request)
{
    for (const QString &note : std::as_const(request.notes))
        say(stderr, note);
    *place = InstancePlace::of(environment);
    if (isHandedOver(place, &request))
        return 0;
    return request;
}

/// Answers --help, --version and mistakes without a display, and a second start with the first
/// one's window.
Answer answerOnTerminal(int argc, char **argv, const Environment &environment, InstancePlace *place)
{
    QCoreApplication app(argc, argv);
    name();
    Translations translations;
    translations.install(QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QStringList arguments = QCoreApplication::arguments();
    auto request = launchRequest(arguments, environment);
    if (!request) {
        if (hasQtOptions(arguments))
            return {};
        say(stderr, request.error());
        return BadCommandLine;
    }
    if (request->showHelp || request->showVersion) {
        say(stdout, request->showHelp ? request->helpText.trimmed()
                                      : u"rox-tokens "_s % QCoreApplication::applicationVersion());
        return 0;
    }
    return opened(environment, place, std::move(*request));
}

/// As answerOnTerminal, after QApplication took Qt's options out of the command line.
Answer answerWithoutQtOptions(const Environment &environment, InstancePlace *place)
{
    auto request = launchRequest(QCoreApplication::arguments(), environment);
    if (!request) {
        say(stderr, request.error());
        return BadCommandLine;
    }
    return opened(environment, place, std::move(*request));
}

/// Later starts come to this window.
void answerLaterStarts(SingleInstance *instance, InstancePlace *place, Application *application)
{
    const auto heard = [application](LaunchMessage message) {
        if (!message.activationToken.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", message.activationToken);
        application->openAgain(std::move(message.request));
    };
    if (!instance->listen(place, heard))
        place->leave();
}

} // namespace

int runProgram(int argc, char **argv)
{
    installLogging();
    harden(hardeningFor(Surroundings::ofThisProcess()));
    Environment environment = takeRoxEnvironment();
    InstancePlace place;
    Answer answer = answerOnTerminal(argc, argv, environment, &place);
    if (const int *code = std::get_if<int>(&answer))
        return *code;
    name();
    QApplication app(argc, argv);
    Translations translations;
    translations.install(QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // Qt takes the direction from its own catalogue, which may not be installed.
    if (translations.direction() == Qt::RightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    if (std::holds_alternative<std::monostate>(answer))
        answer = answerWithoutQtOptions(environment, &place);
    if (const int *code = std::get_if<int>(&answer))
        return *code;
    wipeCredentials(&environment);
    // Requests use the system's proxies; a worker looks them up.
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    installStyle(environment.value(u"ROX_TOKENS_COLOR_SCHEME"_s));
    Application application(ProgramParts::ofTheUser(environment));
    SingleInstance instance;
    answerLaterStarts(&instance, &place, &application);
    application.start(std::move(std::get<LaunchRequest>(answer)));
    return QApplication::exec();
}

} // namespace rox
