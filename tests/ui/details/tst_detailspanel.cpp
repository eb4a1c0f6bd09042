// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/details/detailspanel.h"
#include "ui/details/flaglist.h"
#include "ui/details/meterbar.h"
#include "ui/details/timeline.h"
#include "ui/style/calmstyle.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/statusbadge.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

class TestDetailsPanel : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup() { m_panel.reset(); }
    void showsEveryField();
    void badgeMeterAndTimelineFollowTheStatus_data();
    void badgeMeterAndTimelineFollowTheStatus();
    void timeLeftHasOneUnit_data();
    void timeLeftHasOneUnit();
    void revokedTokenHasAnExpiryAndDoesNotExpire();
    void flagsFollowRolesAndNames();
    void unknownTimesAreSaidToBeUnknown();
    void hostileTokenStaysPlainText();
    void manyRolesWrapAndAreCounted();
    void wholeIdCanBeCopied();
    void severalTokensAreSummedUp();
    void anotherTokenScrollsToTheTop();
    void buttonsTriggerTheirActions();

private:
    void showOnly(const Token &token);
    [[nodiscard]] QString text(const QString &objectName) const
    {
        const auto *label = m_panel->findChild<QLabel *>(objectName);
        return label ? label->text() : u"no such label"_s;
    }
    TokenListModel m_model;
    QAction m_copy{u"Copy ID"_s};
    std::unique_ptr<DetailsPanel> m_panel;
};

void TestDetailsPanel::init()
{
    StrictTest::init();
    const TokenTablePtr table = testing::tableOf(testing::believableTokens());
    m_model.show(table, testing::everything(*table), testing::Now);
    m_model.setSignedInTokenId({});
    m_model.setRoles({});
    m_panel = std::make_unique<DetailsPanel>(&m_model, QList<QAction *>{&m_copy});
    m_panel->resize(DetailsPanel::Width, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestDetailsPanel::showOnly(const Token &token)
{
    const TokenTablePtr table = testing::tableOf({token});
    m_model.show(table, testing::everything(*table), testing::Now);
    m_panel->showRows({{0, 0}});
}

void TestDetailsPanel::showsEveryField()
{
    const Token token = testing::believableTokens().at(3);
    m_model.setSignedInTokenId(token.id);
    m_panel->showRows({{3, 3}});
    QCOMPARE(text(u"tokenTitle"_s), token.name);
    QCOMPARE(m_panel->findChild<StatusBadge *>()->status(), TokenStatus::Expiring);
    QCOMPARE(text(u"left"_s), u"6 day(s) left of 90 day(s)"_s);
    QVERIFY(m_panel->findChild<QWidget *>(u"signedInNote"_s)->isVisible());
    QCOMPARE(m_panel->findChild<ChipFlow *>(u"tokenRoles"_s)->roles(), token.roles);
    QCOMPARE(text(u"tokenExpires"_s), longTime(token.expiresAt));
    QCOMPARE(text(u"tokenIssued"_s), longTime(token.issuedAt));
    QVERIFY(m_panel->findChild<QLabel *>(u"tokenExpires"_s)->toolTip().contains(u"Z"_s));
    QCOMPARE(text(u"tokenValidFor"_s), duration(90 * DayMs));
    QCOMPARE(text(u"tokenLastUsed"_s), u"Central does not record it"_s);
    QCOMPARE(m_panel->findChild<QLineEdit *>(u"tokenId"_s)->text(), token.id);
    const auto entries = m_panel->findChild<Timeline *>()->entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).kind, TimelineEntry::Kind::Issued);
    QCOMPARE(entries.at(1).kind, TimelineEntry::Kind::Expires);
    QVERIFY(entries.at(1).isAhead && entries.at(1).isSoon);
    QCOMPARE(m_panel->findChild<Timeline *>()->accessibleDescription(),
             u"Issued 2 Jun 2026, 07:12\nExpires in 6 day(s)"_s);
}

void TestDetailsPanel::badgeMeterAndTimelineFollowTheStatus_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<TokenStatus>("status");
    QTest::addColumn<bool>("meter");
    QTest::addColumn<TimelineEntry::Kind>("last");
    using Kind = TimelineEntry::Kind;
    QTest::newRow("active") << 6 << TokenStatus::Active << true << Kind::Expires;
    QTest::newRow("expiring") << 4 << TokenStatus::Expiring << true << Kind::Expires;
    QTest::newRow("expired") << 0 << TokenStatus::Expired << true << Kind::Expired;
    QTest::newRow("revoked") << 8 << TokenStatus::Revoked << false << Kind::WouldHaveExpired;
    QTest::newRow("never") << 15 << TokenStatus::Active << false << Kind::Expires;
}

