// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/oldtokenhead.h"

#include "models/tokens/tokentext.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/chipflow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChipsWidth = 330;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(rox::OldTokenHead)
};

QLayout *identity(const Token &token, QWidget *parent)
{
    auto *name = elidedLabel({TokenText::name(token.name), TextTone::Text, true}, parent);
    name->setObjectName(u"oldTokenName"_s);
    auto *id = plainLabel(TokenText::shortId(token.id), parent, TextSize::Secondary);
    id->setFont(fixedTypeface(parent->font()));
    auto *under = new QHBoxLayout;
    under->setSpacing(6);
    under->addWidget(id);
    if (token.issuedAt != NoTime)
        under->addWidget(
            secondaryLabel(Words::tr("issued %1").arg(mediumDate(token.issuedAt)), parent));
    under->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addLayout(under);
    return words;
}

QLayout *expiry(const Token &token, UtcMs now, QWidget *parent)
{
    const bool isNever = token.expiresAt == NoTime || token.expiresAt >= NeverMs;
    const bool isSoon = statusAt(token, now) == TokenStatus::Expiring;
    auto *when = new TextLabel(TextSize::Body, parent);
    when->showText(isNever ? Words::tr("never expires") : relativeTime(token.expiresAt, now),
                   isSoon ? TextTone::Caution : TextTone::Text);
    when->setElided(Qt::ElideRight);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(when, 0, Qt::AlignRight);
    if (!isNever)
        words->addWidget(secondaryLabel(mediumDate(token.expiresAt), parent), 0, Qt::AlignRight);
    return words;
}

} // namespace

Card *oldTokenHead(const Token &token, UtcMs now, QWidget *parent)
{
    auto *card = new Card(parent);
    card->setObjectName(u"oldToken"_s);
    auto *roles = new ChipFlow(card);
    roles->setRoles(token.roles);
    roles->setMaxLines(2);
    // The rest has to fit beside it on a small screen.
    roles->setFixedWidth(std::min(ChipsWidth, card->screen()->availableSize().width() / 4));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(14, 9, 14, 9);
    row->setSpacing(16);
    row->addWidget(new SymbolMark(u"rotate"_s, TextTone::Secondary, 20, card));
    row->addLayout(identity(token, card), 1);
    row->addWidget(roles, 0, Qt::AlignVCenter);
    row->addLayout(expiry(token, now, card));
    return card;
}

} // namespace rox
