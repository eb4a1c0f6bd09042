// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/tabletext.h"
#include "models/values/visibletext.h"
#include "tests/models/review/reviewsamples.h"

#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

class TestTableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTokenIsOneLineOfEqualCells();
    void formulasAreGuarded();
    void htmlEscapesNames();
};

void TestTableText::eachTokenIsOneLineOfEqualCells()
{
    const QList<Token> tokens = hostileTokens();
    QStringList lines = tabbedText(reviewOf(tokens)).split(u'\n');
    QVERIFY(lines.takeLast().isEmpty());
    QCOMPARE(lines.size(), tokens.size() + 1);
    for (const QString &line : lines)
        QCOMPARE(line.count(u'\t'), reviewOf(tokens).tokenColumns().size() - 1);
    for (qsizetype at = 0; at < tokens.size(); ++at)
        QVERIFY(lines.at(at + 1).split(u'\t').contains(tokens.at(at).id));
}

void TestTableText::formulasAreGuarded()
{
    const QString text = tabbedText(reviewOf(hostileTokens()));
    QVERIFY(text.contains("\t'=cmd|"_L1));
    QVERIFY(!text.contains("\t=cmd|"_L1));
    QVERIFY(tableHtml(reviewOf(hostileTokens())).contains("<td>&#39;=cmd|"_L1)
            || tableHtml(reviewOf(hostileTokens())).contains("<td>'=cmd|"_L1));
}

void TestTableText::htmlEscapesNames()
{
    const QString html = tableHtml(reviewOf(hostileTokens()));
    QVERIFY(!html.contains("<script>"_L1));
    QVERIFY(html.contains("&lt;script&gt;"_L1));
}

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
