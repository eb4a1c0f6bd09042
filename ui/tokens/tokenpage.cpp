// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenpage.h"

#include "models/tokens/tokentext.h"
#include "ui/tokens/expirystrip.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/segmentedbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int AllSegment = TokenStatusCount;
} // namespace

TokenPage::TokenPage(TokenListModel *model, QWidget *parent)
    : QWidget(parent)
    , m_statuses(new SegmentedBar(this))
    , m_strip(new ExpiryStrip(this))
    , m_view(new TokenView(model, this))
    , m_empty(new EmptyState(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_statuses->setObjectName(u"statuses"_s);
    m_statuses->addSegment("active"_L1, TokenText::status(TokenStatus::Active), u"active"_s);
    m_statuses->addSegment("expiring"_L1, TokenText::status(TokenStatus::Expiring), u"expiring"_s);
    m_statuses->addSegment("expired"_L1, TokenText::status(TokenStatus::Expired), u"expired"_s);
    m_statuses->addSegment("revoked"_L1, TokenText::status(TokenStatus::Revoked), u"revoked"_s);
    m_statuses->addSegment("all"_L1, tr("All"));
    m_statuses->setCurrent(AllSegment);

    auto *statuses = new QHBoxLayout;
    statuses->setContentsMargins(16, 8, 16, 8);
    statuses->addWidget(m_statuses);
    statuses->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(statuses);
    column->addWidget(m_strip);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    m_empty->hide();

    connect(m_statuses, &SegmentedBar::chosen, this, [this](int segment) {
        Q_EMIT statusChosen(segment == AllSegment
                                ? std::nullopt
                                : std::optional(static_cast<TokenStatus>(segment)));
    });
    connect(m_strip, &ExpiryStrip::weekChosen, this, &TokenPage::weekChosen);
    connect(m_empty, &EmptyState::primaryChosen, this, &TokenPage::emptyStatePrimary);
    connect(m_empty, &EmptyState::secondaryChosen, this, &TokenPage::emptyStateSecondary);
}

void TokenPage::setCounts(const TokenSelection &selection, UtcMs now)
{
    m_now = now;
    const QLocale locale;
    for (int status = 0; status < TokenStatusCount; ++status)
        m_statuses->setCount(status,
                             locale.toString(selection.count(static_cast<TokenStatus>(status))));
    m_statuses->setCount(AllSegment, locale.toString(selection.countAll()));
    m_strip->setCounts(selection.expiringByWeek, now);
    m_strip->setWeek(weekOf(m_query));
}

int TokenPage::weekOf(const TokenQuery &query) const
{
    if (query.expiresFrom == NoTime || m_now == NoTime)
        return -1;
    // The list may be older than the clock by minutes: the nearest week is meant.
    const UtcMs ahead = query.expiresFrom - m_now;
    const auto week = static_cast<int>(qRound64(double(ahead) / double(ExpiryStrip::WeekMs)));
    return week >= 0 && week < ExpiryWeeks ? week : -1;
}

void TokenPage::setQuery(const TokenQuery &query)
{
    m_query = query;
    m_statuses->setCurrent(query.status ? static_cast<int>(*query.status) : AllSegment);
    m_strip->setWeek(weekOf(query));
    m_view->setSort(query.sortColumn, query.order);
}

void TokenPage::setNarrow(bool narrow)
{
    m_statuses->setSymbolsVisible(!narrow);
    m_view->setIssuedAllowed(!narrow);
}

void TokenPage::setEmptyState(const std::optional<EmptyStateContent> &content)
{
    if (content)
        m_empty->setContent(*content);
    m_empty->setVisible(content.has_value());
    m_strip->setVisible(!content);
    // The header stays: it says what would be listed.
    m_view->setMaximumHeight(content ? m_view->horizontalHeader()->sizeHint().height()
                                     : QWIDGETSIZE_MAX);
}

} // namespace rox
