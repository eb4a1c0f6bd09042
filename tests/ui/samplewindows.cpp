// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/samplewindows.h"

#include "models/revoke/revokelistmodel.h"
#include "models/roles/rolelistmodel.h"
#include "tests/ui/connectionsamples.h"
#include "tests/ui/dialogsamples.h"
#include "tests/ui/reviewwindows.h"
#include "tests/ui/rotationsamples.h"
#include "ui/connect/connectdialog.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/generate/rotatedialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/helpdialog.h"
#include "ui/help/keysdialog.h"
#include "ui/help/licencedialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/servers/importdialog.h"
#include "ui/servers/removeserverdialog.h"
#include "ui/settings/forgethistorydialog.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/historypage.h"
#include "ui/settings/noticespage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/detailsdialog.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/window/actiontable.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace rox::samples {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Purpose = ConnectDialog::Purpose;
using Stage = RevokeDialog::Stage;
using State = RevokeListModel::State;

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

QWidget *rotate()
{
    auto *roles = new RoleListModel;
    roles->setRoles(samples::allowedRoles(), samples::grants());
    const Token old = samples::rotation(TheClock).rotation.old;
    auto *dialog = new RotateDialog(
        samples::server(), roles, [](const QString &) { return 0; }, old, &TheClock);
    roles->setParent(dialog);
    roles->setChecked(old.roles);
    return opened(dialog);
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

QWidget *settings()
{
    auto *dialog = new SettingsDialog;
    dialog->addPage(u"settings"_s, u"General"_s, new GeneralPage({}, true));
    return opened(dialog);
}

KeptHistory keptHistory()
{
    return {.address = u"lab.acme.example:8443"_s,
            .name = u"lab"_s,
            .since = Now - 105 * DayMs,
            .tokens = 203,
            .revoked = 9,
            .annotated = 4,
            .requests = 12,
            .openRequests = 1,
            .bytes = 900'000,
            .files = 3};
}

QWidget *historySettings()
{
    auto *page = new HistoryPage({});
    KeptHistory removed = keptHistory();
    removed.address = u"old.acme.example:443"_s;
    const KeptHistories all{
        .folder = u"history"_s, .isOnNetwork = true, .histories = {keptHistory(), removed}};
    page->setHistories(all, {{keptHistory(), u"lab"_s, u"sand"_s}, {removed, u"old-lab"_s, {}}});
    auto *dialog = new SettingsDialog;
    dialog->addPage(u"changes"_s, u"History"_s, page);
    return opened(dialog);
}

QWidget *noticeSettings()
{
    ServerNotices some;
    some.isChosen[0] = false;
    ServerNotices muted;
    muted.isMuted = true;
    auto *dialog = new SettingsDialog;
    dialog->addPage(u"bell"_s, u"Notifications"_s,
                    new NoticesPage({.servers = {{u"b"_s, some}, {u"c"_s, muted}}},
                                    {{u"a"_s, u"prod-eu"_s, u"blue"_s},
                                     {u"b"_s, u"prod-us"_s, u"plum"_s},
                                     {u"c"_s, u"lab"_s, u"sand"_s}}));
    return opened(dialog);
}

QWidget *forgetHistory()
{
    auto *dialog = new ForgetHistoryDialog(server(), keptHistory(), true, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return opened(dialog);
}

QWidget *forgetAllHistories()
{
    const KeptHistories all{.folder = u"history"_s, .histories = {keptHistory(), keptHistory()}};
    auto *dialog = new ForgetHistoryDialog(all, {u"lab"_s, u"prod-eu"_s, u"prod-us"_s}, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return opened(dialog);
}

QWidget *help()
{
    return opened(new HelpDialog);
}

QWidget *keys()
{
    return opened(new KeysDialog(keyGroups()));
}

QWidget *about()
{
    return opened(new AboutDialog(aboutThisProgram()));
}

QWidget *licence()
{
    return opened(new LicenceDialog(nullptr));
}

} // namespace

QList<SampleWindow> dialogs()
{
    const QList<SampleWindow> own = {
        {"generate", generateComplete, 7},
        {"generate, incomplete", generateIncomplete, 5},
        {"generate, refused", generateRefused, 6},
        {"generate, no roles", generateWithoutRoles, 2},
        {"rotate", rotate, 8},
        {"generated", generatedFresh, 7},
        {"generated, copied", generatedCopied, 8},
        {"generated, not saved", generatedNotSaved, 7},
        {"close without the value", closeQuestion, 3},
        {"revoke one", revokeOne, 2},
        {"revoke many", revokeMany, 2},
        {"revoke the token in use", revokeTokenInUse, 2},
        {"revoking", [] { return revokeRunning(); }, 1},
        {"stopping", revokeStopping, 0},
        {"revoked", [] { return revokeResult(State::Revoked); }, 2},
        {"not revoked", [] { return revokeResult(State::Failed); }, 3},
        {"stopped", [] { return revokeResult(State::Stopped); }, 3},
        {"asked again", revokeAgain, 2},
        {"connect by token", connectByToken, 9},
        {"connect by password", connectByPassword, 9},
        {"connect by browser", connectWaitsForTheBrowser, 2},
        {"connect failed", connectFailed, 10},
        {"connected", connectDone, 1},
        {"edit", editWithTrust, 10},
        {"keep", [] { return opened(connectTo(Purpose::Keep)); }, 9},
        {"certificate unknown", [] { return certificateOf(true); }, 5},
        {"no certificate", [] { return certificateOf(false); }, 1},
        {"certificate changed", [] { return changedCertificate(false); }, 3},
        {"certificate compared", [] { return changedCertificate(true); }, 4},
        {"import", import, 2},
        {"remove server", removeServer, 2},
        {"details", details, 2},
        {"settings", settings, 9},
        {"noticesettings", noticeSettings, 2},
        {"historysettings", historySettings, 5},
        {"forgethistory", forgetHistory, 3},
        {"forgetallhistories", forgetAllHistories, 2},
        {"help", help, 0},
        {"keys", keys, 1},
        {"about", about, 4},
        {"licence", licence, 1},
    };
    return own + reviewDialogs();
}

gui::WindowMaker dialog(const char *name)
{
    const auto all = dialogs();
    const auto found = std::find_if(all.cbegin(), all.cend(), [name](const SampleWindow &window) {
        return qstrcmp(window.name, name) == 0;
    });
    Q_ASSERT(found != all.cend());
    return found->make;
}

} // namespace rox::samples
