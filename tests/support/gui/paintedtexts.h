// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QPaintDevice>
#include <QRectF>
#include <QString>

#include <memory>

class QPaintEngine;

namespace rox::gui {

/// A paint device that keeps the texts that are painted on it and where, and nothing else.
class PaintedTexts final : public QPaintDevice
{
public:
    struct Text
    {
        QString text;
        QRectF rect; ///< from the start to the end of the text, one line tall
    };

    explicit PaintedTexts(const QSize &size);
    ~PaintedTexts() override;

    [[nodiscard]] const QList<Text> &texts() const;
    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
    QSize m_size;
};

} // namespace rox::gui
