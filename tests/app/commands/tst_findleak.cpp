// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "tests/models/samplejwt.h"
#include "tests/support/caught.h"
#include "tests/support/democentral.h"
#include "ui/review/leakdialog.h"
#include "ui/window/actiontable.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryFile>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Remark = LeakedToken::Remark;

namespace {

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged.append(message);
}

/// A token that a Central has made, with its value.
struct Made
{
    Token token;
    QByteArray value;
};

} // namespace

/// "Find a leaked token" in the whole program, on a demo Central.
class TestFindLeak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leakedTokensAreRevoked();
    void noConnectionIsNeeded();
    void tokenInSearchCanBeFound();
    void cancelledQuestionLeavesTheTokens();
    void checkedTokenIsCheckedAgainAfterItsRevoke();
    void whatItMadeCanBeRevokedToo();
    void deletedTokenIsFoundInTheHistoryOfAClosedServer();
    void largeTextLeavesTheWindowUsable_data();
    void largeTextLeavesTheWindowUsable();

private:
    [[nodiscard]] Made made(const QString &name) const
    {
        return made(m_central->adminConnection(), name, u"Analyst"_s);
    }
    [[nodiscard]] static Made made(Connection by, const QString &name, const QString &role);
    static LeakDialog *openDialog(const OpenWindow &window);
    static void pasteInto(LeakDialog *dialog, const QByteArray &text);
    static const LeakedToken *rowOf(const LeakDialog *dialog, const QString &id);
    [[nodiscard]] QStringList placesOf(const QByteArray &value) const;

    std::unique_ptr<rox::test::DemoCentral> m_central;
};

void TestFindLeak::initTestCase()
{
    m_central = std::make_unique<rox::test::DemoCentral>();
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

Made TestFindLeak::made(Connection by, const QString &name, const QString &role)
{
    CentralClient client(std::move(by));
    CaughtGenerate caught;
    client.generate({name, {role}, NoTime}, &client, caught.handler());
    if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 10'000)
        || caught.outcome->fate != GenerateOutcome::Outcome::Made)
        qFatal("the demo Central makes no token");
    return {caught.outcome->token, caught.outcome->value.view().toByteArray()};
}

LeakDialog *TestFindLeak::openDialog(const OpenWindow &window)
{
    window->activateWindow();
    QTest::keySequence(window.application().window(), QKeySequence(u"Ctrl+L"_s));
    auto *dialog = window->findChild<LeakDialog *>();
    if (!dialog || !QTest::qWaitFor([&] { return dialog->isVisible(); }))
        qFatal("no dialog");
    dialog->activateWindow(); // the offscreen platform does not
    return dialog;
}

void TestFindLeak::pasteInto(LeakDialog *dialog, const QByteArray &text)
{
    QTRY_COMPARE(QApplication::activeWindow(), dialog); // a key needs it
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    QTest::keySequence(dialog, QKeySequence::Paste);
}

const LeakedToken *TestFindLeak::rowOf(const LeakDialog *dialog, const QString &id)
{
    for (const LeakedToken &one : dialog->tokens()) {
        if (one.token.id == id)
            return &one;
    }
    return nullptr;
}

/// Widgets, clipboard and log entries that have the middle of the value's signature.
QStringList TestFindLeak::placesOf(const QByteArray &value) const
{
    const QString mark = QString::fromLatin1(value.mid(value.lastIndexOf('.') + 1, 40));
    QStringList found;
    const auto widgets = QApplication::topLevelWidgets();
    for (const QWidget *widget : widgets) {
        if (QString(widget->windowTitle() + everythingSaid(widget)).contains(mark))
            found.append(widget->objectName());
    }
    if (QApplication::clipboard()->text().contains(mark))
        found.append(u"the clipboard"_s);
    if (logged.join(u'\n').contains(mark))
        found.append(u"the log"_s);
    return found;
}

