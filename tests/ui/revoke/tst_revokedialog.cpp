// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/revoke/revokedialog.h"
#include "ui/widgets/questiondialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Window
{
    Window(const QList<Token> &tokens, const QString &signedIn, UtcMs now)
    {
        clock.time = now;
        model.setTokens(tokens, signedIn);
        dialog = std::make_unique<RevokeDialog>(samples::server(), &model, &clock);
        asked = std::make_unique<QSignalSpy>(dialog.get(), &RevokeDialog::revokeRequested);
        dialog->setInputPause(0ms);
        dialog->open();
    }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return gui::button(dialog.get(), name);
    }
    [[nodiscard]] QLineEdit *word() const
    {
        return gui::part<QLineEdit>(dialog.get(), u"Confirmation"_s);
    }
    [[nodiscard]] QuestionDialog *question() const { return dialog->findChild<QuestionDialog *>(); }
    [[nodiscard]] QString said(const QString &name) const { return gui::said(dialog.get(), name); }

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

class TestRevokeDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void questionHasItsParts();
    void serverIsNamed();
    void tokensOfOneNameDiffer();
    void blankNameIsReplaced();
    void cancelIsTheDefault();
    void singleTokenIsNamedInTheHeading();
    void headingCountsTokens_data();
    void headingCountsTokens();
    void wordIsNeededForAdminAndManyTokens_data();
    void wordIsNeededForAdminAndManyTokens();
    void serverNameIsNeededForThousands();
    void invisibleServerNameIsNotNeeded();
    void revokedSelectionIsCounted();
    void expiredTokensAreCounted_data();
    void expiredTokensAreCounted();
    void returnInTheConfirmationMovesTheFocus();
    void tokenInUseAsksAgain_data();
    void tokenInUseAsksAgain();
    void tokenInUseAloneAsksAgain();
    void doubleClickOnRevokeAnswersNothing();
    void tenThousandTokensFitTheScreen();
    void hundredThousandTokensOpen();
    void hostileNamesAreMadeVisible();
};

void TestRevokeDialog::questionHasItsParts()
{
    Window window(samples::threeTokens(Now), u"id-of-desktop-mkeller"_s, Now);
    QVERIFY(gui::part<QListView>(window.dialog.get(), u"Tokens to revoke"_s));
    QVERIFY(window.word() && window.word()->isVisible());
    QCOMPARE(window.button(u"Revoke"_s)->text(), u"Revoke 3 tokens"_s);
    QVERIFY(window.button(u"Cancel"_s)->isVisible());
    for (const QString &name : {u"Stop"_s, u"Copy report"_s, u"Close"_s})
        QVERIFY2(!window.button(name), qPrintable(name));
    QCOMPARE(window.said(u"heading"_s), u"Revoke 3 tokens?"_s);
}

void TestRevokeDialog::serverIsNamed()
{
    Window window(plain(2), {}, Now);
    QStringList said;
    for (const auto *label : window.dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            said.append(label->text());
    }
    QVERIFY(said.contains(u"prod-eu"_s));
    QVERIFY(said.contains(u"central-eu.acme.example"_s));
}

void TestRevokeDialog::tokensOfOneNameDiffer()
{
    Token first = samples::token(u"r"_s, {u"Analyst"_s}, Now + DayMs);
    Token second = first;
    first.id = u"3f2a91d0-0000"_s;
    second.id = u"9a72e310-0000"_s;
    second.issuedAt = Now - MinuteMs;
    Window window({first, second}, {}, Now);
    window.model.setNameCount([](const QString &) { return 2; });
    QVERIFY(!window.dialog->grab().isNull());
    const auto *list = gui::part<QListView>(window.dialog.get(), u"Tokens to revoke"_s);
    const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const QString &part : {u"r, "_s, u"3f2a91d0"_s, u"Issued "_s, u"2 tokens have"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    // The rows also look different, with the same name, role and expiration.
    const QImage picture = list->viewport()->grab().toImage();
    const QRect one = list->visualRect(list->model()->index(0, 0));
    const QRect two = list->visualRect(list->model()->index(1, 0));
    QVERIFY(picture.copy(one) != picture.copy(two));
}

void TestRevokeDialog::blankNameIsReplaced()
{
    Window window({samples::token(u"  \u2800 "_s, {u"Analyst"_s}, Now + DayMs)}, {}, Now);
    QCOMPARE(window.said(u"heading"_s), u"Revoke the token without a name?"_s);
    QCOMPARE(window.model.index(0).data().toString(), u"(no name)"_s);
}

void TestRevokeDialog::cancelIsTheDefault()
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

void TestRevokeDialog::singleTokenIsNamedInTheHeading()
{
    Window window(plain(1), {}, Now);
    QCOMPARE(window.dialog->windowTitle(), u"Revoke token"_s);
    QCOMPARE(window.said(u"heading"_s), u"Revoke t-1?"_s);
    QCOMPARE(window.button(u"Revoke"_s)->text(), u"Revoke"_s);
    QVERIFY(!window.word()->isVisible());
    window.button(u"Revoke"_s)->click();
    QCOMPARE(window.asked->count(), 1);
    QCOMPARE(window.asked->first().first().toBool(), true);
    QVERIFY(window.dialog->isVisible()); // stays for the outcome
}

void TestRevokeDialog::headingCountsTokens_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("title");
    QTest::newRow("2") << 2 << u"Revoke 2 tokens?"_s << u"Revoke tokens"_s;
    QTest::newRow("21") << 21 << u"Revoke 21 tokens?"_s << u"Revoke tokens"_s;
}

