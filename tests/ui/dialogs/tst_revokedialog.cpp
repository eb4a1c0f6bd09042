// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"
#include "tests/ui/dialogs/dialogdriver.h"
#include "tests/ui/dialogs/dialogsamples.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/revokedialog.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

struct Window
{
    Window(const QList<Token> &tokens, const QString &signedIn, UtcMs now)
    {
        clock.time = now;
        model.setTokens(tokens, signedIn);
        dialog = std::make_unique<RevokeDialog>(samples::server(), &model, &clock);
        asked = std::make_unique<QSignalSpy>(dialog.get(), &RevokeDialog::revokeRequested);
        dialog->open();
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return driver::button(dialog.get(), name);
    }
    [[nodiscard]] QLineEdit *word() const
    {
        return driver::part<QLineEdit>(dialog.get(), u"Confirmation"_s);
    }
    [[nodiscard]] QuestionDialog *question() const { return dialog->findChild<QuestionDialog *>(); }
    [[nodiscard]] QString said(const QString &name) const
    {
        return driver::said(dialog.get(), name);
    }

    samples::FakeClock clock;
    RevokeListModel model;
    std::unique_ptr<RevokeDialog> dialog;
    std::unique_ptr<QSignalSpy> asked;
};

const UtcMs Now = samples::FakeClock{}.time;

QList<Token> plain(int count)
{
    return samples::manyTokens(u"t"_s, count, Now);
}

} // namespace

class tst_RevokeDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { driver::beginTest(); }
    void everyPartHasItsName();
    void cancelIsTheDefault();
    void oneToken();
    void headings_data();
    void headings();
    void theWord_data();
    void theWord();
    void returnInTheWordRevokesNothing();
    void theTokenInUse_data();
    void theTokenInUse();
    void theTokenInUseAlone();
    void longLists();
    void hostileNames();
};

void tst_RevokeDialog::everyPartHasItsName()
{
    Window window(samples::threeTokens(Now), u"id-of-desktop-mkeller"_s, Now);
    QVERIFY(driver::part<QListView>(window.dialog.get(), u"Tokens to revoke"_s));
    QVERIFY(window.word() && window.word()->isVisible());
    QCOMPARE(window.button(u"Revoke"_s)->text(), u"Revoke 3 tokens"_s);
    QVERIFY(window.button(u"Cancel"_s)->isVisible());
    for (const QString &name : {u"Stop"_s, u"Retry failed"_s, u"Close"_s})
        QVERIFY2(!window.button(name)->isVisible(), qPrintable(name));
    QCOMPARE(window.said(u"heading"_s), u"Revoke 3 tokens on prod-eu?"_s);
}

void tst_RevokeDialog::cancelIsTheDefault()
{
    for (const int count : {1, 3, 30}) {
        Window window(plain(count), {}, Now);
        auto *cancel = qobject_cast<QPushButton *>(window.button(u"Cancel"_s));
        QVERIFY(cancel->isDefault());
        QCOMPARE(window.dialog->focusWidget(), cancel);
        QTest::keyClick(window.dialog.get(), Qt::Key_Return);
        QVERIFY(!window.dialog->isVisible());
        QCOMPARE(window.asked->count(), 0);
    }
}

void tst_RevokeDialog::oneToken()
{
    Window window(plain(1), {}, Now);
    QCOMPARE(window.dialog->windowTitle(), u"Revoke token"_s);
    QCOMPARE(window.said(u"heading"_s), u"Revoke t-1 on prod-eu?"_s);
    QCOMPARE(window.button(u"Revoke"_s)->text(), u"Revoke"_s);
    QVERIFY(!window.word()->isVisible());
    window.button(u"Revoke"_s)->click();
    QCOMPARE(window.asked->count(), 1);
    QCOMPARE(window.asked->first().first().toBool(), true);
    QVERIFY(window.dialog->isVisible()); // shows what becomes of it
}

void tst_RevokeDialog::headings_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("title");
    QTest::newRow("2") << 2 << u"Revoke 2 tokens on prod-eu?"_s << u"Revoke tokens"_s;
    QTest::newRow("21") << 21 << u"Revoke 21 tokens on prod-eu?"_s << u"Revoke tokens"_s;
}

void tst_RevokeDialog::headings()
{
    QFETCH(int, count);
    QFETCH(QString, heading);
    QFETCH(QString, title);
    Window window(plain(count), {}, Now);
    QCOMPARE(window.said(u"heading"_s), heading);
    QCOMPARE(window.dialog->windowTitle(), title);
    QCOMPARE(window.said(u"meaning"_s), u"They stop working at once. This cannot be undone."_s);
}

void tst_RevokeDialog::theWord_data()
{
    QTest::addColumn<QList<Token>>("tokens");
    QTest::addColumn<bool>("needed");
    const Token admin = samples::token(u"a"_s, {u"Analyst"_s, u"Admin"_s}, Now + DayMs);
    const Token almost = samples::token(u"b"_s, {u"admin"_s, u"Administrator"_s}, Now + DayMs);
    QTest::newRow("plain") << plain(3) << false;
    QTest::newRow("twenty") << plain(20) << false;
    QTest::newRow("twenty-one") << plain(21) << true;
    QTest::newRow("admin") << QList<Token>{admin} << true;
    QTest::newRow("one admin of many") << plain(2) + QList<Token>{admin} << true;
    QTest::newRow("no admin") << QList<Token>{almost} << false;
}

