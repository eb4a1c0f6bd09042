// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

class QTableView;

namespace rox {

class TokenListModel;

/// Headings between the rows of a list that is ordered by the times of changes: "Today",
/// "Yesterday", a date. The first row of each day is taller; its heading stands in its upper part
/// and is no part of the row.
class DayHeadings : public QObject
{
    Q_OBJECT

public:
    DayHeadings(QTableView *view, TokenListModel *model);

    void setShown(bool isShown);
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /// After the rows have changed: makes the heights of the rows fit now. It is done by itself
    /// when control returns to the event loop.
    void ensure();
    /// Empty: the row is not the first of its day.
    [[nodiscard]] QString textOf(int row) const { return m_texts.value(row); }
    /// How much of the row's top its heading takes.
    [[nodiscard]] int heightAt(int row) const { return m_texts.contains(row) ? height() : 0; }
    [[nodiscard]] bool isAt(const QPoint &point) const; ///< of the viewport
    /// Over what the view has painted.
    void paint() const;

private:
    [[nodiscard]] int height() const;
    [[nodiscard]] QHash<int, QString> texts() const;
    QTableView *m_view;
    TokenListModel *m_model;
    QTimer m_soon;
    QHash<int, QString> m_texts; ///< by row
    bool m_isShown = false;
};

} // namespace rox
