// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/reviewwindows.h"

#include "tests/ui/dialogsamples.h"
#include "tests/ui/review/leaksamples.h"
#include "ui/review/exportdialog.h"
#include "ui/review/leakcheckquestion.h"
#include "ui/review/leakcheckresult.h"
#include "ui/review/leakdialog.h"
#include "ui/revoke/cleanupdialog.h"

#include <QTest>

#include <memory>
#include <numeric>

namespace rox::samples {

using namespace Qt::StringLiterals;
using Answer = LeakVerdict::Answer;
using Entry = LeakVerdict::Entry;

namespace {

/// The key walk deletes each window itself.
QWidget *opened(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->open();
    return dialog;
}

LeakDialog *leak()
{
    auto samples = std::make_shared<LeakSamples>();
    return new LeakDialog([samples] { return samples->servers(); }, &samples->clock, nullptr);
}

LeakDialog *leakFound()
{
    LeakDialog *dialog = leak();
    dialog->scanText(Secret(LeakSamples().log()));
    (void)QTest::qWaitFor([dialog] { return dialog->tokens().size() == 7; });
    return dialog;
}

QList<LeakedToken> leakedTokens()
{
    const std::unique_ptr<LeakDialog> dialog(leakFound());
    return dialog->tokens();
}

QWidget *leakQuestion()
{
    return opened(new LeakCheckQuestion(leakedTokens().first(2), nullptr));
}

QWidget *leakResult()
{
    QList<LeakVerdict> verdicts;
    for (const LeakedToken &token : leakedTokens()) {
        LeakVerdict verdict;
        verdict.token = token;
        verdict.wasSent = true;
        verdict.answer = verdicts.isEmpty() ? Answer::Accepted : Answer::Refused;
        verdict.entry = Entry::NotRead;
        verdict.answeredAt = FakeClock().time;
        verdicts.append(verdict);
    }
    auto *result = new LeakCheckResult(nullptr);
    result->showVerdicts(verdicts.first(3), false);
    return opened(result);
}

QWidget *exportForm()
{
    ExportOffer offer;
    offer.server = server();
    offer.asOf = u"as of 10:42"_s;
    offer.counts[ExportRows::Shown] = 5;
    offer.counts[ExportRows::Selected] = 1;
    offer.counts[ExportRows::All] = 20'450;
    offer.filter = u"Active, search: ci"_s;
    offer.shownColumns = {u"status"_s, u"name"_s, u"expires"_s};
    offer.title = u"Review of API tokens"_s;
    const auto reviewOf = [](const ExportChoice &choice, std::size_t most) {
        Review review;
        review.table = tableOf(RandomTokens(1).list(8));
        for (TokenTable::Row row = 0; row < most; ++row)
            review.rows.push_back(row);
        review.columns = reviewColumns(choice.columns);
        return review;
    };
    return opened(new ExportDialog(offer, reviewOf, nullptr));
}

QWidget *cleanUp()
{
    const TokenTablePtr table = tableOf(RandomTokens(1).list(40));
    std::vector<TokenTable::Row> rows(20);
    std::iota(rows.begin(), rows.end(), 0);
    const CleanUpSubject subject{
        .server = server(),
        .rows = u"Expired"_s,
        .note = u"Central deletes expired tokens by itself, about a day after their end."_s,
        .others = 20};
    return opened(new CleanUpDialog(subject, {table, FakeClock().time, cleanUpOf(*table, rows, {})},
                                    nullptr));
}

} // namespace

QList<SampleWindow> reviewDialogs()
{
    return {
        {"export", exportForm, 5},
        {"leaked token", [] { return opened(leak()); }, 3},
        {"leaked tokens found", [] { return opened(leakFound()); }, 5},
        {"leak check", leakQuestion, 3},
        {"leak checked", leakResult, 4},
        {"clean up", cleanUp, 4},
    };
}

} // namespace rox::samples
