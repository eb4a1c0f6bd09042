// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/serveractions.h"
#include "network/keychain/keychainstore.h"
#include "tests/app/openwindow.h"
#include "tests/support/democentral.h"
#include "tests/support/keyring.h"

#include <QObject>

namespace rox::test {

/// Provides for each test a demo Central over TLS, an unlocked gnome-keyring on a private bus, and
/// an empty HOME. startProgram() and quit() start and end the program.
class ConnectingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    void makeProgram(std::chrono::milliseconds patience = std::chrono::seconds(15));
    void startProgram(std::chrono::milliseconds patience = std::chrono::seconds(15),
                      LaunchRequest request = {});
    void quit() { m_program.reset(); }
    void connectByPassword(const QString &name, const QByteArray &password);
    void connectByToken(const QString &name, const QByteArray &token);
    /// Connects until the browser is opened, and trusts the certificate.
    void connectByBrowser(const QString &name);
    /// Logs in on the opened page and requests the callback URL, like a browser.
    void finishInBrowser();
    /// Starts the program and connects to "lab" until its tokens are listed.
    void beSignedInAtLab();
    [[nodiscard]] MainWindow *window() const { return m_program->window(); }
    [[nodiscard]] int rowCount() const
    {
        auto *tokens = gui::find<QTableView>(QStringLiteral("Tokens"), 100);
        return tokens ? tokens->model()->rowCount() : 0;
    }
    [[nodiscard]] QString shownText() const;
    /// The credential that secret-tool finds, decoded from QtKeychain's base64.
    [[nodiscard]] QByteArray kept(const QString &key) const
    {
        return QByteArray::fromBase64(
            m_keyring->lookUp(KeychainStore::serviceName(), KeychainStore::keyOf(key)).trimmed());
    }
    [[nodiscard]] QStringList keptKeys() const
    {
        return m_keyring->keysOf(KeychainStore::serviceName());
    }
    /// Of the server that the window is on; there must be one.
    [[nodiscard]] ServerId currentId() const { return *m_program->context()->scope->server(); }
    /// The profile of the current server; with a null id if there is none.
    [[nodiscard]] ServerProfile current() const
    {
        return m_program->context()->directory->find(currentId())->profile;
    }
    [[nodiscard]] const ProfileStore *profiles() const
    {
        return m_program->servers()->parts()->profiles;
    }
    [[nodiscard]] ServerDirectory *directory() const
    {
        return m_program->servers()->parts()->directory;
    }
    /// Those that are open, and those that were left with a write under way.
    [[nodiscard]] QList<Session *> sessions() const { return pool()->findChildren<Session *>(); }
    [[nodiscard]] SessionPool *pool() const { return m_program->context()->sessions; }
    [[nodiscard]] QByteArray keptNow() const { return kept(current().credentialKey()); }
    [[nodiscard]] QStringList filesHolding(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_home;
    PrivateBus m_bus;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<rox::test::DemoCentral> m_central;
    std::unique_ptr<Application> m_program;
    Environment m_environment; ///< environment of the program
    QUrl m_opened;             ///< the URL opened in the browser
    QTranslator m_english;
};

} // namespace rox::test
