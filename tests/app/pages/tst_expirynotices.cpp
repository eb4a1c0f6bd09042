// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/desktoppresence.h"
#include "app/pages/expirynotices.h"
#include "app/pages/userpreferences.h"
#include "app/tokens/tokenlisting.h"
#include "tests/app/openwindow.h"
#include "tests/app/tokens/rotating.h"
#include "tests/support/fakenotifications.h"
#include "tests/support/sessionbus.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Notifications of the whole program, with a service on a bus of the test's own.
class TestExpiryNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void digestComesOnceOverRestarts();
    void nextThresholdComesAfterARestart();
    void noticeThatWasNotShownComesLater();
    void nothingComesWhileTheyAreOff();
    void showOpensTheExpiringView();
    void showOfAFarThresholdShowsItsTokens();
    void namesAreLeftOutIfTheUserWantsSo();
    void exampleThatIsNotShownIsSaid();
    void dueRotationIsOneSentenceOfTheDigest();
    void dueRotationIsToldOnceOverRestarts();
    void mutedServerTellsNoRotation();
    void mutedUntilTomorrowOverARestart();
    void settingsMuteAndUnmute();

private:
    void start(int rows = 2);
    /// Gives ci-runner a successor; when to revoke it by hand has passed.
    void rotate();
    [[nodiscard]] Rotations *rotations() const
    {
        return m_window->application().findChild<Rotations *>();
    }
    [[nodiscard]] UserPreferences *preferences() const
    {
        return m_window->application().findChild<UserPreferences *>();
    }
    void expireIn(UtcMs time)
    {
        Token token = tokenNamed(u"ci-runner"_s);
        token.expiresAt = QDateTime::currentMSecsSinceEpoch() + time;
        m_central->tokens = {tokenNamed(u"other"_s), token};
    }
    /// A button of the notice that was shown last, once the program knows that it was shown.
    void press(FakeNotifications *service, const QString &action, const QString &token = {})
    {
        const auto *notices = m_window->application().findChild<ExpiryNotices *>();
        QTRY_VERIFY(!notices->isAsking());
        service->press(action, token);
    }
    /// The list was looked at again.
    void refresh()
    {
        QSignalSpy looked(m_window->application().findChild<ExpiryNotices *>(),
                          &ExpiryNotices::looked);
        (*m_window)->action(MainWindow::Action::Refresh)->trigger();
        QTRY_VERIFY(looked.count() > 0);
    }

    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestExpiryNotices::initTestCase()
{
    m_bus = std::make_unique<SessionBus>();
    m_bus->use();
}

void TestExpiryNotices::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_central = std::make_unique<ScriptedCentral>();
    expireIn(5 * DayMs + HourMs);
}

void TestExpiryNotices::cleanup()
{
    m_window.reset();
    m_central.reset();
}

void TestExpiryNotices::start(int rows)
{
    if (m_window) // what was shown is recorded
        QTRY_VERIFY(!m_window->application().findChild<ExpiryNotices *>()->isAsking());
    m_window.reset();
    m_window =
        std::make_unique<OpenWindow>(m_central->connection(), m_home->filePath(u"settings.ini"_s),
                                     m_home->filePath(u"history"_s));
    QTRY_COMPARE(m_window->rowCount(), rows);
}

void TestExpiryNotices::rotate()
{
    Rotating on(m_home->filePath(u"history"_s), m_central->connection());
    RotationFlow flow(&on.rotations, &on.writes, &on.session, m_central->tokens.at(1));
    flow.generate({u"ci-runner-2"_s, {u"Analyst"_s}, NoTime},
                  {OldTokenPlan::Way::ByHand, on.clock.now() - MinuteMs});
    QTRY_COMPARE(on.state(flow.chain()), RotationStanding::State::Due);
}

void TestExpiryNotices::digestComesOnceOverRestarts()
{
    const FakeNotifications service(m_bus->address());
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    QCOMPARE(service.notices().constFirst().title, u"ci-runner expires in 5 days"_s);
    refresh();
    QCOMPARE(service.notices().size(), 1);
    start();
    refresh();
    QCOMPARE(service.notices().size(), 1);
}

