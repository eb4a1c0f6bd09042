// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakcheckresult.h"

#include "ui/review/leakchecktext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Meaning = LeakVerdict::Meaning;

namespace {

constexpr int Width = 528;
constexpr int Margin = 24;
constexpr int SymbolSize = 16;

struct Look
{
    QString symbol;
    TextTone tone;
};

Look lookOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::StillWorks:
        return {u"alarm"_s, TextTone::Bad};
    case Meaning::RefusedButActive:
        return {u"warning"_s, TextTone::Caution};
    case Meaning::NotKnown:
    case Meaning::RefusedAlone:
        return {u"unknown"_s, TextTone::Secondary};
    case Meaning::RefusedAndExpired:
    case Meaning::RefusedAndRevoked:
        break;
    }
    return {u"check"_s, TextTone::Ok};
}

UtcMs lastAnswer(const QList<LeakVerdict> &verdicts)
{
    UtcMs last = NoTime;
    for (const LeakVerdict &one : verdicts) {
        if (one.answeredAt != NoTime && (last == NoTime || one.answeredAt > last))
            last = one.answeredAt;
    }
    return last;
}

} // namespace

LeakCheckResult::LeakCheckResult(QWidget *parent)
    : QDialog(parent)
    , m_heading(new TextLabel(TextSize::DialogHeading, this))
    , m_until(new TextLabel(TextSize::Body, this))
    , m_list(new QVBoxLayout)
    , m_copy(pushButton(tr("Copy report"), u"copyReport"_s, this))
    , m_again(pushButton(tr("Check again"), u"checkAgainNow"_s, this))
    , m_close(pushButton(tr("Close"), u"close"_s, this))
{
    setObjectName(u"checkResult"_s);
    setWindowTitle(tr("Check at Central"));
    m_heading->setObjectName(u"checkCounts"_s);
    m_copy->setIcon(symbolIcon(u"copy"_s));
    m_again->setIcon(symbolIcon(u"refresh"_s));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 12, Margin, 12);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_until);
    column->addLayout(m_list, 1);
    column->addSpacing(4);
    column->addWidget(plainLabel(tr("Still to do"), this, TextSize::Body, true));
    // Reminders for the person at the screen; nothing keeps them.
    for (const QString &step :
         {tr("Rotate what used these tokens"), tr("Take the text away where it leaked"),
          tr("Look for changes made with them, where you send Central's audit log")}) {
        auto *box = new QCheckBox(step, this);
        box->setObjectName(u"stillToDo"_s);
        box->setAccessibleName(step);
        column->addWidget(box);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_close);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(leakchecktext::report(m_verdicts)); });
    connect(m_again, &QPushButton::clicked, this, &LeakCheckResult::checkRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_close->setDefault(true);
    m_close->setFocus(Qt::OtherFocusReason);
}

void LeakCheckResult::showVerdicts(QList<LeakVerdict> verdicts, bool isRunning)
{
    sortVerdicts(&verdicts);
    m_verdicts = std::move(verdicts);
    m_heading->showText(isRunning ? tr("Asking Central…") : leakchecktext::counts(m_verdicts),
                        TextTone::Text, true);
    const UtcMs last = lastAnswer(m_verdicts);
    m_until->showText(
        last == NoTime ? tr("No Central has answered yet.")
                       : tr("Checked until %1. The values are kept until “Find a leaked token” is "
                            "closed.")
                             .arg(clockSeconds(last)));
    m_again->setEnabled(!isRunning);
    m_copy->setEnabled(!m_verdicts.isEmpty());
    if (m_rows) {
        if (m_rows->isAncestorOf(focusWidget()))
            m_close->setFocus(Qt::OtherFocusReason); // else the next button would have it
        m_rows->hide();
        m_rows->setParent(nullptr);
        m_rows->deleteLater(); // one of its buttons may be the sender
    }
    auto *card = new Card(nullptr);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    for (const LeakVerdict &one : std::as_const(m_verdicts))
        addRow(one, card, column);
    m_rows = new FittedScroll(card, this);
    m_list->addWidget(m_rows);
    m_rows->show();
    fitDialog(this, Width);
}

void LeakCheckResult::addRow(const LeakVerdict &verdict, QWidget *rows, QVBoxLayout *column)
{
    if (column->count() > 0)
        column->addWidget(separator(QPalette::Midlight, rows));
    const Look look = lookOf(verdict.meaning());
    auto *heading = new TextLabel(TextSize::Body, rows);
    heading->showText(leakchecktext::heading(verdict), TextTone::Text, true);
    auto *sentence = new TextLabel(TextSize::Secondary, rows);
    sentence->showText(leakchecktext::sentence(verdict), TextTone::Secondary);
    auto *said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(heading);
    said->addWidget(sentence);
    const bool isAlive =
        verdict.meaning() == Meaning::StillWorks || verdict.meaning() == Meaning::RefusedButActive;
    if (isAlive) {
        auto *revoke = pushButton(tr("Revoke…"), u"revokeChecked"_s, rows);
        revoke->setIcon(symbolIcon(u"revoke"_s, TextTone::Bad));
        setButtonRole(revoke, ButtonRole::DangerText);
        connect(revoke, &QPushButton::clicked, this,
                [this, token = verdict.token] { Q_EMIT revokeRequested({token}); });
        said->addSpacing(4);
        said->addWidget(revoke, 0, Qt::AlignLeft);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(new SymbolMark(look.symbol, look.tone, SymbolSize, rows), 0, Qt::AlignTop);
    row->addLayout(said, 1);
    column->addLayout(row);
}

} // namespace rox
