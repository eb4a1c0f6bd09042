// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/knowntokens.h"
#include "models/tokens/rememberedtokens.h"
#include "models/tokens/tokenscan.h"

#include <QList>

#include <vector>

namespace rox {

/// A Central whose list may have a leaked token.
struct LeakServer
{
    /// Whether a token can be revoked there with the credential that signs in.
    enum class Revoking {
        Possible,
        NeedsSignIn, ///< there is no credential, or Central refuses it
        Unreachable, ///< no answer of Central arrives, or its certificate is not trusted
        Forbidden,   ///< the roles of the credential lack the right
    };
    QString key; ///< of its session
    QString name;
    QString address;
    QString colorName;  ///< a name that serverColor() takes
    bool isOpen = true; ///< the window shows it
    Revoking revoking = Revoking::Possible;
    bool isUpToDate = true;              ///< Central has not refused since the list arrived
    const KnownTokens *tokens = nullptr; ///< null, or without a list: nothing to compare with

    [[nodiscard]] bool isCompared() const { return tokens && tokens->table(); }
};

/// What is known of one token that was found in a text; never its value.
struct LeakedToken
{
    enum class Place {
        Listed,      ///< in the list or in the history of `server`
        Unlisted,    ///< in no list that was compared
        NotApiToken, ///< a session of a user; no list has it
        CutShort,    ///< the text lacks the part that has the id
    };
    /// What can be done about it; else the reason why nothing can be done.
    enum class Remark {
        CanBeRevoked,
        SignIn,      ///< it can be revoked after a sign-in to `server`
        Unreachable, ///< `server` does not answer now
        Forbidden,   ///< the user may not revoke on `server`
        Revoked,
        Gone, ///< Central had it in its list, and has it no more
        Expired,
        OwnText, ///< all that is known is what the token says of itself, unverified
        EndsByItself,
        LookAgain, ///< where the text came from may have the whole token
        NoServer,  ///< its Central is known from a history alone
    };
    /// The server that lists it, as it was compared, or whose history has it.
    struct Server
    {
        QString key; ///< empty: no server lists it
        QString name;
        QString address;
        QString colorName;
        bool isOpen = false; ///< the window shows it
        UtcMs asOf = NoTime; ///< of a list that is not up to date
    };

    Place place = Place::CutShort;
    Remark remark = Remark::LookAgain;
    Token token;      ///< as `server` lists it, else as the token says of itself
    QString userName; ///< NotApiToken only
    Server server;
    UtcMs revokedAt = NoTime; ///< when this program revoked it; NoTime: not known
    FoundToken::Form form = FoundToken::Form::Plain;
    std::vector<qsizetype> lines; ///< from 1, ascending
    qsizetype characters = 0;     ///< of the token that the text has
    bool isWhole = false;         ///< the text has the whole token
    TokenCreator creator = {};
    /// It is not in the text: this token, which is, or which another one in the text has generated,
    /// has generated it. Empty: it is in the text.
    QString madeBy = {};
    QString makerName = {};

    [[nodiscard]] bool isListed() const { return place == Place::Listed; }
    [[nodiscard]] bool canBeRevoked() const { return remark == Remark::CanBeRevoked; }
    [[nodiscard]] bool isMade() const { return !madeBy.isEmpty(); }
};

/// Looks each token up, by its id, in the lists of all servers, then in the histories of all
/// Centrals. Of several servers with one id, one on which it can be revoked comes first, then one
/// whose list is up to date. A token that `before` had in a list, and that this list lacks now, is
/// Gone. The rows have the order of `found`; behind each stand the tokens that it has generated.
[[nodiscard]] QList<LeakedToken> lookUpLeaked(const std::vector<FoundToken> &found,
                                              const QList<LeakServer> &servers, UtcMs now,
                                              const QList<LeakedToken> &before = {},
                                              const QList<RememberedTokens> &remembered = {});

} // namespace rox
