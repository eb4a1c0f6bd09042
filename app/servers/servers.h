// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/windowpresenter.h"
#include "app/servers/connectflow.h"
#include "app/servers/connectionparts.h"
#include "app/servers/serverremoval.h"
#include "app/servers/thisrun.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace rox {

class Renewal;
class Session;

/// The servers of the sidebar and the one that the window is on: opens it with what the keychain
/// keeps, and says what stands in the way. The session of a server that was left is gone, and its
/// credential with it; the keychain gives it again.
class Servers : public QObject
{
    Q_OBJECT

public:
    Servers(ConnectionParts parts, Workplace *place, WindowPresenter *presenter, QObject *parent);
    ~Servers() override;

    void open(const QUuid &id);
    /// The command line's, or the demo's: nothing of it is kept, unless the user asks for that and
    /// the profile has an id. It stands last in the sidebar.
    void openForThisRun(ServerProfile profile, Connection connection);
    /// Leaves whatever is shown, at the end.
    void close();
    /// In place of any server: what was asked for and is not there.
    void showPage(ServerPage page);
    /// The same: the CA file that the command line or the variables name cannot be used. The form
    /// goes on from there.
    void sayLaunchFailed(ServerProfile profile, const ApiError &error);
    /// The connection of this run, if there is one.
    void showThisRun();
    [[nodiscard]] const QUuid &current() const { return m_current; }
    /// What is filled in for a new server: a color that no other has, Central's port.
    [[nodiscard]] ServerProfile freshProfile() const;
    [[nodiscard]] const ConnectionParts *parts() const { return &m_parts; }
    [[nodiscard]] QStringList names() const; ///< that a new server may not have
    void add();                              ///< asks for a new one
    void tell(const QString &sentence);
    void showEvent(const ServerEvent &event);

    /// Takes the credential out of memory, as when the screen is locked; unlocked, it is read
    /// again.
    void clearSecrets();
    void openAgain();

Q_SIGNALS:
    void opened(const QUuid &id); ///< shown; what it lists is still to come

private:
    void connectWindow();
    /// Whatever was under way here is over; the next server's name may show.
    void leave(const QUuid &next);
    void present(ServerPage page);
    void showSession(Session *session);
    void drop(Session *session);
    void endSigning();
    [[nodiscard]] SigningIn *newSigning(SigningIn::Purpose purpose, const ServerProfile &profile,
                                        StoredCredential credential);
    void readCredential(const ServerProfile &profile, int ticket);
    void signIn(const ServerProfile &profile, StoredCredential credential);
    void show(const ServerProfile &profile, SigningIn::Signed result);
    [[nodiscard]] bool isInKeychain(const ServerProfile &profile) const;
    void sayKeychain(const ServerProfile &profile, const KeychainFailure &failure);
    void saySignInFailed(const ServerProfile &profile, const ApiError &error);
    void saySettlingFailed(const ServerProfile &profile, const ApiError &error);
    /// What the first button does where this went wrong.
    [[nodiscard]] std::function<void()> wayPast(const ServerProfile &profile,
                                                const ApiError &error);
    /// Takes the credential that its own session has revoked out of where it is kept.
    void forgetRevoked(Session *session, const ServerProfile &profile);
    void unlock(const ServerProfile &profile);
    void settleCertificate();
    void signInAgain();
    void signInForThisRun();
    /// Its credential is known to be missing, or good no more.
    [[nodiscard]] bool isWithoutCredential(const QUuid &id) const;
    [[nodiscard]] QStringList namesBesides(const QUuid &server) const;
    [[nodiscard]] QStringList profileNames() const;
    void keepThisRun();
    void forgetThisRun();
    void removed(const QUuid &id);
    void duplicate(const QUuid &id);
    void move(const QUuid &id, int position);
    void told(const ProfileStore::Outcome &outcome);
    void tellRows();

    ConnectionParts m_parts;
    Workplace *m_place;
    WindowPresenter *m_presenter;
    ConnectFlow m_form;
    ServerRemoval m_removal;
    QUuid m_current;
    QUuid m_withoutCredential; ///< the current one, if its credential is missing or was refused
    int m_ticket = 0;          ///< of the latest open(): older answers are dropped
    QPointer<SigningIn> m_signing;
    bool m_isCleared = false; ///< by clearSecrets(), and not opened again since
    bool m_isLocked = false;  ///< the screen, and a dialog was in the way of clearing
    ThisRun m_thisRun;
};

} // namespace rox
