// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"
#include "models/tokens/tokenselection.h"
#include "ui/widgets/emptystate.h"

#include <QWidget>

#include <optional>

namespace rox {

class ExpiryStrip;
class SegmentedBar;
class TokenListModel;
class TokenView;

/// The list with what chooses from it: status buttons, chart, table; or why the table is empty.
class TokenPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPage(TokenListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] TokenView *view() const { return m_view; }
    void setCounts(const TokenSelection &selection, UtcMs now);
    void setQuery(const TokenQuery &query); ///< silent
    void setNarrow(bool narrow);
    void setEmptyState(const std::optional<EmptyStateContent> &content);

Q_SIGNALS:
    void statusChosen(std::optional<rox::TokenStatus> status);
    void weekChosen(int week);
    void emptyStatePrimary();
    void emptyStateSecondary();

private:
    [[nodiscard]] int weekOf(const TokenQuery &query) const;
    SegmentedBar *m_statuses;
    ExpiryStrip *m_strip;
    TokenView *m_view;
    EmptyState *m_empty;
    TokenQuery m_query;
    UtcMs m_now = NoTime;
};

} // namespace rox
