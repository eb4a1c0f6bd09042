// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"
#include "app/tokens/rotations.h"
#include "models/history/historystore.h"
#include "models/rotate/rotationchain.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "tests/support/democentral.h"
#include "ui/generate/rotateddialog.h"
#include "ui/generate/rotatedialog.h"
#include "ui/rotate/rotationsdialog.h"
#include "ui/servers/viewlist.h"
#include "ui/widgets/steprow.h"
#include "ui/window/actiontable.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <algorithm>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

/// Rotates tokens in the window, on the demo Central.
class TestRotateWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void formIsFilledInFromTheOldToken();
    void stepsLeadToARevokedOldToken();
    void closingWithoutTheValueLeavesItNotHandedOver();
    void uncheckedTokenIsAskedAboutFirst();
    void bothTokensAreMarked();
    void tokenInUseAsksForTheNewValue();
    void secondSuccessorIsAskedAbout();
    void severalAreRotatedOneAfterTheOther();
    void passedDateIsSaidUntilAnswered_data();
    void passedDateIsSaidUntilAnswered();
    void checkOfAnotherProcessIsReadBeforeTheQuestion();
    void sidebarCountsRotationsAndOpensThem();
    void listHasTheRotationAndItsNextStep();

private:
    [[nodiscard]] Session *session() const { return m_window->application().context()->session(); }
    [[nodiscard]] Rotations *rotations() const
    {
        return m_window->application().findChild<Rotations *>();
    }
    /// Opens the window on a demo Central. Without a folder the history is kept in memory.
    void open(const QStringList &ofCentral = {}, const QString &historyFolder = {});
    /// Live tokens with the role Analyst alone, other than the one that signs in.
    [[nodiscard]] QStringList liveIds() const;
    [[nodiscard]] QString nameOf(const QString &id) const
    {
        return session()->tokens().token(id).value_or(Token{}).name;
    }
    [[nodiscard]] RotationRow onlyRow() const { return rotations()->rows().value(0); }

    // The steps of a user; each waits for its end.
    void openForm(const QStringList &ids);
    void generate();      ///< presses "Generate new token", and waits for the value
    void copyAndFinish(); ///< copies the value into m_value, presses "Done"
    /// All of them. The rotation has been read back from the history.
    void rotate(const QString &id);
    void pasteAndSend(const QString &value); ///< into "Value of the new token"
    void changePlan(const OldTokenPlan &plan);

    static QPushButton *named(const QString &objectName);

    std::unique_ptr<test::DemoCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
    QString m_value;
};

void TestRotateWindow::initTestCase()
{
    qRegisterMetaType<OldTokenPlan>();
}

void TestRotateWindow::init()
{
    open();
}

void TestRotateWindow::open(const QStringList &ofCentral, const QString &historyFolder)
{
    m_window.reset();
    m_central =
        std::make_unique<test::DemoCentral>(QStringList{u"--tokens"_s, u"40"_s} + ofCentral);
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
    m_window = std::make_unique<OpenWindow>(m_central->connection(), QString(), historyFolder);
    QTRY_VERIFY_WITH_TIMEOUT(session() && session()->table() && !session()->isReading(), 30'000);
    (*m_window)->action(MainWindow::Action::ClearFilters)->trigger();
    press(u"All"_s);
    QTRY_VERIFY(m_window->rowCount() > 5);
}

void TestRotateWindow::cleanup()
{
    m_window.reset();
    m_central.reset();
}

QStringList TestRotateWindow::liveIds() const
{
    QStringList ids;
    const TokenTablePtr table = session()->table();
    for (TokenTable::Row row = 0; row < table->size(); ++row) {
        const Token token = table->token(row);
        if (isLive(statusAt(token, session()->centralClock()->now()))
            && token.id != session()->signedInTokenId() && token.roles == QStringList{u"Analyst"_s})
            ids.append(token.id);
    }
    return ids;
}

QPushButton *TestRotateWindow::named(const QString &objectName)
{
    QPushButton *found = nullptr;
    (void)QTest::qWaitFor([&] {
        const auto all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            auto *button = qobject_cast<QPushButton *>(widget);
            if (button && button->isVisible() && button->objectName() == objectName)
                found = button;
        }
        return found != nullptr;
    });
    return found;
}

void TestRotateWindow::openForm(const QStringList &ids)
{
    (*m_window)->selectIds(ids);
    QAction *rotate = (*m_window)->action(MainWindow::Action::Rotate);
    QTRY_VERIFY(rotate->isEnabled());
    rotate->trigger();
    QTRY_VERIFY(find<RotateDialog>(QString(), 100));
    auto *roles = find<QListView>(u"Roles"_s);
    QVERIFY(roles);
    QTRY_VERIFY(roles->model()->rowCount() > 3);
}

