// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectdialog.h"

#include "models/values/visibletext.h"
#include "ui/connect/connectdialogprivate.h"
#include "ui/text/connectsentences.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/secretedit.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

ConnectDialog::ConnectDialog(Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_d(std::make_unique<Private>(this, purpose))
{
    setObjectName(u"connectToCentral"_s);
    m_d->build(this);
    m_d->setPurpose(purpose);
    m_d->promiseText->setText(Private::promiseOfTheForm());
    m_d->userName->setText(u"admin"_s); // the name that Central comes with
    m_d->connectAll();
    m_d->showReason();
    m_d->showMethod();
    m_d->focusWork();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::setProfile(const ServerProfile &profile)
{
    m_d->fill(profile);
    m_d->showTitle();
    m_d->showMethod();
    m_d->focusWork();
}

void ConnectDialog::setReason(const QString &why)
{
    m_d->why = why;
    m_d->showReason();
    m_d->fit();
}

void ConnectDialog::setOthers(const QList<ServerProfile> &servers, const QStringList &names)
{
    m_d->others = servers;
    m_d->otherNames = names;
    m_d->tellAll();
    m_d->fit();
}

void ConnectDialog::setVisible(bool visible)
{
    QDialog::setVisible(visible);
    // QDialog gives the focus as Tab does, which selects all.
    if (visible && focusWidget() == m_d->name)
        m_d->name->end(false);
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
    m_d->focusWork();
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
    m_d->promiseText->setText(step.isEmpty() ? Private::promiseOfTheForm() : step);
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
    QLineEdit *edit = m_d->editOf(field);
    if (!edit->isVisibleTo(this))
        m_d->unfold();
    if (m_d->problems.isEmpty()) {
        edit->setFocus(Qt::OtherFocusReason);
        m_d->focusBefore = edit; // where the keyboard goes when the locks do
        if (qobject_cast<SecretEdit *>(edit))
            edit->selectAll(); // what is typed or pasted takes its place
    }
    m_d->problems.insert(field, shownText(sentence));
    m_d->tell(field);
    m_d->showReason();
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
    m_d->showReason();
    m_d->fit();
}

void ConnectDialog::clearProblems()
{
    m_d->problems.clear();
    m_d->problemRoom->hide();
    m_d->tellAll();
    m_d->showReason();
    m_d->fit();
}

void ConnectDialog::showConnected(const Connected &connected)
{
    setBusy(false);
    clearProblems();
    m_d->wipeSecrets();
    m_d->card->setConnected(connected);
    m_d->heading->hide();
    m_d->editConnection->hide();
    m_d->form->hide();
    m_d->promise->hide();
    m_d->cancel->hide();
    m_d->card->show();
    m_d->connectButton->setText(tr("Show tokens"));
    m_d->connectButton->setAccessibleName(tr("Show tokens"));
    m_d->connectButton->setEnabled(true);
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