void TestFindLeak::leakedTokensAreRevoked()
{
    const QTemporaryDir home;
    const Made one = made(u"leaked-one"_s);
    const Made other = made(u"leaked-other"_s);
    const QString foreignId = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    {
        const OpenWindow window(m_central->adminConnection(), home.filePath(u"settings.ini"_s));
        QTRY_VERIFY(window.rowCount() > 0);
        LeakDialog *dialog = openDialog(window);
        pasteInto(dialog, "ROX_API_TOKEN=" + one.value
                              + "\ndata:\n  token: " + other.value.toBase64() + "\nforeign "
                              + sampleJwt(foreignId, u"ops-bot"_s) + "\nsession " + sampleSession()
                              + "\n");
        QTRY_COMPARE(dialog->tokens().size(), 4);
        QApplication::clipboard()->clear(); // the text came from there
        QVERIFY(rowOf(dialog, one.token.id)->canBeRevoked());
        QVERIFY(rowOf(dialog, other.token.id)->canBeRevoked());
        QCOMPARE(rowOf(dialog, other.token.id)->form, FoundToken::Form::Encoded);
        QCOMPARE(rowOf(dialog, one.token.id)->token.name, u"leaked-one"_s);
        QCOMPARE(rowOf(dialog, foreignId)->remark, Remark::OwnText);
        QCOMPARE(dialog->tokens().last().remark, Remark::EndsByItself);
        for (const Made *each : {&one, &other})
            QCOMPARE(placesOf(each->value), QStringList());

        press(u"Revoke"_s); // in the dialog, then in the question
        QTRY_VERIFY(find<QWidget>(u"Tokens to revoke"_s, 100));
        press(u"Revoke"_s);
        QTRY_VERIFY(find<QPushButton>(u"Copy report"_s, 100));
        press(u"Close"_s);
        QTRY_COMPARE(rowOf(dialog, one.token.id)->remark, Remark::Revoked);
        QTRY_COMPARE(rowOf(dialog, other.token.id)->remark, Remark::Revoked);
        QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
        QVERIFY(!find<QPushButton>(u"Revoke"_s)->isEnabled());
        for (const Made *each : {&one, &other})
            QCOMPARE(placesOf(each->value), QStringList());
        press(u"Close"_s);
        QTRY_VERIFY(!window->findChild<LeakDialog *>());
        QVERIFY2(window.said().startsWith("2 tokens revoked."_L1), qPrintable(window.said()));
    }
    qInstallMessageHandler(before);
    QFile settings(home.filePath(u"settings.ini"_s));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray kept = settings.readAll();
    QVERIFY(!kept.isEmpty());
    for (const Made *each : {&one, &other})
        QVERIFY(!kept.contains(each->value.right(60)));
}

void TestFindLeak::noConnectionIsNeeded()
{
    const QTemporaryDir home;
    Application program(
        {std::make_unique<QSettings>(home.filePath(u"settings.ini"_s), QSettings::IniFormat),
         std::make_unique<ProfileStore>(home.filePath(u"servers.ini"_s)),
         std::make_unique<MemoryStore>(),
         {},
         {}});
    program.start({});
    QVERIFY(QTest::qWaitForWindowActive(program.window()));
    QVERIFY(program.window()->action(MainWindow::Action::FindLeak)->isEnabled());
    QTest::keySequence(program.window(), QKeySequence(u"Ctrl+L"_s));
    auto *dialog = program.window()->findChild<LeakDialog *>();
    QVERIFY(dialog);
    dialog->activateWindow();
    pasteInto(dialog, sampleJwt(u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s, u"ops-bot"_s));
    QTRY_COMPARE(dialog->tokens().size(), 1);
    QCOMPARE(dialog->tokens().first().remark, Remark::OwnText);
    QVERIFY2(said(dialog, u"leakStatus"_s).contains("Compared with no server"_L1),
             qPrintable(said(dialog, u"leakStatus"_s)));
}

void TestFindLeak::tokenInSearchCanBeFound()
{
    const Made one = made(u"searched-for"_s);
    const OpenWindow window(m_central->adminConnection());
    QTRY_VERIFY(window.rowCount() > 0);
    auto *search = find<QLineEdit>(u"Search tokens"_s);
    search->setFocus();
    QApplication::clipboard()->setText(QString::fromLatin1(one.value));
    QTest::keySequence(search, QKeySequence::Paste);
    QTRY_VERIFY2(window.said().startsWith("This is a token."_L1), qPrintable(window.said()));
    QVERIFY(search->text().isEmpty());
    press(u"Find it…"_s);
    auto *dialog = window->findChild<LeakDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->tokens().size(), 1);
    QCOMPARE(dialog->tokens().first().token.id, one.token.id);
    QVERIFY(dialog->tokens().first().canBeRevoked());
    QVERIFY2(!window.said().contains("This is a token"_L1), qPrintable(window.said()));
}

