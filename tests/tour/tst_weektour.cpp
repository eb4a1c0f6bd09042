// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/support/democentral.h"
#include "tests/support/relay.h"
#include "tests/tour/keyboardtour.h"
#include "ui/widgets/messagestack.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// What an administrator does in a week, by keys alone, on two demo Centrals: from the first start
/// to removing a server. Saves pictures in the folder ROX_TOUR_DIR.
class TestWeekTour : public KeyboardTour
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_application.reset(); }
    void init();
    void cleanup();

    void connects();
    void goesAroundTheWindow();
    void findsATokenById();
    void filters();
    void sorts();
    void choosesColumns();
    void hidesTheChart();
    void opensAndLeavesDialogs_data();
    void opensAndLeavesDialogs();
    void opensAndLeavesDialogsOfTheMenu_data();
    void opensAndLeavesDialogsOfTheMenu();
    void showsViews();
    void generatesUntilADate();
    void writesANote();
    void exportsTheList();
    void rotatesAToken();
    void cleansUpExpiredTokens();
    void returnInARevokeIsCancel();
    void revokesThreeAndStops();
    void findsLeakedTokens();
    void turnsThePagesOfSettings();
    void goesOfflineAndReturns();
    void showsAllServers();
    void removesTheServer();

private:
    [[nodiscard]] int rowCount() const { return tokens()->model()->rowCount(); }
    void connectTo(const QString &endpoint, const QByteArray &token);
    void search(const QString &text);
    void clearSearch();
    void goToList();
    /// Selects the first row on which this action is enabled.
    void selectFor(MainWindow::Action action);
    void leaveBy(const QString &button);

    QTemporaryDir m_folder;
    DemoCentral m_central;
    DemoCentral m_other{{u"--seed"_s, u"2"_s}};
    std::unique_ptr<Relay> m_relay; ///< between the program and m_central
    QString m_value;                ///< of the generated token
    bool m_isConnected = false;
};

