// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectdialog.h"

#include "models/values/visibletext.h"
#include "ui/connect/endpointfield.h"
#include "ui/connect/servernamefield.h"
#include "ui/connect/signinfields.h"
#include "ui/connect/signinheading.h"
#include "ui/connect/trustfields.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/secretedit.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Purpose = ConnectDialog::Purpose;

constexpr int Width = 592;
constexpr int SignInWidth = 528;
constexpr int Margin = 24;

/// The title, and the verb of the button.
std::pair<QString, QString> textOf(Purpose purpose, const QString &server)
{
    switch (purpose) {
    case Purpose::Connect:
        return {ConnectDialog::tr("Connect to Central"), ConnectDialog::tr("Connect")};
    case Purpose::SignIn:
        return {ConnectDialog::tr("Sign in to %1").arg(shownName(server)),
                ConnectDialog::tr("Sign in")};
    case Purpose::Edit:
        return {ConnectDialog::tr("Edit connection"), ConnectDialog::tr("Save")};
    case Purpose::Keep:
        return {ConnectDialog::tr("Keep this connection"), ConnectDialog::tr("Keep connection")};
    }
    return {};
}

} // namespace

ConnectDialog::ConnectDialog(Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_heading(new SignInHeading(this))
    , m_problem(new MessageBar(this))
    , m_form(new QWidget(this))
    , m_endpoint(new EndpointField(m_form))
    , m_name(new ServerNameField(m_form))
    , m_signIn(new SignInFields(m_form))
    , m_trust(new TrustFields(m_form))
    , m_fields{{Field::Endpoint, m_endpoint},
               {Field::Name, m_name},
               {Field::ApiToken, m_signIn->tokenField()},
               {Field::UserName, m_signIn->userField()},
               {Field::Password, m_signIn->passwordField()},
               {Field::CaFile, m_trust}}
    , m_card(new ConnectedCard(this))
    , m_promise(new QWidget(this))
    , m_promiseText(secondaryLabel({}, m_promise))
    , m_editConnection(pushButton(tr("Edit connection…"), u"editConnection"_s, this))
    , m_differently(pushButton(tr("Sign in differently…"), u"signInDifferently"_s, this))
    , m_cancel(pushButton(tr("Cancel"), u"cancel"_s, this))
    , m_connect(pushButton(tr("Connect"), u"connect"_s, this))
    , m_footer(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"connectToCentral"_s);
    m_problem->hide();
    makeFooter();
    layOut();
    connectFields();
    showPurpose();
    showReason();
    setBusy(false);
    refresh();
    focusWork();
}

void ConnectDialog::makeFooter()
{
    auto *line = new QHBoxLayout(m_promise);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new SymbolMark(u"lock"_s, TextTone::Secondary, 14, m_promise), 0,
                    Qt::AlignVCenter);
    m_promiseText->setWordWrap(true);
    m_promiseText->setObjectName(u"promise"_s);
    line->addWidget(m_promiseText, 1);
    m_editConnection->setIcon(symbolIcon(u"edit"_s));
    setButtonRole(m_connect, ButtonRole::Primary);
    m_connect->setDefault(true);
    auto *answers = new ButtonBox(this);
    answers->layout()->setSpacing(8);
    answers->addButton(m_cancel, QDialogButtonBox::RejectRole);
    answers->addButton(m_connect, QDialogButtonBox::AcceptRole);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_editConnection);
    buttons->addStretch(1);
    buttons->addWidget(m_differently); // QDialogButtonBox shows hidden buttons again
    buttons->addWidget(answers);
    m_differently->hide();
    m_footer->setContentsMargins(Margin, 0, Margin, 0);
    m_footer->setSpacing(16);
    m_footer->addWidget(m_promise, 1);
    m_footer->addLayout(buttons);
    connect(m_editConnection, &QPushButton::clicked, &m_context, [this] {
        unfold();
        focusWork();
    });
    connect(m_differently, &QPushButton::clicked, &m_context, [this] {
        Q_EMIT signInDifferentlyRequested(m_given.id, m_card->rightsMissing());
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, &m_context, [this] { submit(); });
}

