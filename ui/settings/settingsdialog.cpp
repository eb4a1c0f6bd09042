// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/settingsdialog.h"

#include "ui/widgets/buttonbox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pagelist.h"
#include "ui/widgets/pushbutton.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int Width = 592;
constexpr int Margin = 24;
} // namespace

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new PageList(tr("Settings pages"), u"settingsPages"_s, this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    setObjectName(u"settingsDialog"_s);
    auto *list = new QVBoxLayout;
    list->setContentsMargins(8, 8, 8, 8);
    list->addWidget(m_list);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(list);
    middle->addWidget(separator(QPalette::Mid, this));
    middle->itemAt(1)->widget()->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    middle->itemAt(1)->widget()->setMinimumSize(1, 0);
    middle->itemAt(1)->widget()->setMaximumSize(1, QWIDGETSIZE_MAX);
    middle->addWidget(m_pages, 1);

    auto *close = pushButton(tr("Close"), u"closeSettings"_s, this);
    auto *buttons = new ButtonBox(this);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Margin, 12, Margin, 12);
    foot->addWidget(secondaryLabel(tr("Changes are kept at once."), this), 1);
    foot->addWidget(buttons);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(separator(QPalette::Mid, this));
    column->addLayout(foot);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::addPage(const QString &symbol, const QString &title, QWidget *page)
{
    m_pages->addWidget(new FittedScroll(page, m_pages));
    m_list->addPage(symbol, title);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    fitDialog(this, Width);
}

} // namespace rox
