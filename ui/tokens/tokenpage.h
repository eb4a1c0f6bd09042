// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenselection.h"
#include "ui/widgets/emptypage.h"

#include <QWidget>

#include <optional>

class QMenu;
class QToolButton;

namespace rox {

class ExpiryChart;
class FilterRow;
class SegmentedBar;
class TokenListModel;
class TokenView;
class ViewAdviceBar;

/// The list and what chooses from it: the buttons of tokenViews() or a view's advice, chart,
/// filters, table; or why
/// the table is empty.
class TokenPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPage(TokenListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] TokenView *view() const { return m_view; }
    /// `total` is the list without any filter.
    void setCounts(const TokenCounts &counts, quint32 total, UtcMs now);
    void setQuery(const TokenQuery &query); ///< silent
    void setLow(bool low);                  ///< without the chart, so that the list has some rows
    void setChartWanted(bool wanted);
    [[nodiscard]] bool isChartWanted() const { return m_isChartWanted; }
    /// As ExpiryChart::spanActions().
    [[nodiscard]] QList<QAction *> spanActions() const;
    void setNarrow(bool narrow); ///< the buttons lose their symbols
    void setEmptyPage(const std::optional<EmptyPageContent> &content);
    /// Offers the filters that this row suggests; of its roles only the one at `point` of the
    /// viewport, if the chip of one is there.
    void addFiltersOfRow(QMenu *menu, int row, const QPoint &point);

Q_SIGNALS:
    void viewChosen(const QString &id);   ///< of tokenViews()
    void deedChosen(const QString &view); ///< the button beside the advice of the view
    void viewShown(const QString &id);    ///< after setQuery()
    void countsShown(const rox::TokenCounts &counts, quint32 total);
    void queryChosen(const rox::TokenQuery &query); ///< with other filters
    void idFound(); ///< the search has one hit, in its id; once for each such token
    void emptyPagePrimary();
    void emptyPageSecondary();

private:
    void makeFilterButton();
    void showView();
    void showCounts();
    void noteIdHit();
    void showChart();
    TokenListModel *m_model;
    SegmentedBar *m_views; ///< views without advice, by the order of tokenViews()
    ViewAdviceBar *m_advice;
    QToolButton *m_addFilter;
    ExpiryChart *m_strip;
    FilterRow *m_filters;
    TokenView *m_view;
    EmptyPage *m_empty;
    TokenQuery m_query;
    TokenCounts m_counts;
    quint32 m_total = 0;
    UtcMs m_now = NoTime;
    QString m_foundId;      ///< of the last idFound(); empty: the search has no or several hits
    bool m_isEmpty = false; ///< a page stands in place of the rows
    bool m_isLow = false;
    bool m_isChartWanted = true;
};

} // namespace rox
