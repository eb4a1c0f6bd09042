// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/app/connectingtest.h"
#include "tests/support/gui/driver.h"
#include "tests/support/pseudo/pseudolocale.h"
#include "tests/ui/connectionsamples.h"
#include "ui/connect/changedcertificatedialog.h"
#include "ui/servers/serverlist.h"
#include "ui/style/calmstyle.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The whole program in a language whose texts are accented and longer: no text is left in English,
/// none is cut off, and nothing overlaps, from left to right and from right to left. Parts are
/// found by object name, since accessible names are translated.
class TestPseudoLocale : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreFound();
    void firstWindow_data() { directions(); }
    void firstWindow();
    void connecting_data() { directions(); }
    void connecting();
    void tokens_data() { directions(); }
    void tokens();
    void generating_data() { directions(); }
    void generating();
    void revoking_data() { directions(); }
    void revoking();
    void exporting_data() { directions(); }
    void exporting();
    void offline_data() { directions(); }
    void offline();
    void servers_data() { directions(); }
    void servers();
    void certificateChanged_data() { directions(); }
    void certificateChanged();

private:
    static void directions();
    void begin();
    void beSignedIn();
    void look(const QWidget *window, const char *scene);
    void judge() const;
    [[nodiscard]] ServerTexts serverTexts() const;
    [[nodiscard]] QDialog *dialog(const QString &objectName) const;
    void press(const QWidget *window, const QString &objectName);
    [[nodiscard]] bool showsPage() const; ///< with a button, in place of the list
    void trigger(const QString &objectName);
    [[nodiscard]] QStringList activeIds() const;
    void fillConnect(QDialog *dialog);

    std::unique_ptr<PseudoLocale> m_locale;
    QStringList m_findings;
    TokenTablePtr m_table; ///< the list as it was read first
};

void TestPseudoLocale::directions()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestPseudoLocale::begin()
{
    QFETCH(Qt::LayoutDirection, direction);
    m_program.reset();
    m_findings.clear();
    m_table.reset();
    m_locale.reset();
    m_locale = std::make_unique<PseudoLocale>(direction);
    QVERIFY(m_locale->isLoaded());
    static const bool looks = (installStyle(u"light"_s), true);
    Q_UNUSED(looks)
    m_environment.insert(u"ROX_CONFIG_DIR"_s, m_home->path());
}

/// What Central, the test and the system name. Nothing else may be in Latin letters.
ServerTexts TestPseudoLocale::serverTexts() const
{
    ServerTexts data;
    data.phrases = {
        u"StackRox Certificate Authority"_s,
        u"CENTRAL_SERVICE: Central"_s,
        u"central.stackrox.svc"_s,
        u"central-eu.acme.example"_s,
        u"central.stackrox"_s,
        u"acme-proxy-ca"_s,
        u"rox-tokens-demo"_s,
        u"Rox Tokens"_s,
        u"localhost"_s,
        u"central.example.com"_s,
        u"prod-eu"_s,
        u"kubectl -n stackrox get secret central-tls -o jsonpath='{.data.cert\\.pem}'"_s,
        u"base64 -d | openssl x509 -noout -fingerprint -sha256"_s,
        u"ConnectionRefused"_s,
        u"Connection refused"_s,
        m_home->path()};
    data.addWords(u"kubectl oc"_s); // programs
    data.addWords(u"lab la admin Integration Access WorkflowAdministration Image Detection"_s);
    if (m_table) {
        for (TokenTable::Row row = 0; row < m_table->size(); ++row) {
            const Token token = m_table->token(row);
            data.addWords(token.name + u' ' + token.id + u' ' + token.roles.join(u' '));
        }
    }
    data.addWords(qEnvironmentVariable("USER"));
    const auto all = QApplication::allWidgets();
    for (const QWidget *widget : all) {
        if (widget->objectName() == "exportPreview"_L1) // lines of a file
            data.addWords(qobject_cast<const QLabel *>(widget)->text());
        const auto *roles = qobject_cast<const QListView *>(widget);
        if (!roles || roles->objectName() != "roles"_L1)
            continue;
        for (int row = 0; row < roles->model()->rowCount(); ++row)
            for (const int text : {Qt::DisplayRole, Qt::AccessibleDescriptionRole})
                data.addWords(roles->model()->index(row, 0).data(text).toString());
    }
    return data;
}

