// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/connectform.h"

#include "models/servers/servername.h"
#include "models/values/visibletext.h"
#include "ui/text/connectsentences.h"
#include "ui/text/times.h"
#include "ui/widgets/colorpicker.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/segmentedbar.h"

#include <QCheckBox>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int NameMax = 60;
} // namespace

SignInMethod ConnectForm::chosenMethod() const
{
    return SignInMethod(method->current());
}

const ConnectParts::Row &ConnectForm::rowOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return nameRow;
    case Field::Endpoint:
        return endpointRow;
    case Field::ApiToken:
        return tokenRow;
    case Field::UserName:
        return userRow;
    case Field::Password:
        return passwordRow;
    case Field::CaFile:
        break;
    }
    return caRow;
}

QLineEdit *ConnectForm::editOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return name;
    case Field::Endpoint:
        return endpoint;
    case Field::ApiToken:
        return token;
    case Field::UserName:
        return userName;
    case Field::Password:
        return password;
    case Field::CaFile:
        break;
    }
    return caFile;
}

bool ConnectForm::sameOrigin() const
{
    const auto typed = Endpoint::parse(endpoint->text());
    return typed && typed->base == given.endpoint.base;
}

bool ConnectForm::trustsCertificate() const
{
    return given.trust.kind == TrustRule::Kind::Certificate && caFile->text().trimmed().isEmpty()
           && sameOrigin() && !trustStopped;
}

QWidget *ConnectForm::workField() const
{
    if (purpose == ConnectDialog::Purpose::Connect && endpoint->text().isEmpty())
        return endpoint;
    if (credentialMayStay())
        return name;
    switch (chosenMethod()) {
    case SignInMethod::ApiToken:
        return token;
    case SignInMethod::Password:
        return userName->text().isEmpty() ? userName : password;
    case SignInMethod::Browser:
        break;
    }
    return connectButton;
}

bool ConnectForm::isListed() const
{
    return purpose == ConnectDialog::Purpose::Edit || purpose == ConnectDialog::Purpose::SignIn;
}

const ServerProfile *ConnectForm::sameServer() const
{
    const ServerProfile made = profile();
    const auto isSame = [&made](const ServerProfile &other) {
        return other.credentialPurpose() == made.credentialPurpose();
    };
    if (made.endpoint.base.isEmpty() || (isListed() && isSame(given)))
        return nullptr;
    const auto found = std::find_if(others.cbegin(), others.cend(), isSame);
    return found == others.cend() ? nullptr : &*found;
}

QString ConnectForm::sameServerProblem() const
{
    const ServerProfile *same = sameServer();
    return same ? tr("%1 is this server already.").arg(shownText(same->name, NameMax)) : QString();
}

QString ConnectForm::defaultName() const
{
    const auto parsed = Endpoint::parse(endpoint->text());
    return parsed ? distinctServerName(parsed->display(), otherNames) : QString();
}

ConnectForm::Note ConnectForm::nameNote() const
{
    const QString typed = name->text().trimmed();
    if (typed.isEmpty() || (isListed() && typed == given.name)
        || !isServerNameIn(otherNames, typed))
        return {};
    return {tr("Another server has this name."), NoteTone::Problem};
}

bool ConnectForm::credentialMayStay() const
{
    if (purpose == ConnectDialog::Purpose::Connect || purpose == ConnectDialog::Purpose::SignIn
        || !credentialKept || chosenMethod() != given.signIn)
        return false;
    // A credential goes to the origin that it was given for, and to no other.
    if (!sameOrigin())
        return false;
    return given.signIn != SignInMethod::Password || userName->text().trimmed() == given.userName;
}

QString ConnectForm::credentialStays() const
{
    if (!credentialMayStay())
        return {};
    if (purpose == ConnectDialog::Purpose::Keep)
        return tr("The one in use; leave empty to keep it.");
    return given.keepInKeychain ? tr("Kept in the keychain; leave empty to keep it.")
                                : tr("Kept until Rox Tokens is closed; leave empty to keep it.");
}

ConnectForm::Note ConnectForm::endpointNote() const
{
    if (const QString same = sameServerProblem(); !same.isEmpty())
        return {same, NoteTone::Problem};
    const auto parsed = Endpoint::parse(endpoint->text());
    if (parsed)
        return {endpointHint(*parsed), parsed->isPlaintext() ? NoteTone::Caution : NoteTone::Hint};
    if (!endpointLeft || parsed.error() == Endpoint::Fault::Empty)
        return {};
    return {endpointProblem(parsed.error(), endpoint->text()), NoteTone::Problem};
}

