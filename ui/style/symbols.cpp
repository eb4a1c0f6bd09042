// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/symbols.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QByteArray svgInColor(const QString &name, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No symbol \"%s\"", qUtf8Printable(name));
        return {};
    }
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QColor colorOf(TextTone tone, const QPalette &palette, QIcon::Mode mode)
{
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (tone == TextTone::Text)
        return palette.color(QPalette::Active, QPalette::ButtonText);
    return toneColor(tone, palette);
}

/// Asks the palette at each paint, so a change of theme needs no new icon.
class SymbolIconEngine final : public QIconEngine
{
public:
    SymbolIconEngine(QString name, TextTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSymbol(painter, m_name, colorOf(m_tone, QGuiApplication::palette(), mode), rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // Qt passes the size in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return symbolPixmap(m_name, colorOf(m_tone, QGuiApplication::palette(), mode),
                            std::min(size.width(), size.height()), 1);
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new SymbolIconEngine(m_name, m_tone);
    }

private:
    QString m_name;
    TextTone m_tone;
};

/// Draws from the file that was drawn for the size, and reads it then. Qt's engine of SVG files
/// parses each when it is added, and keeps the last of them for all sizes.
class ApplicationIconEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        const qreal dpr = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QSvgRenderer renderer(fileFor(qRound(size * dpr)));
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // Qt passes the size in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        const QString key = u"rox:application:%1:%2"_s.arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int size : Sizes)
            sizes.append(QSize(size, size));
        return sizes;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ApplicationIconEngine; }

private:
    static constexpr std::array Sizes = {16, 24, 48, 128, 256};

    /// The smallest file that need not be enlarged.
    static QString fileFor(int pixels)
    {
        const auto *fitting = std::lower_bound(Sizes.begin(), Sizes.end() - 1, pixels);
        return u":/icons/app-%1.svg"_s.arg(*fitting);
    }
};

} // namespace

QPixmap symbolPixmap(const QString &name, const QColor &color, int size, qreal dpr)
{
    const QString key = u"rox:%1:%2:%3:%4"_s.arg(name, color.name()).arg(size).arg(dpr);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = qRound(size * dpr);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svgInColor(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintSymbol(QPainter *painter, const QString &name, const QColor &color, const QRect &rect)
{
    const int size = std::min(rect.width(), rect.height());
    const QPoint at(rect.left() + (rect.width() - size) / 2,
                    rect.top() + (rect.height() - size) / 2);
    const qreal dpr = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(at, symbolPixmap(name, color, size, dpr));
}

QIcon symbolIcon(const QString &name, TextTone tone)
{
    return QIcon(new SymbolIconEngine(name, tone));
}

QIcon applicationIcon()
{
    return QIcon(new ApplicationIconEngine);
}

} // namespace rox