void TestDetailsPanel::badgeMeterAndTimelineFollowTheStatus()
{
    QFETCH(int, row);
    QFETCH(TokenStatus, status);
    QFETCH(bool, meter);
    QFETCH(TimelineEntry::Kind, last);
    m_panel->showRows({{row, row}});
    QCOMPARE(m_panel->findChild<StatusBadge *>()->status(), status);
    const auto *bar = m_panel->findChild<MeterBar *>();
    QCOMPARE(bar->isVisibleTo(m_panel.get()), meter);
    if (status == TokenStatus::Expired)
        QCOMPARE(bar->left(), 0.0);
    QCOMPARE(m_panel->findChild<Timeline *>()->entries().last().kind, last);
    QVERIFY(!m_panel->findChild<QWidget *>(u"signedInNote"_s)->isVisible());
}

void TestDetailsPanel::timeLeftHasOneUnit_data()
{
    QTest::addColumn<UtcMs>("left");
    QTest::addColumn<UtcMs>("length");
    QTest::addColumn<QString>("said");
    QTest::newRow("days") << 5 * DayMs << 90 * DayMs << u"5 day(s) left of 90 day(s)"_s;
    QTest::newRow("hours") << 7 * HourMs << 90 * DayMs << u"7 hour(s) left"_s;
    QTest::newRow("months") << 200 * DayMs << 365 * DayMs << u"7 month(s) left of 12 month(s)"_s;
    QTest::newRow("short life") << 3 * HourMs << 5 * HourMs << u"3 hour(s) left of 5 hour(s)"_s;
}

void TestDetailsPanel::timeLeftHasOneUnit()
{
    QFETCH(UtcMs, left);
    QFETCH(UtcMs, length);
    QFETCH(QString, said);
    const UtcMs expires = testing::Now + left;
    showOnly({u"i"_s, u"n"_s, {}, expires - length, expires, false});
    QCOMPARE(text(u"left"_s), said);
}

void TestDetailsPanel::revokedTokenHasAnExpiryAndDoesNotExpire()
{
    const auto labelOfExpiry = [this] {
        for (const auto *label : m_panel->findChildren<QLabel *>()) {
            if (label->buddy() && label->buddy()->objectName() == u"tokenExpires"_s)
                return label->text();
        }
        return QString();
    };
    m_panel->showRows({{8, 8}});
    QCOMPARE(labelOfExpiry(), u"Expiry"_s);
    m_panel->showRows({{3, 3}});
    QCOMPARE(labelOfExpiry(), u"Expires"_s);
}

void TestDetailsPanel::flagsFollowRolesAndNames()
{
    const auto symbols = [this](int row) {
        m_panel->showRows({{row, row}});
        QStringList list;
        for (const auto &flag : m_panel->findChild<FlagList *>(u"flags"_s)->flags())
            list.append(flag.symbol);
        return list;
    };
    QCOMPARE(symbols(3), QStringList{}); // the access of Token Manager is not known yet
    m_model.setRoles(testing::believableRoles());
    QCOMPARE(symbols(3), QStringList{u"shield"_s});
    QCOMPARE(symbols(5), (QStringList{u"shield"_s, u"expiring"_s})); // Admin may do everything
    QCOMPARE(symbols(2), QStringList{u"duplicate"_s});
    QVERIFY(m_panel->findChild<FlagList *>(u"flags"_s)->flags().first().text.startsWith(u'2'));
    QCOMPARE(symbols(15), (QStringList{u"shield"_s, u"infinity"_s}));
    QCOMPARE(symbols(6), QStringList{});
    m_model.setRoles(KnownRoles({{u"Analyst"_s, {}, {}}}));
    QCOMPARE(symbols(6), (QStringList{u"deadrole"_s, u"blocked"_s})); // no role is left
    m_model.setRoles({});
    m_panel->showRows({{6, 6}});
    QVERIFY(!m_panel->findChild<FlagList *>(u"flags"_s)->isVisible());
}

void TestDetailsPanel::unknownTimesAreSaidToBeUnknown()
{
    showOnly({u"i"_s, u"n"_s, {}, NoTime, NoTime, false});
    QCOMPARE(text(u"tokenExpires"_s), u"not told by Central"_s);
    QCOMPARE(text(u"tokenIssued"_s), u"not told by Central"_s);
    QVERIFY(!m_panel->findChild<QLabel *>(u"tokenValidFor"_s)->isVisible());
    QVERIFY(!m_panel->findChild<Timeline *>()->isVisible());
    QVERIFY(!m_panel->findChild<MeterBar *>()->isVisible());
    QVERIFY(text(u"left"_s).isEmpty());
}

