// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/review/leaksamples.h"
#include "ui/review/leakarea.h"
#include "ui/review/leakcheckquestion.h"
#include "ui/review/leakcheckresult.h"
#include "ui/review/leakdialog.h"
#include "ui/review/leaklistmodel.h"
#include "ui/review/leakstatus.h"
#include "ui/style/calmstyle.h"

#include <QApplication>
#include <QDir>
#include <QTableView>
#include <QTest>
#include <QTranslator>

// preview_leak FOLDER [light|dark [FONT PIXELS]]
// QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin preview_leak out dark

namespace {

using namespace rox;
using namespace Qt::StringLiterals;
using Answer = LeakVerdict::Answer;

void grab(QWidget *window, const QDir &folder, const QString &name)
{
    window->show();
    window->activateWindow();
    QApplication::processEvents();
    QApplication::processEvents();
    window->grab().save(folder.filePath(name + u".png"_s));
}

LeakVerdict verdictOn(const LeakedToken &token, Answer answer, LeakVerdict::Entry entry, UtcMs at)
{
    LeakVerdict verdict;
    verdict.token = token;
    verdict.answer = answer;
    verdict.entry = entry;
    verdict.answeredAt = at;
    return verdict;
}

void check(const QList<LeakedToken> &tokens, UtcMs now, const QDir &folder)
{
    LeakCheckQuestion question(tokens.mid(0, 2), nullptr);
    question.setAttribute(Qt::WA_DeleteOnClose, false);
    grab(&question, folder, u"14b-a"_s);
    LeakVerdict revoked =
        verdictOn(tokens[0], Answer::Refused, LeakVerdict::Entry::Revoked, now + 12'000);
    revoked.acceptedAt = now;
    LeakCheckResult result(nullptr);
    result.showVerdicts(
        {revoked, verdictOn(tokens[2], Answer::None, LeakVerdict::Entry::NotRead, NoTime),
         verdictOn(tokens[1], Answer::Accepted, LeakVerdict::Entry::NotRead, now + 1'000)},
        false);
    grab(&result, folder, u"14b-d"_s);
}

void find(const QDir &folder)
{
    samples::LeakSamples samples;
    LeakDialog dialog([&] { return samples.servers(); }, &samples.clock, nullptr);
    dialog.resize(std::max(1000, dialog.width()), std::max(576, dialog.height()));
    grab(&dialog, folder, u"14a-empty"_s);
    dialog.scanText(Secret(samples.log()));
    (void)QTest::qWaitFor([&] { return dialog.tokens().size() == 7; });
    grab(&dialog, folder, u"14a"_s);
    check(dialog.tokens(), samples.now(), folder);
    auto *area = dialog.findChild<LeakArea *>();
    area->setDropping(true);
    dialog.findChild<LeakStatus *>()->showProgress(
        u"Looking through cluster-logs.tar: 12 of 64 MB"_s);
    grab(&dialog, folder, u"14b-e-dropping"_s);
    area->setDropping(false);
    dialog.scanText(Secret("one\ntwo\n"));
    (void)QTest::qWaitFor([] { return false; }, 300);
    grab(&dialog, folder, u"14b-e-nothing"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QFont font(u"Inter"_s);
    font.setPixelSize(arguments.value(3, u"13"_s).toInt());
    QApplication::setFont(font);
    installStyle(arguments.value(2, u"light"_s));
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&english);
    const QString folder = arguments.value(1, u"."_s);
    QDir().mkpath(folder);
    find(QDir(folder));
    return 0;
}
