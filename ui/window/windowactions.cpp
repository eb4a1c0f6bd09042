// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowactions.h"

#include "ui/style/symbols.h"

#include <QAction>

namespace rox {

using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

namespace {

// Rich text for the bold first line; all other characters are escaped.
QString toolTipText(const QString &name, const QKeySequence &shortcut, const QString &whyNot)
{
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    QString head = keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys);
    if (whyNot.isEmpty())
        return head;
    return u"<b>%1</b><br>%2"_s.arg(head.toHtmlEscaped(), whyNot.toHtmlEscaped());
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
{
    QAction *generate = add(Action::Generate, tr("Generate token"), tr("Generate token"),
                            u"generateToken"_s, QKeySequence(u"Ctrl+N"_s));
    generate->setIcon(symbolIcon(u"plus"_s, TextTone::Highlighted));
    QAction *refresh =
        add(Action::Refresh, tr("Refresh"), tr("Refresh"), u"refresh"_s, QKeySequence(Qt::Key_F5));
    refresh->setIcon(symbolIcon(u"refresh"_s));
    QAction *revoke =
        add(Action::Revoke, tr("Revoke…"), tr("Revoke"), u"revoke"_s, QKeySequence(Qt::Key_Delete));
    revoke->setIcon(symbolIcon(u"revoke"_s));
    QAction *copyId =
        add(Action::CopyId, tr("Copy ID"), tr("Copy ID"), u"copyId"_s, QKeySequence::Copy);
    copyId->setIcon(symbolIcon(u"copy"_s));
    QAction *copyName = add(Action::CopyName, tr("Copy name"), tr("Copy name"), u"copyName"_s, {});
    copyName->setIcon(symbolIcon(u"copy"_s));
}

QAction *WindowActions::add(Action which, const QString &text, const QString &name,
                            const QString &object, const QKeySequence &shortcut)
{
    auto *window = qobject_cast<QWidget *>(parent());
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setAutoRepeat(false);
    action->setObjectName(object);
    m_actions.insert(which, action);
    m_names.insert(which, name);
    window->addAction(action);
    setState(which, true, {});
    return action;
}

void WindowActions::setState(Action which, bool enabled, const QString &whyNot)
{
    QAction *action = m_actions.value(which);
    action->setEnabled(enabled);
    action->setToolTip(
        toolTipText(m_names.value(which), action->shortcut(), enabled ? QString() : whyNot));
}

} // namespace rox
