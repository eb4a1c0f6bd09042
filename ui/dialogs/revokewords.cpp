// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokewords.h"

#include "models/values/visibletext.h"
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
    QStringList parts = {Words::tr("%L1 revoked").arg(gone(model))};
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(count));
    };
    add(model.count(State::Failed), Words::tr("%L1 failed"));
    add(model.count(State::Unknown), Words::tr("%L1 unknown"));
    add(model.count(State::Stopped) + model.count(State::Waiting), Words::tr("%L1 not asked"));
    add(model.count(State::Kept), Words::tr("%L1 kept"));
    if (gone(model) == 0 && parts.size() > 1)
        parts.removeFirst();
    return parts.join(", "_L1);
}

QString resultMeaning(const RevokeListModel &model)
{
    const int failed = model.count(State::Failed);
    const int unknown = model.count(State::Unknown);
    QStringList sentences;
    if (failed == 1)
        sentences.append(Words::tr("The failed one is still listed as active. It stays selected "
                                   "for another try."));
    else if (failed > 1)
        sentences.append(Words::tr("The failed ones are still listed as active. They stay "
                                   "selected for another try."));
    if (unknown == 1)
        sentences.append(Words::tr("One may or may not be revoked."));
    else if (unknown > 1)
        sentences.append(Words::tr("%L1 may or may not be revoked.").arg(unknown));
    if (model.count(State::Stopped) + model.count(State::Waiting) > 0)
        sentences.append(Words::tr("You stopped: Central was not asked for the others."));
    if (!sentences.isEmpty())
        return sentences.join(u' ');
    return gone(model) == 1 ? Words::tr("It no longer works.") : Words::tr("They no longer work.");
}

bool canRetry(const RevokeListModel &model)
{
    return gone(model) + model.count(State::Kept) < model.rowCount();
}

QString retryButton(const RevokeListModel &model)
{
    const int failed = model.count(State::Failed) + model.count(State::Unknown);
    return failed > 0 ? Words::tr("Retry failed") : Words::tr("Revoke the others");
}

QString stateWords(State state, bool inResult)
{
    switch (state) {
    case State::Asked:
        return {};
    case State::Waiting:
        return inResult ? Words::tr("Not asked") : Words::tr("Waiting");
    case State::Asking:
        return Words::tr("Asking Central…");
    case State::Revoked:
        return Words::tr("Revoked");
    case State::AlreadyGone:
        return inResult ? Words::tr("Was already gone: counts as revoked")
                        : Words::tr("Already gone");
    case State::Failed:
        return Words::tr("Failed");
    case State::Unknown:
        return Words::tr("May or may not be revoked");
    case State::Stopped:
        return Words::tr("Stopped before it was asked");
    case State::Kept:
        return Words::tr("Kept: you are signed in with it");
    }
    return {};
}

} // namespace rox::revokewords
