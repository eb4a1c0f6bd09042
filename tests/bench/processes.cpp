// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/history/historyindex.h"
#include "models/values/endpoint.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
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

using namespace Qt::StringLiterals;

namespace {

using Environment = QProcessEnvironment;

QString program(const char *name)
{
    return QStringLiteral(ROX_BIN_DIR "/") + QLatin1String(name);
}

QString emptyWindow()
{
    return QCoreApplication::applicationDirPath() + u"/rox-empty-window"_s;
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
        const QString tasks = u"/proc/%1/task"_s.arg(m_process.processId());
        for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile status(tasks + u'/' + task + u"/status"_s);
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
        : server(program("rox-demo-central"), {u"--tokens"_s, QString::number(tokens)},
                 Environment::systemEnvironment())
    {
        const QJsonObject said = QJsonDocument::fromJson(server.firstLine()).object();
        endpoint = said["endpoint"_L1].toString();
        caFile = said["caFile"_L1].toString();
        token = said["apiToken"_L1].toString();
        write(tokenFile(), token);
        write(headerFile(), "Authorization: Bearer "_L1 + token);
    }
    static void write(const QString &path, const QString &text)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }
    [[nodiscard]] bool isUp() const { return !endpoint.isEmpty(); }
    [[nodiscard]] QString tokenFile() const { return folder.filePath(u"token"_s); }
    [[nodiscard]] QString headerFile() const { return folder.filePath(u"header"_s); }

    Running server;
    QTemporaryDir folder;
    QString endpoint;
    QString caFile;
    QString token;
};

void useHome(const QString &folder, Environment &environment)
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), folder);
}

/// An environment with an empty HOME, so that the user's settings are not used.
Environment homeIn(const QTemporaryDir &folder)
{
    Environment environment = Environment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("ROX_"_L1))
            environment.remove(name);
    }
    useHome(folder.path(), environment);
    environment.insert(u"ROX_TOKENS_TRACE_START"_s, u"1"_s);
    environment.insert(u"ROX_TOKENS_INSTANCE"_s, folder.path());
    return environment;
}

Environment signedInTo(const Central &central)
{
    Environment environment = homeIn(central.folder);
    environment.insert(u"ROX_ENDPOINT"_s, central.endpoint);
    environment.insert(u"ROX_CA_CERT_FILE"_s, central.caFile);
    environment.insert(u"ROX_API_TOKEN_FILE"_s, central.tokenFile());
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
    const QUrl url(u"https://"_s + central.endpoint);
    const QString command =
        u"set -o pipefail; curl -sS --fail --compressed --cacert \"$1\" -H @\"$2\" "
        "--resolve central.stackrox:$3:127.0.0.1 https://central.stackrox:$3/v1/apitokens "
        "| jq -r '.tokens | sort_by(.expiration) | .[] | [.name, (.roles | join(\", \")), "
        ".expiration, .issuedAt, .revoked] | @tsv' >/dev/null"_s;
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bool succeeded = false;
    const double took = msOf([&] {
        shell.start(u"bash"_s, {u"-c"_s, command, u"bash"_s, central.caFile, central.headerFile(),
                                QString::number(url.port(443))});
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
        printMissing(line.work, pair.ours < 0 ? u"rox-tokens did not get there"_s
                                              : u"the peer did not get there"_s);
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

/// An endpoint of this computer at which nothing answers.
const QString Nowhere = u"127.0.0.1:9"_s;

/// Records a list of `rows` tokens in the history of Nowhere.
TokenTablePtr writeHistory(const QTemporaryDir &home, int rows)
{
    const QString folder = home.filePath(u"rox-tokens/history"_s);
    QDir().mkpath(folder);
    const QUuid file = HistoryIndex(folder).ofAddress(Endpoint::parse(Nowhere)->display()).file;
    CentralHistory history(
        {.path = folder + u'/' + file.toString(QUuid::WithoutBraces) + u".sqlite"_s,
         .uuid = file,
         .process = QUuid::createUuid()});
    (void)history.open(u"bench"_s, u"bench"_s);
    TokenTablePtr table = tableOf(listReply(rows));
    keep(history.record({.table = table, .askedAt = Now, .arrivedAt = Now}));
    return table;
}

void benchOfflineStart(const Central &central, int rows, const Bar &bar)
{
    const QString tokens = program("rox-tokens");
    const QTemporaryDir home;
    const TokenTablePtr table = writeHistory(home, rows);
    Environment environment = signedInTo(central);
    environment.insert(u"ROX_ENDPOINT"_s, Nowhere);
    useHome(home.path(), environment);
    printPair({u"start to the last list offline, %1"_s.arg(rowsText(table->size())), 0, 0,
               u"its own start to first paint"_s, bar},
              medianOfTurns(
                  5, [&] { return msToWord(tokens, environment, "list-painted"); },
                  [&] { return msToWord(tokens, environment, "first-paint"); }));
}

/// With a home of its own, because the last list of another start would be painted first.
double msToFirstList(const Central &central)
{
    const QTemporaryDir home;
    Environment environment = signedInTo(central);
    useHome(home.path(), environment);
    return msToWord(program("rox-tokens"), environment, "list-painted");
}

} // namespace

void benchProcesses()
{
    const QString tokens = program("rox-tokens");
    const QTemporaryDir home;
    const Central central(100'000);
    if (!central.isUp()) {
        printMissing(u"start, painted list and idle, 100 k"_s, u"rox-demo-central did not start"_s);
        return;
    }
    // Started with a credential, because reading the list must not delay the first paint.
    printPair({u"start to first paint"_s,
               0,
               0,
               u"an empty QMainWindow with a table"_s,
               {Bar::Of::Ratio, 1.5}},
              medianOfTurns(
                  9, [&] { return msToWord(tokens, signedInTo(central), "first-paint"); },
                  [&] { return msToWord(emptyWindow(), homeIn(home), "first-paint"); }));
    printPair(
        {u"start to painted list over TLS, 100 k"_s,
         0,
         0,
         u"curl | jq, whole processes both"_s,
         {Bar::Of::Ratio, 1}},
        medianOfTurns(
            5, [&] { return msToFirstList(central); }, [&] { return msOfCurlAndJq(central); }));
    const Pair idle{idleWakeUps(tokens, signedInTo(central), "list-painted"),
                    idleWakeUps(emptyWindow(), homeIn(home), "first-paint")};
    printPair({u"idle, wake-ups in %1 s with 100 k shown"_s.arg(IdleSeconds),
               0,
               0,
               u"an empty QMainWindow with a table"_s,
               {Bar::Of::Ours, idle.peer + 1},
               QString()},
              idle);
}

void benchOfflineStart()
{
    const Central central(10); // for its credential alone
    if (!central.isUp()) {
        printMissing(u"start to the last list offline"_s, u"rox-demo-central did not start"_s);
        return;
    }
    benchOfflineStart(central, 100'000, {Bar::Of::Ratio, 2});
    benchOfflineStart(central, 1'000'000, {Bar::Of::Ours, 1'000});
}

} // namespace rox::bench
