// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/keychaintext.h"

#include "models/values/visibletext.h"
#include "ui/text/errortextparts.h"

namespace rox {

namespace {

using State = KeychainState;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

QString causeOf(State state, const QString &server)
{
    switch (state) {
    case State::Stored:
        return Words::tr("The credential for %1 is in the keychain.").arg(server);
    case State::Absent:
        return Words::tr("The keychain has no credential for %1.").arg(server);
    case State::NoCollection:
        return Words::tr("This desktop has no keychain set up yet.");
    case State::Locked:
        return Words::tr("The keychain is locked.");
    case State::Denied:
        return Words::tr("You cancelled the keychain's question, or the keychain refused.");
    case State::NoService:
        return Words::tr("This computer offers no keychain that can be used.");
    case State::TimedOut:
        return Words::tr("The keychain did not answer in time.");
    case State::TooLarge:
        return Words::tr("The keychain cannot hold a credential this large.");
    case State::Failed:
        return Words::tr("The keychain failed.");
    }
    return {};
}

QString adviceOf(State state, const QString &server)
{
    switch (state) {
    case State::Stored:
        return Words::tr("Saved and read back.");
    case State::NoCollection:
        return Words::tr("Sign in to go on: to keep the credential, your desktop offers to set "
                         "one up.");
    case State::Absent:
        return Words::tr("It was removed there, or never saved. Sign in to go on.");
    case State::Locked:
        return Words::tr("Your credential for %1 is still in it.").arg(server);
    case State::Denied:
        return Words::tr("Whether your credential for %1 is in it is not known. Allow it there, "
                         "or sign in without it.")
            .arg(server);
    case State::NoService:
        return Words::tr("A credential is kept until Rox Tokens is closed.");
    case State::TimedOut:
        return Words::tr("It may be waiting for you in another window. Whether your credential "
                         "for %1 is in it is not known.")
            .arg(server);
    case State::TooLarge:
        return Words::tr("The one for %1 is kept until Rox Tokens is closed.").arg(server);
    case State::Failed:
        return Words::tr("Whether your credential for %1 is in it is not known.").arg(server);
    }
    return {};
}

QString primaryOf(State state)
{
    switch (state) {
    case State::Stored:
    case State::TooLarge:
        return {};
    case State::Absent:
    case State::NoCollection:
    case State::NoService:
        return Words::tr("Sign in…");
    case State::Locked:
        return Words::tr("Unlock…");
    case State::Denied:
    case State::TimedOut:
    case State::Failed:
        return Words::tr("Try again");
    }
    return {};
}

bool mayHoldIt(State state)
{
    return state == State::Locked || state == State::Denied || state == State::TimedOut
           || state == State::Failed;
}

} // namespace

KeychainSentence sentenceFor(KeychainState state, const QString &server)
{
    const QString name = shownName(server);
    return {causeOf(state, name), adviceOf(state, name), primaryOf(state),
            mayHoldIt(state) ? Words::tr("Sign in without it…") : QString()};
}

QString keychainStatus(KeychainState state)
{
    switch (state) {
    case State::Stored:
        return Words::tr("Credential in keychain");
    case State::Absent:
    case State::NoCollection:
    case State::NoService:
    case State::TooLarge:
        return Words::tr("Credential until Rox Tokens is closed");
    case State::Locked:
        return Words::tr("Keychain locked");
    case State::Denied:
        return Words::tr("Keychain not opened");
    case State::TimedOut:
        return Words::tr("Keychain does not answer");
    case State::Failed:
        return Words::tr("Keychain failed");
    }
    return {};
}

QString keychainNotice(KeychainState state)
{
    if (state == State::Absent)
        return Words::tr("Not signed in");
    return mayHoldIt(state) ? keychainStatus(state) : QString();
}

QString whyNotKept(KeychainState state)
{
    switch (state) {
    case State::Stored:
    case State::Absent:
    case State::Locked: // saving asks the user to unlock it
    case State::NoCollection:
        return {};
    default:
        return causeOf(state, {}) + u' '
               + Words::tr("The credential is kept until Rox Tokens is closed.");
    }
}

} // namespace rox
