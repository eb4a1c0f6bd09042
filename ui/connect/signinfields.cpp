// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/signinfields.h"

#include "ui/style/symbols.h"
#include "ui/text/connecttext.h"
#include "ui/text/secrettext.h"
#include "ui/widgets/copybox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/segmentedbar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Central would refuse it in any case. The beginning of a token may still be completed.
bool isNoToken(TokenInput::Content content)
{
    return content != TokenInput::Content::CutToken && !tokenProblem(content).isEmpty();
}

} // namespace

SignInFields::SignInFields(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    // In this order Tab reaches them.
    addMethod();
    addBrowserBar();
    addCredentials();
    addKeep();
    showMethod();
}

FormField *SignInFields::addField(const QString &label, QWidget *field, QWidget *rest)
{
    auto *added = new FormField(label, this);
    added->setLine(field, {field}, rest ? QList{rest} : QList<QWidget *>());
    layout()->addWidget(added);
    return added;
}

void SignInFields::addMethod()
{
    m_method = new SegmentedBar(this);
    m_method->setObjectName(u"signInWith"_s);
    m_method->setAccessibleName(tr("Sign in with"));
    m_method->addSegment("apiToken"_L1, tr("API token"));
    m_method->addSegment("password"_L1, tr("Password"));
    m_method->addSegment("browser"_L1, tr("Browser"));
    m_method->setCurrent(0);
    auto *added = new FormField(tr("&Sign in with"), this);
    added->setLine(m_method->button(0), {m_method});
    layout()->addWidget(added);
    connect(m_method, &SegmentedBar::chosen, this, [this] {
        showMethod();
        Q_EMIT methodChosen();
    });
}

void SignInFields::addBrowserBar()
{
    m_browser = new MessageBar(this);
    auto *openAgain = pushButton(tr("Open the page again"), u"openPageAgain"_s, m_browser);
    openAgain->setIcon(symbolIcon(u"external"_s, TextTone::Link));
    auto *rest = new QWidget(m_browser);
    m_page = new CopyBox({}, tr("Address of the page"), rest);
    m_page->setObjectName(u"pageToOpen"_s);
    m_page->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(openAgain);
    row->addStretch(1);
    auto *column = new QVBoxLayout(rest);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    column->addLayout(row);
    m_browser->setExtra(rest);
    m_browserField = new FormField({}, this);
    m_browserField->setLine(openAgain, {}, {m_browser});
    m_browserField->hide();
    layout()->addWidget(m_browserField);
    connect(openAgain, &QPushButton::clicked, this, &SignInFields::openPageAgainRequested);
}

void SignInFields::addCredentials()
{
    m_token = new SecretEdit(SecretEdit::Content::Token, this);
    m_token->setObjectName(u"apiToken"_s);
    m_token->setAccessibleName(tr("API token"));
    auto *showToken = makeEyeButton(m_token, tr("Show token"), tr("Hide token"), this);
    showToken->setObjectName(u"showToken"_s);
    m_tokenField = addField(tr("API &token"), m_token, showToken);
    m_tokenField->watch(m_token);
    m_userName = new QLineEdit(u"admin"_s, this); // the user of a new Central
    m_userName->setObjectName(u"userName"_s);
    m_userName->setAccessibleName(tr("User name"));
    m_userField = addField(tr("&User name"), m_userName);
    m_userField->watch(m_userName, MaxNameLength);
    m_password = new SecretEdit(SecretEdit::Content::Password, this);
    m_password->setObjectName(u"password"_s);
    m_password->setAccessibleName(tr("Password"));
    auto *showPassword = makeEyeButton(m_password, tr("Show password"), tr("Hide password"), this);
    showPassword->setObjectName(u"showPassword"_s);
    m_passwordField = addField(tr("&Password"), m_password, showPassword);
    m_passwordField->watch(m_password);
    for (const FormField *field : {m_tokenField, m_userField, m_passwordField})
        connect(field, &FormField::changed, this, &SignInFields::check);
}

void SignInFields::addKeep()
{
    m_keep = new QCheckBox(tr("&Keep in keychain"), this);
    m_keep->setObjectName(u"keepInKeychain"_s);
    m_keep->setAccessibleName(tr("Keep in keychain"));
    m_keep->setChecked(true);
    m_keepField = addField({}, m_keep);
    connect(m_keep, &QCheckBox::toggled, this, [this](bool checked) {
        if (m_canKeep) // else the box only shows that the keychain cannot be used
            m_wantsToKeep = checked;
    });
}

void SignInFields::setProfile(const ServerProfile &profile)
{
    m_wantsToKeep = profile.keepInKeychain;
    m_keep->setChecked(m_wantsToKeep && m_canKeep);
    m_method->setCurrent(int(profile.signIn));
    if (!profile.userName.isEmpty())
        m_userName->setText(profile.userName);
    showMethod();
}

SignInMethod SignInFields::method() const
{
    return SignInMethod(m_method->current());
}

QString SignInFields::userName() const
{
    return method() == SignInMethod::Password ? m_userName->text().trimmed() : QString();
}

