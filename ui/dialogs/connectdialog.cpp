// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/connectdialog.h"

#include "models/values/visibletext.h"
#include "ui/dialogs/colorpicker.h"
#include "ui/dialogs/connectform.h"
#include "ui/dialogs/dialogsize.h"
#include "ui/dialogs/noticebar.h"
#include "ui/parts/labels.h"
#include "ui/parts/secretedit.h"
#include "ui/parts/segmentedbar.h"
#include "ui/words/connectsentences.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Purpose = ConnectDialog::Purpose;

QString titleOf(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Connect:
        return ConnectDialog::tr("Connect to Central");
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
    case Purpose::Edit:
        return ConnectDialog::tr("Save");
    case Purpose::Keep:
        return ConnectDialog::tr("Keep connection");
    }
    return {};
}

} // namespace

/// The context of its own connections: they end with it, before the children do.
class ConnectDialog::Private : public QObject, public ConnectForm
{
public:
    Private(ConnectDialog *dialog, Purpose why)
        : ConnectForm(dialog, why)
        , q(dialog)
    {}

    void connectAll();
    void connectField(QLineEdit *edit, Field field);
    void showMethod();
    void showLocks();
    void fit();
    void submit();
    void chooseCaFile();
    void wipeSecrets();

    ConnectDialog *q;
    bool busy = false;
    std::optional<qint64> browserMs;
    QString details;
    QPointer<QWidget> focusBefore;
};

