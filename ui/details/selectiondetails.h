// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/selectionsummary.h"

#include <QWidget>

namespace rox {

class ChipFlow;
class FieldGrid;
class FlagList;
class TextLabel;

/// Shows a SelectionSummary.
class SelectionDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionDetails(QWidget *parent = nullptr);
    void setSummary(const SelectionSummary &summary, UtcMs now);

private:
    TextLabel *m_statuses;
    FieldGrid *m_fields;
    ChipFlow *m_roles;
    TextLabel *m_firstExpiry;
    FlagList *m_flags;
};

} // namespace rox
