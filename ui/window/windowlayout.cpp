// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowlayout.h"

#include <QDataStream>
#include <QIODevice>

namespace rox {

namespace {
constexpr quint32 Version = 5;
constexpr quint32 ColumnsSince = 3;
constexpr quint32 BarsSince = 4;
constexpr quint32 ChartSince = 5;
constexpr quint32 OldestVersion = 2;
} // namespace

QByteArray WindowLayout::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << Version << geometry << splitter << detailsWanted << sidebarWidth << columns
        << sidebarWanted << menuBarWanted << chartWanted;
    return bytes;
}

std::optional<WindowLayout> WindowLayout::fromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    quint32 version = 0;
    WindowLayout read;
    in >> version >> read.geometry >> read.splitter >> read.detailsWanted >> read.sidebarWidth;
    if (version >= ColumnsSince)
        in >> read.columns;
    if (version >= BarsSince)
        in >> read.sidebarWanted >> read.menuBarWanted;
    if (version >= ChartSince)
        in >> read.chartWanted;
    if (in.status() != QDataStream::Ok || version < OldestVersion || version > Version)
        return std::nullopt;
    return read;
}

} // namespace rox
