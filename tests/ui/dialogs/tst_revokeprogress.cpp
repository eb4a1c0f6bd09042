// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"
#include "tests/ui/dialogs/dialogdriver.h"
#include "tests/ui/dialogs/dialogsamples.h"
#include "ui/dialogs/revokedelegate.h"
#include "ui/dialogs/revokedialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using State = RevokeListModel::State;
using Stage = RevokeDialog::Stage;

namespace {

struct Run
{
    explicit Run(int count, const QString &signedIn = {})
    {
        model.setTokens(samples::manyTokens(u"t"_s, count, clock.time), signedIn);
        dialog = std::make_unique<RevokeDialog>(samples::server(), &model, &clock);
        stop = std::make_unique<QSignalSpy>(dialog.get(), &RevokeDialog::stopRequested);
        retry = std::make_unique<QSignalSpy>(dialog.get(), &RevokeDialog::retryRequested);
        dialog->open();
    }
    void set(int first, int last, State state, const QString &why = {})
    {
        for (int i = first; i <= last; ++i)
            model.setState(u"id-of-t-%1"_s.arg(i), state, why,
                           why.isEmpty() ? QString() : u"Kind: x"_s, clock.time);
    }
    /// As set(), with the verdict that leads to this state, if one does.
    void settle(int i, State state)
    {
        using Fate = RevokeVerdict::Fate;
        static const QHash<State, Fate> fates{{State::Revoked, Fate::Revoked},
                                              {State::AlreadyGone, Fate::AlreadyGone},
                                              {State::Failed, Fate::StillActive},
                                              {State::NotSent, Fate::NotSent},
                                              {State::Unknown, Fate::Unknown}};
        if (!fates.contains(state)) {
            set(i, i, state);
            return;
        }
        RevokeVerdict verdict;
        verdict.fate = fates.value(state);
        verdict.provenAt = clock.time;
        model.setVerdict(u"id-of-t-%1"_s.arg(i), verdict, u"What was read."_s, {}, clock.time);
        QCOMPARE(model.count(state) > 0, true);
    }
    void end()
    {
        model.putFailuresFirst();
        dialog->setStage(Stage::Result);
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return driver::button(dialog.get(), name);
    }
    [[nodiscard]] QListView *list() const
    {
        return driver::part<QListView>(dialog.get(), u"Tokens to revoke"_s);
    }
    [[nodiscard]] QString said(const QString &name) const
    {
        return driver::said(dialog.get(), name);
    }

    samples::FakeClock clock;
    RevokeListModel model;
    std::unique_ptr<RevokeDialog> dialog;
    std::unique_ptr<QSignalSpy> stop;
    std::unique_ptr<QSignalSpy> retry;
};

} // namespace

class tst_RevokeProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { driver::beginTest(); }
    void progressIsCounted();
    void whatIsKeptIsNotCounted();
    void stopLetsThoseOnTheirWayFinish();
    void escapeStopsToo();
    void results_data();
    void results();
    void failuresCanBeTriedAgain();
    void detailsAreCopied();
    void sentencesTakeTheirRoom();
    void thousands();
    void goneWhileRunning();
};

void tst_RevokeProgress::progressIsCounted()
{
    Run run(10);
    run.set(1, 10, State::Waiting);
    run.dialog->setStage(Stage::Running);
    QCOMPARE(run.said(u"heading"_s), u"Revoking 10 tokens on prod-eu"_s);
    QCOMPARE(run.said(u"meaning"_s), u"0 of 10 done"_s);
    run.set(1, 5, State::Revoked);
    run.set(4, 4, State::AlreadyGone);
    run.set(6, 9, State::Asking);
    QTRY_COMPARE(run.said(u"meaning"_s), u"5 of 10 done"_s);
    const auto *bar = driver::part<QProgressBar>(run.dialog.get(), u"Progress"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 5);
    QCOMPARE(bar->maximum(), 10);
    QCOMPARE(run.said(u"hint"_s), u"Stop lets the 4 on their way finish."_s);
    QVERIFY(run.button(u"Stop"_s)->isVisible());
    QVERIFY(!run.button(u"Cancel"_s)->isVisible());
    QVERIFY(!run.dialog->grab().isNull());
}

