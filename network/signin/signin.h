// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/signin/sessiontoken.h"
#include "network/signin/signindecoder.h"

#include <QObject>

#include <memory>

namespace rox {

/// Signs in to one Central: exchanges a password or a refresh cookie for a session. No request has
/// an Authorization header, each is sent at most once, and none before the certificate is trusted.
/// Lives on the GUI thread. Handlers are called once, never from inside the call, and never after
/// `context` (nullptr: this) or this was destroyed.
class SignIn : public QObject
{
    Q_OBJECT

public:
    SignIn(Endpoint endpoint, Trust trust, Limits limits = {}, QObject *parent = nullptr);
    ~SignIn() override;

    /// Central's auth providers, as shown to users who have not signed in.
    void providers(QObject *context, Handler<QList<LoginProvider>> handler);

    /// The session lasts 12 hours and has no refresh cookie. Unauthenticated: wrong user name or
    /// password. NotFound: this Central issues no session for a password; try Basic authentication.
    void withPassword(const QString &userName, Secret password, QObject *context,
                      Handler<SessionToken> handler);

    /// Returns a new session with the refresh cookie for the next refresh: a new cookie if the
    /// provider rotates them, else the same one. A rotated cookie works once: after a lost answer
    /// the sent cookie may be invalid. SignInEnded: Central or the provider refused the cookie
    /// (400, 401, 500), and the user has to sign in again.
    void refresh(Secret refreshCookie, QObject *context, Handler<SessionToken> handler);

    /// Revokes the refresh cookie at the provider. The session token stays valid until it expires.
    /// The request is completed even if `context` is destroyed.
    void logout(Secret refreshCookie, QObject *context, Handler<void> handler);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
