// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowactions.h"

#include "ui/style/symbols.h"
#include "ui/widgets/contextmenu.h"

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

QAction::MenuRole menuRole(Action which)
{
    switch (which) {
    case Action::Settings:
        return QAction::PreferencesRole;
    case Action::About:
        return QAction::AboutRole;
    case Action::Quit:
        return QAction::QuitRole;
    default:
        return QAction::NoRole;
    }
}

/// Adds actions to a menu, with a separator where the group changes.
class GroupedMenu
{
public:
    explicit GroupedMenu(QMenu *menu)
        : m_menu(menu)
    {}

    void beginGroup(int group)
    {
        if (m_group != 0 && group != m_group)
            m_menu->addSeparator();
        m_group = group;
    }
    void add(QAction *action, int group)
    {
        beginGroup(group);
        m_menu->addAction(action);
    }

private:
    QMenu *m_menu;
    int m_group = 0;
};

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    for (const ActionRow &row : actionTable())
        add(row);
}

void WindowActions::add(const ActionRow &row)
{
    auto *action = new QAction(this);
    m_actions.insert(row.id, action);
    action->setObjectName(row.name);
    action->setShortcuts(keysOf(row));
    action->setAutoRepeat(false);
    action->setCheckable(row.isCheckable);
    action->setMenuRole(menuRole(row.id));
    if (!row.symbol.isEmpty())
        action->setIcon(symbolIcon(row.symbol));
    const QString text = row.text();
    setText(row.id, text, row.label ? row.label() : withoutMnemonic(text));
    m_window->addAction(action);
}

void WindowActions::setText(Action which, const QString &text, const QString &label)
{
    QAction *action = m_actions.value(which);
    action->setText(text);
    action->setIconText(label);
    setState(which, action->isEnabled(), m_reasons.value(which));
}

void WindowActions::setState(Action which, bool enabled, const QString &whyNot)
{
    QAction *action = m_actions.value(which);
    m_reasons.insert(which, enabled ? QString() : whyNot);
    action->setEnabled(enabled);
    action->setToolTip(
        toolTipText(spokenText(action->iconText()), action->shortcut(), m_reasons.value(which)));
}

void WindowActions::setSelectedCount(int count)
{
    const auto show = [this](Action which, const QString &several) {
        const QString text = several.isEmpty() ? actionRow(which).text() : several;
        setText(which, text, withoutMnemonic(text));
    };
    //: Menu: copies the names of several tokens
    show(Action::CopyName, count < 2 ? QString() : tr("Copy %Ln &name(s)", nullptr, count));
    //: Menu: copies the IDs of several tokens
    show(Action::CopyId, count < 2 ? QString() : tr("&Copy %Ln ID(s)", nullptr, count));
}

QMenu *WindowActions::makeMenu(WindowMenu menu, QWidget *parent) const
{
    auto *made = new ContextMenu(menuTitle(menu), parent);
    GroupedMenu grouped(made);
    for (const ActionRow &row : actionTable()) {
        if (row.menu != menu)
            continue;
        grouped.add(action(row.id), row.group);
        if (row.isDangerous)
            made->setDangerous(action(row.id), row.symbol);
    }
    return made;
}

QMenu *WindowActions::makeButtonMenu(QWidget *parent) const
{
    constexpr int viewGroup = 3;
    auto *made = new ContextMenu(parent);
    GroupedMenu grouped(made);
    for (int group = 1; group <= 6; ++group) {
        if (group == viewGroup) {
            grouped.beginGroup(group);
            QMenu *view = makeMenu(WindowMenu::View, made);
            view->setIcon(symbolIcon(u"panel"_s));
            made->addMenu(view);
        }
        for (const ActionRow &row : actionTable()) {
            if (row.buttonGroup == group)
                grouped.add(action(row.id), group);
        }
    }
    return made;
}

void WindowActions::fillRowMenu(ContextMenu *menu,
                                const std::function<void(QMenu *)> &addFilters) const
{
    constexpr int dangerous = 3;
    GroupedMenu grouped(menu);
    for (int group = 1; group <= dangerous; ++group) {
        if (group == dangerous) {
            menu->addSeparator();
            addFilters(menu);
        }
        for (const ActionRow &row : actionTable()) {
            if (row.rowGroup != group)
                continue;
            grouped.add(action(row.id), group);
            if (row.isDangerous)
                menu->setDangerous(action(row.id), row.symbol);
        }
    }
}

} // namespace rox
