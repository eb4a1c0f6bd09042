// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/rotations.h"
#include "tests/models/samplejwt.h"
#include "tests/tour/tourtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;
using Way = OldTokenPlan::Way;

/// Rotates tokens of the demo and answers a leak, in a real window on a small screen. Writes
/// screenshots to the folder ROX_TOUR_DIR.
class TestRotationTour : public TourTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void opensTheDemo();
    void rotates();
    void asksAboutAnUncheckedToken();
    void saysWhatIsDue();
    void listsRotations();
    void signsInWithTheNewToken();
    void findsLeakedTokens();
    void checksThemAtCentral();
    void findsATokenInTheSearch();

private:
    [[nodiscard]] QTableView *tokens() const { return find<QTableView>(u"Tokens"_s); }
    [[nodiscard]] int rowCount() const { return tokens() ? tokens()->model()->rowCount() : 0; }
    [[nodiscard]] Rotations *rotations() const { return m_application->findChild<Rotations *>(); }
    [[nodiscard]] QAction *action(MainWindow::Action which) const
    {
        return m_application->window()->action(which);
    }
    void press(const QString &name);
    void awaitActive();
    /// Opens the form for the tokens that are selected.
    void openForm();
    void generate();
    void copy();
    void finish();
    void search(const QString &text);

    QList<QByteArray> m_values; ///< of the new tokens
};

void TestRotationTour::initTestCase()
{
    startProgram();
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
}

void TestRotationTour::cleanupTestCase()
{
    m_application.reset();
}

void TestRotationTour::init()
{
    awaitActive();
}

