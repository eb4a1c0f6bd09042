// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/forgethistorydialog.h"

#include "models/values/visibletext.h"
#include "ui/style/calmstyle.h"
#include "ui/style/symbols.h"
#include "ui/text/times.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/serverline.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 592;
constexpr int Margin = 24;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ForgetHistory)
};

} // namespace

QList<HistoryLoss> lossesOf(const KeptHistory &kept)
{
    if (!kept.isReadable)
        return {{u"?"_s, Words::tr("Its file cannot be read: what is in it is not known.")}};
    QList<HistoryLoss> losses;
    const auto add = [&](qint64 count, const QString &what) {
        losses.append({QLocale().toString(count), what});
    };
    const int tokens = int(kept.tokens);
    if (kept.since == NoTime)
        add(tokens, Words::tr("token(s) as this computer saw them", nullptr, tokens));
    else
        add(tokens, Words::tr("token(s) as this computer saw them since %1", nullptr, tokens)
                        .arg(mediumDate(kept.since)));
    add(kept.revoked, Words::tr("of them revoked: when and by whom will not be known any more"));
    add(kept.annotated, Words::tr("of them with a note or tags"));
    add(kept.requests, Words::tr("records of what was generated or revoked from here"));
    if (kept.openRequests > 0)
        add(kept.openRequests,
            Words::tr("of them open: nothing will tell what became of the request"));
    add(kept.rotations, Words::tr("rotations"));
    return losses;
}

QList<HistoryLoss> lossesOf(const KeptHistories &all)
{
    QList<HistoryLoss> losses = lossesOf(all.sum());
    const auto unreadable =
        int(std::count_if(all.histories.cbegin(), all.histories.cend(),
                          [](const KeptHistory &each) { return !each.isReadable; }));
    if (unreadable > 0)
        losses.append({QLocale().toString(unreadable),
                       Words::tr("histories that cannot be read: what is in them is not known")});
    return losses;
}

ForgetHistoryDialog::ForgetHistoryDialog(const QString &question, QWidget *parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"forgetHistory"_s);
    setWindowTitle(question);
    m_column->setContentsMargins(Margin, 12, Margin, 12);
    m_column->setSpacing(8);
    auto *heading = new TextLabel(TextSize::DialogHeading, this);
    heading->showText(question, TextTone::Text, true);
    m_column->addWidget(heading);
}

ForgetHistoryDialog::ForgetHistoryDialog(const ServerFacts &server, const KeptHistory &kept,
                                         bool isListed, QWidget *parent)
    : ForgetHistoryDialog(tr("Forget the history of %1?").arg(shownName(server.name)), parent)
{
    fill(serverLine(server, this), lossesOf(kept),
         isListed ? tr("On Central nothing changes. The server stays in the list, and its "
                       "history begins anew.")
                  : tr("On Central nothing changes."),
         tr("Forget history"), kept.isReadable && kept.isInUse);
}

ForgetHistoryDialog::ForgetHistoryDialog(const KeptHistories &all, const QStringList &servers,
                                         QWidget *parent)
    : ForgetHistoryDialog(tr("Forget all histories?"), parent)
{
    auto *names = new TextLabel(TextSize::Body, this);
    names->setObjectName(u"whoseHistories"_s);
    names->showText(servers.join(", "_L1), TextTone::Secondary);
    fill(names, lossesOf(all),
         tr("On no Central anything changes. The servers stay in the list, and their histories "
            "begin anew."),
         tr("Forget all histories"), false);
}

void ForgetHistoryDialog::fill(QWidget *about, const QList<HistoryLoss> &losses,
                               const QString &note, const QString &deed, bool mayExport)
{
    m_column->addWidget(about);
    auto *finally = new TextLabel(TextSize::Body, this);
    finally->showText(tr("This cannot be undone, and Rox Tokens has no other copy."));
    m_column->addWidget(finally);
    m_column->addWidget(cardOf(losses));
    auto *after = new TextLabel(TextSize::Secondary, this);
    after->showText(note, TextTone::Secondary);
    m_column->addWidget(after);
    m_column->addStretch(1);
    m_column->addLayout(buttons(deed, mayExport));
    fitDialog(this, Width);
}

QWidget *ForgetHistoryDialog::cardOf(const QList<HistoryLoss> &losses)
{
    auto *card = new Card(this);
    card->setObjectName(u"whatIsLost"_s);
    card->setAccessibleName(tr("What is lost"));
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 56);
    int row = 0;
    for (const HistoryLoss &loss : losses) {
        grid->addWidget(plainLabel(loss.count, card, TextSize::Body, true), row, 0,
                        Qt::AlignRight | Qt::AlignTop);
        auto *what = new TextLabel(TextSize::Body, card);
        what->showText(loss.what);
        grid->addWidget(what, row++, 1);
    }
    return card;
}

QLayout *ForgetHistoryDialog::buttons(const QString &deed, bool mayExport)
{
    auto *row = new QHBoxLayout;
    if (mayExport) {
        auto *first = pushButton(tr("Export first…"), u"exportFirst"_s, this);
        first->setIcon(symbolIcon(u"export"_s));
        connect(first, &QPushButton::clicked, this, &ForgetHistoryDialog::exportRequested);
        row->addWidget(first);
    }
    row->addStretch(1);
    auto *cancel = pushButton(tr("Cancel"), u"cancelForgetting"_s, this);
    auto *forget = pushButton(deed, u"confirmForgetting"_s, this);
    setButtonRole(forget, ButtonRole::Danger);
    auto *box = new ButtonBox(this);
    box->addButton(cancel, QDialogButtonBox::RejectRole);
    box->addButton(forget, QDialogButtonBox::AcceptRole);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(box, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT forgetConfirmed();
        accept();
    });
    row->addWidget(box);
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    return row;
}

} // namespace rox
