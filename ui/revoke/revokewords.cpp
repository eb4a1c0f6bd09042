// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokewords.h"

#include "ui/text/revokesentences.h"

#include <QCoreApplication>

namespace rox::revokewords {

using namespace Qt::StringLiterals;
using State = RevokeListModel::State;

namespace {

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
    return model.partSize() - model.countInPart(State::Kept);
}

int answered(const RevokeListModel &model)
{
    return model.countInPart(State::Revoked) + model.countInPart(State::AlreadyGone)
           + model.countInPart(State::Failed);
}

QString running(const RevokeListModel &model, bool stopping)
{
    return stopping ? Words::tr("Stopping")
                    : Words::tr("Revoking %Ln token(s)", nullptr, wanted(model));
}

QString progress(const RevokeListModel &model, bool stopping)
{
    //: of a number of tokens, those that Central has answered for
    QStringList parts = {Words::tr("%L1 of %L2 answered").arg(answered(model)).arg(wanted(model))};
    if (const int unknown = model.countInPart(State::Unknown); unknown > 0)
        parts.append(Words::tr("%L1 not known").arg(unknown));
    const int asking = model.countInPart(State::Asking);
    if (stopping && asking > 0)
        parts.append(Words::tr("%L1 on their way").arg(asking));
    const int notSent = model.countInPart(State::Stopped) + model.countInPart(State::NotSent);
    if (notSent > 0)
        parts.append(Words::tr("%L1 not sent").arg(notSent));
    return parts.join(", "_L1);
}

QString stopHint(const RevokeListModel &model, bool stopping)
{
    const int asking = model.count(State::Asking);
    if (asking == 0)
        return {};
    return stopping ? Words::tr("%Ln request(s) already sent will finish.", nullptr, asking)
                    : Words::tr("Stop lets %Ln request(s) already sent finish.", nullptr, asking);
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
    const int open = model.rowCount() - gone(model) - model.count(State::Kept);
    const bool stopped = model.count(State::Stopped) + model.count(State::Waiting) > 0;
    if (stopped && open < model.rowCount())
        return Words::tr("Revoke the other %Ln…", nullptr, open);
    if (stopped)
        return Words::tr("Revoke the %Ln…", nullptr, open);
    return open == 1 ? Words::tr("Try again…") : Words::tr("Try the %Ln again…", nullptr, open);
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
        return inResult ? Words::tr("Central has no such token any more") : Words::tr("Gone");
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
