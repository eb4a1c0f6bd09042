// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <vector>

class QDBusAbstractInterface;

namespace rox {

/// Reports when the screen is locked and unlocked: from the desktop's screen saver on the session
/// bus and from logind on the system bus. Every service that exists counts; without one there are
/// no signals. A worker connects to the buses, so the GUI thread does not wait.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QObject *parent = nullptr);
    ~ScreenLock() override;

    /// Starts watching; a second call does nothing.
    void watch();
    [[nodiscard]] bool isLocked() const { return m_locked; }
    /// The window had input. Some lockers (swayidle, xss-lock) act on logind's Lock and never
    /// report that the screen was unlocked.
    void userIsBack();

Q_SIGNALS:
    void locked(); ///< may repeat without unlocked() in between
    void unlocked();
    void watching(int sources); ///< once for each of the two buses: how many services it has

private:
    enum class Bus { Session, System };
    using Sources = std::vector<std::unique_ptr<QDBusAbstractInterface>>;

    [[nodiscard]] static QString addressOf(Bus bus);
    void reach(Bus bus);
    void listenTo(Bus bus);
    static Sources sourcesOn(Bus kind, const QString &connection, const QPointer<ScreenLock> &lock);
    void adopt(const QString &connection, Sources sources);
    void setLocked(bool isLocked);

    bool m_begun = false;
    bool m_locked = false;
    QStringList m_connections;
    Sources m_sources;
};

} // namespace rox
