// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/exportoptions.h"

#include "models/values/visibletext.h"
#include "ui/style/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewWidth = 580;

QLineEdit *field(const QString &text, const QString &objectName, const QString &name,
                 QWidget *parent)
{
    constexpr int most = 200;
    auto *edit = new QLineEdit(text, parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setMaxLength(most);
    return edit;
}

} // namespace

CsvOptions::CsvOptions(QWidget *parent)
    : QWidget(parent)
    , m_separator(new QComboBox(this))
    , m_guard(new QCheckBox(tr("Safe for spreadsheets"), this))
    , m_note(new TextLabel(TextSize::Secondary, this))
{
    m_separator->setObjectName(u"separator"_s);
    m_separator->setAccessibleName(tr("Separator"));
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_guard->setObjectName(u"safeForSpreadsheets"_s);
    m_guard->setAccessibleName(m_guard->text());
    m_guard->setChecked(CsvStyle().isGuarded);
    m_note->showText(tr("A cell that begins with = + - or @ gets a ' in front, so that a "
                        "spreadsheet does not run it. The column “guarded” names such cells."),
                     TextTone::Secondary);
    m_guard->setAccessibleDescription(m_note->text());
    auto *label = plainLabel(tr("&Separator"), this);
    label->setBuddy(m_separator);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_separator);
    row->addSpacing(16);
    row->addWidget(m_guard);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_separator, &QComboBox::currentIndexChanged, this, &CsvOptions::chosen);
    connect(m_guard, &QCheckBox::toggled, this, &CsvOptions::chosen);
}

CsvStyle CsvOptions::style() const
{
    return {m_separator->currentData().toChar(), m_guard->isChecked()};
}

ReportOptions::ReportOptions(const ExportOffer &offer, QWidget *parent)
    : QWidget(parent)
    , m_title(field(offer.title, u"reportTitle"_s, tr("Title"), this))
    , m_reviewer(field(offer.reviewer, u"reviewedBy"_s, tr("Reviewed by"), this))
{
    auto *titleLabel = plainLabel(tr("&Title"), this, TextSize::Body, true);
    titleLabel->setBuddy(m_title);
    auto *reviewerLabel = plainLabel(tr("Reviewed &by"), this, TextSize::Body, true);
    reviewerLabel->setBuddy(m_reviewer);
    auto *what = secondaryLabel(tr("On A4, with boxes Keep and Revoke for each token, and lines to "
                                   "sign. IDs are printed whole."),
                                this);
    what->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->addWidget(titleLabel, 0, 0);
    grid->addWidget(reviewerLabel, 0, 1);
    grid->addWidget(m_title, 1, 0);
    grid->addWidget(m_reviewer, 1, 1);
    grid->addWidget(what, 2, 0, 1, 2);
}

QString ReportOptions::title() const
{
    return m_title->text().simplified();
}

QString ReportOptions::reviewer() const
{
    return m_reviewer->text().simplified();
}

ExportPreview::ExportPreview(QWidget *parent)
    : QWidget(parent)
    , m_lines(plainLabel({}, this))
{
    m_lines->setObjectName(u"exportPreview"_s);
    m_lines->setFont(fixedTypeface(font()));
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->addWidget(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(plainLabel(tr("The first lines"), this, TextSize::Body, true));
    column->addWidget(card);
}

void ExportPreview::showLines(const QStringList &lines)
{
    QStringList shown;
    for (const QString &line : lines)
        shown.append(QFontMetrics(m_lines->font())
                         .elidedText(shownText(line), Qt::ElideRight, PreviewWidth));
    while (shown.size() < Lines)
        shown.append(QString());
    m_lines->setText(shown.join(u'\n'));
}

} // namespace rox
