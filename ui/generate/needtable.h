// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTableView>

namespace rox {

class NeedModel;

/// The table of a NeedModel: resource, sentence, and two columns of check boxes.
class NeedTable : public QTableView
{
    Q_OBJECT

public:
    NeedTable(NeedModel *model, QWidget *parent);
    void showTicked(); ///< scrolls to the first box that is checked
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void fitFont();
    [[nodiscard]] int heightOf(int rows) const;
};

} // namespace rox
