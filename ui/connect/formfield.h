// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/fieldnote.h"

#include <QList>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace rox {

class SecretEdit;

/// A field of the connection form: its label, what stands beside the label in one line, and a note
/// under that. A problem takes the place of the note until the value changes.
class FormField : public QWidget
{
    Q_OBJECT

public:
    struct Note
    {
        QString text;
        NoteTone tone = NoteTone::Hint;
    };

    FormField(const QString &label, QWidget *parent);
    /// `field` is the label's buddy and has the note as its accessible description. `line` is what
    /// stands beside the label, and `rest` after it; only `line` is locked.
    void setLine(QWidget *field, const QList<QWidget *> &line, const QList<QWidget *> &rest = {});
    void addUnderNote(QWidget *part); ///< locked too
    [[nodiscard]] QWidget *field() const { return m_field; }
    /// Reports changes of `edit`, which takes `most` characters and no token.
    void watch(QLineEdit *edit, qsizetype most);
    void watch(SecretEdit *edit);

    /// What the field says of its value.
    void setNote(const Note &note);
    /// What is wrong with the value; empty ends it, as does the next change.
    void setProblem(const QString &sentence);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    /// Why the form cannot be confirmed with this value; empty if it can. Not shown by itself.
    void setObstacle(const QString &sentence) { m_obstacle = sentence; }
    [[nodiscard]] QString obstacle() const { return m_obstacle; }

    void setLocked(bool locked);
    /// Gives all labels inside `form` the width of the widest.
    static void alignLabels(const QWidget *form);

Q_SIGNALS:
    void changed(); ///< the value, or what the field says of it

protected:
    /// Sets note and obstacle for the value; called at each change, before changed().
    virtual void check() {}

private:
    void noteChange();
    void showNote();

    QLabel *m_label;
    QWidget *m_field = nullptr;
    QVBoxLayout *m_column;
    FieldNote *m_shown = nullptr;
    QList<QWidget *> m_locked;
    Note m_note;
    QString m_problem;
    QString m_obstacle;
};

} // namespace rox
