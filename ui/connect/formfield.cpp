// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/formfield.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/tokenguard.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

FormField::FormField(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_label(plainLabel(label, this))
    , m_column(new QVBoxLayout)
{
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_column->setSpacing(0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_label, 0, Qt::AlignTop);
    row->addLayout(m_column, 1);
}

void FormField::setLine(QWidget *field, const QList<QWidget *> &line, const QList<QWidget *> &rest)
{
    m_field = field;
    m_label->setBuddy(field);
    m_label->setMinimumHeight(field->sizeHint().height());
    m_locked = line;
    const QList<QWidget *> parts = line + rest;
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *part : parts)
        row->addWidget(part);
    // Edits and bars take the width that there is; a check box and segments keep their own.
    const QSizePolicy::Policy policy = parts.constFirst()->sizePolicy().horizontalPolicy();
    if ((policy & QSizePolicy::GrowFlag) != 0 && (policy & QSizePolicy::ShrinkFlag) != 0)
        row->setStretch(0, 1);
    else
        row->addStretch(1);
    m_shown = new FieldNote(field, this);
    m_column->addLayout(row);
    m_column->addWidget(m_shown);
}

void FormField::addUnderNote(QWidget *part)
{
    m_column->addWidget(part);
    m_locked.append(part);
}

void FormField::watch(QLineEdit *edit, qsizetype most)
{
    // The guard comes first: it takes a token back before anything else sees the change.
    connect(new TokenGuard(edit, most), &TokenGuard::refused, this, [this] {
        setProblem(tr("This is a token. It belongs in the field API token. It was not kept here."));
        Q_EMIT changed();
    });
    connect(edit, &QLineEdit::textChanged, this, &FormField::noteChange);
}

void FormField::watch(SecretEdit *edit)
{
    connect(edit, &SecretEdit::secretChanged, this, &FormField::noteChange);
}

void FormField::setNote(const Note &note)
{
    m_note = note;
    showNote();
}

void FormField::setProblem(const QString &sentence)
{
    m_problem = sentence;
    showNote();
}

void FormField::noteChange()
{
    setProblem({});
    check();
    Q_EMIT changed();
}

void FormField::showNote()
{
    if (hasProblem())
        m_shown->showText(m_problem, NoteTone::Problem);
    else
        m_shown->showText(m_note.text, m_note.tone);
}

void FormField::setLocked(bool locked)
{
    for (QWidget *part : std::as_const(m_locked))
        part->setEnabled(!locked);
}

void FormField::alignLabels(const QWidget *form)
{
    const auto fields = form->findChildren<FormField *>();
    int width = 0;
    for (const FormField *field : fields)
        width = std::max(width, field->m_label->sizeHint().width());
    for (FormField *field : fields)
        field->m_label->setMinimumWidth(width);
}

} // namespace rox
