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

/// Says when the screen is locked and unlocked: by the desktop's screen saver on the session bus,
/// and by logind for our own session on the system bus. Whoever of them is there counts; where none
/// is, it is silent. The buses are reached on a worker: nothing waits for them.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QObject *parent = nullptr);
    ~ScreenLock() override;

    /// Begins; a second call changes nothing.
    void watch();
    [[nodiscard]] bool isLocked() const { return m_locked; }
    /// The window had input: whoever locked the screen may have no word for unlocking it, as
    /// swayidle and xss-lock, which act on logind's Lock alone.
    void userIsBack();

Q_SIGNALS:
    void locked(); ///< again too, each time somebody says so
    void unlocked();
    void watching(int sources); ///< one of the two buses was asked: this many more to hear from

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