void TestPseudoLocale::look(const QWidget *window, const char *scene)
{
    QVERIFY2(window, scene);
    QTRY_VERIFY(window->isVisible());
    for (int round = 0; round < 5; ++round) // what follows a selection is laid out in a later turn
        QCoreApplication::processEvents();
    QFETCH(Qt::LayoutDirection, direction);
    const QString where = QLatin1String(scene) + u": "_s;
    if (const QString cut = gui::cutOff(window); !cut.isEmpty())
        m_findings << where + u"outside: "_s + cut;
    for (const QString &one : collisions(window))
        m_findings << where + one;
    if (direction == Qt::LeftToRight) { // the same texts otherwise
        for (const QString &one : untranslated(window, serverTexts()))
            m_findings << where + u"not translated: "_s + one;
    }
}

void TestPseudoLocale::judge() const
{
    for (const QString &finding : m_findings)
        qInfo("%s", qUtf8Printable(finding));
    QCOMPARE(m_findings.size(), 0);
}

QDialog *TestPseudoLocale::dialog(const QString &objectName) const
{
    QDialog *found = nullptr;
    (void)QTest::qWaitFor(
        [&] {
            const auto all = QApplication::topLevelWidgets();
            for (QWidget *widget : all) {
                if (widget->objectName() == objectName && widget->isVisible())
                    found = qobject_cast<QDialog *>(widget);
            }
            return found != nullptr;
        },
        10'000);
    return found;
}

void TestPseudoLocale::press(const QWidget *window, const QString &objectName)
{
    QVERIFY(window);
    auto *button = window->findChild<QAbstractButton *>(objectName);
    QVERIFY2(button, qPrintable(objectName));
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    gui::click(button);
}

void TestPseudoLocale::trigger(const QString &objectName)
{
    auto *action = window()->findChild<QAction *>(objectName);
    QVERIFY2(action, qPrintable(objectName));
    QTRY_VERIFY(action->isEnabled());
    action->trigger();
}

QStringList TestPseudoLocale::activeIds() const
{
    QStringList ids;
    for (TokenTable::Row row = 0; row < m_table->size(); ++row) {
        const Token token = m_table->token(row);
        if (!token.revoked && token.expiresAt > SystemClock().now() + 10 * DayMs)
            ids.append(token.id);
    }
    return ids;
}

bool TestPseudoLocale::showsPage() const
{
    const auto buttons = window()->findChildren<QPushButton *>(u"emptyPagePrimary"_s);
    return std::any_of(buttons.cbegin(), buttons.cend(),
                       [](const QPushButton *button) { return button->isVisible(); });
}

void TestPseudoLocale::fillConnect(QDialog *dialog)
{
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"serverName"_s)->setText(u"lab"_s);
    auto *endpoint = dialog->findChild<QLineEdit *>(u"endpoint"_s);
    endpoint->setText(m_central->endpoint());
    Q_EMIT endpoint->editingFinished();
    dialog->findChild<QLineEdit *>(u"apiToken"_s)->insert(QString::fromUtf8(m_central->apiToken()));
}

void TestPseudoLocale::beSignedIn()
{
    begin();
    startProgram();
    trigger(u"addServer"_s);
    auto *connect = dialog(u"connectToCentral"_s);
    fillConnect(connect);
    press(connect, u"connect"_s);
    press(dialog(u"unknownCertificate"_s), u"trustThisCertificate"_s);
    auto *button = connect->findChild<QPushButton *>(u"connect"_s);
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    gui::click(button);
    auto *model =
        qobject_cast<TokenListModel *>(window()->findChild<QTableView *>(u"tokens"_s)->model());
    QTRY_VERIFY(model->rowCount() > 50);
    m_table = model->table();
}

