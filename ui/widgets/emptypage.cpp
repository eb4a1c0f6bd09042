// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/emptypage.h"

#include "ui/style/calmstyle.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/offercard.h"
#include "ui/widgets/permissionstable.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <chrono>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr int SymbolSize = 40;
constexpr int ApplicationIconSize = 128;
constexpr int SentenceWidth = 460;
constexpr int WelcomeWidth = 600;
/// A page that comes and goes within it is a flash that nobody can read.
constexpr auto Patience = 300ms;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_picture(new SymbolMark({}, TextTone::Secondary, SymbolSize, this))
    , m_heading(new TextLabel(TextSize::DialogHeading, this))
    , m_sentence(new TextLabel(TextSize::Body, this))
    , m_primary(addButton(u"emptyPagePrimary"_s))
    , m_secondary(addButton(u"emptyPageSecondary"_s))
    , m_note(new TextLabel(TextSize::Secondary, this))
    , m_needsRoom(new QWidget(this))
    , m_needs(new PermissionsTable(m_needsRoom))
    , m_offerRoom(new QWidget(this))
    , m_offer(new OfferCard(m_offerRoom))
{
    setButtonRole(m_primary, ButtonRole::Primary);
    m_sentence->setLineHeight(18);
    for (TextLabel *label : {m_heading, m_sentence, m_note}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(SentenceWidth);
        label->hide(); // until it has a text
    }
    m_picture->hide();
    m_heading->setObjectName(u"emptyPageHeading"_s);
    m_sentence->setObjectName(u"emptyPageSentence"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();

    auto *needs = new QVBoxLayout(m_needsRoom);
    needs->setContentsMargins(0, 23, 0, 0);
    needs->addWidget(m_needs);
    auto *offer = new QHBoxLayout(m_offerRoom);
    offer->setContentsMargins(0, 40, 0, 0);
    offer->addWidget(m_offer);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 48); // the optical centre is above the middle
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_pictureGap = new QSpacerItem(0, 17);
    column->addItem(m_pictureGap);
    for (TextLabel *label : {m_heading, m_sentence}) {
        auto *row = new QHBoxLayout;
        row->addWidget(label);
        column->addLayout(row);
        column->addSpacing(label == m_heading ? 9 : 20);
    }
    column->addLayout(buttons);
    column->addSpacing(9);
    auto *note = new QHBoxLayout;
    note->addWidget(m_note);
    column->addLayout(note);
    column->addWidget(m_needsRoom, 0, Qt::AlignHCenter);
    column->addWidget(m_offerRoom);
    column->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_parts = new FittedScroll(content, this);
    whole->addWidget(m_parts);
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, m_parts, &QWidget::show);

    connect(m_primary, &QPushButton::clicked, this, &EmptyPage::primaryChosen);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyPage::secondaryChosen);
    connect(m_offer, &OfferCard::taken, this, &EmptyPage::offerTaken);
}

QPushButton *EmptyPage::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setIconSize({16, 16});
    return button;
}

void EmptyPage::setContent(const EmptyPageContent &content)
{
    if (m_content == content && (isVisible() || m_patience.isActive()))
        return;
    const bool isShown = isVisible() && !m_patience.isActive();
    m_content = content;
    fill(content);
    if (content.waits && !isShown) {
        m_parts->hide();
        m_patience.start();
        return;
    }
    m_patience.stop();
    m_parts->show();
}

void EmptyPage::fill(const EmptyPageContent &content)
{
    const bool welcome = content.symbol.isEmpty();
    const int size = welcome ? ApplicationIconSize : SymbolSize;
    m_picture->setFixedSize(size, size);
    m_picture->show();
    m_picture->setIcon(welcome ? applicationIcon()
                               : symbolIcon(content.symbol, TextTone::Secondary));
    const int widest = welcome ? WelcomeWidth : SentenceWidth;
    for (TextLabel *label : {m_heading, m_sentence, m_note})
        label->setMaximumWidth(widest);
    m_heading->setSize(welcome ? TextSize::Title : TextSize::DialogHeading);
    m_pictureGap->changeSize(0, welcome ? 32 : 17);
    m_heading->showText(content.heading, TextTone::Text, true);
    m_heading->setVisible(!content.heading.isEmpty());
    m_sentence->showText(content.sentence, TextTone::Secondary);
    m_sentence->setVisible(!content.sentence.isEmpty());
    m_note->showText(content.note, TextTone::Secondary);
    m_note->setVisible(!content.note.isEmpty());

    const auto fill = [](QPushButton *button, const QString &text, const QString &symbol,
                         TextTone tone) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setIcon(symbol.isEmpty() ? QIcon() : symbolIcon(symbol, tone));
        button->setVisible(!text.isEmpty());
    };
    fill(m_primary, content.primary, content.primarySymbol, TextTone::Highlighted);
    fill(m_secondary, content.secondary, content.secondarySymbol, TextTone::Text);
    for (QPushButton *button : {m_primary, m_secondary}) {
        button->setMinimumSize(0, 0);
        if (welcome)
            button->setMinimumSize(button->sizeHint() + QSize(8, 4));
    }
    m_needsRoom->setVisible(!content.needs.isEmpty());
    m_needs->setPermissions(content.needs);
    m_offerRoom->setVisible(content.offer.has_value());
    if (content.offer)
        m_offer->setOffer(content.offer->symbol, content.offer->lead, content.offer->text,
                          content.offer->button);
    m_primary->parentWidget()->layout()->invalidate();
}

void EmptyPage::focusPrimary()
{
    m_primary->setFocus();
}

} // namespace rox
