// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/connectionsamples.h"
#include "ui/connect/connectdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;
using Field = ConnectDialog::Field;
using Purpose = ConnectDialog::Purpose;

namespace {

const QString Token = u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl"_s;

struct Form
{
    explicit Form(Purpose purpose = Purpose::SignIn,
                  const ServerProfile &known = samples::profile(), bool isKept = false)
        : dialog(purpose)
    {
        QObject::connect(&dialog, &ConnectDialog::connectRequested, &dialog,
                         [this](const ServerProfile &profile) { asked.append(profile); });
        dialog.setProfile(known);
        dialog.show();
        active = QTest::qWaitForWindowActive(&dialog);
        dialog.setCredentialKept(isKept); // as ConnectFlow does
    }

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return gui::part<QLineEdit>(&dialog, name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return gui::part<QPushButton>(&dialog, name);
    }
    [[nodiscard]] QString note(const QString &name) const
    {
        return field(name)->accessibleDescription();
    }
    void choose(const QString &method) const { gui::part<QToolButton>(&dialog, method)->click(); }

    ConnectDialog dialog;
    QList<ServerProfile> asked;
    bool active = false;
};

ServerProfile byPassword(ServerProfile profile)
{
    profile.signIn = SignInMethod::Password;
    profile.userName = u"admin"_s;
    return profile;
}

} // namespace

/// "Sign in to stage", and the checks against the other servers.
class TestSignInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void pasteAndReturnSubmitTheToken();
    void signInShowsTheCredentialOnly();
    void problemHidesTheReason();
    void focusIsInTheFieldThatNeedsInput_data();
    void focusIsInTheFieldThatNeedsInput();
    void nameIsNotSelected();
    void refusedSecretIsSelected();
    void editConnectionShowsAllFields();
    void problemOfAHiddenFieldShowsIt();
    void largeFontCutsNothing();
    void listedServerIsOffered();
    void otherSignInMethodIsAnotherServer();
    void editedServerIsNoDuplicate();
    void takenNameIsRefused_data();
    void takenNameIsRefused();
    void defaultNameIsNotTaken();
};

void TestSignInWindow::pasteAndReturnSubmitTheToken()
{
    Form form;
    QVERIFY(form.active);
    QGuiApplication::clipboard()->setText(Token + u'\n');
    QTest::keySequence(form.dialog.focusWidget(), QKeySequence::Paste);
    QTest::keyClick(form.dialog.focusWidget(), Qt::Key_Return);
    QCOMPARE(form.asked.count(), 1);
    QCOMPARE(form.asked.constFirst(), samples::profile());
    QCOMPARE(form.dialog.secret().value.view().toByteArray(), Token.toLatin1());
}

