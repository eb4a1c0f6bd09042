// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/printabletext.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t LastAscii = 0x7f;

bool hasColorPictures(const QRawFont &font)
{
    static constexpr const char *tables[] = {"CBDT", "COLR", "sbix", "SVG "};
    return std::any_of(std::begin(tables), std::end(tables),
                       [&](const char *table) { return !font.fontTable(table).isEmpty(); });
}

bool hasDrawing(char32_t c, const QFont &font)
{
    QTextLayout layout(QString::fromUcs4(&c, 1), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::all_of(runs.begin(), runs.end(), [](const QGlyphRun &run) {
        return !run.glyphIndexes().contains(0) && !hasColorPictures(run.rawFont());
    });
}

} // namespace

bool PrintableText::isDrawn(char32_t c)
{
    const auto known = m_drawn.constFind(c);
    if (known != m_drawn.cend())
        return *known;
    return *m_drawn.insert(c, hasDrawing(c, m_font));
}

QString PrintableText::operator()(const QString &visible)
{
    if (std::all_of(visible.begin(), visible.end(),
                    [](QChar c) { return c.unicode() <= LastAscii; }))
        return visible;
    QString shown;
    shown.reserve(visible.size());
    for (const char32_t c : visible.toUcs4()) {
        if (c <= LastAscii || isDrawn(c))
            shown += QString::fromUcs4(&c, 1);
        else
            shown += u"\u27e8U+%1\u27e9"_s.arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
    }
    return shown;
}

} // namespace rox
