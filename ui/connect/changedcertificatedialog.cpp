// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/changedcertificatedialog.h"

#include "models/values/visibletext.h"
#include "ui/connect/certificatetable.h"
#include "ui/style/symbols.h"
#include "ui/text/certificatetext.h"
#include "ui/text/times.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 800;
constexpr int Margin = 24;

/// The bar of the dialog, with a heading in it.
class Alarm final : public Card
{
public:
    Alarm(const QString &lead, const QString &text, QWidget *parent)
        : Card(parent, Ground::Bad)
    {
        auto *heading = new TextLabel(TextSize::DialogHeading, this);
        heading->showText(lead, TextTone::Text, true);
        auto *rest = new TextLabel(TextSize::Body, this);
        rest->showText(text);
        rest->setLineHeight(18);
        auto *words = new QVBoxLayout;
        words->setSpacing(5);
        words->addWidget(heading);
        words->addWidget(rest);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(16, 12, 16, 12);
        row->setSpacing(16);
        row->addWidget(new SymbolMark(u"alarm"_s, TextTone::Bad, 32, this), 0, Qt::AlignTop);
        row->addLayout(words, 1);
    }
};

/// Both certificates as text, to send to the administrator of this Central.
QString bothAsText(const ChangedCertificateDialog::Content &content)
{
    QStringList lines = {visibleText(content.server)};
    for (const CertificateRow &row :
         certificateRows(content.trusted, content.shown, content.trustedAt)) {
        const QChar joint = row.fixedFont ? u':' : u' ';
        const auto oneLine = [joint](const QString &text) {
            return QString(text).replace(u'\n', joint);
        };
        //: a line of a text to send: %1 names a property, %2 and %3 are its values
        lines.append(ChangedCertificateDialog::tr("%1: trusted %2; shown %3")
                         .arg(row.name, oneLine(row.trusted), oneLine(row.shown)));
    }
    return lines.join(u'\n');
}

} // namespace

QLayout *ChangedCertificateDialog::makeFooter(const Content &content, QCheckBox *compared)
{
    auto *copy = new QPushButton(symbolIcon(u"copy"_s), tr("Copy both"), this);
    auto *stay = new QPushButton(tr("Stay disconnected"), this);
    auto *trust = new QPushButton(tr("Trust the new certificate"), this);
    for (QPushButton *button : {copy, stay, trust})
        button->setAccessibleName(button->text());
    copy->setObjectName(u"copyBoth"_s);
    stay->setObjectName(u"stayDisconnected"_s);
    trust->setObjectName(u"trustTheNewCertificate"_s);
    trust->setEnabled(false);
    trust->setToolTip(tr("Compare the fingerprints first."));
    trust->setVisible(!content.shown.sha256.isEmpty());
    connect(compared, &QCheckBox::toggled, trust, [trust](bool checked) {
        trust->setEnabled(checked);
        trust->setToolTip(checked ? QString() : tr("Compare the fingerprints first."));
    });
    connect(copy, &QPushButton::clicked, this,
            [content] { QGuiApplication::clipboard()->setText(bothAsText(content)); });
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(trust, &QPushButton::clicked, this, [this, shown = content.shown] {
        accept();
        Q_EMIT trustRequested(shown);
    });
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    buttons->addButton(stay, QDialogButtonBox::RejectRole);
    buttons->addButton(trust, QDialogButtonBox::AcceptRole);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(buttons);
    stay->setDefault(true);
    stay->setFocus(Qt::OtherFocusReason);
    return row;
}

QWidget *ChangedCertificateDialog::makeContent(const Content &content)
{
    const QString credential = content.credentialInKeychain
                                   ? tr("No credential was sent; yours stays in the keychain.")
                                   : tr("No credential was sent.");
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Margin, 16, Margin, 0);
    column->setSpacing(0);
    column->addWidget(new Alarm(
        tr("%1 shows another certificate than the one you trusted").arg(shownName(content.server)),
        tr("Either it was renewed, or somebody stands between you and Central.") % u' '
            % credential,
        inside));
    column->addSpacing(16);
    column->addWidget(
        new CertificateTable(certificateRows(content.trusted, content.shown, content.trustedAt),
                             tr("Shown today, %1").arg(clockTime(content.now)), inside));
    column->addSpacing(8);
    auto *note = secondaryLabel(
        tr("Marked cells differ.") % u' ' % renewalWords(content.trusted, content.now), inside);
    note->setObjectName(u"renewal"_s);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addStretch(1);
    return inside;
}

ChangedCertificateDialog::ChangedCertificateDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Certificate changed"));
    setObjectName(u"certificateChanged"_s);
    auto *scroll = new FittedScroll(makeContent(content), this);
    // Created after the table, so Tab reaches it after the table.
    auto *compared =
        new QCheckBox(tr("I compared the new fingerprint with whoever runs this Central"), this);
    compared->setObjectName(u"compared"_s);
    compared->setAccessibleName(compared->text());
    compared->setVisible(!content.shown.sha256.isEmpty());
    auto *check = new QHBoxLayout;
    check->setContentsMargins(Margin, 14, Margin, 16);
    check->addWidget(compared);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(check);
    column->addLayout(makeFooter(content, compared));
    fitDialog(this, Width);
}

} // namespace rox