void TestSignInWindow::signInShowsTheCredentialOnly()
{
    Form form;
    QCOMPARE(form.dialog.windowTitle(), u"Sign in to "_s + samples::profile().name);
    const QString all = gui::everythingSaid(&form.dialog);
    QVERIFY2(all.contains(samples::profile().name), qPrintable(all));
    QVERIFY2(all.contains(samples::profile().endpoint.display()), qPrintable(all));
    for (const QString &name : {u"Name"_s, u"Endpoint"_s, u"CA certificate file"_s})
        QVERIFY2(!form.field(name)->isVisible(), qPrintable(name));
    QVERIFY(form.field(u"API token"_s)->isVisible());
    QVERIFY(form.note(u"API token"_s).startsWith(u"Needs read access"_s));
    QVERIFY(!form.button(u"Sign in"_s)->isEnabled());
    QVERIFY(form.button(u"Sign in"_s)->isDefault());
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ"_s);
    QVERIFY(form.button(u"Sign in"_s)->isEnabled());
    form.choose(u"Password"_s);
    QVERIFY(!form.button(u"Sign in"_s)->isEnabled());
    QTest::keyClicks(form.field(u"Password"_s), u"pw"_s);
    QVERIFY(form.button(u"Sign in"_s)->isEnabled());
    form.choose(u"Browser"_s);
    QVERIFY(form.button(u"Sign in"_s)->isEnabled());
    for (const auto *widget : form.dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestSignInWindow::problemHidesTheReason()
{
    Form form;
    form.dialog.setReason(u"You chose not to keep the credential."_s);
    auto *reason = form.dialog.findChild<QWidget *>(u"signInReason"_s);
    QVERIFY(reason->isVisible());
    form.dialog.setProblem(Field::ApiToken, u"It was refused."_s);
    QVERIFY(!reason->isVisible());
    form.dialog.clearProblems();
    QVERIFY(reason->isVisible());
    form.dialog.showError({u"stage cannot be reached."_s, u"Try again."_s}, {});
    QVERIFY(!reason->isVisible());
}

void TestSignInWindow::focusIsInTheFieldThatNeedsInput_data()
{
    QTest::addColumn<int>("purpose");
    QTest::addColumn<ServerProfile>("known");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<QString>("field");
    const ServerProfile token = samples::profile();
    ServerProfile nameless = byPassword(token);
    nameless.userName.clear();
    ServerProfile browser = token;
    browser.signIn = SignInMethod::Browser;
    QTest::newRow("sign in by token") << int(Purpose::SignIn) << token << false << u"API token"_s;
    QTest::newRow("sign in by password")
        << int(Purpose::SignIn) << byPassword(token) << false << u"Password"_s;
    QTest::newRow("sign in by browser") << int(Purpose::SignIn) << browser << false << u"Sign in"_s;
    QTest::newRow("edit, kept") << int(Purpose::Edit) << token << true << u"Name"_s;
    QTest::newRow("edit, refused") << int(Purpose::Edit) << token << false << u"API token"_s;
    QTest::newRow("edit, password refused")
        << int(Purpose::Edit) << byPassword(token) << false << u"Password"_s;
    QTest::newRow("keep") << int(Purpose::Keep) << token << true << u"Name"_s;
    QTest::newRow("new") << int(Purpose::Connect) << ServerProfile() << true << u"Endpoint"_s;
    QTest::newRow("new, address known") << int(Purpose::Connect) << token << true << u"API token"_s;
}

void TestSignInWindow::focusIsInTheFieldThatNeedsInput()
{
    QFETCH(int, purpose);
    QFETCH(ServerProfile, known);
    QFETCH(bool, isKept);
    QFETCH(QString, field);
    const Form form(Purpose(purpose), known, isKept);
    QVERIFY(form.active);
    QVERIFY(form.dialog.focusWidget());
    QCOMPARE(form.dialog.focusWidget()->accessibleName(), field);
    QVERIFY(!isKept || !form.note(u"API token"_s).contains(u"refused"_s));
}

void TestSignInWindow::nameIsNotSelected()
{
    const Form form(Purpose::Edit, samples::profile(), true);
    QVERIFY(form.active);
    QTest::keyClicks(form.dialog.focusWidget(), u"-2"_s);
    QCOMPARE(form.dialog.profile().name, samples::profile().name + u"-2"_s);
    ConnectDialog again(Purpose::Edit); // QDialog gives the focus when it is shown
    again.setProfile(samples::profile());
    again.show();
    QVERIFY(!gui::part<QLineEdit>(&again, u"Name"_s)->hasSelectedText());
}

void TestSignInWindow::refusedSecretIsSelected()
{
    for (const bool isToken : {true, false}) {
        const Form form(Purpose::SignIn,
                        isToken ? samples::profile() : byPassword(samples::profile()));
        const QString name = isToken ? u"API token"_s : u"Password"_s;
        QTest::keyClicks(form.field(name), u"wrong"_s);
        auto &dialog = const_cast<ConnectDialog &>(form.dialog);
        dialog.setBusy(true);
        dialog.setBusy(false);
        dialog.setProblem(isToken ? Field::ApiToken : Field::Password, u"Refused."_s);
        QCOMPARE(dialog.focusWidget(), form.field(name));
        QVERIFY(form.button(u"Sign in"_s)->isDefault());
        QVERIFY(form.button(u"Sign in"_s)->isEnabled());
        QTest::keyClicks(form.field(name), u"right"_s);
        QCOMPARE(dialog.secret().value.view().toByteArray(), "right"_ba);
    }
}

void TestSignInWindow::editConnectionShowsAllFields()
{
    Form form;
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ"_s);
    form.button(u"Edit connection…"_s)->click();
    QCOMPARE(form.dialog.windowTitle(), u"Edit connection"_s);
    for (const QString &name : {u"Name"_s, u"Endpoint"_s, u"CA certificate file"_s})
        QVERIFY2(form.field(name)->isVisible(), qPrintable(name));
    QVERIFY(!form.button(u"Edit connection…"_s)->isVisible());
    QCOMPARE(form.dialog.focusWidget(), form.field(u"API token"_s));     // still needs input
    QCOMPARE(form.dialog.secret().value.view().toByteArray(), "eyJ"_ba); // nothing is lost
    form.field(u"Name"_s)->setText(u"other"_s);
    form.button(u"Save"_s)->click();
    QCOMPARE(form.asked.count(), 1);
    QCOMPARE(form.asked.constFirst().name, u"other"_s);
}

void TestSignInWindow::problemOfAHiddenFieldShowsIt()
{
    Form form;
    form.dialog.setProblem(Field::CaFile, u"No certificate in this file."_s);
    QVERIFY(form.field(u"CA certificate file"_s)->isVisible());
    QCOMPARE(form.dialog.focusWidget(), form.field(u"CA certificate file"_s));
    QCOMPARE(form.dialog.windowTitle(), u"Edit connection"_s);
}

void TestSignInWindow::largeFontCutsNothing()
{
    const gui::DoubledFont large;
    Form form;
    form.dialog.setReason(u"stage did not accept the credential. It was revoked, or is unknown."_s);
    for (const QString &method : {u"API token"_s, u"Password"_s, u"Browser"_s}) {
        form.choose(method);
        QCoreApplication::processEvents();
        QCOMPARE(gui::cutOff(&form.dialog), QString());
    }
    form.button(u"Edit connection…"_s)->click();
    QCoreApplication::processEvents();
    QCOMPARE(gui::cutOff(&form.dialog), QString());
    QVERIFY(form.dialog.width() <= form.dialog.screen()->availableSize().width());
}

void TestSignInWindow::listedServerIsOffered()
{
    ServerProfile there = samples::profile();
    Form form(Purpose::Connect, ServerProfile());
    form.dialog.setOthers({there}, {there.name});
    QSignalSpy gone(&form.dialog, &ConnectDialog::goThereRequested);
    auto *link = form.dialog.findChild<QWidget *>(u"goThere"_s);
    QVERIFY(!link->isVisible());
    QTest::keyClicks(form.field(u"Endpoint"_s), u"https://"_s + there.endpoint.display());
    QCOMPARE(form.note(u"Endpoint"_s), there.name + u" is this server already."_s);
    QVERIFY(link->isVisible());
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ"_s);
    form.button(u"Connect"_s)->click();
    QCOMPARE(form.asked.count(), 0);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(gone.count(), 1);
    QCOMPARE(gone.first().first().toUuid(), there.id);
}

void TestSignInWindow::otherSignInMethodIsAnotherServer()
{
    const ServerProfile there = samples::profile();
    Form form(Purpose::Connect, ServerProfile());
    form.dialog.setOthers({there, byPassword(there)}, {there.name});
    const QString same = there.name + u" is this server already."_s;
    form.field(u"Endpoint"_s)->setText(there.endpoint.display());
    QCOMPARE(form.note(u"Endpoint"_s), same);
    form.choose(u"Browser"_s);
    QVERIFY(form.note(u"Endpoint"_s) != same);
    form.choose(u"Password"_s);
    QCOMPARE(form.note(u"Endpoint"_s), same);
    form.field(u"User name"_s)->setText(u"mkeller"_s);
    QVERIFY(form.note(u"Endpoint"_s) != same);
    form.choose(u"API token"_s);
    form.field(u"Endpoint"_s)->setText(there.endpoint.base.host() + u":9443"_s);
    QVERIFY(form.note(u"Endpoint"_s) != same);
}

/// A profile that exists twice already can still be edited.
void TestSignInWindow::editedServerIsNoDuplicate()
{
    ServerProfile twin = samples::profile();
    twin.id = QUuid::createUuid();
    Form form(Purpose::Edit, samples::profile(), true);
    form.dialog.setOthers({twin}, {twin.name});
    form.button(u"Save"_s)->click();
    QCOMPARE(form.asked.count(), 1);
    Form again;
    again.dialog.setOthers({twin}, {twin.name});
    QTest::keyClicks(again.field(u"API token"_s), u"eyJ"_s);
    again.button(u"Sign in"_s)->click();
    QCOMPARE(again.asked.count(), 1);
}

void TestSignInWindow::takenNameIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("same") << u"EU prod é"_s << true;
    QTest::newRow("case") << u"eu PROD É"_s << true;
    QTest::newRow("white space") << u"  EU \u00A0prod é "_s << true;
    QTest::newRow("composed otherwise") << u"EU prod e\u0301"_s << true;
    QTest::newRow("another") << u"EU prod 2 é"_s << false;
    QTest::newRow("visible difference") << u"EU prod é\u200B."_s << false;
}

void TestSignInWindow::takenNameIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isTaken);
    Form form(Purpose::Connect, ServerProfile());
    form.dialog.setOthers({}, {u"EU prod é"_s});
    form.field(u"Endpoint"_s)->setText(u"elsewhere.example"_s);
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ"_s);
    form.field(u"Name"_s)->setText(name);
    QCOMPARE(form.note(u"Name"_s).startsWith(u"Another server has this name."_s), isTaken);
    form.button(u"Connect"_s)->click();
    QCOMPARE(form.asked.count(), isTaken ? 0 : 1);
    if (isTaken)
        QCOMPARE(form.dialog.focusWidget(), form.field(u"Name"_s));
}

void TestSignInWindow::defaultNameIsNotTaken()
{
    Form form(Purpose::Connect, ServerProfile());
    form.field(u"Endpoint"_s)->setText(u"localhost:8443"_s);
    QCOMPARE(form.dialog.profile().name, u"localhost:8443"_s);
    form.field(u"Endpoint"_s)->setText(u"localhost:443"_s);
    QCOMPARE(form.dialog.profile().name, u"localhost"_s);
    form.dialog.setOthers({}, {u"Localhost"_s, u"localhost 2"_s});
    QCOMPARE(form.dialog.profile().name, u"localhost 3"_s);
    QCOMPARE(form.field(u"Name"_s)->placeholderText(), u"localhost 3"_s);
}

QTEST_MAIN(TestSignInWindow)
#include "tst_signinwindow.moc"