void TestExpiryNotices::nextThresholdComesAfterARestart()
{
    const FakeNotifications service(m_bus->address());
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    expireIn(HourMs);
    start();
    QTRY_COMPARE(service.notices().size(), 2);
    QVERIFY2(service.notices().constLast().title.startsWith("ci-runner expires in "_L1),
             qPrintable(service.notices().constLast().title));
}

void TestExpiryNotices::noticeThatWasNotShownComesLater()
{
    start();
    refresh(); // there is no service
    const FakeNotifications service(m_bus->address());
    refresh();
    QTRY_COMPARE(service.notices().size(), 1);
}

void TestExpiryNotices::nothingComesWhileTheyAreOff()
{
    const FakeNotifications service(m_bus->address());
    {
        QSettings settings(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
        Preferences off;
        off.notices.isOn = false;
        off.save(&settings);
    }
    start();
    refresh();
    QVERIFY(service.notices().isEmpty());
    preferences()->edit([](Preferences &changed) { changed.notices.isOn = true; });
    QTRY_COMPARE(service.notices().size(), 1);
}

void TestExpiryNotices::showOpensTheExpiringView()
{
    FakeNotifications service(m_bus->address());
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    gui::type(gui::find<QLineEdit>(u"Search tokens"_s), u"other"_s);
    QTRY_COMPARE(m_window->rowCount(), 1);
    m_window->application().window()->showMinimized();
    press(&service, u"show"_s, u"activation"_s);
    const CommandContext *context = m_window->application().context();
    QTRY_COMPARE(context->listing->query().status, std::optional(TokenStatus::Expiring));
    QCOMPARE(context->listing->query().text, QString());
    QVERIFY(!m_window->application().window()->isMinimized());
    QTRY_COMPARE(m_window->rowCount(), 1);
    QCOMPARE(m_window->tokens()->model()->index(0, 1).data().toString(), u"ci-runner"_s);
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("activation"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

/// 29 days are outside of what the user calls expiring: the view would not show the token.
void TestExpiryNotices::showOfAFarThresholdShowsItsTokens()
{
    FakeNotifications service(m_bus->address());
    expireIn(29 * DayMs);
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    press(&service, u"default"_s);
    QTRY_COMPARE(m_window->rowCount(), 1);
    QCOMPARE(m_window->tokens()->model()->index(0, 1).data().toString(), u"ci-runner"_s);
}

void TestExpiryNotices::namesAreLeftOutIfTheUserWantsSo()
{
    const FakeNotifications service(m_bus->address());
    {
        QSettings settings(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
        Preferences quiet;
        quiet.notices.showsNames = false;
        quiet.save(&settings);
    }
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    QCOMPARE(service.notices().constFirst().title, u"A token expires in 5 days"_s);
    QCOMPARE(service.notices().constFirst().body, u"On one server."_s);
}

void TestExpiryNotices::exampleThatIsNotShownIsSaid()
{
    start();
    (*m_window)->action(MainWindow::Action::Settings)->trigger();
    auto *settings = (*m_window)->findChild<QDialog *>(u"settingsDialog"_s);
    auto *pages = settings->findChild<QListWidget *>(u"settingsPages"_s);
    pages->setCurrentItem(pages->findItems(u"Notifications"_s, Qt::MatchExactly).value(0));
    auto *example = settings->findChild<QPushButton *>(u"noticeExample"_s);
    auto *outcome = settings->findChild<QWidget *>(u"noticeOutcome"_s);
    gui::click(example);
    QTRY_VERIFY(outcome->isVisible());
    const FakeNotifications service(m_bus->address());
    gui::click(example);
    QTRY_VERIFY(!outcome->isVisible());
    QVERIFY(!service.notices().isEmpty());
    // Offscreen has no tray.
    const auto *tray = settings->findChild<QCheckBox *>(u"staysInTray"_s);
    QVERIFY(!tray->isEnabled() && !tray->isChecked());
    QVERIFY(tray->accessibleDescription().contains("no tray"_L1));
}

void TestExpiryNotices::dueRotationIsOneSentenceOfTheDigest()
{
    const FakeNotifications service(m_bus->address());
    rotate();
    start(3);
    QTRY_VERIFY(!rotations()->rows().isEmpty());
    QTRY_VERIFY(!service.notices().isEmpty());
    refresh();
    QTRY_VERIFY(service.notices().size() <= 2);
    const FakeNotifications::Notice last = service.notices().constLast();
    if (service.notices().size() == 1) {
        QCOMPARE(last.title, u"ci-runner expires in 5 days"_s);
        QVERIFY2(last.body.endsWith("Rotations: 1 due."_L1), qPrintable(last.body));
    } else { // the list came before the history was read
        QCOMPARE(last.title, u"ci-runner is still to be revoked"_s);
    }
}

void TestExpiryNotices::dueRotationIsToldOnceOverRestarts()
{
    FakeNotifications service(m_bus->address());
    expireIn(300 * DayMs);
    rotate();
    start(3);
    QTRY_COMPARE(service.notices().size(), 1);
    QCOMPARE(service.notices().constFirst().title, u"ci-runner is still to be revoked"_s);
    QVERIFY2(service.notices().constFirst().body.endsWith("Its successor is ci-runner-2."_L1),
             qPrintable(service.notices().constFirst().body));
    start(3);
    QTRY_VERIFY(!rotations()->rows().isEmpty());
    refresh();
    QCOMPARE(service.notices().size(), 1);

    // Another date is news again.
    rotations()->changePlan(rotations()->rows().constFirst().rotation.chain,
                            {OldTokenPlan::Way::ByHand, rotations()->clock()->now() - SecondMs});
    QTRY_COMPARE(service.notices().size(), 2);
    press(&service, u"show"_s);
    QTRY_VERIFY((*m_window)->findChild<QDialog *>(u"rotations"_s));
}

void TestExpiryNotices::mutedServerTellsNoRotation()
{
    const FakeNotifications service(m_bus->address());
    expireIn(300 * DayMs);
    start();
    const QString key = m_window->application().context()->session()->key();
    preferences()->edit([&](Preferences &changed) { changed.notices.servers[key].isMuted = true; });
    rotate();
    rotations()->reload(m_window->application().context()->session()->address());
    QTRY_COMPARE(rotations()->rows().size(), 1);
    refresh();
    QVERIFY(service.notices().isEmpty());
    preferences()->edit(
        [&](Preferences &changed) { changed.notices.servers[key].isMuted = false; });
    QTRY_COMPARE(service.notices().size(), 1);
}

void TestExpiryNotices::mutedUntilTomorrowOverARestart()
{
    FakeNotifications service(m_bus->address());
    start();
    QTRY_COMPARE(service.notices().size(), 1);
    QVERIFY(service.notices().constFirst().actions.contains(u"Mute until tomorrow"_s));
    m_window->application().window()->showMinimized();
    press(&service, u"quiet"_s);
    const QDate today = NoticePreferences::dayOf(QDateTime::currentMSecsSinceEpoch());
    QTRY_COMPARE(preferences()->now().notices.quietDay, today);
    QVERIFY(m_window->application().window()->isMinimized()); // this button opens nothing
    expireIn(HourMs);
    refresh();
    QCOMPARE(service.notices().size(), 1);
    start();
    refresh();
    QCOMPARE(service.notices().size(), 1);
    // As on the next day: what was due comes now.
    preferences()->edit(
        [today](Preferences &changed) { changed.notices.quietDay = today.addDays(-1); });
    QTRY_COMPARE(service.notices().size(), 2);
}

void TestExpiryNotices::settingsMuteAndUnmute()
{
    const FakeNotifications service(m_bus->address());
    m_central->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    start();
    (*m_window)->action(MainWindow::Action::Settings)->trigger();
    auto *settings = (*m_window)->findChild<QDialog *>(u"settingsDialog"_s);
    auto *quiet = settings->findChild<QCheckBox *>(u"noticesQuiet"_s);
    QVERIFY(quiet && !quiet->isChecked());
    quiet->click();
    expireIn(HourMs);
    refresh();
    QVERIFY(service.notices().isEmpty());
    const QSettings kept(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
    QTRY_VERIFY(Preferences::load(kept).notices.isQuietAt(QDateTime::currentMSecsSinceEpoch()));
    quiet->click();
    QTRY_COMPARE(service.notices().size(), 1);
    QVERIFY(!Preferences::load(kept).notices.quietDay.isValid());
}

QTEST_MAIN(TestExpiryNotices)
#include "tst_expirynotices.moc"
