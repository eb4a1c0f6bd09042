// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revoketext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/times.h"
#include "ui/text/tokeneventtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace revoketext {

namespace {

constexpr int NameCharacters = 40; ///< of a name in the heading, of average width
constexpr int IdMax = 8;           ///< characters of an id in the report
constexpr int SentenceMax = 400;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevokeText)
};

QString semibold(const QString &text)
{
    return u"<span style=\"font-weight:600\">%1</span>"_s.arg(text.toHtmlEscaped());
}

QString timeOf(UtcMs time)
{
    return time == NoTime ? u"–"_s
                          : QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString lineOf(const RevokeListModel &model, int row)
{
    const Token &token = model.tokenAt(row);
    QString outcome = state(model.stateAt(row), true);
    const QString sentence = shownText(model.sentenceAt(row), SentenceMax);
    if (!sentence.isEmpty())
        outcome += u": "_s + sentence;
    const auto askedAt = model.index(row).data(RevokeListModel::AskedAtRole).toLongLong();
    QStringList cells = {TokenText::name(token.name), visibleText(token.id.left(IdMax)), outcome,
                         timeOf(askedAt)};
    if (model.serverCount() > 1)
        cells.prepend(shownName(model.server(model.serverOf(row)).name));
    return cells.join(u'\t');
}

int gone(const RevokeListModel &model)
{
    return model.count(State::Revoked) + model.count(State::AlreadyGone);
}

/// Tokens that no request was sent for, because of Stop or a failure.
int notSent(const RevokeListModel &model)
{
    return model.count(State::NotSent) + model.count(State::Stopped) + model.count(State::Waiting);
}

} // namespace

QString title(const RevokeListModel &model)
{
    return Text::tr("Revoke token(s)", nullptr, model.rowCount());
}

QString question(const RevokeListModel &model, const RevokeQuestion &asked, const QFont &font)
{
    if (asked.servers > 1)
        return model.isFirstQuestion()
                   ? Text::tr("Revoke %Ln token(s) on %L1 servers?", nullptr, asked.tokens)
                         .arg(asked.servers)
                   : Text::tr("Revoke the other %Ln token(s) on %L1 servers?", nullptr,
                              asked.tokens)
                         .arg(asked.servers);
    if (asked.onlyRow < 0)
        return model.isFirstQuestion()
                   ? Text::tr("Revoke %Ln token(s)?", nullptr, asked.tokens)
                   : Text::tr("Revoke the other %Ln token(s)?", nullptr, asked.tokens);
    const QString &name = model.tokenAt(asked.onlyRow).name;
    if (!hasVisibleCharacter(name))
        return Text::tr("Revoke the token without a name?");
    const QFontMetrics metrics(font);
    return Text::tr("Revoke %1?")
        .arg(metrics.elidedText(shownText(name), Qt::ElideMiddle,
                                NameCharacters * metrics.averageCharWidth()));
}

QString consequence(const RevokeQuestion &asked)
{
    if (asked.expired == asked.tokens)
        return Text::tr("They have expired and work no longer. This cannot be undone.", nullptr,
                        asked.tokens);
    if (asked.expired > 0)
        return Text::tr("Those still valid stop working at once. This cannot be undone.");
    return Text::tr("They stop working at once. This cannot be undone.", nullptr, asked.tokens);
}

QString summary(const RevokeQuestion &asked)
{
    QStringList sentences;
    if (asked.revokedAlready > 0)
        sentences.append(Text::tr("%L1 of the %L2 selected; %Ln is/are revoked already.", nullptr,
                                  asked.revokedAlready)
                             .arg(asked.tokens)
                             .arg(asked.selected));
    else if (asked.tokens > 1 && asked.admins > 0)
        sentences.append(
            Text::tr("%Ln token(s), %L1 with Admin.", nullptr, asked.tokens).arg(asked.admins));
    else if (asked.tokens > 1)
        sentences.append(Text::tr("%Ln token(s).", nullptr, asked.tokens));
    if (asked.expired > 0 && asked.tokens > 1)
        sentences.append(Text::tr("%Ln has/have expired.", nullptr, asked.expired));
    return sentences.join(u' ');
}

QString firstExpiry(const RevokeQuestion &asked, UtcMs now)
{
    if (asked.tokens < 2 || asked.firstExpiry == NoTime)
        return {};
    return Text::tr("The first would expire %1").arg(relativeTime(asked.firstExpiry, now));
}

