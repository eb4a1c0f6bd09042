// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/columnlayout.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace rox {

namespace {

constexpr qint32 MaxColumns = 100;
constexpr qint32 MaxLayouts = 100;
constexpr qint32 MaxWidth = 10'000;

bool isIn(std::span<const TokenColumn> columns, TokenColumn column)
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// Takes the entry of the same column out of `from`, if it is there.
bool take(QList<ColumnLayout::Entry> &from, TokenColumn column)
{
    return from.removeIf([column](const auto &entry) { return entry.column == column; }) > 0;
}

ColumnLayout withoutServers(ColumnLayout layout)
{
    for (ColumnLayout::Entry &entry : layout.columns)
        entry.isShown &= !infoOf(entry.column).isOfServers;
    return layout;
}

} // namespace

bool ColumnLayout::hasWidths() const
{
    return std::any_of(columns.begin(), columns.end(),
                       [](const Entry &entry) { return entry.width > 0; });
}

void ColumnLayout::show(TokenColumn column, bool isShown)
{
    for (Entry &entry : columns) {
        if (entry.column == column)
            entry.isShown = isShown || !infoOf(column).mayBeHidden;
    }
}

ColumnLayout firstLayout(std::span<const TokenColumn> shown, bool isOfServers)
{
    ColumnLayout layout;
    for (const TokenColumn column : shown)
        layout.columns.append({column});
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (!info.isOfServers && !isIn(shown, info.column))
            layout.columns.append({info.column, shown.empty() && info.isShownAtFirst});
    }
    const auto name = std::find_if(
        layout.columns.cbegin(), layout.columns.cend(),
        [](const ColumnLayout::Entry &entry) { return entry.column == TokenColumn::Name; });
    qsizetype behindName = name - layout.columns.cbegin() + 1;
    for (const TokenColumnInfo &info : tokenColumns()) {
        if (info.isOfServers && !isIn(shown, info.column))
            layout.columns.insert(behindName++, {info.column, isOfServers});
    }
    return layout;
}

QStringList shownIds(const ColumnLayout &layout)
{
    QStringList ids;
    for (const ColumnLayout::Entry &entry : layout.columns) {
        if (entry.isShown)
            ids.append(infoOf(entry.column).id);
    }
    return ids;
}

QDataStream &operator<<(QDataStream &stream, const ColumnLayout &layout)
{
    stream << qint32(layout.viewport) << qint32(layout.columns.size());
    for (const ColumnLayout::Entry &entry : layout.columns)
        stream << QString(infoOf(entry.column).id) << entry.isShown << qint32(entry.width);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, ColumnLayout &layout)
{
    qint32 viewport = 0;
    qint32 count = 0;
    stream >> viewport >> count;
    if (count < 0 || count > MaxColumns)
        stream.setStatus(QDataStream::ReadCorruptData);
    QList<ColumnLayout::Entry> left = layout.columns;
    QList<ColumnLayout::Entry> read;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QString id;
        bool isShown = true;
        qint32 width = 0;
        stream >> id >> isShown >> width;
        const TokenColumnInfo *info = tokenColumn(id);
        if (info && take(left, info->column))
            read.append(
                {info->column, isShown || !info->mayBeHidden, std::clamp(width, 0, MaxWidth)});
    }
    if (stream.status() != QDataStream::Ok)
        return stream;
    for (const ColumnLayout::Entry &entry : left) {
        const qsizetype place = std::min(read.size(), layout.columns.indexOf(entry));
        read.insert(place, entry);
    }
    layout = {read, std::clamp(viewport, 0, MaxWidth), {}};
    return stream;
}

bool ColumnLayouts::setView(const TokenViewInfo &view)
{
    m_columnsAtFirst = view.columns;
    const QString key = view.columns.empty() ? QString() : QString(view.id);
    return std::exchange(m_key, key) != key;
}

bool ColumnLayouts::setOfServers(bool isOfServers)
{
    return std::exchange(m_isOfServers, isOfServers) != isOfServers;
}

ColumnLayout ColumnLayouts::atFirst() const
{
    return firstLayout(m_columnsAtFirst, m_isOfServers);
}

ColumnLayout ColumnLayouts::stored() const
{
    const auto found = m_layouts.constFind(m_key);
    return found == m_layouts.cend() ? firstLayout(m_columnsAtFirst, true) : *found;
}

ColumnLayout ColumnLayouts::current() const
{
    return m_isOfServers ? stored() : withoutServers(stored());
}

/// What a list of one server does not have stays as it was.
void ColumnLayouts::setCurrent(const ColumnLayout &layout)
{
    ColumnLayout whole = layout;
    const ColumnLayout before = stored();
    for (ColumnLayout::Entry &entry : whole.columns) {
        for (const ColumnLayout::Entry &old : before.columns) {
            if (entry.column == old.column && !has(infoOf(entry.column)))
                entry = old;
        }
    }
    if (whole == firstLayout(m_columnsAtFirst, true))
        m_layouts.remove(m_key);
    else
        m_layouts.insert(m_key, whole);
}

QByteArray ColumnLayouts::state() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << qint32(m_layouts.size());
    for (auto it = m_layouts.cbegin(); it != m_layouts.cend(); ++it)
        out << it.key() << it.value();
    return state;
}

void ColumnLayouts::restore(const QByteArray &state)
{
    QDataStream in(state);
    qint32 count = 0;
    in >> count;
    m_layouts.clear();
    for (qint32 i = 0; i < std::min(count, MaxLayouts); ++i) {
        QString key;
        in >> key;
        const TokenViewInfo *view = tokenView(key);
        ColumnLayout layout =
            firstLayout(view ? view->columns : std::span<const TokenColumn>(), true);
        in >> layout;
        if (in.status() == QDataStream::Ok && (view || key.isEmpty()))
            m_layouts.insert(key, layout);
    }
}

} // namespace rox
