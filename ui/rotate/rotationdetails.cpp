// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/rotationdetails.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/rotate/rotationdelegate.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/elidedfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/steprow.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

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

QFont pillFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

} // namespace

/// The badge of a state, as the list paints it.
class RotationBadge final : public QWidget
{
public:
    explicit RotationBadge(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"rotationState"_s);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setState(State state)
    {
        m_state = state;
        setAccessibleName(rotationState(state));
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {statusPillWidth(rotationLook(m_state, {}), pillFont()),
                std::max(20, QFontMetrics(pillFont()).height() + 4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintStatusBadge(&painter, rect(), rotationLook(m_state, statusColors(palette())),
                         pillFont());
    }

private:
    State m_state = State::Waiting;
};

/// ID and expiry of one of the two tokens.
class RotationToken final : public QWidget
{
public:
    RotationToken(const QString &title, const QString &idName, QWidget *parent)
        : QWidget(parent)
        , m_id(new ElidedField(this))
        , m_expires(new TextLabel(TextSize::Secondary, this))
    {
        m_id->setObjectName(idName);
        m_id->setAccessibleName(RotationDetails::tr("ID of the token: %1").arg(title));
        auto *heading = new TextLabel(TextSize::Secondary, this);
        heading->showText(title, TextTone::Secondary, true);
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(4);
        grid->addWidget(heading, 0, 0, 1, 2);
        grid->addWidget(secondaryLabel(RotationDetails::tr("ID"), this), 1, 0);
        grid->addWidget(m_id, 1, 1);
        grid->addWidget(secondaryLabel(RotationDetails::tr("Expires"), this), 2, 0);
        grid->addWidget(m_expires, 2, 1);
        grid->setColumnStretch(1, 1);
    }
    void setToken(const Token &token)
    {
        m_id->setText(visibleText(token.id));
        m_id->setCursorPosition(0);
        m_expires->showText(token.expiresAt == NoTime || token.expiresAt >= NeverMs
                                ? RotationDetails::tr("never")
                                : longTime(token.expiresAt));
    }

private:
    ElidedField *m_id;
    TextLabel *m_expires;
};

RotationDetails::RotationDetails(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_title(new TextLabel(TextSize::PanelHeading, m_content))
    , m_state(new RotationBadge(m_content))
    , m_since(new TextLabel(TextSize::Secondary, m_content))
    , m_reason(new TextLabel(TextSize::Body, m_content))
    , m_successor(elidedLabel({}, m_content))
    , m_server(elidedLabel({}, m_content))
    , m_steps(new StepRow(Qt::Vertical, m_content))
    , m_oldToken(new RotationToken(tr("Old token"), u"oldTokenId"_s, m_content))
    , m_newToken(new RotationToken(tr("New token"), u"newTokenId"_s, m_content))
    , m_change(new LinkButton(tr("Change what happens to the old one…"), m_content))
    , m_giveUp(new LinkButton(tr("Give up this rotation, keep both…"), m_content))
    , m_next(pushButton({}, u"nextStep"_s, m_content))
    , m_revoke(pushButton(tr("Revoke old…"), u"revokeOld"_s, m_content))
{
    setObjectName(u"rotationDetails"_s);
    setAccessibleName(tr("Rotation"));
    m_reason->setObjectName(u"rotationReason"_s);
    m_change->setObjectName(u"changePlanLink"_s);
    m_change->setAccessibleName(tr("Change what happens to the old one"));
    m_giveUp->setObjectName(u"giveUpLink"_s);
    m_giveUp->setAccessibleName(tr("Give up this rotation, keep both"));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Margin, 12, Margin, 12);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(makeState());
    column->addWidget(makeSuccessor());
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

QLayout *RotationDetails::makeState()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addStretch(1);
    row->addWidget(m_since);
    m_since->setElided(Qt::ElideRight);
    return row;
}

QWidget *RotationDetails::makeSuccessor()
{
    auto *card = new Card(m_content);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    row->addWidget(new SymbolMark(u"right"_s, TextTone::Secondary, 16, card));
    row->addWidget(m_successor, 1);
    row->addWidget(m_server);
    return card;
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
    m_state->setState(row->standing.state);
    //: since when the rotation runs
    m_since->showText(tr("since %1").arg(momentText(rotation.begunAt, row->facts.now)),
                      TextTone::Secondary);
    m_successor->showText(TokenText::name(rotation.draft.name, 80));
    m_server->showText(shownName(row->server.name), TextTone::Secondary);
    const QString reason = rotationReason(*row);
    m_reason->showText(reason, toneOf(row->standing.state));
    m_reason->setVisible(!reason.isEmpty());
    m_steps->setSteps(rotationSteps(*row, false));
    m_oldToken->setToken(rotation.old);
    m_newToken->setToken(rotation.successor());
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
