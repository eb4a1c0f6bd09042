// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/rotationmarks.h"

#include "app/tokens/rotations.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"

namespace rox {

RotationMarks::RotationMarks(const CommandContext *context, const Rotations *rotations,
                             QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_rotations(rotations)
{
    connect(rotations, &Rotations::changed, this, &RotationMarks::mark);
    connect(context->scope, &Scope::changed, this, &RotationMarks::mark);
}

void RotationMarks::mark()
{
    QHash<QString, TokenRotation> marks;
    const Session *session = m_context->opened();
    const QString address = session ? session->address() : QString();
    const QList<RotationRow> rows = session ? m_rotations->rows() : QList<RotationRow>();
    for (const RotationRow &row : rows) {
        if (!row.standing.isUnderWay() || row.server.address != address
            || row.rotation.newId.isEmpty())
            continue;
        const Rotation &rotation = row.rotation;
        marks.insert(rotation.old.id, {true, TokenText::name(rotation.draft.name, 80)});
        marks.insert(rotation.newId, {false, TokenText::name(rotation.old.name, 80)});
    }
    m_context->model->setRotations(marks);
}

} // namespace rox
