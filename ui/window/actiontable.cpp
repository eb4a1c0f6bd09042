// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/actiontable.h"

#include <QCoreApplication>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

namespace {

struct ActionWords
{
    Q_DECLARE_TR_FUNCTIONS(ActionWords)
};

const ActionRow Table[] = {
    // Server
    {.id = Action::AddServer,
     .name = "addServer"_L1,
     .text = [] { return ActionWords::tr("&Add server…"); },
     .symbol = "plus"_L1,
     .keys = "Ctrl+Shift+N"_L1,
     .menu = WindowMenu::Server,
     .group = 1,
     .buttonGroup = 2,
     .topic = KeyTopic::Servers},
    {.id = Action::ImportServers,
     .name = "importServers"_L1,
     .text = [] { return ActionWords::tr("&Import from roxctl…"); },
     .symbol = "terminal"_L1,
     .menu = WindowMenu::Server,
     .group = 1,
     .buttonGroup = 2},
    {.id = Action::Refresh,
     .name = "refresh"_L1,
     .text = [] { return ActionWords::tr("&Refresh"); },
     .symbol = "refresh"_L1,
     .keys = "F5; Ctrl+R"_L1,
     .menu = WindowMenu::Server,
     .group = 2,
     .topic = KeyTopic::Servers},
    {.id = Action::Settings,
     .name = "settings"_L1,
     .text = [] { return ActionWords::tr("&Settings…"); },
     .symbol = "settings"_L1,
     .keys = "Ctrl+,"_L1,
     .menu = WindowMenu::Server,
     .group = 3,
     .buttonGroup = 4,
     .topic = KeyTopic::Window},
    {.id = Action::CloseWindow,
     .name = "closeWindow"_L1,
     .text = [] { return ActionWords::tr("&Close window"); },
     .keys = "Ctrl+W"_L1,
     .menu = WindowMenu::Server,
     .group = 4,
     .topic = KeyTopic::Window},
    {.id = Action::Quit,
     .name = "quit"_L1,
     .text = [] { return ActionWords::tr("&Quit"); },
     .keys = "Ctrl+Q"_L1,
     .menu = WindowMenu::Server,
     .group = 4,
     .buttonGroup = 6,
     .topic = KeyTopic::Window},
    // Token
    {.id = Action::Generate,
     .name = "generateToken"_L1,
     .text = [] { return ActionWords::tr("&Generate token…"); },
     .label = [] { return ActionWords::tr("Generate token"); },
     .symbol = "plus"_L1,
     .keys = "Ctrl+N"_L1,
     .menu = WindowMenu::Token,
     .group = 1,
     .topic = KeyTopic::Tokens},
    {.id = Action::Rotate,
     .name = "rotateToken"_L1,
     .text = [] { return ActionWords::tr("Rot&ate…"); },
     .symbol = "rotate"_L1,
     .keys = "Ctrl+Shift+R"_L1,
     .menu = WindowMenu::Token,
     .group = 1,
     .rowGroup = 3,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Rotate the selected"); }},
    {.id = Action::CopyTable,
     .name = "copyTable"_L1,
     .text = [] { return ActionWords::tr("Copy as &table"); },
     .symbol = "copy"_L1,
     .keys = "Ctrl+C"_L1,
     .menu = WindowMenu::Token,
     .group = 2,
     .rowGroup = 1,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Copy the selected as a table"); }},
    {.id = Action::CopyName,
     .name = "copyName"_L1,
     .text = [] { return ActionWords::tr("Copy &name"); },
     .symbol = "copy"_L1,
     .menu = WindowMenu::Token,
     .group = 2,
     .rowGroup = 1},
    {.id = Action::CopyId,
     .name = "copyId"_L1,
     .text = [] { return ActionWords::tr("&Copy ID"); },
     .symbol = "copy"_L1,
     .keys = "Ctrl+Shift+C"_L1,
     .menu = WindowMenu::Token,
     .group = 2,
     .rowGroup = 1,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Copy the IDs of the selected"); }},
    {.id = Action::EditNote,
     .name = "editNote"_L1,
     .text = [] { return ActionWords::tr("Ed&it note"); },
     .symbol = "note"_L1,
     .keys = "F2"_L1,
     .menu = WindowMenu::Token,
     .group = 2,
     .rowGroup = 2,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Note about the token"); }},
    {.id = Action::Export,
     .name = "export"_L1,
     .text = [] { return ActionWords::tr("&Export…"); },
     .symbol = "export"_L1,
     .keys = "Ctrl+E"_L1,
     .menu = WindowMenu::Token,
     .group = 3,
     .buttonGroup = 1,
     .rowGroup = 1,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Export tokens to a file"); }},
    {.id = Action::Report,
     .name = "report"_L1,
     .text = [] { return ActionWords::tr("Re&port…"); },
     .symbol = "print"_L1,
     .keys = "Ctrl+P"_L1,
     .menu = WindowMenu::Token,
     .group = 3,
     .buttonGroup = 1,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Report to print and to sign"); }},
    {.id = Action::FindLeak,
     .name = "findLeakedToken"_L1,
     .text = [] { return ActionWords::tr("Find a &leaked token…"); },
     .symbol = "leak"_L1,
     .keys = "Ctrl+L"_L1,
     .menu = WindowMenu::Token,
     .group = 5,
     .buttonGroup = 1,
     .topic = KeyTopic::Tokens},
    {.id = Action::Rotations,
     .name = "rotations"_L1,
     .text = [] { return ActionWords::tr("R&otations…"); },
     .symbol = "rotate"_L1,
     .menu = WindowMenu::Token,
     .group = 5,
     .buttonGroup = 1},
    {.id = Action::Revoke,
     .name = "revoke"_L1,
     .text = [] { return ActionWords::tr("&Revoke…"); },
     .symbol = "revoke"_L1,
     .keys = "Del"_L1,
     .menu = WindowMenu::Token,
     .group = 4,
     .rowGroup = 3,
     .topic = KeyTopic::Tokens,
     .deed = [] { return ActionWords::tr("Revoke the selected"); },
     .isDangerous = true},
    {.id = Action::CleanUp,
     .name = "cleanUp"_L1,
     .text = [] { return ActionWords::tr("Clean &up…"); },
     .symbol = "revoke"_L1,
     .menu = WindowMenu::Token,
     .group = 4,
     .buttonGroup = 1,
     .isDangerous = true},
    {.id = Action::RevokeExpired,
     .name = "revokeExpired"_L1,
     .text = [] { return ActionWords::tr("Revoke e&xpired…"); },
     .symbol = "revoke"_L1,
     .menu = WindowMenu::Token,
     .group = 4,
     .buttonGroup = 1,
     .isDangerous = true},
    // View
    {.id = Action::ShowSidebar,
     .name = "showSidebar"_L1,
     .text = [] { return ActionWords::tr("&Sidebar"); },
     .keys = "F8"_L1,
     .menu = WindowMenu::View,
     .group = 1,
     .topic = KeyTopic::Window,
     .deed = [] { return ActionWords::tr("Sidebar, on and off"); },
     .isCheckable = true},
    {.id = Action::ShowChart,
     .name = "showChart"_L1,
     .text = [] { return ActionWords::tr("&Expiry chart"); },
     .menu = WindowMenu::View,
     .group = 1,
     .isCheckable = true},
    {.id = Action::ShowDetails,
     .name = "showDetails"_L1,
     .text = [] { return ActionWords::tr("&Details"); },
     .keys = "F9"_L1,
     .menu = WindowMenu::View,
     .group = 1,
     .rowGroup = 2,
     .topic = KeyTopic::Window,
     .deed = [] { return ActionWords::tr("Details, on and off"); },
     .isCheckable = true},
    {.id = Action::ChooseColumns,
     .name = "chooseColumns"_L1,
     .text = [] { return ActionWords::tr("C&olumns"); },
     .symbol = "columns"_L1,
     .menu = WindowMenu::View,
     .group = 2},
    {.id = Action::ChooseChartSpan,
     .name = "chooseChartSpan"_L1,
     .text = [] { return ActionWords::tr("Chart &range"); },
     .menu = WindowMenu::View,
     .group = 2},
    {.id = Action::Find,
     .name = "findTokens"_L1,
     .text = [] { return ActionWords::tr("&Find tokens"); },
     .symbol = "search"_L1,
     .keys = "Ctrl+F"_L1,
     .menu = WindowMenu::View,
     .group = 2,
     .topic = KeyTopic::Finding,
     .deed = [] { return ActionWords::tr("Search; Down goes into the list"); }},
    {.id = Action::ClearFilters,
     .name = "clearFilters"_L1,
     .text = [] { return ActionWords::tr("&Clear filters"); },
     .keys = "Esc"_L1,
     .menu = WindowMenu::View,
     .group = 2,
     .topic = KeyTopic::Finding,
     .deed = [] { return ActionWords::tr("Clear the search, then the filters"); }},
    {.id = Action::NextPart,
     .name = "nextPart"_L1,
     .text = [] { return ActionWords::tr("Next part"); },
     .keys = "F6"_L1,
     .topic = KeyTopic::Window},
    {.id = Action::PreviousPart,
     .name = "previousPart"_L1,
     .text = [] { return ActionWords::tr("Previous part"); },
     .keys = "Shift+F6"_L1,
     .topic = KeyTopic::Window},
    {.id = Action::OpenMenu,
     .name = "openMenu"_L1,
     .text = [] { return ActionWords::tr("Menu"); },
     .symbol = "menu"_L1,
     .keys = "F10"_L1,
     .topic = KeyTopic::Window},
    {.id = Action::ShowMenuBar,
     .name = "showMenuBar"_L1,
     .text = [] { return ActionWords::tr("Show &menu bar"); },
     .keys = "Ctrl+M"_L1,
     .menu = WindowMenu::View,
     .group = 3,
     .topic = KeyTopic::Window,
     .deed = [] { return ActionWords::tr("Menu bar, on and off"); },
     .isCheckable = true},
    // Help
    {.id = Action::Help,
     .name = "help"_L1,
     .text = [] { return ActionWords::tr("&Help"); },
     .symbol = "help"_L1,
     .keys = "F1"_L1,
     .menu = WindowMenu::Help,
     .group = 1,
     .buttonGroup = 4,
     .topic = KeyTopic::Window},
    {.id = Action::Keys,
     .name = "keys"_L1,
     .text = [] { return ActionWords::tr("&Keys"); },
     .symbol = "keyboard"_L1,
     .keys = "Ctrl+?"_L1,
     .menu = WindowMenu::Help,
     .group = 1,
     .buttonGroup = 4,
     .topic = KeyTopic::Window},
    {.id = Action::About,
     .name = "about"_L1,
     .text = [] { return ActionWords::tr("A&bout Rox Tokens"); },
     .symbol = "info"_L1,
     .menu = WindowMenu::Help,
     .group = 2,
     .buttonGroup = 4},
};

/// Keys that a part handles itself, because they act on what has the focus there.
struct PartKeys
{
    KeyTopic topic;
    QList<QLatin1String> keys; ///< alternatives, or the ends of a range
    QString (*deed)();
    bool isRange = false;
};

QList<PartKeys> partKeys()
{
    return {
        {KeyTopic::Tokens, {"Return"_L1}, [] { return ActionWords::tr("Show details"); }},
        {KeyTopic::Tokens,
         {"Menu"_L1, "Shift+F10"_L1},
         [] { return ActionWords::tr("Menu of the row"); }},
        {KeyTopic::Tokens, {"Ctrl+A"_L1}, [] { return ActionWords::tr("Select all"); }},
        {KeyTopic::Tokens,
         {"Ctrl+Home"_L1, "Ctrl+End"_L1},
         [] { return ActionWords::tr("First, last row"); }},
        {KeyTopic::Finding,
         {"Left"_L1, "Right"_L1},
         [] { return ActionWords::tr("Another week of the chart"); }},
        {KeyTopic::Servers,
         {"Ctrl+1"_L1, "Ctrl+9"_L1},
         [] { return ActionWords::tr("First to ninth server"); },
         true},
        {KeyTopic::Servers, {"Ctrl+0"_L1}, [] { return ActionWords::tr("All servers"); }},
        {KeyTopic::Servers, {"F2"_L1}, [] { return ActionWords::tr("Edit the connection"); }},
        {KeyTopic::Servers, {"Del"_L1}, [] { return ActionWords::tr("Remove the server"); }},
        {KeyTopic::Servers,
         {"Alt+Up"_L1, "Alt+Down"_L1},
         [] { return ActionWords::tr("Move the server"); }},
    };
}

QString topicTitle(KeyTopic topic)
{
    switch (topic) {
    case KeyTopic::Tokens:
        return ActionWords::tr("Tokens");
    case KeyTopic::Finding:
        return ActionWords::tr("Finding");
    case KeyTopic::Servers:
        return ActionWords::tr("Servers");
    case KeyTopic::Window:
        return ActionWords::tr("Window");
    case KeyTopic::None:
        break;
    }
    return {};
}

/// "Ctrl+Shift+N" as {"Ctrl", "Shift", "N"}, in the words of the keyboard's language.
QStringList caps(const QKeySequence &sequence)
{
    const QString text = sequence.toString(QKeySequence::NativeText);
    QStringList caps = text.split(u'+', Qt::SkipEmptyParts);
    if (text.endsWith(u'+'))
        caps.append(u"+"_s);
    return caps;
}

} // namespace

QString menuTitle(WindowMenu menu)
{
    switch (menu) {
    case WindowMenu::Server:
        return ActionWords::tr("&Server");
    case WindowMenu::Token:
        return ActionWords::tr("&Token");
    case WindowMenu::View:
        return ActionWords::tr("&View");
    case WindowMenu::Help:
        return ActionWords::tr("&Help");
    case WindowMenu::None:
        break;
    }
    return {};
}

std::span<const ActionRow> actionTable()
{
    return Table;
}

const ActionRow &actionRow(MainWindow::Action id)
{
    return *std::find_if(std::begin(Table), std::end(Table),
                         [id](const ActionRow &row) { return row.id == id; });
}

QList<QKeySequence> keysOf(const ActionRow &row)
{
    QList<QKeySequence> keys;
    const auto parts = QString(row.keys).split(u"; "_s, Qt::SkipEmptyParts);
    for (const QString &part : parts)
        keys.append(QKeySequence(part, QKeySequence::PortableText));
    return keys;
}

QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain += text.at(i);
    }
    return plain;
}

QString spokenText(const QString &text)
{
    QString plain = withoutMnemonic(text);
    if (plain.endsWith(u'…'))
        plain.chop(1);
    return plain;
}

QList<KeyGroup> keyGroups()
{
    QList<KeyGroup> groups;
    const QList<PartKeys> ofParts = partKeys();
    for (const KeyTopic topic :
         {KeyTopic::Tokens, KeyTopic::Finding, KeyTopic::Servers, KeyTopic::Window}) {
        KeyGroup group{topicTitle(topic), {}};
        for (const ActionRow &row : Table) {
            if (row.topic != topic)
                continue;
            KeyGroup::Line line{{}, row.deed ? row.deed() : spokenText(row.text())};
            for (const QKeySequence &keys : keysOf(row))
                line.keys.append(caps(keys));
            group.lines.append(line);
        }
        for (const PartKeys &part : ofParts) {
            if (part.topic != topic)
                continue;
            KeyGroup::Line line{{}, part.deed(), part.isRange};
            for (const QLatin1String &keys : part.keys)
                line.keys.append(caps(QKeySequence(keys, QKeySequence::PortableText)));
            group.lines.append(line);
        }
        groups.append(group);
    }
    return groups;
}

} // namespace rox
