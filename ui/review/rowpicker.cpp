// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/rowpicker.h"

#include "ui/review/exporttext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextIndent = 22; ///< of a radio button

QString nameOf(ExportRows rows)
{
    switch (rows) {
    case ExportRows::Shown:
        return u"rowsShown"_s;
    case ExportRows::Selected:
        return u"rowsSelected"_s;
    case ExportRows::All:
        return u"allRows"_s;
    case ExportRows::ToRevoke:
        return u"rowsToRevoke"_s;
    case ExportRows::Staying:
        return u"rowsStaying"_s;
    }
    return {};
}

ExportRows firstRows(const ExportOffer &offer)
{
    const ExportRows first = offer.rows.first();
    return offer.count(first) > 0 ? first : offer.rows.last();
}

} // namespace

RowPicker::RowPicker(const ExportOffer &offer, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->setSpacing(4);
    for (const ExportRows rows : offer.rows) {
        auto *button = new QRadioButton(exporttext::rows(rows, offer.count(rows)), card);
        button->setObjectName(nameOf(rows));
        button->setAccessibleName(button->text());
        button->setEnabled(offer.count(rows) > 0);
        m_group->addButton(button, int(rows));
        inside->addWidget(button);
        if (rows != offer.rows.first())
            continue;
        auto *filter = new TextLabel(TextSize::Secondary, card);
        filter->showText(offer.filter, TextTone::Secondary);
        filter->setContentsMargins(TextIndent, 0, 0, 0);
        button->setAccessibleDescription(offer.filter);
        inside->addWidget(filter);
    }
    m_group->button(int(firstRows(offer)))->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(plainLabel(tr("Rows"), this, TextSize::Body, true));
    column->addWidget(card);
    column->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked)
            Q_EMIT chosen();
    });
}

ExportRows RowPicker::rows() const
{
    return ExportRows(m_group->checkedId());
}

} // namespace rox
