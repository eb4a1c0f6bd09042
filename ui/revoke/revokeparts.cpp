// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/revokeparts.h"

#include "models/revoke/revokerows.h"
#include "ui/revoke/revokelist.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/joinedframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/serverline.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

RevokeParts::RevokeParts(QDialog *dialog, const ServerFacts &facts, RevokeRows *rows,
                         const Clock *clock)
    : heading(plainLabel({}, dialog, TextSize::DialogHeading, true))
    , serverRow(serverLine(facts, dialog))
    , meaning(plainLabel({}, dialog))
    , pace(plainLabel({}, dialog))
    , progress(new QProgressBar(dialog))
    , frame(new JoinedFrame(dialog))
    , view(new RevokeList(rows, clock, frame))
    , summary(secondaryLabel({}, dialog))
    , firstExpiry(secondaryLabel({}, dialog))
    , inUse(new NoticeBar(dialog))
    , wordRow(new QWidget(dialog))
    , wordLabel(new QLabel(wordRow))
    , word(new QLineEdit(wordRow))
    , hint(secondaryLabel({}, dialog))
    , afterResult(new QWidget(dialog))
    , questionButtons(new QDialogButtonBox(dialog))
    , runButtons(new QDialogButtonBox(dialog))
    , resultButtons(new QDialogButtonBox(dialog))
{
    heading->setWordWrap(true);
    heading->setObjectName(u"heading"_s);
    meaning->setWordWrap(true);
    meaning->setObjectName(u"meaning"_s);
    pace->setForegroundRole(QPalette::PlaceholderText);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    progress->setAccessibleName(tr("Progress"));
    buildWordRow();
    buildButtons(dialog);
    buildLayout(dialog);
}

void RevokeParts::buildLayout(QDialog *dialog)
{
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 0);
    inside->addWidget(view);
    // What may be hidden brings its own distance.
    underRow = new QWidget(dialog);
    auto *under = new QHBoxLayout(underRow);
    under->setContentsMargins(0, 7, 0, 0);
    under->addWidget(summary, 1);
    under->addWidget(firstExpiry);
    summary->setWordWrap(true);
    inUseRoom = new QWidget(dialog);
    auto *room = new QVBoxLayout(inUseRoom);
    room->setContentsMargins(0, 16, 0, 0);
    room->addWidget(inUse);
    saidRow = new QWidget(dialog);
    auto *said = new QHBoxLayout(saidRow);
    said->setContentsMargins(0, 8, 0, 0);
    said->addWidget(meaning, 1);
    said->addWidget(pace);
    auto *after = new QHBoxLayout(afterResult);
    after->setContentsMargins(0, 0, 0, 0);
    after->setSpacing(8);
    after->addWidget(retry);
    after->addWidget(copyReport);
    after->addStretch(1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(hint, 1);
    bottom->addWidget(afterResult, 1);
    for (auto *buttons : {questionButtons, runButtons, resultButtons}) {
        buttons->layout()->setSpacing(8);
        bottom->addWidget(buttons);
    }
    hint->setObjectName(u"hint"_s);
    hint->setWordWrap(true);

    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(6);
    column->addWidget(serverRow);
    column->addWidget(saidRow);
    column->addSpacing(8);
    column->addWidget(progress);
    column->addSpacing(4);
    column->addWidget(frame, 1);
    column->addWidget(underRow);
    column->addWidget(inUseRoom);
    column->addWidget(wordRow);
    column->addSpacing(16);
    column->addLayout(bottom);
}

void RevokeParts::buildWordRow()
{
    wordLabel->setTextFormat(Qt::RichText);
    wordLabel->setBuddy(word);
    word->setObjectName(u"confirmation"_s);
    word->setAccessibleName(tr("Confirmation"));
    word->setFixedWidth(160);
    word->setTextMargins(7, 0, 7, 0);
    auto *row = new QHBoxLayout(wordRow);
    row->setContentsMargins(0, 16, 0, 0);
    row->setSpacing(8);
    row->addWidget(wordLabel);
    row->addWidget(word);
    row->addStretch(1);
}

void RevokeParts::buildButtons(QDialog *dialog)
{
    cancel = makeButton(tr("Cancel"), u"cancel"_s, dialog);
    revoke = makeButton(tr("Revoke"), u"revoke"_s, dialog);
    stop = makeButton(tr("Stop"), u"stop"_s, dialog);
    close = makeButton(tr("Close"), u"close"_s, dialog);
    retry = makeButton({}, u"retryFailed"_s, dialog);
    copyReport = makeButton(tr("Copy report"), u"copyReport"_s, dialog);
    setButtonRole(revoke, ButtonRole::Danger);
    setButtonRole(close, ButtonRole::Primary);
    setButtonRole(retry, ButtonRole::DangerText);
    stop->setIcon(symbolIcon(u"stop"_s));
    copyReport->setIcon(symbolIcon(u"copy"_s));
    questionButtons->addButton(cancel, QDialogButtonBox::RejectRole);
    questionButtons->addButton(revoke, QDialogButtonBox::AcceptRole);
    runButtons->addButton(stop, QDialogButtonBox::RejectRole);
    resultButtons->addButton(close, QDialogButtonBox::RejectRole);
}

} // namespace rox
