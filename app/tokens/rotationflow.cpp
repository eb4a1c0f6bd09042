// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/rotationflow.h"

#include "app/servers/session.h"
#include "app/tokens/rotations.h"
#include "app/tokens/tokenwrites.h"
#include "app/tokens/valuequestion.h"
#include "models/rotate/rotationchain.h"

#include <utility>

namespace rox {

RotationFlow::RotationFlow(Rotations *rotations, TokenWrites *writes, Session *session, Token old,
                           QObject *parent)
    : QObject(parent)
    , m_rotations(rotations)
    , m_writes(writes)
    , m_generating(new GenerateFlow(writes, session, this))
    , m_address(session->address())
{
    m_rotation.chain = QUuid::createUuid();
    m_rotation.old = std::move(old);
    m_generating->setChain(m_rotation.chain);
    connect(m_generating, &GenerateFlow::settled, this, &RotationFlow::take);
}

void RotationFlow::generate(const TokenDraft &draft, const OldTokenPlan &plan)
{
    if (m_generating->isAsking() || std::exchange(m_isBeginning, true))
        return;
    // Another process may have begun since the list of rotations was read.
    m_rotations->reload(m_address, this, [this, draft, plan] {
        m_isBeginning = false;
        QList<RotationRow> others = m_rotations->ofToken(m_address, m_rotation.old.id);
        others.removeIf(
            [this](const RotationRow &row) { return row.rotation.chain == m_rotation.chain; });
        if (!m_ignoresOthers && !others.isEmpty())
            Q_EMIT othersFound(others);
        else
            begin(draft, plan);
    });
}

void RotationFlow::begin(const TokenDraft &draft, const OldTokenPlan &plan)
{
    if (!m_generating->hasSession())
        return;
    m_rotation.plan = plan;
    m_rotation.draft = draft;
    // The history writes it before the intent, in the same thread.
    m_rotations->note(
        m_address, plannedNote(m_rotation.chain, m_rotation.old, plan, m_writes->clock()->now()));
    m_generating->generate(draft);
}

void RotationFlow::take(const GenerateEvent &event)
{
    if (event.fate != GenerateOutcome::Outcome::Made)
        return;
    m_rotation.making = Rotation::Making::Made;
    m_rotation.madeAt = m_writes->clock()->now();
    m_rotation.newId = event.token.id;
    m_rotation.draft.expiresAt = event.token.expiresAt;
    m_rotation.draft.roles = event.token.roles;
}

void RotationFlow::handOver(SuccessorHandOver::How how, HandoverForm form)
{
    m_rotation.handOver = {how, form, m_writes->clock()->now()};
    m_rotations->note(m_address,
                      handedOverNote(m_rotation, m_rotation.handOver, m_rotation.handOver.at));
}

void RotationFlow::check(const Secret &value, const Limits &limits)
{
    Session *session = m_generating->session();
    if (m_isChecking)
        return;
    if (!session || !session->client()) {
        Q_EMIT checked({}, errorOf(ApiError::Kind::NotSent));
        return;
    }
    m_isChecking = true;
    askWithValue(*session->client(), value, limits, this, [this](const Result<Identity> &who) {
        m_isChecking = false;
        const UtcMs now = m_writes->clock()->now();
        const SuccessorCheck check = checkOf(who, m_rotation.successor(), now);
        m_rotation.checks.append(check);
        m_rotations->note(m_address, checkedNote(m_rotation, check, now));
        Q_EMIT checked(check, who ? ApiError{} : who.error());
    });
}

} // namespace rox
