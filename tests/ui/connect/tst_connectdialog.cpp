// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/connectionsamples.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/signinfields.h"
#include "ui/widgets/colorpicker.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace rox;
using namespace Qt::StringLiterals;
using Field = ConnectDialog::Field;

namespace {

struct Form
{
    explicit Form(ConnectDialog::Purpose purpose = ConnectDialog::Purpose::Connect)
        : dialog(purpose)
    {
        QObject::connect(&dialog, &ConnectDialog::connectRequested, &dialog,
                         [this](const ServerProfile &profile, const ConnectSecret &secret) {
                             asked.append(profile);
                             value = secret.value.view().toByteArray();
                         });
        dialog.show();
        active = QTest::qWaitForWindowActive(&dialog); // keys need an active window
    }

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return gui::part<QLineEdit>(&dialog, name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return gui::part<QPushButton>(&dialog, name);
    }
    void choose(const QString &method) const { gui::part<QToolButton>(&dialog, method)->click(); }
    [[nodiscard]] QString note(const QString &name) const
    {
        return field(name)->accessibleDescription();
    }
    void connectNow() const { button(u"Connect"_s)->click(); }

    ConnectDialog dialog;
    QList<ServerProfile> asked;
    QByteArray value;
    bool active = false;
};

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { gui::beginTest(); }
    void focusableWidgetsHaveAccessibleNames();
    void tabFollowsTheVisualOrder();
    void endpointComesFirstWithAnExample();
    void tokenFormMakesAProfile();
    void passwordFormMakesAProfile();
    void browserFormHasNoSecret();
    void incompleteFormIsNotSubmitted();
    void endpointFaultIsShownWhenTheFieldIsLeft();
    void hostileTextsAreMadeVisible();
    void largeFontCutsNothing();
    void failureKeepsTheForm();
    void cancelWhileBusyKeepsTheDialogOpen();
    void browserWaitCountsDown();
    void addressCanBeCopiedWhenNoBrowserComesUp();
    void tokenReaderIsCalledAtEachChange();
    void textAroundAPastedTokenIsLeftOut();
    void pastedTextThatIsNoTokenIsNamed();
    void invisibleCharactersOfAPasswordAreNamed();
    void mistypedEndpointSaysWhatChanged();
    void unusableKeychainKeepsTheWishToKeep();
    void namesAreLimited();
    void otherFieldsRefuseTokens_data();
    void otherFieldsRefuseTokens();
    void forgottenCredentialHasToBeEntered();
    void stopTrustingEndsTheTrust();
    void arrowKeysChooseColors();
    void chosenCaFileIsFilledIn();
    void caFileIsReadWhenTheFieldIsLeft();
    void emptySecretKeepsTheCredential();
    void otherOriginNeedsTheCredentialAgain();
    void otherOriginEndsTheTrust();
    void cardShowsUserAndRights();
    void signInWithoutRightsIsNoSuccess();
    void closingWipesSecrets();
};

void TestConnectDialog::focusableWidgetsHaveAccessibleNames()
{
    Form form;
    QCOMPARE(form.dialog.windowTitle(), u"Connect to Central"_s);
    for (const QString &name : {u"Endpoint"_s, u"API token"_s, u"User name"_s, u"Password"_s,
                                u"CA certificate file"_s, u"Name"_s})
        QVERIFY2(form.field(name), qPrintable(name));
    QVERIFY(gui::part<QWidget>(&form.dialog, u"Sign in with"_s));
    QVERIFY(gui::part<QCheckBox>(&form.dialog, u"Keep in keychain"_s));
    QVERIFY(form.button(u"Connect"_s)->isDefault());
    QVERIFY(form.button(u"Cancel"_s));
    QCOMPARE(form.dialog.focusWidget(), form.field(u"Endpoint"_s));
    for (const QString &method : {u"API token"_s, u"Password"_s, u"Browser"_s}) {
        form.choose(method);
        for (const auto *widget : form.dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() && !widget->objectName().isEmpty(),
                         qPrintable(QLatin1String(widget->metaObject()->className()) + u' '
                                    + widget->objectName()));
        }
    }
}

