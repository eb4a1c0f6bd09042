// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"

#include <QWidget>

namespace rox {

class FilterChip;
class LinkButton;
class TextLabel;

/// The list "Filters": a chip for each filter of the query, and how many tokens are left. It is
/// shown only while there is a filter. × or Del takes one away; those that do not fit are in the
/// menu of the last chip.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QWidget *parent = nullptr);

    /// Silent. The years of dates are left out where they are those of `now`.
    void setQuery(const TokenQuery &query, UtcMs now);
    void setCounts(quint32 shown, quint32 total);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const rox::TokenQuery &query); ///< the query without what was taken away
    void focusLeft();                          ///< the last chip had the focus and is gone

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void replaceChips();
    void placeParts();
    void openRest();
    void takeAway(qsizetype number);

    TokenQuery m_query;
    UtcMs m_now = NoTime;
    QList<TokenFilter> m_filters;
    QStringList m_texts; ///< of the chips: a filter may change its value
    TextLabel *m_lead;
    QList<FilterChip *> m_chips; ///< one for each filter
    FilterChip *m_rest;          ///< "+2"
    TextLabel *m_count;
    LinkButton *m_clear;
    TextLabel *m_key;
    qsizetype m_fitting = 0;
};

} // namespace rox
