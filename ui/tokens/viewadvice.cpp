// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/viewadvice.h"

#include "ui/style/symbols.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int SymbolSize = 14;
constexpr int LineHeight = 18;
} // namespace

ViewAdviceBar::ViewAdviceBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextSize::Body, this))
    , m_deed(new QPushButton(symbolIcon(u"check"_s), {}, this))
{
    setObjectName(u"viewAdvice"_s);
    m_text->setObjectName(u"viewAdviceText"_s);
    m_text->setLineHeight(LineHeight);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *mark = new SymbolMark(u"info"_s, TextTone::Secondary, SymbolSize, this);
    mark->setFixedHeight(LineHeight);
    auto *all = new LinkButton(tr("All tokens"), this);
    all->setObjectName(u"leaveView"_s);
    all->setAccessibleName(all->text());
    connect(all, &QAbstractButton::clicked, this, &ViewAdviceBar::allChosen);
    m_deed->setObjectName(u"viewDeed"_s);
    connect(m_deed, &QPushButton::clicked, this, &ViewAdviceBar::deedChosen);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(9);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_deed, 0, Qt::AlignTop);
    row->addWidget(all, 0, Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ViewAdviceBar::setDeedEnabled(bool enabled)
{
    m_deed->setEnabled(enabled);
}

void ViewAdviceBar::setAdvice(const ViewAdvice &advice, const QString &deed)
{
    m_deed->setText(deed);
    m_deed->setAccessibleName(deed);
    m_deed->setVisible(!deed.isEmpty());
    QList<TextRun> runs{{advice.meaning}};
    if (!advice.warning.isEmpty())
        runs.append({u' ' + advice.warning, TextTone::Text, true});
    runs.append({u' ' + advice.advice});
    m_text->setRuns(runs);
}

} // namespace rox
