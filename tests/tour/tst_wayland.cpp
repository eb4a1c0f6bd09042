// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretclipboard.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

/// What another program reads from the clipboard; empty if nothing is there.
QByteArray pasted()
{
    QProcess paste;
    paste.start(u"wl-paste"_s, {u"--no-newline"_s});
    // wl-paste takes the keyboard for a moment, so this window has to go on with its events.
    (void)QTest::qWaitFor([&paste] { return paste.state() == QProcess::NotRunning; }, 10'000);
    return paste.exitCode() == 0 ? paste.readAllStandardOutput() : QByteArray();
}

} // namespace

/// The program on Wayland, where only the window with the keyboard may change the clipboard.
class TestWayland : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void otherProgramReadsTheValue();
    void refusedClearIsSaid();
    void nextKeyClearsTheClipboard();
    void programStartsAndTakesASecondStart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched->isWindowType() && event->type() == QEvent::KeyPress)
            ++m_keys;
        return false;
    }

private:
    void pressKeyInWeston();

    int m_keys = 0; ///< that arrived here
    std::unique_ptr<QPushButton> m_window;
};

void TestWayland::init()
{
    QCOMPARE(QGuiApplication::platformName(), u"wayland"_s);
    m_window = std::make_unique<QPushButton>(u"Window"_s);
    m_window->resize(300, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), 10'000));
}

/// Sends a key to weston's window on the X server. Weston sends it on with a new serial.
void TestWayland::pressKeyInWeston()
{
    qApp->installEventFilter(this);
    m_keys = 0;
    QProcess keys;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, qEnvironmentVariable("ROX_WESTON_DISPLAY"));
    keys.setProcessEnvironment(environment);
    // The window of wl-paste may still have the keyboard, and a key goes there.
    for (int tries = 0; tries < 20 && m_keys == 0; ++tries) {
        keys.start(u"xdotool"_s, {u"key"_s, u"shift"_s}); // weston's window has the focus there
        QTRY_COMPARE(keys.state(), QProcess::NotRunning);
        QCOMPARE(keys.exitCode(), 0);
        (void)QTest::qWaitFor([this] { return m_keys > 0; }, 500);
    }
    QVERIFY(m_keys > 0);
    qApp->removeEventFilter(this);
}

void TestWayland::otherProgramReadsTheValue()
{
    SecretClipboard clipboard;
    clipboard.copy(Secret(QByteArray("value-of-a-token")));
    QTRY_COMPARE(pasted(), QByteArray("value-of-a-token"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), 10'000));
    // No key or click came since the copy: weston drops this change, and the value stays.
    clipboard.clearNow();
    QCOMPARE(clipboard.state(), SecretClipboard::State::NotClearedYet);
    QCOMPARE(pasted(), QByteArray("value-of-a-token"));
}

void TestWayland::refusedClearIsSaid()
{
    SecretClipboard clipboard;
    clipboard.copy(Secret(QByteArray("another-value")));
    m_window->hide(); // no window of ours has the keyboard now
    QTRY_VERIFY(!QGuiApplication::focusWindow());
    clipboard.clearNow();
    QCOMPARE(clipboard.state(), SecretClipboard::State::NotClearedYet);
}

/// Weston drops a change of the clipboard without a key since the last change.
void TestWayland::nextKeyClearsTheClipboard()
{
    SecretClipboard clipboard;
    pressKeyInWeston();
    clipboard.copy(Secret(QByteArray("a-third-value")));
    QTRY_COMPARE(pasted(), QByteArray("a-third-value"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), 10'000));
    clipboard.clearNow();
    QCOMPARE(clipboard.state(), SecretClipboard::State::NotClearedYet);
    pressKeyInWeston();
    QTRY_COMPARE(clipboard.state(), SecretClipboard::State::Cleared);
    QTRY_COMPARE(pasted(), QByteArray());
}

void TestWayland::programStartsAndTakesASecondStart()
{
    const QString program = QLatin1String(ROX_BIN_DIR) + "/rox-tokens"_L1;
    QProcess first;
    first.setProcessChannelMode(QProcess::MergedChannels);
    first.start(program, {});
    // The second start ends with 0 once the first has taken it over.
    const auto handedOver = [&program] {
        QProcess second;
        second.start(program, {});
        const bool ended =
            QTest::qWaitFor([&second] { return second.state() == QProcess::NotRunning; }, 3000);
        second.kill();
        (void)QTest::qWaitFor([&second] { return second.state() == QProcess::NotRunning; });
        return ended && second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0;
    };
    QVERIFY(first.waitForStarted());
    // Else the second start may be the one that listens.
    const QDir runtime(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    const auto listens = [&runtime] {
        const auto files = runtime.entryList(QDir::System | QDir::Files);
        return std::any_of(files.begin(), files.end(), [](const QString &name) {
            return name.startsWith("io.github.roxtokens"_L1) && !name.endsWith(".lock"_L1);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(handedOver(), 20'000);
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QTRY_COMPARE(first.state(), QProcess::NotRunning);
    QCOMPARE(first.exitStatus(), QProcess::NormalExit);
}

QTEST_MAIN(TestWayland)
#include "tst_wayland.moc"
