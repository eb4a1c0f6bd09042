// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "tests/ui/rotationsamples.h"
#include "ui/generate/oldtokenchoice.h"
#include "ui/generate/timefield.h"
#include "ui/rotate/revokeoldquestion.h"
#include "ui/rotate/rotationsdialog.h"
#include "ui/rotate/successorvaluedialog.h"
#include "ui/text/rotationtext.h"

#include <QAbstractButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;

/// The questions and the list of rotations, without a Central.
class TestRotationDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepBothIsTheDefault();
    void onlyTheWholeValueOfTheTokenIsSent_data();
    void onlyTheWholeValueOfTheTokenIsSent();
    void oldTokenIsRevokedByHandUnlessChosen();
    void dateHasToLieBeforeTheEnd();
    void tokenThatNeverExpiresHasNoReminder();
    void listBeginsWithWhatNeedsAPerson();
    void selectionStaysOnItsRotation();
    void detailsHaveOnePrimaryStep_data();
    void detailsHaveOnePrimaryStep();
    void everyStateHasItsWords();

private:
    samples::FakeClock m_clock;
};

void TestRotationDialogs::keepBothIsTheDefault()
{
    auto *question = new RevokeOldQuestion(samples::rotation(m_clock), nullptr);
    QSignalSpy confirmed(question, &RevokeOldQuestion::confirmed);
    question->open();
    QVERIFY(QTest::qWaitForWindowActive(question));
    const QString said = everythingSaid(question);
    QVERIFY2(said.contains("Central does not record use"_L1), qPrintable(said));
    QTest::keyClick(question->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!question->isVisible());
    QCOMPARE(confirmed.count(), 0);
}

void TestRotationDialogs::onlyTheWholeValueOfTheTokenIsSent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("expected");
    const QByteArray head = R"({"alg":"RS256","kid":"jwtk0","typ":"JWT"})";
    const auto part = [](const QByteArray &json) -> QByteArray {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const auto value = [&](const QByteArray &id) -> QByteArray {
        return part(head) + '.' + part(R"({"jti":")" + id + R"(","name":"ci-2"})") + '.'
               + QByteArray(342, 'a');
    };
    const QByteArray whole = value("new");
    QTest::newRow("nothing") << QByteArray() << int(PastedValue::Nothing);
    QTest::newRow("the token") << whole << int(PastedValue::TheToken);
    QTest::newRow("another") << value("old") << int(PastedValue::AnotherToken);
    QTest::newRow("cut signature") << whole.chopped(1) << int(PastedValue::NotWhole);
    QTest::newRow("no signature") << whole.left(whole.lastIndexOf('.'))
                                  << int(PastedValue::NotWhole);
    QTest::newRow("cut payload") << whole.left(60) << int(PastedValue::NotWhole);
    QTest::newRow("other text") << QByteArray("secret") << int(PastedValue::NoToken);
}

void TestRotationDialogs::onlyTheWholeValueOfTheTokenIsSent()
{
    QFETCH(QByteArray, text);
    QFETCH(int, expected);
    QCOMPARE(int(pastedValue(text, u"new"_s)), expected);
}

void TestRotationDialogs::oldTokenIsRevokedByHandUnlessChosen()
{
    const Token old = samples::rotation(m_clock).rotation.old;
    OldTokenChoice choice(old, &m_clock);
    QCOMPARE(choice.plan(), (OldTokenPlan{Way::ByHand, old.expiresAt - 2 * DayMs}));
    choice.findChild<QRadioButton *>(u"keep"_s)->click();
    QCOMPARE(choice.plan(), (OldTokenPlan{Way::Keep, NoTime}));
    choice.findChild<QRadioButton *>(u"onDate"_s)->click();
    QCOMPARE(choice.plan().way, Way::OnDate);
    QVERIFY(choice.plan().at > m_clock.now());
    QVERIFY(choice.problem().isEmpty());
}

