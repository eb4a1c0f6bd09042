// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/emptypage.h"

#include "ui/widgets/dialogsize.h"
#include "ui/widgets/emptypageparts.h"

#include <QHideEvent>
#include <QShowEvent>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace rox {

namespace {

using namespace std::chrono_literals;

constexpr auto Patience = 300ms;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &EmptyPage::showParts);
}

void EmptyPage::setContent(const EmptyPageContent &content)
{
    if (m_content == content)
        return;
    m_content = content;
    if (isVisible() && !(content.waits && m_patience.isActive()))
        showParts();
}

void EmptyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous() || !m_content)
        return;
    if (m_content->waits)
        await();
    else
        showParts();
}

void EmptyPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_patience.stop(); // what was waited for is there
}

void EmptyPage::await()
{
    if (m_scroll)
        m_scroll->hide();
    m_patience.start();
}

void EmptyPage::showParts()
{
    m_patience.stop();
    if (!m_parts)
        makeParts();
    m_parts->fill(*m_content);
    m_scroll->show();
    if (std::exchange(m_takesFocus, false))
        m_parts->focusPrimary();
}

void EmptyPage::makeParts()
{
    m_parts = new EmptyPageParts;
    m_scroll = new FittedScroll(m_parts, this);
    layout()->addWidget(m_scroll);
    connect(m_parts, &EmptyPageParts::primaryChosen, this, &EmptyPage::primaryChosen);
    connect(m_parts, &EmptyPageParts::secondaryChosen, this, &EmptyPage::secondaryChosen);
    connect(m_parts, &EmptyPageParts::offerTaken, this, &EmptyPage::offerTaken);
}

void EmptyPage::focusPrimary()
{
    m_takesFocus = !isVisible() || !m_parts;
    if (!m_takesFocus)
        m_parts->focusPrimary();
}

} // namespace rox
