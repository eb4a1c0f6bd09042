// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"

#include <QObject>
#include <QTimer>

namespace rox {

class Rotations;

/// Marks the tokens of the shown list that are in a rotation under way, and counts the rotations in
/// the sidebar.
class RotationMarks : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. `context->all` gets the marks of all servers.
    RotationMarks(const CommandContext *context, const Rotations *rotations, QObject *parent);

private:
    void mark();

    const CommandContext *m_context;
    const Rotations *m_rotations;
    QTimer m_soon; ///< several changes come in one turn of the event loop
};

} // namespace rox
