// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokelistmodel.h"
#include "models/roles/rolelistmodel.h"
#include "tests/ui/dialogsamples.h"
#include "tests/ui/samplewindows.h"
#include "ui/generate/comparisondialog.h"
#include "ui/generate/generateddialog.h"
#include "ui/generate/generatedialog.h"
#include "ui/generate/needdialog.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/helpdialog.h"
#include "ui/help/keysdialog.h"
#include "ui/revoke/revokedialog.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/widgets/secretclipboard.h"
#include "ui/window/actiontable.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

// preview_dialogs FOLDER [light|dark [FONT PIXELS]]
// QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin preview_dialogs out dark

namespace {

using namespace rox;
using namespace Qt::StringLiterals;

class Preview
{
public:
    explicit Preview(const QDir &folder)
        : m_folder(folder)
    {}

    void generate();
    void adviseRoles();
    void generated();
    void revoke();
    void running();
    void windowDialogs();

private:
    void settle() { QApplication::processEvents(); }

    void grab(QWidget *window, const QString &name)
    {
        window->show();
        window->activateWindow();
        if (auto *edit = qobject_cast<QLineEdit *>(window->focusWidget()))
            edit->deselect();
        settle();
        settle();
        window->grab().save(m_folder.filePath(name + u".png"_s));
    }

    void grabQuestion(QWidget *dialog, const QString &name)
    {
        settle();
        for (auto *question : dialog->findChildren<QDialog *>())
            grab(question, name);
    }

