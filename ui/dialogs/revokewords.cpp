// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokewords.h"

#include "models/values/visibletext.h"
#include "ui/words/revokesentences.h"
#include "ui/words/times.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace rox::revokewords {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

constexpr int NameWidth = 300;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RevokeWords)
};

int gone(const RevokeListModel &model)
{
    return model.count(State::Revoked) + model.count(State::AlreadyGone);
}

/// Those that no request left this computer for, whatever the reason.
int notSent(const RevokeListModel &model)
{
    return model.count(State::NotSent) + model.count(State::Stopped) + model.count(State::Waiting);
}

} // namespace

int wanted(const RevokeListModel &model)
{
    return model.rowCount() - model.count(State::Kept);
}

int finished(const RevokeListModel &model)
{
    return model.finishedCount() - model.count(State::Kept);
}

QString title(const RevokeListModel &model)
{
    return model.rowCount() == 1 ? Words::tr("Revoke token") : Words::tr("Revoke tokens");
}

QString question(const RevokeListModel &model, const QString &server, const QFont &font)
{
    const QString place = visibleText(server.left(200));
    if (model.rowCount() != 1)
        return Words::tr("Revoke %n token(s) on %1?", nullptr, model.rowCount()).arg(place);
    const QString name = QFontMetrics(font).elidedText(visibleText(model.tokenAt(0).name.left(400)),
                                                       Qt::ElideMiddle, NameWidth);
    return Words::tr("Revoke %1 on %2?").arg(name, place);
}

QString consequence(const RevokeListModel &model)
{
    return model.rowCount() == 1 ? Words::tr("It stops working at once. This cannot be undone.")
                                 : Words::tr("They stop working at once. This cannot be undone.");
}

QString summary(const RevokeListModel &model)
{
    if (model.rowCount() == 1)
        return Words::tr("Central does not record use: nobody can tell from here who still depends "
                         "on it.");
    const QString tokens = Words::tr("%n token(s)", nullptr, model.rowCount());
    const int admins = model.adminCount();
    return admins > 0 ? Words::tr("%1, %L2 with Admin").arg(tokens).arg(admins) : tokens;
}

QString firstExpiry(const RevokeListModel &model, UtcMs now)
{
    if (model.rowCount() < 2)
        return {};
    UtcMs first = NeverMs;
    for (int row = 0; row < model.rowCount(); ++row) {
        const UtcMs expires = model.tokenAt(row).expiresAt;
        if (expires != NoTime && expires > now)
            first = qMin(first, expires);
    }
    return first == NeverMs ? QString()
                            : Words::tr("First would expire %1").arg(relativeTime(first, now));
}

QString signedInWarning(const RevokeListModel &model)
{
    if (!model.holdsSignedIn())
        return {};
    return model.rowCount() == 1
               ? Words::tr("You are signed in with this token. Rox Tokens asks once more.")
               : Words::tr("The token you are signed in with goes last. Rox Tokens asks once more "
                           "before it.");
}

bool needsWord(const RevokeListModel &model)
{
    return model.holdsAdmin() || model.rowCount() > ManyTokens;
}

QString word()
{
    //: The word that is typed to confirm; in small letters
    return Words::tr("revoke");
}

QString wordRequest(const RevokeListModel &model)
{
    const QString strong =
        u"<span style=\"font-weight:600\">%1</span>"_s.arg(word().toHtmlEscaped());
    const int admins = model.adminCount();
    if (admins == 1 && model.rowCount() == 1)
        return Words::tr("It holds Admin. Type %1 to go on:").arg(strong);
    if (admins == 1)
        return Words::tr("One token holds Admin. Type %1 to go on:").arg(strong);
    if (admins > 1)
        return Words::tr("%L1 tokens hold Admin. Type %2 to go on:").arg(admins).arg(strong);
    return Words::tr("These are %L1 tokens. Type %2 to go on:").arg(model.rowCount()).arg(strong);
}

QString revokeButton(const RevokeListModel &model)
{
    return model.rowCount() == 1 ? Words::tr("Revoke")
                                 : Words::tr("Revoke %n token(s)", nullptr, model.rowCount());
}

QString running(const RevokeListModel &model, const QString &server)
{
    return Words::tr("Revoking %n token(s) on %1", nullptr, wanted(model))
        .arg(visibleText(server.left(200)));
}

