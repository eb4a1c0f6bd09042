// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"
#include "tests/ui/dialogsamples.h"
#include "ui/review/exportdialog.h"
#include "ui/review/exporttext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QRadioButton>
#include <QTranslator>

// preview_review FOLDER [light|dark [FONT PIXELS]]
// QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin preview_review out dark

namespace {

using namespace rox;
using namespace Qt::StringLiterals;

Token tokenOf(const QString &name, const QString &id, const QStringList &roles, UtcMs days)
{
    const samples::FakeClock clock;
    return {id + u"-5e1c-4b7a-9a0f-2b6d1c77e0a4"_s, name, roles, clock.time - 40 * DayMs,
            days < 0 ? UtcMs(253402300799000) : clock.time + days * DayMs};
}

Review sample(int more)
{
    const QString admin = u"Admin"_s;
    QList<Token> tokens{tokenOf(u"break-glass-2026"_s, u"b60e1d93"_s, {admin}, 12),
                        tokenOf(u"dr-restore-eu"_s, u"6f27c8a1"_s, {admin}, 86),
                        tokenOf(u"contractor-tmp-7"_s, u"30ce9b54"_s, {admin}, 98),
                        tokenOf(u"=cmd|' /C calc'!A0"_s, u"e77d0c58"_s, {admin}, 99),
                        tokenOf(u"terraform-plan-eu"_s, u"d9410b7c"_s, {admin, u"Analyst"_s}, 100),
                        tokenOf(u"rocket 🚀 Überwachung 日本 \u202Eevil"_s, u"17be40d2"_s,
                                {admin, u"Continuous Integration"_s, u"Vulnerability Viewer"_s},
                                101),
                        tokenOf(u"a-very-long-name-of-a-token-that-a-pipeline-made-for-itself"_s,
                                u"84a5f3e6"_s, {admin}, 104),
                        tokenOf(u"terraform-state"_s, u"92d7e05b"_s, {admin}, -1)};
    for (int i = 0; i < more; ++i)
        tokens.append(tokenOf(u"pipeline-%1"_s.arg(i), u"%1c0d3ae"_s.arg(i + 16, 0, 16),
                              {u"Continuous Integration"_s}, 20 + i));
    TokenTableBuilder builder;
    for (const Token &token : tokens)
        builder.add(token);
    Review review;
    review.table = builder.build();
    for (TokenTable::Row row = 0; row < review.table->size(); ++row)
        review.rows.push_back(row);
    review.now = samples::FakeClock().time;
    review.source = {u"prod-eu"_s, u"central-eu.acme.example"_s, review.now - 3 * MinuteMs,
                     false,        u"desktop-mkeller"_s,         1284};
    review.filter = u"Active, expires 1 Dec 2026 to 7 Dec 2026"_s;
    review.leftOut = u"1,276 tokens that the filter hides"_s;
    review.report = {u"Review of API tokens with Admin"_s,
                     u"m.keller"_s,
                     u"Rox Tokens 1.0.0"_s,
                     QApplication::font(),
                     QFontDatabase::systemFont(QFontDatabase::FixedFont),
                     applicationIcon().pixmap(128, 128).toImage(),
                     serverColor(u"blue"_s, false),
                     {relativeTime, exporttext::reportDate, longTime}};
    return review;
}

class Preview
{
public:
    explicit Preview(const QDir &folder)
        : m_folder(folder)
    {}
    void dialogs();
    void report(int rows, const QString &name);
    void csv(); ///< for tests/distros/spreadsheet

private:
    void grab(QWidget *window, const QString &name)
    {
        window->show();
        window->activateWindow();
        QApplication::processEvents();
        QApplication::processEvents();
        window->grab().save(m_folder.filePath(name + u".png"_s));
    }
    QDir m_folder;
};

void Preview::dialogs()
{
    ExportOffer offer;
    offer.server = samples::server();
    offer.asOf = u"as of 10:42"_s;
    offer.counts[ExportRows::Shown] = 8;
    offer.counts[ExportRows::Selected] = 1;
    offer.counts[ExportRows::All] = 1284;
    offer.filter = u"Active, expires 1 Dec 2026 to 7 Dec 2026"_s;
    offer.shownColumns = {u"status"_s, u"name"_s, u"roles"_s, u"expires"_s, u"issued"_s};
    offer.title = u"Review of API tokens"_s;
    offer.reviewer = u"m.keller"_s;
    const auto reviewOf = [](const ExportChoice &choice, std::size_t most) {
        Review review = sample(0);
        review.columns = reviewColumns(choice.columns);
        review.csv = choice.csv;
        if (most > 0)
            review.rows.resize(std::min(most, review.rows.size()));
        return review;
    };
    for (const ExportFormatInfo &info : exportFormats()) {
        ExportDialog dialog(offer, reviewOf, nullptr);
        dialog.setFormat(info.format);
        grab(&dialog, u"16a-"_s + info.id);
        if (info.format != ExportFormat::Csv)
            continue;
        ExportOutcome outcome;
        outcome.path = QDir::homePath() + u"/Documents/tokens.csv"_s;
        outcome.cause = ExportOutcome::Cause::DiskFull;
        const auto [lead, text] = exporttext::failure(outcome);
        dialog.showFailure(lead, text);
        grab(&dialog, u"16a-failed"_s);
    }
}

void Preview::report(int rows, const QString &name)
{
    Review review = sample(rows);
    review.columns = reviewColumns({u"status"_s, u"name"_s, u"roles"_s, u"expires"_s, u"id"_s});
    QFile file(m_folder.filePath(name + u".pdf"_s));
    if (file.open(QIODevice::WriteOnly))
        (void)infoOf(ExportFormat::Report).write(review, file, [](qsizetype) { return true; });
}

void Preview::csv()
{
    Review review = sample(60);
    review.columns = reviewColumns();
    QFile file(m_folder.filePath(u"tokens.csv"_s));
    if (file.open(QIODevice::WriteOnly))
        (void)infoOf(ExportFormat::Csv).write(review, file, [](qsizetype) { return true; });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, u"."_s);
    QFont font(u"Inter"_s);
    font.setPixelSize(arguments.value(3, u"13"_s).toInt());
    QApplication::setFont(font);
    rox::installStyle(arguments.value(2, u"light"_s));
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&english);
    QDir().mkpath(folder);
    Preview preview{QDir(folder)};
    preview.dialogs();
    preview.report(0, u"16b-report"_s);
    preview.report(60, u"16b-long-report"_s);
    preview.csv();
    return 0;
}
