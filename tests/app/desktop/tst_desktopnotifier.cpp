// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/desktopnotifier.h"
#include "tests/support/fakenotifications.h"
#include "tests/support/sessionbus.h"
#include "tests/support/stricttest.h"

#include <QSignalSpy>

#include <optional>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Manner = FakeNotifications::Manner;

namespace {

DesktopNotice noticeOf(const QString &key, const QString &title = u"title"_s,
                       const QString &body = u"body"_s)
{
    return {key, title, body, u"Show"_s};
}

} // namespace

/// Notifications through a service on a bus of the test's own.
class TestDesktopNotifier : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void noticeReachesTheService();
    void markupIsEscapedWhereItIsMarkup_data();
    void markupIsEscapedWhereItIsMarkup();
    void serviceWithoutActionsGetsNone();
    void pressedNoticeIsReported_data();
    void pressedNoticeIsReported();
    void noticesOfOthersAreNotReported();
    void closedNoticeIsNotReported();
    void missingServiceIsSaid();
    void missingBusIsSaid();
    void silentServiceIsGivenUp();
    void refusalIsSaid();
    void restartedServiceIsFound();
    void numbersOfARestartedServiceAreNotMistaken();
    void deadContextIsNotCalled();

private:
    /// Whether the notice was shown; none: no answer.
    std::optional<bool> show(const DesktopNotice &notice)
    {
        std::optional<bool> answer;
        m_notifier->show(notice, this, [&](bool isShown) { answer = isShown; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); });
        return answer;
    }

    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<DesktopNotifier> m_notifier;
};

void TestDesktopNotifier::initTestCase()
{
    m_bus = std::make_unique<SessionBus>();
}

void TestDesktopNotifier::init()
{
    StrictTest::init();
    m_bus->use();
    m_notifier = std::make_unique<DesktopNotifier>(2s);
}

void TestDesktopNotifier::noticeReachesTheService()
{
    const FakeNotifications service(m_bus->address());
    QCOMPARE(show(noticeOf(u"a"_s, u"ci expires in 14 days"_s)), true);
    QCOMPARE(service.notices().size(), 1);
    QCOMPARE(service.notices().constFirst().title, u"ci expires in 14 days"_s);
    QCOMPARE(service.notices().constFirst().actions,
             (QStringList{u"default"_s, u"Show"_s, u"show"_s, u"Show"_s}));
}

void TestDesktopNotifier::markupIsEscapedWhereItIsMarkup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("markup") << QStringList{u"body"_s, u"body-markup"_s}
                            << u"&lt;b&gt;a&lt;/b&gt; &amp; &quot;b&quot;"_s;
    QTest::newRow("plain") << QStringList{u"body"_s} << u"<b>a</b> & \"b\""_s;
}

void TestDesktopNotifier::markupIsEscapedWhereItIsMarkup()
{
    QFETCH(const QStringList, capabilities);
    FakeNotifications service(m_bus->address());
    service.setCapabilities(capabilities);
    QCOMPARE(show(noticeOf(u"a"_s, u"<i>t</i>"_s, u"<b>a</b> & \"b\""_s)), true);
    QTEST(service.notices().constFirst().body, "body");
    QCOMPARE(service.notices().constFirst().title, u"<i>t</i>"_s); // never markup
}

void TestDesktopNotifier::serviceWithoutActionsGetsNone()
{
    FakeNotifications service(m_bus->address());
    service.setCapabilities({u"body"_s});
    QCOMPARE(show(noticeOf(u"a"_s)), true);
    QVERIFY(service.notices().constFirst().actions.isEmpty());
}

void TestDesktopNotifier::pressedNoticeIsReported_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("token");
    QTest::newRow("button") << u"show"_s << QString();
    QTest::newRow("notice") << u"default"_s << u"activate-1"_s;
}

void TestDesktopNotifier::pressedNoticeIsReported()
{
    QFETCH(const QString, action);
    QFETCH(const QString, token);
    FakeNotifications service(m_bus->address());
    const QSignalSpy activated(m_notifier.get(), &DesktopNotifier::activated);
    QCOMPARE(show(noticeOf(u"first"_s)), true);
    QCOMPARE(show(noticeOf(u"second"_s)), true);
    service.press(action, token);
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst(), (QVariantList{u"second"_s, token}));
}

