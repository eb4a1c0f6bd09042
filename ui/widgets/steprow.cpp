// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/steprow.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 20;
constexpr int CheckSize = 12;

/// A circle with the number of the step, or a check.
class StepMark final : public QWidget
{
public:
    StepMark(int number, Step::State state, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_state(state)
    {
        setFixedSize(MarkSize, MarkSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const StatusColors tones = statusColors(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor fill = m_state == Step::State::Done   ? tones.ok.text
                            : m_state == Step::State::Next ? palette().color(QPalette::Highlight)
                                                           : QColor(Qt::transparent);
        painter.setPen(m_state == Step::State::Open ? QPen(tones.secondary, 1.2) : Qt::NoPen);
        painter.setBrush(fill);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        const QColor on = m_state == Step::State::Open ? tones.secondary
                                                       : palette().color(QPalette::HighlightedText);
        if (m_state == Step::State::Done) {
            QRect check(0, 0, CheckSize, CheckSize);
            check.moveCenter(rect().center());
            paintSymbol(&painter, u"check"_s, tones.dark ? palette().color(QPalette::Base) : on,
                        check);
            return;
        }
        painter.setPen(on);
        painter.setFont(typeface(font(), TextSize::Secondary, true));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    Step::State m_state;
};

/// A word is not broken.
int widestWord(const QString &text, const QFont &font)
{
    int widest = 0;
    const QStringList words = text.split(u' ');
    for (const QString &word : words)
        widest = std::max(widest, QFontMetrics(font).horizontalAdvance(word) + 1);
    return widest;
}

QString spokenState(Step::State state)
{
    switch (state) {
    case Step::State::Done:
        return StepRow::tr("done");
    case Step::State::Next:
        return StepRow::tr("next");
    case Step::State::Open:
        break;
    }
    return StepRow::tr("open");
}

} // namespace

StepRow::StepRow(Qt::Orientation orientation, QWidget *parent)
    : Card(parent)
    , m_orientation(orientation)
    , m_row(orientation == Qt::Horizontal ? static_cast<QBoxLayout *>(new QHBoxLayout(this))
                                          : new QVBoxLayout(this))
{
    setObjectName(u"steps"_s);
    setAccessibleName(tr("Steps"));
    const bool isFlat = orientation == Qt::Vertical;
    m_row->setContentsMargins(isFlat ? 0 : 12, isFlat ? 0 : 8, isFlat ? 0 : 12, isFlat ? 0 : 8);
    m_row->setSpacing(isFlat ? 10 : 8);
}

void StepRow::paintEvent(QPaintEvent *event)
{
    if (m_orientation == Qt::Horizontal)
        Card::paintEvent(event);
}

void StepRow::setSteps(const QList<Step> &steps)
{
    if (std::exchange(m_steps, steps) == steps)
        return;
    rebuild();
    QStringList spoken;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Step &step = steps.at(i);
        //: number, title, whether it is done, and a note, for screen readers
        spoken.append(
            tr("%1. %2, %3. %4")
                .arg(QString::number(i + 1), step.title, spokenState(step.state), step.note)
                .trimmed());
    }
    setAccessibleDescription(spoken.join(u'\n'));
}

void StepRow::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        if (i > 0 && m_orientation == Qt::Horizontal) {
            auto *line = new QFrame(this);
            line->setFrameShape(QFrame::VLine);
            line->setForegroundRole(QPalette::Midlight);
            m_row->addWidget(line);
        }
        auto *part = new QWidget(this);
        auto *title = new TextLabel(TextSize::Body, part);
        title->showText(step.title, TextTone::Text, true);
        title->setMinimumWidth(widestWord(step.title, typeface(font(), TextSize::Body, true)));
        auto *note = new TextLabel(TextSize::Secondary, part);
        note->showText(step.note, TextTone::Secondary);
        note->setVisible(!step.note.isEmpty());
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(title);
        words->addWidget(note);
        words->addStretch(1);
        auto *row = new QHBoxLayout(part);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new StepMark(int(i) + 1, step.state, part), 0, Qt::AlignTop);
        row->addLayout(words, 1);
        // A longer title gets more room.
        m_row->addWidget(part, m_orientation == Qt::Horizontal ? title->sizeHint().width() : 0);
        part->show(); // now: the dialog adapts its height in this turn of the event loop
    }
}

} // namespace rox
