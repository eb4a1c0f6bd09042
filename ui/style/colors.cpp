// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/colors.h"

#include "ui/style/servercolors.h"

#include <algorithm>
#include <cmath>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QColor hex(const char *name)
{
    return QColor(QLatin1String(name));
}

Tone tone(const char *text, const char *fill, const char *line)
{
    return {hex(text), hex(fill), hex(line)};
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

struct PaletteHexes
{
    const char *window, *base, *alternate, *text, *placeholder, *button, *highlight, *link;
    const char *midlight, *mid, *dark, *shadow, *disabled, *inactiveHighlight, *tooltip;
};

constexpr PaletteHexes Light{
    .window = "#F3F4F6",
    .base = "#FFFFFF",
    .alternate = "#F7F8FA",
    .text = "#1A1E26",
    .placeholder = "#5A6270",
    .button = "#FFFFFF",
    .highlight = "#3552C0",
    .link = "#3552C0",
    .midlight = "#ECEEF2",
    .mid = "#DADEE5",
    .dark = "#C6CBD4",
    .shadow = "#7D8593",
    .disabled = "#8B93A1",
    .inactiveHighlight = "#E8EAEE",
    .tooltip = "#FFFFFF",
};

constexpr PaletteHexes Dark{
    .window = "#1F2228",
    .base = "#17191E",
    .alternate = "#1C1F25",
    .text = "#E8EAEF",
    .placeholder = "#A3AAB8",
    .button = "#2A2E36",
    .highlight = "#4A68DA",
    .link = "#9DB2FF",
    .midlight = "#23272E",
    .mid = "#353A44",
    .dark = "#434955",
    .shadow = "#6C7484",
    .disabled = "#7A8290",
    .inactiveHighlight = "#2A2E36",
    .tooltip = "#2A2E36",
};

QPalette paletteOf(const PaletteHexes &h)
{
    QPalette palette;
    const QColor text = hex(h.text);
    palette.setColor(QPalette::Window, hex(h.window));
    palette.setColor(QPalette::Base, hex(h.base));
    palette.setColor(QPalette::AlternateBase, hex(h.alternate));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::BrightText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, hex(h.placeholder));
    palette.setColor(QPalette::Button, hex(h.button));
    palette.setColor(QPalette::ToolTipBase, hex(h.tooltip));
    palette.setColor(QPalette::Highlight, hex(h.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, hex(h.link));
    palette.setColor(QPalette::LinkVisited, hex(h.link));
    palette.setColor(QPalette::Light, hex(h.base));
    palette.setColor(QPalette::Midlight, hex(h.midlight));
    palette.setColor(QPalette::Mid, hex(h.mid));
    palette.setColor(QPalette::Dark, hex(h.dark));
    palette.setColor(QPalette::Shadow, hex(h.shadow));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, hex(h.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, hex(h.inactiveHighlight));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, hex(h.inactiveHighlight));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, text);
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QPalette lightPalette()
{
    return paletteOf(Light);
}

QPalette darkPalette()
{
    return paletteOf(Dark);
}

StatusColors statusColors(const QPalette &palette)
{
    const auto color = [&](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role);
    };
    const bool dark = isDark(palette);
    const QColor highlight = color(QPalette::Highlight);
    const QColor base = color(QPalette::Base);

    StatusColors tones;
    tones.dark = dark;
    if (dark) {
        tones.ok = tone("#6CCB90", "#16301F", "#2C5A3D");
        tones.caution = tone("#F0BC64", "#3A2C12", "#67501F");
        tones.bad = tone("#FF9C8F", "#43211D", "#743A33");
        tones.dead = tone("#AEB6C4", "#2C3038", "#2C3038");
        tones.chip = tone("#D5D9E2", "#2C3038", "#2C3038");
        tones.dangerFill = hex("#C5443A");
        tones.chart = hex("#626D88");
        tones.chartSoon = hex("#D09A3C");
        tones.focusRing = hex("#7F98F6");
    } else {
        tones.ok = tone("#17703D", "#E2F3E8", "#A9D8BB");
        tones.caution = tone("#864A00", "#FCEFD4", "#E8C98A");
        tones.bad = tone("#A52A1F", "#FBE5E1", "#EBB5AD");
        tones.dead = tone("#535B69", "#E8EBEF", "#E8EBEF");
        tones.chip = tone("#343B48", "#ECEEF2", "#ECEEF2");
        tones.dangerFill = hex("#BF3328");
        tones.chart = hex("#8592B0");
        tones.chartSoon = hex("#B87A10");
        tones.focusRing = highlight;
    }
    tones.dangerText = Qt::white;
    tones.tint = {color(QPalette::Link), blended(highlight, base, dark ? 0.30 : 0.13),
                  blended(highlight, base, dark ? 0.60 : 0.35)};
    tones.checkedSegment = tones.tint.fill;
    tones.secondary = color(QPalette::PlaceholderText);
    tones.rowLine = color(QPalette::Midlight);
    tones.panelLine = color(QPalette::Mid);
    tones.buttonLine = color(QPalette::Dark);
    tones.fieldLine = color(QPalette::Shadow);
    return tones;
}

QColor toneColor(TextTone tone, const QPalette &palette)
{
    switch (tone) {
    case TextTone::Text:
        return palette.color(QPalette::WindowText);
    case TextTone::Secondary:
        return palette.color(QPalette::Active, QPalette::PlaceholderText);
    case TextTone::Highlighted:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case TextTone::Ok:
        return statusColors(palette).ok.text;
    case TextTone::Caution:
        return statusColors(palette).caution.text;
    case TextTone::Bad:
        return statusColors(palette).bad.text;
    case TextTone::Link:
        return palette.color(QPalette::Link);
    }
    return {};
}

QColor serverColor(const QString &name, bool dark)
{
    const auto colors = serverColors();
    const auto found = std::find_if(colors.begin(), colors.end(),
                                    [&](const ServerColor &each) { return each.name == name; });
    const ServerColor &color = found == colors.end() ? colors.front() : *found;
    return hex(dark ? color.dark : color.light);
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace rox
