// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/emptypage.h"

#include <functional>
#include <utility>

namespace rox {

/// What stands in place of a list: its words, and what its buttons do. A button without an action
/// is not shown.
class Page
{
public:
    using Action = std::function<void()>;

    explicit Page(EmptyPageContent words, Action primary = {}, Action secondary = {})
        : m_words(std::move(words))
        , m_primary(std::move(primary))
        , m_secondary(std::move(secondary))
    {
        if (!m_primary)
            m_words.primary.clear();
        if (!m_secondary)
            m_words.secondary.clear();
    }

    [[nodiscard]] const EmptyPageContent &words() const { return m_words; }
    [[nodiscard]] const Action &primary() const { return m_primary; }
    [[nodiscard]] const Action &secondary() const { return m_secondary; }

private:
    EmptyPageContent m_words;
    Action m_primary;
    Action m_secondary;
};

} // namespace rox
