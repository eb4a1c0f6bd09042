// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/chipflow.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

QStringList roles(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(u"Vulnerability Viewer %1"_s.arg(i));
    return names;
}

} // namespace

class TestChipFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrapsIntoLines();
    void maximumOfLinesIsKept_data();
    void maximumOfLinesIsKept();
    void hiddenRolesAreInTheDescription();
};

void TestChipFlow::wrapsIntoLines()
{
    ChipFlow flow;
    flow.setRoles({u"Analyst"_s});
    const int one = flow.heightForWidth(300);
    flow.setRoles(roles(10));
    QVERIFY(flow.heightForWidth(300) > 4 * one);
    QVERIFY(flow.heightForWidth(4000) < flow.heightForWidth(300));
}

void TestChipFlow::maximumOfLinesIsKept_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("width");
    QTest::addColumn<QStringList>("names");
    for (const int lines : {1, 3}) {
        for (const int width : {1, 30, 60, 150, 300}) {
            QTest::addRow("%d lines, %d px", lines, width) << lines << width << roles(50);
            QTest::addRow("%d lines, %d px, one endless", lines, width)
                << lines << width << QStringList{QString(10'000, u'W'), u"x"_s};
        }
    }
}

void TestChipFlow::maximumOfLinesIsKept()
{
    QFETCH(int, lines);
    QFETCH(int, width);
    QFETCH(QStringList, names);
    ChipFlow flow;
    flow.setRoles({u"x"_s});
    const int line = flow.heightForWidth(width);
    constexpr int gap = 4;
    flow.setMaxLines(lines);
    flow.setRoles(names);
    QVERIFY(flow.heightForWidth(width) <= lines * line + (lines - 1) * gap);
}

void TestChipFlow::hiddenRolesAreInTheDescription()
{
    ChipFlow flow;
    flow.setMaxLines(1);
    flow.setRoles({u"Admin"_s, u"evil\u202Erole"_s, u"Analyst"_s});
    QCOMPARE(flow.accessibleDescription(), u"Admin, evil⟨U+202E⟩role, Analyst"_s);
}

QTEST_MAIN(TestChipFlow)
#include "tst_chipflow.moc"