QString progress(const RevokeListModel &model)
{
    return Words::tr("%L1 of %L2 done").arg(finished(model)).arg(wanted(model));
}

QString stopHint(const RevokeListModel &model, bool stopping)
{
    const int asking = model.count(State::Asking);
    if (stopping)
        return asking == 1 ? Words::tr("Waiting for the one on its way.")
                           : Words::tr("Waiting for the %L1 on their way.").arg(asking);
    return asking == 1 ? Words::tr("Stop lets the one on its way finish.")
                       : Words::tr("Stop lets the %L1 on their way finish.").arg(asking);
}

QString result(const RevokeListModel &model)
{
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(count));
    };
    add(model.count(State::Revoked), Words::tr("%L1 revoked"));
    add(model.count(State::AlreadyGone), Words::tr("%L1 gone"));
    add(model.count(State::Failed), Words::tr("%L1 not revoked"));
    add(notSent(model), Words::tr("%L1 not sent"));
    add(model.count(State::Unknown), Words::tr("%L1 not known"));
    add(model.count(State::Kept), Words::tr("%L1 kept"));
    return parts.join(", "_L1);
}

QString proof(const RevokeListModel &model)
{
    if (model.rowCount() == 1)
        return gone(model) == 1 ? model.index(0).data(RevokeListModel::SentenceRole).toString()
                                : QString();
    const int readBack = model.readBackCount();
    const int answered = model.count(State::Revoked) - readBack;
    const int absent = model.count(State::AlreadyGone);
    QStringList sentences;
    if (answered > 0)
        sentences.append(
            Words::tr("Central answered for %Ln token(s): revoked.", nullptr, answered));
    if (readBack > 0)
        sentences.append(Words::tr("Central lists %Ln token(s) as revoked.", nullptr, readBack));
    if (absent > 0)
        sentences.append(Words::tr("Central has no such token any more: %L1.").arg(absent));
    if (!sentences.isEmpty())
        sentences.append(
            Words::tr("The last answer came at %1.").arg(clockSeconds(model.lastProvenAt())));
    return sentences.join(u' ');
}

QString resultMeaning(const RevokeListModel &model)
{
    const int failed = model.count(State::Failed);
    const int unsent = model.count(State::NotSent);
    const int unknown = model.count(State::Unknown);
    QStringList sentences;
    if (failed > 0)
        sentences.append(Words::tr("Central refused to revoke %Ln token(s).", nullptr, failed));
    if (unsent > 0)
        sentences.append(
            Words::tr("No request left this computer for %Ln token(s).", nullptr, unsent));
    if (failed + unsent > 0)
        sentences.append(failed + unsent == 1 ? Words::tr("It stays selected for another try.")
                                              : Words::tr("They stay selected for another try."));
    if (unknown > 0)
        sentences.append(
            Words::tr("Central's answer for %Ln token(s) was lost: they may or may not be revoked.",
                      nullptr, unknown));
    if (model.count(State::Stopped) + model.count(State::Waiting) > 0)
        sentences.append(Words::tr("You stopped: Central was not asked for the others."));
    return sentences.isEmpty() ? proof(model) : sentences.join(u' ');
}

bool canRetry(const RevokeListModel &model)
{
    return gone(model) + model.count(State::Kept) < model.rowCount();
}

QString retryButton(const RevokeListModel &model)
{
    const int failed =
        model.count(State::Failed) + model.count(State::NotSent) + model.count(State::Unknown);
    return failed > 0 ? Words::tr("Retry failed") : Words::tr("Revoke the others");
}

QString stateWords(State state, bool inResult)
{
    switch (state) {
    case State::Asked:
        return {};
    case State::Waiting:
        return inResult ? Words::tr("Not sent") : Words::tr("Waiting");
    case State::Asking:
        return Words::tr("Asking Central…");
    case State::Revoked:
        return Words::tr("Revoked");
    case State::AlreadyGone:
        return Words::tr("Central has no such token any more");
    case State::Failed:
        return Words::tr("Not revoked");
    case State::NotSent:
        return Words::tr("Not sent");
    case State::Unknown:
        return Words::tr("May or may not be revoked");
    case State::Stopped:
        return Words::tr("Stopped before it was sent");
    case State::Kept:
        return Words::tr("Kept: you are signed in with it");
    }
    return {};
}

} // namespace rox::revokewords
