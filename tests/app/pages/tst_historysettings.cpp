// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/historysettings.h"
#include "app/pages/userpreferences.h"
#include "app/servers/session.h"
#include "models/history/historystore.h"
#include "tests/app/openwindow.h"
#include "ui/review/exportdialog.h"
#include "ui/settings/forgethistorydialog.h"

#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QListWidget>
#include <QPushButton>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The page "History" of Settings in the whole program.
class TestHistorySettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void historyIsCounted();
    void cancelIsTheDefaultOfTheQuestion();
    void historyIsForgottenAndSaidSo();
    void listThatWasAskedForBeforeForgettingIsNotRecorded();
    void historyThatIsStillThereIsNotCalledForgotten();
    void whatWillBeLostCanBeExportedBefore();
    void allHistoriesAreForgottenAfterAQuestion();
    void retentionIsKept();
    void editsOfTwoPagesAreBothKept();
    void historyOfARemovedServerIsOffered();
    void nothingIsOfferedWhileAnotherServerHasTheAddress();
    void lossesAreNamed();

private:
    [[nodiscard]] QDialog *openSettings();
    [[nodiscard]] ForgetHistoryDialog *askToForget();
    [[nodiscard]] QStringList files() const { return QDir(m_folder).entryList({u"*.sqlite*"_s}); }
    [[nodiscard]] qsizetype databases() const
    {
        return QDir(m_folder).entryList({u"*.sqlite"_s}).size();
    }
    [[nodiscard]] QString pageSays()
    {
        auto *bar = (*m_window)->findChild<MessageBar *>(u"historyMessage"_s);
        return bar && bar->isVisible() ? bar->message().spoken() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    ScriptedCentral m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestHistorySettings::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"history"_s);
    m_central.tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    m_window = std::make_unique<OpenWindow>(m_central.connection(),
                                            m_home->filePath(u"settings.ini"_s), m_folder);
    QTRY_COMPARE(m_window->rowCount(), 2);
    const Session *session = m_window->application().context()->session();
    QTRY_VERIFY(session->tokens().history() && session->tokens().history()->since != NoTime);
    QVERIFY(!files().isEmpty());
}

QDialog *TestHistorySettings::openSettings()
{
    (*m_window)->action(MainWindow::Action::Settings)->trigger();
    auto *settings = (*m_window)->findChild<QDialog *>(u"settingsDialog"_s);
    auto *pages = settings->findChild<QListWidget *>(u"settingsPages"_s);
    pages->setCurrentItem(pages->findItems(u"History"_s, Qt::MatchExactly).value(0));
    return settings;
}

ForgetHistoryDialog *TestHistorySettings::askToForget()
{
    QDialog *settings = openSettings();
    const auto button = [&] { return settings->findChild<QPushButton *>(u"forgetHistory0"_s); };
    if (!QTest::qWaitFor([&] { return button() != nullptr; }))
        return nullptr;
    gui::click(button());
    const auto question = [&] { return settings->findChild<ForgetHistoryDialog *>(); };
    (void)QTest::qWaitFor([&] { return question() != nullptr; });
    return question();
}

void TestHistorySettings::historyIsCounted()
{
    const QDialog *settings = openSettings();
    QTRY_VERIFY(settings->findChild<QPushButton *>(u"forgetHistory0"_s));
    QTRY_VERIFY(m_window->labels().contains("file(s)"_L1)
                || m_window->labels().contains("files"_L1));
    QVERIFY(!settings->findChild<QPushButton *>(u"forgetHistory1"_s));
    const auto *network = settings->findChild<QWidget *>(u"historyOnNetwork"_s);
    QVERIFY(network && !network->isVisible());
}

void TestHistorySettings::cancelIsTheDefaultOfTheQuestion()
{
    ForgetHistoryDialog *question = askToForget();
    QVERIFY(question);
    const auto *cancel = question->findChild<QPushButton *>(u"cancelForgetting"_s);
    QVERIFY(cancel->isDefault());
    question->activateWindow();
    QTRY_VERIFY(cancel->hasFocus());
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!(*m_window)->findChild<ForgetHistoryDialog *>());
    QVERIFY(!files().isEmpty());
    QCOMPARE(pageSays(), QString());
}

