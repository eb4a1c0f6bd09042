// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QCollator>

#include <functional>
#include <string_view>
#include <vector>

namespace rox {

/// As people order names: by the user's language, "ci-2" before "ci-10".
[[nodiscard]] QCollator nameCollator();
/// Another one if the same names may be ordered otherwise: in another language, by another Qt.
[[nodiscard]] QByteArray nameOrderId();

/// Whether one UTF-8 name comes before another; those that collate alike by bytes.
class NameLess
{
public:
    bool operator()(std::string_view left, std::string_view right) const;

private:
    QCollator m_collator = nameCollator();
};

/// The numbers 0 … count-1 in the order of their UTF-8 texts; texts that collate alike by bytes,
/// equal texts by number. Uses a second thread where that pays.
[[nodiscard]] std::vector<quint32>
orderedByName(quint32 count, const std::function<std::string_view(quint32)> &textOf);

/// Numbers in order to the position of each; what `same` says is equal shares the first position.
template <class Same>
std::vector<quint32> ranksOf(const std::vector<quint32> &order, const Same &same)
{
    std::vector<quint32> ranks(order.size());
    for (quint32 at = 0; at < order.size(); ++at) {
        const bool shares = at > 0 && same(order[at - 1], order[at]);
        ranks[order[at]] = shares ? ranks[order[at - 1]] : at;
    }
    return ranks;
}

} // namespace rox