void tst_RevokeProgress::whatIsKeptIsNotCounted()
{
    Run run(3, u"id-of-t-1"_s);
    run.set(2, 3, State::Waiting);
    run.set(1, 1, State::Kept);
    run.dialog->setStage(Stage::Running);
    QCOMPARE(run.said(u"heading"_s), u"Revoking 2 tokens on prod-eu"_s);
    run.set(2, 3, State::Revoked);
    QTRY_COMPARE(run.said(u"meaning"_s), u"2 of 2 done"_s);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"2 revoked, 1 kept"_s);
    QVERIFY(!run.button(u"Retry failed"_s)->isVisible());
}

void tst_RevokeProgress::stopLetsThoseOnTheirWayFinish()
{
    Run run(10);
    run.set(1, 4, State::Asking);
    run.set(5, 10, State::Waiting);
    run.dialog->setStage(Stage::Running);
    run.button(u"Stop"_s)->click();
    QCOMPARE(run.stop->count(), 1);
    QCOMPARE(run.dialog->stage(), Stage::Stopping);
    QVERIFY(!run.button(u"Stop"_s)->isEnabled());
    QCOMPARE(run.said(u"hint"_s), u"Waiting for the 4 on their way."_s);
    run.dialog->close();
    QVERIFY(run.dialog->isVisible());
    QCOMPARE(run.stop->count(), 1);
    run.set(1, 4, State::Revoked);
    run.set(5, 10, State::Stopped);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"4 revoked, 6 not sent"_s);
    QCOMPARE(run.button(u"Retry failed"_s)->text(), u"Revoke the others"_s);
}

void tst_RevokeProgress::escapeStopsToo()
{
    Run run(2);
    run.set(1, 2, State::Asking);
    run.dialog->setStage(Stage::Running);
    QTest::keyClick(run.dialog.get(), Qt::Key_Return); // a stray one does nothing
    QTest::keyClick(run.dialog.get(), Qt::Key_Space);
    QCOMPARE(run.stop->count(), 0);
    QTest::keyClick(run.dialog.get(), Qt::Key_Escape);
    QCOMPARE(run.stop->count(), 1);
    QVERIFY(run.dialog->isVisible());
}

void tst_RevokeProgress::results_data()
{
    QTest::addColumn<QList<State>>("states");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<bool>("retry");

    using List = QList<State>;
    const QString last = u" The last answer came at 08:42:00."_s;
    const QString again = u" They stay selected for another try."_s;
    QTest::newRow("all") << List{State::Revoked, State::Revoked} << u"2 revoked"_s
                         << u"Central answered for 2 tokens: revoked."_s + last << false;
    QTest::newRow("gone") << List{State::Revoked, State::AlreadyGone} << u"1 revoked, 1 gone"_s
                          << u"Central answered for 1 token: revoked. Central has no such token "
                             "any more: 1."_s
                                 + last
                          << false;
    QTest::newRow("one") << List{State::Revoked} << u"1 revoked"_s << u"What was read."_s << false;
    QTest::newRow("one failed")
        << List{State::Revoked, State::Failed} << u"1 revoked, 1 not revoked"_s
        << u"Central refused to revoke 1 token. It stays selected for another try."_s << true;
    QTest::newRow("all failed") << List{State::Failed, State::Failed} << u"2 not revoked"_s
                                << u"Central refused to revoke 2 tokens."_s + again << true;
    QTest::newRow("not sent") << List{State::Failed, State::NotSent}
                              << u"1 not revoked, 1 not sent"_s
                              << u"Central refused to revoke 1 token. No request left this "
                                 "computer for 1 token."_s
                                     + again
                              << true;
    QTest::newRow("unknown")
        << List{State::Revoked, State::Unknown} << u"1 revoked, 1 not known"_s
        << u"Central's answer for 1 token was lost: it may or may not be revoked."_s << true;
    QTest::newRow("stopped") << List{State::Stopped} << u"1 not sent"_s
                             << u"You stopped: Central was not asked for the others."_s << true;
    QTest::newRow("kept") << List{State::Kept, State::Revoked} << u"1 revoked, 1 kept"_s
                          << u"Central answered for 1 token: revoked."_s + last << false;
}

