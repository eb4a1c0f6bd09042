// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakcheckquestion.h"

#include "models/values/visibletext.h"
#include "ui/review/leaktext.h"
#include "ui/style/symbols.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 656;
constexpr int Margin = 24;
constexpr int RowHeight = 27;

TextLabel *label(const QString &text, QWidget *parent, TextTone tone = TextTone::Text,
                 bool semibold = false)
{
    return elidedLabel({text, tone, semibold}, parent, TextSize::Secondary);
}

/// Each value, and the Central that it goes to.
QWidget *table(const QList<LeakedToken> &tokens, QWidget *parent)
{
    auto *content = new QWidget(parent);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(8, 0, 8, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 4);
    grid->addWidget(label(LeakCheckQuestion::tr("Token"), content, TextTone::Secondary, true), 0,
                    0);
    grid->addWidget(label(LeakCheckQuestion::tr("Goes to"), content, TextTone::Secondary, true), 0,
                    1);
    grid->setRowMinimumHeight(0, RowHeight);
    for (const LeakedToken &one : tokens) {
        const int row = grid->rowCount();
        grid->addWidget(separator(QPalette::Midlight, content), row, 0, 1, 2);
        //: a token's name, and the beginning of its ID
        const QString text =
            LeakCheckQuestion::tr("%1, %2").arg(leaktext::title(one), leaktext::shortId(one));
        grid->addWidget(label(text, content), row + 1, 0);
        ServerFacts server;
        server.name = one.server.name;
        server.address = one.server.address;
        server.colorName = one.server.colorName;
        grid->addWidget(serverLine(server, content), row + 1, 1);
        grid->setRowMinimumHeight(row + 1, RowHeight);
    }
    auto *card = new Card(parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(content);
    return card;
}

} // namespace

LeakCheckQuestion::LeakCheckQuestion(const QList<LeakedToken> &tokens, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"checkAtCentral"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Check at Central"));
    const int count = int(tokens.size());
    auto *heading = new TextLabel(TextSize::DialogHeading, this);
    heading->setObjectName(u"checkHeading"_s);
    heading->showText(tr("Send %Ln leaked value(s) to its own Central?", nullptr, count),
                      TextTone::Text, true);
    auto *text = new TextLabel(TextSize::Body, this);
    text->showText(tr("Only the value itself shows whether it is still accepted. Each goes over "
                      "the checked connection to the Central that lists it, and nowhere else."));
    auto *note = new TextLabel(TextSize::Secondary, this);
    note->showText(tr("That Central sees one more sign-in with it, accepted or refused, from this "
                      "computer's address. If its use is watched there, tell them first."),
                   TextTone::Secondary);
    auto *again = new QCheckBox(tr("Check again after a revoke"), this);
    again->setObjectName(u"checkAgain"_s);
    again->setAccessibleName(again->text());
    again->setChecked(true);
    auto *cancel = pushButton(tr("Cancel"), u"cancel"_s, this);
    auto *send = pushButton(tr("Send and check"), u"sendAndCheck"_s, this);
    send->setIcon(symbolIcon(u"shieldok"_s));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(send, &QPushButton::clicked, this, [this, again] {
        Q_EMIT confirmed(again->isChecked());
        accept();
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new SymbolMark(u"warning"_s, TextTone::Caution, 32, this), 0, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(4);
    said->addWidget(heading);
    said->addWidget(text);
    head->addLayout(said, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(again);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(new FittedScroll(table(tokens, this), this));
    column->addWidget(note);
    column->addLayout(buttons);
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    fitDialog(this, Width);
}

} // namespace rox
