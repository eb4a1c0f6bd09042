// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>

#include <algorithm>

namespace rox::bench {

namespace {

using Environment = QProcessEnvironment;

QString program(const char *name)
{
    return QStringLiteral(ROX_BIN_DIR "/") + QLatin1String(name);
}

QString emptyWindow()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/rox-empty-window");
}

/// A started process; the destructor ends it.
class Running
{
public:
    Running(const QString &path, const QStringList &arguments, const Environment &environment)
    {
        m_process.setProcessEnvironment(environment);
        m_clock.start();
        m_process.start(path, arguments);
    }
    ~Running()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    /// Milliseconds from the start until stderr contains `word`; -1 after a timeout.
    double msUntil(const QByteArray &word)
    {
        m_process.setReadChannel(QProcess::StandardError);
        while (!m_errors.contains(word)) {
            if (!m_process.waitForReadyRead(20'000))
                return -1;
            m_errors += m_process.readAllStandardError();
        }
        return double(m_clock.nsecsElapsed()) / 1e6;
    }
    QByteArray firstLine()
    {
        m_process.setReadChannel(QProcess::StandardOutput);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(120'000))
                return {};
        }
        return m_process.readLine();
    }
    /// The number of voluntary context switches of all its threads.
    [[nodiscard]] qint64 wakeUps() const
    {
        qint64 sum = 0;
        const QString tasks = QStringLiteral("/proc/%1/task").arg(m_process.processId());
        for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile status(tasks + u'/' + task + QStringLiteral("/status"));
            if (!status.open(QIODevice::ReadOnly))
                continue;
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("voluntary_ctxt_switches:"))
                    sum += line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
            }
        }
        return sum;
    }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
    QByteArray m_errors;
};

/// A running demo Central with its address and credentials.
struct Central
{
    explicit Central(int tokens)
        : server(program("rox-demo-central"), {QStringLiteral("--tokens"), QString::number(tokens)},
                 Environment::systemEnvironment())
    {
        const QJsonObject said = QJsonDocument::fromJson(server.firstLine()).object();
        endpoint = said[QLatin1String("endpoint")].toString();
        caFile = said[QLatin1String("caFile")].toString();
        token = said[QLatin1String("apiToken")].toString();
        write(tokenFile(), token);
        write(headerFile(), QLatin1String("Authorization: Bearer ") + token);
    }
    static void write(const QString &path, const QString &text)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }
    [[nodiscard]] bool isUp() const { return !endpoint.isEmpty(); }
    [[nodiscard]] QString tokenFile() const { return folder.filePath(QStringLiteral("token")); }
    [[nodiscard]] QString headerFile() const { return folder.filePath(QStringLiteral("header")); }

    Running server;
    QTemporaryDir folder;
    QString endpoint;
    QString caFile;
    QString token;
};

/// An environment with an empty HOME, so that the user's settings are not used.
Environment homeIn(const QTemporaryDir &folder)
{
    Environment environment = Environment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("ROX_")))
            environment.remove(name);
    }
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), folder.path());
    environment.insert(QStringLiteral("ROX_TOKENS_TRACE_START"), QStringLiteral("1"));
    environment.insert(QStringLiteral("ROX_TOKENS_INSTANCE"), folder.path());
    return environment;
}

Environment signedInTo(const Central &central)
{
    Environment environment = homeIn(central.folder);
    environment.insert(QStringLiteral("ROX_ENDPOINT"), central.endpoint);
    environment.insert(QStringLiteral("ROX_CA_CERT_FILE"), central.caFile);
    environment.insert(QStringLiteral("ROX_API_TOKEN_FILE"), central.tokenFile());
    return environment;
}

double msToWord(const QString &path, const Environment &environment, const QByteArray &word)
{
    Running process(path, {}, environment);
    return process.msUntil(word);
}

