// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;

namespace rox {

class ChipFlow;
class TextLabel;

/// Describes the token that the form would generate.
class DraftCard : public Card
{
    Q_OBJECT

public:
    struct Content
    {
        TokenDraft draft;
        QString server;
        QString length; ///< "90 days"; empty if the expiration is invalid
        bool grantKnown = false;
        bool writesEverything = false; ///< all resources of Central
        QStringList writes;
        QStringList reads;
    };

    explicit DraftCard(QWidget *parent = nullptr);
    void setContent(const Content &content);
    /// Shows the sentence alone, where room is short.
    void setCompact(bool compact);

private:
    struct Row
    {
        QLabel *title;
        QWidget *what;
        void setVisible(bool visible) const;
    };
    Row addRow(QGridLayout *grid, const QString &title, QWidget *what);
    void setGrant(QLabel *label, const QStringList &resources, const QString &none);
    void showGrants();

    bool m_compact = false;
    bool m_hasRoles = false;
    QLabel *m_sentence;
    QWidget *m_grants;
    ChipFlow *m_roles;
    QLabel *m_writes;
    QLabel *m_reads;
    TextLabel *m_everything;
    Row m_writesRow;
    Row m_readsRow;
    Row m_everythingRow;
};

} // namespace rox
