// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/fieldnote.h"

#include "ui/style/calmstyle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 14;
constexpr int LineHeight = 16;

} // namespace

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_mark(new SymbolMark(u"alarm"_s, TextTone::Bad, MarkSize, this))
    , m_text(new TextLabel(TextSize::Secondary, this))
{
    m_text->setLineHeight(LineHeight);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

QString FieldNote::text() const
{
    return m_text->text();
}

void FieldNote::showText(const QString &text, NoteTone tone)
{
    m_tone = text.isEmpty() ? NoteTone::Hint : tone;
    m_text->showText(text, tone == NoteTone::Problem   ? TextTone::Bad
                           : tone == NoteTone::Caution ? TextTone::Caution
                                                       : TextTone::Secondary);
    m_mark->setVisible(tone != NoteTone::Hint);
    if (tone == NoteTone::Caution)
        m_mark->setSymbol(u"warning"_s, TextTone::Caution);
    else
        m_mark->setSymbol(u"alarm"_s, TextTone::Bad);
    setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
    setFieldProblem(m_field, isProblem());
}

} // namespace rox
