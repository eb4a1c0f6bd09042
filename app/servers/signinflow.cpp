// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/signinflow.h"

#include "app/servers/sessionrefresh.h"
#include "network/signin/browserlogin.h"
#include "network/signin/signin.h"

#include <QDesktopServices>

#include <variant>

namespace rox {

namespace {

using namespace std::chrono_literals;

/// A kept session that ends sooner is refreshed first, as roxctl does.
constexpr UtcMs SessionReserve = 30 * SecondMs;

/// The user waits for the answer: few tries, short pauses.
RetryPolicy::Pauses pauses()
{
    RetryPolicy::Pauses pauses;
    pauses.maxRetryAfter = 1min;
    pauses.maxTries = 3;
    return pauses;
}

template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace

Credential cloneOf(const Credential &credential)
{
    return {credential.kind, credential.userName, credential.secret.clone()};
}

SignInFlow::SignInFlow(Purpose purpose, ServerProfile profile, StoredCredential credential,
                       const Clock *clock, UserPrompts *prompts, QObject *parent)
    : QObject(parent)
    , m_purpose(purpose)
    , m_clock(clock)
    , m_prompts(prompts)
    , m_openPage([](const QUrl &url) { return QDesktopServices::openUrl(url); })
    , m_retry(pauses(), RetryPolicy::After::Answer)
{
    m_signed.profile = std::move(profile);
    m_signed.kept = std::move(credential);
    connect(&m_second, &QTimer::timeout, this,
            [this] { Q_EMIT waitingForBrowser(m_browser->remainingMs()); });
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::start()
{
    // Signals come after the call, so the caller may connect to them after start().
    QTimer::singleShot(0, this, &SignInFlow::settleCertificate);
}

void SignInFlow::cancel()
{
    fail(errorOf(ApiError::Kind::Cancelled));
}

void SignInFlow::settleCertificate()
{
    if (m_ended)
        return;
    whenTrustIsRead(m_signed.profile.trust, this, [this](Result<Trust> trust) {
        if (trust)
            useTrust(std::move(*trust));
        else
            fail(trust.error());
    });
}

void SignInFlow::useTrust(Trust trust)
{
    if (m_ended)
        return;
    m_signed.trust = std::move(trust);
    if (m_purpose == Purpose::Open) {
        makeCredential();
        return;
    }
    Q_EMIT stepChanged(tr("Looking at the certificate…"));
    m_probe = new CertificateProbe(
        m_signed.profile.endpoint, m_signed.trust, this,
        [this](const Result<CertificateVerdict> &verdict) {
            if (verdict)
                judge(*verdict);
            else
                fail(verdict.error());
        },
        this);
}

void SignInFlow::judge(const CertificateVerdict &verdict)
{
    if (m_ended)
        return;
    const ServerProfile &profile = m_signed.profile;
    std::visit(Overloaded{
                   [this](const verdict::Plaintext &) { certificateSettled(); },
                   [this](const verdict::Trusted &) { certificateSettled(); },
                   [this, &profile](const verdict::Unknown &unknown) {
                       ask({profile.name, profile.endpoint, unknown.facts});
                   },
                   [this, &profile](const verdict::Changed &changed) {
                       ask({profile.name, profile.endpoint, changed.shown, changed.known,
                            profile.trust.trustedAt, profile.keepInKeychain});
                   },
               },
               verdict);
}

void SignInFlow::ask(const CertificateQuestion &question)
{
    const auto then = [this, question](CertificateAnswer answer) {
        if (answer == CertificateAnswer::Trust)
            trust(question.shown);
        else if (answer == CertificateAnswer::Refuse && m_purpose == Purpose::Prove)
            cancel(); // the form is open, and the user knows why
        else if (answer == CertificateAnswer::Refuse)
            refuse(question.known ? ApiError::Kind::CertificateChanged
                                  : ApiError::Kind::CertificateRefused,
                   question.shown);
        else if (end())
            Q_EMIT caFileWanted();
    };
    if (m_prompts)
        m_prompts->askAboutCertificate(question, this, then);
    else
        then(CertificateAnswer::Refuse);
}

void SignInFlow::trust(const CertificateFacts &facts)
{
    TrustRule rule;
    rule.kind = TrustRule::Kind::Certificate;
    rule.certificate = facts;
    rule.trustedAt = m_clock->now();
    m_signed.profile.trust = rule;
    Q_EMIT trusted(rule);
    // Probe again under the new rule: Central must show the certificate that was trusted.
    settleCertificate();
}

void SignInFlow::certificateSettled()
{
    if (m_purpose == Purpose::Settle)
        succeed();
    else
        makeCredential();
}

void SignInFlow::makeCredential()
{
    const StoredCredential &kept = m_signed.kept;
    switch (m_signed.profile.signIn) {
    case SignInMethod::ApiToken:
        m_signed.credential = {Credential::Kind::ApiToken, {}, kept.value.clone()};
        askWho();
        return;
    case SignInMethod::Password:
        exchangePassword();
        return;
    case SignInMethod::Browser:
        useSession();
        return;
    }
}

void SignInFlow::exchangePassword()
{
    Q_EMIT stepChanged(tr("Signing in…"));
    const ServerProfile &profile = m_signed.profile;
    m_signIn = new SignIn(profile.endpoint, m_signed.trust, {}, this);
    m_signIn->withPassword(
        profile.userName, m_signed.kept.value.clone(), this, [this](Result<SessionToken> session) {
            if (session) {
                m_signed.endsAt = session->expiresAt;
                m_signed.credential = {Credential::Kind::Session, {}, std::move(session->token)};
                askWho();
            } else if (session.error().kind == ApiError::Kind::NotFound) {
                // This Central has no exchange for passwords; it may take the password itself.
                m_signed.credential = {Credential::Kind::Password, m_signed.profile.userName,
                                       m_signed.kept.value.clone()};
                askWho();
            } else {
                fail(session.error());
            }
        });
}

void SignInFlow::useSession()
{
    StoredCredential &kept = m_signed.kept;
    const bool lasts = kept.expiresAt == NoTime || kept.expiresAt - m_clock->now() > SessionReserve;
    if (!kept.value.isEmpty() && lasts) {
        m_isKeptSession = true;
        takeSession({kept.value.clone(), kept.expiresAt, kept.refreshCookie.clone()});
        return;
    }
    if (kept.refreshCookie.isEmpty() || !m_vault)
        askInBrowser();
    else
        refreshSession();
}

void SignInFlow::refreshSession()
{
    Q_EMIT stepChanged(tr("Signing in again…"));
    SessionRefresh::ask(m_keptFor, m_signed.trust, std::move(m_signed.kept.refreshCookie), m_vault,
                        this, [this](Result<SessionRefresh::Outcome> outcome) {
                            if (m_ended)
                                return;
                            if (outcome) {
                                m_signed.notKept = outcome->notKept;
                                takeSession(std::move(outcome->session));
                            } else if (m_purpose == Purpose::Prove) {
                                askInBrowser(); // the form is open, so the user can sign in there
                            } else {
                                fail(outcome.error());
                            }
                        });
}

void SignInFlow::askInBrowser()
{
    if (m_purpose == Purpose::Open) {
        fail(errorOf(ApiError::Kind::SignInEnded));
        return;
    }
    // Without a provider Central's login page has no button, and the browser never comes back.
    Q_EMIT stepChanged(tr("Asking Central how it signs in…"));
    m_signIn = new SignIn(m_signed.profile.endpoint, m_signed.trust, {}, this);
    m_signIn->providers(this, [this](const Result<QList<LoginProvider>> &providers) {
        if (m_ended)
            return;
        if (!providers)
            fail(providers.error());
        else if (!offersBrowser(*providers))
            fail(errorOf(ApiError::Kind::NoBrowserSignIn));
        else
            waitForBrowser();
    });
}

void SignInFlow::waitForBrowser()
{
    m_browser = new BrowserLogin(this);
    const auto page =
        m_browser->start(m_signed.profile.endpoint, this, [this](Result<SessionToken> session) {
            m_second.stop();
            Q_EMIT browserAnswered();
            if (session)
                takeSession(std::move(*session));
            else
                fail(session.error());
        });
    if (!page) {
        fail(page.error());
        return;
    }
    m_page = *page;
    Q_EMIT waitingForBrowser(m_browser->remainingMs());
    m_second.start(1s);
    openPageAgain();
}

void SignInFlow::openPageAgain()
{
    if (!m_page.isEmpty())
        Q_EMIT pageOpened(m_page, m_openPage(m_page));
}

void SignInFlow::takeSession(SessionToken session)
{
    m_signed.endsAt = session.expiresAt;
    m_signed.kept = {session.token.clone(), session.expiresAt, std::move(session.refreshCookie)};
    m_signed.credential = {Credential::Kind::Session, {}, std::move(session.token)};
    askWho();
}

void SignInFlow::askWho()
{
    if (m_purpose == Purpose::Open) {
        succeed();
        return;
    }
    Q_EMIT stepChanged(tr("Asking Central who this is…"));
    if (m_client)
        m_client->deleteLater();
    m_client = new CentralClient(
        {m_signed.profile.endpoint, cloneOf(m_signed.credential), m_signed.trust}, {}, this);
    m_client->identity(this, [this](const Result<Identity> &identity) {
        if (!identity) {
            refusedWho(identity.error());
            return;
        }
        m_signed.identity = *identity;
        askPermissions();
    });
}

void SignInFlow::askPermissions()
{
    m_client->permissions(this, [this](const Result<Permissions> &permissions) {
        if (!permissions) {
            refusedWho(permissions.error());
            return;
        }
        m_signed.permissions = *permissions;
        m_signed.isProven = true;
        succeed();
    });
}

void SignInFlow::refusedWho(const ApiError &error)
{
    if (m_ended || triesAgain(error))
        return;
    if (error.kind != ApiError::Kind::Unauthenticated || !std::exchange(m_isKeptSession, false)) {
        fail(error);
        return;
    }
    // Central can end a session before its expiration: make another session.
    m_signed.kept.value.wipe();
    useSession();
}

bool SignInFlow::triesAgain(const ApiError &error)
{
    const auto pause = m_retry.pauseAfter(error);
    if (!pause)
        return false;
    Q_EMIT stepChanged(tr("Central is busy. Trying again in %Ln second(s)…", nullptr,
                          int(std::chrono::ceil<std::chrono::seconds>(*pause).count())));
    QTimer::singleShot(*pause, this, [this] {
        if (!m_ended)
            askWho();
    });
    return true;
}

bool SignInFlow::end()
{
    if (std::exchange(m_ended, true))
        return false;
    m_second.stop();
    if (m_browser)
        m_browser->cancel();
    if (m_probe)
        m_probe->cancel();
    return true;
}

void SignInFlow::refuse(ApiError::Kind kind, const CertificateFacts &shown)
{
    ApiError error = errorOf(kind);
    error.host = m_signed.profile.endpoint.base.host();
    error.certificate = shown;
    fail(error);
}

void SignInFlow::fail(const ApiError &error)
{
    if (end())
        Q_EMIT failed(error);
}

void SignInFlow::succeed()
{
    if (!std::exchange(m_ended, true))
        Q_EMIT succeeded();
}

} // namespace rox
