// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/revoke/revokedialog.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
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
        begun = std::make_unique<QSignalSpy>(dialog.get(), &RevokeDialog::revokeRequested);
        dialog->setInputPause(0ms);
        dialog->open();
    }
    /// As RevokeCommand does when the question was answered.
    void begin(bool withSignedIn = true)
    {
        model.begin(withSignedIn);
        dialog->setStage(Stage::Running);
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
        using Outcome = RevokeVerdict::Outcome;
        static const QHash<State, Outcome> fates{{State::Revoked, Outcome::Revoked},
                                                 {State::AlreadyGone, Outcome::AlreadyGone},
                                                 {State::Failed, Outcome::StillActive},
                                                 {State::NotSent, Outcome::NotSent},
                                                 {State::Unknown, Outcome::Unknown}};
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
    void end() { dialog->setStage(Stage::Result); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return gui::button(dialog.get(), name);
    }
    [[nodiscard]] QPushButton *retry() const
    {
        return dialog->findChild<QPushButton *>(u"retryFailed"_s);
    }
    [[nodiscard]] QListView *list() const
    {
        return gui::part<QListView>(dialog.get(), u"Tokens to revoke"_s);
    }
    [[nodiscard]] QModelIndex row(int at) const { return list()->model()->index(at, 0); }
    [[nodiscard]] QString said(const QString &name) const { return gui::said(dialog.get(), name); }

    samples::FakeClock clock;
    RevokeListModel model;
    std::unique_ptr<RevokeDialog> dialog;
    std::unique_ptr<QSignalSpy> stop;
    std::unique_ptr<QSignalSpy> begun;
};

} // namespace

class TestRevokeProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void answersAreCounted();
    void keptTokenIsNotCounted();
    void stopLetsSentRequestsFinish();
    void firstTabReachesStop();
    void escapeStops();
    void closeIsTheDefaultAfterStop();
    void doubleClickOnStopPressesNoOtherButton();
    void keysAreIgnoredWhenTheResultAppears();
    void retryAsksAgain();
    void cancelOfARetryShowsTheResult();
    void reportIsOfAllParts();
    void resultTexts_data();
    void resultTexts();
    void unselectedTokensAreNotCalledSelected();
    void reportIsCopied();
    void detailsAreCopied();
    void groupsToggleByKeyAndClick();
    void longSentencesWrap();
    void longNamesGetTheFreeWidth();
    void tenThousandAnswersAreShown();
    void dialogMayBeDeletedWhileRunning();
};

void TestRevokeProgress::answersAreCounted()
{
    Run run(10);
    run.begin();
    QCOMPARE(run.said(u"heading"_s), u"Revoking 10 tokens"_s);
    QCOMPARE(run.said(u"meaning"_s), u"0 of 10 answered"_s);
    run.set(1, 4, State::Revoked);
    run.set(4, 4, State::AlreadyGone);
    run.set(5, 5, State::Failed, u"Why."_s);
    run.set(6, 8, State::Asking);
    run.set(9, 9, State::Unknown, u"Lost."_s);
    run.set(10, 10, State::NotSent, u"Refused."_s);
    QTRY_COMPARE(run.said(u"meaning"_s), u"5 of 10 answered, 1 not known, 1 not sent"_s);
    const auto *bar = gui::part<QProgressBar>(run.dialog.get(), u"Progress"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 7);
    QCOMPARE(bar->maximum(), 10);
    QCOMPARE(run.said(u"hint"_s), u"After Stop, the 3 requests already sent will finish."_s);
    QVERIFY(run.button(u"Stop"_s)->isVisible());
    QVERIFY(!run.button(u"Cancel"_s));
    QVERIFY(!run.dialog->grab().isNull());
}

void TestRevokeProgress::keptTokenIsNotCounted()
{
    Run run(3, u"id-of-t-1"_s);
    run.begin(false);
    QCOMPARE(run.said(u"heading"_s), u"Revoking 2 tokens"_s);
    run.set(2, 3, State::Revoked);
    QTRY_COMPARE(run.said(u"meaning"_s), u"2 of 2 answered"_s);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"2 revoked, 1 kept"_s);
    QVERIFY(!run.retry()->isVisible());
}