void TestWeekTour::initTestCase()
{
    QVERIFY2(m_central.isUp(), qPrintable(m_central.why()));
    QVERIFY2(m_other.isUp(), qPrintable(m_other.why()));
    m_relay = std::make_unique<Relay>(m_central.endpoint().section(u':', -1).toUShort());
    startProgram();
    QVERIFY(QTest::qWaitForWindowActive(window(), 20'000));
}

void TestWeekTour::init()
{
    const bool isFirst = QByteArrayView(QTest::currentTestFunction()) == "connects";
    QVERIFY2(isFirst || m_isConnected, "there is no list");
    QTRY_COMPARE(QApplication::activeWindow(), window());
}

void TestWeekTour::cleanup()
{
    if (QTest::currentTestFailed())
        leaveAll(); // for the next function
    QCOMPARE(takeFaults(), QString());
}

/// In a compact window the details stand in place of the list, until they are closed.
void TestWeekTour::goToList()
{
    for (int i = 0; i < 100 && !tokens()->hasFocus(); ++i) {
        const bool isClose = QApplication::focusWidget()->objectName() == "closeDetails"_L1;
        press(isClose && !tokens()->isVisible() ? Qt::Key_Return : Qt::Key_Tab);
    }
    QVERIFY(tokens()->hasFocus());
}

void TestWeekTour::selectFor(MainWindow::Action action)
{
    goToList();
    press(Qt::Key_Home);
    const auto isEnabled = [&] { return window()->action(action)->isEnabled(); };
    for (int row = 0; row < rowCount() && !QTest::qWaitFor(isEnabled, 200); ++row)
        press(Qt::Key_Down);
    QVERIFY(isEnabled());
}

void TestWeekTour::search(const QString &text)
{
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(text);
}

void TestWeekTour::clearSearch()
{
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QTRY_VERIFY(rowCount() > 20);
    goToList();
}

void TestWeekTour::leaveBy(const QString &button)
{
    QVERIFY(tabTo(button));
    press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE(QApplication::activeWindow(), window());
}

/// In the dialog "Connect to Central".
void TestWeekTour::connectTo(const QString &endpoint, const QByteArray &token)
{
    QDialog *connecting = dialog(u"connectToCentral"_s);
    QVERIFY(connecting);
    QVERIFY(tabTo(u"Endpoint"_s));
    typeKeys(endpoint);
    QVERIFY(tabTo(u"apiToken"_s));
    typeKeys(QString::fromLatin1(token));
    look(u"week-connect"_s);
    QVERIFY(tabTo(u"connect"_s));
    press(Qt::Key_Return);
    QVERIFY(dialog(u"unknownCertificate"_s));
    look(u"week-certificate"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Trust this certificate"_s));
    press(Qt::Key_Return);
    QCOMPARE(dialog(u"connectToCentral"_s), connecting);
    auto *show = connecting->findChild<QAbstractButton *>(u"connect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(show->accessibleName() == "Show tokens"_L1 && show->isEnabled(),
                             20'000);
    look(u"week-connected"_s);
    QVERIFY(goesAround());
    leaveBy(u"Show tokens"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowCount() > 20, 20'000);
    QTRY_VERIFY(tokens()->hasFocus());
}

void TestWeekTour::connects()
{
    look(u"week-first-run"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Connect to Central…"_s));
    press(Qt::Key_Return);
    connectTo(m_relay->endpoint(u"127.0.0.1"_s), m_central.apiToken());
    look(u"week-list"_s);
    m_isConnected = true;
}

void TestWeekTour::goesAroundTheWindow()
{
    QVERIFY(goesAround());
    press(Qt::Key_Down);
    QTRY_COMPARE(window()->selectedCount(), 1);
    look(u"week-selected"_s);
    QVERIFY(goesAround());
    QSet<QWidget *> parts;
    for (int i = 0; i < 12; ++i) {
        press(Qt::Key_F6);
        parts.insert(QApplication::focusWidget());
    }
    QVERIFY(parts.size() >= 3);
    QVERIFY(parts.contains(tokens()));
    goToList();
}

void TestWeekTour::findsATokenById()
{
    const QString id = static_cast<TokenListModel *>(tokens()->model())->idAt(5);
    search(u"id:"_s + id.left(8));
    QTRY_COMPARE(rowCount(), 1);
    QTRY_COMPARE(window()->selectedIds(), QStringList{id});
    QVERIFY(find<QWidget>(u"Token details"_s));
    look(u"week-id"_s);
    QVERIFY(goesAround());
    clearSearch();
}

void TestWeekTour::filters()
{
    const int all = rowCount();
    QVERIFY(tabTo(u"Filter"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(openMenu());
    press(Qt::Key_Down);
    QVERIFY(photograph(window(), pictureFile(u"keys-week-filter-menu"_s)));
    press(Qt::Key_Return);
    QTRY_VERIFY(!openMenu());
    QTRY_VERIFY(find<QWidget>(u"Filters"_s));
    look(u"week-filter"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Clear filters"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(rowCount(), all);
    goToList();
}

void TestWeekTour::sorts()
{
    const QHeaderView *header = tokens()->horizontalHeader();
    QVERIFY(tabTo(u"Columns"_s));
    const int before = header->sortIndicatorSection();
    press(Qt::Key_Left);
    look(u"week-header"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(header->sortIndicatorSection() != before);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QTRY_COMPARE(header->sortIndicatorSection(), before);
    goToList();
}

void TestWeekTour::choosesColumns()
{
    QVERIFY(tabTo(u"Columns"_s));
    press(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(openMenu());
    QVERIFY(photograph(window(), pictureFile(u"keys-week-columns"_s)));
    QVERIFY(moveTo(u"rolesColumn"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(!openMenu());
    QTRY_VERIFY(tokens()->isColumnHidden(sectionOf(TokenColumn::Roles)));
    press(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(openMenu());
    QVERIFY(moveTo(u"resetColumns"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(!tokens()->isColumnHidden(sectionOf(TokenColumn::Roles)));
    goToList();
}

void TestWeekTour::hidesTheChart()
{
    QAction *show = window()->action(MainWindow::Action::ShowChart);
    const auto openViewMenu = [&] {
        press(Qt::Key_F10);
        QTRY_VERIFY(openMenu());
        press(Qt::Key_V);
        QTRY_VERIFY(openMenu()->actions().contains(show));
    };
    openViewMenu();
    press(Qt::Key_O);
    QTRY_COMPARE(openMenu()->objectName(), u"chooseColumnsMenu"_s);
    QVERIFY(photograph(window(), pictureFile(u"keys-week-view-menu"_s)));
    leaveAll(); // one Escape closes one menu, and with Qt 6.8 all of them
    for (const bool isShown : {false, true}) {
        openViewMenu();
        press(Qt::Key_E);
        QTRY_COMPARE(show->isChecked(), isShown);
        QTRY_VERIFY(!openMenu());
    }
    goToList();
}

void TestWeekTour::opensAndLeavesDialogs_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QString &keys, const QString &name) {
        QTest::newRow(tag) << QKeySequence(keys) << name;
    };
    row("generate", u"Ctrl+N"_s, u"generateToken"_s);
    row("rotate", u"Ctrl+Shift+R"_s, u"rotateToken"_s);
    row("revoke", u"Del"_s, u"revokeTokens"_s);
    row("export", u"Ctrl+E"_s, u"export"_s);
    row("report", u"Ctrl+P"_s, u"export"_s);
    row("leak", u"Ctrl+L"_s, u"findLeakedToken"_s);
    row("add", u"Ctrl+Shift+N"_s, u"connectToCentral"_s);
    row("settings", u"Ctrl+,"_s, u"settingsDialog"_s);
    row("keys", u"Ctrl+?"_s, u"keysDialog"_s);
    row("help", u"F1"_s, u"helpDialog"_s);
}

void TestWeekTour::opensAndLeavesDialogs()
{
    QFETCH(QKeySequence, keys);
    QFETCH(QString, name);
    selectFor(MainWindow::Action::Rotate);
    const int rows = rowCount();
    press(keys);
    QVERIFY(dialog(name));
    look(u"week-"_s + QLatin1String(QTest::currentDataTag()));
    QVERIFY(goesAround());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(tokens()->hasFocus());
    QCOMPARE(rowCount(), rows);
}

void TestWeekTour::opensAndLeavesDialogsOfTheMenu_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("name");
    QTest::newRow("expired") << u"revokeExpired"_s << u"cleanUp"_s;
    QTest::newRow("rotations") << u"rotations"_s << u"rotations"_s;
    QTest::newRow("about") << u"about"_s << u"aboutDialog"_s;
}

void TestWeekTour::opensAndLeavesDialogsOfTheMenu()
{
    QFETCH(QString, action);
    QFETCH(QString, name);
    goToList();
    chooseFromMenu(action);
    QVERIFY(dialog(name));
    look(u"week-"_s + QLatin1String(QTest::currentDataTag()));
    QVERIFY(goesAround());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!window()->findChild<QDialog *>(name));
    QTRY_COMPARE(QApplication::activeWindow(), window());
    QTRY_VERIFY(tokens()->hasFocus());
}

void TestWeekTour::showsViews()
{
    const auto *views = find<QListView>(u"Views"_s);
    QVERIFY(views);
    QVERIFY(tabTo(u"Views"_s));
    press(Qt::Key_Home);
    for (int row = 0; row < views->model()->rowCount(); ++row) {
        QVERIFY(tabTo(u"Views"_s));
        QCOMPARE(views->currentIndex().row(), row);
        press(Qt::Key_Return);
        if (row == views->model()->rowCount() - 1) { // the rotations have a window of their own
            QVERIFY(dialog(u"rotations"_s));
            press(Qt::Key_Escape);
            QTRY_COMPARE(QApplication::activeWindow(), window());
            break;
        }
        QTRY_VERIFY(views->selectionModel()->isRowSelected(row));
        look(u"week-view-%1"_s.arg(row));
        press(Qt::Key_Down);
    }
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"All tokens"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(rowCount() > 20);
    goToList();
}

void TestWeekTour::generatesUntilADate()
{
    const int rows = rowCount();
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dialog(u"generateToken"_s));
    QTRY_VERIFY(find<QListView>(u"Roles"_s)->model()->rowCount() > 3);
    QVERIFY(tabTo(u"Token name"_s));
    typeKeys(u"week-tour"_s);
    QVERIFY(tabTo(u"Roles"_s));
    press(Qt::Key_Space);
    QVERIFY(tabTo(u"90 days"_s));
    press(Qt::Key_Down); // the segments stand in two rows
    const auto *custom = find<QAbstractButton>(u"Custom"_s);
    for (int i = 0; i < 6 && !custom->isChecked(); ++i)
        press(Qt::Key_Right);
    QVERIFY(custom->isChecked());
    const auto *date = find<QDateTimeEdit>(u"Expiration date"_s);
    QVERIFY(date && date->isEnabled());
    QVERIFY(tabTo(u"Expiration date"_s));
    const QDateTime before = date->dateTime();
    press(Qt::Key_Up);
    QVERIFY(date->dateTime() > before);
    look(u"week-custom-end"_s);
    QVERIFY(tabTo(u"Generate"_s));
    press(Qt::Key_Return);
    QVERIFY(dialog(u"tokenGenerated"_s));
    look(u"week-generated"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Copy token"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("eyJ"_L1));
    m_value = QGuiApplication::clipboard()->text();
    look(u"week-copied"_s);
    leaveBy(u"Done"_s);
    QTRY_COMPARE(rowCount(), rows + 1);
}

void TestWeekTour::writesANote()
{
    search(u"week-tour"_s);
    QTRY_COMPARE(rowCount(), 1);
    press(Qt::Key_Down);
    QTRY_COMPARE(window()->selectedCount(), 1);
    press(Qt::Key_F2);
    const auto *note = find<QPlainTextEdit>(u"Note"_s);
    QVERIFY(note);
    QTRY_VERIFY(note->hasFocus());
    typeKeys(u"For the storage move. Ask r.duarte before you revoke it."_s);
    look(u"week-note"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Tags"_s));
    typeKeys(u"migration"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QAbstractButton>(u"Tag migration"_s));
    look(u"week-tag"_s);
    clearSearch();
}

void TestWeekTour::exportsTheList()
{
    goToList();
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(dialog(u"export"_s));
    QVERIFY(tabTo(u"exportRows"_s));
    press(Qt::Key_Return);
    QVERIFY(dialog(u"exportTo"_s));
    const QString path = m_folder.filePath(u"tokens.csv"_s);
    QVERIFY(tabTo(u"fileNameEdit"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    typeKeys(path);
    press(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_COMPARE(QApplication::activeWindow(), window());
    look(u"week-exported"_s);
    QVERIFY(goesAround());
}

/// Up to the step "Made".
void TestWeekTour::rotatesAToken()
{
    search(u"week-tour"_s);
    QTRY_COMPARE(rowCount(), 1);
    press(Qt::Key_Down);
    QTRY_VERIFY(window()->action(MainWindow::Action::Rotate)->isEnabled());
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const QDialog *asked = dialog(u"rotateToken"_s);
    QVERIFY(asked);
    QTRY_VERIFY(find<QAbstractButton>(u"Generate new token"_s)->isEnabled());
    QVERIFY(tabTo(u"byHand"_s));
    press(Qt::Key_Down);
    look(u"week-rotate-on-a-date"_s);
    QVERIFY(goesAround());
    press(Qt::Key_Up);
    QVERIFY(tabTo(u"Generate new token"_s));
    press(Qt::Key_Return);
    QVERIFY(dialog(u"tokenRotated"_s));
    look(u"week-made"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"copyToken"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QAbstractButton>(u"Done"_s)->isEnabled());
    look(u"week-handed-over"_s);
    leaveBy(u"Done"_s);
    clearSearch();
    chooseFromMenu(u"rotations"_s);
    QVERIFY(dialog(u"rotations"_s));
    QTRY_COMPARE(find<QTableView>(u"Rotations"_s)->model()->rowCount(), 1);
    look(u"week-rotation"_s);
    QVERIFY(goesAround());
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::activeWindow(), window());
}

void TestWeekTour::cleansUpExpiredTokens()
{
    goToList();
    chooseFromMenu(u"revokeExpired"_s);
    QVERIFY(dialog(u"cleanUp"_s));
    QVERIFY(tabTo(u"revoke"_s));
    press(Qt::Key_Return);
    QVERIFY(dialog(u"revokeTokens"_s));
    look(u"week-expired-question"_s);
    QVERIFY(tabTo(u"revoke"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), window(), 20'000); // it was one token
    look(u"week-after-clean-up"_s);
    QVERIFY(goesAround());
}

void TestWeekTour::returnInARevokeIsCancel()
{
    search(u"week-tour"_s);
    QTRY_VERIFY(rowCount() > 0 && rowCount() < 20);
    const int rows = rowCount();
    press(Qt::Key_Down);
    QTRY_COMPARE(window()->selectedCount(), 1);
    press(Qt::Key_Delete);
    QVERIFY(dialog(u"revokeTokens"_s));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Cancel"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTRY_VERIFY(tokens()->hasFocus());
    QCOMPARE(rowCount(), rows);
    QVERIFY(window()->action(MainWindow::Action::Revoke)->isEnabled()); // it is not revoked
    clearSearch();
}

void TestWeekTour::revokesThreeAndStops()
{
    search(u"jenkins"_s);
    QTRY_VERIFY(rowCount() >= 3 && rowCount() < 20);
    press(Qt::Key_Down);
    press(Qt::Key_Home);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(window()->selectedCount(), 3);
    look(u"week-three-selected"_s);
    press(Qt::Key_Delete);
    QDialog *asked = dialog(u"revokeTokens"_s);
    QVERIFY(asked);
    const auto *word = asked->findChild<QLineEdit *>(u"confirmation"_s);
    if (word && word->isVisible()) {
        QVERIFY(tabTo(u"Confirmation"_s));
        typeKeys(u"revoke"_s);
    }
    look(u"week-revoke-three"_s);
    m_relay->hold(true);
    QVERIFY(tabTo(u"revoke"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(asked->findChild<QAbstractButton *>(u"stop"_s));
    QTRY_VERIFY(!asked->property("inputPaused").toBool());
    QVERIFY(tabTo(u"stop"_s));
    press(Qt::Key_Return);
    look(u"week-stopping"_s);
    m_relay->hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(asked->findChild<QAbstractButton *>(u"close"_s), 20'000);
    QTRY_VERIFY(!asked->property("inputPaused").toBool());
    look(u"week-revoked"_s);
    QVERIFY(goesAround());
    leaveBy(u"close"_s);
    clearSearch();
}

void TestWeekTour::findsLeakedTokens()
{
    goToList();
    QGuiApplication::clipboard()->setText(u"ROX_API_TOKEN=%1\nexport OLD=%2\nOTHER=%3\n"_s.arg(
        QLatin1String(m_central.apiToken()), m_value, QLatin1String(m_other.apiToken())));
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(dialog(u"findLeakedToken"_s));
    QVERIFY(tabTo(u"Paste"_s));
    press(Qt::Key_Return);
    const auto *found = find<QTableView>(u"Tokens found"_s);
    QVERIFY(found);
    QTRY_COMPARE(found->model()->rowCount(), 3);
    look(u"week-leaked"_s);
    QVERIFY(goesAround());
    QVERIFY(tabTo(u"Tokens found"_s));
    press(Qt::Key_End, Qt::ControlModifier);
    look(u"week-leaked-last"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::activeWindow(), window());
    QTRY_VERIFY(tokens()->hasFocus());
}

void TestWeekTour::turnsThePagesOfSettings()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dialog(u"settingsDialog"_s));
    const auto *pages = find<QListView>(u"Settings pages"_s);
    QVERIFY(pages);
    for (int page = 0; page < pages->model()->rowCount(); ++page) {
        QVERIFY(tabTo(u"Settings pages"_s));
        QCOMPARE(pages->currentIndex().row(), page);
        look(u"week-settings-%1"_s.arg(page));
        QVERIFY(goesAround());
        press(Qt::Key_Down);
    }
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::activeWindow(), window());
    QTRY_VERIFY(tokens()->hasFocus());
}

void TestWeekTour::goesOfflineAndReturns()
{
    m_relay->cut();
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(window()->messageBar()->isVisible(), 20'000);
    look(u"week-offline"_s);
    QVERIFY(goesAround());
    QVERIFY(m_relay->resume());
    QVERIFY(tabTo(u"Try again"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!window()->messageBar()->isVisible(), 20'000);
    goToList();
}

void TestWeekTour::showsAllServers()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    connectTo(m_other.endpoint(), m_other.apiToken());
    const int ofOne = rowCount();
    press(Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(rowCount() > ofOne + 20, 20'000);
    goToList();
    press(Qt::Key_Down);
    look(u"week-all-servers"_s);
    QVERIFY(goesAround());
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(rowCount() <= ofOne + 20);
}

void TestWeekTour::removesTheServer()
{
    QVERIFY(tabTo(u"Servers"_s));
    press(Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(openMenu());
    QVERIFY(photograph(window(), pictureFile(u"keys-week-server-menu"_s)));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!openMenu());
    press(Qt::Key_F2);
    QVERIFY(dialog(u"connectToCentral"_s));
    look(u"week-edit-server"_s);
    QVERIFY(goesAround());
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::activeWindow(), window());
    QVERIFY(tabTo(u"Servers"_s));
    press(Qt::Key_Delete);
    QVERIFY(dialog(u"removeServer"_s));
    look(u"week-remove"_s);
    leaveBy(u"Cancel"_s);
    QVERIFY(tabTo(u"Servers"_s));
    press(Qt::Key_Delete);
    QVERIFY(dialog(u"removeServer"_s));
    leaveBy(u"Remove server"_s);
    look(u"week-removed"_s);
    QVERIFY(goesAround());
}

QTEST_MAIN(TestWeekTour)
#include "tst_weektour.moc"