void ConnectDialog::Private::connectAll()
{
    for (const Field field : Fields)
        connectField(editOf(field), field);
    QObject::connect(endpoint, &QLineEdit::editingFinished, this, [this] {
        endpointLeft = true;
        tell(Field::Endpoint);
        fit();
    });
    QObject::connect(method, &SegmentedBar::chosen, this, [this] { showMethod(); });
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

void ConnectDialog::Private::connectField(QLineEdit *edit, Field field)
{
    const auto changed = [this, field] {
        problems.remove(field);
        if (field == Field::Endpoint || field == Field::UserName)
            tellAll(); // whether the credential may stay hangs on these
        else
            tell(field);
        fit();
    };
    if (auto *secretEdit = qobject_cast<SecretEdit *>(edit))
        QObject::connect(secretEdit, &SecretEdit::secretChanged, this, changed);
    else
        QObject::connect(edit, &QLineEdit::textChanged, this, changed);
}

void ConnectDialog::Private::showMethod()
{
    const SignInMethod chosen = chosenMethod();
    tokenRow.setVisible(chosen == SignInMethod::ApiToken);
    userRow.setVisible(chosen == SignInMethod::Password);
    passwordRow.setVisible(chosen == SignInMethod::Password);
    browserRow.setVisible(browserMs.has_value());
    caRow.setVisible(!browserMs);
    promise->setVisible(!browserMs);
    endpointHinted = !browserMs;
    tellAll();
    fit();
}

void ConnectDialog::Private::showLocks()
{
    for (QWidget *part : std::initializer_list<QWidget *>{name, color, endpoint, token, userName,
                                                          password, caFile, chooseCa, stopTrusting})
        part->setEnabled(!busy);
    for (int segment = 0; segment < 3; ++segment)
        method->setSegmentEnabled(segment, !busy);
    keep->setEnabled(!busy && canKeep);
    connectButton->setEnabled(!busy);
}

void ConnectDialog::Private::fit()
{
    fitDialog(q, q->isVisible() ? q->width() : Width);
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

ConnectDialog::ConnectDialog(Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, purpose))
{
    setWindowTitle(titleOf(purpose));
    setObjectName(u"connectToCentral"_s);
    m_d->build(this);
    m_d->connectButton->setText(verbOf(purpose));
    m_d->connectButton->setAccessibleName(verbOf(purpose));
    m_d->userName->setText(u"admin"_s); // the name that Central comes with
    m_d->connectAll();
    m_d->showMethod();
    (purpose == Purpose::Connect ? m_d->endpoint : m_d->name)->setFocus(Qt::OtherFocusReason);
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::setProfile(const ServerProfile &profile)
{
    m_d->fill(profile);
    m_d->showMethod();
}

ServerProfile ConnectDialog::profile() const
{
    return m_d->profile();
}

ConnectSecret ConnectDialog::secret() const
{
    return m_d->secret();
}

void ConnectDialog::setKeychainUnavailable(const QString &why)
{
    m_d->canKeep = why.isEmpty();
    m_d->keep->setChecked(m_d->canKeep && m_d->wantsToKeep);
    m_d->keepRow.note->say(why);
    m_d->showLocks();
    m_d->fit();
}

bool ConnectDialog::keychainUsable() const
{
    return m_d->canKeep;
}

void ConnectDialog::setCredentialKept(bool kept)
{
    m_d->credentialKept = kept;
    m_d->tellAll();
    m_d->fit();
}

void ConnectDialog::setTokenReader(std::function<Note(const Secret &)> reader)
{
    m_d->readToken = std::move(reader);
    m_d->tell(Field::ApiToken);
    m_d->fit();
}

void ConnectDialog::setBusy(bool busy, const QString &step)
{
    const bool changed = std::exchange(m_d->busy, busy) != busy;
    if (changed && busy)
        m_d->focusBefore = focusWidget();
    m_d->promiseText->setText(
        step.isEmpty() ? tr("Your credential is sent only after the certificate is accepted.")
                       : step);
    if (!changed)
        return;
    if (!busy && m_d->browserMs) {
        m_d->browserMs.reset();
        m_d->showMethod();
    }
    m_d->showLocks();
    if (busy)
        m_d->cancel->setFocus(Qt::OtherFocusReason);
    else if (m_d->focusBefore)
        m_d->focusBefore->setFocus(Qt::OtherFocusReason);
}

void ConnectDialog::setBrowserWait(std::optional<qint64> remainingMs)
{
    const bool appears = remainingMs.has_value() != m_d->browserMs.has_value();
    m_d->browserMs = remainingMs;
    if (remainingMs) {
        Message message;
        message.symbol = u"browser"_s;
        message.lead = tr("Finish signing in in your browser.");
        message.text = tr("Rox Tokens listens on this computer only, for one answer, for %1 more.")
                           .arg(countdownWords(*remainingMs));
        m_d->browser->setMessage(message);
        setBusy(true);
    }
    if (appears)
        m_d->showMethod();
}

void ConnectDialog::setProblem(Field field, const QString &sentence)
{
    if (m_d->problems.isEmpty()) {
        m_d->editOf(field)->setFocus(Qt::OtherFocusReason);
        m_d->focusBefore = m_d->editOf(field); // where the keyboard goes when the locks do
    }
    m_d->problems.insert(field, shownText(sentence));
    m_d->tell(field);
    m_d->fit();
}

void ConnectDialog::showError(const ErrorSentence &why, const QString &details)
{
    m_d->details = details;
    Message message;
    message.severity = Severity::Bad;
    message.lead = shownText(why.cause);
    message.text = shownText(why.advice, 1000);
    if (!details.isEmpty())
        message.actions = {tr("Copy details")};
    m_d->problem->setMessage(message);
    m_d->problemRoom->show();
    m_d->fit();
}

void ConnectDialog::clearProblems()
{
    m_d->problems.clear();
    m_d->problemRoom->hide();
    m_d->tellAll();
    m_d->fit();
}

void ConnectDialog::showConnected(const Connected &connected)
{
    setBusy(false);
    clearProblems();
    m_d->wipeSecrets();
    m_d->card->setConnected(connected);
    m_d->form->hide();
    m_d->promise->hide();
    m_d->cancel->hide();
    m_d->card->show();
    m_d->connectButton->setText(tr("Show tokens"));
    m_d->connectButton->setAccessibleName(tr("Show tokens"));
    m_d->connectButton->setFocus(Qt::OtherFocusReason);
    m_d->fit();
}

void ConnectDialog::reject()
{
    if (m_d->busy)
        Q_EMIT cancelRequested();
    else
        QDialog::reject();
}

void ConnectDialog::done(int result)
{
    m_d->wipeSecrets();
    QDialog::done(result);
}

} // namespace rox
