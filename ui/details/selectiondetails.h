// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/details/selectionsummary.h"

#include <QWidget>

namespace rox {

class ChipFlow;
class FieldGrid;
class FlagList;
class TextLabel;

/// Several tokens: their statuses, all their roles, which expires first.
class SelectionDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionDetails(QWidget *parent = nullptr);
    void setFacts(const SelectionSummary::Facts &facts, UtcMs now);
    void setCounting();

private:
    TextLabel *m_statuses;
    FieldGrid *m_fields;
    ChipFlow *m_roles;
    TextLabel *m_firstExpiry;
    FlagList *m_flags;
};

} // namespace rox
