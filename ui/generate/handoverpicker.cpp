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
} // namespace

HandoverPicker::HandoverPicker(Token token, QWidget *parent)
    : QWidget(parent)
    , m_token(std::move(token))
    , m_forms(new SegmentedBar(this))
    , m_preview(secondaryLabel({}, this))
{
    m_forms->setObjectName(u"handOverAs"_s);
    m_forms->setAccessibleName(tr("Hand over as"));
    m_forms->addSegment("value"_L1, tr("Value"));
    m_forms->addSegment("environmentLine"_L1, tr("Environment line"));
    m_forms->addSegment("kubernetesSecret"_L1, tr("Kubernetes Secret"));
    m_forms->addSegment("ciSnippet"_L1, tr("CI snippet"));
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
    return HandoverForm(m_forms->current());
}

void HandoverPicker::setPlace(const HandoverPlace &place)
{
    m_place = place;
    showPreview();
}

QString HandoverPicker::copyText() const
{
    switch (form()) {
    case HandoverForm::Value:
        return tr("Copy value");
    case HandoverForm::EnvironmentLine:
        return m_place.endpoint.isEmpty() ? tr("Copy line") : tr("Copy lines");
    case HandoverForm::KubernetesSecret:
        return tr("Copy Secret");
    case HandoverForm::CiSnippet:
        return tr("Copy snippet");
    }
    return {};
}

void HandoverPicker::showPreview()
{
    const QString text = handoverPreview(form(), m_token, m_place);
    const QFont font =
        text.isEmpty() ? typeface(this->font(), TextSize::Secondary) : fixedTypeface(this->font());
    QStringList lines =
        text.isEmpty() ? QStringList(tr("Copy and Save give you this form.")) : text.split(u'\n');
    for (QString &line : lines)
        line = QFontMetrics(font).elidedText(line, Qt::ElideRight, PreviewWidth);
    m_preview->setFont(font);
    m_preview->setText(lines.join(u'\n'));
}

} // namespace rox
