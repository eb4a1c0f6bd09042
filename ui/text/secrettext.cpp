// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/secrettext.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;
using Content = TokenInput::Content;

namespace {

struct Secrets
{
    Q_DECLARE_TR_FUNCTIONS(Secrets)
};

} // namespace

QString leftOutText(TokenInput::LeftOut leftOut)
{
    if (leftOut.testFlag(TokenInput::OtherText) || leftOut.testFlag(TokenInput::Structure))
        return Secrets::tr("The token was taken; the text around it was left out.");
    if (leftOut.testFlag(TokenInput::Assignment))
        return Secrets::tr("The token was taken; the name before it was left out.");
    if (leftOut.testFlag(TokenInput::Bearer))
        return Secrets::tr("The token was taken; “Bearer” before it was left out.");
    if (leftOut.testFlag(TokenInput::Quotes))
        return Secrets::tr("The token was taken; the quotation marks around it were left out.");
    if (leftOut.testFlag(TokenInput::Invisible))
        return Secrets::tr("The token was taken; invisible characters were left out.");
    return {};
}

QString tokenProblem(Content content)
{
    switch (content) {
    case Content::Token:
    case Content::Word:
    case Content::Text:
    case Content::Empty:
        return {};
    case Content::Null:
        return Secrets::tr("This stands for no value, and is not a token.");
    case Content::Uuid:
        return Secrets::tr("This is an ID, not a token. Central shows the value of a token once, "
                           "when it is generated.");
    case Content::CutToken:
        return Secrets::tr("This is only the beginning of a token.");
    case Content::Several:
        return Secrets::tr("These are several tokens. Paste one of them.");
    case Content::Base64:
        return Secrets::tr("This is a token encoded in base64. Decode it first: base64 -d.");
    case Content::Json:
        return Secrets::tr("This is JSON without a token in it.");
    case Content::Pem:
        return Secrets::tr("This is a certificate or a key (PEM), not a token.");
    case Content::Html:
        return Secrets::tr("This is a web page, not a token.");
    case Content::Utf16:
    case Content::Binary:
        return Secrets::tr("This has control characters or invisible characters in it, and is not "
                           "a token.");
    }
    return {};
}

QString passwordNote(const PasswordInput &input)
{
    if (input.hasControl)
        return Secrets::tr("This password has a line end or another invisible character inside.");
    if (input.leftOut)
        return Secrets::tr("A line end or another invisible character at an end was left out.");
    if (input.hasBlankAtAnEnd)
        return Secrets::tr("This password begins or ends with a blank.");
    return {};
}

QString tokenSourceProblem(const QString &source, const TokenInput &input)
{
    const auto say = [&source](const QString &sentence) { return sentence.arg(source); };
    switch (input.content) {
    case Content::Token:
        if (input.leftOut.testFlag(TokenInput::Structure))
            break; // said as JSON
        if (input.leftOut.testFlag(TokenInput::OtherText))
            return say(Secrets::tr("%1 holds other text beside the token. Put the token's value "
                                   "alone into it, on one line."));
        if (input.leftOut.testFlag(TokenInput::Wrapped))
            return say(Secrets::tr("%1 holds a token that is broken by blanks or line ends. Put "
                                   "the token's value into it on one line."));
        return {};
    case Content::Word:
        return {};
    case Content::Empty:
        return say(Secrets::tr("%1 is empty. Put the token's value into it, on one line."));
    case Content::Null:
        return say(Secrets::tr("%1 holds null, or another word for no value: the command that "
                               "wrote it found no token. Put the token's value into it, for "
                               "example with jq -r .token."));
    case Content::Uuid:
        return say(Secrets::tr("%1 holds an ID (UUID), not a token. Put the token's value into it, "
                               "which Central shows once, when the token is generated."));
    case Content::CutToken:
        return say(Secrets::tr("%1 holds only the beginning of a token. Put the whole value into "
                               "it, on one line."));
    case Content::Several:
        return say(Secrets::tr("%1 holds several tokens. Put one of them into it, on one line."));
    case Content::Base64:
        return say(Secrets::tr("%1 holds a token encoded in base64. Decode it first, for example "
                               "with base64 -d."));
    case Content::Json:
        break;
    case Content::Pem:
        return say(Secrets::tr("%1 holds a certificate or a key (PEM), not an API token. Put the "
                               "token's value into it, on one line. A CA file is named with --ca "
                               "or ROX_CA_CERT_FILE."));
    case Content::Html:
        return say(Secrets::tr("%1 holds a web page (HTML), not an API token: the command that "
                               "wrote it got another answer. Put the token's value into it, on one "
                               "line."));
    case Content::Utf16:
        return say(Secrets::tr("%1 is written in UTF-16 or UTF-32. Write it in UTF-8, in "
                               "PowerShell with -Encoding ascii."));
    case Content::Binary:
        return say(Secrets::tr("%1 holds bytes that are no text, and not an API token. Put the "
                               "token's value into it, on one line."));
    case Content::Text:
        return say(Secrets::tr("%1 holds text that is no API token. Put the token's value into it, "
                               "on one line."));
    }
    return say(Secrets::tr("%1 holds JSON. Put the token's value alone into it, for example with "
                           "jq -r .token."));
}

QString tokenSourceNote(const QString &source, const TokenInput &input)
{
    if (input.content == Content::Word)
        return Secrets::tr("What %1 holds does not look like an API token. It is used as it is.")
            .arg(source);
    using Around = TokenInput::Around;
    if (input.leftOut.testFlag(Around::Assignment))
        return Secrets::tr("%1 holds a name before the token. It was left out.").arg(source);
    if (input.leftOut.testFlag(Around::Bearer))
        return Secrets::tr("%1 holds “Bearer” before the token. It was left out.").arg(source);
    if (input.leftOut.testFlag(Around::Quotes))
        return Secrets::tr("%1 holds quotation marks around the token. They were left out.")
            .arg(source);
    if (input.leftOut.testFlag(Around::Invisible))
        return Secrets::tr("%1 holds invisible characters beside the token. They were left out.")
            .arg(source);
    return {};
}

QString passwordSourceNote(const QString &source, const PasswordInput &input)
{
    if (input.hasControl)
        return Secrets::tr("The password in %1 has a line end or another invisible character "
                           "inside. It is used as it is.")
            .arg(source);
    if (input.leftOut)
        return Secrets::tr("A line end or another invisible character at an end of %1 was left "
                           "out.")
            .arg(source);
    return {};
}

} // namespace rox
