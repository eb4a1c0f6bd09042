// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/storedcredential.h"
#include "app/servers/userprompts.h"
#include "models/values/clock.h"
#include "models/values/keychainfailure.h"
#include "models/values/retrypolicy.h"
#include "network/central/centralclient.h"
#include "network/signin/certificateprobe.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace rox {

class BrowserLogin;
class CredentialVault;
class SignIn;
struct SessionToken;

/// One attempt to sign in with a profile: the certificate is settled, the credential is made, and
/// Central says whose it is. Ends with one of succeeded(), failed() and caFileWanted(), once; a
/// cancelled one with failed(Cancelled).
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    enum class Purpose {
        Prove,  ///< from the certificate to identity and permissions
        Open,   ///< makes the credential; the session asks who signs in
        Settle, ///< the certificate alone
    };
    /// Opens a page in the user's browser; false if there is none. True does not prove that a
    /// browser came up.
    using PageOpener = std::function<bool(const QUrl &)>;

    struct Signed
    {
        ServerProfile profile; ///< with the trust that was settled
        Credential credential;
        StoredCredential kept; ///< what the keychain is to keep
        /// Why the keychain did not keep a session that was refreshed.
        std::optional<KeychainFailure> notKept;
        Trust trust;
        UtcMs endsAt = NoTime; ///< when the session ends
        bool isProven = false; ///< Prove only: identity and permissions are known
        Identity identity;
        Permissions permissions;

        /// The keychain has what makes the next session, without a question to the user.
        [[nodiscard]] bool canBeRenewed() const
        {
            return profile.signIn == SignInMethod::Password || !kept.refreshCookie.isEmpty();
        }
    };

    /// `prompts` asks about the certificate; null: a certificate that needs a person is refused.
    SignInFlow(Purpose purpose, ServerProfile profile, StoredCredential credential,
               const Clock *clock, UserPrompts *prompts, QObject *parent);
    ~SignInFlow() override;

    void setPageOpener(PageOpener opener) { m_openPage = std::move(opener); }
    /// Where a session that is refreshed is kept, and for which profile. The vault outlives it.
    void setVault(CredentialVault *vault, const ServerProfile &keptFor)
    {
        m_vault = vault;
        m_keptFor = keptFor;
    }
    void start();
    void cancel();
    void openPageAgain();
    /// Once, after succeeded().
    [[nodiscard]] Signed take() { return std::move(m_signed); }

Q_SIGNALS:
    void stepChanged(const QString &step);
    void waitingForBrowser(qint64 remainingMs); ///< about once a second
    /// The page to sign in at was given to the browser, or could not be: the user may open it
    /// by hand, and the wait goes on.
    void pageOpened(const QUrl &page, bool isOpened);
    void browserAnswered();
    void trusted(const rox::TrustRule &rule); ///< a person trusted the certificate
    void succeeded();
    void failed(const rox::ApiError &error);
    void caFileWanted(); ///< in place of trust, the user wants to give a CA file

private:
    void settleCertificate();
    void useTrust(Trust trust);
    void judge(const CertificateVerdict &verdict);
    void ask(const CertificateQuestion &question);
    void trust(const CertificateFacts &facts);
    void certificateSettled();
    void makeCredential();
    void exchangePassword();
    void useSession();
    void refreshSession();
    void askInBrowser();
    void waitForBrowser();
    void takeSession(SessionToken session);
    void askWho();
    void askPermissions();
    void refusedWho(const ApiError &error);
    [[nodiscard]] bool triesAgain(const ApiError &error);
    [[nodiscard]] bool end(); ///< false if the attempt had ended before
    void refuse(ApiError::Kind kind, const CertificateFacts &shown);
    void fail(const ApiError &error);
    void succeed();

    Purpose m_purpose;
    const Clock *m_clock;
    UserPrompts *m_prompts;
    PageOpener m_openPage;
    CredentialVault *m_vault = nullptr;
    ServerProfile m_keptFor;
    Signed m_signed;
    bool m_ended = false;
    QPointer<CertificateProbe> m_probe;
    SignIn *m_signIn = nullptr;
    bool m_isKeptSession = false; ///< from the keychain: Central may refuse it
    RetryPolicy m_retry;
    BrowserLogin *m_browser = nullptr;
    QTimer m_second; ///< for the countdown
    QUrl m_page;     ///< the page that the browser opened
    CentralClient *m_client = nullptr;
};

/// A copy with a secret of its own.
[[nodiscard]] Credential cloneOf(const Credential &credential);

} // namespace rox
