// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace rox::bench {

namespace {

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

double msOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    return took.count();
}

double medianMs(int runs, const std::function<void()> &work)
{
    std::vector<double> times;
    times.reserve(std::size_t(runs));
    for (int run = 0; run < runs; ++run)
        times.push_back(msOf(work));
    return median(std::move(times));
}

Pair medianMsBeside(int runs, const std::function<void()> &ours, const std::function<void()> &peer)
{
    std::vector<double> our;
    std::vector<double> their;
    for (int run = 0; run < runs; ++run) {
        our.push_back(msOf(ours));
        their.push_back(msOf(peer));
    }
    return {median(std::move(our)), median(std::move(their))};
}

} // namespace rox::bench