/// Keys need it, and the window manager may activate a window late.
void TestRotationTour::awaitActive()
{
    front()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(front(), 20'000));
}

void TestRotationTour::press(const QString &name)
{
    auto *button = find<QAbstractButton>(name);
    QVERIFY2(button && button->isEnabled(), qPrintable(name));
    button->setFocus(); // which scrolls it into view
    QTest::keyClick(button, Qt::Key_Space);
}

void TestRotationTour::openForm()
{
    QTRY_VERIFY(action(MainWindow::Action::Rotate)->isEnabled());
    action(MainWindow::Action::Rotate)->trigger();
    auto *roles = find<QListView>(u"Roles"_s);
    QVERIFY(roles);
    QTRY_VERIFY(roles->model()->rowCount() > 3);
    QVERIFY(find<QAbstractButton>(u"What must it do?"_s)); // once the access of the roles was read
    auto *button = find<QPushButton>(u"Generate new token"_s);
    QVERIFY(button);
    QTRY_VERIFY(button->isEnabled());
    awaitActive();
}

void TestRotationTour::generate()
{
    press(u"Generate new token"_s);
    QVERIFY(find<QWidget>(u"Token value"_s, 15'000));
    awaitActive();
}

void TestRotationTour::copy()
{
    press(u"Copy token"_s);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("eyJ"_L1));
    m_values.append(QGuiApplication::clipboard()->text().toLatin1());
}

void TestRotationTour::finish()
{
    auto *done = find<QPushButton>(u"Done"_s);
    QVERIFY(done);
    QTRY_VERIFY(done->isEnabled());
    click(done);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestRotationTour::search(const QString &text)
{
    auto *field = find<QLineEdit>(u"Search tokens"_s);
    QVERIFY(field);
    field->clear();
    QTest::keyClicks(field, text);
}

void TestRotationTour::opensTheDemo()
{
    press(u"Try the demo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowCount() > 1000, 30'000);
    press(u"Active"_s);
    QTRY_VERIFY(rowCount() > 10);
}

void TestRotationTour::rotates()
{
    clickRow(tokens(), 3, 1);
    openForm();
    look(u"13a-rotate"_s);
    auto *onDate = find<QRadioButton>(u"Revoke it automatically on a date"_s);
    QVERIFY(onDate);
    onDate->setFocus();
    QTest::keyClick(onDate, Qt::Key_Space);
    look(u"13a-rotate-by-date"_s);
    auto *byHand = find<QRadioButton>(u"Revoke it by hand, after the hand-over"_s);
    byHand->setFocus();
    QTest::keyClick(byHand, Qt::Key_Space);
    generate();
    look(u"13b-rotated"_s);
    copy();
    look(u"13b-copied"_s);
    press(u"Check the new token"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(u"Check the new token"_s, 100), 15'000);
    look(u"13b-checked"_s);
    press(u"Revoke the old token"_s);
    QVERIFY(find<QPushButton>(u"Keep both"_s));
    awaitActive();
    look(u"13d-revoke"_s);
    press(u"Keep both"_s);
    finish();
}

void TestRotationTour::asksAboutAnUncheckedToken()
{
    clickRow(tokens(), 6, 1);
    openForm();
    generate();
    copy();
    press(u"Revoke the old token"_s);
    QVERIFY(find<QPushButton>(u"Check first…"_s));
    awaitActive();
    look(u"13d-unchecked"_s);
    QTest::keyClick(front(), Qt::Key_Escape);
    QTRY_VERIFY(find<QPushButton>(u"Done"_s, 100));
    finish();
}

void TestRotationTour::saysWhatIsDue()
{
    QTRY_COMPARE(rotations()->rows().size(), 2);
    QUuid unchecked;
    for (const RotationRow &row : rotations()->rows()) {
        if (!row.rotation.isProven())
            unchecked = row.rotation.chain;
    }
    rotations()->changePlan(unchecked, {Way::OnDate, rotations()->clock()->now() + 200});
    QTRY_VERIFY(find<QAbstractButton>(u"Later"_s, 100));
    look(u"13d-due"_s);
}

void TestRotationTour::listsRotations()
{
    auto *views = find<QListView>(u"Views"_s);
    QVERIFY(views);
    clickRow(views, views->model()->rowCount() - 1);
    auto *table = find<QTableView>(u"Rotations"_s);
    QVERIFY(table);
    QVERIFY(QTest::qWaitForWindowActive(table->window(), 20'000));
    look(u"13c-rotations"_s);
    press(u"Check"_s);
    auto *field = find<QLineEdit>(u"Value of the new token"_s);
    QVERIFY(field);
    awaitActive();
    look(u"13d-check"_s);
    QApplication::clipboard()->setText(QString::fromLatin1(m_values.first())); // the other one
    field->paste();
    look(u"13d-check-other"_s);
    QApplication::clipboard()->setText(QString::fromLatin1(m_values.last()));
    field->clear();
    field->paste();
    press(u"Check"_s);
    QVERIFY(find<QPushButton>(u"Close"_s, 15'000));
    look(u"13d-check-known"_s);
    press(u"Close"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    auto *change = find<QAbstractButton>(u"Change what happens to the old one"_s);
    QVERIFY(change);
    click(change);
    QTRY_VERIFY(QApplication::activeModalWidget());
    awaitActive();
    look(u"13c-plan"_s);
    QTest::keyClick(front(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    table->window()->close();
}

void TestRotationTour::signsInWithTheNewToken()
{
    search(u"rox-tokens-demo"_s);
    QTRY_COMPARE(rowCount(), 1);
    clickRow(tokens(), 0, 1);
    openForm();
    generate();
    copy();
    press(u"Revoke the old token"_s);
    QVERIFY(find<QLineEdit>(u"Value of the new token"_s));
    awaitActive();
    look(u"13d-signin"_s);
    QTest::keyClick(front(), Qt::Key_Escape);
    QTRY_VERIFY(find<QPushButton>(u"Done"_s, 100));
    finish();
    search(QString());
}

void TestRotationTour::findsLeakedTokens()
{
    action(MainWindow::Action::FindLeak)->trigger();
    QVERIFY(find<QWidget>(u"Text with tokens"_s));
    awaitActive();
    look(u"14a-empty"_s);
    QByteArray text = "ROX_API_TOKEN=" + m_values.first()
                      + "\ndata:\n  token: " + m_values.at(1).toBase64() + "\nforeign "
                      + sampleJwt(u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s, u"ops-bot"_s)
                      + "\nsession " + sampleSession() + "\n";
    QApplication::clipboard()->setText(QString::fromLatin1(text));
    QTest::keySequence(front(), QKeySequence::Paste);
    auto *table = find<QTableView>(u"Tokens found"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    look(u"14a-found"_s);
}

void TestRotationTour::checksThemAtCentral()
{
    press(u"Check at Central"_s);
    QVERIFY(find<QPushButton>(u"Send and check"_s));
    awaitActive();
    look(u"14b-question"_s);
    press(u"Send and check"_s);
    QVERIFY(find<QPushButton>(u"Check again"_s, 15'000));
    awaitActive();
    QTRY_VERIFY(find<QPushButton>(u"Check again"_s)->isEnabled());
    look(u"14b-still-works"_s);
    press(u"Revoke…"_s);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    if (auto *word = find<QLineEdit>(u"Confirmation"_s, 200))
        type(word, u"revoke"_s);
    press(u"Revoke"_s);
    const auto counts = [this] {
        const auto *label = front()->findChild<QLabel *>(u"checkCounts"_s);
        return label ? label->text() : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(counts(), u"1 still works, 1 refused"_s, 20'000);
    awaitActive();
    QVERIFY(find<QPushButton>(u"Close"_s)->hasFocus());
    look(u"14b-refused"_s);
    press(u"Close"_s);
    QVERIFY(find<QTableView>(u"Tokens found"_s));
    awaitActive();
    look(u"14a-revoked"_s);
    press(u"Close"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestRotationTour::findsATokenInTheSearch()
{
    auto *field = find<QLineEdit>(u"Search tokens"_s);
    QApplication::clipboard()->setText(QString::fromLatin1(m_values.last()));
    field->setFocus();
    field->paste();
    QVERIFY(find<QAbstractButton>(u"Find it…"_s));
    look(u"14b-in-search"_s);
    QApplication::clipboard()->clear();
}

QTEST_MAIN(TestRotationTour)
#include "tst_rotationtour.moc"