void TestRotationDialogs::dateHasToLieBeforeTheEnd()
{
    const Token old = samples::rotation(m_clock).rotation.old;
    OldTokenChoice choice(old, &m_clock);
    auto *date = choice.findChild<TimeField *>();
    choice.findChild<QRadioButton *>(u"onDate"_s)->click();
    date->setMoment(old.expiresAt - HourMs);
    QVERIFY(choice.problem().contains("at the latest"_L1));
    date->setMoment(m_clock.now() - HourMs);
    QVERIFY(choice.problem().contains("passed"_L1));
    choice.findChild<QRadioButton *>(u"byHand"_s)->click();
    QVERIFY(choice.problem().isEmpty());
}

void TestRotationDialogs::tokenThatNeverExpiresHasNoReminder()
{
    Token old = samples::rotation(m_clock).rotation.old;
    old.expiresAt = NeverMs;
    const OldTokenChoice choice(old, &m_clock);
    QCOMPARE(choice.plan(), (OldTokenPlan{Way::ByHand, NoTime}));
    QVERIFY(said(&choice, u"byHandNote"_s).contains("nothing reminds you"_L1));
}

void TestRotationDialogs::listBeginsWithWhatNeedsAPerson()
{
    RotationsDialog dialog(nullptr);
    dialog.setRotations(samples::rotations(m_clock));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    button(&dialog, u"All"_s)->click();
    const auto *table = dialog.findChild<QTableView *>(u"rotationTable"_s);
    QStringList states;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        states.append(table->model()->index(row, 0).data().toString());
    QCOMPARE(states, (QStringList{u"Failed"_s, u"Due"_s, u"Blocked"_s, u"Waiting"_s, u"Waiting"_s,
                                  u"Waiting"_s, u"Done"_s, u"Given up"_s}));
    button(&dialog, u"Due"_s)->click();
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestRotationDialogs::selectionStaysOnItsRotation()
{
    RotationsDialog dialog(nullptr);
    QList<RotationRow> rows = samples::rotations(m_clock);
    dialog.setRotations(rows);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *table = dialog.findChild<QTableView *>(u"rotationTable"_s);
    table->setCurrentIndex(table->model()->index(3, 0));
    const QString name = rows.at(3).rotation.old.name;
    rows.removeFirst(); // it is over
    dialog.setRotations(rows);
    QCOMPARE(table->currentIndex().row(), 2);
    QVERIFY(everythingSaid(&dialog).contains(name));
}

void TestRotationDialogs::detailsHaveOnePrimaryStep_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("text");
    QTest::newRow("failed") << 0 << u"Revoke old…"_s;
    QTest::newRow("due") << 1 << u"Revoke old…"_s;
    QTest::newRow("blocked") << 2 << u"Sign in with the new one…"_s;
}

void TestRotationDialogs::detailsHaveOnePrimaryStep()
{
    QFETCH(int, row);
    QFETCH(QString, text);
    RotationsDialog dialog(nullptr);
    const QList<RotationRow> rows = samples::rotations(m_clock);
    dialog.setRotations(rows);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QSignalSpy next(&dialog, &RotationsDialog::nextRequested);
    auto *table = dialog.findChild<QTableView *>(u"rotationTable"_s);
    table->setCurrentIndex(table->model()->index(row, 0));
    auto *step = dialog.findChild<QAbstractButton *>(u"nextStep"_s);
    QCOMPARE(step->text(), text);
    step->click();
    QCOMPARE(next.count(), 1);
    QCOMPARE(next.first().first().toUuid(), rows.at(row).rotation.chain);
}

void TestRotationDialogs::everyStateHasItsWords()
{
    for (const RotationRow &row : samples::rotations(m_clock)) {
        QVERIFY(!rotationState(row.standing.state).isEmpty());
        QVERIFY(!newTokenNote(row).isEmpty());
        QVERIFY(!oldTokenNote(row).lead.isEmpty());
        QCOMPARE(rotationSteps(row, true).size(), 4);
        const bool needsAPerson = row.standing.state <= State::Blocked;
        QVERIFY(!needsAPerson || !rotationReason(row).isEmpty());
    }
}

QTEST_MAIN(TestRotationDialogs)
#include "tst_rotationdialogs.moc"
