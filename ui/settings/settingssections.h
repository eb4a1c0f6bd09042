// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QGridLayout>

class QCheckBox;

namespace rox {

/// Rows of label, field and note under headings, for a page of Settings.
class SettingsSections
{
public:
    /// Fills `grid`, which the page gets.
    SettingsSections(QGridLayout *grid, QWidget *page);

    void begin(const QString &heading);
    /// `field` is a widget or a layout; an empty note has no row.
    void add(const QString &label, QWidget *field, const QString &note);
    void add(const QString &label, QLayout *field, const QString &note);
    /// Over both columns, with its note under its text.
    void add(QCheckBox *box, const QString &note);
    static constexpr int Margin = 24; ///< of the page

private:
    void addLabel(const QString &label);
    void addNote(const QString &note);

    QGridLayout *m_grid;
    QWidget *m_page;
    int m_row = 0;
};

} // namespace rox