void TestRevokeProgress::stopLetsSentRequestsFinish()
{
    Run run(10);
    run.begin();
    run.set(1, 1, State::Revoked);
    run.set(2, 5, State::Asking);
    run.button(u"Stop"_s)->click();
    QCOMPARE(run.stop->count(), 1);
    QCOMPARE(run.dialog->stage(), Stage::Stopping);
    QVERIFY(!run.button(u"Stop"_s)->isEnabled());
    run.set(6, 10, State::Stopped);
    // Unsent tokens do not count as answered.
    QTRY_COMPARE(run.said(u"meaning"_s),
                 u"1 of 10 answered, 4 waiting for an answer, 5 not sent"_s);
    QCOMPARE(run.said(u"heading"_s), u"Stopping"_s);
    QCOMPARE(run.said(u"hint"_s), u"Waiting for 4 requests already sent."_s);
    run.dialog->close();
    QVERIFY(run.dialog->isVisible());
    QCOMPARE(run.stop->count(), 1);
    run.set(2, 5, State::Revoked);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"5 revoked, 5 not sent"_s);
    QCOMPARE(run.retry()->text(), u"Revoke the other 5…"_s);
}

/// The dialog has the focus while it runs, so that a stray Return stops nothing.
void TestRevokeProgress::firstTabReachesStop()
{
    Run run(10);
    run.begin();
    QTRY_VERIFY(run.dialog->isActiveWindow());
    QTest::keyClick(run.dialog.get(), Qt::Key_Return);
    QCOMPARE(run.stop->count(), 0);
    QTest::keyClick(run.dialog.get(), Qt::Key_Tab);
    QTRY_COMPARE(run.dialog->focusWidget(), run.button(u"Stop"_s));
    QTest::keyClick(run.dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(run.stop->count(), 1);
}

void TestRevokeProgress::escapeStops()
{
    Run run(2);
    run.begin();
    run.set(1, 2, State::Asking);
    QTest::keyClick(run.dialog.get(), Qt::Key_Return); // presses nothing
    QTest::keyClick(run.dialog.get(), Qt::Key_Space);
    QCOMPARE(run.stop->count(), 0);
    QTest::keyClick(run.dialog.get(), Qt::Key_Escape);
    QCOMPARE(run.stop->count(), 1);
    QVERIFY(run.dialog->isVisible());
}

void TestRevokeProgress::closeIsTheDefaultAfterStop()
{
    Run run(30);
    run.begin();
    QVERIFY(QTest::qWaitForWindowActive(run.dialog.get()));
    auto *stop = run.button(u"Stop"_s);
    const QPoint right = stop->mapTo(run.dialog.get(), stop->rect().bottomRight());
    stop->click();
    run.set(1, 10, State::Revoked);
    run.set(11, 30, State::Stopped);
    run.end();
    auto *close = qobject_cast<QPushButton *>(run.button(u"Close"_s));
    QVERIFY(close->isDefault());
    QTRY_VERIFY(close->hasFocus());
    QCOMPARE(close->mapTo(run.dialog.get(), close->rect().bottomRight()), right);
    QVERIFY(run.retry()->geometry().right() < run.dialog->width() / 2);
    QCOMPARE(run.retry()->text(), u"Revoke the other 20…"_s);
    QTest::keyClick(run.dialog.get(), Qt::Key_Return);
    QVERIFY(!run.dialog->isVisible());
    QCOMPARE(run.begun->count(), 0);
}

void TestRevokeProgress::doubleClickOnStopPressesNoOtherButton()
{
    Run run(30);
    run.dialog->setInputPause(300ms);
    run.begin();
    auto *stop = run.button(u"Stop"_s);
    const QPoint at = stop->mapTo(run.dialog.get(), stop->rect().center());
    QTest::mouseClick(stop, Qt::LeftButton);
    run.set(1, 30, State::Stopped);
    run.end(); // no request was on its way
    const auto clickAll = [&run] {
        for (QAbstractButton *button : run.dialog->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
    };
    QTest::mouseClick(run.dialog->childAt(at), Qt::LeftButton);
    QTest::mouseDClick(run.dialog->childAt(at), Qt::LeftButton);
    clickAll();
    QCOMPARE(run.dialog->stage(), Stage::Result);
    QVERIFY(run.dialog->isVisible());
    QCOMPARE(run.begun->count(), 0);
    QTRY_VERIFY(!run.dialog->property("inputPaused").toBool());
    QTest::mouseClick(run.button(u"Close"_s), Qt::LeftButton);
    QVERIFY(!run.dialog->isVisible());
}

void TestRevokeProgress::keysAreIgnoredWhenTheResultAppears()
{
    Run run(30);
    run.dialog->setInputPause(300ms);
    run.begin();
    QVERIFY(QTest::qWaitForWindowActive(run.dialog.get()));
    run.button(u"Stop"_s)->click();
    run.set(1, 30, State::Stopped);
    run.end();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Escape})
        QTest::keyClick(run.dialog->windowHandle(), key);
    QVERIFY(run.dialog->isVisible());
    QTRY_VERIFY(!run.dialog->property("inputPaused").toBool());
    QTest::keyClick(run.dialog->windowHandle(), Qt::Key_Escape);
    QVERIFY(!run.dialog->isVisible());
    QCOMPARE(run.begun->count(), 0);
}

