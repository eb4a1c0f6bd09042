// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/token.h"

#include <QFrame>

class QLabel;

namespace rox {

class ChipFlow;

/// What the form would have Central make, in words, before it is asked.
class DraftCard : public QFrame
{
    Q_OBJECT

public:
    struct Content
    {
        TokenDraft draft;
        QString server;
        QString length; ///< "90 days"; empty if the expiration cannot be taken
        bool grantKnown = false;
        QStringList writes;
        QStringList reads;
    };

    explicit DraftCard(QWidget *parent = nullptr);
    void setContent(const Content &content);
    /// The sentence alone, where room is short.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setGrant(QLabel *label, bool known, const QStringList &resources);

    void showGrants();

    bool m_compact = false;
    bool m_hasRoles = false;
    QLabel *m_sentence;
    QWidget *m_grants;
    ChipFlow *m_roles;
    QLabel *m_writes;
    QLabel *m_reads;
};

} // namespace rox