ConnectForm::Note ConnectForm::tokenNote() const
{
    if (token->text().isEmpty() && folded)
        return {tr("Needs read access to Integration to list, write access to generate and "
                   "revoke.")};
    if (token->text().isEmpty())
        return {credentialStays()};
    return readToken ? readToken(token->secret()) : Note();
}

QString ConnectForm::caNote() const
{
    if (trustsCertificate())
        return given.trust.trustedAt == NoTime
                   ? tr("You trusted its certificate. A CA file would take its place.")
                   : tr("You trusted its certificate on %1. A CA file would take its place.")
                         .arg(mediumDate(given.trust.trustedAt));
    if (trustStopped && caFile->text().trimmed().isEmpty())
        return tr("The certificate will be looked at anew.");
    return tr("A Central with its own certificate needs its CA file here, as roxctl does.");
}

ConnectForm::Note ConnectForm::noteOf(Field field) const
{
    if (const QString said = problems.value(field); !said.isEmpty())
        return {said, NoteTone::Problem};
    switch (field) {
    case Field::Endpoint:
        return endpointHinted ? endpointNote() : Note();
    case Field::ApiToken:
        return tokenNote();
    case Field::Password:
        return {password->text().isEmpty() ? credentialStays() : QString()};
    case Field::CaFile:
        return {caNote()};
    case Field::Name:
        return nameNote();
    case Field::UserName:
        break;
    }
    return {};
}

void ConnectForm::tell(Field field)
{
    const Note note = noteOf(field);
    rowOf(field).note->say(note.text, note.tone);
    if (field == Field::CaFile)
        stopTrusting->setVisible(trustsCertificate());
    if (field == Field::Endpoint) {
        // Without a name, a server is called by its address.
        name->setPlaceholderText(shownText(defaultName(), NameMax));
        goThere->setVisible(sameServer());
    }
}

void ConnectForm::tellAll()
{
    for (const Field field : Fields)
        tell(field);
}

QList<std::pair<ConnectForm::Field, QString>> ConnectForm::missing() const
{
    QList<std::pair<Field, QString>> found;
    if (const auto parsed = Endpoint::parse(endpoint->text()); !parsed)
        found.append({Field::Endpoint, endpointProblem(parsed.error(), endpoint->text())});
    else if (const QString same = sameServerProblem(); !same.isEmpty())
        found.append({Field::Endpoint, same});
    if (const Note note = nameNote(); !note.text.isEmpty())
        found.prepend({Field::Name, note.text});
    const bool maySkip = credentialMayStay();
    if (chosenMethod() == SignInMethod::ApiToken && token->text().isEmpty() && !maySkip)
        found.append({Field::ApiToken, tr("Enter the API token.")});
    if (chosenMethod() == SignInMethod::Password) {
        if (userName->text().trimmed().isEmpty())
            found.append({Field::UserName, tr("Enter the user name.")});
        if (password->text().isEmpty() && !maySkip)
            found.append({Field::Password, tr("Enter the password.")});
    }
    return found;
}

void ConnectForm::fill(const ServerProfile &profile)
{
    given = profile;
    setServer(profile);
    trustStopped = false;
    wantsToKeep = profile.keepInKeychain;
    name->setText(profile.name);
    color->setColorName(profile.colorName);
    endpoint->setText(profile.endpoint.base.isEmpty() ? QString()
                      : profile.endpoint.isPlaintext()
                          ? QString(u"http://"_s % profile.endpoint.display())
                          : profile.endpoint.display());
    method->setCurrent(int(profile.signIn));
    if (!profile.userName.isEmpty())
        userName->setText(profile.userName);
    keep->setChecked(wantsToKeep && canKeep);
    caFile->setText(profile.trust.kind == TrustRule::Kind::CaFile ? profile.trust.caFile
                                                                  : QString());
}

ServerProfile ConnectForm::profile() const
{
    ServerProfile made = given;
    made.endpoint = Endpoint::parse(endpoint->text()).value_or(Endpoint());
    made.name = name->text().trimmed();
    if (made.name.isEmpty())
        made.name = defaultName();
    made.colorName = color->colorName();
    made.signIn = chosenMethod();
    made.userName = made.signIn == SignInMethod::Password ? userName->text().trimmed() : QString();
    made.keepInKeychain = wantsToKeep;
    const QString path = caFile->text().trimmed();
    if (!path.isEmpty())
        made.trust = {TrustRule::Kind::CaFile, path, {}, NoTime};
    else if (!trustsCertificate())
        made.trust = {}; // a certificate was trusted for one origin
    return made;
}

ConnectSecret ConnectForm::secret() const
{
    switch (chosenMethod()) {
    case SignInMethod::ApiToken:
        return {token->secret()};
    case SignInMethod::Password:
        return {password->secret()};
    case SignInMethod::Browser:
        break;
    }
    return {};
}

} // namespace rox