void TestHistorySettings::historyIsForgottenAndSaidSo()
{
    ForgetHistoryDialog *question = askToForget();
    QVERIFY(question);
    gui::click(question->findChild<QPushButton *>(u"confirmForgetting"_s));
    QTRY_VERIFY(pageSays().contains("is forgotten"_L1));
    QCOMPARE(files(), QStringList());
    QTRY_VERIFY(!(*m_window)->findChild<QPushButton *>(u"forgetHistory0"_s)
                || !(*m_window)->findChild<QPushButton *>(u"forgetHistory0"_s)->isVisible());
    QCOMPARE(m_window->rowCount(), 2); // the list is Central's
    // The next list begins it anew, and nothing counts as lost.
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(!files().isEmpty());
    QVERIFY(!m_window->said().contains("begins anew"_L1));
}

void TestHistorySettings::listThatWasAskedForBeforeForgettingIsNotRecorded()
{
    const Session *session = m_window->application().context()->session();
    m_central.instead = [this](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/apitokens")
            return std::nullopt;
        QJsonArray tokens;
        for (const Token &token : std::as_const(m_central.tokens))
            tokens.append(tokenJson(token));
        const QJsonObject list{{u"tokens"_s, tokens}};
        return Fault{.bytes = httpReply(200, QJsonDocument(list).toJson()), .delay = 2s};
    };
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QVERIFY(session->isReading());
    ForgetHistoryDialog *question = askToForget();
    QVERIFY(question);
    gui::click(question->findChild<QPushButton *>(u"confirmForgetting"_s));
    QTRY_VERIFY(pageSays().contains("is forgotten"_L1));
    QVERIFY(session->isReading());
    QTRY_VERIFY(!session->isReading());
    const auto isAllWritten = [this] {
        bool isDone = false;
        m_window->application().findChild<HistoryStore *>()->readKept(
            this, [&](const KeptHistories &) { isDone = true; });
        return QTest::qWaitFor([&] { return isDone; });
    };
    QVERIFY(isAllWritten());
    QCOMPARE(files(), QStringList());
    m_central.instead = {};
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(!files().isEmpty());
}

void TestHistorySettings::historyThatIsStillThereIsNotCalledForgotten()
{
    const QString aside =
        m_folder + u'/' + files().constFirst().section(u'.', 0, 0) + u".sqlite.damaged-1"_s;
    QVERIFY(QDir().mkpath(aside)); // no file: it cannot be removed as one
    ForgetHistoryDialog *question = askToForget();
    QVERIFY(question);
    gui::click(question->findChild<QPushButton *>(u"confirmForgetting"_s));
    QTRY_VERIFY(pageSays().contains("is still there"_L1));
    QVERIFY(!pageSays().contains("forgotten"_L1));
    QVERIFY(QDir().rmdir(aside));
    press(u"Try again"_s);
    QTRY_VERIFY(pageSays().contains("is forgotten"_L1));
}

void TestHistorySettings::whatWillBeLostCanBeExportedBefore()
{
    ForgetHistoryDialog *question = askToForget();
    QVERIFY(question);
    gui::click(question->findChild<QPushButton *>(u"exportFirst"_s));
    const auto exporting = [&] { return question->findChild<ExportDialog *>(); };
    QTRY_VERIFY(exporting());
    QVERIFY(exporting()->isVisible());
    const auto *button = exporting()->findChild<QPushButton *>(u"exportRows"_s);
    QVERIFY(button);
    QVERIFY2(button->text().contains(u'2'), qPrintable(button->text()));
    exporting()->reject();
    QVERIFY(!files().isEmpty());
}

void TestHistorySettings::allHistoriesAreForgottenAfterAQuestion()
{
    {
        HistoryStore store(m_folder); // of a server that was removed
        bool isMade = false;
        store.open(u"old.example:443"_s, u"old"_s, this,
                   [&](const OpenedHistory &) { isMade = true; });
        QTRY_VERIFY(isMade);
    }
    QCOMPARE(databases(), 2);
    QDialog *settings = openSettings();
    auto *button = settings->findChild<QPushButton *>(u"forgetAllHistories"_s);
    QTRY_VERIFY(button && button->isVisible());
    const auto question = [&] { return settings->findChild<ForgetHistoryDialog *>(); };
    gui::click(button);
    QTRY_VERIFY(question());
    const auto *names = question()->findChild<QLabel *>(u"whoseHistories"_s);
    QVERIFY2(names->text().contains("old"_L1), qPrintable(names->text()));
    const auto *cancel = question()->findChild<QPushButton *>(u"cancelForgetting"_s);
    QVERIFY(cancel->isDefault());
    question()->activateWindow();
    QTRY_VERIFY(cancel->hasFocus());
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QCOMPARE(databases(), 2);
    gui::click(button);
    QTRY_VERIFY(question());
    gui::click(question()->findChild<QPushButton *>(u"confirmForgetting"_s));
    QTRY_VERIFY2(pageSays().contains("All histories are forgotten"_L1), qPrintable(pageSays()));
    QCOMPARE(QDir(m_folder).entryList({u"*.sqlite*"_s}), QStringList());
    QTRY_VERIFY(!button->isVisible());
    QCOMPARE(m_window->rowCount(), 2); // the list is Central's
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(databases(), 1);
    QVERIFY(!m_window->said().contains("begins anew"_L1));
}

