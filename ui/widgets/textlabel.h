// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/style/colors.h"
#include "ui/style/typography.h"

#include <QFont>
#include <QHash>
#include <QLabel>
#include <QList>

#include <optional>

class QTextLayout;

namespace rox {

struct TextRun
{
    QString text;
    TextTone tone = TextTone::Text;
    bool semibold = false;

    bool operator==(const TextRun &) const = default;
};

/// Plain text in one or several tones, sized by the application's font. Wraps, or stands in one
/// line and is elided. Follows theme and font by itself; QLabel::text() is the whole text, so
/// screen readers and tests find it.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(TextSize size, QWidget *parent = nullptr);

    void setSize(TextSize size);
    void setRuns(const QList<TextRun> &runs);
    void showText(const QString &text, TextTone tone = TextTone::Text, bool semibold = false);
    /// One line, elided where it does not fit; the whole is the tooltip then.
    void setElided(Qt::TextElideMode mode);
    /// Of resources/icons, before the text, in the tone of its first run; empty: none.
    void setSymbol(const QString &name);
    void setLineHeight(int height); ///< of wrapped lines; 0: the font's

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return wraps(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool wraps() const { return m_elide == Qt::ElideNone; }
    [[nodiscard]] QFont shownFont(bool semibold) const;
    [[nodiscard]] QFont mainFont() const; ///< gives a line its height
    [[nodiscard]] QSize layOut(QTextLayout &layout, int width) const;
    [[nodiscard]] QSize naturalSize() const;
    [[nodiscard]] QSize wrappedSize(int width) const;
    void forgetSizes() { m_sizes.reset(); }
    void paintElided(QPainter &painter);

    QList<TextRun> m_runs;
    TextSize m_size;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    int m_lineHeight = 0;
    QString m_symbol;

    /// Without the margins, of this text in this font of the application. Layouts ask many times
    /// for the same few sizes, and text is slow to measure.
    struct Sizes
    {
        QString text;
        QFont font;
        std::optional<QSize> natural;
        QHash<int, QSize> wrapped; ///< by width
    };
    Sizes &sizes() const;

    mutable std::optional<Sizes> m_sizes;
};

/// One line that is elided where it does not fit.
[[nodiscard]] TextLabel *elidedLabel(const TextRun &run, QWidget *parent,
                                     TextSize size = TextSize::Body);

} // namespace rox
