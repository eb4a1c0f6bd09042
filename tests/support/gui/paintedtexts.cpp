// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/paintedtexts.h"

#include <QPaintEngine>
#include <QTransform>

namespace rox::gui {

class PaintedTexts::Engine final : public QPaintEngine
{
public:
    Engine()
        : QPaintEngine(AllFeatures)
    {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &changed) override
    {
        if (changed.state().testFlag(DirtyTransform))
            m_transform = changed.transform();
    }
    void drawTextItem(const QPointF &from, const QTextItem &item) override
    {
        const QRectF rect(from.x(), from.y() - item.ascent(), item.width(),
                          item.ascent() + item.descent());
        texts.append({item.text(), m_transform.mapRect(rect)});
    }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &,
                   Qt::ImageConversionFlags) override
    {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawRects(const QRect *, int) override {}
    void drawLines(const QLineF *, int) override {}
    void drawLines(const QLine *, int) override {}
    [[nodiscard]] Type type() const override { return User; }

    QList<Text> texts;

private:
    QTransform m_transform;
};

PaintedTexts::PaintedTexts(const QSize &size)
    : m_engine(std::make_unique<Engine>())
    , m_size(size)
{}

PaintedTexts::~PaintedTexts() = default;

const QList<PaintedTexts::Text> &PaintedTexts::texts() const
{
    return m_engine->texts;
}

QPaintEngine *PaintedTexts::paintEngine() const
{
    return m_engine.get();
}

int PaintedTexts::metric(PaintDeviceMetric metric) const
{
    constexpr int dotsPerInch = 96;
    constexpr double millimetresPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * millimetresPerInch / dotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * millimetresPerInch / dotsPerInch);
    case PdmNumColors:
        return 0;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return qRound(devicePixelRatioFScale());
    default: // Qt 6.8 has more
        return QPaintDevice::metric(metric);
    }
}

} // namespace rox::gui
