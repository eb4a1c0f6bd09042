// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "models/roles/rolelistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/support/gui/keywalk.h"
#include "tests/ui/connectionsamples.h"
#include "tests/ui/dialogsamples.h"
#include "ui/connect/connectdialog.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/servers/importdialog.h"
#include "ui/servers/removeserverdialog.h"
#include "ui/widgets/detailsdialog.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/secretclipboard.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using gui::KeyWalk;
using gui::WindowMaker;
using Purpose = ConnectDialog::Purpose;
using Stage = RevokeDialog::Stage;
using State = RevokeListModel::State;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

const samples::FakeClock TheClock;
const UtcMs Now = TheClock.time;

QWidget *opened(QDialog *dialog)
{
    dialog->open();
    return dialog;
}

void press(QWidget *window, const QString &objectName)
{
    window->findChild<QAbstractButton *>(objectName)->click();
}

// --- generate ------------------------------------------------------------------------------------

GenerateDialog *generate()
{
    auto *roles = new RoleListModel;
    roles->setRoles(samples::allowedRoles(), samples::grants());
    const auto count = [](const QString &name) { return name == u"taken"_s ? 2 : 0; };
    auto *dialog = new GenerateDialog(samples::server(), roles, count, &TheClock);
    roles->setParent(dialog);
    return dialog;
}

QWidget *generateComplete()
{
    auto *dialog = generate();
    dialog->setDraft({u"taken"_s, {u"Analyst"_s}, NoTime});
    return opened(dialog);
}

QWidget *generateIncomplete()
{
    return opened(generate());
}

QWidget *generateRefused()
{
    auto *dialog = generate();
    dialog->setDraft({u"a"_s, {u"Analyst"_s}, Now + 7 * DayMs});
    dialog->showError(sentenceFor(samples::escalation(), Operation::Generate, u"prod-eu"_s),
                      samples::escalation());
    return opened(dialog);
}

QWidget *generateWithoutRoles()
{
    auto *dialog = generate();
    dialog->setRolesFailed({u"The roles could not be read."_s, u"Try again."_s});
    return opened(dialog);
}

// --- generated -----------------------------------------------------------------------------------

GeneratedDialog *generated()
{
    auto *clipboard = new SecretClipboard;
    auto *dialog = new GeneratedDialog(samples::server(),
                                       samples::token(u"a"_s, {u"Analyst"_s}, Now + 90 * DayMs),
                                       Secret(QByteArray(900, 'x')), clipboard, &TheClock);
    clipboard->setParent(dialog);
    return dialog;
}

QWidget *generatedFresh()
{
    return opened(generated());
}

QWidget *generatedCopied()
{
    auto *dialog = opened(generated());
    press(dialog, u"copyToken"_s);
    return dialog;
}

QWidget *generatedNotSaved()
{
    auto *dialog = generated();
    dialog->showSaveFailed(u"The disk is full."_s);
    return opened(dialog);
}

/// The dialog's question, reparented to own the dialog, because the key walk deletes the question.
QWidget *questionOf(QWidget *dialog)
{
    auto *question = dialog->findChild<QuestionDialog *>();
    question->setParent(nullptr, question->windowFlags());
    question->setAttribute(Qt::WA_DeleteOnClose, false);
    QObject::connect(question, &QObject::destroyed, dialog, &QObject::deleteLater);
    question->open();
    return question;
}

QWidget *closeQuestion()
{
    auto *dialog = opened(generated());
    dialog->close();
    return questionOf(dialog);
}

// --- revoke --------------------------------------------------------------------------------------

RevokeDialog *revoke(const QList<Token> &tokens, const QString &signedIn = {})
{
    auto *model = new RevokeListModel;
    model->setTokens(tokens, signedIn);
    auto *dialog = new RevokeDialog(samples::server(), model, &TheClock);
    dialog->setInputPause(0ms);
    model->setParent(dialog);
    return dialog;
}

QWidget *revokeOne()
{
    return opened(revoke(samples::manyTokens(u"t"_s, 1, Now)));
}

QWidget *revokeMany()
{
    auto *dialog = opened(revoke(samples::manyTokens(u"t"_s, 21, Now)));
    dialog->findChild<QLineEdit *>(u"confirmation"_s)->setText(u"revoke"_s);
    return dialog;
}

QWidget *revokeTokenInUse()
{
    auto *dialog = opened(revoke(samples::manyTokens(u"t"_s, 3, Now), u"id-of-t-2"_s));
    press(dialog, u"revoke"_s);
    return questionOf(dialog);
}

RevokeDialog *revokeRunning()
{
    auto *dialog = revoke(samples::manyTokens(u"t"_s, 6, Now));
    auto *model = dialog->findChild<RevokeListModel *>();
    model->begin(true);
    for (const QString &id : model->ids())
        model->setState(id, State::Asking);
    opened(dialog);
    dialog->setStage(Stage::Running);
    return dialog;
}

