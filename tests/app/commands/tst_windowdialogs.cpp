// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/window/actiontable.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTextBrowser>
#include <QToolButton>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

class OpenedLinks : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }

public:
    QList<QUrl> urls;
};

/// Settings, Help, Keys and About of the whole program.
class TestWindowDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup() { m_window.reset(); }

    void settingsHoldAtOnce();
    void settingsAreKept();
    void closeHasTheFocus();
    void helpOpensAtTheFocus();
    void f1WorksInADialog();
    void helpLinksLeadSomewhere();
    void keysCanBeSearched();
    void aboutCopiesAReport();
    void aboutLinksAreOpenedByKeys();
    void secondCallBringsTheSameDialog();

private:
    template <class T = QDialog>
    T *openDialog(Action action, const QString &name)
    {
        (*m_window)->action(action)->trigger();
        return (*m_window)->findChild<T *>(name);
    }
    static void activate(QWidget *window)
    {
        window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), window);
    }
    static bool tabTo(const QString &objectName)
    {
        for (int i = 0; i < 10 && QApplication::focusWidget()->objectName() != objectName; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        return QApplication::focusWidget()->objectName() == objectName;
    }
    QTemporaryDir m_home;
    ScriptedCentral m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestWindowDialogs::init()
{
    Token soon = tokenNamed(u"soon"_s);
    soon.expiresAt = QDateTime::currentMSecsSinceEpoch() + 40 * DayMs;
    m_central.tokens = {tokenNamed(u"one"_s), soon};
    m_window =
        std::make_unique<OpenWindow>(m_central.connection(), m_home.filePath(u"settings.ini"_s));
    QTRY_COMPARE(m_window->rowCount(), 2);
}

void TestWindowDialogs::settingsHoldAtOnce()
{
    auto *settings = openDialog(Action::Settings, u"settingsDialog"_s);
    QVERIFY(settings && settings->isVisible());
    const auto *expiring = gui::part<QToolButton>(m_window->application().window(), u"Expiring"_s);
    QVERIFY(expiring);
    QCOMPARE(expiring->accessibleDescription(), u"0"_s);
    gui::click(settings->findChild<QToolButton *>(u"days60Button"_s));
    QTRY_COMPARE(expiring->accessibleDescription(), u"1"_s);
    gui::click(settings->findChild<QToolButton *>(u"darkColorsButton"_s));
    QTRY_VERIFY(isDark(QApplication::palette()));
    gui::click(settings->findChild<QToolButton *>(u"lightColorsButton"_s));
    QTRY_VERIFY(!isDark(QApplication::palette()));
}

void TestWindowDialogs::settingsAreKept()
{
    auto *settings = openDialog(Action::Settings, u"settingsDialog"_s);
    settings->findChild<QSpinBox *>(u"clipboardSeconds"_s)->setValue(45);
    gui::click(settings->findChild<QToolButton *>(u"days60Button"_s));
    m_window.reset();
    m_window =
        std::make_unique<OpenWindow>(m_central.connection(), m_home.filePath(u"settings.ini"_s));
    QTRY_COMPARE(m_window->rowCount(), 2);
    settings = openDialog(Action::Settings, u"settingsDialog"_s);
    QCOMPARE(settings->findChild<QSpinBox *>(u"clipboardSeconds"_s)->value(), 45);
    QVERIFY(settings->findChild<QToolButton *>(u"days60Button"_s)->isChecked());
    QCOMPARE(gui::part<QToolButton>(m_window->application().window(), u"Expiring"_s)
                 ->accessibleDescription(),
             u"1"_s);
}

void TestWindowDialogs::closeHasTheFocus()
{
    auto *settings = openDialog(Action::Settings, u"settingsDialog"_s);
    activate(settings);
    QVERIFY(settings->findChild<QPushButton *>(u"closeSettings"_s)->hasFocus());
    QTest::keyClick(settings, Qt::Key_Escape);
    QTRY_VERIFY(!(*m_window)->findChild<QDialog *>(u"settingsDialog"_s));
}

void TestWindowDialogs::helpOpensAtTheFocus()
{
    (*m_window)->findChild<QWidget *>(u"generateTokenButton"_s)->setFocus();
    auto *help = openDialog(Action::Help, u"helpDialog"_s);
    QVERIFY(help);
    auto *topics = help->findChild<QListWidget *>(u"helpTopics"_s);
    QCOMPARE(topics->currentItem()->text(), u"Generate"_s);
    help->close();
    QTRY_VERIFY(!(*m_window)->findChild<QDialog *>(u"helpDialog"_s));
    activate(m_window->application().window());
    m_window->tokens()->setFocus();
    help = openDialog(Action::Help, u"helpDialog"_s);
    QCOMPARE(help->findChild<QListWidget *>(u"helpTopics"_s)->currentItem()->text(),
             u"Find tokens"_s);
}

void TestWindowDialogs::f1WorksInADialog()
{
    (*m_window)->action(Action::AddServer)->trigger();
    auto *connecting = (*m_window)->findChild<QDialog *>(u"connectToCentral"_s);
    QVERIFY(connecting);
    activate(connecting);
    QTest::keyClick(connecting->focusWidget(), Qt::Key_F1);
    auto *help = connecting->findChild<QDialog *>(u"helpDialog"_s); // which the dialog lets through
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->findChild<QListWidget *>(u"helpTopics"_s)->currentItem()->text(), u"Sign in"_s);
}

