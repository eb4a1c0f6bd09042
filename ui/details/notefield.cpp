// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/notefield.h"

#include "models/tokens/tokennote.h"
#include "models/tokens/tokenshape.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace rox {

namespace {

constexpr int MinLines = 2;
constexpr int MaxLines = 6;
constexpr int Padding = 4;

bool isEscape(const QEvent *event)
{
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier;
}

} // namespace

NoteField::NoteField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setViewportMargins(Padding, Padding / 2, Padding, Padding / 2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteField::check);
    fitHeight();
}

void NoteField::setTextSilently(const QString &text)
{
    const QScopedValueRollback silence(m_isSilent, true);
    setPlainText(text);
    m_accepted = toPlainText();
    fitHeight();
}

void NoteField::replaceSilently(const QString &text)
{
    const QScopedValueRollback silence(m_isSilent, true);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_accepted = toPlainText();
    fitHeight();
}

void NoteField::check()
{
    fitHeight();
    if (m_isSilent)
        return;
    const QString text = toPlainText();
    if (text == m_accepted)
        return;
    const bool isToken = looksLikeToken(text);
    if (isToken || text.size() > MaxNote) {
        // An input method or the keyboard brought it: setPlainText() forgets it in the undo
        // history.
        const int position = textCursor().position();
        setTextSilently(m_accepted);
        QTextCursor cursor = textCursor();
        cursor.setPosition(std::min(position, int(m_accepted.size())));
        setTextCursor(cursor);
        if (isToken)
            Q_EMIT tokenRefused();
        else
            Q_EMIT tooLong();
        return;
    }
    m_accepted = text;
    Q_EMIT edited();
}

void NoteField::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    QTextCursor cursor = textCursor();
    const QString before = toPlainText();
    const QString after =
        before.left(cursor.selectionStart()) + text + before.mid(cursor.selectionEnd());
    if (looksLikeToken(text) || looksLikeToken(after)) {
        Q_EMIT tokenRefused();
        return;
    }
    const qsizetype room =
        MaxNote - before.size() + (cursor.selectionEnd() - cursor.selectionStart());
    QString part = text.left(std::max<qsizetype>(room, 0));
    if (!part.isEmpty() && part.size() < text.size() && part.back().isHighSurrogate())
        part.chop(1);
    cursor.insertText(part);
    ensureCursorVisible();
    if (part.size() < text.size())
        Q_EMIT tooLong();
}

void NoteField::fitHeight()
{
    qreal text = -document()->documentMargin(); // which the last block has below it
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        text += blockBoundingRect(block).height(); // lays the block out
    const int line = fontMetrics().lineSpacing();
    const int lines = int(std::ceil(text / line - 0.1));
    setVerticalScrollBarPolicy(lines > MaxLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int height = std::clamp(lines, MinLines, MaxLines) * line + 2 * frameWidth() + Padding
                       + 2 * int(std::ceil(document()->documentMargin()));
    if (height != minimumHeight())
        setFixedHeight(height);
}

bool NoteField::event(QEvent *event)
{
    // Else Esc would clear the filters.
    if (event->type() == QEvent::ShortcutOverride && isEscape(event)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FontChange)
        fitHeight();
    return QPlainTextEdit::event(event);
}

void NoteField::keyPressEvent(QKeyEvent *event)
{
    if (isEscape(event))
        Q_EMIT escaped();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT finished();
}

void NoteField::hideEvent(QHideEvent *event)
{
    QPlainTextEdit::hideEvent(event);
    Q_EMIT finished(); // the window is closed, or the details
}

void NoteField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

} // namespace rox
