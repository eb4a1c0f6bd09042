// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/connect/certificatedialog.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/text/certificatetext.h"
#include "ui/widgets/buttonbox.h"
#include "ui/widgets/copybox.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

#include <optional>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 720;
constexpr int Margin = 24;
constexpr int TextMax = 200;
constexpr int CaFileInstead = 2; ///< result: neither accepted() nor rejected() is emitted

/// How many pairs of a fingerprint fit beside the button, in whole groups.
int pairsInALine(const QFont &font)
{
    constexpr int group = 8;
    const QString two = fingerprintLines(QByteArray(2 * group, '\0'), 2 * group);
    const int button = 12 * QFontMetrics(font).averageCharWidth() + 40;
    const int room = Width - 2 * Margin - button;
    return textWidth(fixedTypeface(font, TextSize::Body), two) <= room ? 2 * group : group;
}

/// A problem or a hint: symbol, lead and sentence, with a line under all rows but the last.
class ProblemRow final : public QWidget
{
public:
    ProblemRow(const CertificateProblem &problem, bool isHint, bool last, QWidget *parent)
        : QWidget(parent)
        , m_last(last)
    {
        auto *text = new TextLabel(TextSize::Body, this);
        text->setObjectName(isHint ? u"certificateHint"_s : u"certificateProblem"_s);
        text->setRuns({{problem.lead + u' ', TextTone::Text, true}, {problem.text}});
        text->setLineHeight(18);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 8, 12, 9);
        row->setSpacing(8);
        auto *mark = isHint ? new SymbolMark(u"info"_s, TextTone::Secondary, 16, this)
                            : new SymbolMark(u"warning"_s, TextTone::Caution, 16, this);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(text, 1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_last)
            QPainter(this).fillRect(0, height() - 1, width(), 1, statusColors(palette()).panelLine);
    }

private:
    bool m_last;
};

QLayout *heading(const CertificateDialog::Content &content, QWidget *dialog)
{
    auto *lead = new TextLabel(TextSize::DialogHeading, dialog);
    lead->setObjectName(u"certificateHeading"_s);
    lead->showText(CertificateDialog::tr("This computer cannot tell whether this is %1")
                       .arg(shownName(content.server)),
                   TextTone::Text, true);
    const QString address = shownText(content.endpoint.display(), 120);
    auto *rest = new TextLabel(TextSize::Body, dialog);
    rest->showText(content.facts.sha256.isEmpty()
                       ? CertificateDialog::tr("%1 showed no certificate. No credential was sent.")
                             .arg(address)
                       : CertificateDialog::tr("%1 showed a certificate that cannot be checked. No "
                                               "credential was sent.")
                             .arg(address));
    auto *words = new QVBoxLayout;
    words->setSpacing(5);
    words->addWidget(lead);
    words->addWidget(rest);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new SymbolMark(u"certificate"_s, TextTone::Caution, 40, dialog), 0,
                   Qt::AlignTop);
    row->addLayout(words, 1);
    return row;
}

QWidget *problemFrame(const QList<CertificateProblem> &problems,
                      const std::optional<CertificateProblem> &hint, QWidget *dialog)
{
    auto *frame = new JoinedFrame(dialog);
    frame->setObjectName(u"certificateProblems"_s);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    for (qsizetype i = 0; i < problems.size(); ++i)
        column->addWidget(
            new ProblemRow(problems.at(i), false, !hint && i + 1 == problems.size(), frame));
    if (hint)
        column->addWidget(new ProblemRow(*hint, true, true, frame));
    return frame;
}

