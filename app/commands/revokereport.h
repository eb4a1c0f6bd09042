// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"
#include "models/tokens/openrevokes.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>
#include <QHash>

namespace rox {

/// What the message bar says after a revocation, and after a later list has settled what was
/// unknown of it.
class RevokeReport
{
    Q_DECLARE_TR_FUNCTIONS(rox::RevokeReport)

public:
    enum class Action { LookAgain, Retry };

    RevokeReport() = default;
    /// All rows of the model have a verdict, or were kept or stopped.
    explicit RevokeReport(const RevokeListModel &model);

    /// What a list says of those not known. `table` has the names.
    void take(const SettledRevokes &settled, const TokenTable &table);

    /// Nothing was revoked, refused or lost: there is nothing to say.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isOpen() const; ///< some token is not revoked, or it is not known
    /// What "Retry" asks about again.
    [[nodiscard]] QStringList retryIds() const;
    /// The id is not set. Its buttons are those of actions(), in this order, and run nothing yet.
    [[nodiscard]] Message message() const;
    [[nodiscard]] QList<Action> actions() const;

private:
    [[nodiscard]] QString lead() const;
    [[nodiscard]] QString leadOfOne() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString listed() const;
    [[nodiscard]] QString stayingSelected() const;

    QStringList m_failed, m_notSent, m_unknown; ///< ids
    QStringList m_active; ///< ids that were unknown, and are listed as active since
    int m_revoked = 0;
    int m_gone = 0;
    int m_listedRevoked = 0; ///< of those that were unknown; not in m_revoked
    int m_listedGone = 0;
    UtcMs m_listedAt = NoTime;
    QHash<QString, QString> m_names; ///< by id; shortened, visible text
    QString m_only;                  ///< id, if one token was to be revoked
    QString m_sentence;              ///< of the only one
    QString m_proof;
};

} // namespace rox
