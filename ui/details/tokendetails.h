// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokendetail.h"

#include <QList>
#include <QWidget>

namespace rox {

class FieldGrid;
class FlagList;
class MeterBar;
class NoteBox;
class NoteEdit;
class StatusBadge;
class TagEdit;
class TextLabel;
class Timeline;

/// Shows a TokenDetail.
class TokenDetails : public QWidget
{
    Q_OBJECT

public:
    explicit TokenDetails(QWidget *parent = nullptr);
    /// `ownNote`: what is said of a token that signs in here; empty for any other.
    void setDetail(const TokenDetail &detail, const QString &ownNote = {});
    [[nodiscard]] NoteEdit *noteEdit() const { return m_noteEdit; }
    [[nodiscard]] TagEdit *tagEdit() const { return m_tagEdit; }

private:
    void showTimeLeft(const TokenDetail &detail);
    void showFlags(const TokenDetail &detail);

    StatusBadge *m_status;
    TextLabel *m_left;
    MeterBar *m_meter;
    NoteBox *m_note;
    FieldGrid *m_fields;
    QList<QWidget *> m_values; ///< by the order of detailFields()
    NoteEdit *m_noteEdit;
    TagEdit *m_tagEdit;
    TextLabel *m_flagsHeading;
    FlagList *m_flags;
    TextLabel *m_timelineHeading;
    Timeline *m_timeline;
};

} // namespace rox
