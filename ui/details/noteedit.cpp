// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/noteedit.h"

#include "models/tokens/tokennote.h"
#include "ui/details/notefield.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

NoteEdit::NoteEdit(QWidget *parent)
    : QWidget(parent)
    , m_field(new NoteField(this))
    , m_state(new TextLabel(TextSize::Secondary, this))
    , m_undo(new LinkButton(tr("Undo"), this))
    , m_problem(new FieldNote(m_field, this))
{
    m_field->setObjectName(u"tokenNote"_s);
    m_field->setAccessibleName(tr("Note"));
    //: Placeholder of the note about a token
    m_field->setPlaceholderText(tr("Who needs it? Who to ask?"));
    m_state->setObjectName(u"noteState"_s);
    m_state->setElided(Qt::ElideRight);
    m_undo->setObjectName(u"undoNote"_s);
    m_undo->setAccessibleName(tr("Undo the change of the note"));

    auto *heading = new TextLabel(TextSize::Secondary, this);
    heading->showText(tr("Note"), TextTone::Secondary, true);
    heading->setBuddy(m_field);
    auto *where = new TextLabel(TextSize::Secondary, this);
    where->showText(tr("only on this computer"), TextTone::Secondary);
    where->setElided(Qt::ElideRight);
    where->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(heading);
    top->addWidget(where, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 4, 0, 0);
    foot->setSpacing(8);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_undo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 13, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addSpacing(4);
    column->addWidget(m_field);
    column->addLayout(foot);
    column->addWidget(m_problem);

    connect(m_field, &NoteField::edited, this, [this] {
        m_isEdited = true;
        m_refusal.clear();
        showState();
    });
    connect(m_field, &NoteField::tokenRefused, this, [this] {
        m_refusal = tr("This is a token. It was not kept in the note.");
        showState();
    });
    connect(m_field, &NoteField::tooLong, this, [this] {
        m_refusal = tr("A note has at most %L1 characters: the rest was left out.").arg(MaxNote);
        showState();
    });
    connect(m_field, &NoteField::finished, this, [this] { finish(true); });
    connect(m_undo, &QAbstractButton::clicked, this, &NoteEdit::undo);
    showState();
}

QString NoteEdit::current() const
{
    const NoteDrafts::Draft *draft = m_drafts.find(m_id);
    return draft ? draft->text : m_listed;
}

void NoteEdit::setNote(const QString &tokenId, const QString &listed)
{
    if (tokenId != m_id) {
        finish();
        m_refusal.clear();
        m_id = tokenId;
    }
    m_listed = listed;
    const QString shown = m_drafts.shown(m_id, m_listed);
    if (!m_isEdited && m_field->toPlainText() != shown)
        m_field->setTextSilently(shown);
    showState();
}

void NoteEdit::finish(bool isTriedAgain)
{
    const NoteDrafts::Draft *draft = m_drafts.find(m_id);
    const bool tryAgain = isTriedAgain && draft && draft->state == NoteDrafts::State::Failed;
    if (m_id.isEmpty() || (!m_isEdited && !tryAgain))
        return;
    m_isEdited = false;
    const QString text = cleanedNote(m_field->toPlainText());
    const QString before = current();
    if (text != m_field->toPlainText())
        m_field->replaceSilently(text);
    if (text != before || tryAgain) {
        if (text != before)
            m_before.insert(m_id, before);
        m_drafts.send(m_id, text, m_listed);
        Q_EMIT chosen(m_id, text);
    }
    showState();
}

void NoteEdit::undo()
{
    m_field->replaceSilently(m_before.value(m_id));
    m_isEdited = true;
    finish();
}

void NoteEdit::settle(const QString &tokenId, const QString &text, const QString &reason)
{
    m_drafts.settle(tokenId, text, reason);
    showState();
}

void NoteEdit::showState()
{
    const NoteDrafts::Draft *draft = m_drafts.find(m_id);
    const bool isFailed = draft && draft->state == NoteDrafts::State::Failed && !m_isEdited;
    const bool isKept = m_before.contains(m_id) && !m_isEdited && !isFailed
                        && !(draft && draft->state == NoteDrafts::State::Sent);
    m_state->setSymbol(isKept ? u"check"_s : QString());
    m_state->showText(m_isEdited ? tr("Kept when you leave the field")
                      : isKept   ? tr("Kept")
                                 : QString(),
                      isKept ? TextTone::Ok : TextTone::Secondary);
    m_undo->setVisible(isKept && m_before.value(m_id) != current());
    m_state->setVisible(m_isEdited || isKept);
    m_problem->showText(isFailed ? draft->reason : m_refusal,
                        isFailed ? NoteTone::Problem : NoteTone::Caution);
}

} // namespace rox
