// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/barlook.h"

#include "ui/style/calmpaint.h"

#include <QRect>

namespace rox {

using namespace Qt::StringLiterals;

BarLook barLook(Severity severity, const QPalette &palette)
{
    const Tones tones = tonesOf(palette);
    switch (severity) {
    case Severity::Info:
        return {tones.tint, u"info"_s};
    case Severity::Success:
        return {tones.ok, u"check"_s};
    case Severity::Caution:
        return {tones.caution, u"warning"_s};
    case Severity::Bad:
        return {tones.bad, u"alarm"_s};
    }
    return {};
}

void paintBar(QPainter *painter, const QRect &rect, const Tone &tone)
{
    constexpr qreal radius = 8;
    calm::roundedBox(painter, rect, tone.fill, tone.line, radius);
}

namespace {

/// A word that is longer than a line would make the window as wide as itself: it may be broken.
QString breakable(const QString &text)
{
    constexpr int longestWord = 28;
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestWord && !c.isLowSurrogate()) {
            broken += QChar(0x200b);
            run = 1;
        }
        broken += c;
    }
    return broken.toHtmlEscaped();
}

} // namespace

QString barText(const Message &message)
{
    return u"<span style=\"font-weight:600\">%1</span> %2"_s.arg(breakable(message.lead),
                                                                 breakable(message.text));
}

QString plainBarText(const Message &message)
{
    return QString(message.lead % u' ' % message.text).trimmed();
}

} // namespace rox
