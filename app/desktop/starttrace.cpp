// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/starttrace.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/window/mainwindow.h"

#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Milliseconds since the kernel started this process, in clock ticks of 10 ms.
long long msSinceStart()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    // The process name in parentheses may contain spaces, so fields are counted after it.
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int startTimeField = 22 - 3;
    const long long startTicks = fields.value(startTimeField).toLongLong();
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const long long ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    return now.tv_sec * 1000LL + now.tv_nsec / 1'000'000 - startTicks * 1000 / ticksPerSecond;
}

void say(const char *what)
{
    std::fprintf(stderr, "%s %lld\n", what, msSinceStart());
    std::fflush(stderr);
}

} // namespace

StartTrace::StartTrace(MainWindow *window, TokenListModel *model, QObject *parent)
    : QObject(parent)
{
    if (qEnvironmentVariable("ROX_TOKENS_TRACE_START") != "1"_L1) {
        deleteLater();
        return;
    }
    connect(window, &MainWindow::firstPainted, this, [] { say("first-paint"); });
    const auto listed = [this, model] {
        if (model->rowCount() == 0)
            return;
        model->disconnect(this);
        // Queued after the paint event of the new rows.
        QTimer::singleShot(0, this,
                           [this] { QTimer::singleShot(0, this, [] { say("list-painted"); }); });
    };
    connect(model, &QAbstractItemModel::modelReset, this, listed);
    connect(model, &QAbstractItemModel::rowsInserted, this, listed);
}

} // namespace rox
