// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reportchart.h"
#include "models/review/reportwriter.h"
#include "tests/models/review/reviewsamples.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPageRanges>
#include <QPdfWriter>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

Review reportOf(const QList<Token> &tokens)
{
    Review review = reviewOf(tokens);
    review.report.font = QGuiApplication::font();
    review.report.fixedFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return review;
}

QList<Token> manyTokens(int count)
{
    RandomTokens random(11);
    QList<Token> tokens = random.list(count);
    for (qsizetype at = 0; at < count; ++at)
        tokens[at].id = u"3f2a91d0-7c11-4d5e-9b42-%1"_s.arg(at, 12, 10, QLatin1Char('0'));
    return tokens;
}

} // namespace

class TestReportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyIdIsWholeOnItsPage_data();
    void everyIdIsWholeOnItsPage();
    void everyPageHasHeaderAndNumber();
    void everyPageCanBeDrawn();
    void emojiAreShownByTheirNumbers();
    void linesToSignAreOnTheLastPage();
    void listWithoutRowsIsOnePage();
    void manyColumnsStandInLandscape();
    void expiriesAreCountedByMonth();
    void stoppedWriterSaysSo();
    void otherPaperHasTheSamePages();
    void onlyTheWantedPagesArePrinted();
    void printingStopsBeforeTheFirstPageAlone();

private:
    void write(const Review &review);
    [[nodiscard]] PrintEnd print(const Review &review, const QPageSize &paper,
                                 const QString &ranges, const ReviewStep &step) const;
    [[nodiscard]] QStringList pages() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestReportWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"report.pdf"_s);
}

void TestReportWriter::write(const Review &review)
{
    const QByteArray pdf = written(review, ExportFormat::Report);
    QFile file(m_path);
    QVERIFY(!pdf.isEmpty());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(pdf), pdf.size());
}

/// The text of each page, as another program reads it.
QStringList TestReportWriter::pages() const
{
    QStringList texts =
        QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, m_path, u"-"_s})).split(u'\f');
    if (!texts.isEmpty() && texts.last().isEmpty())
        texts.removeLast();
    return texts;
}

void TestReportWriter::everyIdIsWholeOnItsPage_data()
{
    QTest::addColumn<QList<Token>>("tokens");
    QTest::newRow("hostile") << hostileTokens();
    QTest::newRow("many") << manyTokens(700);
}

void TestReportWriter::everyIdIsWholeOnItsPage()
{
    QFETCH(QList<Token>, tokens);
    write(reportOf(tokens));
    const QString text = pages().join(u'\n');
    for (const Token &token : tokens)
        QVERIFY2(text.contains(token.id), qPrintable(token.id));
}

void TestReportWriter::everyPageHasHeaderAndNumber()
{
    write(reportOf(manyTokens(200)));
    const QStringList texts = pages();
    QVERIFY(texts.size() > 3);
    for (qsizetype at = 0; at < texts.size(); ++at) {
        QVERIFY(texts.at(at).contains(u"Page %1 of %2"_s.arg(at + 1).arg(texts.size())));
        const bool hasRows = texts.at(at).contains("3f2a91d0"_L1);
        QCOMPARE(texts.at(at).contains("Token"_L1), hasRows);
        QCOMPARE(texts.at(at).contains("Keep"_L1) && texts.at(at).contains("Revoke"_L1), hasRows);
        QVERIFY(texts.at(at).contains("prod-eu, as of 2026-08-25T08:40:00Z"_L1));
    }
    QVERIFY(texts.first().contains("Review of API tokens"_L1));
    QVERIFY(texts.first().contains("m.keller, with Rox Tokens"_L1));
}

void TestReportWriter::everyPageCanBeDrawn()
{
    write(reportOf(manyTokens(200)));
    (void)outputOf(u"pdftoppm"_s,
                   {u"-r"_s, u"30"_s, u"-gray"_s, m_path, m_folder->filePath(u"page"_s)});
    const QStringList drawn = QDir(m_folder->path()).entryList({u"page*.pgm"_s});
    QCOMPARE(drawn.size(), pages().size());
}

void TestReportWriter::emojiAreShownByTheirNumbers()
{
    Token token = hostileTokens().first();
    token.name = u"rocket 🚀"_s;
    write(reportOf({token}));
    QVERIFY(pages().first().contains(u"U+1F680"_s));
}

void TestReportWriter::linesToSignAreOnTheLastPage()
{
    for (const int count : {1, 11, 12, 13, 14, 15, 16, 40}) {
        write(reportOf(manyTokens(count)));
        const QStringList texts = pages();
        for (qsizetype at = 0; at < texts.size(); ++at)
            QCOMPARE(texts.at(at).contains("Signature"_L1), at + 1 == texts.size());
    }
}

