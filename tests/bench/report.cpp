// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/report.h"

#include <QStringList>

#include <cstdio>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

int s_over = 0;

QString cell(const QString &text, int width)
{
    return text.leftJustified(width);
}

QString number(double value, const QString &unit)
{
    const int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    return QString::number(value, 'f', digits) + u' ' + unit;
}

void write(const QStringList &cells)
{
    const int widths[] = {44, 11, 11, 44, 7, 10, 6};
    QString line;
    for (int at = 0; at < cells.size(); ++at)
        line += cell(cells.at(at), widths[at]) + "| "_L1;
    std::puts(line.trimmed().toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

void printHead()
{
    write({u"work"_s, u"ours"_s, u"peer"_s, u"the peer"_s, u"ratio"_s, u"bar"_s, u"within"_s});
}

void print(const Line &line)
{
    const double ratio = line.peer > 0 ? line.ours / line.peer : 0;
    const double judged = line.bar.of == Bar::Of::Ours ? line.ours : ratio;
    const bool within = line.bar.of == Bar::Of::Nothing || judged <= line.bar.most;
    s_over += within ? 0 : 1;
    QString most = u"-"_s;
    if (line.bar.of == Bar::Of::Ours)
        most = QString::number(line.bar.most) + u' ' + line.unit;
    else if (line.bar.of == Bar::Of::Ratio)
        most = QString::number(line.bar.most, 'f', 2) + " x"_L1;
    write({line.work, number(line.ours, line.unit),
           line.peerName.isEmpty() ? u"-"_s : number(line.peer, line.unit), line.peerName,
           line.peer > 0 ? QString::number(ratio, 'f', 2) : u"-"_s, most,
           line.bar.of == Bar::Of::Nothing ? u"-"_s
           : within                        ? u"yes"_s
                                           : u"NO"_s});
}

void printMissing(const QString &work, const QString &why)
{
    ++s_over;
    write({work, u"-"_s, u"-"_s, why, u"-"_s, u"-"_s, u"NO"_s});
}

int linesOverBar()
{
    return s_over;
}

} // namespace rox::bench