void TestConnectDialog::tabFollowsTheVisualOrder()
{
    Form form;
    QVERIFY(form.active);
    form.field(u"Endpoint"_s)->setFocus();
    QStringList order;
    for (int i = 0; i < 10; ++i) {
        order.append(form.dialog.focusWidget()->accessibleName());
        QTest::keyClick(form.dialog.focusWidget(), Qt::Key_Tab);
    }
    // Which button is the left one depends on the desktop and on the version of Qt.
    const bool isCancelLeft = form.button(u"Cancel"_s)->x() < form.button(u"Connect"_s)->x();
    QCOMPARE(order, (QStringList{u"Endpoint"_s, u"Name"_s, u"Blue"_s, u"API token"_s,
                                 u"API token"_s, u"Show token"_s, u"Keep in keychain"_s,
                                 u"CA certificate file"_s, u"Choose CA certificate file"_s,
                                 isCancelLeft ? u"Cancel"_s : u"Connect"_s}));
}

void TestConnectDialog::endpointComesFirstWithAnExample()
{
    for (const auto purpose : {ConnectDialog::Purpose::Connect, ConnectDialog::Purpose::Edit}) {
        const Form form(purpose);
        QVERIFY(form.field(u"Endpoint"_s)->mapTo(&form.dialog, QPoint()).y()
                < form.field(u"Name"_s)->mapTo(&form.dialog, QPoint()).y());
    }
    Form form;
    QVERIFY(form.field(u"Endpoint"_s)->placeholderText().contains(u"central.example.com"_s));
    QVERIFY(form.note(u"Endpoint"_s).contains(u"browser"_s));
    form.connectNow(); // the first field with a problem gets the focus
    QCOMPARE(form.dialog.focusWidget(), form.field(u"Endpoint"_s));
}

void TestConnectDialog::tokenFormMakesAProfile()
{
    Form form;
    QTest::keyClicks(form.field(u"Endpoint"_s), u" central.example:8443 "_s);
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ.a.b"_s);
    QTest::keyClick(form.field(u"API token"_s), Qt::Key_Return);
    QCOMPARE(form.asked.size(), 1);
    const ServerProfile profile = form.asked.constFirst();
    QCOMPARE(profile.name, u"central.example:8443"_s); // the default
    QCOMPARE(profile.endpoint, samples::endpoint(u"central.example:8443"_s));
    QCOMPARE(profile.signIn, SignInMethod::ApiToken);
    QCOMPARE(profile.colorName, u"blue"_s);
    QCOMPARE(profile.trust, TrustRule());
    QVERIFY(profile.keepInKeychain && profile.userName.isEmpty());
    QCOMPARE(form.value, "eyJ.a.b"_ba);
}

void TestConnectDialog::passwordFormMakesAProfile()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    form.choose(u"Password"_s);
    QVERIFY(!form.field(u"API token"_s)->isVisible());
    QCOMPARE(form.field(u"User name"_s)->text(), u"admin"_s);
    QTest::keyClicks(form.field(u"Password"_s), u" p w "_s);
    form.field(u"CA certificate file"_s)->setText(u"/home/mk/ca.pem"_s);
    gui::part<QCheckBox>(&form.dialog, u"Keep in keychain"_s)->click();
    form.connectNow();
    QCOMPARE(form.asked.size(), 1);
    const ServerProfile profile = form.asked.constFirst();
    QCOMPARE(profile.signIn, SignInMethod::Password);
    QCOMPARE(profile.userName, u"admin"_s);
    QCOMPARE(profile.trust.kind, TrustRule::Kind::CaFile);
    QCOMPARE(profile.trust.caFile, u"/home/mk/ca.pem"_s);
    QVERIFY(!profile.keepInKeychain);
    QCOMPARE(form.value, " p w "_ba);
}

void TestConnectDialog::browserFormHasNoSecret()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    QTest::keyClicks(form.field(u"API token"_s), u"left.over"_s);
    form.choose(u"Browser"_s);
    form.connectNow();
    QCOMPARE(form.asked.size(), 1);
    QCOMPARE(form.asked.constFirst().signIn, SignInMethod::Browser);
    QCOMPARE(form.value, QByteArray());
}