void TestDesktopNotifier::noticesOfOthersAreNotReported()
{
    FakeNotifications service(m_bus->address());
    DesktopNotifier other(2s);
    const QSignalSpy activated(m_notifier.get(), &DesktopNotifier::activated);
    const QSignalSpy ofOther(&other, &DesktopNotifier::activated);
    QCOMPARE(show(noticeOf(u"ours"_s)), true);
    bool isShown = false;
    other.show(noticeOf(u"theirs"_s), this, [&](bool shown) { isShown = shown; });
    QTRY_VERIFY(isShown);
    service.press(u"show"_s);
    QTRY_COMPARE(ofOther.count(), 1);
    QCOMPARE(activated.count(), 0);
}

void TestDesktopNotifier::closedNoticeIsNotReported()
{
    FakeNotifications service(m_bus->address());
    const QSignalSpy activated(m_notifier.get(), &DesktopNotifier::activated);
    QCOMPARE(show(noticeOf(u"first"_s)), true);
    service.close();
    service.press(u"show"_s);
    QCOMPARE(show(noticeOf(u"second"_s)), true); // after both signals
    service.press(u"show"_s);
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), u"second"_s);
}

void TestDesktopNotifier::missingServiceIsSaid()
{
    QCOMPARE(show(noticeOf(u"a"_s)), false);
}

void TestDesktopNotifier::missingBusIsSaid()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCOMPARE(show(noticeOf(u"a"_s)), false);
}

void TestDesktopNotifier::silentServiceIsGivenUp()
{
    FakeNotifications service(m_bus->address(), Manner::IsSilent);
    QCOMPARE(show(noticeOf(u"a"_s)), false);
    service.setManner(Manner::Answers);
    QCOMPARE(show(noticeOf(u"a"_s)), true);
    QCOMPARE(service.notices().size(), 1);
}

void TestDesktopNotifier::refusalIsSaid()
{
    const FakeNotifications service(m_bus->address(), Manner::Refuses);
    QCOMPARE(show(noticeOf(u"a"_s)), false);
}

void TestDesktopNotifier::restartedServiceIsFound()
{
    const QSignalSpy activated(m_notifier.get(), &DesktopNotifier::activated);
    {
        const FakeNotifications before(m_bus->address());
        QCOMPARE(show(noticeOf(u"before"_s)), true);
    }
    QCOMPARE(show(noticeOf(u"between"_s)), false);
    FakeNotifications after(m_bus->address());
    QCOMPARE(show(noticeOf(u"after"_s)), true);
    after.press(u"show"_s);
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.constFirst().constFirst().toString(), u"after"_s);
}

/// The new service begins to count anew, and shows a notice of another program.
void TestDesktopNotifier::numbersOfARestartedServiceAreNotMistaken()
{
    const QSignalSpy activated(m_notifier.get(), &DesktopNotifier::activated);
    {
        const FakeNotifications before(m_bus->address());
        QCOMPARE(show(noticeOf(u"before"_s)), true);
    }
    FakeNotifications after(m_bus->address());
    DesktopNotifier other(2s);
    const QSignalSpy ofOther(&other, &DesktopNotifier::activated);
    bool isShown = false;
    other.show(noticeOf(u"theirs"_s), this, [&](bool shown) { isShown = shown; });
    QTRY_VERIFY(isShown);
    after.press(u"show"_s);
    QTRY_COMPARE(ofOther.count(), 1);
    QCOMPARE(show(noticeOf(u"ours"_s)), true);
    QCOMPARE(activated.count(), 0);
}

void TestDesktopNotifier::deadContextIsNotCalled()
{
    const FakeNotifications service(m_bus->address());
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    m_notifier->show(noticeOf(u"a"_s), context.get(), [&](bool) { isCalled = true; });
    context.reset();
    QCOMPARE(show(noticeOf(u"b"_s)), true);
    QVERIFY(!isCalled);
}

QTEST_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