void TestFindLeak::cancelledQuestionLeavesTheTokens()
{
    const Made one = made(u"kept"_s);
    const OpenWindow window(m_central->adminConnection());
    QTRY_VERIFY(window.rowCount() > 0);
    LeakDialog *dialog = openDialog(window);
    pasteInto(dialog, one.value);
    QTRY_COMPARE(dialog->tokens().size(), 1);
    press(u"Revoke"_s);
    QTRY_VERIFY(find<QWidget>(u"Tokens to revoke"_s, 100));
    QTRY_VERIFY(find<QPushButton>(u"Cancel"_s)->hasFocus());
    press(u"Cancel"_s);
    QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
    QVERIFY(dialog->tokens().first().canBeRevoked());
    QVERIFY(find<QPushButton>(u"Revoke"_s)->isEnabled());
}

void TestFindLeak::checkedTokenIsCheckedAgainAfterItsRevoke()
{
    const Made one = made(u"checked"_s);
    const OpenWindow window(m_central->adminConnection());
    QTRY_VERIFY(window.rowCount() > 0);
    LeakDialog *dialog = openDialog(window);
    pasteInto(dialog, one.value);
    QTRY_COMPARE(dialog->tokens().size(), 1);
    QVERIFY(said(dialog, u"sent"_s).startsWith("Nothing was sent"_L1));
    press(u"Check at Central"_s);
    press(u"Send and check"_s);
    auto *counts = find<QPushButton>(u"Check again"_s);
    QVERIFY(counts);
    QWidget *result = counts->window();
    QTRY_COMPARE(said(result, u"checkCounts"_s), u"1 still works"_s);
    QVERIFY(!said(dialog, u"sent"_s).startsWith("Nothing was sent"_L1));
    press(u"Revoke…"_s);
    QTRY_VERIFY(find<QWidget>(u"Tokens to revoke"_s, 100));
    press(u"Revoke"_s);
    QTRY_COMPARE(said(result, u"checkCounts"_s), u"1 refused"_s);
    QVERIFY2(everythingSaid(result).contains("checked: refused, and listed as revoked"_L1),
             qPrintable(everythingSaid(result)));
    QCOMPARE(placesOf(one.value), QStringList{u"the clipboard"_s}); // pasted from there
    press(u"Close"_s);
    QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
}