void tst_RevokeProgress::results()
{
    QFETCH(QList<State>, states);
    QFETCH(QString, heading);
    QFETCH(QString, meaning);
    QFETCH(bool, retry);
    Run run(int(states.size()));
    run.dialog->setStage(Stage::Running);
    for (int i = 0; i < states.size(); ++i)
        run.settle(i + 1, states.at(i));
    run.end();
    QCOMPARE(run.said(u"heading"_s), heading);
    QCOMPARE(run.said(u"meaning"_s), meaning);
    QCOMPARE(run.button(u"Retry failed"_s)->isVisible(), retry);
    QVERIFY(run.button(u"Close"_s)->isVisible());
    auto *first = qobject_cast<QPushButton *>(run.button(retry ? u"Retry failed"_s : u"Close"_s));
    QVERIFY(first->isDefault());
    QVERIFY(!run.dialog->grab().isNull());
    run.button(u"Close"_s)->click();
    QVERIFY(!run.dialog->isVisible());
}

void tst_RevokeProgress::failuresCanBeTriedAgain()
{
    Run run(3);
    run.dialog->setStage(Stage::Running);
    run.set(1, 2, State::Revoked);
    run.set(3, 3, State::Failed, u"Central answered 503, service unavailable."_s);
    run.end();
    QCOMPARE(run.model.tokenAt(0).name, u"t-3"_s);
    run.button(u"Retry failed"_s)->click();
    QCOMPARE(run.retry->count(), 1);
    run.model.keepUnfinished();
    run.dialog->setStage(Stage::Running);
    QCOMPARE(run.said(u"heading"_s), u"Revoking 1 token on prod-eu"_s);
    run.set(3, 3, State::Revoked);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"1 revoked"_s);
}

void tst_RevokeProgress::detailsAreCopied()
{
    Run run(2);
    run.dialog->setStage(Stage::Running);
    run.set(1, 1, State::Revoked);
    run.set(2, 2, State::Failed, u"Why."_s);
    run.end();
    QVERIFY(!run.dialog->grab().isNull());
    auto *list = run.list();
    QGuiApplication::clipboard()->setText(u"before"_s);
    list->setCurrentIndex(run.model.index(1)); // nothing to copy of a success
    list->actions().constFirst()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    list->setCurrentIndex(run.model.index(0));
    list->actions().constFirst()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Kind: x"_s);

    // The link is the last line of the row; its words begin after "Asked once, at 08:42:00. ".
    QGuiApplication::clipboard()->setText(u"before"_s);
    const QRect row = list->visualRect(run.model.index(0));
    for (int x = 42; x < 400 && QGuiApplication::clipboard()->text() == u"before"; x += 8)
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {x, row.bottom() - 14});
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Kind: x"_s);
}

void tst_RevokeProgress::sentencesTakeTheirRoom()
{
    Run run(2);
    run.dialog->setStage(Stage::Running);
    run.set(1, 1, State::Failed, u"Short."_s);
    run.set(2, 2, State::Failed, u"A long sentence. "_s.repeated(200));
    run.end();
    const int small = run.list()->visualRect(run.model.index(0)).height();
    const int large = run.list()->visualRect(run.model.index(1)).height();
    QVERIFY(large > small);
    QVERIFY(large < 200); // the whole stands in the tooltip
}

void tst_RevokeProgress::thousands()
{
    Run run(10'000);
    run.set(1, 10'000, State::Waiting);
    run.dialog->setStage(Stage::Running);
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= 10'000; ++i) {
        run.set(i, i, State::Asking);
        run.set(i, i, i % 100 == 0 ? State::Failed : State::Revoked, u"Why."_s);
        if (i % 500 == 0)
            QCoreApplication::processEvents();
    }
    run.end();
    QVERIFY(!run.dialog->grab().isNull());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(run.said(u"heading"_s), u"9,900 revoked, 100 not revoked"_s);
    QVERIFY(run.dialog->height() < 700);
}

void tst_RevokeProgress::goneWhileRunning()
{
    Run run(3);
    run.set(1, 3, State::Asking);
    run.dialog->setStage(Stage::Running);
    run.set(1, 1, State::Revoked); // said later, in the event loop
    run.dialog.reset();
    run.set(2, 2, State::Revoked);
    QCoreApplication::processEvents();
}

QTEST_MAIN(tst_RevokeProgress)
#include "tst_revokeprogress.moc"