void TestConnectDialog::incompleteFormIsNotSubmitted()
{
    Form form;
    form.connectNow();
    QCOMPARE(form.asked.size(), 0);
    QVERIFY(form.note(u"Endpoint"_s).startsWith(u"Enter the address"_s));
    QCOMPARE(form.note(u"API token"_s), u"Enter the API token."_s);
    QCOMPARE(form.dialog.focusWidget(), form.field(u"Endpoint"_s));
    QTest::keyClicks(form.field(u"Endpoint"_s), u"c"_s);
    QCOMPARE(form.note(u"Endpoint"_s), u"Will connect to https://c, port 443."_s);
    form.choose(u"Password"_s);
    form.field(u"User name"_s)->clear();
    form.connectNow();
    QCOMPARE(form.note(u"User name"_s), u"Enter the user name."_s);
    QCOMPARE(form.note(u"Password"_s), u"Enter the password."_s);
    QCOMPARE(form.asked.size(), 0);
}

void TestConnectDialog::endpointFaultIsShownWhenTheFieldIsLeft()
{
    Form form;
    QLineEdit *endpoint = form.field(u"Endpoint"_s);
    QTest::keyClicks(endpoint, u"https://admin:pw@central.example/ui"_s);
    QCOMPARE(form.note(u"Endpoint"_s), QString());
    QTest::keyClick(endpoint, Qt::Key_Tab);
    QVERIFY(form.note(u"Endpoint"_s).startsWith(u"Leave out the path /ui, and the user"_s));
    endpoint->setText(u"central.example"_s);
    QCOMPARE(form.note(u"Endpoint"_s), u"Will connect to https://central.example, port 443."_s);
    endpoint->setText(u"http://localhost:8080"_s);
    QVERIFY(form.note(u"Endpoint"_s).endsWith(u"nothing is encrypted."_s));
}

