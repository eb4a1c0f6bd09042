// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "ui/review/exporttext.h"

#include <QDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

using Cause = ExportOutcome::Cause;

class TestExportText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void filterNamesWhatTheListShows();
    void leftOutCountsTheOtherRows();
    void failureHasItsCauseAndTheNextStep_data();
    void failureHasItsCauseAndTheNextStep();
    void writtenFileIsNamedWithItsSize();
};

void TestExportText::filterNamesWhatTheListShows()
{
    QCOMPARE(exporttext::filter({}), u"All tokens"_s);
    TokenQuery query;
    query.status = TokenStatus::Active;
    query.text = u" ci "_s;
    query.expiry.from = 1'787'647'320'000;
    query.expiry.until = query.expiry.from + 7 * DayMs;
    QCOMPARE(exporttext::filter(query), u"Active, search: ci, expires 25 Aug 2026 to 1 Sep 2026"_s);
    query = {};
    query.roles = {u"Admin"_s};
    query.expiry.from = 1'787'647'320'000;
    QCOMPARE(exporttext::filter(query), u"role: Admin, expires from 25 Aug 2026"_s);
    query.expiry = {NoTime, query.expiry.from};
    QCOMPARE(exporttext::filter(query), u"role: Admin, expires until 25 Aug 2026"_s);
}

void TestExportText::leftOutCountsTheOtherRows()
{
    ExportOffer offer;
    offer.counts[ExportRows::Shown] = 5;
    offer.counts[ExportRows::Selected] = 1;
    offer.counts[ExportRows::All] = 6;
    QCOMPARE(exporttext::leftOut(ExportRows::Shown, offer), u"1 token that the filter hides"_s);
    QCOMPARE(exporttext::leftOut(ExportRows::Selected, offer), u"5 tokens that are not selected"_s);
    QCOMPARE(exporttext::leftOut(ExportRows::All, offer), u"no token of this list"_s);
}

void TestExportText::failureHasItsCauseAndTheNextStep_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("step");
    QTest::newRow("permission") << int(Cause::NoPermission)
                                << u"Not written: you may not write to ~/x."_s
                                << u"Choose a folder that you may write to."_s;
    QTest::newRow("full") << int(Cause::DiskFull) << u"Not written: the disk is full."_s
                          << u"Free some space, or choose a folder on another disk."_s;
    QTest::newRow("gone") << int(Cause::FolderGone)
                          << u"Not written: the folder ~/x is not there any more."_s
                          << u"Choose another folder."_s;
    QTest::newRow("other") << int(Cause::Other) << u"Not written: Input/output error."_s
                           << u"Choose another folder or another name."_s;
}

void TestExportText::failureHasItsCauseAndTheNextStep()
{
    QFETCH(int, cause);
    QFETCH(QString, lead);
    QFETCH(QString, step);
    ExportOutcome outcome;
    outcome.path = QDir::homePath() + u"/x/tokens.csv"_s;
    outcome.cause = Cause(cause);
    outcome.systemText = u"Input/output error"_s;
    const auto said = exporttext::failure(outcome);
    QCOMPARE(said.lead, lead);
    QCOMPARE(said.text, u"No half file was left. "_s + step);
}

void TestExportText::writtenFileIsNamedWithItsSize()
{
    ExportOutcome outcome;
    outcome.path = QDir::homePath() + u"/Documents/tokens.csv"_s;
    outcome.rows = 5;
    outcome.bytes = 1126;
    const auto said = exporttext::written(outcome);
    QCOMPARE(said.lead, u"5 rows written"_s);
    QCOMPARE(said.text, u"to ~/Documents/tokens.csv, 1.10 KiB."_s);
}

QTEST_MAIN(TestExportText)
#include "tst_exporttext.moc"
