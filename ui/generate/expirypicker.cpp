// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/expirypicker.h"

#include "ui/generate/timefield.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Presets = {7, 30, 90, 180, 365};
constexpr int DefaultPreset = 2;
constexpr int Custom = int(Presets.size());
constexpr int Columns = 3;
constexpr int BarHeight = 58;
constexpr int RefreshMs = 15'000;
/// 9999-12-31T23:59:59Z, the latest time that Central accepts.
constexpr UtcMs LastTime = 253'402'300'799'000;

UtcMs wholeSeconds(UtcMs time)
{
    return time - (time % SecondMs + SecondMs) % SecondMs;
}

QDateTime local(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toLocalTime();
}

} // namespace

ExpiryPicker::ExpiryPicker(const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_bar(new SegmentedBar(this))
    , m_edit(new TimeField(this))
    , m_before(secondaryLabel({}, this))
    , m_mark(new SymbolMark(u"alarm"_s, TextTone::Bad, 14, this))
    , m_hint(secondaryLabel({}, this))
    , m_timer(new QTimer(this))
{
    auto *label = plainLabel(tr("E&xpires"), this, TextSize::Body, true);
    m_bar->setObjectName(u"expires"_s);
    m_bar->setAccessibleName(tr("Expires"));
    for (const int days : Presets)
        m_bar->addSegment(QLatin1String(QByteArray::number(days) + "days"),
                          tr("%Ln day(s)", nullptr, days));
    m_bar->addSegment("custom"_L1, tr("Custom"));
    m_bar->setColumns(Columns);
    m_bar->setMinimumHeight(BarHeight);
    m_bar->setCurrent(DefaultPreset);
    label->setBuddy(m_bar->button(DefaultPreset));

    m_edit->setObjectName(u"expirationDate"_s);
    m_edit->setAccessibleName(tr("Expiration date"));
    m_hint->setObjectName(u"expirationHint"_s);
    m_hint->setWordWrap(true);

    auto *hint = new QHBoxLayout;
    hint->setSpacing(6);
    hint->addWidget(m_mark, 0, Qt::AlignTop);
    hint->addWidget(m_hint, 1);
    auto *heading = new QHBoxLayout;
    heading->addWidget(label);
    heading->addStretch(1);
    heading->addWidget(m_before);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(heading);
    column->addWidget(m_bar);
    column->addSpacing(2);
    column->addWidget(m_edit);
    column->addLayout(hint);

    connect(m_bar, &SegmentedBar::chosen, this, &ExpiryPicker::choose);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_error.clear();
        showText();
        Q_EMIT expiryChanged();
    });
    m_timer->setInterval(RefreshMs);
    connect(m_timer, &QTimer::timeout, this, [this] {
        showNow();
        Q_EMIT expiryChanged(); // a custom time may have passed
    });
    m_timer->start();
    showNow();
}

std::optional<int> ExpiryPicker::presetDays() const
{
    const int segment = m_bar->current();
    if (segment < 0 || segment >= Custom)
        return std::nullopt;
    return Presets[std::size_t(segment)];
}

UtcMs ExpiryPicker::expiresAt() const
{
    if (const auto days = presetDays())
        return wholeSeconds(local(m_clock->now()).addDays(*days).toMSecsSinceEpoch());
    return std::min(wholeSeconds(m_edit->moment()), LastTime);
}

void ExpiryPicker::setExpiresAt(UtcMs time)
{
    m_error.clear();
    m_bar->setCurrent(time == NoTime ? DefaultPreset : Custom);
    if (time != NoTime) {
        const QSignalBlocker silent(m_edit);
        m_edit->setMoment(time);
    }
    showNow();
    Q_EMIT expiryChanged();
}

void ExpiryPicker::setLength(UtcMs length)
{
    const auto preset = std::find_if(Presets.begin(), Presets.end(), [length](int days) {
        return qAbs(length - days * DayMs) < 12 * HourMs; // summer time, and whole seconds
    });
    if (preset == Presets.end()) {
        setExpiresAt(wholeSeconds(std::min(m_clock->now() + length, LastTime)));
    } else {
        m_bar->setCurrent(int(preset - Presets.begin()));
        showNow();
        Q_EMIT expiryChanged();
    }
    m_before->setText(tr("as before: %1").arg(duration(length)));
}

QString ExpiryPicker::lengthWords() const
{
    if (const auto days = presetDays())
        return duration(*days * DayMs); // summer time may add an hour to it
    return duration(expiresAt() - m_clock->now());
}

bool ExpiryPicker::isComplete() const
{
    return m_error.isEmpty() && expiresAt() > m_clock->now();
}

void ExpiryPicker::setError(const QString &error)
{
    m_error = error;
    showText();
    Q_EMIT expiryChanged();
}

void ExpiryPicker::setLocked(bool locked)
{
    m_locked = locked;
    m_bar->setEnabled(!locked);
    showNow();
}

void ExpiryPicker::takeFocus()
{
    if (m_edit->isEnabled())
        m_edit->setFocus(Qt::OtherFocusReason);
    else
        m_bar->button(m_bar->current())->setFocus(Qt::OtherFocusReason);
}

void ExpiryPicker::choose(int segment)
{
    m_error.clear();
    if (segment == Custom) {
        // Starts with the time shown, without its seconds, which the field does not show.
        const QSignalBlocker silent(m_edit);
        const QTime shown = m_edit->time();
        m_edit->setTime(QTime(shown.hour(), shown.minute()));
    }
    showNow();
    if (segment == Custom)
        m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT expiryChanged();
}

void ExpiryPicker::showNow()
{
    const bool custom = !presetDays();
    m_edit->setEnabled(custom && !m_locked);
    if (!custom) {
        const QSignalBlocker silent(m_edit);
        m_edit->setMoment(expiresAt());
    }
    showText();
}

void ExpiryPicker::showText()
{
    const bool custom = !presetDays();
    const bool past = expiresAt() <= m_clock->now();
    QString text = tr("Central's default is 365 days.");
    if (!m_error.isEmpty())
        text = m_error;
    else if (past)
        text = tr("This time has passed. Central would refuse it.");
    else if (custom)
        text = tr("In %1, in your time zone (%2).")
                   .arg(lengthWords(), local(expiresAt()).timeZoneAbbreviation());
    const bool bad = !m_error.isEmpty() || past;
    m_mark->setVisible(bad);
    m_hint->setForegroundRole(bad ? QPalette::WindowText : QPalette::PlaceholderText);
    m_hint->setText(text);
    m_edit->setAccessibleDescription(text);
}

} // namespace rox
