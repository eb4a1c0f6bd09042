// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTableView>

namespace rox {

class NoticesModel;

/// The table "Notifications by server": check boxes of a NoticesModel. A click or Space changes
/// one.
class NoticesTable : public QTableView
{
    Q_OBJECT

public:
    /// Takes the model.
    NoticesTable(NoticesModel *model, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace rox
