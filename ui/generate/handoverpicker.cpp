// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/handoverpicker.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int PreviewWidth = 544;
constexpr int SegmentColumns = 4;
constexpr qsizetype PreviewLines = 12;
} // namespace

HandoverPicker::HandoverPicker(Token token, QWidget *parent)
    : QWidget(parent)
    , m_token(std::move(token))
    , m_forms(new SegmentedBar(this))
    , m_preview(secondaryLabel({}, this))
{
    m_forms->setObjectName(u"handOverAs"_s);
    m_forms->setAccessibleName(tr("Hand over as"));
    for (const HandoverFormInfo &info : handoverForms())
        m_forms->addSegment(info.id, info.title());
    m_forms->setColumns(SegmentColumns);
    m_forms->setCurrent(0);
    auto *label = plainLabel(tr("&Hand over as"), this, TextSize::Body, true);
    label->setBuddy(m_forms->button(0));
    m_preview->setObjectName(u"handOverPreview"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(label);
    column->addSpacing(7);
    column->addWidget(m_forms, 0, Qt::AlignLeft);
    column->addSpacing(4);
    column->addWidget(m_preview);
    connect(m_forms, &SegmentedBar::chosen, this, [this] {
        showPreview();
        Q_EMIT chosen();
    });
    showPreview();
}

HandoverForm HandoverPicker::form() const
{
    return handoverForms()[std::size_t(m_forms->current())].form;
}

void HandoverPicker::setPlace(const HandoverPlace &place)
{
    m_place = place;
    showPreview();
}

QString HandoverPicker::copyText() const
{
    return infoOf(form()).copyText(m_place);
}

void HandoverPicker::showPreview()
{
    const QString text = handoverPreview(form(), m_token, m_place);
    const QFont font =
        text.isEmpty() ? typeface(this->font(), TextSize::Secondary) : fixedTypeface(this->font());
    QStringList lines =
        text.isEmpty() ? QStringList(tr("Copy and Save give you this form.")) : text.split(u'\n');
    if (const qsizetype more = lines.size() - PreviewLines; more > 1) {
        lines.resize(PreviewLines);
        lines.append(tr("and %Ln more line(s)", nullptr, int(more)));
    }
    for (QString &line : lines)
        line = QFontMetrics(font).elidedText(line, Qt::ElideRight, PreviewWidth);
    m_preview->setFont(font);
    m_preview->setText(lines.join(u'\n'));
}

} // namespace rox