    QDir m_folder;
    samples::FakeClock m_clock;
};

void press(QWidget *window, const QString &name)
{
    if (auto *button = window->findChild<QAbstractButton *>(name))
        button->click();
}

void Preview::generate()
{
    RoleListModel roles;
    QList<RoleGrant> grants = samples::grants();
    grants[1].description = u"For users: use it to give read-only access to all the items"_s;
    grants[3].description =
        u"For automation: it includes the permissions required to enforce deployment policies"_s;
    roles.setRoles(samples::allowedRoles(), grants);
    const auto count = [](const QString &name) { return name == u"jenkins-prod-eu"_s ? 2 : 0; };
    {
        GenerateDialog dialog(samples::server(), &roles, count, &m_clock);
        dialog.setDraft(
            {u"jenkins-prod-eu"_s, {u"Continuous Integration"_s, u"Sensor Creator"_s}, NoTime});
        grab(&dialog, u"03-generate"_s);
        roles.setChecked({u"Admin"_s});
        grab(&dialog, u"03f-admin"_s);
        dialog.setBusy(true);
        grab(&dialog, u"03c-busy"_s);
        dialog.setBusy(false);
        press(&dialog, u"customButton"_s);
        auto *date = dialog.findChild<QDateTimeEdit *>(u"expirationDate"_s);
        QTest::mouseClick(date, Qt::LeftButton, {}, QPoint(date->width() - 12, 16));
        settle();
        if (QWidget *popup = QApplication::activePopupWidget()) {
            popup->grab().save(m_folder.filePath(u"03g-calendar.png"_s));
            popup->close();
        }
    }
    {
        GenerateDialog dialog(samples::server(), &roles, count, &m_clock);
        const auto custom = QDateTime(QDate(2026, 9, 30), QTime(18, 0)).toMSecsSinceEpoch();
        dialog.setDraft(
            {u"gitlab-runner-08"_s, {u"Continuous Integration"_s, u"Sensor Creator"_s}, custom});
        dialog.findChild<QLineEdit *>(u"searchRoles"_s)->setText(u"s"_s);
        const ApiError error = samples::escalation();
        dialog.showError(sentenceFor(error, Operation::Generate, u"prod-eu"_s), error);
        dialog.findChild<QLineEdit *>(u"searchRoles"_s)->setFocus();
        grab(&dialog, u"03b-refused"_s);
    }
    {
        GenerateDialog dialog(samples::server(), &roles, count, &m_clock);
        dialog.setDraft({u"x"_s, {}, m_clock.time - DayMs});
        dialog.setRolesLoading(true);
        dialog.findChild<QLineEdit *>(u"tokenName"_s)->setText(u" "_s);
        grab(&dialog, u"03d-incomplete"_s);
        dialog.resize(632, 400);
        grab(&dialog, u"03e-small"_s);
    }
}

void Preview::adviseRoles()
{
    QList<RoleGrant> roles = samples::grants();
    roles.append({u"Production Reader"_s,
                  {},
                  {{u"Deployment"_s, Access::Read}, {u"Image"_s, Access::Read}},
                  u"7b0cd8a5"_s,
                  u"Production clusters"_s});
    const auto propose = [&](const AccessMap &need, const QString &name) {
        NeedDialog dialog(roles);
        dialog.offerGrantsOf({{u"Checked"_s, {}, need}});
        auto *job = dialog.findChild<QComboBox *>(u"job"_s);
        job->setCurrentIndex(1);
        Q_EMIT job->activated(1);
        grab(&dialog, name);
    };
    propose({}, u"need-empty"_s);
    propose({{u"Detection"_s, Access::Read}, {u"Image"_s, Access::ReadWrite}}, u"need-exact"_s);
    propose({{u"Cluster"_s, Access::ReadWrite},
             {u"Image"_s, Access::ReadWrite},
             {u"Alert"_s, Access::Read}},
            u"need-more"_s);
    propose({{u"Integration"_s, Access::ReadWrite}}, u"need-admin"_s);
    roles.removeFirst();
    propose({{u"Node"_s, Access::ReadWrite}, {u"Secret"_s, Access::ReadWrite}},
            u"need-ungranted"_s);
    ComparisonDialog compare(roles);
    compare.setRoles(u"Analyst"_s, u"Production Reader"_s);
    grab(&compare, u"compare-scopes"_s);
    compare.setRoles(u"Vulnerability Report Creator"_s, u"Configuration Controller"_s);
    grab(&compare, u"compare"_s);
}

void Preview::generated()
{
    SecretClipboard clipboard;
    const QByteArray value =
        QByteArray("eyJhbGciOiJSUzI1NiIsImtpZCI6ImRlbW8ifQ.").append(QByteArray(1009, 'x'));
    const Token token = samples::token(u"jenkins-prod-eu-2"_s, {u"Continuous Integration"_s},
                                       m_clock.time + 90 * DayMs);
    const auto make = [&] {
        auto made = std::make_unique<GeneratedDialog>(samples::server(), token, Secret(value),
                                                      &clipboard, &m_clock);
        made->setPlace({u"central-eu.acme.example:443"_s, u"acme-ca.pem"_s});
        return made;
    };
    auto dialog = make();
    grab(dialog.get(), u"04-a"_s);
    dialog->close();
    grabQuestion(dialog.get(), u"04-c"_s);
    dialog = make();
    press(dialog.get(), u"environmentLineButton"_s);
    press(dialog.get(), u"copyToken"_s);
    grab(dialog.get(), u"04-b"_s);
    press(dialog.get(), u"clearNow"_s);
    grab(dialog.get(), u"13b-c"_s);
    dialog->close();
    grabQuestion(dialog.get(), u"04-c-cleared"_s);
    dialog = make();
    dialog->showSaved(QDir::homePath() + u"/tokens/jenkins-prod-eu-2.token"_s);
    grab(dialog.get(), u"04-d"_s);
    press(dialog.get(), u"shellScriptButton"_s);
    grab(dialog.get(), u"04-d-script"_s);
    press(dialog.get(), u"gitHubActionsButton"_s);
    grab(dialog.get(), u"04-d-github"_s);
    press(dialog.get(), u"gitLabCiButton"_s);
    grab(dialog.get(), u"04-d-gitlab"_s);
    press(dialog.get(), u"jenkinsButton"_s);
    grab(dialog.get(), u"04-d-jenkins"_s);
    press(dialog.get(), u"tektonButton"_s);
    grab(dialog.get(), u"04-d-tekton"_s);
    press(dialog.get(), u"showToken"_s);
    press(dialog.get(), u"kubernetesSecretButton"_s);
    grab(dialog.get(), u"04-d"_s);
}

Token tokenOf(const QString &name, const QString &id, const QStringList &roles, UtcMs expiresAt,
              UtcMs issuedAt)
{
    return {id, name, roles, issuedAt, expiresAt};
}

QList<Token> fiveTokens(UtcMs now)
{
    const QString ci = u"Continuous Integration"_s;
    return {tokenOf(u"desktop-mkeller"_s, u"0d8f6c1e-1"_s, {u"Token Manager"_s, u"Analyst"_s},
                    now + 6 * DayMs + HourMs, now - 84 * DayMs),
            tokenOf(u"jenkins-prod-eu"_s, u"3f2a91d0-1"_s, {ci}, now + 2 * DayMs + HourMs,
                    now - 88 * DayMs),
            tokenOf(u"jenkins-prod-eu"_s, u"7be41f0a-1"_s, {ci}, now + 60 * DayMs, now - 9 * DayMs),
            tokenOf(u" \u2800"_s, u"9a72e310-1"_s, {u"Analyst"_s}, now + 90 * DayMs,
                    now - 2 * MinuteMs),
            tokenOf(u"break-glass-2026"_s, u"b60e1d93-1"_s, {u"Admin"_s}, now + 12 * DayMs + HourMs,
                    now - 353 * DayMs)};
}

RevokeListModel::NameCount jenkinsTwice()
{
    return [](const QString &name) { return name == u"jenkins-prod-eu"_s ? 2 : 1; };
}

void Preview::revoke()
{
    RevokeListModel model;
    model.setTokens(fiveTokens(m_clock.time), u"0d8f6c1e-1"_s);
    model.setRevokedAlready(1);
    model.setNameCount(jenkinsTwice());
    RevokeDialog dialog(samples::server(), &model, &m_clock);
    grab(&dialog, u"18a-a"_s);
    dialog.findChild<QLineEdit *>(u"confirmation"_s)->setText(u"revoke"_s);
    dialog.findChild<QLineEdit *>(u"confirmation"_s)->setFocus();
    grab(&dialog, u"18a-a-typed"_s);
    press(&dialog, u"revoke"_s);
    grabQuestion(&dialog, u"18a-a-in-use"_s);

    RevokeListModel many;
    many.setTokens(samples::manyTokens(u"pipeline"_s, 1298, m_clock.time)
                       + QList<Token>{samples::token(u"bulk-root-1"_s, {u"Admin"_s},
                                                     m_clock.time + 91 * DayMs),
                                      samples::token(u"bulk-root-2"_s, {u"Analyst"_s, u"Admin"_s},
                                                     m_clock.time + 91 * DayMs)},
                   {});
    many.setRevokedAlready(2404);
    RevokeDialog large(samples::server(), &many, &m_clock);
    grab(&large, u"18a-b"_s);

    for (const QString &name : {u"argo-sync-old"_s, u"\u3164"_s}) {
        RevokeListModel one;
        one.setTokens(
            {samples::token(name, {u"Sensor Creator"_s}, m_clock.time + 44 * DayMs + HourMs)}, {});
        RevokeDialog single(samples::server(), &one, &m_clock);
        grab(&single, name == u"\u3164"_s ? u"18a-d-no-name"_s : u"18a-d"_s);
    }
}

void Preview::running()
{
    using State = RevokeListModel::State;
    QList<Token> tokens;
    for (int i = 1; i <= 60; ++i)
        tokens.append(tokenOf(u"team-payments-tekton-image-check-stage-eu-west-%1"_s.arg(i),
                              u"%1c0d3ae-x"_s.arg(i + 16, 0, 16), {u"Continuous Integration"_s},
                              m_clock.time + (20 + i) * DayMs, m_clock.time - 60 * DayMs));
    RevokeListModel model;
    model.setTokens(tokens, {});
    RevokeDialog dialog(samples::server(), &model, &m_clock);
    const auto set = [&](int first, int last, State state, const QString &why = {}) {
        for (int i = first; i <= last; ++i)
            model.setState(tokens.at(i - 1).id, state, why,
                           why.isEmpty() ? QString() : u"details"_s, m_clock.time + 132'000);
    };
    model.begin(true);
    dialog.setStage(RevokeDialog::Stage::Running);
    set(1, 33, State::Revoked);
    set(4, 4, State::AlreadyGone);
    set(34, 37, State::Asking);
    grab(&dialog, u"18b-running"_s);
    press(&dialog, u"stop"_s);
    set(38, 60, State::Stopped);
    grab(&dialog, u"18b-a-stopping"_s);
    set(34, 37, State::Revoked);
    dialog.setStage(RevokeDialog::Stage::Result);
    grab(&dialog, u"18b-b-stopped"_s);
    press(&dialog, u"retryFailed"_s);
    grab(&dialog, u"18b-c-again"_s);
    model.begin(true);
    dialog.setStage(RevokeDialog::Stage::Running);
    set(38, 41, State::Unknown, u"The connection broke before Central answered."_s);
    set(42, 58, State::NotSent,
        u"prod-eu cannot be reached: connection refused. Check that Central runs."_s);
    set(59, 60, State::Failed,
        u"Central answered 503, service unavailable. Looked again at 10:44: still active."_s);
    dialog.setStage(RevokeDialog::Stage::Result);
    grab(&dialog, u"18b-d-failed"_s);
}

void Preview::windowDialogs()
{
    SettingsDialog settings;
    settings.addPage(u"settings"_s, u"General"_s, new GeneralPage({}, true));
    grab(&settings, u"15a-settings"_s);
    const std::unique_ptr<QWidget> notices(samples::dialog("noticesettings")());
    grab(notices.get(), u"15a-notifications"_s);
    const std::unique_ptr<QWidget> history(samples::dialog("historysettings")());
    grab(history.get(), u"15b-history"_s);
    const std::unique_ptr<QWidget> forget(samples::dialog("forgethistory")());
    grab(forget.get(), u"15b-forget"_s);
    const std::unique_ptr<QWidget> forgetAll(samples::dialog("forgetallhistories")());
    grab(forgetAll.get(), u"15b-forget-all"_s);
    HelpDialog help;
    help.showTopic(u"revoke"_s);
    grab(&help, u"17c-help"_s);
    KeysDialog keys(keyGroups());
    grab(&keys, u"17c-keys"_s);
    AboutDialog about({u"1.0.0"_s, u"Qt 6.4.2"_s, u"Debian GNU/Linux 12 (bookworm), xcb"_s});
    grab(&about, u"17c-about"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, u"."_s);
    QFont font(u"Inter"_s);
    font.setPixelSize(arguments.value(3, u"13"_s).toInt());
    QApplication::setFont(font);
    rox::installStyle(arguments.value(2, u"light"_s));
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&english);
    QDir().mkpath(folder);
    Preview preview{QDir(folder)};
    preview.generate();
    preview.adviseRoles();
    preview.generated();
    preview.revoke();
    preview.running();
    preview.windowDialogs();
    return 0;
}
