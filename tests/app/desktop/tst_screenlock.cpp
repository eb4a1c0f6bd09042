// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/screenlock.h"
#include "models/values/worker.h"
#include "tests/app/openwindow.h"
#include "tests/support/sessionbus.h"
#include "tests/support/stricttest.h"
#include "ui/widgets/secretclipboard.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QThreadPool>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

const QString SessionPath = u"/org/freedesktop/login1/session/_37"_s;

/// The desktop's side: its names, its signals, and logind's one method.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeDesktop(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, u"desktop"_s))
    {
        for (const char *name :
             {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
              "org.mate.ScreenSaver", "org.xfce.ScreenSaver", "org.freedesktop.login1"}) {
            if (!m_bus.registerService(QLatin1String(name)))
                qFatal("%s is not ours", name);
        }
        m_bus.registerObject(u"/org/freedesktop/login1"_s, this, QDBusConnection::ExportAllSlots);
    }
    ~FakeDesktop() override { QDBusConnection::disconnectFromBus(u"desktop"_s); }

    void say(const QString &path, const QString &interface, const QString &signal,
             const QVariantList &arguments = {})
    {
        auto message = QDBusMessage::createSignal(path, interface, signal);
        message.setArguments(arguments);
        QVERIFY(m_bus.send(message));
    }

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id) // NOLINT: logind's name
    {
        return QDBusObjectPath(id == "37"_L1 ? SessionPath : u"/other"_s);
    }

private:
    QDBusConnection m_bus;
};

} // namespace

/// The desktop locks: heard from each who may say it, once; the clipboard is empty then.
class TestScreenLock : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lockSignalIsReported_data();
    void lockSignalIsReported();
    void signalsOfOthersAreIgnored();
    void mayBeDestroyedWhileConnecting();
    void lockClearsTheClipboard();

private:
    std::unique_ptr<SessionBus> m_private;
    std::unique_ptr<FakeDesktop> m_desktop;
};

void TestScreenLock::initTestCase()
{
    m_private = std::make_unique<SessionBus>();
    m_desktop = std::make_unique<FakeDesktop>(m_private->address());
    qputenv("XDG_SESSION_ID", "37");
}

void TestScreenLock::init()
{
    StrictTest::init();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_private->address().toLatin1());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_private->address().toLatin1());
}

void TestScreenLock::lockSignalIsReported_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QStringList>("signalNames");
    const QStringList active = {u"ActiveChanged"_s, u"ActiveChanged"_s};
    QTest::newRow("freedesktop") << u"/org/freedesktop/ScreenSaver"_s
                                 << u"org.freedesktop.ScreenSaver"_s << active;
    QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s << active;
    QTest::newRow("Cinnamon") << u"/org/cinnamon/ScreenSaver"_s << u"org.cinnamon.ScreenSaver"_s
                              << active;
    QTest::newRow("MATE") << u"/org/mate/ScreenSaver"_s << u"org.mate.ScreenSaver"_s << active;
    QTest::newRow("Xfce") << u"/org/xfce/ScreenSaver"_s << u"org.xfce.ScreenSaver"_s << active;
    QTest::newRow("logind") << SessionPath << u"org.freedesktop.login1.Session"_s
                            << QStringList{u"Lock"_s, u"Unlock"_s};
}

void TestScreenLock::lockSignalIsReported()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QStringList, signalNames);
    const bool takesState = signalNames.constFirst() == signalNames.constLast();
    const auto say = [&](bool locks) {
        m_desktop->say(path, interface, signalNames.value(locks ? 0 : 1),
                       takesState ? QVariantList{locks} : QVariantList());
    };
    ScreenLock lock;
    QSignalSpy watching(&lock, &ScreenLock::watching);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    QSignalSpy unlocked(&lock, &ScreenLock::unlocked);
    lock.watch();
    lock.watch();
    QTRY_COMPARE(watching.count(), 2);
    say(true);
    QTRY_COMPARE(locked.count(), 1);
    QVERIFY(lock.isLocked());
    say(false);
    QTRY_COMPARE(unlocked.count(), 1);
    QCOMPARE(locked.count(), 1);
    QVERIFY(!lock.isLocked());
    // And nobody says that it is unlocked: the next time counts all the same.
    say(true);
    say(true);
    QTRY_COMPARE(locked.count(), 3);
    lock.userIsBack();
    QVERIFY(!lock.isLocked());
    lock.userIsBack();
    QCOMPARE(unlocked.count(), 2);
    say(true);
    QTRY_COMPARE(locked.count(), 4);
    say(false);
    QTRY_COMPARE(unlocked.count(), 3);
}

/// Another session's lock is not ours.
void TestScreenLock::signalsOfOthersAreIgnored()
{
    ScreenLock lock;
    QSignalSpy watching(&lock, &ScreenLock::watching);
    QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.watch();
    QTRY_COMPARE(watching.count(), 2);
    m_desktop->say(u"/org/freedesktop/login1/session/_38"_s, u"org.freedesktop.login1.Session"_s,
                   u"Lock"_s);
    auto stranger = QDBusConnection::connectToBus(m_private->address(), u"stranger"_s);
    auto lie = QDBusMessage::createSignal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s,
                                          u"ActiveChanged"_s);
    lie << true;
    QVERIFY(stranger.send(lie));
    QDBusConnection::disconnectFromBus(u"stranger"_s);
    // Signals come in order: what is said last is heard last.
    m_desktop->say(SessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s);
    m_desktop->say(SessionPath, u"org.freedesktop.login1.Session"_s, u"Unlock"_s);
    m_desktop->say(SessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s);
    QTRY_COMPARE(locked.count(), 2);
}

void TestScreenLock::mayBeDestroyedWhileConnecting()
{
    // After each number of turns of the desktop, which lives in this thread and answers the worker.
    constexpr int times = 60;
    for (int i = 0; i < times; ++i) {
        auto lock = std::make_unique<ScreenLock>();
        lock->watch();
        for (int turns = 3 * i; turns > 0; --turns)
            QCoreApplication::processEvents();
        lock.reset();
        QTRY_VERIFY(blockingPool()->waitForDone(0)
                    && QThreadPool::globalInstance()->waitForDone(0));
        QCoreApplication::sendPostedEvents();
    }
}

void TestScreenLock::lockClearsTheClipboard()
{
    ScriptedCentral central;
    const OpenWindow window(central.connection());
    auto *lock = window.application().findChild<ScreenLock *>();
    auto *clipboard = window.application().findChild<SecretClipboard *>();
    QVERIFY(lock && clipboard);
    const auto all = [] { return QGuiApplication::clipboard()->text(); };
    clipboard->copy(Secret("canary"));
    QCOMPARE(all(), u"canary"_s);
    // Until the window has reached the bus, nobody hears.
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_desktop->say(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s,
                        {true}),
         lock->isLocked()),
        20'000);
    QCOMPARE(all(), QString());
    QCOMPARE(clipboard->state(), SecretClipboard::State::Cleared);
}

QTEST_MAIN(TestScreenLock)
#include "tst_screenlock.moc"
