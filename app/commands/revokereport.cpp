// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/revokereport.h"

#include "models/values/visibletext.h"
#include "ui/revoke/revoketext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/times.h"

#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

void addCount(QStringList &parts, qsizetype count, const QString &text)
{
    if (count > 0)
        parts.append(text.arg(QLocale().toString(count)));
}

} // namespace

RevokeReport::RevokeReport(const RevokeListModel &model)
    : m_failed(model.ids(State::Failed))
    , m_notSent(model.ids(State::NotSent))
    , m_unknown(model.ids(State::Unknown))
    , m_revoked(model.count(State::Revoked))
    , m_gone(model.count(State::AlreadyGone))
    , m_proof(revoketext::proof(model))
{
    for (int row = 0; row < model.rowCount(); ++row)
        m_names.insert(model.tokenAt(row).id, shownName(model.tokenAt(row).name));
    if (model.rowCount() != 1)
        return;
    m_only = model.tokenAt(0).id;
    m_sentence = model.index(0).data(RevokeListModel::SentenceRole).toString();
}

void RevokeReport::take(const SettledRevokes &settled, const TokenTable &table)
{
    const QStringList all = settled.revoked + settled.gone + settled.active;
    for (const QString &id : all) {
        m_unknown.removeOne(id);
        const auto row = table.find(id);
        if (row && !m_names.contains(id))
            m_names.insert(id, shownName(table.name(*row)));
    }
    if (all != QStringList(m_only))
        m_only.clear();
    m_active += settled.active;
    m_listedRevoked += int(settled.revoked.size());
    m_listedGone += int(settled.gone.size());
    m_listedAt = settled.readAt;
}

bool RevokeReport::isEmpty() const
{
    return !isOpen() && m_revoked + m_gone + m_listedRevoked + m_listedGone == 0;
}

bool RevokeReport::isOpen() const
{
    return !m_failed.isEmpty() || !m_notSent.isEmpty() || !m_unknown.isEmpty()
           || !m_active.isEmpty();
}

QStringList RevokeReport::retryIds() const
{
    const QStringList proven = m_failed + m_notSent + m_active;
    return proven.isEmpty() ? m_unknown : proven;
}

QList<RevokeReport::Action> RevokeReport::actions() const
{
    QList<Action> actions;
    if (!m_unknown.isEmpty())
        actions.append(Action::LookAgain);
    if (isOpen())
        actions.append(Action::Retry);
    return actions;
}

Message RevokeReport::message() const
{
    Message message;
    message.lead = lead();
    message.text = text();
    if (!m_failed.isEmpty() || !m_notSent.isEmpty()) {
        message.severity = Severity::Bad;
    } else if (isOpen()) {
        message.severity = Severity::Caution;
        message.symbol = u"unknown"_s;
    } else {
        message.severity = Severity::Success;
    }
    const bool onlyUnknown = m_failed.isEmpty() && m_notSent.isEmpty();
    for (const Action action : actions())
        message.actions.append({action == Action::LookAgain ? tr("Look again")
                                : onlyUnknown               ? tr("Revoke again…")
                                                            : tr("Retry failed…"),
                                {}});
    return message;
}

QString RevokeReport::lead() const
{
    if (!m_only.isEmpty())
        return leadOfOne();
    QStringList parts;
    addCount(parts, m_failed.size(), tr("%1 not revoked"));
    addCount(parts, m_notSent.size(), tr("%1 not sent"));
    addCount(parts, m_active.size(), tr("%1 still active"));
    addCount(parts, m_unknown.size(), tr("%1 not known"));
    if (!parts.isEmpty())
        //: "22 not sent, 4 not known." of the tokens that were to be revoked
        return tr("%1.", "a list of counts").arg(parts.join(", "_L1));
    const int revoked = m_revoked + m_listedRevoked;
    const int gone = m_gone + m_listedGone;
    if (gone == 0)
        return tr("%Ln token(s) revoked.", nullptr, revoked);
    addCount(parts, revoked, tr("%1 revoked"));
    addCount(parts, gone, tr("%1 gone"));
    return tr("%1.", "a list of counts").arg(parts.join(", "_L1));
}

QString RevokeReport::leadOfOne() const
{
    const QString name = m_names.value(m_only);
    if (!m_failed.isEmpty())
        return tr("%1 was not revoked.").arg(name);
    if (!m_notSent.isEmpty())
        return tr("The request to revoke %1 was not sent.").arg(name);
    if (!m_unknown.isEmpty())
        return tr("%1 may or may not be revoked.").arg(name);
    if (!m_active.isEmpty())
        return tr("%1 is still active.").arg(name);
    if (m_gone + m_listedGone > 0)
        return tr("%1 is gone.").arg(name);
    return tr("%1 is revoked.").arg(name);
}

QString RevokeReport::text() const
{
    QStringList parts;
    if (m_listedAt != NoTime)
        parts.append(listed());
    else if (!m_only.isEmpty())
        parts.append(m_sentence);
    if (!isOpen() && m_listedAt == NoTime && m_only.isEmpty())
        parts.append(m_proof);
    parts.append(stayingSelected());
    if (!m_unknown.isEmpty() && m_only.isEmpty())
        parts.append(tr("Central's answer for %Ln token(s) was lost: they may or may not be "
                        "revoked.",
                        nullptr, int(m_unknown.size())));
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString RevokeReport::listed() const
{
    const QString at = clockSeconds(m_listedAt);
    if (!m_only.isEmpty()) {
        if (m_listedRevoked > 0)
            return tr("Central lists it as revoked (looked at %1).").arg(clockTime(m_listedAt));
        if (m_listedGone > 0)
            return tr("Central has no such token any more (looked at %1).")
                .arg(clockTime(m_listedAt));
        return tr("Central listed it as active at %1. The answer to its revoke was lost before.")
            .arg(at);
    }
    QStringList parts;
    addCount(parts, m_listedRevoked, tr("%1 revoked"));
    addCount(parts, m_active.size(), tr("%1 active"));
    addCount(parts, m_listedGone, tr("%1 gone"));
    //: TIME, "1 revoked, 2 active", of the tokens that were not known
    return tr("Those not known were listed at %1: %2.").arg(at, parts.join(", "_L1));
}

QString RevokeReport::stayingSelected() const
{
    const QStringList failed = m_failed + m_notSent;
    if (failed.isEmpty() || !m_only.isEmpty())
        return {};
    const QString first = m_names.value(failed.constFirst());
    return failed.size() == 1 ? tr("%1 stays selected for another try.").arg(first)
                              : tr("%1 and %Ln other(s) stay selected for another try.", nullptr,
                                   int(failed.size()) - 1)
                                    .arg(first);
}

} // namespace rox
