// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/revokeparts.h"

#include "models/revokelistmodel.h"
#include "ui/dialogs/dialogsize.h"
#include "ui/dialogs/joinedframe.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/revokedelegate.h"
#include "ui/look/calmstyle.h"
#include "ui/parts/labels.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>

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

RevokeParts::RevokeParts(QDialog *dialog, RevokeListModel *model, const Clock *clock)
    : heading(plainLabel({}, dialog, TextSize::DialogHeading, true))
    , meaning(plainLabel({}, dialog))
    , pace(plainLabel({}, dialog))
    , progress(new QProgressBar(dialog))
    , frame(new JoinedFrame(dialog))
    , view(new FittedList(frame))
    , delegate(new RevokeDelegate(clock, view))
    , summary(secondaryLabel({}, dialog))
    , firstExpiry(secondaryLabel({}, dialog))
    , inUse(new NoticeBar(dialog))
    , wordRow(new QWidget(dialog))
    , wordLabel(new QLabel(wordRow))
    , word(new QLineEdit(wordRow))
    , hint(secondaryLabel({}, dialog))
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
    buildList(model);
    buildWordRow();
    buildButtons(dialog);
    buildLayout(dialog);
}

void RevokeParts::buildLayout(QDialog *dialog)
{
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
    auto *said = new QHBoxLayout;
    said->addWidget(meaning, 1);
    said->addWidget(pace);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(hint, 1);
    for (auto *buttons : {questionButtons, runButtons, resultButtons}) {
        buttons->layout()->setSpacing(8);
        bottom->addWidget(buttons);
    }
    hint->setObjectName(u"hint"_s);

    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(7);
    column->addLayout(said);
    column->addSpacing(7);
    column->addWidget(progress);
    column->addSpacing(6);
    column->addWidget(frame, 1);
    column->addWidget(underRow);
    column->addWidget(inUseRoom);
    column->addWidget(wordRow);
    column->addSpacing(16);
    column->addLayout(bottom);
}

void RevokeParts::buildList(RevokeListModel *model)
{
    view->setObjectName(u"tokensToRevoke"_s);
    view->setAccessibleName(tr("Tokens to revoke"));
    view->setModel(model);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(view->verticalScrollBar());
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setResizeMode(QListView::Adjust);
    view->setUniformItemSizes(true);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 0);
    column->addWidget(view);
    copy = new QAction(tr("Copy details"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
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
    retry = makeButton(tr("Retry failed"), u"retryFailed"_s, dialog);
    setButtonRole(revoke, ButtonRole::Danger);
    stop->setIcon(symbolIcon(u"stop"_s));
    questionButtons->addButton(cancel, QDialogButtonBox::RejectRole);
    questionButtons->addButton(revoke, QDialogButtonBox::AcceptRole);
    runButtons->addButton(stop, QDialogButtonBox::RejectRole);
    resultButtons->addButton(close, QDialogButtonBox::RejectRole);
    resultButtons->addButton(retry, QDialogButtonBox::AcceptRole);
}

} // namespace rox
