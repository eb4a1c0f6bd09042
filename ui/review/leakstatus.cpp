// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakstatus.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QTimer>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int MarkSize = 16;
constexpr int SpinMs = 80;
constexpr int LeastHeight = 32;
} // namespace

/// A symbol, or an arc that turns while a text is looked through.
class LeakStatus::Mark final : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(MarkSize, MarkSize);
        m_spin.setInterval(SpinMs);
        connect(&m_spin, &QTimer::timeout, this, [this] {
            m_degrees = (m_degrees + 30) % 360;
            update();
        });
    }

    void setSymbol(const QString &name, TextTone tone)
    {
        m_name = name;
        m_tone = tone;
        m_isSpinning = false;
        m_spin.stop();
        update();
    }
    void spin()
    {
        m_isSpinning = true;
        if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
            m_spin.start();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (!m_isSpinning) {
            paintSymbol(&painter, m_name, toneColor(m_tone, palette()), rect());
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(statusColors(palette()).focusRing, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(rect()).adjusted(1.75, 1.75, -1.75, -1.75), (90 - m_degrees) * 16,
                        -90 * 16);
    }

private:
    QString m_name;
    TextTone m_tone = TextTone::Secondary;
    bool m_isSpinning = false;
    int m_degrees = 0;
    QTimer m_spin;
};

LeakStatus::LeakStatus(QWidget *parent)
    : QWidget(parent)
    , m_mark(new Mark(this))
    , m_text(new TextLabel(TextSize::Body, this))
    , m_stop(pushButton(tr("Stop"), u"stop"_s, this))
    , m_clear(new LinkButton(tr("Clear"), this))
{
    m_text->setObjectName(u"leakStatus"_s);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_stop->setIcon(symbolIcon(u"stop"_s));
    m_clear->setObjectName(u"clear"_s);
    m_clear->setAccessibleName(tr("Clear"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_stop);
    row->addWidget(m_clear);
    row->addStrut(LeastHeight); // a minimum height would hide that of wrapped lines
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_stop, &QPushButton::clicked, this, &LeakStatus::stopRequested);
    connect(m_clear, &LinkButton::clicked, this, &LeakStatus::clearRequested);
    showNothing();
}

void LeakStatus::showNothing()
{
    show({}, TextTone::Secondary, {}, Button::None);
}

void LeakStatus::showProgress(const QString &text)
{
    show({}, TextTone::Secondary, {{text}}, Button::Stop);
    m_mark->spin();
    m_mark->setVisible(true);
}

void LeakStatus::showFound(const QList<TextRun> &runs)
{
    show({}, TextTone::Secondary, runs, Button::Clear);
}

void LeakStatus::showNoneFound(const QList<TextRun> &runs)
{
    show(u"search"_s, TextTone::Secondary, runs, Button::None);
}

void LeakStatus::showFault(const QString &text)
{
    show(u"warning"_s, TextTone::Caution, {{text}}, Button::None);
}

void LeakStatus::show(const QString &symbol, TextTone tone, const QList<TextRun> &runs,
                      Button button)
{
    m_mark->setSymbol(symbol, tone);
    m_mark->setVisible(!symbol.isEmpty());
    m_text->setRuns(runs);
    m_stop->setVisible(button == Button::Stop);
    m_clear->setVisible(button == Button::Clear);
}

} // namespace rox