void TestConnectDialog::hostileTextsAreMadeVisible()
{
    Form form;
    const QSize before = form.dialog.size();
    form.field(u"Name"_s)->setText(u"a\u202Eb<b>x</b>"_s);
    form.field(u"Endpoint"_s)->setText(QString(10'000, u'w'));
    QTest::keyClick(form.field(u"Endpoint"_s), Qt::Key_Tab);
    QVERIFY(form.note(u"Endpoint"_s).size() < 400);
    form.dialog.setProblem(Field::Name, u"“a\u202Eb” <b>is</b> taken. "_s + QString(10'000, u'W'));
    QVERIFY(form.note(u"Name"_s).startsWith(u"“a⟨U+202E⟩b” <b>is</b>"_s));
    form.dialog.showError({QString(3000, u'W'), u"<img src=x>"_s}, u"details"_s);
    QCOMPARE(form.dialog.width(), before.width());
    QVERIFY(form.dialog.height() <= form.dialog.screen()->availableSize().height());
}

void TestConnectDialog::largeFontCutsNothing()
{
    const gui::DoubledFont large;
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    for (const QString &method : {u"API token"_s, u"Password"_s, u"Browser"_s}) {
        form.choose(method);
        QCoreApplication::processEvents();
        QCOMPARE(gui::cutOff(&form.dialog), QString());
    }
    QVERIFY(form.dialog.width() <= form.dialog.screen()->availableSize().width());
}

void TestConnectDialog::failureKeepsTheForm()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ.a.b"_s);
    form.field(u"CA certificate file"_s)->setText(u"/ca.pem"_s);
    const ServerProfile before = form.dialog.profile();
    form.connectNow();
    form.dialog.setBusy(true, u"Looking at the certificate…"_s);
    QVERIFY(!form.field(u"Endpoint"_s)->isEnabled());
    QVERIFY(!form.button(u"Connect"_s)->isEnabled());
    QCOMPARE(gui::said(&form.dialog, u"promise"_s), u"Looking at the certificate…"_s);
    form.dialog.setBusy(false);
    form.dialog.setProblem(Field::CaFile, u"No certificate in this file."_s);
    form.dialog.showError({u"prod-us cannot be reached."_s, u"Try again."_s}, u"Kind: X"_s);
    QCOMPARE(form.dialog.profile(), before);
    QCOMPARE(form.dialog.secret().value.view().toByteArray(), "eyJ.a.b"_ba);
    QCOMPARE(form.note(u"CA certificate file"_s), u"No certificate in this file."_s);
    QCOMPARE(form.dialog.focusWidget(), form.field(u"CA certificate file"_s));
    form.button(u"Copy details"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Kind: X"_s);
    form.connectNow(); // a second try is possible at once
    QCOMPARE(form.asked.size(), 2);
    QVERIFY(!form.button(u"Copy details"_s)->isVisible());
}

void TestConnectDialog::cancelWhileBusyKeepsTheDialogOpen()
{
    Form form;
    QSignalSpy cancelled(&form.dialog, &ConnectDialog::cancelRequested);
    form.dialog.setBusy(true);
    QCOMPARE(form.dialog.focusWidget(), form.button(u"Cancel"_s));
    form.button(u"Cancel"_s)->click();
    QTest::keyClick(&form.dialog, Qt::Key_Escape);
    form.dialog.close();
    QCOMPARE(cancelled.count(), 3);
    QVERIFY(form.dialog.isVisible());
    form.dialog.setBusy(false);
    QCOMPARE(form.dialog.focusWidget(), form.field(u"Endpoint"_s));
    QTest::keyClick(&form.dialog, Qt::Key_Escape);
    QVERIFY(!form.dialog.isVisible());
}

void TestConnectDialog::browserWaitCountsDown()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    form.choose(u"Browser"_s);
    form.dialog.setBrowserWait(271'000);
    auto *again = form.button(u"Open the page again"_s);
    QVERIFY(again->isVisible() && again->isEnabled());
    QVERIFY(gui::everythingSaid(&form.dialog).contains(u"4 min 31 s"_s));
    QVERIFY(!form.field(u"CA certificate file"_s)->isVisible());
    QSignalSpy asked(&form.dialog, &ConnectDialog::openPageAgainRequested);
    again->click();
    QCOMPARE(asked.count(), 1);
    form.dialog.setBrowserWait(270'000);
    QVERIFY(gui::everythingSaid(&form.dialog).contains(u"4 min 30 s"_s));
    form.dialog.setBusy(false);
    QVERIFY(!again->isVisible());
    QVERIFY(form.field(u"Endpoint"_s)->isEnabled());
    QVERIFY(form.field(u"CA certificate file"_s)->isVisible());
}

void TestConnectDialog::addressCanBeCopiedWhenNoBrowserComesUp()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    form.choose(u"Browser"_s);
    const QUrl page(u"http://127.0.0.1:41207/login?state=a%20b"_s);
    form.dialog.setBrowserWait(271'000);
    for (const bool isOpened : {true, false}) {
        form.dialog.signInFields()->setBrowserPage(page, isOpened);
        auto *copy = form.button(u"Copy: Address of the page"_s);
        QVERIFY(copy->isVisible() && copy->isEnabled());
        QGuiApplication::clipboard()->clear();
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), page.toString(QUrl::FullyEncoded));
        const QString said = gui::everythingSaid(&form.dialog);
        QVERIFY2(said.contains(u"4 min 31 s"_s), qPrintable(said));
        QVERIFY2(said.contains(u"on this computer"_s), qPrintable(said));
        QCOMPARE(said.contains(u"No browser could be opened."_s), !isOpened);
        QVERIFY(form.button(u"Cancel"_s)->isEnabled());
    }
    form.dialog.setBrowserWait(270'000); // the countdown keeps the address
    QVERIFY(form.button(u"Copy: Address of the page"_s)->isVisible());
    QVERIFY(gui::everythingSaid(&form.dialog).contains(u"No browser could be opened."_s));
    form.dialog.setBusy(false);
    QVERIFY(!form.button(u"Copy: Address of the page"_s)->isVisible());
}

void TestConnectDialog::tokenReaderIsCalledAtEachChange()
{
    Form form;
    form.dialog.setTokenReader([](const Secret &secret) {
        return ConnectDialog::Note{u"%1 bytes"_s.arg(secret.size()), NoteTone::Caution};
    });
    QCOMPARE(form.note(u"API token"_s), QString());
    QTest::keyClicks(form.field(u"API token"_s), u"ab"_s);
    QCOMPARE(form.note(u"API token"_s), u"2 bytes"_s);
    form.dialog.setProblem(Field::ApiToken, u"Expired."_s);
    QCOMPARE(form.note(u"API token"_s), u"Expired."_s);
    QTest::keyClicks(form.field(u"API token"_s), u"c"_s); // ends the problem
    QCOMPARE(form.note(u"API token"_s), u"1 bytes"_s);
}

void TestConnectDialog::textAroundAPastedTokenIsLeftOut()
{
    Form form;
    form.dialog.setTokenReader([](const Secret &secret) {
        return ConnectDialog::Note{u"%1 bytes."_s.arg(secret.size()), NoteTone::Hint};
    });
    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0."_s + QString(342, u'x');
    QGuiApplication::clipboard()->setText(u"Authorization: Bearer "_s + jwt + u"\r\n");
    form.field(u"API token"_s)->paste();
    QCOMPARE(form.field(u"API token"_s)->text(), jwt);
    QCOMPARE(form.note(u"API token"_s),
             u"379 bytes. The token was taken; “Bearer” before it was left out."_s);
    QTest::keyClick(form.field(u"API token"_s), Qt::Key_Backspace);
    QCOMPARE(form.note(u"API token"_s), u"378 bytes."_s);
}

void TestConnectDialog::pastedTextThatIsNoTokenIsNamed()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    QSignalSpy asked(&form.dialog, &ConnectDialog::connectRequested);
    QGuiApplication::clipboard()->setText(
        QString::fromLatin1(QByteArray("eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.xxxx").toBase64()));
    form.field(u"API token"_s)->paste();
    QVERIFY(form.note(u"API token"_s).contains(u"base64"_s));
    QTest::keyClick(form.field(u"API token"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
}

void TestConnectDialog::invisibleCharactersOfAPasswordAreNamed()
{
    Form form;
    form.choose(u"Password"_s);
    const auto noteAfterPasting = [&form](const QString &text) {
        form.field(u"Password"_s)->clear();
        QGuiApplication::clipboard()->setText(text);
        form.field(u"Password"_s)->paste();
        return form.note(u"Password"_s);
    };
    QVERIFY(noteAfterPasting(u"s3cret\n"_s).contains(u"was left out"_s));
    QCOMPARE(form.field(u"Password"_s)->text(), u"s3cret"_s);
    QVERIFY(noteAfterPasting(u"s3\ncret"_s).contains(u"inside"_s));
    QVERIFY(noteAfterPasting(u"s3cret "_s).contains(u"blank"_s));
    QCOMPARE(noteAfterPasting(u"s3cret"_s), QString());
}

void TestConnectDialog::mistypedEndpointSaysWhatChanged()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"https://central.example/main/integrations?s=1"_s);
    QCOMPARE(form.note(u"Endpoint"_s), u"Will connect to https://central.example, port 443. The "
                                       "path after the address is left out."_s);
    form.field(u"Endpoint"_s)->setText(u"2001:db8::1"_s);
    QVERIFY(form.note(u"Endpoint"_s).contains(u"brackets"_s));
    form.field(u"Endpoint"_s)->setText(u"central.example.:8443"_s);
    QCOMPARE(form.note(u"Endpoint"_s), u"Will connect to https://central.example, port 8443."_s);
}

void TestConnectDialog::unusableKeychainKeepsTheWishToKeep()
{
    Form form;
    form.dialog.setProfile(samples::profile());
    auto *keep = gui::part<QCheckBox>(&form.dialog, u"Keep in keychain"_s);
    QVERIFY(keep->isChecked());
    form.dialog.setKeychainUnavailable(u"There is none: until Rox Tokens is closed."_s);
    QVERIFY(!keep->isEnabled() && !keep->isChecked());
    QCOMPARE(keep->accessibleDescription(), u"There is none: until Rox Tokens is closed."_s);
    QVERIFY(form.dialog.profile().keepInKeychain); // the wish is kept
    QVERIFY(!form.dialog.keychainUsable());
    form.dialog.setBusy(true);
    form.dialog.setBusy(false);
    QVERIFY(!keep->isEnabled());
    form.dialog.setKeychainUnavailable({});
    QVERIFY(keep->isEnabled() && keep->isChecked());
    QVERIFY(form.dialog.keychainUsable());
    keep->click();
    form.dialog.setKeychainUnavailable({}); // usable as before: the box stays unchecked
    QVERIFY(!keep->isChecked() && !form.dialog.profile().keepInKeychain);
    form.dialog.setKeychainUnavailable(u"There is none."_s);
    form.dialog.setKeychainUnavailable({});
    QVERIFY(!keep->isChecked() && !form.dialog.profile().keepInKeychain);
}

void TestConnectDialog::namesAreLimited()
{
    Form form;
    form.choose(u"Password"_s);
    for (const QString &name : {u"Name"_s, u"User name"_s}) {
        form.field(name)->setText(QString(1000, u'x'));
        QCOMPARE(form.field(name)->text().size(), MaxNameLength);
    }
}

void TestConnectDialog::otherFieldsRefuseTokens_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Name", "Endpoint", "User name", "CA certificate file"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestConnectDialog::otherFieldsRefuseTokens()
{
    QFETCH(QString, name);
    const QString token = u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl"_s;
    Form form;
    form.dialog.setProfile(samples::profile());
    form.choose(u"Password"_s); // shows all of these fields
    QLineEdit *field = form.field(name);
    const QString before = field->text();
    const ServerProfile profile = form.dialog.profile();
    field->selectAll();
    QGuiApplication::clipboard()->setText(u"Bearer "_s + token);
    field->paste();
    QCOMPARE(field->text(), before);
    QTRY_COMPARE(form.note(name),
                 u"This is a token. It belongs in the field API token. It was not kept here."_s);
    QCOMPARE(form.dialog.profile(), profile);
    field->insert(u"x"_s);
    QVERIFY(!form.note(name).startsWith(u"This is a token"_s));
    form.choose(u"API token"_s);
    form.field(u"API token"_s)->insert(token);
    QCOMPARE(form.dialog.secret().value.view().toByteArray(), token.toLatin1());
}

void TestConnectDialog::forgottenCredentialHasToBeEntered()
{
    for (const auto purpose : {ConnectDialog::Purpose::Edit, ConnectDialog::Purpose::Keep}) {
        Form form(purpose);
        form.dialog.setProfile(samples::profile());
        QVERIFY(form.note(u"API token"_s).endsWith(u"leave empty to keep it."_s));
        form.dialog.setCredentialKept(false);
        QCOMPARE(form.note(u"API token"_s), QString());
        form.button(purpose == ConnectDialog::Purpose::Edit ? u"Save"_s : u"Keep connection"_s)
            ->click();
        QCOMPARE(form.asked.size(), 0);
        QCOMPARE(form.note(u"API token"_s), u"Enter the API token."_s);
    }
}

void TestConnectDialog::stopTrustingEndsTheTrust()
{
    Form form(ConnectDialog::Purpose::Edit);
    ServerProfile known = samples::profile();
    form.dialog.setProfile(known);
    auto *stop = gui::button(&form.dialog, u"Stop trusting this certificate"_s);
    QVERIFY(stop && !stop->isVisible());
    known.trust = {
        TrustRule::Kind::Certificate, {}, samples::trustedCertificate(), 1'772'582'400'000};
    form.dialog.setProfile(known);
    QTRY_VERIFY(stop->isVisible());
    form.field(u"CA certificate file"_s)->setText(u"/ca.pem"_s);
    QVERIFY(!stop->isVisible());
    form.field(u"CA certificate file"_s)->clear();
    form.dialog.setBusy(true);
    QVERIFY(!stop->isEnabled());
    form.dialog.setBusy(false);
    stop->setFocus();
    stop->click();
    QCOMPARE(form.dialog.profile().trust, TrustRule());
    QCOMPARE(form.note(u"CA certificate file"_s), u"The certificate will be looked at anew."_s);
    QVERIFY(!stop->isVisible());
    QCOMPARE(form.dialog.focusWidget(), form.field(u"CA certificate file"_s));
    form.dialog.setProfile(known); // a new profile restores its trust
    QCOMPARE(form.dialog.profile().trust, known.trust);
}

void TestConnectDialog::arrowKeysChooseColors()
{
    Form form;
    auto *blue = gui::part<QRadioButton>(&form.dialog, u"Blue"_s);
    blue->setFocus();
    QTest::keyClick(blue, Qt::Key_Right);
    QCOMPARE(form.dialog.profile().colorName, u"plum"_s);
    QTest::mouseClick(gui::part<QRadioButton>(&form.dialog, u"Slate"_s), Qt::LeftButton);
    QCOMPARE(form.dialog.profile().colorName, u"slate"_s);
    QCOMPARE(ColorPicker::colorNames().size(), 8);
    ColorPicker picker;
    picker.setColorName(u"no such"_s);
    QCOMPARE(picker.colorName(), u"blue"_s);
}

void TestConnectDialog::chosenCaFileIsFilledIn()
{
    Form form;
    form.button(u"Choose CA certificate file"_s)->click();
    auto *files = form.dialog.findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    QStringList read;
    form.dialog.setCaFileReader(
        [&read](const QString &path, QObject *, const ConnectDialog::NoteHandler &handler) {
            read.append(path);
            handler({u"Holds one."_s});
        });
    Q_EMIT files->fileSelected(u"/home/mk/ca.pem"_s);
    files->close();
    QCOMPARE(form.field(u"CA certificate file"_s)->text(), u"/home/mk/ca.pem"_s);
    QCOMPARE(read, QStringList(u"/home/mk/ca.pem"_s));
    QCOMPARE(form.note(u"CA certificate file"_s), u"Holds one."_s);
}

void TestConnectDialog::caFileIsReadWhenTheFieldIsLeft()
{
    Form form;
    QVERIFY(form.active);
    QStringList read;
    ConnectDialog::NoteHandler late;
    form.dialog.setCaFileReader(
        [&](const QString &path, QObject *, const ConnectDialog::NoteHandler &handler) {
            read.append(path);
            late = handler;
        });
    QLineEdit *file = form.field(u"CA certificate file"_s);
    const QString before = form.note(u"CA certificate file"_s);
    file->setFocus();
    QTest::keyClicks(file, u"/ca.pem"_s);
    QCOMPARE(read, QStringList()); // not at each key
    QTest::keyClick(file, Qt::Key_Tab);
    QCOMPARE(read, QStringList(u"/ca.pem"_s));
    late({u"No certificate in this file."_s, NoteTone::Problem});
    QCOMPARE(form.note(u"CA certificate file"_s), u"No certificate in this file."_s);
    file->setText(u"/other.pem"_s); // what was read is about another file
    QCOMPARE(form.note(u"CA certificate file"_s), before);
    late({u"No certificate in this file."_s, NoteTone::Problem});
    QCOMPARE(form.note(u"CA certificate file"_s), before);
}

void TestConnectDialog::emptySecretKeepsTheCredential()
{
    Form form(ConnectDialog::Purpose::Edit);
    form.dialog.setProfile(samples::profile());
    QCOMPARE(form.dialog.windowTitle(), u"Edit connection"_s);
    QCOMPARE(form.note(u"API token"_s), u"Kept in the keychain; leave empty to keep it."_s);
    form.field(u"Name"_s)->setText(u"prod"_s);
    form.button(u"Save"_s)->click();
    QCOMPARE(form.asked.size(), 1);
    ServerProfile expected = samples::profile();
    expected.name = u"prod"_s;
    QCOMPARE(form.asked.constFirst(), expected);
    QVERIFY(form.value.isEmpty());
}

void TestConnectDialog::otherOriginNeedsTheCredentialAgain()
{
    Form form(ConnectDialog::Purpose::Edit);
    form.dialog.setProfile(samples::profile());
    form.field(u"Endpoint"_s)->setText(u"central-us.acme.example:8443"_s);
    QCOMPARE(form.note(u"API token"_s), QString());
    form.button(u"Save"_s)->click();
    QCOMPARE(form.asked.size(), 0);
    QCOMPARE(form.note(u"API token"_s), u"Enter the API token."_s);
    form.field(u"Endpoint"_s)->setText(u"https://central-us.acme.example:443/"_s); // the same
    form.button(u"Save"_s)->click();
    QCOMPARE(form.asked.size(), 1);

    ServerProfile byPassword = samples::profile();
    byPassword.signIn = SignInMethod::Password;
    byPassword.userName = u"mkeller"_s;
    form.dialog.setProfile(byPassword);
    QCOMPARE(form.note(u"Password"_s), u"Kept in the keychain; leave empty to keep it."_s);
    form.field(u"User name"_s)->setText(u"admin"_s);
    form.button(u"Save"_s)->click();
    QCOMPARE(form.note(u"Password"_s), u"Enter the password."_s);
    QCOMPARE(form.asked.size(), 1);
}

void TestConnectDialog::otherOriginEndsTheTrust()
{
    Form form(ConnectDialog::Purpose::Edit);
    ServerProfile known = samples::profile();
    known.trust = {
        TrustRule::Kind::Certificate, {}, samples::trustedCertificate(), 1'772'582'400'000};
    form.dialog.setProfile(known);
    QCOMPARE(form.dialog.profile().trust, known.trust);
    QVERIFY(form.note(u"CA certificate file"_s).contains(u"4 Mar 2026"_s));
    form.field(u"CA certificate file"_s)->setText(u"/ca.pem"_s);
    QCOMPARE(form.dialog.profile().trust.kind, TrustRule::Kind::CaFile);
    QVERIFY(!form.dialog.profile().trust.certificate);
    form.field(u"CA certificate file"_s)->clear();
    form.field(u"Endpoint"_s)->setText(u"elsewhere.example"_s);
    QCOMPARE(form.dialog.profile().trust, TrustRule());
}

void TestConnectDialog::cardShowsUserAndRights()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ.a.b"_s);
    form.dialog.setBusy(true);
    Permissions may;
    may.access = {{u"Integration"_s, Access::Read}, {u"Access"_s, Access::Read}};
    form.dialog.showConnected(
        {u"prod\u202Eus"_s, u"<b>ci</b>"_s, SignInMethod::ApiToken, samples::inJanuary(), may});
    const QString all = gui::everythingSaid(&form.dialog);
    QVERIFY(
        all.contains(u"Signed in to prod⟨U+202E⟩us as <b>ci</b> (API token, until 12 Jan 2027)"_s));
    QVERIFY(all.contains(u"needs write access to Integration"_s));
    QVERIFY(!all.contains(u"Integration and read access to Access"_s)); // that right is there
    QVERIFY(!form.field(u"Endpoint"_s)->isVisible());
    QVERIFY(form.dialog.secret().value.isEmpty());
    form.button(u"Show tokens"_s)->click();
    QCOMPARE(form.dialog.result(), int(QDialog::Accepted));
    QCOMPARE(form.asked.size(), 0);

    ConnectedCard card;
    card.setConnected({u"x"_s, u"y"_s, SignInMethod::Browser, NoTime, std::nullopt});
    QVERIFY(gui::everythingSaid(&card).contains(u"not known"_s));

    // An end within a day is shown as a time of day.
    const UtcMs evening = QDateTime(QDate(2026, 11, 25), QTime(23, 50)).toMSecsSinceEpoch();
    const UtcMs end = evening + 20 * MinuteMs;
    card.setConnected({u"x"_s, u"admin"_s, SignInMethod::Password, end, std::nullopt, evening});
    QVERIFY2(gui::everythingSaid(&card).contains(u"(password, until 26 Nov, 00:10)"_s),
             qPrintable(gui::everythingSaid(&card)));
    card.setConnected(
        {u"x"_s, u"admin"_s, SignInMethod::Password, end, std::nullopt, end - 10 * MinuteMs});
    QVERIFY(gui::everythingSaid(&card).contains(u"(password, until 00:10)"_s));
    card.setConnected({u"x"_s, u"ci"_s, SignInMethod::ApiToken, end, Permissions()});
    QVERIFY(gui::everythingSaid(&card).contains(
        u"needs write access to Integration and read access to Access"_s));
}

void TestConnectDialog::signInWithoutRightsIsNoSuccess()
{
    Form form;
    form.field(u"Endpoint"_s)->setText(u"central.example"_s);
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ.a.b"_s);
    form.dialog.setBusy(true);
    form.dialog.showConnected(
        {u"staging"_s, u"ci"_s, SignInMethod::ApiToken, samples::inJanuary(), Permissions()});
    const QString all = gui::everythingSaid(&form.dialog);
    QVERIFY2(all.contains(u"Signed in, but ci may do nothing on staging."_s), qPrintable(all));
    QVERIFY(!all.contains(u"Signed in to staging"_s));
    QVERIFY(!form.button(u"Show tokens"_s));
    auto *differently = form.button(u"Sign in differently…"_s);
    QVERIFY(differently && differently->isVisible());
    QCOMPARE(form.dialog.focusWidget(), differently);
    form.button(u"Close"_s)->click();
    QVERIFY(!form.dialog.isVisible());
}

void TestConnectDialog::closingWipesSecrets()
{
    Form form;
    QTest::keyClicks(form.field(u"API token"_s), u"eyJ.a.b"_s);
    form.choose(u"Password"_s);
    QTest::keyClicks(form.field(u"Password"_s), u"pw"_s);
    form.button(u"Cancel"_s)->click();
    QVERIFY(!form.dialog.isVisible());
    QVERIFY(form.field(u"API token"_s)->text().isEmpty());
    QVERIFY(form.field(u"Password"_s)->text().isEmpty());
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
