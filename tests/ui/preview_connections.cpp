// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/connectionsamples.h"
#include "tests/ui/dialogsamples.h"
#include "ui/connect/certificatedialog.h"
#include "ui/connect/changedcertificatedialog.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/signinfields.h"
#include "ui/servers/importdialog.h"
#include "ui/servers/removeserverdialog.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/widgets/detailsdialog.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTranslator>
#include <QUrl>

// preview_connections FOLDER [light|dark [FONT PIXELS]]
// QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin preview_connections out dark

namespace {

using namespace rox;
using namespace Qt::StringLiterals;

class Preview
{
public:
    explicit Preview(const QDir &folder)
        : m_folder(folder)
    {}

    void form();
    void signIn();
    void waiting();
    void faults();
    void others();
    void certificates();

private:
    void grab(QWidget *window, const QString &name)
    {
        window->show();
        window->activateWindow();
        if (auto *edit = qobject_cast<QLineEdit *>(window->focusWidget()))
            edit->deselect();
        QApplication::processEvents();
        QApplication::processEvents();
        window->grab().save(m_folder.filePath(name + u".png"_s));
    }

    QDir m_folder;
    samples::FakeClock m_clock;
};

void fill(ConnectDialog *dialog)
{
    dialog->setProfile(samples::profile());
    dialog->setTokenReader([](const Secret &) {
        return ConnectDialog::Note{
            u"Looks like an API token for Central, valid until 12 Jan 2027."_s};
    });
    dialog->findChild<QLineEdit *>(u"apiToken"_s)->insert(u"eyJhbGciOiJSUzI1NiIsImt"_s);
    dialog->findChild<QLineEdit *>(u"endpoint"_s)->setFocus();
}

void Preview::form()
{
    ConnectDialog dialog(ConnectDialog::Purpose::Connect);
    grab(&dialog, u"06-empty"_s);
    fill(&dialog);
    grab(&dialog, u"06-a"_s);
    dialog.setBusy(true, u"Looking at the certificate…"_s);
    grab(&dialog, u"06-a-busy"_s);
    dialog.setBusy(false);
    dialog.findChild<QToolButton *>(u"passwordButton"_s)->click();
    grab(&dialog, u"06-a-password"_s);
    dialog.setKeychainUnavailable(u"This computer offers no keychain. The credential is kept "
                                  "until Rox Tokens is closed."_s);
    dialog.findChild<QToolButton *>(u"browserButton"_s)->click();
    grab(&dialog, u"06-a-nokeychain"_s);

    ConnectDialog edit(ConnectDialog::Purpose::Edit);
    ServerProfile known = samples::profile();
    known.trust = {TrustRule::Kind::Certificate,
                   {},
                   samples::trustedCertificate(),
                   m_clock.time - 174 * DayMs};
    edit.setProfile(known);
    grab(&edit, u"06-edit"_s);
}

void Preview::signIn()
{
    ServerProfile staging = samples::profile();
    staging.name = u"staging"_s;
    staging.colorName = u"teal"_s;
    ConnectDialog dialog(ConnectDialog::Purpose::SignIn);
    dialog.setProfile(staging);
    dialog.setReason(u"Your sign-in ended at 09:30."_s);
    grab(&dialog, u"19-a"_s);
    dialog.findChild<QLineEdit *>(u"apiToken"_s)->insert(u"eyJhbGciOiJSUzI1NiIsImt"_s);
    ApiError refused;
    refused.kind = ApiError::Kind::Unauthenticated;
    refused.serverText = u"token validation failed"_s;
    refused.credentialFate = ApiError::CredentialFate::StillValid;
    refused.credentialTime = samples::inJanuary();
    dialog.setProblem(ConnectDialog::Field::ApiToken, refusedCredential(refused, u"staging"_s));
    dialog.grab().save(m_folder.filePath(u"19b-a.png"_s));
    dialog.findChild<QToolButton *>(u"browserButton"_s)->click();
    dialog.setBrowserWait(271'000);
    const QUrl page(u"https://central-us.acme.example/authorize-roxctl?callback="_s);
    dialog.signInFields()->setBrowserPage(page, true);
    grab(&dialog, u"19b-e-opened"_s);
    dialog.signInFields()->setBrowserPage(page, false);
    grab(&dialog, u"19b-e"_s);
    dialog.setBusy(false);
    dialog.findChild<QToolButton *>(u"passwordButton"_s)->click();
    dialog.findChild<QPushButton *>(u"editConnection"_s)->click();
    grab(&dialog, u"19-unfolded"_s);

    ConnectDialog twice(ConnectDialog::Purpose::Connect);
    staging.name = u"prod-eu"_s;
    twice.setOthers({staging}, {u"prod-eu"_s});
    twice.findChild<QLineEdit *>(u"serverName"_s)->setText(u"Prod-EU"_s);
    twice.findChild<QLineEdit *>(u"endpoint"_s)->setText(staging.endpoint.display());
    grab(&twice, u"19b-g"_s);
}

void Preview::waiting()
{
    ConnectDialog dialog(ConnectDialog::Purpose::Connect);
    fill(&dialog);
    dialog.findChild<QToolButton *>(u"browserButton"_s)->click();
    dialog.setBrowserWait(271'000);
    grab(&dialog, u"06-b"_s);

    ConnectDialog done(ConnectDialog::Purpose::Connect);
    fill(&done);
    Permissions may;
    may.access = {{u"Integration"_s, Access::Read}};
    done.showConnected(
        {u"prod-us"_s, u"ci-reader"_s, SignInMethod::ApiToken, samples::inJanuary(), may});
    grab(&done, u"06-d"_s);
    ConnectDialog useless(ConnectDialog::Purpose::SignIn);
    fill(&useless);
    useless.showConnected(
        {u"staging"_s, u"ci"_s, SignInMethod::ApiToken, samples::inJanuary(), Permissions()});
    grab(&useless, u"19b-h"_s);
}

void Preview::faults()
{
    ConnectDialog dialog(ConnectDialog::Purpose::Connect);
    fill(&dialog);
    auto *endpoint = dialog.findChild<QLineEdit *>(u"endpoint"_s);
    endpoint->setText(u"https://admin:pw@central-us.acme.example/ui"_s);
    Q_EMIT endpoint->editingFinished();
    dialog.findChild<QLineEdit *>(u"caCertificateFile"_s)->setText(u"/home/mk/ca.txt"_s);
    dialog.setProblem(ConnectDialog::Field::ApiToken,
                      u"This token expired on 3 Aug 2026. Central would refuse it."_s);
    dialog.setProblem(ConnectDialog::Field::CaFile,
                      u"No certificate in this file. A PEM file begins with "
                      "“-----BEGIN CERTIFICATE-----”."_s);
    grab(&dialog, u"06-c"_s);
    ApiError error;
    error.kind = ApiError::Kind::ConnectionRefused;
    dialog.showError(sentenceFor(error, Operation::Connect, u"prod-us"_s), u"Kind: Refused"_s);
    grab(&dialog, u"06-c-error"_s);
}

void Preview::others()
{
    ImportDialog imports(
        {{u"central-eu"_s, u"central-eu.acme.example"_s, m_clock.time + 5 * DayMs},
         {u"central-us"_s, u"central-us.acme.example:8443"_s, m_clock.time - DayMs},
         {u"lab"_s, QString(300, u'w'), NoTime}},
        m_clock.time);
    grab(&imports, u"07a-import"_s);
    DetailsDialog details(u"prod-eu cannot be reached: connection refused. Check the address and "
                          "whether Central runs."_s,
                          u"Kind: ConnectionRefused\nUnderlying: Connection refused\nURL: "
                          "https://central-eu.acme.example/v1/apitokens?revoked=false\nTime: "
                          "2026-08-25T08:42:11Z"_s,
                          nullptr);
    grab(&details, u"07d-details"_s);
    DetailsDialog longer(u"prod-eu failed."_s, QString(1500, u'x').replace(u'x', "line of it\n"_L1),
                         nullptr);
    grab(&longer, u"07d-details-long"_s);
    RemoveServerDialog remove(u"prod-eu"_s, true, nullptr);
    remove.setAttribute(Qt::WA_DeleteOnClose, false);
    grab(&remove, u"remove"_s);
}

void Preview::certificates()
{
    CertificateDialog::Content content = samples::unknownCertificate(m_clock.time);
    CertificateDialog unknown(content);
    grab(&unknown, u"06b"_s);
    content.facts.names = {u"evil\u202Emoc.example"_s};
    content.facts.problems.append(CertificateFacts::Problem::Expired);
    CertificateDialog other(content);
    grab(&other, u"06b-other"_s);
    content.facts = {};
    CertificateDialog none(content);
    grab(&none, u"06b-none"_s);
    ChangedCertificateDialog changed(samples::changedCertificate(m_clock.time));
    grab(&changed, u"06c"_s);
    ChangedCertificateDialog::Content sameDay = samples::changedCertificate(m_clock.time);
    sameDay.shown = sameDay.trusted;
    sameDay.shown.sha256 = samples::proxyCertificate().sha256;
    sameDay.shown.notAfter += 90 * SecondMs;
    ChangedCertificateDialog renewed(sameDay);
    grab(&renewed, u"06c-same-day"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QFont font(u"Inter"_s);
    font.setPixelSize(arguments.value(3, u"13"_s).toInt());
    QApplication::setFont(font);
    rox::installStyle(arguments.value(2, u"light"_s));
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&english);
    const QDir folder(arguments.value(1, u"."_s));
    folder.mkpath(u"."_s);
    Preview preview{folder};
    preview.form();
    preview.signIn();
    preview.waiting();
    preview.faults();
    preview.others();
    preview.certificates();
    return 0;
}
