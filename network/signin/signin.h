// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "network/signin/sessiontoken.h"
#include "network/signin/signindecoder.h"

#include <QObject>

#include <memory>

namespace rox {

/// Signing in to one Central, under one trust: a password or a refresh cookie in exchange for a
/// session. No request has an Authorization header, each leaves this computer once at most, and
/// nothing leaves before the certificate is trusted. Lives on the GUI thread; handlers are called
/// as CentralClient's: once, never from inside the call, never after `context` died or this was
/// destroyed. A `context` of nullptr stands for this object.
class SignIn : public QObject
{
    Q_OBJECT

public:
    SignIn(Endpoint endpoint, Trust trust, Limits limits = {}, QObject *parent = nullptr);
    ~SignIn() override;

    /// The ways in that Central offers to anybody.
    void providers(QObject *context, Handler<QList<LoginProvider>> handler);

    /// Lasts 12 hours, without a refresh cookie. Unauthenticated: the user name or the password is
    /// wrong. NotFound: this Central gives no session for a password; Basic authentication may
    /// still do.
    void withPassword(const QString &userName, Secret password, QObject *context,
                      Handler<SessionToken> handler);

    /// The next session, with the cookie that is good for the one after: Central's new one where
    /// the provider rotates them, else the same. A rotated cookie is good for once: if the answer
    /// was lost the old one may be dead. SignInEnded: Central or
    /// the provider refused the cookie (400, 401, 500), and the user has to sign in anew.
    void refresh(Secret refreshCookie, QObject *context, Handler<SessionToken> handler);

    /// Revokes the refresh cookie at the provider. The session token stays good until it expires.
    /// Goes on to its end if `context` dies.
    void logout(Secret refreshCookie, QObject *context, Handler<void> handler);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
