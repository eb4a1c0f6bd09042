// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/successorvaluedialog.h"

#include "models/tokens/tokenclaims.h"
#include "models/tokens/tokenshape.h"
#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/rotationtext.h"
#include "ui/text/times.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/secretedit.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <optional>

namespace rox {

using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;

namespace {

constexpr int Width = 592;
constexpr int Margin = 24;
constexpr int SymbolSize = 32;

std::optional<TokenClaims> claimsIn(QByteArrayView text)
{
    if (auto claims = claimsOf(text))
        return claims;
    const qsizetype first = text.indexOf('.'); // cut: the payload may be whole
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    return second < 0 ? std::nullopt : claimsOfPayload(text.sliced(first + 1, second - first - 1));
}

} // namespace

PastedValue pastedValue(QByteArrayView text, const QString &tokenId)
{
    if (text.isEmpty())
        return PastedValue::Nothing;
    const auto claims = claimsIn(text);
    if (!claims)
        return text.startsWith("eyJ") ? PastedValue::NotWhole : PastedValue::NoToken;
    if (claims->id != tokenId)
        return PastedValue::AnotherToken;
    const qsizetype signature = text.size() - text.lastIndexOf('.') - 1;
    return text.count('.') < 2 || !isWholeSignature(signature) ? PastedValue::NotWhole
                                                               : PastedValue::TheToken;
}

SuccessorValueDialog::SuccessorValueDialog(const RotationRow &row, Purpose purpose, bool mayKeep,
                                           QWidget *parent)
    : QDialog(parent)
    , m_row(row)
    , m_purpose(purpose)
    , m_value(new SecretEdit(SecretEdit::Content::Token, this))
    , m_says(secondaryLabel({}, this))
    , m_answer(new MessageBar(this))
    , m_close(pushButton(purpose == Purpose::Check ? tr("Cancel") : tr("Later"), u"later"_s, this))
    , m_send(
          pushButton(purpose == Purpose::Check ? tr("Check") : tr("Sign in"), u"sendValue"_s, this))
{
    const bool isCheck = purpose == Purpose::Check;
    const QString fresh = TokenText::name(row.rotation.draft.name, 80);
    const QString old = TokenText::name(row.rotation.old.name, 80);
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(isCheck ? u"checkNewTokenLater"_s : u"signInWithNewToken"_s);
    setWindowTitle(isCheck ? tr("Check the new token") : tr("Sign in with the new token"));
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(Margin, 16, Margin, 16);
    whole->setSpacing(16);
    if (!isCheck)
        whole->addWidget(new SymbolMark(u"key"_s, TextTone::Caution, SymbolSize, this), 0,
                         Qt::AlignTop);
    auto *column = new QVBoxLayout;
    whole->addLayout(column, 1);
    column->setSpacing(8);
    column->addWidget(serverLine(row.server, this));
    auto *lead = new TextLabel(TextSize::Body, this);
    lead->setRuns(
        isCheck
            ? QList<TextRun>{{tr("Value of %1").arg(fresh), TextTone::Text, true}}
            : QList<TextRun>{
                {tr("You are signed in with %1, the old token.").arg(old), TextTone::Text, true},
                {u" "_s + tr("Sign in with %1 first. Then the old one can go.").arg(fresh)}});
    column->addWidget(lead);
    column->addLayout(field());
    m_says->setObjectName(u"valueSays"_s);
    m_says->setWordWrap(true);
    column->addWidget(m_says);
    column->addWidget(m_answer);
    m_answer->hide();
    if (mayKeep) {
        m_keep = new QCheckBox(tr("Keep in keychain, in place of the old one"), this);
        m_keep->setObjectName(u"keepInKeychain"_s);
        m_keep->setAccessibleName(m_keep->text());
        m_keep->setChecked(true);
        column->addWidget(m_keep);
    }
    auto *note = secondaryLabel(tr("The value is sent to %1 once, over the checked connection, to "
                                   "ask who it is.")
                                    .arg(shownName(row.server.name)),
                                this);
    note->setWordWrap(true);
    column->addWidget(note);
    m_send->setIcon(symbolIcon(isCheck ? u"shieldok"_s : u"signin"_s, TextTone::Highlighted));
    setButtonRole(m_send, ButtonRole::Primary);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SuccessorValueDialog::sendRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_send);
    column->addSpacing(4);
    column->addLayout(buttons);
    m_send->setDefault(true);
    m_value->setFocus(Qt::OtherFocusReason);
    showText();
}

