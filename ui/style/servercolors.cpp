// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/servercolors.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(rox::ServerColor)
};

constexpr ServerColor Table[] = {
    {"blue"_L1, "#2874AE", "#58A9E0", [] { return Words::tr("Blue"); }},
    {"plum"_L1, "#8C4FA8", "#C08ADB", [] { return Words::tr("Plum"); }},
    {"teal"_L1, "#117973", "#3FBDB4", [] { return Words::tr("Teal"); }},
    {"sand"_L1, "#8F6B1F", "#C9A24C", [] { return Words::tr("Sand"); }},
    {"rose"_L1, "#B8437A", "#E584B2", [] { return Words::tr("Rose"); }},
    {"moss"_L1, "#547218", "#9CBD57", [] { return Words::tr("Moss"); }},
    {"clay"_L1, "#A85532", "#DE8B66", [] { return Words::tr("Clay"); }},
    {"slate"_L1, "#5B6679", "#97A2B6", [] { return Words::tr("Slate"); }},
};

} // namespace

std::span<const ServerColor> serverColors()
{
    return Table;
}

} // namespace rox
