// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QWidget>

namespace rox {

class ChipFlow;
class ElidedField;
class FieldGrid;
class FlagList;
class MeterBar;
class NoteBox;
class StatusPill;
class TextLabel;
class Timeline;

/// One token, and what is known about it beside its fields.
struct TokenFacts
{
    Token token;
    TokenStatus status = TokenStatus::Active;
    UtcMs now = NoTime;
    bool signedIn = false;     ///< it signs in here, or did
    QString signedInNote = {}; ///< how it stands with that; empty: it is in use
    bool sharesName = false;
    int liveWithName = 0; ///< live tokens of this name, this one included if it lives
    bool mayRevokeTokens = false;
    bool isOpenRevoke = false; ///< whether a revoke of it was done is not known
};

/// Every field of one token.
class TokenDetails : public QWidget
{
    Q_OBJECT

public:
    explicit TokenDetails(QWidget *parent = nullptr);
    void setFacts(const TokenFacts &facts);

private:
    QWidget *makeStatusRow();
    void sayLeft(const TokenFacts &facts);
    void sayFlags(const TokenFacts &facts);
    void sayTimeline(const TokenFacts &facts);

    StatusPill *m_status;
    TextLabel *m_left;
    MeterBar *m_meter;
    NoteBox *m_note;
    FieldGrid *m_fields;
    ChipFlow *m_roles;
    TextLabel *m_expires;
    TextLabel *m_issued;
    TextLabel *m_validFor;
    TextLabel *m_lastUsed;
    ElidedField *m_id;
    TextLabel *m_flagsHeading;
    FlagList *m_flags;
    TextLabel *m_timelineHeading;
    Timeline *m_timeline;
};

} // namespace rox
