// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/details/notedrafts.h"

#include <QWidget>

class QLineEdit;

namespace rox {

class FieldNote;
class TagChip;

/// The tags of the shown token, each with a ×, and a field for another one: Return, a comma or
/// leaving the field adds it. Each change is handed over at once to be kept.
class TagEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TagEdit(QWidget *parent = nullptr);

    void setTags(const QString &tokenId, const QStringList &listed);
    /// The answer to chosen(); `reason` is a sentence on why it was not kept; empty: it was.
    void settle(const QString &tokenId, const QStringList &tags, const QString &reason);

Q_SIGNALS:
    void chosen(const QString &tokenId, const QStringList &tags);

private:
    void add();
    void takeAway(const QString &tag);
    void choose(const QStringList &tags);
    void showTags();
    void showState();

    QWidget *m_flow;
    QLineEdit *m_field;
    FieldNote *m_problem;
    QList<TagChip *> m_chips;
    NoteDrafts m_drafts;
    QString m_id;
    QStringList m_listed;
    QStringList m_shown;
    QString m_refusal; ///< why the last input was not taken
};

} // namespace rox