QString signedInWarning(const RevokeQuestion &asked)
{
    if (asked.signedIn == 0)
        return {};
    if (asked.signedIn > 1)
        return Text::tr("The tokens you are signed in with go last. Rox Tokens asks once more "
                        "before them.");
    return asked.tokens == 1
               ? Text::tr("You are signed in with this token. Rox Tokens asks once more.")
               : Text::tr("The token you are signed in with goes last. Rox Tokens asks once more "
                          "before it.");
}

QString revokeButton(const RevokeQuestion &asked)
{
    //: the heading names a single token
    return Text::tr("Revoke %Ln token(s)", nullptr, asked.tokens);
}

QString issued(UtcMs issuedAt, UtcMs now)
{
    if (issuedAt == NoTime)
        return {};
    const QString date = mediumDate(issuedAt);
    return date == mediumDate(now) ? Text::tr("issued today, %1").arg(clockTime(issuedAt))
                                   : Text::tr("issued %1, %2").arg(date, clockTime(issuedAt));
}

QString tokenInUse()
{
    return Text::tr("The token in use");
}

QString namesakes(int count)
{
    return Text::tr("%Ln have this name", nullptr, count);
}

QString expiry(UtcMs expiresAt, UtcMs now)
{
    return expiresAt == NoTime ? Text::tr("no expiration") : relativeTime(expiresAt, now);
}

QString confirmation(const RevokeQuestion &asked, const QString &server)
{
    QString name = shownName(server).simplified();
    // A name without a visible character cannot be typed.
    if (confirmationFor(asked) == TypedConfirmation::ServerName && hasVisibleCharacter(name))
        return name;
    //: The word that is typed to confirm; in small letters
    return Text::tr("revoke");
}

bool isConfirmation(const QString &typed, const RevokeQuestion &asked, const QString &server)
{
    return typed.simplified().compare(confirmation(asked, server), Qt::CaseInsensitive) == 0;
}

QString confirmationRequest(const RevokeQuestion &asked, const QString &server)
{
    const QString strong = semibold(confirmation(asked, server));
    if (confirmationFor(asked) == TypedConfirmation::ServerName)
        return Text::tr("Type the server's name, %1, to enable Revoke:").arg(strong);
    if (asked.admins == 1 && asked.tokens == 1)
        return Text::tr("It holds Admin. Type %1 to enable Revoke:").arg(strong);
    if (asked.admins > 0)
        return Text::tr("%Ln token(s) hold Admin. Type %1 to enable Revoke:", nullptr, asked.admins)
            .arg(strong);
    return Text::tr("These are %Ln token(s). Type %1 to enable Revoke:", nullptr, asked.tokens)
        .arg(strong);
}

QString confirmationHint(const RevokeQuestion &asked)
{
    return confirmationFor(asked) == TypedConfirmation::ServerName
               ? Text::tr("Type the name to enable Revoke.")
               : Text::tr("Type the word to enable Revoke.");
}

int wanted(const RevokeListModel &model)
{
    return model.partSize() - model.countInPart(State::Kept);
}

int answered(const RevokeListModel &model)
{
    return model.countInPart(State::Revoked) + model.countInPart(State::AlreadyGone)
           + model.countInPart(State::Failed);
}

QString running(const RevokeListModel &model, bool stopping)
{
    return stopping ? Text::tr("Stopping")
                    : Text::tr("Revoking %Ln token(s)", nullptr, wanted(model));
}

QString progress(const RevokeListModel &model, bool stopping)
{
    //: of a number of tokens, those that Central has answered for
    QStringList parts = {Text::tr("%L1 of %L2 answered").arg(answered(model)).arg(wanted(model))};
    if (const int unknown = model.countInPart(State::Unknown); unknown > 0)
        parts.append(Text::tr("%Ln not known", nullptr, unknown));
    const int asking = model.countInPart(State::Asking);
    if (stopping && asking > 0)
        parts.append(Text::tr("%L1 waiting for an answer").arg(asking));
    const int unsent = model.countInPart(State::Stopped) + model.countInPart(State::NotSent);
    if (unsent > 0)
        parts.append(Text::tr("%Ln not sent", nullptr, unsent));
    return parts.join(", "_L1);
}

QString stopHint(const RevokeListModel &model, bool stopping)
{
    if (model.pauseSeconds() > 0)
        return Text::tr("Central is too busy: goes on in %L1 s.").arg(model.pauseSeconds());
    const int asking = model.count(State::Asking);
    if (asking == 0)
        return {};
    return stopping ? Text::tr("Waiting for %Ln request(s) already sent.", nullptr, asking)
                    : Text::tr("After Stop, the %Ln request(s) already sent will finish.", nullptr,
                               asking);
}