QWidget *revokeStopping()
{
    auto *dialog = revokeRunning();
    press(dialog, u"stop"_s);
    return dialog;
}

QWidget *revokeResult(State last)
{
    auto *dialog = revokeRunning();
    auto *model = dialog->findChild<RevokeListModel *>();
    for (const QString &id : model->ids())
        model->setState(id, State::Revoked);
    model->setState(u"id-of-t-6"_s, last, u"Central answered 503."_s, u"Kind: x"_s, Now);
    dialog->setStage(Stage::Result);
    return dialog;
}

QWidget *revokeAgain()
{
    auto *dialog = revokeResult(State::Stopped);
    press(dialog, u"retryFailed"_s);
    return dialog;
}

// --- connections ---------------------------------------------------------------------------------

ConnectDialog *connectTo(Purpose purpose = Purpose::Connect)
{
    auto *dialog = new ConnectDialog(purpose);
    dialog->setProfile(samples::profile());
    return dialog;
}

QWidget *connectByToken()
{
    auto *dialog = connectTo();
    dialog->findChild<QLineEdit *>(u"apiToken"_s)->insert(u"eyJhbGciOiJSUzI1NiIsImt"_s);
    return opened(dialog);
}

QWidget *connectByPassword()
{
    auto *dialog = connectTo();
    press(dialog, u"passwordButton"_s);
    dialog->findChild<QLineEdit *>(u"password"_s)->insert(u"secret"_s);
    return opened(dialog);
}

QWidget *connectWaitsForTheBrowser()
{
    auto *dialog = connectTo();
    press(dialog, u"browserButton"_s);
    opened(dialog);
    dialog->setBrowserWait(271'000);
    return dialog;
}

QWidget *connectFailed()
{
    auto *dialog = connectTo();
    ApiError error;
    error.kind = ApiError::Kind::ConnectionRefused;
    dialog->showError(sentenceFor(error, Operation::Connect, u"prod-us"_s), u"Kind: x"_s);
    return opened(dialog);
}

QWidget *connectDone()
{
    auto *dialog = connectTo();
    opened(dialog);
    Permissions may;
    may.access = {{u"Integration"_s, Access::Read}};
    dialog->showConnected(
        {u"prod-us"_s, u"ci"_s, SignInMethod::ApiToken, samples::inJanuary(), may});
    return dialog;
}

QWidget *editWithTrust()
{
    auto *dialog = new ConnectDialog(Purpose::Edit);
    ServerProfile known = samples::profile();
    known.trust = {TrustRule::Kind::Certificate, {}, samples::trustedCertificate(), Now};
    dialog->setProfile(known);
    return opened(dialog);
}

QWidget *changedCertificate(bool compared)
{
    auto *dialog = new ChangedCertificateDialog(samples::changedCertificate(Now));
    dialog->findChild<QCheckBox *>(u"compared"_s)->setChecked(compared);
    return opened(dialog);
}

QWidget *certificateOf(bool shown)
{
    CertificateDialog::Content content = samples::unknownCertificate(Now);
    if (!shown)
        content.facts = {};
    return opened(new CertificateDialog(content));
}

QWidget *import()
{
    return opened(new ImportDialog({{u"a"_s, u"central-eu.acme.example"_s, Now}}, Now));
}

QWidget *removeServer()
{
    auto *dialog = new RemoveServerDialog(u"prod-eu"_s, true, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

QWidget *details()
{
    return opened(new DetailsDialog(u"It failed."_s, u"Kind: x"_s, nullptr));
}

void sendKey(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
             bool held = false)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, {}, held);
    QApplication::sendEvent(widget, &event);
}

} // namespace

/// Every dialog of the program in every state with different buttons.
class TestReturnKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { gui::beginTest(); }
    void pressesTheFocusedButton_data();
    void pressesTheFocusedButton();
    void pressesTheDefaultInATextField_data() { pressesTheFocusedButton_data(); }
    void pressesTheDefaultInATextField();
    void heldKeyPressesNothing();
    void modifiersChangeNothing();
    void harmlessButtonHasTheFocusAtFirst_data();
    void harmlessButtonHasTheFocusAtFirst();
};

