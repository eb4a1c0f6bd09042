// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/questiondialog.h"

#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 24;
constexpr int SymbolSize = 32;

} // namespace

QuestionDialog::QuestionDialog(const QString &title, const QString &symbol, const QString &lead,
                               const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_said(new QVBoxLayout)
    , m_buttons(new ButtonBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Margin, 16, Margin, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    grid->addWidget(new SymbolMark(symbol, TextTone::Caution, SymbolSize, this), 0, 0,
                    Qt::AlignTop);
    m_said->setSpacing(2);
    // TextLabel breaks long words: a QLabel would make the dialog as wide as a long name.
    auto *first = new TextLabel(TextSize::Body, this);
    first->showText(lead, TextTone::Text, true);
    auto *rest = new TextLabel(TextSize::Body, this);
    rest->showText(text);
    m_said->addWidget(first);
    m_said->addWidget(rest);
    m_said->addStretch(1);
    grid->addLayout(m_said, 0, 1);
    grid->setRowMinimumHeight(1, 16);
    grid->addWidget(m_buttons, 2, 0, 1, 2);
    m_buttons->layout()->setSpacing(8);
    grid->setColumnStretch(1, 1);
}

void QuestionDialog::addDetail(QWidget *detail)
{
    const int end = m_said->count() - 1; // before the stretch
    m_said->insertSpacing(end, 6);
    m_said->insertWidget(end + 1, detail);
}

void QuestionDialog::addAnswer(const QString &text, QDialogButtonBox::ButtonRole place,
                               ButtonRole look)
{
    const int answer = int(m_answers.size());
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(text);
    button->setObjectName(u"answer%1"_s.arg(answer));
    setButtonRole(button, look);
    m_buttons->addButton(button, place);
    m_answers.append(button);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        hide();
        Q_EMIT answered(answer);
        done(Accepted);
    });
}

void QuestionDialog::openAt(int width)
{
    setMinimumWidth(width);
    fitDialog(this, width);
    open();
}

void QuestionDialog::setDefaultAnswer(int answer)
{
    m_answers.at(answer)->setDefault(true);
    m_answers.at(answer)->setFocus(Qt::OtherFocusReason);
}

} // namespace rox
