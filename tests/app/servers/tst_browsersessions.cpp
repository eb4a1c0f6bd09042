// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionrefresh.h"
#include "app/servers/storedcredential.h"
#include "network/signin/signin.h"
#include "tests/app/connectingtest.h"
#include "tests/support/hangingprompter.h"
#include "ui/servers/serverlist.h"

#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Browser sessions and their rotating refresh cookies, in the real window with a real keyring. The
/// demo Central accepts each cookie once.
class TestBrowserSessions : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void rotatedCookieIsKept();
    void cookieIsKeptWithoutACaller();
    void refusedSessionIsReplaced();
    void deadCookieAsksToSignIn();
    void cookieIsKeptOnceTheKeychainAnswers();
    void twoProcessesUseACookieOnce();
    void removalAfterUnlockLogsOut();

private:
    void signInAtLab();
    /// Overwrites the credential in the keychain.
    void replaceKept(const StoredCredential &credential);
    void useShortSessions();
};

void TestBrowserSessions::useShortSessions()
{
    m_central.reset();
    // Too short to be used: every start refreshes.
    m_central = std::make_unique<rox::test::DemoCentral>(
        QStringList{u"--tokens"_s, u"50"_s, u"--session-lifetime"_s, u"25"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

void TestBrowserSessions::signInAtLab()
{
    startProgram();
    press(u"Connect to Central…"_s);
    connectByBrowser(u"lab"_s);
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

void TestBrowserSessions::replaceKept(const StoredCredential &credential)
{
    QCOMPARE(profiles()->profiles().size(), 1);
    const ServerProfile profile = profiles()->profiles().first();
    bool isWritten = false;
    m_program->servers()->parts()->vault->keep(
        profile, CredentialVault::Place::Keychain, packed(profile.signIn, credential), this,
        [&](const KeychainResult<void> &kept) { isWritten = kept.has_value(); });
    QTRY_VERIFY(isWritten);
}

void TestBrowserSessions::rotatedCookieIsKept()
{
    useShortSessions();
    signInAtLab();
    QByteArray before = keptNow();
    for (int start = 0; start < 3; ++start) {
        quit();
        startProgram();
        QTRY_VERIFY(rowCount() > 50);
        QVERIFY(m_opened.isEmpty());
        QTRY_VERIFY(keptNow() != before);
        QVERIFY2(shownText().contains("Credential in keychain"_L1), qPrintable(shownText()));
        before = keptNow();
    }
}

void TestBrowserSessions::cookieIsKeptWithoutACaller()
{
    useShortSessions();
    signInAtLab();
    const CredentialVault *vault = m_program->servers()->parts()->vault;
    QCOMPARE(profiles()->profiles().size(), 1);
    const ServerProfile lab = profiles()->profiles().first();
    for (int turn = 0; turn < 3; ++turn) {
        const QByteArray before = kept(lab.credentialKey());
        pool()->open(ServerId(lab.id));
        QTRY_VERIFY(vault->findChild<SessionRefresh *>());
        pool()->close(ServerId(lab.id));
        QTRY_VERIFY(kept(lab.credentialKey()) != before);
        QTRY_VERIFY(!vault->findChild<SessionRefresh *>());
    }
    // Twice at once: one request, for the cookie is good for one.
    pool()->open(ServerId(lab.id));
    QTRY_VERIFY(vault->findChild<SessionRefresh *>());
    pool()->open(ServerId(lab.id));
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
}

void TestBrowserSessions::refusedSessionIsReplaced()
{
    signInAtLab();
    // Central has forgotten it, and its own date says nothing of that.
    constexpr UtcMs farAhead = 4'000'000'000'000;
    replaceKept({Secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"), farAhead, {}});
    quit();
    startProgram();
    press(u"Sign in again…"_s);
    press(u"Sign in"_s);
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(!keptNow().contains("c2lnbmF0dXJl"));
}

void TestBrowserSessions::deadCookieAsksToSignIn()
{
    signInAtLab();
    replaceKept({Secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"), 1'000'000'000'000,
                 Secret("providerId=none&refreshToken=dead")});
    quit();
    startProgram();
    press(u"Sign in again…"_s);
    press(u"Sign in"_s);
    finishInBrowser();
    press(u"Show tokens"_s);
    QTRY_VERIFY(rowCount() > 50);
}

/// The provider has ended the cookie that is still in the keychain.
void TestBrowserSessions::cookieIsKeptOnceTheKeychainAnswers()
{
    useShortSessions();
    signInAtLab();
    quit();
    startProgram(std::chrono::milliseconds(1500));
    QTRY_VERIFY(rowCount() > 50);
    CredentialVault *vault = m_program->servers()->parts()->vault;
    vault->setPause(std::chrono::milliseconds(300));
    const ServerProfile lab = current();
    const QByteArray before = keptNow();
    pool()->open(ServerId(lab.id));
    QTRY_VERIFY(vault->findChild<SessionRefresh *>());
    m_keyring->stop(); // after the cookie was read
    QTRY_VERIFY2(window()->messageBar()->message().lead.contains("is not kept"_L1),
                 qPrintable(window()->messageBar()->message().lead));
    QTRY_VERIFY(rowCount() > 50);
    // Three times more, while the keychain hangs: each cookie is good for once.
    for (int turn = 0; turn < 3; ++turn) {
        pool()->open(ServerId(lab.id));
        QTRY_VERIFY(rowCount() > 50);
    }
    QVERIFY(!find<QPushButton>(u"Sign in again…"_s, 100));
    QVERIFY2(!shownText().contains("Credential in keychain"_L1), qPrintable(shownText()));
    m_keyring->proceed();
    QTRY_VERIFY2(shownText().contains("Credential in keychain"_L1), qPrintable(shownText()));
    QVERIFY(keptNow() != before);
    quit();
    startProgram();
    QTRY_VERIFY(rowCount() > 50);
    QVERIFY(m_opened.isEmpty());
}

/// Two windows, each with its own vault on one keychain.
void TestBrowserSessions::twoProcessesUseACookieOnce()
{
    signInAtLab();
    const ServerProfile lab = current();
    const QByteArray cookie =
        unpacked(lab.signIn, Secret(keptNow()))->refreshCookie.view().toByteArray();
    quit();
    const auto trust = trustFrom(lab.trust);
    QVERIFY(trust);
    const QString file = m_home->filePath(u"servers.ini"_s);
    CredentialVault one(std::make_unique<KeychainStore>(), file);
    CredentialVault other(std::make_unique<KeychainStore>(), file);
    QList<QByteArray> tokens;
    QStringList errors;
    for (CredentialVault *vault : {&one, &other})
        SessionRefresh::ask(lab, *trust, Secret(cookie), vault, this,
                            [&](const Result<SessionRefresh::Outcome> &outcome) {
                                if (outcome)
                                    tokens << outcome->session.token.view().toByteArray();
                                else
                                    errors << outcome.error().detail;
                            });
    QTRY_COMPARE(tokens.size() + errors.size(), 2);
    QCOMPARE(errors, QStringList());
    QCOMPARE(tokens.first(), tokens.last());
    QVERIFY(kept(lab.credentialKey()).contains(tokens.first()));
    QCOMPARE(QDir(m_home->path()).entryList({u"*.lock"_s}, QDir::Files), QStringList());
}

void TestBrowserSessions::removalAfterUnlockLogsOut()
{
    HangingPrompter prompter(m_bus);
    m_keyring.reset();
    m_bus.clearHome();
    m_keyring = std::make_unique<Keyring>(m_bus, Keyring::Begin::Unlocked, prompter.name());
    signInAtLab();
    const ServerProfile lab = current();
    Secret cookie = std::move(unpacked(lab.signIn, Secret(keptNow()))->refreshCookie);
    const auto trust = trustFrom(lab.trust);
    QVERIFY(trust);
    QVERIFY(m_keyring->lock());
    Q_EMIT window()->serverList()->removeRequested(ServerId(lab.id));
    press(u"Remove server"_s);
    QTRY_VERIFY(prompter.calls().contains(u"BeginPrompting"_s));
    QVERIFY(m_keyring->unlock());
    prompter.refuse();
    QTRY_VERIFY(m_program->servers()->parts()->profiles->profiles().isEmpty());
    const CredentialVault *vault = m_program->servers()->parts()->vault;
    QTRY_VERIFY(!vault->findChild<SignIn *>()); // the logout has been answered
    SignIn signIn(lab.endpoint, *trust);
    std::optional<bool> isGood;
    signIn.refresh(std::move(cookie), this,
                   [&](const Result<SessionToken> &session) { isGood = session.has_value(); });
    QTRY_VERIFY(isGood);
    QVERIFY(!*isGood);
}

QTEST_MAIN(TestBrowserSessions)
#include "tst_browsersessions.moc"
