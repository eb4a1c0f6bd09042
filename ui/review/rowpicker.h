// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/review/exportchoice.h"

#include <QWidget>

class QButtonGroup;

namespace rox {

/// Which rows are exported: those shown, those selected, or all.
class RowPicker : public QWidget
{
    Q_OBJECT

public:
    RowPicker(const ExportOffer &offer, QWidget *parent);
    [[nodiscard]] ExportRows rows() const;

Q_SIGNALS:
    void chosen();

private:
    QButtonGroup *m_group;
};

} // namespace rox
