// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListWidget>

namespace rox {

/// The pages of a dialog, at its left edge, each with a symbol. As wide as its longest title.
class PageList : public QListWidget
{
    Q_OBJECT

public:
    PageList(const QString &accessibleName, const QString &objectName, QWidget *parent);

    void addPage(const QString &symbol, const QString &title);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace rox