void TestWindowDialogs::helpLinksLeadSomewhere()
{
    auto *help = openDialog(Action::Help, u"helpDialog"_s);
    auto *topics = help->findChild<QListWidget *>(u"helpTopics"_s);
    auto *text = help->findChild<QTextBrowser *>(u"helpText"_s);
    static const QRegularExpression links(u"href=\"([^\"]*)\""_s);
    int followed = 0;
    for (int row = 0; row < topics->count(); ++row) {
        topics->setCurrentRow(row);
        QVERIFY(text->toPlainText().size() > 100);
        for (const auto &link : links.globalMatch(text->toHtml())) {
            Q_EMIT text->anchorClicked(QUrl(link.captured(1)));
            QVERIFY2(topics->currentRow() != row, qPrintable(link.captured(1)));
            if (link.captured(1) != "first"_L1)
                QVERIFY2(topics->currentRow() > 0, qPrintable(link.captured(1)));
            topics->setCurrentRow(row);
            ++followed;
        }
    }
    QVERIFY(followed >= 3);
}

void TestWindowDialogs::keysCanBeSearched()
{
    auto *keys = openDialog(Action::Keys, u"keysDialog"_s);
    const auto shown = [keys] {
        QStringList deeds;
        for (const auto *label : keys->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->accessibleName().isEmpty())
                deeds.append(label->accessibleName());
        }
        return deeds;
    };
    qsizetype lines = 0;
    for (const KeyGroup &group : keyGroups())
        lines += group.lines.size();
    QCOMPARE(shown().size(), lines);
    gui::type(keys->findChild<QLineEdit *>(u"searchKeys"_s), u"refresh"_s);
    QTRY_COMPARE(shown(), QStringList{u"Refresh: F5, Ctrl+R"_s});
}

void TestWindowDialogs::aboutCopiesAReport()
{
    auto *about = openDialog(Action::About, u"aboutDialog"_s);
    gui::click(about->findChild<QPushButton *>(u"copyReport"_s));
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(QLatin1String(qVersion())));
    QVERIFY(!report.contains(u"127.0.0.1"_s)); // nothing about servers
}

void TestWindowDialogs::aboutLinksAreOpenedByKeys()
{
    auto *about = openDialog(Action::About, u"aboutDialog"_s);
    activate(about);
    QVERIFY(tabTo(u"licenceLink"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *licence = about->findChild<QDialog *>(u"licenceDialog"_s);
    QVERIFY(licence);
    activate(licence);
    const auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    QVERIFY(text);
    QVERIFY(text->toPlainText().contains("Apache License"_L1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!about->findChild<QDialog *>());
    activate(about);
    QVERIFY(tabTo(u"projectPage"_s));
    OpenedLinks links;
    QDesktopServices::setUrlHandler(u"https"_s, &links, "open");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(links.urls, QList<QUrl>{QUrl(u"https://roxtokens.github.io"_s)});
}

void TestWindowDialogs::secondCallBringsTheSameDialog()
{
    auto *first = openDialog(Action::Keys, u"keysDialog"_s);
    (*m_window)->action(Action::Keys)->trigger();
    QCOMPARE((*m_window)->findChildren<QDialog *>(u"keysDialog"_s).size(), 1);
    QCOMPARE((*m_window)->findChild<QDialog *>(u"keysDialog"_s), first);
}

QTEST_MAIN(TestWindowDialogs)
#include "tst_windowdialogs.moc"