void TestReportWriter::listWithoutRowsIsOnePage()
{
    write(reportOf({}));
    QCOMPARE(pages().size(), 1);
    QVERIFY(pages().first().contains("Page 1 of 1"_L1));
}

void TestReportWriter::manyColumnsStandInLandscape()
{
    Review review = reportOf(hostileTokens());
    review.columns = reviewColumns({u"name"_s, u"status"_s});
    write(review);
    const QByteArray narrow = outputOf(u"pdfinfo"_s, {m_path});
    QVERIFY(narrow.contains("595 x 842"));
    for (int i = 0; i < 3; ++i)
        review.columns.append(reviewColumns({u"roles"_s, u"issued"_s}));
    write(review);
    const QByteArray wide = outputOf(u"pdfinfo"_s, {m_path});
    QVERIFY(wide.contains("842 x 595"));
}

void TestReportWriter::expiriesAreCountedByMonth()
{
    QList<Token> tokens = hostileTokens(); // each expires a day after the one before
    for (qsizetype at = 0; at < tokens.size(); ++at)
        tokens[at].expiresAt = ReviewNow + HourMs + at * 30 * DayMs;
    tokens[1].revoked = true; // as tokens[4] is
    tokens[2].expiresAt = NoTime;
    tokens[3].expiresAt = ReviewNow - DayMs;
    const auto months = expiryByMonth(reviewOf(tokens));
    QCOMPARE(months.size(), std::size_t(ReportMonths));
    QCOMPARE(months.front().name, u"Aug"_s);
    QCOMPARE(months.front().expiring, 1);
    QVERIFY(months.front().isSoon);
    int all = 0;
    for (const ExpiryMonth &month : months)
        all += month.expiring;
    QCOMPARE(all, 8); // those of 0 and of 5 to 11 times 30 days: to the end of July
    QVERIFY(!months.back().isSoon);
}

void TestReportWriter::stoppedWriterSaysSo()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    int steps = 0;
    QVERIFY(
        !writeReport(reportOf(manyTokens(200)), buffer, [&](qsizetype) { return ++steps < 3; }));
}

/// On a paper and at a resolution that the report is not made for, as a printer has them.
PrintEnd TestReportWriter::print(const Review &review, const QPageSize &paper,
                                 const QString &ranges, const ReviewStep &step) const
{
    QPdfWriter printer(m_path);
    printer.setResolution(300);
    printer.setPageLayout(QPageLayout(paper, QPageLayout::Portrait, QMarginsF()));
    printer.setPageRanges(QPageRanges::fromString(ranges));
    return printReport(review, printer, step);
}

void TestReportWriter::otherPaperHasTheSamePages()
{
    const Review review = reportOf(manyTokens(200));
    write(review);
    const qsizetype count = pages().size();
    const auto go = [](qsizetype) { return true; };
    QCOMPARE(print(review, QPageSize(QPageSize::Letter), {}, go), PrintEnd::Printed);
    QCOMPARE(pages().size(), count);
    // What stands outside of the paper is not in its text.
    const QString text = QString::fromUtf8(
        outputOf(u"pdftotext"_s, {u"-layout"_s, u"-nopgbrk"_s, u"-x"_s, u"0"_s, u"-y"_s, u"0"_s,
                                  u"-W"_s, u"612"_s, u"-H"_s, u"792"_s, m_path, u"-"_s}));
    for (qsizetype at = 0; at < qsizetype(review.rows.size()); ++at) {
        const Token token = review.table->token(review.rows[std::size_t(at)]);
        QVERIFY2(text.contains(token.id), qPrintable(token.id));
    }
    QVERIFY(text.contains(u"Page %1 of %1"_s.arg(count)));
}

void TestReportWriter::onlyTheWantedPagesArePrinted()
{
    const auto go = [](qsizetype) { return true; };
    QCOMPARE(print(reportOf(manyTokens(200)), QPageSize(QPageSize::A4), u"2-3"_s, go),
             PrintEnd::Printed);
    const QStringList texts = pages();
    QCOMPARE(texts.size(), 2);
    QVERIFY(texts.first().contains("Page 2 of "_L1));
    QVERIFY(texts.last().contains("Page 3 of "_L1));
}

void TestReportWriter::printingStopsBeforeTheFirstPageAlone()
{
    const Review review = reportOf(manyTokens(700));
    const QPageSize paper(QPageSize::A4);
    QCOMPARE(print(review, paper, {}, [](qsizetype) { return false; }), PrintEnd::Stopped);
    qsizetype rows = 0;
    const auto stopHalfWay = [&](qsizetype done) {
        rows = done;
        return done <= 350; // the layout is half of the way
    };
    QCOMPARE(print(review, paper, {}, stopHalfWay), PrintEnd::Printed);
    QVERIFY(rows > 350);
}

QTEST_MAIN(TestReportWriter)
#include "tst_reportwriter.moc"
