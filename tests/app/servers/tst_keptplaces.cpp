// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/connectingtest.h"
#include "ui/servers/serverlist.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The list of a server is shown after a restart as it was left.
class TestKeptPlaces : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void restartShowsTheListAsItWasLeft();
    void removedServerLeavesNothing();

private:
    [[nodiscard]] static QLineEdit *search() { return find<QLineEdit>(u"Search tokens"_s); }
    [[nodiscard]] static QTableView *view() { return find<QTableView>(u"Tokens"_s); }
    [[nodiscard]] QString settings() const
    {
        QFile file(m_home->filePath(u"settings.ini"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

void TestKeptPlaces::restartShowsTheListAsItWasLeft()
{
    beSignedInAtLab();
    const int all = rowCount();
    type(search(), u"analyst"_s);
    QTRY_VERIFY(rowCount() < all);
    const int found = rowCount();
    QHeaderView *header = view()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(1) + 20, 10});
    clickRow(view(), found / 2, 1);
    const QString current = view()->currentIndex().siblingAtColumn(1).data().toString();
    quit();
    QVERIFY(settings().contains("analyst"_L1));

    startProgram();
    QTRY_COMPARE(rowCount(), found);
    QCOMPARE(search()->text(), u"analyst"_s);
    QCOMPARE(view()->horizontalHeader()->sortIndicatorSection(), 1);
    QCOMPARE(view()->currentIndex().siblingAtColumn(1).data().toString(), current);
    QCOMPARE(window()->selectedCount(), 0);
}

void TestKeptPlaces::removedServerLeavesNothing()
{
    beSignedInAtLab();
    type(search(), u"analyst"_s);
    const ServerId lab = currentId();
    quit();
    QVERIFY(settings().contains("analyst"_L1));
    startProgram();
    QTRY_VERIFY(rowCount() > 0);
    QVERIFY(directory()->find(lab).has_value());
    Q_EMIT window()->serverList()->removeRequested(lab);
    press(u"Remove server"_s);
    QTRY_VERIFY(!directory()->find(lab).has_value());
    quit();
    QVERIFY2(!settings().contains("analyst"_L1), qPrintable(settings()));
}

QTEST_MAIN(TestKeptPlaces)
#include "tst_keptplaces.moc"
