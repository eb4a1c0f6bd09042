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
    return rows == ExportRows::Shown      ? u"rowsShown"_s
           : rows == ExportRows::Selected ? u"rowsSelected"_s
                                          : u"allRows"_s;
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
    for (const ExportRows rows : {ExportRows::Shown, ExportRows::Selected, ExportRows::All}) {
        auto *button = new QRadioButton(exporttext::rows(rows, offer.count(rows)), card);
        button->setObjectName(nameOf(rows));
        button->setAccessibleName(button->text());
        button->setEnabled(offer.count(rows) > 0);
        m_group->addButton(button, int(rows));
        inside->addWidget(button);
        if (rows != ExportRows::Shown)
            continue;
        auto *filter = new TextLabel(TextSize::Secondary, card);
        filter->showText(offer.filter, TextTone::Secondary);
        filter->setContentsMargins(TextIndent, 0, 0, 0);
        button->setAccessibleDescription(offer.filter);
        inside->addWidget(filter);
    }
    m_group->button(int(offer.shown > 0 ? ExportRows::Shown : ExportRows::All))->setChecked(true);
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
