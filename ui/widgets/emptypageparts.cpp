// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/emptypageparts.h"

#include "ui/style/calmstyle.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/offercard.h"
#include "ui/widgets/permissionstable.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int SymbolSize = 40;
constexpr int ApplicationIconSize = 128;
constexpr int SentenceWidth = 460;
constexpr int WelcomeWidth = 600;

bool isWelcome(const EmptyPageContent &content)
{
    return content.symbol.isEmpty();
}
} // namespace

EmptyPageParts::EmptyPageParts(QWidget *parent)
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
    layOut();
    connect(m_primary, &QPushButton::clicked, this, &EmptyPageParts::primaryChosen);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyPageParts::secondaryChosen);
    connect(m_offer, &OfferCard::taken, this, &EmptyPageParts::offerTaken);
}

void EmptyPageParts::layOut()
{
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
    auto *column = new QVBoxLayout(this);
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
}

QPushButton *EmptyPageParts::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setIconSize({16, 16});
    return button;
}

void EmptyPageParts::fill(const EmptyPageContent &content)
{
    const bool welcome = isWelcome(content);
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
    fillButtons(content);
    m_needsRoom->setVisible(!content.needs.isEmpty());
    m_needs->setPermissions(content.needs);
    m_offerRoom->setVisible(content.offer.has_value());
    if (content.offer)
        m_offer->setOffer(content.offer->symbol, content.offer->lead, content.offer->text,
                          content.offer->button);
    layout()->invalidate();
}

void EmptyPageParts::fillButtons(const EmptyPageContent &content)
{
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
        if (isWelcome(content))
            button->setMinimumSize(button->sizeHint() + QSize(8, 4));
    }
}

void EmptyPageParts::focusPrimary()
{
    m_primary->setFocus();
}

} // namespace rox