void TestRevokeDialog::headingCountsTokens()
{
    QFETCH(int, count);
    QFETCH(QString, heading);
    QFETCH(QString, title);
    Window window(plain(count), {}, Now);
    QCOMPARE(window.said(u"heading"_s), heading);
    QCOMPARE(window.dialog->windowTitle(), title);
    QCOMPARE(window.said(u"meaning"_s), u"They stop working at once. This cannot be undone."_s);
}

void TestRevokeDialog::wordIsNeededForAdminAndManyTokens_data()
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

void TestRevokeDialog::wordIsNeededForAdminAndManyTokens()
{
    QFETCH(QList<Token>, tokens);
    QFETCH(bool, needed);
    Window window(tokens, {}, Now);
    auto *revoke = window.button(u"Revoke"_s);
    QCOMPARE(window.word()->isVisible(), needed);
    QCOMPARE(revoke->isEnabled(), !needed);
    if (!needed)
        return;
    QCOMPARE(window.said(u"hint"_s), u"Type the word to enable Revoke."_s);
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

void TestRevokeDialog::serverNameIsNeededForThousands()
{
    Window most(plain(1000), {}, Now);
    most.word()->setText(u"revoke"_s);
    QVERIFY(most.button(u"Revoke"_s)->isEnabled());
    Window window(plain(1001), {}, Now);
    const auto *revoke = window.button(u"Revoke"_s);
    QCOMPARE(revoke->text(), u"Revoke 1,001 tokens"_s);
    QCOMPARE(window.said(u"hint"_s), u"Type the name to enable Revoke."_s);
    window.word()->setText(u"revoke"_s);
    QVERIFY(!revoke->isEnabled());
    window.word()->setText(u" PROD-eu"_s);
    QVERIFY(revoke->isEnabled());
}

void TestRevokeDialog::invisibleServerNameIsNotNeeded()
{
    samples::FakeClock clock;
    RevokeListModel model;
    model.setTokens(plain(1001), {});
    ServerFacts server = samples::server();
    server.name = u"\u00a0"_s;
    RevokeDialog dialog(server, &model, &clock);
    dialog.open();
    gui::part<QLineEdit>(&dialog, u"Confirmation"_s)->setText(u"revoke"_s);
    QVERIFY(gui::button(&dialog, u"Revoke"_s)->isEnabled());
}

void TestRevokeDialog::revokedSelectionIsCounted()
{
    samples::FakeClock clock;
    RevokeListModel model;
    model.setTokens(plain(4), {});
    model.setRevokedAlready(1);
    RevokeDialog dialog(samples::server(), &model, &clock);
    dialog.open();
    QVERIFY(gui::everythingSaid(&dialog).contains(u"4 of the 5 selected; 1 is revoked already."_s));
    model.setTokens(plain(1), {});
    model.setRevokedAlready(2404);
    RevokeDialog other(samples::server(), &model, &clock);
    other.open();
    QVERIFY(gui::everythingSaid(&other).contains(
        u"1 of the 2,405 selected; 2,404 are revoked already."_s));
}

void TestRevokeDialog::expiredTokensAreCounted_data()
{
    QTest::addColumn<QList<Token>>("tokens");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("count");
    const Token gone = samples::token(u"a"_s, {}, Now - DayMs);
    const Token valid = samples::token(u"b"_s, {}, Now + DayMs);
    Token other = gone;
    other.id = u"other"_s;
    QTest::newRow("none") << QList<Token>{valid}
                          << u"It stops working at once. This cannot be undone."_s << QString();
    QTest::newRow("one of two")
        << QList<Token>{gone, valid}
        << u"Those still valid stop working at once. This cannot be undone."_s
        << u"2 tokens. 1 has expired."_s;
    QTest::newRow("both") << QList<Token>{gone, other}
                          << u"They have expired and work no longer. This cannot be undone."_s
                          << u"2 tokens. 2 have expired."_s;
    QTest::newRow("the only one") << QList<Token>{gone}
                                  << u"It has expired and works no longer. This cannot be undone."_s
                                  << QString();
}

void TestRevokeDialog::expiredTokensAreCounted()
{
    QFETCH(QList<Token>, tokens);
    QFETCH(QString, sentence);
    QFETCH(QString, count);
    Window window(tokens, {}, Now);
    const QString said = gui::everythingSaid(window.dialog.get());
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QVERIFY2(said.contains(count), qPrintable(said));
}

void TestRevokeDialog::returnInTheConfirmationMovesTheFocus()
{
    Window window(plain(21), {}, Now);
    window.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.dialog.get()));
    window.word()->setFocus();
    QTest::keyClicks(window.word(), u"revok"_s);
    QTest::keyClick(window.word(), Qt::Key_Return);
    QVERIFY(window.dialog->isVisible()); // Return does not cancel either
    QTest::keyClicks(window.word(), u"e"_s);
    QTest::keyClick(window.word(), Qt::Key_Return);
    QCOMPARE(window.asked->count(), 0);
    QVERIFY(window.button(u"Revoke"_s)->hasFocus());
}

