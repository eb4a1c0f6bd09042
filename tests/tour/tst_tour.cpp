// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/tour/tourtest.h"
#include "ui/widgets/messagestack.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

/// Uses all main features in a real window: list, search, details, generate, value, revoke. Writes
/// the screenshots of README.md to the folder ROX_TOUR_DIR.
class TestTour : public TourTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listsTheDemo();
    void searches();
    void showsDetails();
    void writesANote();
    void showsTheViewsOfTheSidebar();
    void generates();
    void showsTheValueOnce();
    void revokes();
    void rotates();
    void reviewsWhatWasRevoked();
    void connectsToAnother();

private:
    void picture(const QString &name);
    [[nodiscard]] QTableView *tokens() const { return find<QTableView>(u"Tokens"_s); }
    [[nodiscard]] int rowCount() const
    {
        return m_application->window()->isVisible() ? tokens()->model()->rowCount() : 0;
    }

    QString m_value; ///< value of the generated token
};

void TestTour::initTestCase()
{
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    startProgram();
    const QStringList size = qEnvironmentVariable("ROX_TOUR_SIZE", u"1280x768"_s).split(u'x');
    m_application->window()->resize(size.value(0).toInt(), size.value(1).toInt());
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
    picture(u"first-run"_s);
}

void TestTour::cleanupTestCase()
{
    m_application.reset();
}

void TestTour::picture(const QString &name)
{
    QVERIFY(photograph(m_application->window(), pictureFile(name)));
}

