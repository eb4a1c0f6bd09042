// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"

namespace rox {

/// Which permissions each operation needs, and which are missing.
class NeedsTable : public Card
{
    Q_OBJECT

public:
    explicit NeedsTable(QWidget *parent = nullptr);
    void setNeeds(const QList<EmptyStateContent::Need> &needs);

private:
    QWidget *m_content = nullptr;
};

} // namespace rox