void TestRevokeProgress::retryAsksAgain()
{
    Run run(56);
    const auto word = [&run] { return gui::part<QLineEdit>(run.dialog.get(), u"Confirmation"_s); };
    word()->setText(u"revoke"_s);
    run.button(u"Revoke"_s)->click();
    QCOMPARE(run.begun->count(), 1);
    run.begin();
    run.button(u"Stop"_s)->click();
    run.set(1, 26, State::Revoked);
    run.set(27, 56, State::Stopped);
    run.end();
    run.retry()->click();
    QCOMPARE(run.begun->count(), 1); // asked, not begun
    QCOMPARE(run.dialog->stage(), Stage::Question);
    QCOMPARE(run.said(u"heading"_s), u"Revoke the other 30 tokens?"_s);
    QCOMPARE(run.list()->model()->rowCount(), 30);
    QVERIFY(gui::everythingSaid(run.dialog.get())
                .contains(u"30 of the 56 selected; 26 are revoked already."_s));
    QCOMPARE(run.button(u"Revoke"_s)->text(), u"Revoke 30 tokens"_s);
    QVERIFY(word()->text().isEmpty());
    QVERIFY(!run.button(u"Revoke"_s)->isEnabled());
    auto *cancel = qobject_cast<QPushButton *>(run.button(u"Cancel"_s));
    QVERIFY(cancel->isDefault());
    QCOMPARE(run.dialog->focusWidget(), cancel);
    word()->setText(u"revoke"_s);
    run.button(u"Revoke"_s)->click();
    QCOMPARE(run.begun->count(), 2);
}

void TestRevokeProgress::cancelOfARetryShowsTheResult()
{
    Run run(3);
    run.begin();
    run.set(1, 1, State::Revoked);
    run.set(2, 3, State::Failed, u"Central answered 503."_s);
    run.end();
    QCOMPARE(run.retry()->text(), u"Try the 2 again…"_s);
    for (const bool byKey : {false, true}) {
        run.retry()->click();
        QCOMPARE(run.said(u"heading"_s), u"Revoke the other 2 tokens?"_s);
        if (byKey)
            QTest::keyClick(run.dialog.get(), Qt::Key_Escape);
        else
            run.button(u"Cancel"_s)->click();
        QCOMPARE(run.dialog->stage(), Stage::Result);
        QVERIFY(run.dialog->isVisible());
        QCOMPARE(run.said(u"heading"_s), u"1 revoked, 2 not revoked"_s);
        QCOMPARE(run.row(0).data(RevokeListModel::SentenceRole).toString(),
                 u"Central answered 503."_s);
    }
    QCOMPARE(run.begun->count(), 0);
}

