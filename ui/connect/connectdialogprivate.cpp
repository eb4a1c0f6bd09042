// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectdialogprivate.h"

#include "models/values/visibletext.h"
#include "ui/widgets/colorpicker.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/tokenguard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Purpose = ConnectDialog::Purpose;

constexpr qsizetype MostCharacters = 10'000; ///< of an address or a path

constexpr int NameMax = 60;

QString titleOf(Purpose purpose, const QString &server)
{
    switch (purpose) {
    case Purpose::Connect:
        return ConnectDialog::tr("Connect to Central");
    case Purpose::SignIn:
        return ConnectDialog::tr("Sign in to %1").arg(shownText(server, NameMax));
    case Purpose::Edit:
        return ConnectDialog::tr("Edit connection");
    case Purpose::Keep:
        return ConnectDialog::tr("Keep this connection");
    }
    return {};
}

QString verbOf(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Connect:
        return ConnectDialog::tr("Connect");
    case Purpose::SignIn:
        return ConnectDialog::tr("Sign in");
    case Purpose::Edit:
        return ConnectDialog::tr("Save");
    case Purpose::Keep:
        return ConnectDialog::tr("Keep connection");
    }
    return {};
}

} // namespace

QString ConnectDialog::Private::promiseOfTheForm()
{
    return ConnectDialog::tr("Your credential is sent only after the certificate is accepted.");
}

void ConnectDialog::Private::connectAll()
{
    // Before anything else is told of a change.
    guard(name, Field::Name, MaxNameLength);
    guard(userName, Field::UserName, MaxNameLength);
    guard(endpoint, Field::Endpoint, MostCharacters);
    guard(caFile, Field::CaFile, MostCharacters);
    for (const Field field : Fields)
        connectField(editOf(field), field);
    QObject::connect(endpoint, &QLineEdit::editingFinished, this, [this] {
        endpointLeft = true;
        tell(Field::Endpoint);
        fit();
    });
    QObject::connect(method, &SegmentedBar::chosen, this, [this] { showMethod(); });
    QObject::connect(goThere, &LinkButton::clicked, this, [this] {
        if (const ServerProfile *same = sameServer())
            Q_EMIT q->goThereRequested(same->id);
    });
    QObject::connect(editConnection, &QPushButton::clicked, this, [this] {
        unfold();
        focusWork();
    });
    QObject::connect(keep, &QCheckBox::toggled, this, [this](bool checked) {
        wantsToKeep = canKeep ? checked : wantsToKeep; // else it says that it cannot be
    });
    QObject::connect(stopTrusting, &LinkButton::clicked, this, [this] {
        trustStopped = true;
        caFile->setFocus(Qt::OtherFocusReason); // the button goes
        tell(Field::CaFile);
        fit();
    });
    QObject::connect(chooseCa, &QPushButton::clicked, this, [this] { chooseCaFile(); });
    QObject::connect(openAgain, &QPushButton::clicked, q, &ConnectDialog::openPageAgainRequested);
    QObject::connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    QObject::connect(connectButton, &QPushButton::clicked, this, [this] { submit(); });
    QObject::connect(problem, &NoticeBar::actionChosen, this,
                     [this] { QGuiApplication::clipboard()->setText(details); });
}

void ConnectDialog::Private::guard(QLineEdit *edit, Field field, qsizetype most)
{
    QObject::connect(new TokenGuard(edit, most), &TokenGuard::refused, this, [this, field] {
        problems.insert(field, ConnectDialog::tr("This is a token. It belongs in the field API "
                                                 "token. It was not kept here."));
        tell(field);
        fit();
    });
}

void ConnectDialog::Private::connectField(QLineEdit *edit, Field field)
{
    const auto changed = [this, field] {
        problems.remove(field);
        if (field == Field::Endpoint || field == Field::UserName)
            tellAll(); // whether the credential may stay hangs on these
        else
            tell(field);
        connectButton->setEnabled(mayConnect());
        fit();
    };
    if (auto *secretEdit = qobject_cast<SecretEdit *>(edit))
        QObject::connect(secretEdit, &SecretEdit::secretChanged, this, changed);
    else
        QObject::connect(edit, &QLineEdit::textChanged, this, changed);
}

