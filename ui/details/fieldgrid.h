// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QGridLayout;

namespace rox {

class TextLabel;

/// Label and value, row by row, as the details panel has them.
class FieldGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FieldGrid(QWidget *parent = nullptr);

    /// Becomes the parent of `value`. The label is its buddy, so screen readers say it.
    void add(const QString &label, QWidget *value);
    TextLabel *addText(const QString &label, const QString &objectName);
    void setRowVisible(QWidget *value, bool visible);
    void setLabel(QWidget *value, const QString &label);

private:
    [[nodiscard]] TextLabel *labelOf(QWidget *value) const;

    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace rox