QString result(const RevokeListModel &model)
{
    QStringList parts;
    const auto add = [&parts](int count, const char *source) {
        if (count > 0)
            parts.append(Text::tr(source, nullptr, count));
    };
    add(model.count(State::Revoked), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln revoked"));
    add(model.count(State::AlreadyGone), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln gone"));
    add(model.count(State::Failed), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln not revoked"));
    add(notSent(model), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln not sent"));
    add(model.count(State::Unknown), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln not known"));
    add(model.count(State::Kept), QT_TRANSLATE_N_NOOP("RevokeText", "%Ln kept"));
    return parts.join(", "_L1);
}

QString proof(const RevokeListModel &model)
{
    if (model.rowCount() == 1)
        return gone(model) == 1 ? model.index(0).data(RevokeListModel::SentenceRole).toString()
                                : QString();
    return revokeProof(model.count(State::Revoked) - model.readBackCount(), model.readBackCount(),
                       model.count(State::AlreadyGone), model.lastProvenAt());
}

QString resultMeaning(const RevokeListModel &model)
{
    const int failed = model.count(State::Failed);
    const int unsent = model.count(State::NotSent);
    const int unknown = model.count(State::Unknown);
    QStringList sentences;
    if (failed > 0)
        sentences.append(Text::tr("Central refused to revoke %Ln token(s).", nullptr, failed));
    if (unsent > 0)
        sentences.append(
            Text::tr("No request left this computer for %Ln token(s).", nullptr, unsent));
    if (failed + unsent > 0 && model.staysSelected())
        sentences.append(Text::tr("They stay selected for another try.", nullptr, failed + unsent));
    if (unknown > 0)
        sentences.append(
            Text::tr("Central's answer for %Ln token(s) was lost: they may or may not be revoked.",
                     nullptr, unknown));
    if (model.count(State::Stopped) + model.count(State::Waiting) > 0)
        sentences.append(Text::tr("Stopped: Central was not asked for the others."));
    return sentences.isEmpty() ? proof(model) : sentences.join(u' ');
}

bool canRetry(const RevokeListModel &model)
{
    return gone(model) + model.count(State::Kept) < model.rowCount();
}

QString retryButton(const RevokeListModel &model)
{
    const int open = model.rowCount() - gone(model) - model.count(State::Kept);
    const bool stopped = model.count(State::Stopped) + model.count(State::Waiting) > 0;
    if (stopped && open < model.rowCount())
        return Text::tr("Revoke the other %Ln…", nullptr, open);
    if (stopped)
        return Text::tr("Revoke the %Ln…", nullptr, open);
    return Text::tr("Try the %Ln again…", nullptr, open);
}

QString report(const RevokeListModel &model, const ServerFacts &server, UtcMs now)
{
    QStringList lines;
    lines.reserve(model.rowCount() + 4);
    const bool isOfSeveral = model.serverCount() > 1;
    lines.append(isOfSeveral
                     ? Text::tr("Tokens revoked on %Ln server(s)", nullptr, model.serverCount())
                     : Text::tr("Tokens revoked on %1 (%2)")
                           .arg(shownText(server.name, 200), shownText(server.address, 200)));
    //: heading of a report, and when it was made
    lines.append(Text::tr("%1. As of %2.").arg(result(model), longTime(now)));
    lines.append(QString());
    QStringList heads = {Text::tr("Name"), Text::tr("ID"), Text::tr("Outcome"), Text::tr("Asked")};
    if (isOfSeveral)
        heads.prepend(Text::tr("Server"));
    lines.append(heads.join(u'\t'));
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(lineOf(model, row));
    return lines.join(u'\n') + u'\n';
}

QString copyDetails(bool copied)
{
    return copied ? Text::tr("Details copied") : Text::tr("Copy details");
}

QString state(State state, bool inResult)
{
    switch (state) {
    case State::Asked:
        return {};
    case State::Waiting:
        return inResult ? Text::tr("Not sent") : Text::tr("Waiting");
    case State::Asking:
        return Text::tr("Asking Central…");
    case State::Revoked:
        return Text::tr("Revoked");
    case State::AlreadyGone:
        return inResult ? Text::tr("Central has no such token any more") : Text::tr("Gone");
    case State::Failed:
        return Text::tr("Not revoked");
    case State::NotSent:
        return Text::tr("Not sent");
    case State::Unknown:
        return Text::tr("May or may not be revoked");
    case State::Stopped:
        return Text::tr("Stopped before it was sent");
    case State::Kept:
        return Text::tr("Kept: you are signed in with it");
    }
    return {};
}

} // namespace revoketext
} // namespace rox
