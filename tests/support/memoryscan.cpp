// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/memoryscan.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace rox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Needle = 32;
constexpr std::size_t Chunk = 1 << 20;

bool standsAt(const char *bytes, const QByteArray &inverted)
{
    for (qsizetype i = 0; i < Needle; ++i) {
        if (static_cast<char>(~bytes[i]) != inverted[i])
            return false;
    }
    return true;
}

struct Range
{
    quint64 begin, end;
};

// `bytes` is a copy of the memory at `address`. Ignores hits inside `buffer`, the copy's own.
int occurrencesIn(const char *bytes, std::size_t size, quint64 address, Range buffer,
                  const QByteArray &inverted)
{
    int count = 0;
    const char first = static_cast<char>(~inverted[0]);
    const char *end = bytes + size;
    for (const char *at = bytes; at + Needle <= end; ++at) {
        at = static_cast<const char *>(std::memchr(at, first, std::size_t(end - at)));
        if (!at || at + Needle > end)
            break;
        const quint64 where = address + quint64(at - bytes);
        const bool isOwn = where + Needle > buffer.begin && where < buffer.end;
        count += !isOwn && standsAt(at, inverted) ? 1 : 0;
    }
    return count;
}

} // namespace

HiddenText HiddenText::random(qsizetype size)
{
    HiddenText text;
    text.m_inverted.resize(std::max(size, Needle));
    for (char &byte : text.m_inverted)
        byte = static_cast<char>(~('a' + QRandomGenerator::global()->bounded(26)));
    return text;
}

int HiddenText::occurrences() const
{
    QFile maps(u"/proc/self/maps"_s);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0 || !maps.open(QIODevice::ReadOnly))
        qFatal("cannot read this process's memory");
    QByteArray chunk(Chunk + Needle, Qt::Uninitialized);
    const auto start = reinterpret_cast<quintptr>(chunk.constData());
    const Range buffer{start, start + quint64(chunk.size())};
    int count = 0;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const auto fields = line.simplified().split(' ');
        const auto range = fields.value(0).split('-');
        if (!fields.value(1).startsWith("rw") || range.size() != 2)
            continue;
        const quint64 begin = range[0].toULongLong(nullptr, 16);
        const quint64 end = range[1].toULongLong(nullptr, 16);
        if (end - begin > quint64(1) << 30)
            continue; // shadow memory of a sanitizer
        for (quint64 at = begin; at < end; at += Chunk) {
            const auto wanted = std::min<quint64>(Chunk + Needle - 1, end - at);
            const auto got = ::pread(memory, chunk.data(), wanted, static_cast<off_t>(at));
            if (got <= 0)
                break;
            count += occurrencesIn(chunk.constData(), std::size_t(got), at, buffer, m_inverted);
            std::memset(chunk.data(), 0, std::size_t(got));
        }
    }
    ::close(memory);
    return count;
}

} // namespace rox::test
