// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/revokeoldquestion.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/typography.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 592;
constexpr int Margin = 24;
constexpr int WhichWidth = 34;

QWidget *tokenRow(const QString &which, const Token &token, const QString &issued, UtcMs now,
                  QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *name = elidedLabel({TokenText::name(token.name), TextTone::Text, true}, row);
    auto *id = plainLabel(TokenText::shortId(token.id), row, TextSize::Secondary);
    id->setFont(fixedTypeface(row->font()));
    auto *under = new QHBoxLayout;
    under->setSpacing(6);
    under->addWidget(id);
    under->addWidget(secondaryLabel(issued, row));
    under->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addLayout(under);
    auto *end = new QVBoxLayout;
    end->setSpacing(2);
    auto *when = new TextLabel(TextSize::Body, row);
    when->showText(token.expiresAt == NoTime ? QString() : relativeTime(token.expiresAt, now),
                   statusAt(token, now) == TokenStatus::Expiring ? TextTone::Caution
                                                                 : TextTone::Text);
    end->addWidget(when, 0, Qt::AlignRight);
    if (token.expiresAt != NoTime && token.expiresAt < NeverMs)
        end->addWidget(secondaryLabel(mediumDate(token.expiresAt), row), 0, Qt::AlignRight);
    auto *title = secondaryLabel(which, row);
    title->setFixedWidth(WhichWidth);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(title);
    line->addLayout(words, 1);
    line->addLayout(end);
    return row;
}

QWidget *factLine(const QString &symbol, TextTone tone, const QString &text, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *label = new TextLabel(TextSize::Body, line);
    label->showText(text);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new SymbolMark(symbol, tone, 16, line), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    return line;
}

QString issued(UtcMs at)
{
    return at == NoTime ? QString() : RevokeOldQuestion::tr("issued %1").arg(mediumDate(at));
}

QWidget *bothTokens(const RotationRow &row, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    const Token &old = row.rotation.old;
    const Token fresh = row.rotation.successor();
    column->addWidget(
        tokenRow(RevokeOldQuestion::tr("Old"), old, issued(old.issuedAt), row.facts.now, card));
    column->addWidget(separator(QPalette::Midlight, card));
    column->addWidget(
        tokenRow(RevokeOldQuestion::tr("New"), fresh, issued(fresh.issuedAt), row.facts.now, card));
    return card;
}

} // namespace

RevokeOldQuestion::RevokeOldQuestion(const RotationRow &row, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"revokeOldToken"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Revoke the old token"));
    auto *heading = new TextLabel(TextSize::DialogHeading, this);
    heading->showText(tr("Revoke %1?").arg(TokenText::name(row.rotation.old.name, 80)),
                      TextTone::Text, true);
    auto *keep = pushButton(tr("Keep both"), u"keepBoth"_s, this);
    auto *revoke = pushButton(tr("Revoke old token"), u"revokeOldTokenNow"_s, this);
    setButtonRole(revoke, ButtonRole::Danger);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(revoke, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    const bool isHandedOver = row.rotation.isHandedOver();
    const bool isProven = row.rotation.isProven();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(revoke);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(serverLine(row.server, this));
    column->addWidget(plainLabel(tr("It stops working at once. This cannot be undone."), this));
    column->addWidget(bothTokens(row, this));
    column->addWidget(factLine(isHandedOver ? u"check"_s : u"warning"_s,
                               isHandedOver ? TextTone::Ok : TextTone::Caution,
                               handOverSentence(row), this));
    column->addWidget(factLine(isProven ? u"check"_s : u"warning"_s,
                               isProven ? TextTone::Ok : TextTone::Caution, checkSentence(row),
                               this));
    column->addWidget(factLine(u"info"_s, TextTone::Secondary,
                               tr("Whether the job uses the new one cannot be seen from here: "
                                  "Central does not record use."),
                               this));
    column->addSpacing(4);
    column->addLayout(buttons);
    keep->setDefault(true);
    keep->setFocus(Qt::OtherFocusReason);
    fitDialog(this, Width);
}

RevokeUncheckedQuestion::RevokeUncheckedQuestion(const RotationRow &row, RevokeConcern concern,
                                                 QWidget *parent)
{
    const QString fresh = TokenText::name(row.rotation.draft.name, 80);
    const QString old = TokenText::name(row.rotation.old.name, 80);
    auto *question = new QuestionDialog(
        tr("Revoke the old token"), u"warning"_s,
        concern == RevokeConcern::NotHandedOver ? tr("%1 was not handed over.").arg(fresh)
                                                : tr("%1 was not checked.").arg(fresh),
        tr("If it does not work, revoking %1 stops the job.").arg(old), parent);
    question->addDetail(serverLine(row.server, question));
    question->setObjectName(u"revokeUnchecked"_s);
    enum Answer { Anyway, Keep, Check };
    question->addAnswer(tr("Revoke anyway"), QDialogButtonBox::ResetRole, ButtonRole::DangerText);
    question->addAnswer(tr("Keep both"), QDialogButtonBox::RejectRole);
    question->addAnswer(tr("Check first…"), QDialogButtonBox::AcceptRole, ButtonRole::Primary);
    question->setDefaultAnswer(Check);
    setParent(question);
    connect(question, &QuestionDialog::answered, this, [this](int answer) {
        if (answer == Anyway)
            Q_EMIT revokeAnyway();
        else if (answer == Check)
            Q_EMIT checkFirst();
    });
    question->openAt(Width);
}

} // namespace rox
