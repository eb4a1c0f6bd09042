// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/window/windowfixture.h"
#include "ui/serversidebar.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestServerSidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarning(); }
    void initials_data();
    void initials();
    void showsTheServer();
    void aStateMakesTheRowTaller();
    void railKeepsTheName();
};

void TestServerSidebar::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letters");
    QTest::newRow("last part") << u"prod-eu"_s << u"eu"_s;
    QTest::newRow("one word") << u"staging"_s << u"st"_s;
    QTest::newRow("host") << u"central-eu.acme.example"_s << u"eu"_s;
    QTest::newRow("upper case") << u"Demo"_s << u"de"_s;
    QTest::newRow("address") << u"127.0.0.1"_s << u"12"_s;
    QTest::newRow("short last part") << u"lab-2"_s << u"la"_s;
    QTest::newRow("one letter") << u"x"_s << u"x"_s;
    QTest::newRow("no letter") << u"–!"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestServerSidebar::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, letters);
    QCOMPARE(serverInitials(name), letters);
}

void TestServerSidebar::showsTheServer()
{
    ServerSidebar sidebar;
    QAbstractItemModelTester tester(sidebar.servers(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    ServerFacts facts = testing::believableServer();
    facts.name = u"prod\u202Eeu"_s;
    facts.address = u"<b>evil</b>"_s;
    sidebar.servers()->setServer(facts);
    sidebar.servers()->setState(u"May not list tokens"_s);
    const QModelIndex row = sidebar.servers()->index(0);
    QCOMPARE(row.data().toString(), u"prod⟨U+202E⟩eu"_s);
    QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(u'<'));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"May not list tokens"_s));
}

void TestServerSidebar::aStateMakesTheRowTaller()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServer(testing::believableServer());
    sidebar.resize(200, 400);
    sidebar.show();
    auto *list = sidebar.findChild<QListView *>(u"servers"_s);
    QVERIFY(list);
    const int height = list->visualRect(sidebar.servers()->index(0)).height();
    QVERIFY(height >= 32);
    sidebar.servers()->setState(u"May not list tokens"_s);
    QTRY_COMPARE(list->visualRect(sidebar.servers()->index(0)).height(), height + 12);
    QVERIFY(list->selectionModel()->isSelected(sidebar.servers()->index(0)));
}

void TestServerSidebar::railKeepsTheName()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServer(testing::believableServer());
    sidebar.setRail(true);
    QCOMPARE(sidebar.maximumWidth(), ServerSidebar::RailWidth);
    QCOMPARE(sidebar.servers()->index(0).data(Qt::AccessibleTextRole).toString(), u"prod-eu"_s);
    sidebar.setRail(false);
    QVERIFY(sidebar.maximumWidth() >= ServerSidebar::Width);
}

QTEST_MAIN(TestServerSidebar)
#include "tst_serversidebar.moc"
