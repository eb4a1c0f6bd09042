// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace rox {

/// What a list says about revokes whose outcome was unknown.
struct SettledRevokes
{
    QStringList revoked; ///< ids that the list has as revoked
    QStringList gone;    ///< ids that the list does not have
    QStringList active;  ///< ids that the list has as not revoked
    UtcMs readAt = NoTime;
};

/// The revokes at one Central whose outcome is unknown: they were sent, and no answer or reading
/// proves what became of them. A revoke stays open until a list settles it that was asked for after
/// add(), because a list under way by then may be older than the revoke.
class OpenRevokes : public QObject
{
    Q_OBJECT

public:
    /// The revokes that a list can settle if it is asked for now.
    using Asked = QHash<QString, int>;

    explicit OpenRevokes(QObject *parent = nullptr);

    void add(const QString &id);
    /// An answer has proven what became of this revoke.
    void remove(const QString &id);
    [[nodiscard]] bool isEmpty() const { return m_serials.isEmpty(); }
    [[nodiscard]] bool contains(const QString &id) const { return m_serials.contains(id); }
    [[nodiscard]] QStringList ids() const { return m_serials.keys(); }

    /// Call it when a list is asked for, and pass the result to settle() when the list has arrived.
    [[nodiscard]] Asked asked() const { return m_serials; }
    /// A token that the list has and that could not be read stays open.
    void settle(const Asked &asked, const TokenTable &table, UtcMs readAt);

Q_SIGNALS:
    void changed();
    void settled(const rox::SettledRevokes &settled);

private:
    Asked m_serials; ///< by id; each add() has another number
    int m_lastSerial = 0;
};

} // namespace rox
