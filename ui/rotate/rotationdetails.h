// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotationrow.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace rox {

class LinkButton;
class RotationBadge;
class RotationToken;
class StepRow;
class TextLabel;

/// One rotation: its state and why, both tokens, the four steps, and one primary button, which is
/// the next step.
class RotationDetails : public QWidget
{
    Q_OBJECT

public:
    explicit RotationDetails(QWidget *parent);
    void setRotation(const std::optional<RotationRow> &row); ///< none: an empty panel

Q_SIGNALS:
    void nextRequested(const QUuid &chain);
    void revokeOldRequested(const QUuid &chain);
    void changePlanRequested(const QUuid &chain);
    void giveUpRequested(const QUuid &chain);

private:
    [[nodiscard]] QLayout *makeState();
    [[nodiscard]] QWidget *makeSuccessor();
    [[nodiscard]] QLayout *makeButtons();
    void showNext(const RotationRow &row);

    QUuid m_chain;
    QWidget *m_content;
    TextLabel *m_title;
    RotationBadge *m_state;
    TextLabel *m_since;
    TextLabel *m_reason;
    TextLabel *m_successor;
    TextLabel *m_server;
    StepRow *m_steps;
    RotationToken *m_oldToken;
    RotationToken *m_newToken;
    LinkButton *m_change;
    LinkButton *m_giveUp;
    QPushButton *m_next;
    QPushButton *m_revoke;
};

} // namespace rox