void tst_RevokeDialog::theWord()
{
    QFETCH(QList<Token>, tokens);
    QFETCH(bool, needed);
    Window window(tokens, {}, Now);
    auto *revoke = window.button(u"Revoke"_s);
    QCOMPARE(window.word()->isVisible(), needed);
    QCOMPARE(revoke->isEnabled(), !needed);
    if (!needed)
        return;
    QCOMPARE(window.said(u"hint"_s), u"Revoke waits for the word."_s);
    revoke->click();
    QCOMPARE(window.asked->count(), 0);
    for (const QString &wrong : {u"rev"_s, u"revoke!"_s, u"yes"_s, u"re voke"_s}) {
        window.word()->setText(wrong);
        QVERIFY2(!revoke->isEnabled(), qPrintable(wrong));
    }
    for (const QString &right : {u"revoke"_s, u" revoke "_s, u"REVOKE"_s}) {
        window.word()->setText(right);
        QVERIFY2(revoke->isEnabled(), qPrintable(right));
    }
    revoke->click();
    QCOMPARE(window.asked->count(), 1);
}

void tst_RevokeDialog::returnInTheWordRevokesNothing()
{
    Window window(plain(21), {}, Now);
    window.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.dialog.get()));
    window.word()->setFocus();
    QTest::keyClicks(window.word(), u"revok"_s);
    QTest::keyClick(window.word(), Qt::Key_Return);
    QVERIFY(window.dialog->isVisible()); // nor does it cancel
    QTest::keyClicks(window.word(), u"e"_s);
    QTest::keyClick(window.word(), Qt::Key_Return);
    QCOMPARE(window.asked->count(), 0);
    QVERIFY(window.button(u"Revoke"_s)->hasFocus());
}

void tst_RevokeDialog::theTokenInUse_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QList<bool>>("asked");
    QTest::newRow("keep") << u"Keep it, revoke 2"_s << QList<bool>{false};
    QTest::newRow("too") << u"Revoke it too"_s << QList<bool>{true};
    QTest::newRow("escape") << QString() << QList<bool>{};
}

void tst_RevokeDialog::theTokenInUse()
{
    QFETCH(QString, answer);
    QFETCH(QList<bool>, asked);
    Window window(plain(3), u"id-of-t-2"_s, Now);
    window.button(u"Revoke"_s)->click();
    QCOMPARE(window.asked->count(), 0); // not before the answer
    QVERIFY(window.question() && window.question()->isVisible());
    QCOMPARE(window.question()->windowTitle(), u"Revoke the token in use?"_s);
    QCOMPARE(window.question()->focusWidget(),
             driver::button(window.question(), u"Keep it, revoke 2"_s));
    if (answer.isEmpty())
        QTest::keyClick(window.question(), Qt::Key_Escape);
    else
        driver::button(window.question(), answer)->click();
    QList<bool> got;
    for (const auto &arguments : *window.asked)
        got.append(arguments.first().toBool());
    QCOMPARE(got, asked);
    QVERIFY(window.dialog->isVisible());
}

void tst_RevokeDialog::theTokenInUseAlone()
{
    Window window(plain(1), u"id-of-t-1"_s, Now);
    window.button(u"Revoke"_s)->click();
    driver::button(window.question(), u"Keep it"_s)->click();
    QCOMPARE(window.asked->count(), 0);
    QVERIFY(!window.dialog->isVisible());

    Window other(plain(1), u"id-of-t-1"_s, Now);
    other.button(u"Revoke"_s)->click();
    driver::button(other.question(), u"Revoke it"_s)->click();
    QCOMPARE(other.asked->count(), 1);
}

void tst_RevokeDialog::longLists()
{
    QElapsedTimer timer;
    timer.start();
    Window window(plain(10'000), {}, Now);
    QVERIFY(!window.dialog->grab().isNull());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(window.dialog->height() < 700);
    QCOMPARE(window.said(u"heading"_s), u"Revoke 10000 tokens on prod-eu?"_s);
    auto *list = driver::part<QListView>(window.dialog.get(), u"Tokens to revoke"_s);
    list->scrollToBottom();
    QVERIFY(list->visualRect(window.model.index(9'999)).intersects(list->viewport()->rect()));
}

void tst_RevokeDialog::hostileNames()
{
    const QList<Token> hostile = {
        samples::token(u"<b>x</b>\u202E"_s, {u"<i>role</i>"_s, QString(5000, u'r')}, Now + DayMs),
        samples::token(QString(10'000, u'n'), {}, NoTime),
        samples::token(QString(), {u"a\nb"_s}, NeverMs)};
    Window window(hostile, u"id-of-"_s + QString(10'000, u'n'), Now);
    QVERIFY(!window.dialog->grab().isNull());
    QVERIFY(window.dialog->width() <= 700);
    window.button(u"Revoke"_s)->click();
    QVERIFY(window.question()->width() <= 700);
    QVERIFY(!driver::everythingSaid(window.dialog.get()).contains(QChar(0x202E)));

    Window one({hostile.first()}, {}, Now);
    QVERIFY(!one.said(u"heading"_s).contains(QChar(0x202E)));
    Window longest({hostile.at(1)}, {}, Now);
    QVERIFY(longest.said(u"heading"_s).size() < 200);
}

QTEST_MAIN(tst_RevokeDialog)
#include "tst_revokedialog.moc"
