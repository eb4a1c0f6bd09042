// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokequestion.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace rox::revokequestion {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameWidth = 380;
constexpr int ServerNameMax = 80;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RevokeQuestion)
};

QString semibold(const QString &text)
{
    return u"<span style=\"font-weight:600\">%1</span>"_s.arg(text.toHtmlEscaped());
}

} // namespace

Typed typedFor(const RevokeQuestion &asked)
{
    if (asked.tokens > VeryManyTokens)
        return Typed::ServerName;
    return asked.admins > 0 || asked.tokens > ManyTokens ? Typed::Word : Typed::Nothing;
}

QString wordFor(const RevokeQuestion &asked, const QString &server)
{
    QString name = shownText(server, ServerNameMax).simplified();
    // A name that nothing can be typed for would lock the button for ever.
    if (typedFor(asked) == Typed::ServerName && hasVisibleCharacter(name))
        return name;
    //: The word that is typed to confirm; in small letters
    return Words::tr("revoke");
}

bool isTyped(const QString &typed, const RevokeQuestion &asked, const QString &server)
{
    return typed.simplified().compare(wordFor(asked, server), Qt::CaseInsensitive) == 0;
}

QString wordRequest(const RevokeQuestion &asked, const QString &server)
{
    const QString strong = semibold(wordFor(asked, server));
    if (typedFor(asked) == Typed::ServerName)
        return Words::tr("Type the server's name, %1, to enable Revoke:").arg(strong);
    if (asked.admins == 1 && asked.tokens == 1)
        return Words::tr("It holds Admin. Type %1 to enable Revoke:").arg(strong);
    if (asked.admins == 1)
        return Words::tr("One token holds Admin. Type %1 to enable Revoke:").arg(strong);
    if (asked.admins > 1)
        return Words::tr("%L1 tokens hold Admin. Type %2 to enable Revoke:")
            .arg(asked.admins)
            .arg(strong);
    return Words::tr("These are %L1 tokens. Type %2 to enable Revoke:")
        .arg(asked.tokens)
        .arg(strong);
}

QString wordHint(const RevokeQuestion &asked)
{
    return typedFor(asked) == Typed::ServerName ? Words::tr("Type the name to enable Revoke.")
                                                : Words::tr("Type the word to enable Revoke.");
}

QString title(const RevokeListModel &model)
{
    return model.rowCount() == 1 ? Words::tr("Revoke token") : Words::tr("Revoke tokens");
}

QString heading(const RevokeListModel &model, const RevokeQuestion &asked, const QFont &font)
{
    if (asked.onlyRow < 0)
        return model.isFirstQuestion()
                   ? Words::tr("Revoke %Ln token(s)?", nullptr, asked.tokens)
                   : Words::tr("Revoke the other %Ln token(s)?", nullptr, asked.tokens);
    const QString &name = model.tokenAt(asked.onlyRow).name;
    if (!hasVisibleCharacter(name))
        return Words::tr("Revoke the token without a name?");
    return Words::tr("Revoke %1?")
        .arg(QFontMetrics(font).elidedText(shownText(name), Qt::ElideMiddle, NameWidth));
}

QString consequence(const RevokeQuestion &asked)
{
    const bool isOne = asked.tokens == 1;
    if (asked.expired == asked.tokens)
        return isOne ? Words::tr("It has expired and works no longer. This cannot be undone.")
                     : Words::tr("They have expired and work no longer. This cannot be undone.");
    if (asked.expired > 0)
        return Words::tr("Those still valid stop working at once. This cannot be undone.");
    return isOne ? Words::tr("It stops working at once. This cannot be undone.")
                 : Words::tr("They stop working at once. This cannot be undone.");
}

QString summary(const RevokeQuestion &asked)
{
    QStringList sentences;
    if (asked.revokedAlready > 0)
        sentences.append(Words::tr("%L1 of the %L2 selected; %Ln is/are revoked already.", nullptr,
                                   asked.revokedAlready)
                             .arg(asked.tokens)
                             .arg(asked.selected));
    else if (asked.tokens > 1 && asked.admins > 0)
        sentences.append(
            Words::tr("%Ln token(s), %L1 with Admin.", nullptr, asked.tokens).arg(asked.admins));
    else if (asked.tokens > 1)
        sentences.append(Words::tr("%Ln token(s).", nullptr, asked.tokens));
    if (asked.expired > 0 && asked.tokens > 1)
        sentences.append(Words::tr("%Ln has/have expired.", nullptr, asked.expired));
    return sentences.join(u' ');
}

QString firstExpiry(const RevokeQuestion &asked, UtcMs now)
{
    if (asked.tokens < 2 || asked.firstExpiry == NoTime)
        return {};
    return Words::tr("The first would expire %1").arg(relativeTime(asked.firstExpiry, now));
}

QString signedInWarning(const RevokeQuestion &asked)
{
    if (!asked.holdsSignedIn)
        return {};
    return asked.tokens == 1
               ? Words::tr("You are signed in with this token. Rox Tokens asks once more.")
               : Words::tr("The token you are signed in with goes last. Rox Tokens asks once more "
                           "before it.");
}

QString revokeButton(const RevokeQuestion &asked)
{
    return asked.tokens == 1 ? Words::tr("Revoke")
                             : Words::tr("Revoke %Ln token(s)", nullptr, asked.tokens);
}

QString issuedWords(UtcMs issuedAt, UtcMs now)
{
    if (issuedAt == NoTime)
        return {};
    const QString date = mediumDate(issuedAt);
    return date == mediumDate(now) ? Words::tr("issued today, %1").arg(clockTime(issuedAt))
                                   : Words::tr("issued %1, %2").arg(date, clockTime(issuedAt));
}

} // namespace rox::revokequestion
