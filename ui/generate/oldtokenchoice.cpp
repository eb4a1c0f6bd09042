// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/oldtokenchoice.h"

#include "ui/generate/timefield.h"
#include "ui/style/colors.h"
#include "ui/text/times.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Way = OldTokenPlan::Way;

namespace {

constexpr int RowMargin = 12;
constexpr int NoteIndent = 26; // under the text of the radio button
constexpr int EveningHour = 18;

/// 18:00 two days before the end, or the latest time if that is sooner.
UtcMs proposedDate(const Token &old, UtcMs now)
{
    const UtcMs reminder = reminderFor(old, now);
    const QDateTime day =
        QDateTime::fromMSecsSinceEpoch(reminder == NoTime ? now + 7 * DayMs : reminder)
            .toLocalTime();
    const UtcMs evening = QDateTime(day.date(), QTime(EveningHour, 0)).toMSecsSinceEpoch();
    const UtcMs latest = latestDateFor(old, now);
    return latest == NoTime || evening < latest ? std::max(evening, now + HourMs) : latest;
}

} // namespace

/// A radio button, what it means, and what belongs to it; tinted while it is chosen.
class OldTokenChoice::Row final : public QWidget
{
public:
    Row(const QString &text, const QString &objectName, QWidget *parent)
        : QWidget(parent)
        , m_button(new QRadioButton(text, this))
        , m_note(secondaryLabel({}, this))
        , m_column(new QVBoxLayout(this))
    {
        m_button->setObjectName(objectName);
        m_button->setAccessibleName(text);
        m_note->setWordWrap(true);
        m_note->setContentsMargins(NoteIndent, 0, 0, 0);
        m_note->setObjectName(objectName + u"Note"_s);
        m_column->setContentsMargins(RowMargin, 8, RowMargin, 8);
        m_column->setSpacing(2);
        m_column->addWidget(m_button);
        m_column->addWidget(m_note);
    }
    [[nodiscard]] QRadioButton *button() const { return m_button; }
    void setNote(const QString &text)
    {
        m_note->setText(text);
        m_button->setAccessibleDescription(text);
    }
    void showNote(bool isShown) { m_note->setVisible(isShown && !m_note->text().isEmpty()); }
    void add(QWidget *widget)
    {
        auto *indented = new QHBoxLayout;
        indented->setContentsMargins(NoteIndent, 4, 0, 2);
        indented->addWidget(widget);
        m_column->addLayout(indented);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_button->isChecked())
            QPainter(this).fillRect(rect(), statusColors(palette()).tint.fill);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton)
            m_button->click();
    }

private:
    QRadioButton *m_button;
    QLabel *m_note;
    QVBoxLayout *m_column;
};

OldTokenChoice::OldTokenChoice(Token old, const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_old(std::move(old))
    , m_clock(clock)
{
    auto *frame = new JoinedFrame(this);
    frame->setObjectName(u"revokeTheOldToken"_s);
    frame->setAccessibleName(tr("Revoke the old token"));
    m_byHand = new Row(tr("Revoke it by hand, after the hand-over"), u"byHand"_s, frame);
    m_onDate = new Row(tr("Revoke it automatically on a date"), u"onDate"_s, frame);
    m_keep = new Row(tr("Keep it until it expires"), u"keep"_s, frame);
    m_date = new TimeField(frame);
    m_date->setObjectName(u"revokeDate"_s);
    m_date->setAccessibleName(tr("Date of the revoke"));
    m_date->setMoment(proposedDate(m_old, m_clock->now()));
    m_onDate->add(m_date);
    auto *group = new QButtonGroup(this);
    auto *rows = new QVBoxLayout(frame);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (Row *row : {m_byHand, m_onDate, m_keep}) {
        if (rows->count() > 0)
            rows->addWidget(separator(QPalette::Midlight, frame));
        rows->addWidget(row);
        group->addButton(row->button());
        connect(row->button(), &QRadioButton::toggled, this, [this](bool isChosen) {
            if (isChosen)
                showChoice();
        });
    }
    auto *title = plainLabel(tr("&Old token"), this, TextSize::Body, true);
    title->setBuddy(m_byHand->button());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(frame);
    connect(m_date, &QDateTimeEdit::dateTimeChanged, this, &OldTokenChoice::showChoice);
    m_byHand->button()->setChecked(true);
}

UtcMs OldTokenChoice::latest() const
{
    return latestDateFor(m_old, m_clock->now());
}

void OldTokenChoice::showChoice()
{
    const UtcMs now = m_clock->now();
    const UtcMs reminder = reminderFor(m_old, now);
    if (m_old.expiresAt != NoTime && m_old.expiresAt <= now)
        m_byHand->setNote(tr("It has expired already."));
    else if (reminder == NoTime)
        m_byHand->setNote(tr("It never expires, so nothing reminds you."));
    else
        m_byHand->setNote(tr("Rox Tokens reminds you on %1, %2 before it expires.")
                              .arg(shortDate(reminder, now), duration(m_old.expiresAt - reminder)));
    const QString wrong = problem();
    m_onDate->setNote(wrong.isEmpty() ? tr("Only while this program runs, and only if the new "
                                           "token was checked. Otherwise it asks you.")
                                      : wrong);
    m_keep->setNote(
        m_old.expiresAt == NoTime || m_old.expiresAt >= NeverMs
            ? tr("It never expires: it works until it is revoked.")
            : tr("On %1, %2.")
                  .arg(mediumDate(m_old.expiresAt), relativeTime(m_old.expiresAt, now)));
    for (Row *row : {m_byHand, m_onDate, m_keep}) {
        row->showNote(row->button()->isChecked() || row == m_keep);
        row->update();
    }
    m_date->setVisible(m_onDate->button()->isChecked());
    Q_EMIT changed();
}

OldTokenPlan OldTokenChoice::plan() const
{
    if (m_onDate->button()->isChecked())
        return {Way::OnDate, m_date->moment()};
    if (m_keep->button()->isChecked())
        return {Way::Keep, NoTime};
    return {Way::ByHand, reminderFor(m_old, m_clock->now())};
}

void OldTokenChoice::setPlan(const OldTokenPlan &plan)
{
    if (plan.way == Way::OnDate && plan.at != NoTime)
        m_date->setMoment(plan.at);
    Row *row = plan.way == Way::OnDate ? m_onDate : plan.way == Way::Keep ? m_keep : m_byHand;
    row->button()->setChecked(true);
    showChoice();
}

QString OldTokenChoice::problem() const
{
    if (!m_onDate->button()->isChecked())
        return {};
    const UtcMs date = m_date->moment();
    if (date <= m_clock->now())
        return tr("This time has passed. Choose one that is still to come.");
    // The field has no seconds.
    if (latest() != NoTime && date > latest() + MinuteMs)
        return tr("The old token expires on %1. Choose %2 at the latest.")
            .arg(mediumDate(m_old.expiresAt), longTime(latest()));
    return {};
}

void OldTokenChoice::setLocked(bool locked)
{
    for (const Row *row : {m_byHand, m_onDate, m_keep})
        row->button()->setEnabled(!locked);
    m_date->setEnabled(!locked);
}

} // namespace rox