void TestRotateWindow::generate()
{
    QTRY_VERIFY(named(u"generate"_s)->isEnabled());
    click(named(u"generate"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"Token value"_s, 100), 15'000);
}

void TestRotateWindow::copyAndFinish()
{
    press(u"Copy token"_s);
    m_value = QGuiApplication::clipboard()->text();
    click(named(u"done"_s));
    QTRY_VERIFY(!qobject_cast<RotatedDialog *>(QApplication::activeModalWidget()));
}

void TestRotateWindow::rotate(const QString &id)
{
    openForm({id});
    generate();
    copyAndFinish();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(onlyRow().rotation.isHandedOver());
}

void TestRotateWindow::pasteAndSend(const QString &value)
{
    auto *field = find<QLineEdit>(u"Value of the new token"_s);
    QVERIFY(field);
    QApplication::clipboard()->setText(value);
    field->clear();
    field->paste();
    QTRY_VERIFY(named(u"sendValue"_s)->isEnabled());
    click(named(u"sendValue"_s));
}

void TestRotateWindow::changePlan(const OldTokenPlan &plan)
{
    rotations()->changePlan(onlyRow().rotation.chain, plan);
    QTRY_COMPARE(onlyRow().rotation.plan, plan);
}

void TestRotateWindow::formIsFilledInFromTheOldToken()
{
    const QString id = liveIds().value(0);
    QVERIFY(!id.isEmpty());
    const Token old = *session()->tokens().token(id);
    openForm({id});
    auto *dialog = find<RotateDialog>(QString());
    QVERIFY(dialog);
    auto *name = find<QLineEdit>(u"Token name"_s);
    QCOMPARE(name->text(), QString(old.name + u"-2"_s));
    QCOMPARE(name->selectedText(), name->text());
    QVERIFY(name->hasFocus());
    QTRY_COMPARE(dialog->draft().roles, old.roles);
    const UtcMs length = old.expiresAt - old.issuedAt;
    const UtcMs now = session()->centralClock()->now();
    QVERIFY(qAbs(dialog->draft().expiresAt - now - length) < DayMs);
    QCOMPARE(dialog->plan().way, Way::ByHand);
    QCOMPARE(withoutMnemonic(named(u"generate"_s)->text()), u"Generate new token"_s);
    QVERIFY(named(u"generate"_s)->isDefault());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(rotations()->rows().isEmpty());
}

void TestRotateWindow::stepsLeadToARevokedOldToken()
{
    const QString id = liveIds().value(0);
    const QString name = nameOf(id);
    openForm({id});
    generate();
    auto *dialog = find<RotatedDialog>(QString());
    QVERIFY(dialog);
    const auto *steps = dialog->findChild<StepRow *>();
    QCOMPARE(steps->steps().size(), 4);
    QCOMPARE(steps->steps().at(0).state, Step::State::Done);
    QCOMPARE(steps->steps().at(1).state, Step::State::Open);
    QVERIFY(!named(u"done"_s)->isEnabled());

    press(u"Copy token"_s);
    QTRY_COMPARE(steps->steps().at(1).state, Step::State::Done);
    press(u"Check the new token"_s);
    QTRY_COMPARE_WITH_TIMEOUT(steps->steps().at(2).state, Step::State::Done, 15'000);
    const QString said = everythingSaid(dialog);
    QVERIFY2(said.contains(QString(name + u"-2"_s)), qPrintable(said));
    QVERIFY2(said.contains("Roles: "_L1), qPrintable(said));

    press(u"Revoke the old token"_s);
    QTRY_VERIFY(named(u"keepBoth"_s));
    QTRY_VERIFY(named(u"keepBoth"_s)->hasFocus());
    QVERIFY(named(u"keepBoth"_s)->isDefault());
    QVERIFY(!session()->tokens().isRevoked(id));
    click(named(u"revokeOldTokenNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(session()->tokens().isRevoked(id), 15'000);
    QTRY_COMPARE(steps->steps().at(3).state, Step::State::Done);
    QVERIFY2(m_window->said().contains("Its successor is "_L1), qPrintable(m_window->said()));
    click(named(u"done"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE(onlyRow().standing.why, Why::RevokedByUs);
}

void TestRotateWindow::closingWithoutTheValueLeavesItNotHandedOver()
{
    const QString id = liveIds().value(0);
    openForm({id});
    generate();
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    press(u"Close anyway"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE(onlyRow().standing.why, Why::NotHandedOver);
    QVERIFY(!session()->tokens().isRevoked(id));
}

void TestRotateWindow::uncheckedTokenIsAskedAboutFirst()
{
    const QString id = liveIds().value(0);
    openForm({id});
    generate();
    press(u"Copy token"_s);
    press(u"Revoke the old token"_s);
    auto *check = find<QPushButton>(u"Check first…"_s);
    QVERIFY(check);
    QTRY_VERIFY(check->hasFocus());
    QVERIFY(check->isDefault());
    QVERIFY(find<QPushButton>(u"Revoke anyway"_s));
    click(check); // the value is still here: it is checked at once
    QTRY_VERIFY_WITH_TIMEOUT(onlyRow().rotation.isProven(), 15'000);
    QVERIFY(!session()->tokens().isRevoked(id));
    click(named(u"done"_s));
}

void TestRotateWindow::bothTokensAreMarked()
{
    const QString id = liveIds().value(0);
    rotate(id);
    const TokenListModel *model = m_window->application().context()->model;
    const QString newId = onlyRow().rotation.newId;
    const auto flagsOf = [&](const QString &of) { return model->detailAt(model->rowOf(of)).flags; };
    QTRY_VERIFY(flagsOf(id).testFlag(TokenFlag::Rotated));
    QTRY_VERIFY(flagsOf(newId).testFlag(TokenFlag::Successor));
    (*m_window)->selectIds({id});
    QAction *details = (*m_window)->action(MainWindow::Action::ShowDetails);
    QTRY_VERIFY(details->isEnabled());
    if (!details->isChecked())
        details->trigger();
    QTRY_VERIFY2(m_window->labels().contains(u"Its successor is "_s),
                 qPrintable(m_window->labels()));
    rotations()->giveUp(onlyRow().rotation.chain);
    QTRY_VERIFY(!flagsOf(id).testFlag(TokenFlag::Rotated));
}

void TestRotateWindow::tokenInUseAsksForTheNewValue()
{
    const QString own = session()->signedInTokenId();
    openForm({own});
    generate();
    press(u"Copy token"_s);
    const QString value = QGuiApplication::clipboard()->text();
    press(u"Revoke the old token"_s);
    auto *field = find<QLineEdit>(u"Value of the new token"_s);
    QVERIFY(field);
    QVERIFY(!named(u"sendValue"_s)->isEnabled());
    field->setText(value.left(value.size() / 2));
    QVERIFY(!named(u"sendValue"_s)->isEnabled());
    pasteAndSend(value);
    QTRY_VERIFY_WITH_TIMEOUT(session()->signedInTokenId() == onlyRow().rotation.newId, 15'000);
    QTRY_VERIFY(onlyRow().standing.state == State::Waiting);
    QTRY_VERIFY(!find<QLineEdit>(u"Value of the new token"_s, 100));
    press(u"Revoke the old token"_s);
    click(named(u"revokeOldTokenNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(session()->tokens().isRevoked(own), 15'000);
    QCOMPARE(session()->standing(), Standing::Connected);
    click(named(u"done"_s));
}

void TestRotateWindow::secondSuccessorIsAskedAbout()
{
    const QString id = liveIds().value(0);
    rotate(id);
    openForm({id});
    QTRY_VERIFY(named(u"generate"_s)->isEnabled());
    click(named(u"generate"_s));
    auto *cancel = find<QPushButton>(u"Do not rotate"_s);
    QVERIFY(cancel);
    QVERIFY(cancel->hasFocus());
    const auto before = session()->table()->size();
    click(cancel);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(session()->table()->size(), before);
    QCOMPARE(rotations()->rows().size(), 1);
}

void TestRotateWindow::severalAreRotatedOneAfterTheOther()
{
    const QStringList ids = liveIds().mid(0, 2);
    QCOMPARE(ids.size(), 2);
    openForm(ids);
    QVERIFY(said(QApplication::activeModalWidget(), u"missingInput"_s).contains("Then "_L1));
    generate();
    copyAndFinish();
    QTRY_VERIFY(find<RotateDialog>(QString(), 100));
    QVERIFY(!said(QApplication::activeModalWidget(), u"missingInput"_s).contains("Then "_L1));
    generate();
    copyAndFinish();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE(rotations()->rows().size(), 2);
    QSet<QString> rotated;
    for (const RotationRow &row : rotations()->rows())
        rotated.insert(row.rotation.old.id);
    QCOMPARE(rotated, QSet<QString>(ids.cbegin(), ids.cend()));
}

void TestRotateWindow::passedDateIsSaidUntilAnswered_data()
{
    QTest::addColumn<QStringList>("ofCentral");
    QTest::newRow("same clock") << QStringList();
    QTest::newRow("Central is ahead") << QStringList{u"--clock-skew"_s, u"3600"_s};
    QTest::newRow("Central is behind") << QStringList{u"--clock-skew"_s, u"-3600"_s};
}

/// The date is by Central's clock, the answer "Later" by the clock of this computer.
void TestRotateWindow::passedDateIsSaidUntilAnswered()
{
    QFETCH(QStringList, ofCentral);
    open(ofCentral);
    const QString id = liveIds().value(0);
    rotate(id);
    changePlan({Way::OnDate, session()->centralClock()->now() + 300});
    QTRY_COMPARE(onlyRow().standing.state, State::Due);
    QTRY_VERIFY2(m_window->said().contains("Due on "_L1), qPrintable(m_window->said()));
    press(u"Later"_s);
    QTRY_VERIFY(onlyRow().rotation.putOffAt != NoTime);
    QTRY_VERIFY2(!m_window->said().contains("Due on "_L1), qPrintable(m_window->said()));
    QSignalSpy changed(rotations(), &Rotations::changed);
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(changed.count() > 0 && !session()->isReading());
    QCoreApplication::processEvents(); // the bar follows the change in the next turn
    QVERIFY2(!m_window->said().contains("Due on "_L1), qPrintable(m_window->said()));
    // What is known of Central's clock, by the second, may go back a little with each answer.
    QTRY_COMPARE(onlyRow().standing.state, State::Due);
    QVERIFY(!session()->tokens().isRevoked(id));
}

void TestRotateWindow::checkOfAnotherProcessIsReadBeforeTheQuestion()
{
    const QTemporaryDir history;
    open({}, history.path());
    const QString id = liveIds().value(0);
    openForm({id});
    generate();
    press(u"Copy token"_s);
    QTRY_VERIFY(onlyRow().rotation.isHandedOver());
    HistoryStore other(history.path());
    const Rotation rotation = onlyRow().rotation;
    bool isNoted = false;
    other.note(session()->address(),
               checkedNote(rotation, {.answer = SuccessorCheck::Answer::Known},
                           rotations()->clock()->now()),
               this, [&](const bool &isKept) { isNoted = isKept; });
    QTRY_VERIFY(isNoted);
    QVERIFY(!onlyRow().rotation.isProven()); // nothing tells this process
    press(u"Revoke the old token"_s);
    QTRY_VERIFY2(named(u"keepBoth"_s), "the question says that it was not checked");
    QVERIFY(onlyRow().rotation.isProven());
    click(named(u"keepBoth"_s));
    click(named(u"done"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(!session()->tokens().isRevoked(id));
}

void TestRotateWindow::sidebarCountsRotationsAndOpensThem()
{
    auto *views = find<ViewList>(u"Views"_s);
    QVERIFY(views);
    const int last = views->count() - 1;
    const auto spoken = [views, last] {
        return views->item(last)->data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(), u"Rotations"_s);
    rotate(liveIds().value(0));
    QTRY_COMPARE(spoken(), u"Rotations: 1"_s);
    changePlan({Way::ByHand, session()->centralClock()->now() - 1});
    QTRY_COMPARE(spoken(), u"Rotations: 1; 1 due"_s);
    clickRow(views, last);
    QTRY_VERIFY((*m_window)->findChild<RotationsDialog *>());
    QVERIFY(views->chosenId() != u"rotations"_s); // the list goes on showing what it showed
}

void TestRotateWindow::listHasTheRotationAndItsNextStep()
{
    const QString id = liveIds().value(0);
    rotate(id);
    (*m_window)->action(MainWindow::Action::Rotations)->trigger();
    QPushButton *next = named(u"nextStep"_s);
    QVERIFY(next);
    QCOMPARE(withoutMnemonic(next->text()), u"Check…"_s);
    click(next);
    pasteAndSend(m_value);
    QTRY_VERIFY_WITH_TIMEOUT(onlyRow().rotation.isProven(), 15'000);
    press(u"Close"_s);
    QTRY_COMPARE(withoutMnemonic(named(u"nextStep"_s)->text()), u"Revoke old…"_s);
    click(named(u"nextStep"_s));
    click(named(u"revokeOldTokenNow"_s));
    QTRY_COMPARE_WITH_TIMEOUT(onlyRow().standing.state, State::Done, 15'000);
    QTRY_VERIFY(session()->tokens().isRevoked(id));
}

QTEST_MAIN(TestRotateWindow)
#include "tst_rotatewindow.moc"
