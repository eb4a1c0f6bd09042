// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionrefresh.h"
#include "app/servers/storedcredential.h"
#include "tests/app/connectingtest.h"

#include <QLineEdit>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Sessions that came through the browser, and the rotating cookie that brings the next one: the
/// real demo Central, which takes each cookie once, a real keyring, the real window.
class TestBrowserSessions : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void theNextStartKeepsTheNewCookie();
    void theCookieIsKeptThoughNobodyWaits();
    void aRefusedSessionIsReplaced();
    void aDeadCookieLeadsToSigningIn();
    void aCookieThatTheKeychainCannotTakeIsUsedAndKeptLater();

private:
    void signInAtLab();
    /// What another program, or another day, has made of what is kept.
    void replaceKept(const StoredCredential &credential);
    void useShortSessions();
};

void TestBrowserSessions::useShortSessions()
{
    m_central.reset();
    // Too short to begin with: every start asks for the next.
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
    const auto profiles = m_program->servers()->parts()->profiles->profiles();
    QCOMPARE(profiles.size(), 1);
    const ServerProfile &profile = profiles.first();
    bool isWritten = false;
    m_program->servers()->parts()->keychain->write(
        profile.credentialKey(), packed(profile.signIn, credential), this,
        [&](const KeychainResult<void> &kept) { isWritten = kept.has_value(); });
    QTRY_VERIFY(isWritten);
}

void TestBrowserSessions::theNextStartKeepsTheNewCookie()
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

void TestBrowserSessions::theCookieIsKeptThoughNobodyWaits()
{
    useShortSessions();
    signInAtLab();
    Servers *servers = m_program->servers();
    QCOMPARE(servers->parts()->profiles->profiles().size(), 1);
    const ServerProfile lab = servers->parts()->profiles->profiles().first();
    ServerProfile other = lab;
    other.id = QUuid::createUuid();
    other.name = u"other"_s;
    QVERIFY(servers->parts()->profiles->add(other));
    for (int turn = 0; turn < 3; ++turn) {
        const QByteArray before = kept(lab.credentialKey());
        servers->open(lab.id);
        QTRY_VERIFY(servers->parts()->vault->findChild<SessionRefresh *>());
        servers->open(other.id); // has no credential
        QTRY_VERIFY(kept(lab.credentialKey()) != before);
        QTRY_VERIFY(!servers->parts()->vault->findChild<SessionRefresh *>());
    }
    // Twice at once: one request, for the cookie is good for one.
    servers->open(lab.id);
    QTRY_VERIFY(servers->parts()->vault->findChild<SessionRefresh *>());
    servers->open(other.id);
    servers->open(lab.id);
    QTRY_VERIFY(rowCount() > 50);
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
}

void TestBrowserSessions::aRefusedSessionIsReplaced()
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

void TestBrowserSessions::aDeadCookieLeadsToSigningIn()
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

/// The provider has ended the cookie that the keychain still has.
void TestBrowserSessions::aCookieThatTheKeychainCannotTakeIsUsedAndKeptLater()
{
    useShortSessions();
    signInAtLab();
    quit();
    startProgram(std::chrono::milliseconds(1500));
    QTRY_VERIFY(rowCount() > 50);
    Servers *servers = m_program->servers();
    servers->parts()->vault->setPause(std::chrono::milliseconds(300));
    const ServerProfile lab = current();
    const QByteArray before = keptNow();
    servers->open(lab.id);
    QTRY_VERIFY(servers->parts()->vault->findChild<SessionRefresh *>());
    m_keyring->stop(); // after the cookie was read
    QTRY_VERIFY2(window()->messageBar()->message().lead.contains("is not kept"_L1),
                 qPrintable(window()->messageBar()->message().lead));
    QTRY_VERIFY(rowCount() > 50);
    // Three times more, while the keychain hangs: each cookie is good for once.
    for (int turn = 0; turn < 3; ++turn) {
        servers->open(lab.id);
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

QTEST_MAIN(TestBrowserSessions)
#include "tst_browsersessions.moc"
