// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/program.h"

#include "app/application.h"
#include "app/hardening.h"
#include "app/launchrequest.h"
#include "app/logging.h"
#include "ui/look/calmstyle.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QNetworkProxyFactory>
#include <QSettings>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <variant>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BadCommandLine = 2;

/// Straight from the block, so that no other copy is made; what is secret is wiped there. No child
/// of ours inherits it, and no other program reads it in /proc.
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

/// English too has a translation: it holds the plural forms.
void translate(QTranslator *own, QTranslator *qts)
{
    if (own->load(QLocale(), u"rox-tokens"_s, u"_"_s, u":/i18n"_s)
        || own->load(u":/i18n/rox-tokens_en"_s))
        QCoreApplication::installTranslator(own);
    if (qts->load(QLocale(), u"qtbase"_s, u"_"_s,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
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

/// Answers --help, --version and mistakes without a display.
Answer answerOnTerminal(int argc, char **argv, const Environment &environment)
{
    QCoreApplication app(argc, argv);
    name();
    QTranslator own;
    QTranslator qts;
    translate(&own, &qts);
    const QStringList arguments = QCoreApplication::arguments();
    auto request = launchRequest(arguments, environment);
    if (!request) {
        if (hasQtOptions(arguments))
            return {};
        say(stderr, request.error());
        return BadCommandLine;
    }
    if (!request->showHelp && !request->showVersion)
        return std::move(*request);
    say(stdout, request->showHelp ? request->helpText.trimmed()
                                  : u"rox-tokens "_s % QCoreApplication::applicationVersion());
    return 0;
}

} // namespace

int runProgram(int argc, char **argv)
{
    installLogging();
    harden(hardeningFor(Surroundings::ofThisProcess()));
    const Environment environment = takeRoxEnvironment();
    Answer answer = answerOnTerminal(argc, argv, environment);
    if (const int *code = std::get_if<int>(&answer))
        return *code;
    name();
    QApplication app(argc, argv);
    QTranslator own;
    QTranslator qts;
    translate(&own, &qts);
    if (std::holds_alternative<std::monostate>(answer)) {
        auto request = launchRequest(QCoreApplication::arguments(), environment);
        if (!request) {
            say(stderr, request.error());
            return BadCommandLine;
        }
        answer = std::move(*request);
    }
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    installLook(environment.value(u"ROX_TOKENS_COLOR_SCHEME"_s));
    Application application(std::make_unique<QSettings>());
    application.start(std::move(std::get<LaunchRequest>(answer)));
    return QApplication::exec();
}

} // namespace rox
