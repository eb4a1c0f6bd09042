// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/emptystate.h"

#include <QWidget>

class QGridLayout;

namespace rox {

/// What each deed needs of Central, and what is missing.
class NeedsTable : public QWidget
{
    Q_OBJECT

public:
    explicit NeedsTable(QWidget *parent = nullptr);
    void setNeeds(const QList<EmptyStateContent::Need> &needs);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QGridLayout *m_grid = nullptr;
    QWidget *m_content = nullptr;
    QList<EmptyStateContent::Need> m_needs;
};

} // namespace rox