/// The peer: lists the tokens, sorts by expiry and prints the same columns.
double msOfCurlAndJq(const Central &central)
{
    const QUrl url(QStringLiteral("https://") + central.endpoint);
    const QString command = QStringLiteral(
        "set -o pipefail; curl -sS --fail --compressed --cacert \"$1\" -H @\"$2\" "
        "--resolve central.stackrox:$3:127.0.0.1 https://central.stackrox:$3/v1/apitokens "
        "| jq -r '.tokens | sort_by(.expiration) | .[] | [.name, (.roles | join(\", \")), "
        ".expiration, .issuedAt, .revoked] | @tsv' >/dev/null");
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bool succeeded = false;
    const double took = msOf([&] {
        shell.start(QStringLiteral("bash"),
                    {QStringLiteral("-c"), command, QStringLiteral("bash"), central.caFile,
                     central.headerFile(), QString::number(url.port(443))});
        succeeded = shell.waitForFinished(120'000) && shell.exitCode() == 0;
    });
    return succeeded ? took : -1;
}

/// The medians of two tasks that run alternately; -1 for a task that failed once.
Pair medianOfTurns(int runs, const std::function<double()> &ours,
                   const std::function<double()> &peer)
{
    std::vector<double> our;
    std::vector<double> their;
    for (int run = 0; run < runs; ++run) {
        our.push_back(ours());
        their.push_back(peer());
    }
    const auto median = [](std::vector<double> &values) {
        std::sort(values.begin(), values.end());
        return values.front() < 0 ? -1 : values[values.size() / 2];
    };
    return {median(our), median(their)};
}

void printPair(Line line, const Pair &pair)
{
    if (pair.ours < 0 || pair.peer < 0) {
        printMissing(line.work, pair.ours < 0 ? QStringLiteral("rox-tokens did not get there")
                                              : QStringLiteral("the peer did not get there"));
        return;
    }
    line.ours = pair.ours;
    line.peer = pair.peer;
    print(line);
}

constexpr int IdleSeconds = 10;

double idleWakeUps(const QString &path, const Environment &environment, const QByteArray &word)
{
    Running process(path, {}, environment);
    if (process.msUntil(word) < 0)
        return -1;
    QThread::sleep(5); // until the work after the first list is done
    const qint64 before = process.wakeUps();
    QThread::sleep(IdleSeconds);
    return double(process.wakeUps() - before);
}

} // namespace

void benchProcesses()
{
    const QString tokens = program("rox-tokens");
    const QTemporaryDir home;
    const Central central(100'000);
    if (!central.isUp()) {
        printMissing(QStringLiteral("start, painted list and idle, 100 k"),
                     QStringLiteral("rox-demo-central did not start"));
        return;
    }
    // Started with a credential, because reading the list must not delay the first paint.
    printPair({QStringLiteral("start to first paint"),
               0,
               0,
               QStringLiteral("an empty QMainWindow with a table"),
               {Bar::Of::Ratio, 1.5}},
              medianOfTurns(
                  9, [&] { return msToWord(tokens, signedInTo(central), "first-paint"); },
                  [&] { return msToWord(emptyWindow(), homeIn(home), "first-paint"); }));
    printPair({QStringLiteral("start to painted list over TLS, 100 k"),
               0,
               0,
               QStringLiteral("curl | jq, whole processes both"),
               {Bar::Of::Ratio, 1}},
              medianOfTurns(
                  5, [&] { return msToWord(tokens, signedInTo(central), "list-painted"); },
                  [&] { return msOfCurlAndJq(central); }));
    const Pair idle{idleWakeUps(tokens, signedInTo(central), "list-painted"),
                    idleWakeUps(emptyWindow(), homeIn(home), "first-paint")};
    printPair({QStringLiteral("idle, wake-ups in %1 s with 100 k shown").arg(IdleSeconds),
               0,
               0,
               QStringLiteral("an empty QMainWindow with a table"),
               {Bar::Of::Ours, idle.peer + 1},
               QString()},
              idle);
}

} // namespace rox::bench