/// An English text, one that is cut off and one that is painted over another.
void TestPseudoLocale::faultsAreFound()
{
    QWidget window;
    window.resize(400, 100);
    const auto add = [&window](const QString &text, const QRect &place) {
        auto *label = new QLabel(text, &window);
        label->setGeometry(place);
        label->show();
    };
    add(u"[Ŕèɱóṽè lab 12 Decō]"_s, {0, 0, 200, 20});
    window.show();
    ServerTexts data;
    data.addWords(u"lab"_s);
    QCOMPARE(untranslated(&window, data), QStringList());
    QCOMPARE(collisions(&window), QStringList());
    add(u"Remove"_s, {0, 40, 100, 20});
    add(u"[šàṽèō]"_s, {250, 40, 20, 20});
    add(u"[óṽèŕō]"_s, {0, 43, 100, 20});
    QVERIFY(untranslated(&window, data).contains(u"QLabel shows: Remove"_s));
    QCOMPARE(collisions(&window),
             QStringList({u"QLabel cuts off: [šàṽèō]"_s, u"QLabel overlaps: Remove | [óṽèŕō]"_s}));
}

void TestPseudoLocale::firstWindow()
{
    begin();
    QFile file(m_home->filePath(u"roxctl-config.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("centrals:\n  " + m_central->endpoint().toUtf8() + ":\n    access:\n"
               + "      accessToken: " + m_central->apiToken()
               + "\n      issuedAt: 2026-08-22T10:15:30Z\n");
    file.close();
    startProgram();
    look(window(), "first run");
    trigger(u"importServers"_s);
    auto *imports = dialog(u"importConnections"_s);
    look(imports, "import");
    press(imports, u"cancel"_s);
    judge();
}

void TestPseudoLocale::connecting()
{
    begin();
    startProgram();
    trigger(u"addServer"_s);
    auto *connect = dialog(u"connectToCentral"_s);
    QVERIFY(connect);
    const auto methods =
        connect->findChild<QWidget *>(u"signInWith"_s)->findChildren<QToolButton *>();
    for (QToolButton *method : methods) {
        method->click();
        look(connect, "empty form");
    }
    methods.first()->click();
    press(connect, u"connect"_s);
    look(connect, "incomplete form");
    fillConnect(connect);
    look(connect, "filled form");
    press(connect, u"connect"_s);
    auto *certificate = dialog(u"unknownCertificate"_s);
    look(certificate, "unknown certificate");
    press(certificate, u"trustThisCertificate"_s);
    QTRY_VERIFY(connect->findChild<QWidget *>(u"connected"_s)->isVisible());
    look(connect, "connected");
    judge();
}

void TestPseudoLocale::tokens()
{
    beSignedIn();
    auto *view = window()->findChild<QTableView *>(u"tokens"_s);
    look(window(), "list");
    for (const int row : {0, 1, 5, 20}) {
        gui::clickRow(view, row, 1);
        look(window(), "details");
    }
    Q_EMIT view->customContextMenuRequested({300, 100});
    auto *menu = window()->findChild<QMenu *>(u"rowMenu"_s);
    look(menu, "menu of a row");
    menu->close();
    gui::clickRow(view, 2, 1, Qt::ControlModifier);
    gui::clickRow(view, 3, 1, Qt::ControlModifier);
    look(window(), "details of several");
    auto *search = window()->findChild<QLineEdit *>(u"searchTokens"_s);
    search->setText(u"77777"_s);
    QTRY_COMPARE(view->model()->rowCount(), 0);
    look(window(), "nothing matches");
    window()->resize(760, 520);
    look(window(), "small window");
    judge();
}

void TestPseudoLocale::generating()
{
    beSignedIn();
    trigger(u"generateToken"_s);
    auto *generate = dialog(u"generateToken"_s);
    auto *roles = generate->findChild<QListView *>(u"roles"_s);
    QTRY_VERIFY(roles->model()->rowCount() > 0);
    look(generate, "generate");
    generate->findChild<QLineEdit *>(u"tokenName"_s)->setText(u" lab"_s);
    for (int row = 0; row < 2; ++row)
        roles->model()->setData(roles->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
    look(generate, "filled in");
    press(generate, u"generate"_s);
    auto *generated = dialog(u"tokenGenerated"_s);
    look(generated, "generated");
    generated->close();
    auto *question = dialog(u"closeWithoutValue"_s);
    look(question, "closing without the value");
    question->reject();
    press(generated, u"copyToken"_s);
    look(generated, "copied");
    press(generated, u"done"_s);
    QTRY_VERIFY(!generated->isVisible());
    look(window(), "list after generate");
    judge();
}

void TestPseudoLocale::revoking()
{
    beSignedIn();
    auto *view = window()->findChild<QTableView *>(u"tokens"_s);
    view->selectAll();
    trigger(u"revoke"_s);
    auto *revoke = dialog(u"revokeTokens"_s);
    look(revoke, "revoke all");
    const QPointer asked = revoke;
    press(revoke, u"cancel"_s);
    QTRY_VERIFY(!asked);
    window()->selectIds(activeIds().first(2));
    trigger(u"revoke"_s);
    revoke = dialog(u"revokeTokens"_s);
    QVERIFY(revoke);
    look(revoke, "revoke two");
    if (auto *word = revoke->findChild<QLineEdit *>(u"confirmation"_s); word->isVisible())
        word->setText(QCoreApplication::translate("RevokeText", "revoke"));
    m_central->kill();
    press(revoke, u"revoke"_s);
    QTRY_VERIFY_WITH_TIMEOUT(revoke->findChild<QWidget *>(u"close"_s), 30'000);
    look(revoke, "result");
    press(revoke, u"close"_s);
    look(window(), "list after revoke");
    judge();
}

void TestPseudoLocale::exporting()
{
    beSignedIn();
    trigger(u"export"_s);
    auto *exporting = dialog(u"export"_s);
    QVERIFY(exporting);
    for (const QString &format : {u"csv"_s, u"json"_s, u"html"_s, u"report"_s}) {
        press(exporting, format + u"Button"_s);
        look(exporting, qPrintable(format));
    }
    press(exporting, u"cancel"_s);
    judge();
}

void TestPseudoLocale::offline()
{
    beSignedIn();
    m_central->kill();
    trigger(u"refresh"_s);
    auto *bar = window()->findChild<MessageStack *>(u"message"_s);
    QTRY_VERIFY(bar->isVisible());
    look(window(), "offline");
    press(bar, u"messageAction1"_s);
    auto *details = dialog(u"details"_s);
    look(details, "details of an error");
    press(details, u"close"_s);
    quit();
    startProgram();
    QTRY_VERIFY_WITH_TIMEOUT(showsPage(), 15'000);
    look(window(), "offline at the start");
    judge();
}

void TestPseudoLocale::servers()
{
    beSignedIn();
    auto *list = window()->findChild<QListView *>(u"servers"_s);
    const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, first, list->viewport()->mapToGlobal(first));
    QApplication::sendEvent(list->viewport(), &event);
    auto *menu = list->findChild<QMenu *>(u"serverMenu"_s);
    look(menu, "menu of a server");
    menu->close();
    const ServerId id = currentId();
    Q_EMIT window()->serverList()->editRequested(id);
    auto *edit = dialog(u"connectToCentral"_s);
    look(edit, "edit a server");
    edit->reject();
    Q_EMIT window()->serverList()->removeRequested(id);
    auto *remove = dialog(u"removeServer"_s);
    look(remove, "remove a server");
    remove->reject();
    quit();
    QVERIFY(m_keyring->lock());
    startProgram();
    QTRY_VERIFY_WITH_TIMEOUT(showsPage(), 15'000);
    look(window(), "locked keychain");
    judge();
}

void TestPseudoLocale::certificateChanged()
{
    begin();
    startProgram();
    ChangedCertificateDialog changed(samples::changedCertificate(SystemClock().now()));
    changed.show();
    look(&changed, "changed certificate");
    judge();
}

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