void ConnectDialog::Private::setPurpose(Purpose asked)
{
    purpose = asked;
    folded = purpose == Purpose::SignIn;
    setFolded(folded);
    showTitle();
    connectButton->setText(verbOf(purpose));
    connectButton->setAccessibleName(verbOf(purpose));
}

void ConnectDialog::Private::unfold()
{
    if (!folded)
        return;
    setPurpose(Purpose::Edit);
    showReason();
    showMethod();
    showLocks();
    fitDialog(q, std::max(Width, q->width()));
}

void ConnectDialog::Private::focusWork()
{
    QWidget *work = workField();
    work->setFocus(Qt::OtherFocusReason);
    if (work == name)
        name->end(false); // all of it selected would be lost with the first key
}

void ConnectDialog::Private::showReason()
{
    reason->setText(why);
    reason->setVisible(folded && !why.isEmpty() && problems.isEmpty() && problemRoom->isHidden());
}

void ConnectDialog::Private::showMethod()
{
    const SignInMethod chosen = chosenMethod();
    tokenRow.setVisible(chosen == SignInMethod::ApiToken);
    userRow.setVisible(chosen == SignInMethod::Password);
    passwordRow.setVisible(chosen == SignInMethod::Password);
    browserRow.setVisible(browserMs.has_value());
    caRow.setVisible(!browserMs && !folded);
    promise->setVisible(!browserMs);
    endpointHinted = !browserMs;
    tellAll();
    connectButton->setEnabled(mayConnect());
    fit();
}

bool ConnectDialog::Private::mayConnect() const
{
    if (busy)
        return false;
    const auto open = missing();
    return !folded || std::none_of(open.cbegin(), open.cend(), [this](const auto &each) {
        return editOf(each.first)->isVisibleTo(q);
    });
}

void ConnectDialog::Private::showLocks()
{
    for (QWidget *part : std::initializer_list<QWidget *>{name, color, endpoint, token, userName,
                                                          password, caFile, chooseCa, stopTrusting})
        part->setEnabled(!busy);
    for (int segment = 0; segment < 3; ++segment)
        method->setSegmentEnabled(segment, !busy);
    keep->setEnabled(!busy && canKeep);
    editConnection->setEnabled(!busy);
    goThere->setEnabled(!busy);
    connectButton->setEnabled(mayConnect());
}

void ConnectDialog::Private::fit()
{
    fitDialog(q, q->isVisible() ? q->width() : folded ? SignInWidth : Width);
}

void ConnectDialog::Private::submit()
{
    if (!card->isHidden()) {
        q->accept();
        return;
    }
    q->clearProblems();
    const auto open = missing();
    for (const auto &[field, sentence] : open)
        q->setProblem(field, sentence);
    if (open.isEmpty() && !busy)
        Q_EMIT q->connectRequested(q->profile(), q->secret());
}

void ConnectDialog::Private::chooseCaFile()
{
    auto *dialog = new QFileDialog(q, ConnectDialog::tr("Choose the CA certificate file"));
    dialog->setObjectName(u"chooseCaFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ConnectDialog::tr("Certificates (*.pem *.crt *.cer)"),
                            ConnectDialog::tr("All files (*)")});
    if (!caFile->text().isEmpty())
        dialog->setDirectory(QFileInfo(caFile->text()).path());
    QObject::connect(dialog, &QFileDialog::fileSelected, caFile, &QLineEdit::setText);
    dialog->open();
}

void ConnectDialog::Private::wipeSecrets()
{
    token->wipe();
    password->wipe();
}

void ConnectDialog::Private::showTitle()
{
    q->setWindowTitle(titleOf(purpose, given.name));
    q->setAccessibleName(folded ? ConnectDialog::tr("Sign in") : QString());
}

} // namespace rox