void TestRevokeProgress::reportIsOfAllParts()
{
    Run run(30);
    run.begin();
    run.set(1, 6, State::Revoked);
    run.set(7, 30, State::Stopped);
    run.end();
    run.begin();
    QCOMPARE(run.said(u"heading"_s), u"Revoking 24 tokens"_s);
    QCOMPARE(run.said(u"meaning"_s), u"0 of 24 answered"_s);
    run.set(7, 29, State::Revoked);
    QTRY_COMPARE(run.said(u"meaning"_s), u"23 of 24 answered"_s);
    run.set(30, 30, State::Failed, u"Central answered 503."_s);
    run.end();
    QCOMPARE(run.said(u"heading"_s), u"29 revoked, 1 not revoked"_s);
    QCOMPARE(run.retry()->text(), u"Try again…"_s);
    run.button(u"Copy report"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u"\tRevoked\t"_s), 29);
}

void TestRevokeProgress::resultTexts_data()
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
                             << u"Stopped: Central was not asked for the others."_s << true;
    QTest::newRow("kept") << List{State::Kept, State::Revoked} << u"1 revoked, 1 kept"_s
                          << u"Central answered for 1 token: revoked."_s + last << false;
}

void TestRevokeProgress::unselectedTokensAreNotCalledSelected()
{
    Run run(1);
    run.begin();
    run.settle(1, State::Failed);
    run.model.setStaysSelected(false);
    run.end();
    QCOMPARE(run.said(u"meaning"_s), u"Central refused to revoke 1 token."_s);
}

void TestRevokeProgress::resultTexts()
{
    QFETCH(QList<State>, states);
    QFETCH(QString, heading);
    QFETCH(QString, meaning);
    QFETCH(bool, retry);
    Run run(int(states.size()));
    run.begin();
    for (int i = 0; i < states.size(); ++i)
        run.settle(i + 1, states.at(i));
    run.end();
    QCOMPARE(run.said(u"heading"_s), heading);
    QCOMPARE(run.said(u"meaning"_s), meaning);
    QCOMPARE(run.retry()->isVisible(), retry);
    QCOMPARE(run.retry()->accessibleName(), run.retry()->text());
    QVERIFY(run.button(u"Close"_s)->isVisible());
    QVERIFY(qobject_cast<QPushButton *>(run.button(u"Close"_s))->isDefault());
    QVERIFY(!run.dialog->grab().isNull());
    run.button(u"Close"_s)->click();
    QVERIFY(!run.dialog->isVisible());
}

void TestRevokeProgress::reportIsCopied()
{
    samples::FakeClock clock;
    Token odd = samples::token(u"a\tb\u202E"_s, {u"Analyst"_s}, clock.time + DayMs);
    odd.id = u"3f2a91d0-9a53-4c08"_s;
    Token nameless = samples::token(u" "_s, {u"Analyst"_s}, clock.time + 2 * DayMs);
    nameless.id = u"9a72e310-9a53-4c08"_s;
    Run run(1);
    run.model.setTokens({odd, nameless}, {});
    run.begin();
    run.model.setState(odd.id, State::Revoked, {}, {}, clock.time);
    run.model.setState(nameless.id, State::Failed, u"Central\nanswered 503."_s, u"Kind: x"_s,
                       clock.time);
    run.end();
    run.button(u"Copy report"_s)->click();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 7); // the last is empty
    QCOMPARE(lines.at(0), u"Tokens revoked on prod-eu (central-eu.acme.example)"_s);
    QVERIFY(lines.at(1).startsWith(u"1 revoked, 1 not revoked. As of 25 Aug 2026"_s));
    QCOMPARE(lines.at(3), u"Name\tID\tOutcome\tAsked"_s);
    const QString time =
        QDateTime::fromMSecsSinceEpoch(clock.time).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    QCOMPARE(lines.at(4), u"a\u2409b⟨U+202E⟩\t3f2a91d0\tRevoked\t"_s + time);
    QCOMPARE(lines.at(5),
             u"(no name)\t9a72e310\tNot revoked: Central\u240aanswered 503.\t"_s + time);
    QCOMPARE(run.button(u"Copy report"_s)->text(), u"Report copied"_s);
}

