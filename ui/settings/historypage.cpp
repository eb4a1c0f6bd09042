// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/historypage.h"

#include "models/values/visibletext.h"
#include "ui/settings/servercell.h"
#include "ui/settings/settingssections.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum Column { Server, Tokens, Since, Size, Forget };

constexpr int Padding = 8;
constexpr int LeastName = 128;

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString lengthText(int months)
{
    constexpr int Year = 12;
    if (months == 0)
        return HistoryPage::tr("Always");
    return months % Year == 0 ? HistoryPage::tr("%Ln year(s)", nullptr, months / Year)
                              : HistoryPage::tr("%Ln month(s)", nullptr, months);
}

} // namespace

HistoryPage::HistoryPage(const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_message(new MessageBar(this))
    , m_sizes(new TextLabel(TextSize::Body, this))
    , m_folder(pushButton(tr("Open folder"), u"openHistoryFolder"_s, this))
    , m_network(new TextLabel(TextSize::Secondary, this))
    , m_rows(new Card(this))
    , m_forgetAll(pushButton(tr("Forget all histories…"), u"forgetAllHistories"_s, this))
{
    setObjectName(u"historyPage"_s);
    m_message->setObjectName(u"historyMessage"_s);
    m_message->hide();
    auto *about = new TextLabel(TextSize::Body, this);
    about->showText(tr("Central deletes revoked tokens within about an hour. What this computer "
                       "saw and did stays here: names, roles, times. No values."));
    auto *grid = new QGridLayout;
    SettingsSections sections(grid, this);
    sections.add(tr("Keep it for"), retention(preferences),
                 tr("Older entries go once a day. Tokens that still live keep theirs."));
    sections.add(tr("On disk"), disk(), {});
    m_network->setObjectName(u"historyOnNetwork"_s);
    m_network->hide();
    m_rows->setObjectName(u"histories"_s);
    m_rows->setAccessibleName(tr("Histories"));
    m_rows->hide();
    new QVBoxLayout(m_rows);
    m_rows->layout()->setContentsMargins(1, 1, 1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(SettingsSections::Margin, 16, SettingsSections::Margin, 24);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(about);
    column->addLayout(grid);
    column->addWidget(m_network);
    column->addWidget(m_rows);
    auto *note = new TextLabel(TextSize::Secondary, this);
    note->showText(tr("Notes, tags and rotations belong to the history of their server."),
                   TextTone::Secondary);
    column->addWidget(note);
    setButtonRole(m_forgetAll, ButtonRole::DangerText);
    m_forgetAll->hide();
    connect(m_forgetAll, &QPushButton::clicked, this, &HistoryPage::forgetAllRequested);
    column->addWidget(m_forgetAll, 0, Qt::AlignLeft);
    column->addStretch(1);
}

QComboBox *HistoryPage::retention(const Preferences &preferences)
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"keepHistoryFor"_s);
    box->setAccessibleName(tr("Keep it for"));
    for (const int months : Preferences::HistoryMonths)
        box->addItem(lengthText(months), months);
    box->setCurrentIndex(box->findData(preferences.historyMonths));
    connect(box, &QComboBox::activated, this, [this, box](int at) {
        const int months = box->itemData(at).toInt();
        Q_EMIT edited([months](Preferences &changed) { changed.historyMonths = months; });
    });
    return box;
}

QLayout *HistoryPage::disk()
{
    m_sizes->setObjectName(u"historySize"_s);
    m_sizes->showText(tr("Counting…"), TextTone::Secondary);
    m_folder->setIcon(symbolIcon(u"folder"_s));
    m_folder->setEnabled(false);
    connect(m_folder, &QPushButton::clicked, this, &HistoryPage::folderRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_sizes, 1);
    row->addWidget(m_folder);
    return row;
}

void HistoryPage::setHistories(const KeptHistories &all, const QList<HistoryRow> &rows)
{
    m_folder->setEnabled(!all.folder.isEmpty());
    if (all.folder.isEmpty())
        m_sizes->showText(tr("The history ends with the program."));
    else if (all.histories.isEmpty())
        m_sizes->showText(tr("Nothing is kept."));
    else
        //: "18.4 MB in 5 files"
        m_sizes->showText(
            tr("%1 in %2").arg(sizeText(all.bytes()), tr("%Ln file(s)", nullptr, all.files())));
    m_network->setVisible(all.isOnNetwork);
    m_network->showText(
        tr("The folder is on a network file system: Rox Tokens writes there without "
           "a write-ahead log, which is slower, and only one computer should use "
           "it at a time."),
        TextTone::Caution);
    fillRows(rows);
}

void HistoryPage::fillRows(const QList<HistoryRow> &rows)
{
    // A button of the old table may have the focus, or be in its own signal.
    if (m_table) {
        m_table->hide();
        m_table->deleteLater();
    }
    m_table = new QWidget(m_rows);
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(Padding, 4, 4, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(Server, 1);
    grid->setColumnMinimumWidth(Server, LeastName);
    const auto addHeading = [&](Column column, const QString &text, Qt::Alignment side) {
        auto *label = secondaryLabel(text, m_table);
        label->setFont(typeface(font(), TextSize::Secondary, true));
        grid->addWidget(label, 0, column, side);
    };
    addHeading(Server, tr("Server"), Qt::AlignLeft);
    addHeading(Tokens, tr("Tokens"), Qt::AlignRight);
    //: Heading: since when there is a history
    addHeading(Since, tr("Since"), Qt::AlignLeft);
    addHeading(Size, tr("Size"), Qt::AlignRight);
    for (qsizetype at = 0; at < rows.size(); ++at)
        addRow(grid, int(at) + 1, rows.at(at));
    m_rows->layout()->addWidget(m_table);
    m_rows->setVisible(!rows.isEmpty());
    m_forgetAll->setVisible(!rows.isEmpty());
}

void HistoryPage::addRow(QGridLayout *grid, int line, const HistoryRow &row)
{
    const KeptHistory &kept = row.kept;
    const QString name = row.name.isEmpty() ? kept.address : row.name;
    //: Stands after the name of a server that is no longer in the list
    const QString note = row.colorName.isEmpty() ? tr(", removed") : QString();
    auto *cell = new ServerCell(name, row.colorName, note, m_table);
    cell->setToolTip(visibleText(kept.address).toHtmlEscaped());
    grid->addWidget(cell, line, Server);
    const QString tokens = kept.isReadable ? QLocale().toString(kept.tokens) : tr("unreadable");
    grid->addWidget(plainLabel(tokens, m_table), line, Tokens, Qt::AlignRight | Qt::AlignVCenter);
    const QString since = kept.since == NoTime ? u"–"_s : mediumDate(kept.since);
    grid->addWidget(plainLabel(since, m_table), line, Since, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(plainLabel(sizeText(kept.bytes), m_table), line, Size,
                    Qt::AlignRight | Qt::AlignVCenter);
    auto *forget = pushButton(tr("Forget…"), u"forgetHistory%1"_s.arg(line - 1), m_table);
    forget->setAccessibleName(tr("Forget the history of %1").arg(shownName(name)));
    connect(forget, &QPushButton::clicked, this,
            [this, address = kept.address] { Q_EMIT forgetRequested(address); });
    grid->addWidget(forget, line, Forget);
}

void HistoryPage::showMessage(const Message &message)
{
    m_message->setMessage(message);
    m_message->show();
}

} // namespace rox
