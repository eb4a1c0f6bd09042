// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/benches.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QApplication>

#include <cstdio>

using namespace rox;
using namespace rox::bench;
using namespace Qt::StringLiterals;

namespace {

const QStringList &parts()
{
    static const QStringList names{u"memory"_s,     u"decode"_s, u"filter"_s,  u"sort"_s,
                                   u"refresh"_s,    u"export"_s, u"select"_s,  u"leak"_s,
                                   u"record"_s,     u"roles"_s,  u"process"_s, u"offline"_s,
                                   u"all-servers"_s};
    return names;
}

void run(const QStringList &wanted, int &argc, char **argv)
{
    const auto want = [&](const QString &part) { return wanted.contains(part); };
    const QByteArray reply = listReply(100'000);
    if (want(u"memory"_s)) // first, because it forks and needs a fresh heap
        benchMemory(reply);
    const QApplication application(argc, argv);
    if (want(u"decode"_s))
        benchDecoding(reply);
    if (want(u"filter"_s)) {
        const TokenTablePtr table = tableOf(reply);
        table->prepare();
        benchFiltering(table, 16, rowsText(table->size()));
        const TokenTablePtr few = tableOf(listReply(20'000));
        few->prepare();
        benchFilteringBesideProxy(few);
    }
    if (want(u"sort"_s))
        benchSorting(reply, 200);
    if (want(u"refresh"_s)) {
        benchDeriving(reply);
        benchRefreshing(reply);
    }
    if (want(u"export"_s))
        benchExporting(tableOf(reply));
    if (want(u"record"_s))
        benchRecording(reply);
    if (want(u"filter"_s) || want(u"sort"_s) || want(u"refresh"_s) || want(u"select"_s)
        || want(u"all-servers"_s)) {
        const QByteArray million = listReply(1'000'000);
        if (want(u"filter"_s)) {
            const TokenTablePtr table = tableOf(million);
            table->prepare();
            benchFiltering(table, 60, rowsText(table->size()));
        }
        if (want(u"sort"_s))
            benchSorting(million, 2'000);
        if (want(u"refresh"_s)) {
            benchDeriving(million);
            benchRefreshing(million);
        }
        if (want(u"select"_s))
            benchSelecting(tableOf(million), 16);
        if (want(u"all-servers"_s))
            benchAllServers(tableOf(million));
    }
    if (want(u"leak"_s))
        benchLeak();
    if (want(u"roles"_s))
        benchLeastRole();
    if (want(u"process"_s))
        benchProcesses();
    if (want(u"offline"_s))
        benchOfflineStart();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList wanted;
    bool strict = false;
    for (int at = 1; at < argc; ++at) {
        const QString argument = QString::fromLocal8Bit(argv[at]);
        if (argument == "--strict"_L1) {
            strict = true;
        } else if (parts().contains(argument)) {
            wanted.append(argument);
        } else {
            std::fprintf(stderr, "usage: rox-bench [--strict] [%s]…\n",
                         qPrintable(parts().join(u'|')));
            return 2;
        }
    }
    printHead();
    run(wanted.isEmpty() ? parts() : wanted, argc, argv);
    if (const int over = linesOverBar())
        std::printf("%d over the bar\n", over);
    return strict && linesOverBar() > 0 ? 1 : 0;
}
