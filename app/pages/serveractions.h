// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "app/servers/connectflow.h"
#include "app/servers/serverremoval.h"
#include "app/servers/serverservices.h"

#include <QObject>

namespace rox {

/// What the user does with servers: chooses, adds, edits, keeps, duplicates, moves and removes
/// them. Asks a person what a session in front needs, and keeps the rows of the sidebar.
class ServerActions : public QObject, public UserPrompts
{
    Q_OBJECT

public:
    /// `parts.prompts` is set here.
    ServerActions(ServerServices parts, CommandContext *context, Scope *scope, QObject *parent);

    /// Goes on to this server: its list is shown at once if its session is live, and read anew.
    /// With allServersId() to all of them, if there are several.
    void show(const ServerId &id);
    void add(); ///< asks for a new one
    void goOn();
    /// Past what stands in the way of this server: asks a person, or tries again.
    void goOn(const ServerId &id);
    void signInToCurrent();
    void tell(const QString &sentence);
    void showEvent(const ServerEvent &event);
    [[nodiscard]] const ServerServices *parts() const { return &m_parts; }

    /// When the screen is locked: takes the credentials out of memory that the keychain can give
    /// again. While a dialog is open it waits for that.
    void clearCredentials();
    void openAgain(); ///< when it is unlocked

    void askAboutCertificate(const CertificateQuestion &question, QObject *context,
                             std::function<void(CertificateAnswer)> then) override;
    void askToUnlock(QObject *context, KeychainHandler<void> then) override;
    void stopUnlocking() override;
    void askToSignIn(const ServerId &id) override;
    void askForCaFile(const ServerId &id) override;

Q_SIGNALS:
    void serverRemoved(const rox::ServerProfile &profile); ///< by the user, in this window

private:
    void connectWindow();
    void connectFlows();
    void follow(const ServerId &id);
    void showAll();
    void openOrRefresh(const ServerId &id);
    void connected(const ServerId &id);
    void keepConnection(const ServerId &id);
    void duplicate(const ServerId &id);
    void removed(const ServerId &id);
    void leaveRemoved(); ///< if another window has removed the server in scope
    void told(const ProfileStore::Outcome &outcome);
    /// A problem of the file of profiles, with what its last good copy has.
    void tellOfFile(const QString &problem);
    void settled(const ServerProfile &profile);
    void saySettlingFailed(Session *session, const ApiError &error);
    /// In the form, for another connection; `error` says which of its fields is wrong.
    void askPast(const ServerEntry &entry, const std::optional<ApiError> &error);
    void tellRows();

    ServerServices m_parts;
    CommandContext *m_context;
    Scope *m_scope;
    ConnectFlow m_form;
    ServerRemoval m_removal;
    QPointer<QObject> m_unlocking; ///< the caller of the last askToUnlock()
    bool m_isLocked = false;       ///< the screen, and a dialog was in the way of clearing
};

} // namespace rox
