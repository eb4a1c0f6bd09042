// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"

namespace rox {

/// Which permissions each operation needs, and which are missing.
class PermissionsTable : public Card
{
    Q_OBJECT

public:
    explicit PermissionsTable(QWidget *parent = nullptr);
    void setPermissions(const QList<EmptyPageContent::Need> &needs);

private:
    QWidget *m_content = nullptr;
};

} // namespace rox