void TestFindLeak::whatItMadeCanBeRevokedToo()
{
    const Made leaked = made(m_central->adminConnection(), u"leaked-maker"_s, u"Admin"_s);
    const Made child = made(m_central->connection(leaked.value), u"child"_s, u"Admin"_s);
    const Made grandchild = made(m_central->connection(child.value), u"grandchild"_s, u"Analyst"_s);
    const OpenWindow window(m_central->adminConnection());
    QTRY_VERIFY(window.rowCount() > 0);
    LeakDialog *dialog = openDialog(window);
    pasteInto(dialog, leaked.value);
    QTRY_COMPARE(dialog->tokens().size(), 3);
    QCOMPARE(dialog->tokens().at(1).token.name, u"child"_s);
    QCOMPARE(dialog->tokens().at(2).makerName, u"child"_s);
    QVERIFY(dialog->tokens().at(2).canBeRevoked());
    QCOMPARE(withoutMnemonic(find<QPushButton>(u"Revoke"_s)->text()), u"Revoke 1 token…"_s);
    auto *table = find<QTableView>(u"Tokens found"_s);
    table->setFocus();
    QTest::keySequence(table, QKeySequence::SelectAll);
    QCOMPARE(withoutMnemonic(find<QPushButton>(u"Revoke"_s)->text()), u"Revoke 3 tokens…"_s);
    press(u"Revoke"_s); // in the dialog, then in the question
    auto *word = find<QLineEdit>(u"Confirmation"_s);
    QVERIFY(word);
    type(word, u"revoke"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY(find<QPushButton>(u"Copy report"_s, 100));
    press(u"Close"_s);
    for (const Made *one : {&leaked, &child, &grandchild})
        QTRY_COMPARE(rowOf(dialog, one->token.id)->remark, Remark::Revoked);
    CentralClient admin(m_central->adminConnection());
    Caught<Token> left;
    admin.token(grandchild.token.id, this, left.handler());
    QTRY_VERIFY(left.succeeded());
    QVERIFY((*left.result)->revoked);
    QApplication::clipboard()->clear();
}

void TestFindLeak::deletedTokenIsFoundInTheHistoryOfAClosedServer()
{
    const QTemporaryDir home;
    ScriptedCentral central;
    Token token = tokenNamed(u"was-there"_s);
    token.id = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;
    central.tokens = {token, tokenNamed(u"other"_s)};
    {
        const OpenWindow window(central.connection(), {}, home.path());
        QTRY_COMPARE(window.rowCount(), 2);
        central.tokens.removeFirst();
        QTRY_VERIFY(window->action(MainWindow::Action::Refresh)->isEnabled());
        window->action(MainWindow::Action::Refresh)->trigger();
        const TokenListModel *model = window.application().context()->model;
        QTRY_VERIFY(model->rowOf(token.id) < 0 || model->isRevoked(model->rowOf(token.id)));
    }
    const OpenWindow window(m_central->adminConnection(), {}, home.path());
    QTRY_VERIFY(window.rowCount() > 0);
    LeakDialog *dialog = openDialog(window);
    pasteInto(dialog, sampleJwt(token.id, u"its-own-text"_s));
    QTRY_COMPARE(dialog->tokens().size(), 1);
    QTRY_COMPARE(dialog->tokens().first().token.name, u"was-there"_s);
    QCOMPARE(dialog->tokens().first().remark, Remark::Gone);
    QVERIFY(dialog->tokens().first().server.key.isEmpty()); // no server of that address is set up
    QApplication::clipboard()->clear();
}

void TestFindLeak::largeTextLeavesTheWindowUsable_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("pasted") << false;
    QTest::newRow("file") << true;
}

/// 64 MB with 1,000 tokens. While they are looked through, a timer of 5 ms says how long the window
/// handled no event.
void TestFindLeak::largeTextLeavesTheWindowUsable()
{
    QFETCH(bool, isFile);
    constexpr int Tokens = 1'000;
    constexpr qsizetype Size = 64 * 1024 * 1024;
    QByteArray text;
    text.reserve(Size);
    for (int made = 0; made < Tokens; ++made) {
        text += "ROX_API_TOKEN="
                + sampleJwt(u"%1-7be4-4f0a-9c1e-5d208f43e6c1"_s.arg(made, 8, 16, QLatin1Char('0')),
                            u"ops"_s)
                + '\n';
        while (text.size() < (made + 1) * (Size / Tokens) - 128)
            text += "2026-08-25T08:42:00Z INFO collector: sensor connected, 12 deployments\n";
    }
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(text) == text.size() && file.flush());
    const OpenWindow window(m_central->adminConnection());
    QTRY_VERIFY(window.rowCount() > 0);
    LeakDialog *dialog = openDialog(window);
    QElapsedTimer since;
    qint64 last = 0;
    qint64 longest = 0;
    const auto beat = [&] {
        longest = std::max(longest, since.elapsed() - std::exchange(last, since.elapsed()));
    };
    QTimer pulse;
    connect(&pulse, &QTimer::timeout, this, beat);
    Secret pasted(text);
    pulse.start(5);
    since.start();
    if (isFile)
        dialog->scanFile(file.fileName());
    else
        dialog->scanText(std::move(pasted));
    QVERIFY(QTest::qWaitFor([&] { return dialog->tokens().size() == Tokens; }, 60'000));
    const qint64 found = since.elapsed();
    QVERIFY(find<QTableView>(u"Tokens found"_s)->model()->rowCount() >= Tokens);
    beat();
    qInfo("64 MB with 1,000 tokens, %s: found after %lld ms, the longest pause was %lld ms",
          QTest::currentDataTag(), found, longest);
    QVERIFY2(longest < 1'000, qPrintable(QString::number(longest)));
    QVERIFY(rowOf(dialog, dialog->tokens().last().token.id));
}

QTEST_MAIN(TestFindLeak)
#include "tst_findleak.moc"
