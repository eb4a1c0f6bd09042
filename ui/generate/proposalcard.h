// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/leastrole.h"
#include "ui/style/colors.h"
#include "ui/widgets/card.h"

namespace rox {

class ChipFlow;
class SymbolMark;
class TextLabel;

/// The roles that are proposed for a need, and what they grant beyond it; or why there are none.
class ProposalCard : public Card
{
    Q_OBJECT

public:
    explicit ProposalCard(QWidget *parent);

    void showNoNeed();
    /// `byAdminAlone`: what only Admin grants, if that is what was found.
    void showRoles(const LeastRoles &found, const AccessMap &byAdminAlone, const QString &scope);
    /// `missing`: what no role grants; empty if each is granted, but not by a few roles together.
    void showUngranted(const AccessMap &missing);

private:
    struct Content
    {
        Ground ground = Ground::Field;
        QString symbol = {};
        TextTone tone = TextTone::Secondary;
        QString lead = {};
        QStringList roles = {}; ///< chips under the lead
        QString text = {};
        QStringList grants = {}; ///< chips under the text
        QString advice = {};
    };
    void setContent(const Content &content);

    SymbolMark *m_mark;
    TextLabel *m_lead;
    ChipFlow *m_roles;
    TextLabel *m_text;
    ChipFlow *m_grants;
    TextLabel *m_advice;
};

} // namespace rox
