// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenselection.h"
#include "ui/widgets/emptypage.h"

#include <QWidget>

#include <optional>

namespace rox {

class ExpiryChart;
class SegmentedBar;
class TokenListModel;
class TokenView;

/// The list and what chooses from it: the buttons of tokenViews(), chart, table; or why the table
/// is empty.
class TokenPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPage(TokenListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] TokenView *view() const { return m_view; }
    void setCounts(const TokenSelection &selection, UtcMs now);
    void setQuery(const TokenQuery &query); ///< silent
    void setNarrow(bool narrow);            ///< the buttons lose their symbols
    void setEmptyPage(const std::optional<EmptyPageContent> &content);

Q_SIGNALS:
    void viewChosen(const QString &id); ///< of tokenViews()
    void weekChosen(int week);
    void emptyPagePrimary();
    void emptyPageSecondary();

private:
    void setCounts();
    [[nodiscard]] int weekOf(const TokenQuery &query) const;
    SegmentedBar *m_views; ///< by the order of tokenViews()
    ExpiryChart *m_strip;
    TokenView *m_view;
    EmptyPage *m_empty;
    TokenQuery m_query;
    TokenSelection m_selection; ///< its counts; no rows
    UtcMs m_now = NoTime;
};

} // namespace rox
