// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "app/tokens/rotations.h"

#include <QObject>
#include <QSet>

#include <functional>

class QDialog;
class QWidget;

namespace rox {

class CredentialVault;
struct Message;

/// What the user does with a rotation after its value was shown, and what the window says of it:
/// the questions before the old token is revoked, the check of a value that is kept elsewhere, the
/// sign-in with the new token, the bar about a date that has passed.
class RotationActions : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this object. `vault` may be null.
    RotationActions(CommandContext *context, Rotations *rotations, CredentialVault *vault,
                    QObject *parent);

    /// Reads the rotation again, asks, and then has the old token revoked. `address` is the Central
    /// of the rotation. `checkFirst` is what "Check first…" does; empty: the value is asked for. A
    /// token in use leads to the sign-in with the new one.
    void revokeOld(const QUuid &chain, const QString &address, QWidget *over,
                   std::function<void()> checkFirst = {});
    void check(const QUuid &chain, QWidget *over);
    void signInWithNew(const QUuid &chain, QWidget *over);
    void giveUp(const QUuid &chain, QWidget *over);
    void changePlan(const QUuid &chain, QWidget *over);

    /// "Rotations", with its buttons connected and its rows kept up to date.
    [[nodiscard]] QDialog *makeDialog(QWidget *parent);

Q_SIGNALS:
    void rotateAgainRequested(rox::Session *session, const rox::Token &old);
    void serverRequested(const QString &key);

private:
    void goOn(const QUuid &chain, QWidget *over);
    void revokeOldOf(const RotationRow &row, QWidget *over);
    void askToRevokeOld(const QUuid &chain, QWidget *over, const std::function<void()> &checkFirst);
    void tell(const RotationRow &row, Message message);
    void tellEnd(const QUuid &chain, const OldTokenEnd &end);
    void tellDue();
    [[nodiscard]] Message dueBar(const RotationRow &row);
    void takeOver(const QUuid &chain, const Secret &value, bool isToBeKept);

    CommandContext *m_context;
    Rotations *m_rotations;
    CredentialVault *m_vault;
    QSet<QUuid> m_dueShown; ///< in the message bar
    QSet<QUuid> m_reading;  ///< read again, to be asked about
};

} // namespace rox