/// "Check it another way": the commands that show the fingerprint, one of them at a time.
QLayout *checkColumn(const CertificateCheck &check, QWidget *dialog)
{
    auto *where = secondaryLabel(check.where, dialog);
    where->setWordWrap(true);
    auto *programs = new SegmentedBar(dialog);
    programs->setObjectName(u"checkWith"_s);
    programs->setAccessibleName(CertificateDialog::tr("Command for"));
    for (const CertificateCheck::Command &command : check.commands)
        programs->addSegment(command.program, command.program);
    programs->setCurrent(0);
    programs->setVisible(check.commands.size() > 1);
    auto *box = new CopyBox(u"terminal"_s, CertificateDialog::tr("Command"), dialog);
    const auto show = [box, commands = check.commands](int program) {
        const QString line = commands.at(program).line;
        // Shown on two lines, broken at the pipe; the copy button copies one line.
        QString shown = line;
        if (const auto joint = shown.indexOf(" | "_L1); joint >= 0)
            shown.replace(joint, 1, u"\n  "_s);
        box->setText(shown, line);
    };
    show(0);
    QObject::connect(programs, &SegmentedBar::chosen, box, show);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(
        plainLabel(CertificateDialog::tr("Check it another way"), dialog, TextSize::Body, true));
    words->addWidget(where);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addLayout(words, 1);
    top->addWidget(programs, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(box);
    return column;
}

QLayout *factGrid(const CertificateDialog::Content &content, QWidget *dialog)
{
    const CertificateFacts &facts = content.facts;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(48);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &name, const QString &objectName, const QString &text) {
        auto *label = plainLabel(name, dialog);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto *value = elidedLabel({text.isEmpty() ? u"–"_s : text}, dialog);
        value->setObjectName(objectName);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1);
    };
    add(CertificateDialog::tr("Subject"), u"certificateSubject"_s,
        shownText(facts.subject, TextMax));
    add(CertificateDialog::tr("Issuer"), u"certificateIssuer"_s, shownText(facts.issuer, TextMax));
    add(CertificateDialog::tr("Names"), u"certificateNames"_s,
        shownText(facts.names.join(", "_L1), TextMax));
    add(CertificateDialog::tr("Valid"), u"certificateValid"_s, validityWords(facts, content.now));
    return grid;
}

} // namespace

QWidget *CertificateDialog::makeContent(const Content &content)
{
    const CertificateFacts &facts = content.facts;
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Margin, 16, Margin, 16);
    column->setSpacing(0);
    column->addLayout(heading(content, inside));
    const auto problems = certificateProblemList(facts, content.endpoint.base.host());
    if (!problems.isEmpty()) {
        column->addSpacing(16);
        column->addWidget(problemFrame(problems, certificateHint(facts), inside));
    }
    if (facts.sha256.isEmpty()) {
        column->addStretch(1);
        return inside;
    }
    auto *print = new CopyBox({}, tr("SHA-256 fingerprint"), inside, TextSize::Body);
    print->setText(fingerprintLines(facts.sha256, pairsInALine(font())), facts.fingerprint());
    column->addSpacing(16);
    column->addWidget(plainLabel(tr("SHA-256 fingerprint"), inside, TextSize::Body, true));
    column->addSpacing(6);
    column->addWidget(print);
    column->addSpacing(12);
    column->addLayout(factGrid(content, inside));
    column->addSpacing(16);
    column->addLayout(checkColumn(certificateCheck(facts, content.endpoint), inside));
    column->addStretch(1);
    return inside;
}

QLayout *CertificateDialog::makeFooter(const CertificateFacts &facts)
{
    const bool shown = !facts.sha256.isEmpty();
    auto *buttons = new ButtonBox(this);
    buttons->layout()->setSpacing(8);
    auto *caFile = new QPushButton(symbolIcon(u"folder"_s), tr("Use a CA file…"), this);
    caFile->setAccessibleName(caFile->text());
    caFile->setObjectName(u"useCaFile"_s);
    caFile->setVisible(shown); // without a certificate there is none to check
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setObjectName(u"cancel"_s);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    if (shown) {
        auto *trust = new QPushButton(tr("Trust this certificate"), this);
        trust->setAccessibleName(trust->text());
        trust->setObjectName(u"trustThisCertificate"_s);
        buttons->addButton(trust, QDialogButtonBox::AcceptRole);
        connect(trust, &QPushButton::clicked, this, [this, facts] {
            accept();
            Q_EMIT trustRequested(facts);
        });
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(caFile, &QPushButton::clicked, this, [this] {
        done(CaFileInstead);
        Q_EMIT caFileRequested();
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->addWidget(caFile);
    row->addStretch(1);
    row->addWidget(buttons);
    cancel->setDefault(true);
    cancel->setFocus(Qt::OtherFocusReason);
    return row;
}

CertificateDialog::CertificateDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Unknown certificate"));
    setObjectName(u"unknownCertificate"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(new FittedScroll(makeContent(content), this), 1);
    column->addLayout(makeFooter(content.facts));
    fitDialog(this, Width);
}

} // namespace rox
