// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/clipboardrow.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/secretclipboard.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 160;

} // namespace

ClipboardRow::ClipboardRow(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_line(new QWidget(this))
    , m_bar(new QProgressBar(m_line))
    , m_text(plainLabel({}, m_line))
    , m_clear(new LinkButton(tr("Clear now"), m_line))
    , m_refused(new MessageBar(this))
{
    m_bar->setAccessibleName(tr("Clipboard countdown"));
    m_bar->setRange(0, clipboard->seconds());
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(BarWidth, 6);
    m_text->setObjectName(u"clipboardState"_s);
    m_clear->setObjectName(u"clearNow"_s);
    m_clear->setAccessibleName(tr("Clear now"));
    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_bar);
    row->addWidget(m_text);
    row->addStretch(1);
    row->addWidget(m_clear);
    m_line->setMinimumHeight(fontMetrics().height() + 4);

    Message refused;
    refused.severity = Severity::Caution;
    refused.lead = tr("The clipboard is not cleared yet.");
    refused.text = tr("The desktop allows it only while this window has focus.");
    refused.actions = {{tr("Clear now"), [this] { m_clipboard->clearNow(); }}};
    m_refused->setMessage(refused);
    m_refused->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_line);
    column->addWidget(m_refused);
    connect(m_clear, &LinkButton::clicked, m_clipboard, &SecretClipboard::clearNow);
    connect(m_clipboard, &SecretClipboard::stateChanged, this, &ClipboardRow::show);
    show();
}

void ClipboardRow::follow()
{
    m_follows = true;
    show();
}

void ClipboardRow::setEndSaid(bool said)
{
    m_isEndSaid = said;
    show();
}

void ClipboardRow::show()
{
    using State = SecretClipboard::State;
    const State state = m_follows ? m_clipboard->state() : State::Idle;
    const bool counting = state == State::Counting;
    m_bar->setVisible(counting);
    m_clear->setVisible(counting);
    const bool refused = state == State::NotClearedYet;
    if (refused == m_line->isVisibleTo(this)) {
        m_line->setVisible(!refused);
        m_refused->setVisible(refused);
        Q_EMIT heightChanged();
    }
    m_bar->setValue(m_clipboard->secondsLeft());
    m_text->setForegroundRole(counting ? QPalette::WindowText : QPalette::PlaceholderText);
    if (counting)
        m_text->setText(tr("Clipboard clears in %L1 s").arg(m_clipboard->secondsLeft()));
    else if (!m_isEndSaid && state == State::Cleared)
        m_text->setText(tr("The clipboard is cleared."));
    else if (!m_isEndSaid && state == State::TakenOver)
        m_text->setText(tr("The clipboard holds something else by now: left alone."));
    else
        m_text->clear();
}

} // namespace rox