void ConnectDialog::layOut()
{
    auto *rows = new QVBoxLayout(m_form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(m_endpoint);
    rows->addWidget(m_name);
    rows->addWidget(m_signIn);
    rows->addWidget(m_trust);
    m_card->hide();
    auto *content = new QWidget(this);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(Margin, 16, Margin, 16);
    inside->setSpacing(16);
    inside->addWidget(m_heading);
    inside->addWidget(m_problem);
    inside->addWidget(m_form);
    inside->addWidget(m_card);
    inside->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(new FittedScroll(content, this), 1);
    column->addLayout(m_footer);
}

void ConnectDialog::connectFields()
{
    for (const FormField *field : std::as_const(m_fields))
        connect(field, &FormField::changed, &m_context, [this] { refresh(); });
    connect(m_trust, &TrustFields::fileRead, &m_context, [this] { fit(); });
    connect(m_signIn, &SignInFields::methodChosen, &m_context, [this] { refresh(); });
    connect(m_signIn, &SignInFields::openPageAgainRequested, this,
            &ConnectDialog::openPageAgainRequested);
    connect(m_endpoint, &EndpointField::goThereRequested, &m_context, [this] {
        if (const ServerProfile *same = sameServer())
            Q_EMIT goThereRequested(same->id);
    });
}

const ServerProfile *ConnectDialog::sameServer() const
{
    const ServerProfile made = profile();
    const QString purpose = made.credentialPurpose();
    if (made.endpoint.base.isEmpty() || (isListed() && m_given.credentialPurpose() == purpose))
        return nullptr;
    for (const ServerProfile &other : m_others) {
        if (other.credentialPurpose() == purpose)
            return &other;
    }
    return nullptr;
}

QString ConnectDialog::staysText() const
{
    // A credential goes to the origin that it was given for, and to no other.
    if (!m_credentialKept || profile().credentialPurpose() != m_given.credentialPurpose())
        return {};
    if (m_purpose == Purpose::Keep)
        return tr("The one in use; leave empty to keep it.");
    if (m_purpose != Purpose::Edit)
        return {};
    return m_given.keepInKeychain ? tr("Kept in the keychain; leave empty to keep it.")
                                  : tr("Kept until Rox Tokens is closed; leave empty to keep it.");
}

bool ConnectDialog::hasProblem() const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(),
                       [](const FormField *field) { return field->hasProblem(); });
}

bool ConnectDialog::mayConnect() const
{
    const auto isObstacle = [this](const FormField *field) {
        return field->isVisibleTo(this) && !field->obstacle().isEmpty();
    };
    return !m_isBusy && (!isFolded() || std::none_of(m_fields.begin(), m_fields.end(), isObstacle));
}

void ConnectDialog::showPurpose()
{
    m_heading->setVisible(isFolded());
    m_endpoint->setVisible(!isFolded());
    m_name->setVisible(!isFolded());
    m_endpoint->setHinted(!m_waitsForBrowser);
    m_signIn->setAlone(isFolded());
    m_trust->setVisible(!isFolded() && !m_waitsForBrowser);
    FormField::alignLabels(isFolded() ? static_cast<QWidget *>(m_signIn) : m_form);
    m_promise->setVisible(!m_waitsForBrowser);
    m_editConnection->setVisible(isFolded());
    m_footer->setDirection(isFolded() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const auto [title, verb] = textOf(m_purpose, m_given.name);
    m_connect->setText(verb);
    m_connect->setAccessibleName(verb);
    setWindowTitle(title);
    setAccessibleName(isFolded() ? verb : QString());
}

void ConnectDialog::showReason()
{
    m_heading->setReasonShown(!hasProblem() && m_problem->isHidden());
}

void ConnectDialog::refresh()
{
    const Endpoint typed = m_endpoint->endpoint();
    const bool isTyped = !typed.base.isEmpty();
    m_name->setAddress(isTyped ? typed.display() : QString());
    m_trust->setSameOrigin(isTyped && typed.base == m_given.endpoint.base);
    m_signIn->setStaysText(staysText());
    const ServerProfile *same = sameServer();
    m_endpoint->setListedServer(same ? std::make_optional(same->name) : std::nullopt);
    m_connect->setEnabled(mayConnect());
    fit();
}

void ConnectDialog::unfold()
{
    if (!isFolded())
        return;
    m_purpose = Purpose::Edit;
    showPurpose();
    showReason();
    refresh();
    fitDialog(this, std::max(Width, width()));
}

/// Gives the focus to the first field that needs input.
void ConnectDialog::focusWork()
{
    if (m_purpose == Purpose::Connect && m_endpoint->isEmpty())
        m_endpoint->field()->setFocus(Qt::OtherFocusReason);
    else if (!staysText().isEmpty())
        m_name->takeFocus();
    else if (QWidget *edit = m_signIn->credentialEdit())
        edit->setFocus(Qt::OtherFocusReason);
    else
        m_connect->setFocus(Qt::OtherFocusReason);
}

void ConnectDialog::fit()
{
    fitDialog(this, isVisible() ? width() : isFolded() ? SignInWidth : Width);
}

void ConnectDialog::submit()
{
    if (!m_card->isHidden()) {
        accept();
        return;
    }
    clearProblems();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (const QString obstacle = field.value()->obstacle(); !obstacle.isEmpty())
            setProblem(field.key(), obstacle);
    }
    if (!hasProblem() && !m_isBusy)
        Q_EMIT connectRequested(profile(), secret());
}

void ConnectDialog::setProfile(const ServerProfile &profile)
{
    m_given = profile;
    m_heading->setServer(profile);
    m_name->setName(profile.name);
    m_name->setColorName(profile.colorName);
    m_endpoint->setEndpoint(profile.endpoint);
    m_signIn->setProfile(profile);
    m_trust->setTrust(profile.trust);
    showPurpose();
    setOthers(m_others, m_otherNames);
    focusWork();
}

void ConnectDialog::setReason(const QString &why)
{
    m_heading->setReason(why);
    fit();
}

