// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/generatedparts.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/generate/clipboardrow.h"
#include "ui/style/calmstyle.h"
#include "ui/text/times.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/revealbutton.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/segmentedbar.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QLayout *heading(QDialog *dialog, const Token &token, const QString &server, UtcMs now)
{
    auto *name = new ElidedLabel(TokenText::name(token.name), dialog);
    name->setObjectName(u"generatedName"_s);
    name->setFont(typeface(name->font(), TextSize::DialogHeading, true));
    QString text = GeneratedParts::tr("on %1").arg(visibleText(server));
    if (token.expiresAt >= NeverMs) {
        text = GeneratedParts::tr("on %1, never expires").arg(visibleText(server));
    } else if (token.expiresAt != NoTime) {
        text = GeneratedParts::tr("on %1, expires %2, %3")
                   .arg(visibleText(server), relativeTime(token.expiresAt, now),
                        mediumDate(token.expiresAt));
    }
    auto *facts = new ElidedLabel(text, dialog);
    facts->setObjectName(u"generatedFacts"_s);
    facts->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(name);
    words->addWidget(facts);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new SymbolMark(u"active"_s, SymbolTone::Ok, 32, dialog));
    row->addLayout(words, 1);
    return row;
}

} // namespace

GeneratedParts::GeneratedParts(QDialog *dialog, SecretClipboard *clipboard)
    : warning(new NoticeBar(dialog))
    , notice(new NoticeBar(dialog))
    , field(new SecretField(dialog))
    , reveal(new RevealButton(field, dialog))
    , lengthNote(secondaryLabel({}, dialog))
    , forms(new SegmentedBar(dialog))
    , preview(secondaryLabel({}, dialog))
    , copy(new QPushButton(dialog))
    , save(new QPushButton(dialog))
    , countdown(new ClipboardRow(clipboard, dialog))
    , buttons(new QDialogButtonBox(dialog))
{}

void GeneratedParts::build(QDialog *dialog, const Token &token, const QString &server, UtcMs now)
{
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addLayout(heading(dialog, token, server, now));
    column->addSpacing(12);
    column->addWidget(warning);
    warning->hide();
    column->addWidget(notice);
    column->addSpacing(16);
    column->addLayout(valueRows(dialog));
    column->addSpacing(16);
    column->addLayout(formRows(dialog));
    column->addSpacing(16);
    column->addLayout(actionRow());
    column->addSpacing(12);
    column->addWidget(countdown);
    column->addSpacing(18);
    column->addStretch(1);
    column->addLayout(footer(dialog));
}

QLayout *GeneratedParts::valueRows(QDialog *dialog)
{
    auto *label = plainLabel(tr("Token &value"), dialog, TextSize::Body, true);
    label->setBuddy(field);
    field->setObjectName(u"tokenValue"_s);
    field->setAccessibleName(tr("Token value"));
    lengthNote->setObjectName(u"tokenValueNote"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addStretch(1);
    top->addWidget(lengthNote);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(reveal, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addLayout(top);
    column->addLayout(row);
    return column;
}

QLayout *GeneratedParts::formRows(QDialog *dialog)
{
    auto *label = plainLabel(tr("&Hand over as"), dialog, TextSize::Body, true);
    forms->setObjectName(u"handOverAs"_s);
    forms->setAccessibleName(tr("Hand over as"));
    for (const QString &form :
         {tr("Value"), tr("Environment line"), tr("Kubernetes Secret"), tr("CI snippet")})
        forms->addSegment(form);
    forms->setCurrent(0);
    label->setBuddy(forms->button(0));
    preview->setObjectName(u"handOverPreview"_s);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(label);
    column->addSpacing(7);
    column->addWidget(forms, 0, Qt::AlignLeft);
    column->addSpacing(4);
    column->addWidget(preview);
    return column;
}

QLayout *GeneratedParts::actionRow()
{
    copy->setObjectName(u"copyToken"_s);
    copy->setAccessibleName(tr("Copy token"));
    copy->setText(tr("Copy token"));
    copy->setIcon(symbolIcon(u"copy"_s, SymbolTone::Highlighted));
    setButtonRole(copy, ButtonRole::Primary);
    save->setObjectName(u"saveToFile"_s);
    save->setAccessibleName(tr("Save to file"));
    save->setText(tr("Save to file…"));
    save->setIcon(symbolIcon(u"save"_s));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    return row;
}

QLayout *GeneratedParts::footer(QDialog *dialog)
{
    waits = secondaryLabel(tr("Copy or save the value first."), dialog);
    done = new QPushButton(tr("Done"), dialog);
    done->setObjectName(u"done"_s);
    done->setAccessibleName(tr("Done"));
    done->setEnabled(false);
    done->setToolTip(waits->text());
    buttons->addButton(done, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    row->addWidget(waits);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

} // namespace rox
