// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/rotationdetails.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/steprow.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;
using Next = RotationStanding::Next;
using State = RotationStanding::State;

namespace {

constexpr int Margin = 16;

TextTone toneOf(State state)
{
    switch (state) {
    case State::Failed:
        return TextTone::Bad;
    case State::Due:
    case State::Blocked:
        return TextTone::Caution;
    case State::Done:
        return TextTone::Ok;
    case State::Waiting:
    case State::GivenUp:
    case State::NotBegun:
        break;
    }
    return TextTone::Secondary;
}

struct NextWords
{
    QString text;
    QString symbol;
};

NextWords wordsOf(Next next)
{
    switch (next) {
    case Next::LookForIt:
        return {RotationDetails::tr("Show the message"), u"search"_s};
    case Next::RotateAgain:
        return {RotationDetails::tr("Rotate again…"), u"rotate"_s};
    case Next::Check:
        return {RotationDetails::tr("Check…"), u"shieldok"_s};
    case Next::SignInWithNew:
        return {RotationDetails::tr("Sign in with the new one…"), u"key"_s};
    case Next::RevokeOld:
        return {RotationDetails::tr("Revoke old…"), u"revoke"_s};
    case Next::Nothing:
        break;
    }
    return {};
}

QString idAndExpiry(const QString &title, const Token &token)
{
    const QString end = token.expiresAt == NoTime || token.expiresAt >= NeverMs
                            ? RotationDetails::tr("never expires")
                            : RotationDetails::tr("expires %1").arg(longTime(token.expiresAt));
    //: title, ID, and when it expires; each on its line
    return RotationDetails::tr("%1\n%2\n%3").arg(title, visibleText(token.id), end);
}

} // namespace

RotationDetails::RotationDetails(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_title(new TextLabel(TextSize::PanelHeading, m_content))
    , m_state(new TextLabel(TextSize::Body, m_content))
    , m_reason(new TextLabel(TextSize::Body, m_content))
    , m_successor(new TextLabel(TextSize::Body, m_content))
    , m_steps(new StepRow(Qt::Vertical, m_content))
    , m_oldToken(new TextLabel(TextSize::Secondary, m_content))
    , m_newToken(new TextLabel(TextSize::Secondary, m_content))
    , m_change(new LinkButton(tr("Change what happens to the old one…"), m_content))
    , m_giveUp(new LinkButton(tr("Give up this rotation, keep both…"), m_content))
    , m_next(pushButton({}, u"nextStep"_s, m_content))
    , m_revoke(pushButton(tr("Revoke old…"), u"revokeOld"_s, m_content))
{
    setObjectName(u"rotationDetails"_s);
    setAccessibleName(tr("Rotation"));
    m_state->setObjectName(u"rotationState"_s);
    m_reason->setObjectName(u"rotationReason"_s);
    m_change->setObjectName(u"changePlanLink"_s);
    m_change->setAccessibleName(tr("Change what happens to the old one"));
    m_giveUp->setObjectName(u"giveUpLink"_s);
    m_giveUp->setAccessibleName(tr("Give up this rotation, keep both"));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Margin, 12, Margin, 12);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_successor);
    column->addWidget(m_reason);
    column->addWidget(m_steps);
    column->addWidget(m_oldToken);
    column->addWidget(m_newToken);
    column->addWidget(secondaryLabel(tr("Last used: Central does not record it"), m_content));
    column->addWidget(m_change, 0, Qt::AlignLeft);
    column->addWidget(m_giveUp, 0, Qt::AlignLeft);
    column->addStretch(1);
    column->addLayout(makeButtons());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    setRotation(std::nullopt);
}

QLayout *RotationDetails::makeButtons()
{
    setButtonRole(m_next, ButtonRole::Primary);
    m_revoke->setIcon(symbolIcon(u"revoke"_s));
    m_revoke->setAccessibleName(tr("Revoke the old token"));
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextRequested(m_chain); });
    connect(m_revoke, &QPushButton::clicked, this, [this] { Q_EMIT revokeOldRequested(m_chain); });
    connect(m_change, &LinkButton::clicked, this, [this] { Q_EMIT changePlanRequested(m_chain); });
    connect(m_giveUp, &LinkButton::clicked, this, [this] { Q_EMIT giveUpRequested(m_chain); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_next, 1);
    row->addWidget(m_revoke, 1);
    return row;
}

void RotationDetails::setRotation(const std::optional<RotationRow> &row)
{
    m_content->setVisible(row.has_value());
    if (!row)
        return;
    m_chain = row->rotation.chain;
    const Rotation &rotation = row->rotation;
    m_title->showText(TokenText::name(rotation.old.name, 160), TextTone::Text, true);
    //: since when the rotation runs
    const QString since = tr("since %1").arg(momentText(rotation.begunAt, row->facts.now));
    m_state->setRuns({{rotationState(row->standing.state), toneOf(row->standing.state), true},
                      {u"  "_s + since, TextTone::Secondary}});
    //: name of the new token, and of the server
    const QString successor = tr("→ %1 on %2");
    m_successor->showText(
        successor.arg(TokenText::name(rotation.draft.name, 80), shownName(row->server.name)));
    const QString reason = rotationReason(*row);
    m_reason->showText(reason, toneOf(row->standing.state));
    m_reason->setVisible(!reason.isEmpty());
    m_steps->setSteps(rotationSteps(*row, false));
    m_oldToken->showText(idAndExpiry(tr("Old token"), rotation.old), TextTone::Secondary);
    m_newToken->showText(idAndExpiry(tr("New token"), rotation.successor()), TextTone::Secondary);
    m_newToken->setVisible(!rotation.newId.isEmpty());
    const bool isMade = rotation.making == Rotation::Making::Made && row->standing.isUnderWay();
    m_change->setVisible(isMade);
    m_giveUp->setVisible(row->standing.isUnderWay()
                         && row->standing.why != RotationStanding::Why::BeingMade);
    showNext(*row);
}

void RotationDetails::showNext(const RotationRow &row)
{
    const Next next = row.standing.next;
    const NextWords words = wordsOf(next);
    m_next->setVisible(next != Next::Nothing);
    m_next->setText(words.text);
    m_next->setAccessibleName(words.text.endsWith(u'…') ? words.text.chopped(1) : words.text);
    m_next->setIcon(symbolIcon(words.symbol, TextTone::Highlighted));
    m_revoke->setVisible(next == Next::Check);
}

} // namespace rox