void TestTour::listsTheDemo()
{
    click(find<QPushButton>(u"Try the demo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QTableView>(u"Tokens"_s, 100), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rowCount() > 1000, 30'000);
    QCOMPARE(m_application->window()->windowTitle(), u"Demo – Rox Tokens"_s);
    click(find<QToolButton>(u"All"_s));
    clickRow(tokens(), 3, 1);
    tokens()->setFocus();
    picture(u"main"_s);
}

void TestTour::searches()
{
    const int all = rowCount();
    auto *search = find<QLineEdit>(u"Search tokens"_s);
    type(search, u"jenkins"_s);
    QTRY_VERIFY(rowCount() > 0 && rowCount() < all);
    picture(u"search"_s);
    QTest::keyClicks(search, u"-there-is-no-such"_s);
    QTRY_VERIFY(find<QAbstractButton>(u"Clear filters"_s, 100));
    picture(u"search-nothing"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(rowCount(), all);
}

void TestTour::showsDetails()
{
    QTest::keyClick(m_application->window(), Qt::Key_F, Qt::ControlModifier);
    type(find<QLineEdit>(u"Search tokens"_s), u"rox-tokens-demo"_s);
    QTRY_COMPARE(rowCount(), 1);
    clickRow(tokens(), 0, 1);
    QVERIFY(find<QWidget>(u"Token details"_s));
    picture(u"details"_s);
    QTest::keyClick(find<QLineEdit>(u"Search tokens"_s), Qt::Key_Escape);
    QTRY_VERIFY(rowCount() > 1);
}

void TestTour::writesANote()
{
    clickRow(tokens(), 4, 1);
    tokens()->setFocus();
    QTest::keyClick(tokens(), Qt::Key_F2);
    auto *note = find<QPlainTextEdit>(u"Note"_s);
    QVERIFY(note);
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, u"For the on-call team while storage moves. Ask r.duarte before you "
                           "revoke it."_s);
    picture(u"note"_s);
    QTest::keyClick(note, Qt::Key_Escape);
    auto *tags = find<QLineEdit>(u"Tags"_s);
    type(tags, u"on-call, migration"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QTRY_COMPARE(m_application->window()->findChildren<QAbstractButton *>(u"tagChip"_s).size(), 2);
    picture(u"note-kept"_s);
    type(find<QLineEdit>(u"Search tokens"_s), u"tag:on-call"_s);
    QTRY_COMPARE(rowCount(), 1);
    QTest::keyClick(find<QLineEdit>(u"Search tokens"_s), Qt::Key_Escape);
    QTRY_VERIFY(rowCount() > 1);
}

void TestTour::showsTheViewsOfTheSidebar()
{
    auto *views = find<QListView>(u"Views"_s);
    QVERIFY(views);
    for (const QString &view : {u"Over-privileged"_s, u"Dead roles"_s, u"Duplicate names"_s,
                                u"Never expires"_s, u"Changes"_s}) {
        clickRow(views, rowOf(views, view));
        QTRY_VERIFY(find<QAbstractButton>(u"All tokens"_s));
        picture(u"view-"_s + view.toLower().replace(u' ', u'-'));
    }
    click(find<QAbstractButton>(u"All tokens"_s));
    QTRY_VERIFY(rowCount() > 1000);
}

void TestTour::generates()
{
    QTest::keyClick(m_application->window(), Qt::Key_N, Qt::ControlModifier);
    auto *roles = find<QListView>(u"Roles"_s);
    QVERIFY(roles);
    QTRY_VERIFY(roles->model()->rowCount() > 3);
    type(find<QLineEdit>(u"Token name"_s), u"jenkins-prod-eu"_s);
    for (const auto &role : {u"Continuous Integration"_s, u"Sensor Creator"_s}) {
        const int row = rowOf(roles, role);
        QVERIFY(row >= 0);
        roles->setCurrentIndex(roles->model()->index(row, 0));
        roles->setFocus();
        QTest::keyClick(roles, Qt::Key_Space);
    }
    QVERIFY(find<QPushButton>(u"Generate"_s)->isEnabled());
    picture(u"generate"_s);
    click(find<QPushButton>(u"Generate"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"Token value"_s, 100), 15'000);
}

void TestTour::showsTheValueOnce()
{
    picture(u"generated"_s);
    QVERIFY(!find<QPushButton>(u"Done"_s)->isEnabled());
    click(find<QPushButton>(u"Copy token"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("eyJ"_L1));
    m_value = QGuiApplication::clipboard()->text();
    QTRY_VERIFY(find<QPushButton>(u"Done"_s)->isEnabled());
    picture(u"generated-copied"_s);
    click(find<QAbstractButton>(u"Clear now"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
    picture(u"generated-cleared"_s);
    click(find<QPushButton>(u"Done"_s));
    click(find<QPushButton>(
        u"Close anyway"_s)); // shown because the clipboard no longer holds the value
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestTour::revokes()
{
    auto *search = find<QLineEdit>(u"Search tokens"_s);
    QTest::keyClick(m_application->window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, u"tekton-image-check"_s);
    click(find<QToolButton>(u"Active"_s));
    QTRY_VERIFY(rowCount() >= 3);
    clickRow(tokens(), 0, 1);
    clickRow(tokens(), 2, 1, Qt::ShiftModifier);
    QCOMPARE(m_application->window()->selectedCount(), 3);
    const QStringList ids = m_application->window()->selectedIds();
    QTRY_VERIFY(find<QAbstractButton>(u"Revoke"_s)->isEnabled());
    // Shortcuts need the active window, and the window manager may activate it late.
    m_application->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
    QTest::keyClick(tokens(), Qt::Key_Delete);
    QVERIFY(find<QListView>(u"Tokens to revoke"_s));
    QTRY_VERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    if (auto *word = find<QLineEdit>(u"Confirmation"_s, 200))
        type(word, u"revoke"_s);
    picture(u"revoke"_s);
    click(find<QPushButton>(u"Revoke"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Close"_s, 100), 15'000);
    picture(u"revoke-result"_s);
    click(find<QPushButton>(u"Close"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    for (const QString &id : ids)
        QVERIFY(!m_application->window()->selectedIds().contains(id));
}

void TestTour::rotates()
{
    QTest::keyClick(find<QLineEdit>(u"Search tokens"_s), Qt::Key_Escape);
    click(find<QToolButton>(u"Active"_s));
    QTRY_VERIFY(rowCount() > 10);
    clickRow(tokens(), 3, 1);
    QTRY_VERIFY(m_application->window()->action(MainWindow::Action::Rotate)->isEnabled());
    m_application->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_application->window(), 20'000));
    QTest::keyClick(tokens(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto *roles = find<QListView>(u"Roles"_s);
    QVERIFY(roles);
    QTRY_VERIFY(roles->model()->rowCount() > 3);
    QTRY_VERIFY(find<QPushButton>(u"Generate new token"_s)->isEnabled());
    picture(u"rotate"_s);
    click(find<QPushButton>(u"Generate new token"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"Token value"_s, 100), 15'000);
    picture(u"rotated"_s);
    click(find<QPushButton>(u"Copy token"_s));
    click(find<QPushButton>(u"Check the new token"_s));
    auto *revokeOld = find<QPushButton>(u"Revoke the old token"_s);
    QVERIFY(revokeOld);
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(u"Check the new token"_s, 100), 15'000);
    picture(u"rotated-checked"_s);
    click(revokeOld);
    QVERIFY(find<QPushButton>(u"Keep both"_s));
    picture(u"rotated-revoke"_s);
    click(find<QPushButton>(u"Keep both"_s));
    click(find<QPushButton>(u"Done"_s));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    m_application->window()->action(MainWindow::Action::Rotations)->trigger();
    auto *dialog = find<QTableView>(u"Rotations"_s);
    QVERIFY(dialog);
    picture(u"rotations"_s);
    dialog->window()->close();
    QTRY_VERIFY(!find<QTableView>(u"Rotations"_s, 100));
}

void TestTour::reviewsWhatWasRevoked()
{
    click(find<QToolButton>(u"Revoked"_s));
    QTRY_VERIFY(rowCount() >= 3);
    clickRow(tokens(), 0, 1);
    picture(u"revoked"_s);
    QTest::keyClick(m_application->window(), Qt::Key_F5);
    QTRY_VERIFY(rowCount() >= 3);
}

void TestTour::connectsToAnother()
{
    // Connect to the same demo by its address, with the new token.
    QString address;
    const auto labels = m_application->window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().startsWith("localhost:"_L1))
            address = label->text().section(u',', 0, 0);
    }
    QVERIFY(!address.isEmpty());
    QTest::keyClick(m_application->window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type(find<QLineEdit>(u"Name"_s), u"staging"_s);
    type(find<QLineEdit>(u"Endpoint"_s), address);
    auto *token = find<QLineEdit>(u"API token"_s);
    QVERIFY(token);
    token->setFocus();
    token->insert(m_value);
    picture(u"connect"_s);
    click(find<QPushButton>(u"Connect"_s));
    QVERIFY(find<QWidget>(u"SHA-256 fingerprint"_s));
    QTRY_VERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    picture(u"certificate"_s);
    click(find<QPushButton>(u"Trust this certificate"_s));
    // The new token may do nothing here, and the page behind names the missing permission.
    auto *close = find<QPushButton>(u"Close"_s);
    QVERIFY(close);
    picture(u"connected"_s);
    click(close);
    QVERIFY(find<QPushButton>(u"Sign in differently…"_s));
    // The list is the one that was remembered with the other credential; the message about the
    // revoke belongs to the other server.
    const QString lead = m_application->window()->messageBar()->message().lead;
    QVERIFY2(lead.startsWith("staging:"_L1), qPrintable(lead));
    QCOMPARE(m_application->window()->windowTitle(), u"staging – Rox Tokens"_s);
    picture(u"not-permitted"_s);
}

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