void ConnectDialog::setOthers(const QList<ServerProfile> &servers, const QStringList &names)
{
    m_others = servers;
    m_otherNames = names;
    m_name->setTaken(names, isListed() ? m_given.name : QString());
    refresh();
}

void ConnectDialog::setVisible(bool visible)
{
    QDialog::setVisible(visible);
    // QDialog gives the focus as Tab does, which selects all.
    if (visible && focusWidget() == m_name->field())
        m_name->takeFocus();
}

ServerProfile ConnectDialog::profile() const
{
    ServerProfile made = m_given;
    made.endpoint = m_endpoint->endpoint();
    made.name = m_name->name();
    made.colorName = m_name->colorName();
    made.signIn = m_signIn->method();
    made.userName = m_signIn->userName();
    made.keepInKeychain = m_signIn->keepInKeychain();
    made.trust = m_trust->trust();
    return made;
}

ConnectSecret ConnectDialog::secret() const
{
    return {m_signIn->secret()};
}

void ConnectDialog::setKeychainUnavailable(const QString &why)
{
    m_signIn->setKeychainUnavailable(why);
    fit();
}

bool ConnectDialog::keychainUsable() const
{
    return m_signIn->keychainUsable();
}

void ConnectDialog::setCredentialKept(bool kept)
{
    m_credentialKept = kept;
    refresh();
    focusWork();
}

void ConnectDialog::setTokenReader(std::function<Note(const Secret &)> reader)
{
    m_signIn->setTokenReader(std::move(reader));
    fit();
}

void ConnectDialog::setCaFileReader(CaFileReader reader)
{
    m_trust->setReader(std::move(reader));
}

void ConnectDialog::setBusy(bool busy, const QString &step)
{
    const bool changed = std::exchange(m_isBusy, busy) != busy;
    if (changed && busy)
        m_focusBefore = focusWidget();
    m_promiseText->setText(
        step.isEmpty() ? tr("Your credential is sent only after the certificate is accepted.")
                       : step);
    if (!changed)
        return;
    if (!busy)
        setBrowserWait(std::nullopt);
    for (FormField *field : std::as_const(m_fields))
        field->setLocked(busy);
    m_signIn->setLocked(busy);
    m_editConnection->setEnabled(!busy);
    m_connect->setEnabled(mayConnect());
    if (busy)
        m_cancel->setFocus(Qt::OtherFocusReason);
    else if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void ConnectDialog::setBrowserWait(std::optional<qint64> remainingMs)
{
    const bool waits = remainingMs.has_value();
    const bool changed = std::exchange(m_waitsForBrowser, waits) != waits;
    m_signIn->setBrowserWait(remainingMs);
    if (waits)
        setBusy(true);
    if (!changed)
        return;
    showPurpose();
    refresh();
}

void ConnectDialog::setProblem(Field field, const QString &sentence)
{
    FormField *at = m_fields.value(field);
    if (!at->isVisibleTo(this))
        unfold();
    if (!hasProblem()) {
        at->field()->setFocus(Qt::OtherFocusReason);
        m_focusBefore = at->field(); // gets the focus when the fields are unlocked
        if (auto *secret = qobject_cast<SecretEdit *>(at->field()))
            secret->selectAll(); // typing or pasting replaces it
    }
    at->setProblem(shownText(sentence));
    showReason();
    fit();
}

void ConnectDialog::showError(const ErrorSentence &why, const QString &details)
{
    Message message;
    message.severity = Severity::Bad;
    message.lead = shownText(why.cause);
    message.text = shownText(why.advice, 1000);
    if (!details.isEmpty())
        message.actions = {
            {tr("Copy details"), [details] { QGuiApplication::clipboard()->setText(details); }}};
    m_problem->setMessage(message);
    m_problem->show();
    showReason();
    fit();
}

void ConnectDialog::clearProblems()
{
    for (FormField *field : std::as_const(m_fields))
        field->setProblem({});
    m_problem->hide();
    showReason();
    fit();
}

void ConnectDialog::showConnected(const Connected &connected)
{
    setBusy(false);
    clearProblems();
    m_signIn->wipe();
    m_card->setConnected(connected);
    for (QWidget *part : QList<QWidget *>{m_heading, m_form, m_promise, m_editConnection, m_cancel})
        part->hide();
    m_card->show();
    const bool isUseless = connected.mayDoNothing();
    m_differently->setVisible(isUseless);
    m_connect->setText(isUseless ? tr("Close") : tr("Show tokens"));
    m_connect->setAccessibleName(m_connect->text());
    m_connect->setEnabled(true);
    setButtonRole(m_connect, isUseless ? ButtonRole::Plain : ButtonRole::Primary);
    QPushButton *next = isUseless ? m_differently : m_connect;
    next->setDefault(true);
    next->setFocus(Qt::OtherFocusReason);
    fit();
}

void ConnectDialog::reject()
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    else
        QDialog::reject();
}

void ConnectDialog::done(int result)
{
    m_signIn->wipe();
    QDialog::done(result);
}

} // namespace rox