void TestRevokeProgress::detailsAreCopied()
{
    Run run(2);
    run.begin();
    run.set(1, 1, State::Revoked);
    run.set(2, 2, State::Failed, u"Why."_s);
    run.end();
    QVERIFY(!run.dialog->grab().isNull());
    auto *list = run.list();
    QGuiApplication::clipboard()->setText(u"before"_s);
    list->setCurrentIndex(run.row(2)); // nothing to copy of a success
    list->actions().constFirst()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    for (const int row : {0, 1}) { // the head, and the token under it
        QGuiApplication::clipboard()->setText(u"before"_s);
        list->setCurrentIndex(run.row(row));
        list->actions().constFirst()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Kind: x"_s);
    }
    // The link stands at the end of the head.
    QGuiApplication::clipboard()->setText(u"before"_s);
    const QRect head = list->visualRect(run.row(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {head.right() - 30, head.top() + 15});
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Kind: x"_s);
    QCOMPARE(list->model()->rowCount(), 3); // it did not close the group
}

void TestRevokeProgress::groupsToggleByKeyAndClick()
{
    Run run(30);
    run.begin();
    run.set(1, 20, State::Revoked);
    run.set(21, 30, State::Stopped);
    run.end();
    auto *list = run.list();
    QCOMPARE(list->model()->rowCount(), 6);
    list->setCurrentIndex(run.row(0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(run.dialog->isVisible()); // Close was not pressed
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(list->model()->rowCount(), 6);
    QCOMPARE(list->currentIndex().row(), 0);
    list->setCurrentIndex(run.row(4)); // and 7 more
    QTest::keyClick(list, Qt::Key_Enter);
    QCOMPARE(list->model()->rowCount(), 12);
    const QRect head = list->visualRect(run.row(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, head.center());
    QCOMPARE(list->model()->rowCount(), 2);
}

void TestRevokeProgress::longSentencesWrap()
{
    Run run(2);
    run.begin();
    run.set(1, 1, State::Failed, u"Short."_s);
    run.set(2, 2, State::Failed, u"A long sentence. "_s.repeated(200));
    run.end();
    const int small = run.list()->visualRect(run.row(0)).height();
    const int large = run.list()->visualRect(run.row(2)).height();
    QVERIFY(large > small);
    QVERIFY(large < 200); // the whole stands in the tooltip
}

void TestRevokeProgress::longNamesGetTheFreeWidth()
{
    const QString name = u"team-payments-tekton-image-check-stage-eu-west"_s;
    Run run(1);
    run.model.setTokens(
        {samples::token(name + u"-1"_s, {}, NoTime), samples::token(name + u"-2"_s, {}, NoTime)},
        {});
    run.begin();
    QVERIFY(!run.dialog->grab().isNull());
    // With cut names the two rows would look alike, except for the id.
    const auto picture = [&run](int row) {
        const QRect rect = run.list()->visualRect(run.row(row));
        return run.list()->viewport()->grab(rect.adjusted(0, 0, -200, 0)).toImage();
    };
    QVERIFY(picture(0) != picture(1));
}

void TestRevokeProgress::tenThousandAnswersAreShown()
{
    Run run(10'000);
    run.begin();
    for (int i = 1; i <= 10'000; ++i) {
        run.set(i, i, State::Asking);
        run.set(i, i, i % 100 == 0 ? State::Failed : State::Revoked, u"Why."_s);
        if (i % 500 == 0)
            QCoreApplication::processEvents();
    }
    run.end();
    QVERIFY(!run.dialog->grab().isNull());
    QCOMPARE(run.said(u"heading"_s), u"9,900 revoked, 100 not revoked"_s);
    QVERIFY(run.dialog->height() < 700);
}

void TestRevokeProgress::dialogMayBeDeletedWhileRunning()
{
    Run run(3);
    run.begin();
    run.set(1, 3, State::Asking);
    run.set(1, 1, State::Revoked); // shown later, by the event loop
    run.dialog.reset();
    run.set(2, 2, State::Revoked);
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestRevokeProgress)
#include "tst_revokeprogress.moc"
