// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/ui/dialogsamples.h"
#include "tests/ui/rotationsamples.h"
#include "ui/generate/oldtokenchoice.h"
#include "ui/generate/plandialog.h"
#include "ui/generate/rotateddialog.h"
#include "ui/generate/rotatedialog.h"
#include "ui/rotate/revokeoldquestion.h"
#include "ui/rotate/rotationsdialog.h"
#include "ui/rotate/successorvaluedialog.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/secretclipboard.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTranslator>

// preview_rotate FOLDER [light|dark]
// QT_QPA_PLATFORM=offscreen TZ=Europe/Berlin preview_rotate out dark

namespace {

using namespace rox;
using namespace Qt::StringLiterals;

void grab(QWidget *window, const QDir &folder, const QString &name)
{
    window->show();
    window->activateWindow();
    QApplication::processEvents();
    QApplication::processEvents();
    window->grab().save(folder.filePath(name + u".png"_s));
}

void rotate(const QDir &folder, const samples::FakeClock &clock)
{
    RoleListModel roles;
    roles.setRoles(samples::allowedRoles(), samples::grants());
    const Token old = samples::rotation(clock).rotation.old;
    RotateDialog dialog(
        samples::server(), &roles, [](const QString &) { return 0; }, old, &clock);
    roles.setChecked(old.roles);
    dialog.setComing({u"jenkins-prod-eu"_s, u"argo-sync-us"_s});
    grab(&dialog, folder, u"13a-rotate"_s);
    auto *choice = dialog.findChild<OldTokenChoice *>();
    choice->setPlan({OldTokenPlan::Way::OnDate, clock.now() + 7 * DayMs});
    grab(&dialog, folder, u"13a-rotate-by-date"_s);
}

void rotated(const QDir &folder, const samples::FakeClock &clock)
{
    SecretClipboard clipboard;
    RotationRow row = samples::rotation(clock);
    row.rotation.handOver = {};
    row.rotation.checks.clear();
    row.standing = standingOf(row.rotation, row.facts);
    Token fresh = row.rotation.successor();
    fresh.roles = {u"Continuous Integration"_s, u"Sensor Creator"_s};
    RotatedDialog dialog(samples::server(), fresh, Secret(QByteArray(1048, 'x')), &clipboard,
                         &clock, row);
    grab(&dialog, folder, u"13b-made"_s);
    dialog.findChild<QPushButton *>(u"copyToken"_s)->click();
    row = samples::rotation(clock);
    dialog.setRotation(row);
    dialog.showCheck(row.rotation.checks.last(), {});
    grab(&dialog, folder, u"13b-checked"_s);
    SuccessorCheck refused{
        .answer = SuccessorCheck::Answer::Refused, .at = clock.now(), .httpStatus = 401};
    dialog.showCheck(refused, {});
    grab(&dialog, folder, u"13b-refused"_s);
}

void questions(const QDir &folder, const samples::FakeClock &clock)
{
    const RotationRow row = samples::rotation(clock);
    auto *question = new RevokeOldQuestion(row, nullptr);
    grab(question, folder, u"13d-revoke"_s);
    QWidget window;
    new RevokeUncheckedQuestion(row, RevokeConcern::NotChecked, &window);
    for (auto *dialog : window.findChildren<QDialog *>())
        grab(dialog, folder, u"13d-unchecked"_s);
    using Purpose = SuccessorValueDialog::Purpose;
    grab(new SuccessorValueDialog(row, Purpose::SignIn, true, nullptr), folder, u"13d-signin"_s);
    grab(new SuccessorValueDialog(row, Purpose::Check, false, nullptr), folder, u"13d-check"_s);
    grab(new PlanDialog(row, CentralClock(&clock), nullptr), folder, u"13c-plan"_s);
}

void list(const QDir &folder, const samples::FakeClock &clock)
{
    RotationsDialog dialog(nullptr);
    dialog.setRotations(samples::rotations(clock));
    grab(&dialog, folder, u"13c-rotations"_s);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, u"."_s));
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QTranslator english;
    if (english.load(u":/i18n/rox-tokens_en"_s))
        QCoreApplication::installTranslator(&english);
    installStyle(arguments.value(2, u"light"_s));
    const samples::FakeClock clock;
    rotate(folder, clock);
    rotated(folder, clock);
    questions(folder, clock);
    list(folder, clock);
    return 0;
}
