// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenselection.h"
#include "network/central/tokendecoder.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/reply.h"
#include "tests/bench/report.h"

#include <QFile>
#include <QJsonDocument>

#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

/// The value of a field of /proc/self/status in MB.
double statusMb(const QByteArray &field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

/// The peak memory of `work` in MB, without the memory in use before. Runs in a forked process, so
/// that the allocator holds nothing from earlier work.
double peakMb(const std::function<void()> &work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        const double before = statusMb("VmRSS:");
        QFile reset(u"/proc/self/clear_refs"_s);
        const bool isReset = reset.open(QIODevice::WriteOnly) && reset.write("5") == 1;
        reset.close(); // "5" resets VmHWM
        work();
        const double peak = isReset ? statusMb("VmHWM:") - before : -1;
        const ssize_t written = ::write(ends[1], &peak, sizeof peak);
        ::_exit(written == sizeof peak ? 0 : 1);
    }
    ::close(ends[1]);
    double peak = -1;
    if (child < 0 || ::read(ends[0], &peak, sizeof peak) != sizeof peak)
        peak = -1;
    ::close(ends[0]);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    return peak;
}

} // namespace

void benchMemory(const QByteArray &reply)
{
    ReplyBody body(reply);
    const double ours = peakMb([&] {
        const auto table = decodeTokenList(std::move(body), {});
        (*table)->prepare();
        keep(select(**table, {}, Now));
    });
    const double qt = peakMb([&] { keep(QJsonDocument::fromJson(reply)); });
    if (ours < 0 || qt < 0) {
        printMissing(u"memory over the reply"_s,
                     u"the kernel tells no peak (/proc/self/clear_refs)"_s);
        return;
    }
    print({u"memory over the reply, prepared, 100 k"_s,
           ours,
           qt,
           u"QJsonDocument alone"_s,
           {Bar::Of::Ours, 80},
           u"MB"_s});
}

} // namespace rox::bench