void TestDetailsPanel::hostileTokenStaysPlainText()
{
    const QString name = u"<h1>\u202E"_s + QString(10'000, u'n');
    const QString id = u"i\nd\u202E<b>"_s + QString(5'000, u'i');
    showOnly({id, name, {name, u"<i>role</i>"_s}, testing::Now + DayMs, testing::Now, false});
    QVERIFY(!text(u"tokenTitle"_s).contains(QChar(0x202E)));
    QVERIFY(text(u"tokenTitle"_s).startsWith(u"<h1>"_s));
    QVERIFY(text(u"tokenTitle"_s).size() < 500);
    QCOMPARE(m_panel->findChild<QLabel *>(u"tokenTitle"_s)->textFormat(), Qt::PlainText);
    const QString shown = m_panel->findChild<QLineEdit *>(u"tokenId"_s)->text();
    QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(u'\n'));
    QVERIFY(!m_panel->findChild<ChipFlow *>(u"tokenRoles"_s)->toolTip().contains(u"<i>"_s));
    QCOMPARE(m_panel->width(), DetailsPanel::Width);
}

void TestDetailsPanel::manyRolesWrapAndAreCounted()
{
    QStringList roles;
    for (int i = 0; i < 500; ++i)
        roles.append(u"role %1"_s.arg(i));
    showOnly({u"i"_s, u"n"_s, roles, testing::Now, testing::Now + DayMs, false});
    const auto *flow = m_panel->findChild<ChipFlow *>(u"tokenRoles"_s);
    QTRY_VERIFY(flow->height() > 200);
    QCOMPARE(flow->roles().size(), 101);
    QCOMPARE(flow->roles().last(), u"+400"_s);
}

void TestDetailsPanel::wholeIdCanBeCopied()
{
    m_panel->showRows({{3, 3}});
    auto *id = m_panel->findChild<QLineEdit *>(u"tokenId"_s);
    QVERIFY(id->isReadOnly());
    id->setFocus();
    id->selectAll();
    QTest::keyClick(id, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), testing::believableTokens().at(3).id);
}

void TestDetailsPanel::severalTokensAreSummedUp()
{
    m_model.setSignedInTokenId(testing::believableTokens().at(3).id);
    m_panel->showRows({{2, 3}, {5, 5}, {8, 8}});
    QVERIFY(text(u"tokenTitle"_s).startsWith(u"4 token"_s));
    QCOMPARE(text(u"selectionStatuses"_s), u"3 expiring, 1 revoked"_s);
    QCOMPARE(m_panel->findChild<ChipFlow *>(u"selectionRoles"_s)->roles(),
             (QStringList{u"Admin"_s, u"Analyst"_s, u"Continuous Integration"_s,
                          u"Sensor Creator"_s, u"Token Manager"_s}));
    QVERIFY(
        text(u"selectionFirstExpiry"_s)
            .startsWith(relativeTime(testing::believableTokens().at(2).expiresAt, testing::Now)));
    const auto flags = m_panel->findChild<FlagList *>(u"selectionFlags"_s)->flags();
    QCOMPARE(flags.size(), 2);
    QCOMPARE(flags.at(0).text, u"1 with Admin"_s);
    m_panel->showRows({{8, 8}});
    QCOMPARE(text(u"tokenTitle"_s), u"argo-sync-old"_s);
}

void TestDetailsPanel::anotherTokenScrollsToTheTop()
{
    m_panel->resize(DetailsPanel::Width, 300);
    m_panel->showRows({{3, 3}});
    auto *bar = m_panel->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    m_panel->showRows({{3, 3}}); // the same token, refreshed
    QCOMPARE(bar->value(), bar->maximum());
    m_panel->showRows({{4, 4}});
    QCOMPARE(bar->value(), 0);
}

void TestDetailsPanel::buttonsTriggerTheirActions()
{
    m_panel->showRows({{3, 3}});
    const QSignalSpy closed(m_panel.get(), &DetailsPanel::closeRequested);
    const QSignalSpy copied(&m_copy, &QAction::triggered);
    gui::click(gui::find<QToolButton>(u"Close details"_s));
    gui::click(gui::find<QPushButton>(u"Copy ID"_s));
    QCOMPARE(closed.count(), 1);
    QCOMPARE(copied.count(), 1);
}

QTEST_MAIN(TestDetailsPanel)
#include "tst_detailspanel.moc"
