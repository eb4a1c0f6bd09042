// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace rox::test {

/// A private session bus; it ends with this object or with the test. libsecret keeps the first bus
/// that it connects to and exits the process when that ends, so use one bus per test program.
class PrivateBus
{
public:
    /// The services that the bus may activate: none, or the installed ones (a keyring).
    enum class Services { None, Installed };

    explicit PrivateBus(Services services = Services::None);
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    [[nodiscard]] bool isUp() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QString address() const { return m_address; }
    /// The environment for processes on this bus, with its own HOME and XDG folders.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    /// Whether a Secret Service runs on the bus. Does not activate one.
    [[nodiscard]] bool hasKeyring() const;
    /// Deletes all keyring files. No keyring may run.
    void clearHome();
    /// Makes this process, and so the keychain under test, use this bus.
    void use() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
    QString m_why;
};

/// A real gnome-keyring-daemon on a PrivateBus.
class Keyring
{
public:
    enum class Begin {
        Unlocked, ///< with an unlocked default collection, created if missing
        AsFound,  ///< an existing collection is locked
    };

    /// `prompter` is the bus name of the prompter. The default name has no owner: no prompt is
    /// shown.
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
    /// Sends SIGKILL.
    void kill();

    /// The secret that secret-tool finds, or empty.
    [[nodiscard]] QByteArray lookUp(const QString &service, const QString &key) const;
    /// The keys of all items of this service.
    [[nodiscard]] QStringList keysOf(const QString &service) const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    const PrivateBus &m_bus;
    QString m_prompter;
    QProcess m_process;
    QString m_why;
};

} // namespace rox::test
