// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretedit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

SecretEdit::SecretEdit(Content content, QWidget *parent)
    : QLineEdit(parent)
    , m_content(content)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setDragEnabled(false);
    setAcceptDrops(false);
    m_hide.setSingleShot(true);
    m_hide.setInterval(RevealMs);
    connect(&m_hide, &QTimer::timeout, this, [this] { setRevealed(false); });
    connect(this, &QLineEdit::textEdited, this, &SecretEdit::clean);
    // While it can be read nothing of it can be selected: a selection would be copied, by the
    // keyboard as by X11.
    connect(this, &QLineEdit::selectionChanged, this, [this] {
        if (isRevealed() && hasSelectedText())
            deselect();
    });
}

SecretEdit::~SecretEdit()
{
    const QSignalBlocker gone(this);
    wipe();
}

Secret SecretEdit::secret() const
{
    return Secret::take(text().toUtf8());
}

void SecretEdit::wipe()
{
    QString held = text();
    if (held.isEmpty())
        return;
    setText({});
    if (held.isDetached()) // we are the last who hold these characters
        held.fill(u'\0');
    Q_EMIT secretChanged();
}

void SecretEdit::clean()
{
    QString kept = text();
    auto cursor = qsizetype(cursorPosition());
    if (m_content == Content::Token) {
        const auto isSpace = [](QChar c) { return c.isSpace(); };
        cursor -= std::count_if(kept.cbegin(), kept.cbegin() + cursor, isSpace);
        kept.removeIf(isSpace);
    }
    {
        const QSignalBlocker silent(this);
        setText(kept); // forgets the undo history
        setCursorPosition(int(cursor));
    }
    Q_EMIT secretChanged();
}

void SecretEdit::setRevealed(bool revealed)
{
    if (revealed == isRevealed())
        return;
    deselect();
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    if (revealed)
        m_hide.start();
    else
        m_hide.stop();
    Q_EMIT revealedChanged(revealed);
}

bool SecretEdit::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        setRevealed(false);
    return QLineEdit::event(event);
}

void SecretEdit::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QLineEdit::hideEvent(event);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)
        || event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"secretMenu"_s);
    menu->addAction(tr("Paste"), this, [this] { paste(); })->setEnabled(isEnabled());
    menu->addAction(tr("Clear"), this, [this] { wipe(); })->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

} // namespace rox
