// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secretedit.h"

#include "models/tokens/tokenshape.h"
#include "ui/style/symbols.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
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
    // No selection while the text is shown: the keyboard, and X11 by itself, would copy it.
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
    m_found = {};
    if (held.isDetached()) // no other QString shares these characters
        held.fill(u'\0');
    Q_EMIT secretChanged();
}

QString SecretEdit::keptOf(const QString &typed)
{
    m_found = {};
    const Secret bytes = Secret::take(typed.toUtf8());
    if (m_content == Content::Password) {
        const PasswordInput input = passwordInput(bytes.view());
        m_found.passwordWasCut = input.leftOut;
        m_found.passwordHasControl = input.hasControl;
        m_found.passwordHasBlankAtAnEnd = input.hasBlankAtAnEnd;
        return QString::fromUtf8(input.password.view());
    }
    const TokenInput input = tokenInput(bytes.view());
    m_found.content = input.content;
    m_found.leftOut = input.leftOut;
    if (!input.token.isEmpty())
        return QString::fromUtf8(input.token.view());
    // Joined, several tokens would look like one.
    QString kept = typed;
    return input.content == TokenInput::Content::Several ? kept : kept.removeIf(isBlankOrInvisible);
}

void SecretEdit::clean()
{
    QString typed = text();
    const QString kept = keptOf(typed);
    // The cursor stays after the same characters, unless text around a token was left out.
    const QStringView before = QStringView(typed).first(cursorPosition());
    auto cursor = before.size();
    if (m_content == Content::Token && m_found.content != TokenInput::Content::Several)
        cursor -= std::count_if(before.begin(), before.end(), isBlankOrInvisible);
    if (m_found.leftOut & ~TokenInput::LeftOut(TokenInput::Invisible | TokenInput::Wrapped))
        cursor = kept.size();
    {
        const QSignalBlocker silent(this);
        setText(kept); // clears the undo history
        setCursorPosition(int(std::min(cursor, kept.size())));
    }
    if (typed.isDetached()) // no other QString shares these characters
        typed.fill(u'\0');
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

QPushButton *makeEyeButton(SecretEdit *edit, const QString &show, const QString &hide,
                           QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto reword = [edit, show, hide, button] {
        button->setIcon(symbolIcon(edit->isRevealed() ? u"hide"_s : u"reveal"_s));
        button->setAccessibleName(edit->isRevealed() ? hide : show);
        button->setToolTip(button->accessibleName());
    };
    button->setIconSize({16, 16});
    reword();
    button->setFixedWidth(button->sizeHint().height());
    QObject::connect(button, &QPushButton::clicked, edit,
                     [edit] { edit->setRevealed(!edit->isRevealed()); });
    QObject::connect(edit, &SecretEdit::revealedChanged, button, reword);
    return button;
}

} // namespace rox
