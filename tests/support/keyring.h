// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace rox::test {

/// A session bus of a test's own. It ends with this object, and with the test. libsecret stays with
/// the bus that it meets first, and ends the process when that goes: one such bus for a program.
class PrivateBus
{
public:
    /// What the bus may start by itself: nothing, or the keyring that the system has installed.
    enum class Services { None, Installed };

    explicit PrivateBus(Services services = Services::None);
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    [[nodiscard]] bool isUp() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString address() const { return m_address; }
    /// HOME and what follows from it, for everything on this bus.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    /// Does anything keep secrets here by now? Starts nothing.
    [[nodiscard]] bool hasKeyring() const;
    /// Forgets all keyrings; for when none runs.
    void clearHome();
    /// This process, and so the store under test, uses it from now on.
    void use() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
    QString m_why;
};

/// A real gnome-keyring-daemon on such a bus.
class Keyring
{
public:
    enum class Begin {
        Unlocked, ///< with a default collection, made if need be
        AsFound,  ///< locked if there is one, else without a collection
    };

    /// `prompter` is the bus name that it asks to show its prompts; a name that nobody has: none.
    Keyring(const PrivateBus &bus, Begin begin,
            const QString &prompter = QStringLiteral("test.NoPrompter"));
    ~Keyring();
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    [[nodiscard]] bool isUp() const { return m_why.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();
    void stop();
    void proceed();
    /// At once, as a crash would.
    void kill();

    /// Through secret-tool: what another program finds there, or nothing.
    [[nodiscard]] QByteArray lookUp(const QString &service, const QString &key) const;
    /// The keys of all that is kept for this service.
    [[nodiscard]] QStringList keysOf(const QString &service) const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    const PrivateBus &m_bus;
    QString m_prompter;
    QProcess m_process;
    QString m_why;
};

} // namespace rox::test