void TestReturnKey::pressesTheFocusedButton_data()
{
    QTest::addColumn<WindowMaker>("make");
    QTest::addColumn<int>("fewest");
    const auto row = [](const char *name, const WindowMaker &make, int fewest) {
        QTest::newRow(name) << make << fewest;
    };
    row("generate", generateComplete, 7);
    row("generate, incomplete", generateIncomplete, 5);
    row("generate, refused", generateRefused, 6);
    row("generate, no roles", generateWithoutRoles, 2);
    row("generated", generatedFresh, 7);
    row("generated, copied", generatedCopied, 8);
    row("generated, not saved", generatedNotSaved, 7);
    row("close without the value", closeQuestion, 3);
    row("revoke one", revokeOne, 2);
    row("revoke many", revokeMany, 2);
    row("revoke the token in use", revokeTokenInUse, 2);
    row(
        "revoking", [] { return revokeRunning(); }, 1);
    row("stopping", revokeStopping, 0);
    row(
        "revoked", [] { return revokeResult(State::Revoked); }, 2);
    row(
        "not revoked", [] { return revokeResult(State::Failed); }, 3);
    row(
        "stopped", [] { return revokeResult(State::Stopped); }, 3);
    row("asked again", revokeAgain, 2);
    row("connect by token", connectByToken, 9);
    row("connect by password", connectByPassword, 9);
    row("connect by browser", connectWaitsForTheBrowser, 2);
    row("connect failed", connectFailed, 10);
    row("connected", connectDone, 1);
    row("edit", editWithTrust, 10);
    row(
        "keep", [] { return opened(connectTo(Purpose::Keep)); }, 9);
    row(
        "certificate unknown", [] { return certificateOf(true); }, 5);
    row(
        "no certificate", [] { return certificateOf(false); }, 1);
    row(
        "certificate changed", [] { return changedCertificate(false); }, 3);
    row(
        "certificate compared", [] { return changedCertificate(true); }, 4);
    row("import", import, 2);
    row("remove server", removeServer, 2);
    row("details", details, 2);
}

void TestReturnKey::pressesTheFocusedButton()
{
    QFETCH(WindowMaker, make);
    QFETCH(int, fewest);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const KeyWalk walk = gui::pressEachButton(make, key);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY2(walk.walked.size() >= fewest, qPrintable(walk.walked.join(u'\n')));
    }
}

void TestReturnKey::pressesTheDefaultInATextField()
{
    QFETCH(WindowMaker, make);
    // In these fields Return moves the focus to the roles or the button.
    const QStringList others = {u"Search roles"_s, u"Confirmation"_s};
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const KeyWalk walk = gui::pressInEachField(make, key, others);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
    }
}

void TestReturnKey::heldKeyPressesNothing()
{
    QPushButton button;
    int clicked = 0;
    connect(&button, &QPushButton::clicked, &button, [&clicked] { ++clicked; });
    sendKey(&button, Qt::Key_Return, Qt::NoModifier, true);
    QCOMPARE(clicked, 0);
    sendKey(&button, Qt::Key_Return);
    QCOMPARE(clicked, 1);
}

void TestReturnKey::modifiersChangeNothing()
{
    QToolButton button;
    int clicked = 0;
    connect(&button, &QToolButton::clicked, &button, [&clicked] { ++clicked; });
    for (const Qt::KeyboardModifier modifier :
         {Qt::ControlModifier, Qt::AltModifier, Qt::ShiftModifier, Qt::MetaModifier})
        sendKey(&button, Qt::Key_Return, modifier);
    QCOMPARE(clicked, 0);
    sendKey(&button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked, 1);
    button.setEnabled(false);
    sendKey(&button, Qt::Key_Return);
    QCOMPARE(clicked, 1);
}

void TestReturnKey::harmlessButtonHasTheFocusAtFirst_data()
{
    QTest::addColumn<WindowMaker>("make");
    QTest::addColumn<QString>("name");
    QTest::newRow("close without the value") << WindowMaker(closeQuestion) << u"Keep open"_s;
    QTest::newRow("revoke one") << WindowMaker(revokeOne) << u"Cancel"_s;
    QTest::newRow("revoke many") << WindowMaker(revokeMany) << u"Cancel"_s;
    QTest::newRow("revoke what is left") << WindowMaker(revokeAgain) << u"Cancel"_s;
    QTest::newRow("stopped") << WindowMaker([] { return revokeResult(State::Stopped); })
                             << u"Close"_s;
    QTest::newRow("revoke the token in use")
        << WindowMaker(revokeTokenInUse) << u"Keep it, revoke 2"_s;
    QTest::newRow("certificate unknown")
        << WindowMaker([] { return certificateOf(true); }) << u"Cancel"_s;
    QTest::newRow("certificate changed")
        << WindowMaker([] { return changedCertificate(true); }) << u"Stay disconnected"_s;
    QTest::newRow("remove server") << WindowMaker(removeServer) << u"Cancel"_s;
}

void TestReturnKey::harmlessButtonHasTheFocusAtFirst()
{
    QFETCH(WindowMaker, make);
    QFETCH(QString, name);
    const std::unique_ptr<QWidget> window(make());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    auto *button = qobject_cast<QPushButton *>(gui::button(window.get(), name));
    QVERIFY(button);
    QCOMPARE(window->focusWidget(), button);
    QVERIFY(button->isDefault());
}

QTEST_MAIN(TestReturnKey)
#include "tst_returnkey.moc"
