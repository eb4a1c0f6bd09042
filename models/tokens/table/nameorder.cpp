// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"

#include <QLocale>

#include <algorithm>
#include <thread>

namespace rox {

namespace {

constexpr quint32 WorthAThread = 10'000;

struct Entry
{
    QCollatorSortKey key;
    quint32 number;
};

using TextOf = std::function<std::string_view(quint32)>;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

auto lessThan(const TextOf &textOf)
{
    return [&textOf](const Entry &left, const Entry &right) {
        if (const int order = left.key.compare(right.key))
            return order < 0;
        if (const int order = textOf(left.number).compare(textOf(right.number)))
            return order < 0;
        return left.number < right.number;
    };
}

std::vector<Entry> sortedPart(quint32 from, quint32 until, const TextOf &textOf)
{
    const QCollator collator = nameCollator(); // one for each thread: a collator is not shared
    std::vector<Entry> entries;
    entries.reserve(until - from);
    for (quint32 number = from; number < until; ++number) {
        entries.push_back({collator.sortKey(fromUtf8(textOf(number))), number});
    }
    std::sort(entries.begin(), entries.end(), lessThan(textOf));
    return entries;
}

} // namespace

QCollator nameCollator()
{
    QLocale locale;
    // The C locale compares code points and knows no numeric mode.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    QCollator collator(locale);
    collator.setNumericMode(true);
    return collator;
}

QByteArray nameOrderId()
{
    return nameCollator().locale().name().toUtf8() + ' ' + qVersion();
}

bool NameLess::operator()(std::string_view left, std::string_view right) const
{
    const int order = m_collator.compare(fromUtf8(left), fromUtf8(right));
    return order ? order < 0 : left < right;
}

std::vector<quint32> orderedByName(quint32 count, const TextOf &textOf)
{
    std::vector<quint32> order;
    order.reserve(count);
    if (count < WorthAThread) {
        for (const Entry &entry : sortedPart(0, count, textOf))
            order.push_back(entry.number);
        return order;
    }
    std::vector<Entry> upper;
    std::thread other([&] { upper = sortedPart(count / 2, count, textOf); });
    const std::vector<Entry> lower = sortedPart(0, count / 2, textOf);
    other.join();

    const auto less = lessThan(textOf);
    auto left = lower.cbegin();
    auto right = upper.cbegin();
    while (left != lower.cend() || right != upper.cend()) {
        const bool takeRight =
            left == lower.cend() || (right != upper.cend() && less(*right, *left));
        order.push_back(takeRight ? (right++)->number : (left++)->number);
    }
    return order;
}

} // namespace rox
