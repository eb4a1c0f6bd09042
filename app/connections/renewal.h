// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/connections/signingin.h"

#include <QTimer>

namespace rox {

class CredentialStore;
class Session;

/// Keeps a session signed in: a minute before its token ends Central is asked for the next, with
/// the refresh cookie or the password, whichever the keychain keeps. The new cookie is kept before
/// the old one is forgotten. Belongs to the session and goes with it.
class Renewal : public QObject
{
    Q_OBJECT

public:
    Renewal(Session *session, ServerProfile profile, CredentialStore *store, const Clock *clock);

    /// When the token in use ends; NoTime: it does not, as far as anybody knows.
    void setEnd(UtcMs endsAt);
    [[nodiscard]] UtcMs endsAt() const { return m_endsAt; }
    /// At once, as after Central refused the token.
    void renew();

Q_SIGNALS:
    void renewed();
    /// The token goes on to its end; after that somebody has to sign in.
    void failed(const rox::ApiError &error);

private:
    void signIn(StoredCredential credential);
    void take(SigningIn::Signed result);

    Session *m_session;
    ServerProfile m_profile;
    CredentialStore *m_store;
    const Clock *m_clock;
    UtcMs m_endsAt = NoTime;
    QTimer m_timer;
    bool m_renewing = false;
};

} // namespace rox