void TestHistorySettings::retentionIsKept()
{
    const QDialog *settings = openSettings();
    auto *box = settings->findChild<QComboBox *>(u"keepHistoryFor"_s);
    QCOMPARE(box->currentText(), u"2 years"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(box->currentText(), u"6 months"_s);
    const QSettings kept(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
    QTRY_COMPARE(Preferences::load(kept).historyMonths, 6);
}

void TestHistorySettings::editsOfTwoPagesAreBothKept()
{
    const QDialog *settings = openSettings();
    auto *box = settings->findChild<QComboBox *>(u"keepHistoryFor"_s);
    QTest::keyClick(box, Qt::Key_End);
    settings->findChild<QAbstractButton *>(u"days60Button"_s)->click();
    const QSettings kept(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
    QTRY_COMPARE(Preferences::load(kept).expiringDays, 60);
    QCOMPARE(Preferences::load(kept).historyMonths, 0);
}

void TestHistorySettings::historyOfARemovedServerIsOffered()
{
    auto *settings = m_window->application().findChild<HistorySettings *>();
    QVERIFY(settings);
    ServerProfile removed;
    removed.name = u"old"_s;
    removed.endpoint = *Endpoint::parse(u"old.example"_s);
    // As if this server had had a history.
    HistoryStore store(m_folder);
    bool isMade = false;
    store.open(removed.endpoint.display(), removed.name, this,
               [&](const OpenedHistory &) { isMade = true; });
    QTRY_VERIFY(isMade);
    settings->offerToForget(removed);
    QTRY_VERIFY2(m_window->said().contains("old was removed"_L1), qPrintable(m_window->said()));
    press(u"Forget history…"_s);
    QTRY_VERIFY((*m_window)->findChild<ForgetHistoryDialog *>());
    gui::click((*m_window)->findChild<QPushButton *>(u"confirmForgetting"_s));
    QTRY_VERIFY(m_window->said().contains("is forgotten"_L1));
    QVERIFY(!files().isEmpty()); // of the server that is there
}

void TestHistorySettings::nothingIsOfferedWhileAnotherServerHasTheAddress()
{
    auto *settings = m_window->application().findChild<HistorySettings *>();
    const ServerEntry entry = m_window->application().context()->directory->entries().constFirst();
    settings->offerToForget(entry.profile);
    bool isCounted = false;
    HistoryStore store(m_folder);
    store.readKept(this, [&](const KeptHistories &) { isCounted = true; });
    QTRY_VERIFY(isCounted);
    QVERIFY(!m_window->said().contains("was removed"_L1));
}

void TestHistorySettings::lossesAreNamed()
{
    KeptHistory kept;
    kept.tokens = 203;
    kept.revoked = 9;
    kept.annotated = 4;
    kept.since = 1'778'544'000'000; // 12 May 2026
    QStringList lines;
    for (const HistoryLoss &loss : lossesOf(kept))
        lines.append(loss.count + u' ' + loss.what);
    QCOMPARE(lines.value(0), u"203 tokens as this computer saw them since 12 May 2026"_s);
    QVERIFY(lines.value(1).startsWith("9 of them revoked"_L1));
    QVERIFY(lines.value(2).startsWith("4 "_L1));
    QVERIFY(!lines.join(u'\n').contains("open"_L1));
    kept.openRequests = 1;
    QCOMPARE(lossesOf(kept).size(), lines.size() + 1);
    kept.isReadable = false;
    QCOMPARE(lossesOf(kept).size(), 1);
}

QTEST_MAIN(TestHistorySettings)
#include "tst_historysettings.moc"
