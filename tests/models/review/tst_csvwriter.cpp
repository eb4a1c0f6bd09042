// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/csvwriter.h"
#include "tests/models/review/reviewsamples.h"

#include <QJsonArray>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

const QString CsvReader = u"import csv, json, sys\n"
                          "f = open(sys.argv[1], encoding='utf-8-sig', newline='')\n"
                          "r = csv.reader(f, delimiter=sys.argv[2], strict=True)\n"
                          "print(json.dumps(list(r)))"_s;

/// The rows, the header first.
QList<QStringList> readBack(const Review &review)
{
    const QJsonArray rows =
        readByPython(written(review, ExportFormat::Csv), CsvReader, {review.csv.separator}).array();
    QList<QStringList> read;
    for (const auto &row : rows) {
        QStringList cells;
        const QJsonArray values = row.toArray();
        for (const auto &cell : values)
            cells.append(cell.toString());
        read.append(cells);
    }
    return read;
}

} // namespace

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileNamesComeBackEqual_data();
    void hostileNamesComeBackEqual();
    void formulasAreGuardedAndNamed();
    void guardIsTakenAwayByItsColumn();
    void timesAreUtcAndMissingOnesEmpty();
    void linesEndInCrLfAfterAByteOrderMark();
    void listWithoutRowsIsAHeader();
};

void TestCsvWriter::hostileNamesComeBackEqual_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << QChar(u',');
    QTest::newRow("semicolon") << QChar(u';');
    QTest::newRow("tab") << QChar(u'\t');
}

void TestCsvWriter::hostileNamesComeBackEqual()
{
    QFETCH(QChar, separator);
    const QList<Token> tokens = hostileTokens();
    Review review = reviewOf(tokens);
    review.csv = {separator, false};
    const QList<QStringList> read = readBack(review);
    QCOMPARE(read.size(), tokens.size() + 1);
    const QStringList &header = read.first();
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        const QStringList &row = read.at(at + 1);
        QCOMPARE(row.size(), header.size());
        QCOMPARE(row.at(header.indexOf(u"name"_s)), tokens.at(at).name);
        QCOMPARE(row.at(header.indexOf(u"id"_s)), tokens.at(at).id);
        QCOMPARE(row.at(header.indexOf(u"roles"_s)), tokens.at(at).roles.join(u"; "_s));
    }
}

void TestCsvWriter::formulasAreGuardedAndNamed()
{
    const QList<Token> tokens = hostileTokens();
    const QList<QStringList> read = readBack(reviewOf(tokens));
    const qsizetype name = read.first().indexOf(u"name"_s);
    QCOMPARE(read.first().last(), u"guarded"_s);
    int guarded = 0;
    for (const QStringList &row : read.mid(1)) {
        const QString &cell = row.at(name);
        QVERIFY2(cell.isEmpty() || !u"=+-@\t\r\uFF1D"_s.contains(cell.front()), qPrintable(cell));
        guarded += row.last() == "name"_L1 ? 1 : 0;
    }
    QCOMPARE(guarded, 5); // + was replaced by the long name
}

void TestCsvWriter::guardIsTakenAwayByItsColumn()
{
    const QList<Token> tokens = hostileTokens();
    const QList<QStringList> read = readBack(reviewOf(tokens));
    const qsizetype column = read.first().indexOf(u"name"_s);
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        QString name = read.at(at + 1).at(column);
        if (read.at(at + 1).last().split(u"; "_s).contains(u"name"_s))
            name.remove(0, 1);
        QCOMPARE(name, tokens.at(at).name);
    }
}

void TestCsvWriter::timesAreUtcAndMissingOnesEmpty()
{
    const QList<QStringList> read = readBack(reviewOf(hostileTokens()));
    const auto cell = [&](qsizetype row, const QString &column) {
        return read.at(row + 1).at(read.first().indexOf(column));
    };
    QCOMPARE(cell(0, u"expires"_s), u"2026-08-25T08:42:00Z"_s);
    QCOMPARE(cell(1, u"expires"_s), QString());
    QCOMPARE(cell(2, u"issued"_s), QString());
    QCOMPARE(cell(3, u"expires"_s), u"9999-12-31T23:59:59Z"_s);
    QCOMPARE(cell(4, u"status"_s), u"revoked"_s);
    QCOMPARE(cell(0, u"status"_s), u"expired"_s);
    QCOMPARE(cell(0, u"status_at"_s), u"2026-08-25T08:42:00Z"_s);
    QCOMPARE(cell(0, u"as_of"_s), u"2026-08-25T08:40:00Z"_s);
    QCOMPARE(cell(0, u"server"_s), u"prod-eu"_s);
}

void TestCsvWriter::linesEndInCrLfAfterAByteOrderMark()
{
    const QByteArray csv = written(reviewOf({hostileTokens().first()}), ExportFormat::Csv);
    QVERIFY(csv.startsWith("\xEF\xBB\xBFstatus,"));
    QVERIFY(csv.endsWith("\r\n"));
    QCOMPARE(csv.count('\n'), csv.count("\r\n"));
    QCOMPARE(csv.count('\n'), 2);
}

void TestCsvWriter::listWithoutRowsIsAHeader()
{
    QCOMPARE(readBack(reviewOf({})).size(), 1);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