void TestRevokeDialog::tokenInUseAsksAgain_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QList<bool>>("asked");
    QTest::newRow("keep") << u"Keep it, revoke 2"_s << QList<bool>{false};
    QTest::newRow("too") << u"Revoke it too"_s << QList<bool>{true};
    QTest::newRow("escape") << QString() << QList<bool>{};
}

void TestRevokeDialog::tokenInUseAsksAgain()
{
    QFETCH(QString, answer);
    QFETCH(QList<bool>, asked);
    Window window(plain(3), u"id-of-t-2"_s, Now);
    window.button(u"Revoke"_s)->click();
    QCOMPARE(window.asked->count(), 0); // not before the answer
    QVERIFY(window.question() && window.question()->isVisible());
    QCOMPARE(window.question()->windowTitle(), u"Revoke the token in use?"_s);
    QCOMPARE(window.question()->focusWidget(),
             gui::button(window.question(), u"Keep it, revoke 2"_s));
    if (answer.isEmpty())
        QTest::keyClick(window.question(), Qt::Key_Escape);
    else
        gui::button(window.question(), answer)->click();
    QList<bool> got;
    for (const auto &arguments : *window.asked)
        got.append(arguments.first().toBool());
    QCOMPARE(got, asked);
    QVERIFY(window.dialog->isVisible());
}

void TestRevokeDialog::tokenInUseAloneAsksAgain()
{
    Window window(plain(1), u"id-of-t-1"_s, Now);
    window.button(u"Revoke"_s)->click();
    gui::button(window.question(), u"Keep it"_s)->click();
    QCOMPARE(window.asked->count(), 0);
    QVERIFY(!window.dialog->isVisible());

    Window other(plain(1), u"id-of-t-1"_s, Now);
    other.button(u"Revoke"_s)->click();
    gui::button(other.question(), u"Revoke it"_s)->click();
    QCOMPARE(other.asked->count(), 1);
}

void TestRevokeDialog::doubleClickOnRevokeAnswersNothing()
{
    Window window(plain(3), u"id-of-t-2"_s, Now);
    window.dialog->setInputPause(300ms);
    window.button(u"Revoke"_s)->click();
    auto *too = gui::button(window.question(), u"Revoke it too"_s);
    QTest::mouseDClick(too, Qt::LeftButton);
    QTest::keyClick(too, Qt::Key_Return);
    QVERIFY(window.question()->isVisible());
    QCOMPARE(window.asked->count(), 0);
    QTRY_VERIFY(!window.question()->property("inputPaused").toBool());
    QTest::mouseClick(too, Qt::LeftButton);
    QCOMPARE(window.asked->count(), 1);
}

void TestRevokeDialog::tenThousandTokensFitTheScreen()
{
    Window window(plain(10'000), {}, Now);
    QVERIFY(!window.dialog->grab().isNull());
    QVERIFY(window.dialog->height() < 700);
    QCOMPARE(window.said(u"heading"_s), u"Revoke 10,000 tokens?"_s);
    auto *list = gui::part<QListView>(window.dialog.get(), u"Tokens to revoke"_s);
    list->scrollToBottom();
    QVERIFY(list->visualRect(list->model()->index(9'999, 0)).intersects(list->viewport()->rect()));
}

void TestRevokeDialog::hundredThousandTokensOpen()
{
    const QList<Token> tokens = plain(100'000) + samples::threeTokens(Now);
    Window window(tokens, u"id-of-desktop-mkeller"_s, Now);
    QVERIFY(!window.dialog->grab().isNull());
    QCOMPARE(window.button(u"Revoke"_s)->text(), u"Revoke 100,003 tokens"_s);
}

void TestRevokeDialog::hostileNamesAreMadeVisible()
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
    QVERIFY(!gui::everythingSaid(window.dialog.get()).contains(QChar(0x202E)));

    Window one({hostile.first()}, {}, Now);
    QVERIFY(!one.said(u"heading"_s).contains(QChar(0x202E)));
    Window longest({hostile.at(1)}, {}, Now);
    QVERIFY(longest.said(u"heading"_s).size() < 200);
}

QTEST_MAIN(TestRevokeDialog)
#include "tst_revokedialog.moc"
