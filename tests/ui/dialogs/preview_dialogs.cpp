// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revokelistmodel.h"
#include "models/rolelistmodel.h"
#include "tests/ui/dialogs/dialogsamples.h"
#include "ui/dialogs/generateddialog.h"
#include "ui/dialogs/generatedialog.h"
#include "ui/dialogs/revokedialog.h"
#include "ui/look/calmstyle.h"
#include "ui/look/tones.h"
#include "ui/parts/secretclipboard.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
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
    void generated();
    void revoke();
    void running();

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
    roles.setRoles(samples::allowedRoles(), samples::grants());
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
    }
    {
        GenerateDialog dialog(samples::server(), &roles, count, &m_clock);
        const auto custom = QDateTime(QDate(2026, 9, 30), QTime(18, 0)).toMSecsSinceEpoch();
        dialog.setDraft(
            {u"gitlab-runner-08"_s, {u"Continuous Integration"_s, u"Sensor Creator"_s}, custom});
        dialog.findChild<QLineEdit *>(u"searchRoles"_s)->setText(u"s"_s);
        const ApiError error = samples::escalation();
        dialog.showError(sentenceFor(error, Deed::Generate, u"prod-eu"_s), error);
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

void Preview::generated()
{
    SecretClipboard clipboard;
    const QByteArray value =
        QByteArray("eyJhbGciOiJSUzI1NiIsImtpZCI6ImRlbW8ifQ.").append(QByteArray(1009, 'x'));
    const Token token = samples::token(u"jenkins-prod-eu-2"_s, {u"Continuous Integration"_s},
                                       m_clock.time + 90 * DayMs);
    const auto make = [&] {
        return std::make_unique<GeneratedDialog>(samples::server(), token, Secret(value),
                                                 &clipboard, &m_clock);
    };
    auto dialog = make();
    grab(dialog.get(), u"04-a"_s);
    dialog->close();
    grabQuestion(dialog.get(), u"04-c"_s);
    dialog = make();
    press(dialog.get(), u"environmentlineButton"_s);
    press(dialog.get(), u"copyToken"_s);
    grab(dialog.get(), u"04-b"_s);
    press(dialog.get(), u"clearNow"_s);
    grab(dialog.get(), u"13b-c"_s);
    dialog->close();
    grabQuestion(dialog.get(), u"04-c-cleared"_s);
    dialog = make();
    dialog->showSaved(QDir::homePath() + u"/tokens/jenkins-prod-eu-2.token"_s);
    grab(dialog.get(), u"04-d"_s);
    press(dialog.get(), u"showToken"_s);
    press(dialog.get(), u"kubernetesSecretButton"_s);
    grab(dialog.get(), u"04-d"_s);
}

void Preview::revoke()
{
    RevokeListModel model;
    model.setTokens(samples::threeTokens(m_clock.time), u"id-of-desktop-mkeller"_s);
    RevokeDialog dialog(samples::server(), &model, &m_clock);
    grab(&dialog, u"05-a"_s);
    dialog.findChild<QLineEdit *>(u"confirmation"_s)->setText(u"revoke"_s);
    dialog.findChild<QLineEdit *>(u"confirmation"_s)->setFocus();
    grab(&dialog, u"05-f"_s);
    press(&dialog, u"revoke"_s);
    grabQuestion(&dialog, u"05-b"_s);

    RevokeListModel one;
    one.setTokens({samples::token(u"argo-sync-old"_s, {u"Sensor Creator"_s},
                                  m_clock.time + 44 * DayMs + HourMs)},
                  {});
    RevokeDialog single(samples::server(), &one, &m_clock);
    grab(&single, u"05-c"_s);
}

void Preview::running()
{
    using State = RevokeListModel::State;
    RevokeListModel model;
    model.setTokens(samples::manyTokens(u"tekton-image-check"_s, 10, m_clock.time), {});
    RevokeDialog dialog(samples::server(), &model, &m_clock);
    const auto set = [&](int number, State state, const QString &why = {}) {
        model.setState(u"id-of-tekton-image-check-%1"_s.arg(number), state, why,
                       why.isEmpty() ? QString() : u"details"_s, m_clock.time + 132'000);
    };
    for (int i = 1; i <= 10; ++i)
        set(i, i == 4   ? State::AlreadyGone
               : i < 6  ? State::Revoked
               : i < 10 ? State::Asking
                        : State::Waiting);
    dialog.setStage(RevokeDialog::Stage::Running);
    grab(&dialog, u"05b-a"_s);
    for (int i = 6; i <= 10; ++i)
        set(i, State::Revoked);
    set(7, State::Failed,
        u"Central answered 503, service unavailable. Looked again at 10:44: still active."_s);
    model.putFailuresFirst();
    dialog.setStage(RevokeDialog::Stage::Result);
    grab(&dialog, u"05b-b"_s);
    set(8, State::Unknown, u"The connection broke before Central answered."_s);
    model.putFailuresFirst();
    grab(&dialog, u"05b-c"_s);
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
    rox::installLook(arguments.value(2, u"light"_s));
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&english);
    QDir().mkpath(folder);
    Preview preview{QDir(folder)};
    preview.generate();
    preview.generated();
    preview.revoke();
    preview.running();
    return 0;
}
