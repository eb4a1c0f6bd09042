// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"
#include "ui/settings/noticespage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QTableView>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// The page "Notifications": the table of servers and thresholds.
class TestNoticesPage : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void modelIsConsistent();
    void clickChangesOneThreshold();
    void spaceChangesTheCurrentOne();
    void firstRowIsPartlyCheckedWhereServersDiffer();
    void firstRowChangesAllServers();
    void mutedServerKeepsItsThresholds();
    void tableIsOffWithTheBox();
    void cellsAreSpoken();

private:
    [[nodiscard]] QTableView *table() const
    {
        return m_page->findChild<QTableView *>(u"noticesByServer"_s);
    }
    void click(int row, int column)
    {
        const QModelIndex index = table()->model()->index(row, column);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(index).center());
    }
    [[nodiscard]] Qt::CheckState state(int row, int column) const
    {
        return Qt::CheckState(
            table()->model()->index(row, column).data(Qt::CheckStateRole).toInt());
    }
    [[nodiscard]] ServerNotices notices(const QString &key) const
    {
        return m_preferences.notices.servers.value(key);
    }

    Preferences m_preferences;
    std::unique_ptr<NoticesPage> m_page;
};

void TestNoticesPage::init()
{
    StrictTest::init();
    m_preferences = {};
    m_page = std::make_unique<NoticesPage>(
        NoticePreferences(),
        QList<NoticeServer>{{u"a"_s, u"prod-eu"_s, u"blue"_s}, {u"b"_s, u"lab"_s, u"sand"_s}});
    connect(m_page.get(), &NoticesPage::edited, this,
            [this](const PreferenceEdit &edit) { edit(m_preferences); });
    m_page->resize(500, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestNoticesPage::modelIsConsistent()
{
    const QAbstractItemModelTester tester(table()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    click(1, 1);
    click(0, 2);
    QCOMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(table()->model()->columnCount(), int(NoticeDays.size()) + 2);
}

void TestNoticesPage::clickChangesOneThreshold()
{
    click(1, 2);
    QCOMPARE(state(1, 2), Qt::Unchecked);
    ServerNotices expected;
    expected.isChosen[1] = false;
    QCOMPARE(notices(u"a"_s), expected);
    QCOMPARE(notices(u"b"_s), ServerNotices());
    click(1, 2);
    QCOMPARE(notices(u"a"_s), ServerNotices());
    click(1, NoticesModel::ServerColumn); // has no box
    QCOMPARE(notices(u"a"_s), ServerNotices());
}

void TestNoticesPage::spaceChangesTheCurrentOne()
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(2, 5));
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(!notices(u"b"_s).isChosen[4]);
}

void TestNoticesPage::firstRowIsPartlyCheckedWhereServersDiffer()
{
    QCOMPARE(state(0, 1), Qt::Checked);
    click(1, 1);
    QCOMPARE(state(0, 1), Qt::PartiallyChecked);
    click(2, 1);
    QCOMPARE(state(0, 1), Qt::Unchecked);
}

void TestNoticesPage::firstRowChangesAllServers()
{
    click(1, 1);
    click(0, 1); // partly checked: all
    QVERIFY(notices(u"a"_s).isChosen[0] && notices(u"b"_s).isChosen[0]);
    QCOMPARE(state(0, 1), Qt::Checked);
    click(0, 1);
    QVERIFY(!notices(u"a"_s).isChosen[0] && !notices(u"b"_s).isChosen[0]);
}

void TestNoticesPage::mutedServerKeepsItsThresholds()
{
    click(2, NoticesModel::MuteColumn);
    QVERIFY(notices(u"b"_s).isMuted);
    QVERIFY(!table()->model()->index(2, 1).flags().testFlag(Qt::ItemIsEnabled));
    click(2, 1); // off
    QVERIFY(notices(u"b"_s).isChosen[0]);
    click(2, NoticesModel::MuteColumn);
    QCOMPARE(notices(u"b"_s), ServerNotices());
}

void TestNoticesPage::tableIsOffWithTheBox()
{
    auto *box = m_page->findChild<QCheckBox *>(u"noticesOn"_s);
    box->click();
    QVERIFY(!m_preferences.notices.isOn);
    QVERIFY(!table()->isEnabled());
    m_page->findChild<QCheckBox *>(u"noticeNames"_s)->click();
    QVERIFY(!m_preferences.notices.showsNames);
    QVERIFY(!m_preferences.notices.isOn); // of the other box
}

void TestNoticesPage::cellsAreSpoken()
{
    const auto spoken = [&](int row, int column) {
        return table()->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(table()->accessibleName(), u"Notifications by server"_s);
    QCOMPARE(spoken(1, 5), u"prod-eu: Expired"_s);
    QCOMPARE(spoken(0, NoticesModel::MuteColumn), u"All servers: Mute"_s);
}

QTEST_MAIN(TestNoticesPage)
#include "tst_noticespage.moc"
