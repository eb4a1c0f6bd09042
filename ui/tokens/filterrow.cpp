// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/filterrow.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/text/times.h"
#include "ui/tokens/filterchip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 16;
constexpr int MinHeight = 36;
constexpr int Gap = 8;
constexpr int CountGap = 16;

struct Row
{
    Q_DECLARE_TR_FUNCTIONS(rox::FilterRow)
};

/// The label of a chip, and its value.
std::pair<QString, QString> wordsOf(const TokenFilter &filter, const TokenQuery &query, UtcMs now)
{
    switch (filter.kind) {
    case TokenFilter::Kind::Status:
        return {Row::tr("Status:"), TokenText::status(*query.status)};
    case TokenFilter::Kind::Role:
        return {Row::tr("Role:"), shownText(filter.role, 80)};
    case TokenFilter::Kind::Expiry:
        //: Before a range of dates: "Expires 1–7 Dec"
        return {Row::tr("Expires"), dateRange(query.expiry.from, query.expiry.until, now)};
    }
    return {};
}

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    if (className == "rox::FilterRow"_L1)
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::List);
    return nullptr;
}

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
    , m_lead(new TextLabel(TextSize::Secondary, this))
    , m_rest(new FilterChip(this))
    , m_count(new TextLabel(TextSize::Secondary, this))
    , m_clear(new LinkButton(tr("Clear filters"), this))
    , m_key(new TextLabel(TextSize::Secondary, this))
{
    static const bool installed = (QAccessible::installFactory(interfaceFor), true);
    Q_UNUSED(installed)
    setObjectName(u"filters"_s);
    setAccessibleName(tr("Filters"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    //: Before the filters: "Only Role: Admin"
    m_lead->showText(tr("Only"), TextTone::Secondary);
    m_rest->setObjectName(u"moreFilters"_s);
    m_rest->setFocusPolicy(Qt::TabFocus);
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setAccessibleName(tr("Clear filters"));
    m_key->showText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
                    TextTone::Secondary);
    for (TextLabel *label : {m_lead, m_count, m_key})
        label->setElided(Qt::ElideRight);
    connect(m_clear, &QAbstractButton::clicked, this,
            [this] { Q_EMIT chosen(withoutFilters(m_query)); });
    connect(m_rest, &QToolButton::clicked, this, &FilterRow::openRest);
    hide();
}

QSize FilterRow::sizeHint() const
{
    return {400, std::max(MinHeight, m_rest->sizeHint().height() + 12)};
}

QSize FilterRow::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void FilterRow::setQuery(const TokenQuery &query, UtcMs now)
{
    m_query = query;
    m_now = now;
    const QList<TokenFilter> filters = filtersOf(query);
    QStringList texts;
    for (const TokenFilter &filter : filters)
        texts.append(wordsOf(filter, query, now).second);
    m_key->setVisible(query.text.isEmpty()); // Esc clears the search first
    const bool isSame = filters == m_filters && texts == m_texts;
    m_filters = filters;
    m_texts = texts;
    if (!isSame)
        replaceChips();
    placeParts();
    setVisible(!m_filters.isEmpty());
}

void FilterRow::setCounts(quint32 shown, quint32 total)
{
    const QLocale locale;
    //: How many tokens the filters leave: "5 of 2,450 tokens"
    m_count->showText(tr("%1 of %Ln token(s)", nullptr, int(total)).arg(locale.toString(shown)));
    placeParts();
}

void FilterRow::replaceChips()
{
    const auto focused =
        std::find_if(m_chips.cbegin(), m_chips.cend(), [](auto *chip) { return chip->hasFocus(); });
    const qsizetype focusedAt = focused == m_chips.cend() ? -1 : focused - m_chips.cbegin();
    const QList<FilterChip *> before = std::exchange(m_chips, {});
    QWidget *last = m_lead;
    for (qsizetype i = 0; i < m_filters.size(); ++i) {
        auto *chip = new FilterChip(this);
        chip->setObjectName(u"filter%1"_s.arg(i));
        const auto [label, value] = wordsOf(m_filters.at(i), m_query, m_now);
        chip->setTexts(label, value);
        connect(chip, &FilterChip::takenAway, this, [this, i] { takeAway(i); });
        m_chips.append(chip);
        setTabOrder(last, chip);
        last = chip;
        chip->setVisible(isVisible());
    }
    setTabOrder(last, m_rest);
    setTabOrder(m_rest, m_clear);
    if (focusedAt >= 0 && !m_chips.isEmpty())
        m_chips.at(std::min(focusedAt, m_chips.size() - 1))->setFocus(Qt::OtherFocusReason);
    else if (focusedAt >= 0)
        Q_EMIT focusLeft();
    for (FilterChip *chip : before) {
        chip->hide();
        chip->deleteLater(); // it may be the sender of the click that brought us here
    }
}

void FilterRow::takeAway(qsizetype number)
{
    Q_EMIT chosen(without(m_filters.at(number), m_query));
}

void FilterRow::openRest()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"moreFiltersMenu"_s);
    for (qsizetype i = m_fitting; i < m_filters.size(); ++i) {
        const auto [label, value] = wordsOf(m_filters.at(i), m_query, m_now);
        //: A filter of the list: "Take away Role: Admin"
        menu->addAction(tr("Take away %1 %2").arg(label, value), this, [this, i] { takeAway(i); });
    }
    menu->popup(m_rest->mapToGlobal(QPoint(0, m_rest->height())));
}

/// In reading order, mirrored in a layout from right to left.
void FilterRow::placeParts()
{
    const auto put = [this](QWidget *part, int left) {
        const QSize size = part->sizeHint();
        const QRect at(left, (height() - size.height()) / 2, size.width(), size.height());
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
        return left + size.width();
    };
    int right = width() - Margin;
    if (!m_key->isHidden())
        right = right - m_key->sizeHint().width();
    put(m_key, right);
    right -= m_clear->sizeHint().width() + (m_key->isHidden() ? 0 : Gap);
    put(m_clear, right);

    int left = put(m_lead, Margin) + Gap;
    const auto restWidth = [this](qsizetype fitting) {
        m_rest->setTexts({}, u'+' + QLocale().toString(m_chips.size() - fitting), false);
        return m_rest->sizeHint().width();
    };
    for (m_fitting = 0; m_fitting < m_chips.size(); ++m_fitting) {
        FilterChip *chip = m_chips.at(m_fitting);
        const bool isLast = m_fitting == m_chips.size() - 1;
        const int after = isLast ? 0 : Gap + restWidth(m_fitting + 1);
        if (left + chip->sizeHint().width() + after > right - Gap && m_fitting > 0)
            break;
        left = put(chip, left) + Gap;
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setVisible(i < m_fitting);
    m_rest->setVisible(m_fitting < m_chips.size());
    if (m_fitting < m_chips.size()) {
        (void)restWidth(m_fitting);
        left = put(m_rest, left) + Gap;
    }
    left += CountGap - Gap;
    m_count->setVisible(left + m_count->sizeHint().width() <= right - Gap);
    put(m_count, left);
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        placeParts();
    }
}

void FilterRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const bool ahead = (event->key() == Qt::Key_Right) != isRightToLeft();
        focusNextPrevChild(ahead);
        return;
    }
    QWidget::keyPressEvent(event);
}

void FilterRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, statusColors(palette()).panelLine);
}

} // namespace rox
