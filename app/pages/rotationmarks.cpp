// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/rotationmarks.h"

#include "app/tokens/rotations.h"
#include "models/tokens/tokenlistmodel.h"
#include "models/tokens/tokentext.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sidebarviews.h"

namespace rox {

RotationMarks::RotationMarks(const CommandContext *context, const Rotations *rotations,
                             QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_rotations(rotations)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RotationMarks::mark);
    const auto later = qOverload<>(&QTimer::start);
    connect(rotations, &Rotations::changed, &m_soon, later);
    // After the list of the other scope was set up, which forgets the marks.
    connect(context->scope, &Scope::changed, &m_soon, later);
}

void RotationMarks::mark()
{
    MergedTokens::RotationsByAddress marks;
    const QList<RotationRow> rows = m_rotations->rows();
    for (const RotationRow &row : rows) {
        const Rotation &rotation = row.rotation;
        if (!row.standing.isUnderWay() || rotation.newId.isEmpty())
            continue;
        auto &ofCentral = marks[row.server.address];
        ofCentral.insert(rotation.old.id, {true, TokenText::name(rotation.draft.name, 80)});
        ofCentral.insert(rotation.newId, {false, TokenText::name(rotation.old.name, 80)});
    }
    m_context->window->sidebarViews()->setRotations(countsOf(rows));
    m_context->all->setRotations(marks);
    if (m_context->scope->isAll())
        return; // the list has them with what else is known of each Central
    const Session *session = m_context->opened();
    m_context->model->setRotations(session ? marks.value(session->address())
                                           : QHash<QString, TokenRotation>());
}

} // namespace rox
