// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Bars about a list that was read: tokens that could not be read, and a clock that is wrong.
class TestListNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void unreadTokenIsNamedAndTheOthersAreListed();
    void otherTokenIsRevocableBesideAnUnreadOne();
    void unreadTokenIsRevocableByItsId();
    void closedNoticeReturnsOnlyWithAnotherToken();
    void noticeEndsWithTheOddToken();
    void wrongClockIsSaidOnce_data();
    void wrongClockIsSaidOnce();
    void smallDifferenceIsNotSaid();
    void statusFollowsCentralsClock();

private:
    /// Answers the list with m_list, and its Date header with m_ahead.
    void playList();
    void add(const Token &token) { m_list.append(tokenJson(token)); }
    void addOdd(const QString &id);
    [[nodiscard]] QString said() const { return m_desk->said(); }
    [[nodiscard]] bool hasBar() const { return m_desk->window.messageBar()->isVisible(); }
    void refresh();

    QTranslator m_english;
    QJsonArray m_list;
    UtcMs m_ahead = 0;
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<Desk> m_desk;
    Session *m_session = nullptr;
};

void TestListNotices::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
}

void TestListNotices::init()
{
    m_desk.reset();
    m_list = {};
    m_ahead = 0;
    m_central = std::make_unique<ScriptedCentral>();
    m_desk = std::make_unique<Desk>();
    QObject::connect(&m_desk->presenter, &WindowPresenter::revokeRequested, &m_desk->commands,
                     [this](const QStringList &ids) {
                         m_desk->revoke->runFor(m_session, m_session->name(), ids);
                     });
    playList();
}

void TestListNotices::playList()
{
    m_central->instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/apitokens")
            return std::nullopt;
        const QString date =
            QLocale::c().toString(QDateTime::currentDateTimeUtc().addMSecs(m_ahead),
                                  u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        return Fault{.bytes =
                         httpReply(200, QJsonDocument(QJsonObject{{u"tokens"_s, m_list}}).toJson(),
                                   "application/json", "Date: " + date.toLatin1() + "\r\n")};
    };
}

void TestListNotices::addOdd(const QString &id)
{
    QJsonObject odd = tokenJson(tokenNamed(id));
    odd[u"id"_s] = id;
    odd[u"roles"_s] = QJsonValue::Null;
    m_list.append(odd);
}

void TestListNotices::refresh()
{
    QSignalSpy read(m_session, &Session::listRead);
    m_session->refresh();
    QTRY_COMPARE(read.count(), 1);
}

void TestListNotices::unreadTokenIsNamedAndTheOthersAreListed()
{
    for (int at = 0; at < 499; ++at)
        add(tokenNamed(u"ci-"_s + QString::number(at)));
    addOdd(u"0d8f6c1e-odd"_s);
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(hasBar());
    QCOMPARE(m_desk->model.rowCount(), 499);
    QVERIFY2(said().startsWith("1 token could not be read. The ID is 0d8f6c1e-odd."_L1),
             qPrintable(said()));
    addOdd(u"second"_s);
    refresh();
    QVERIFY2(said().startsWith("2 tokens could not be read. The IDs are 0d8f6c1e-odd, second."_L1),
             qPrintable(said()));
}

void TestListNotices::otherTokenIsRevocableBesideAnUnreadOne()
{
    const Token leaked = tokenNamed(u"leaked"_s);
    m_central->tokens = {leaked};
    add(leaked);
    addOdd(u"odd"_s);
    m_session = m_desk->open(*m_central, u"prod"_s);
    MainWindow &window = m_desk->window;
    QTRY_VERIFY((window.selectIds({leaked.id}), window.selectedCount() == 1));
    QTRY_VERIFY(window.action(MainWindow::Action::Revoke)->isEnabled());
    window.action(MainWindow::Action::Revoke)->trigger();
    press(u"Revoke"_s);
    QTRY_VERIFY(m_central->tokens.first().revoked);
}

void TestListNotices::unreadTokenIsRevocableByItsId()
{
    Token odd = tokenNamed(u"odd"_s);
    m_central->tokens = {odd};
    add(tokenNamed(u"other"_s));
    addOdd(odd.id);
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(hasBar());
    press(u"Revoke…"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY(m_central->tokens.first().revoked);
}

void TestListNotices::closedNoticeReturnsOnlyWithAnotherToken()
{
    add(tokenNamed(u"one"_s));
    addOdd(u"odd"_s);
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(hasBar());
    m_desk->window.messageBar()->dismiss(u"unread"_s);
    refresh();
    QVERIFY(!hasBar());
    addOdd(u"another"_s);
    refresh();
    QVERIFY(hasBar());
}

void TestListNotices::noticeEndsWithTheOddToken()
{
    add(tokenNamed(u"one"_s));
    addOdd(u"odd"_s);
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(hasBar());
    m_list.removeLast();
    refresh();
    QVERIFY(!hasBar());
}

void TestListNotices::wrongClockIsSaidOnce_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<QString>("says");
    QTest::newRow("3 days behind")
        << 3 * DayMs << u"This computer's clock is 3 days behind that of prod."_s;
    QTest::newRow("3 days ahead") << -3 * DayMs
                                  << u"This computer's clock is 3 days ahead of that of prod."_s;
    QTest::newRow("an hour ahead")
        << -HourMs << u"This computer's clock is 1 hour ahead of that of prod."_s;
}

void TestListNotices::wrongClockIsSaidOnce()
{
    QFETCH(qint64, ahead);
    QFETCH(QString, says);
    m_ahead = ahead;
    add(tokenNamed(u"one"_s));
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(hasBar());
    QCOMPARE(m_desk->window.messageBar()->message().lead, says);
    m_desk->window.messageBar()->dismiss(u"clock"_s);
    refresh();
    QVERIFY(!hasBar());
    m_ahead = 0;
    refresh();
    m_ahead = ahead;
    refresh();
    QVERIFY(hasBar());
}

void TestListNotices::smallDifferenceIsNotSaid()
{
    m_ahead = 2 * MinuteMs;
    add(tokenNamed(u"one"_s));
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_VERIFY(m_session->table());
    QVERIFY2(!hasBar(), qPrintable(said()));
    QCOMPARE(m_session->centralClock()->ahead(), UtcMs(0));
}

void TestListNotices::statusFollowsCentralsClock()
{
    m_ahead = 3 * DayMs;
    Token token = tokenNamed(u"one"_s);
    token.expiresAt = token.issuedAt + 2 * DayMs;
    add(token);
    m_session = m_desk->open(*m_central, u"prod"_s);
    QTRY_COMPARE(m_desk->listing.shown().countByStatus[std::size_t(TokenStatus::Expired)], 1U);
    m_ahead = 0;
    refresh();
    QTRY_COMPARE(m_desk->listing.shown().countByStatus[std::size_t(TokenStatus::Expiring)], 1U);
}

QTEST_MAIN(TestListNotices)
#include "tst_listnotices.moc"
