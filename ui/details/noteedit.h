// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/details/notedrafts.h"

#include <QWidget>

namespace rox {

class FieldNote;
class LinkButton;
class NoteField;
class TextLabel;

/// The note of the shown token: it is handed over to be kept when the field is left. "Undo" hands
/// the one before over again. What could not be kept stays in the field.
class NoteEdit : public QWidget
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);

    /// `listed`: what the list has. A text that is being typed stays.
    void setNote(const QString &tokenId, const QString &listed);
    /// The answer to chosen(); `reason` is a sentence on why it was not kept; empty: it was.
    void settle(const QString &tokenId, const QString &text, const QString &reason);
    /// Hands over what was typed; once more, if it could not be kept before and is to be tried.
    void finish(bool isTriedAgain = false);
    [[nodiscard]] NoteField *field() const { return m_field; }

Q_SIGNALS:
    void chosen(const QString &tokenId, const QString &text);

private:
    void undo();
    void showState();
    [[nodiscard]] QString current() const; ///< what was handed over last, or listed

    NoteField *m_field;
    TextLabel *m_state;
    LinkButton *m_undo;
    FieldNote *m_problem;
    NoteDrafts m_drafts;
    QHash<QString, QString> m_before; ///< by id: the note before the last one of this run
    QString m_id;
    QString m_listed;
    QString m_refusal; ///< why the last input was not taken
    bool m_isEdited = false;
};

} // namespace rox