Secret SignInFields::secret() const
{
    switch (method()) {
    case SignInMethod::ApiToken:
        return m_token->secret();
    case SignInMethod::Password:
        return m_password->secret();
    case SignInMethod::Browser:
        break;
    }
    return {};
}

void SignInFields::wipe()
{
    m_token->wipe();
    m_password->wipe();
}

void SignInFields::setKeychainUnavailable(const QString &why)
{
    m_canKeep = why.isEmpty();
    m_keep->setChecked(m_canKeep && m_wantsToKeep);
    m_keep->setEnabled(m_canKeep && !m_isLocked);
    m_keepField->setNote({why});
}

void SignInFields::setTokenReader(TokenReader reader)
{
    m_readToken = std::move(reader);
    check();
}

void SignInFields::setStaysText(const QString &text)
{
    m_staysText = text;
    check();
}

void SignInFields::setAlone(bool alone)
{
    m_isAlone = alone;
    m_token->setPlaceholderText(alone ? tr("Paste the token") : QString());
    check();
}

void SignInFields::setBrowserWait(std::optional<qint64> remainingMs)
{
    m_browserWaitMs = remainingMs;
    m_browserField->setVisible(remainingMs.has_value());
    if (!remainingMs) {
        m_page->hide();
        m_isPageOpened = true;
        return;
    }
    const QString left = countdownWords(*remainingMs);
    Message message;
    message.symbol = u"browser"_s;
    if (m_isPageOpened) {
        message.lead = tr("Finish signing in in your browser.");
        message.text = tr("Rox Tokens listens on this computer only, for one answer, for %1 more. "
                          "If no browser came up, open this address in one on this computer.")
                           .arg(left);
    } else {
        message.severity = Severity::Caution;
        message.lead = tr("No browser could be opened.");
        message.text =
            tr("Open this address in one on this computer. Rox Tokens waits %1 more.").arg(left);
    }
    m_browser->setMessage(message);
}

void SignInFields::setBrowserPage(const QUrl &page, bool isOpened)
{
    const QString address = page.toString(QUrl::FullyEncoded);
    m_page->setText(address, address);
    m_page->show();
    m_isPageOpened = isOpened;
    setBrowserWait(m_browserWaitMs);
}

void SignInFields::setLocked(bool locked)
{
    m_isLocked = locked;
    for (FormField *field : findChildren<FormField *>())
        field->setLocked(locked);
    m_keep->setEnabled(m_canKeep && !locked);
}

QWidget *SignInFields::credentialEdit() const
{
    switch (method()) {
    case SignInMethod::ApiToken:
        return m_token;
    case SignInMethod::Password:
        return m_userName->text().isEmpty() ? m_userName : m_password;
    case SignInMethod::Browser:
        break;
    }
    return nullptr;
}

void SignInFields::showMethod()
{
    m_tokenField->setVisible(method() == SignInMethod::ApiToken);
    m_userField->setVisible(method() == SignInMethod::Password);
    m_passwordField->setVisible(method() == SignInMethod::Password);
    check();
}

FormField::Note SignInFields::tokenNote() const
{
    if (!m_token->text().isEmpty()) {
        const SecretEdit::Found &found = m_token->found();
        if (const QString problem = tokenProblem(found.content); !problem.isEmpty())
            return {problem, NoteTone::Caution};
        FormField::Note note = m_readToken ? m_readToken(m_token->secret()) : FormField::Note();
        if (const QString leftOut = leftOutText(found.leftOut); !leftOut.isEmpty())
            note.text = note.text.isEmpty() ? leftOut : note.text % u' ' % leftOut;
        return note;
    }
    if (m_isAlone)
        return {tr("Needs read access to Integration to list, write access to generate and "
                   "revoke.")};
    return {m_staysText};
}

FormField::Note SignInFields::passwordFieldNote() const
{
    if (m_password->text().isEmpty())
        return {m_staysText};
    const SecretEdit::Found &found = m_password->found();
    const QString note = passwordNote({.password = {},
                                       .leftOut = found.passwordWasCut,
                                       .hasControl = found.passwordHasControl,
                                       .hasBlankAtAnEnd = found.passwordHasBlankAtAnEnd});
    return {note, found.passwordHasControl ? NoteTone::Caution : NoteTone::Hint};
}

void SignInFields::check()
{
    const bool hasToken = !m_token->text().isEmpty();
    const bool hasPassword = !m_password->text().isEmpty();
    const bool stays = !m_staysText.isEmpty();
    const auto need = [](FormField *field, bool isThere, const QString &sentence) {
        field->setObstacle(isThere || field->isHidden() ? QString() : sentence);
    };
    need(m_tokenField, hasToken || stays, tr("Enter the API token."));
    if (hasToken && !m_tokenField->isHidden() && isNoToken(m_token->found().content))
        m_tokenField->setObstacle(tokenProblem(m_token->found().content));
    need(m_userField, !userName().isEmpty(), tr("Enter the user name."));
    need(m_passwordField, hasPassword || stays, tr("Enter the password."));
    m_tokenField->setNote(tokenNote());
    m_passwordField->setNote(passwordFieldNote());
}

} // namespace rox