QLayout *SuccessorValueDialog::field()
{
    m_value->setObjectName(u"successorValue"_s);
    m_value->setAccessibleName(tr("Value of the new token"));
    m_value->setPlaceholderText(
        tr("Paste the value of %1").arg(TokenText::name(m_row.rotation.draft.name, 60)));
    connect(m_value, &SecretEdit::secretChanged, this, &SuccessorValueDialog::showText);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_value, 1);
    row->addWidget(makeEyeButton(m_value, tr("Show the value"), tr("Hide the value"), this));
    return row;
}

void SuccessorValueDialog::showText()
{
    const Secret value = m_value->secret();
    const auto claims = claimsIn(value.view());
    const PastedValue pasted = pastedValue(value.view(), m_row.rotation.newId);
    m_isRight = pasted == PastedValue::TheToken;
    switch (pasted) {
    case PastedValue::Nothing:
        m_says->setText(tr("Take it from where the job reads it: then you also know that it "
                           "arrived whole."));
        break;
    case PastedValue::TheToken:
        //: what a token's own text says: name, ID, expiry
        m_says->setText(tr("Its own text says: %1, %2, until %3. That is the one.")
                            .arg(TokenText::name(claims->name, 60), TokenText::shortId(claims->id),
                                 mediumDate(claims->expiresAt)));
        break;
    case PastedValue::AnotherToken:
        //: name and ID
        m_says->setText(
            tr("This is another token: %1 (%2). It is not sent.")
                .arg(TokenText::name(claims->name, 60), TokenText::shortId(claims->id)));
        break;
    case PastedValue::NotWhole:
        m_says->setText(tr("Not the whole value: it ends after %Ln character(s). It is not sent.",
                           nullptr, int(value.size())));
        break;
    case PastedValue::NoToken:
        m_says->setText(tr("This is no token of Central. It is not sent."));
        break;
    }
    m_value->setAccessibleDescription(m_says->text());
    setFieldProblem(m_value, pasted != PastedValue::Nothing && !m_isRight);
    m_answer->hide();
    m_send->setEnabled(m_isRight && !m_isBusy);
    fitDialog(this, isVisible() ? width() : Width);
}

Secret SuccessorValueDialog::value() const
{
    return m_value->secret();
}

bool SuccessorValueDialog::isToBeKept() const
{
    return m_keep && m_keep->isChecked();
}

void SuccessorValueDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_value->setEnabled(!isBusy);
    m_send->setEnabled(m_isRight && !isBusy);
}

void SuccessorValueDialog::showAnswer(const SuccessorCheck &check, const ApiError &error)
{
    setBusy(false);
    const RotationWords words =
        checkText(check, error, m_row.rotation.successor(), m_row.server.name);
    Message message{.lead = words.lead, .text = words.text};
    message.severity = check.isProof()                   ? Severity::Success
                       : check.answer == Answer::Refused ? Severity::Bad
                                                         : Severity::Caution;
    m_answer->setMessage(message);
    m_answer->show();
    if (check.isProof()) {
        m_close->setText(tr("Close"));
        m_close->setAccessibleName(m_close->text());
        m_close->setDefault(true);
        m_close->setFocus(Qt::OtherFocusReason);
        m_send->hide();
    }
    fitDialog(this, width());
}

} // namespace rox
