// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/help/aboutdialog.h"

#include "ui/help/licencedialog.h"
#include "ui/style/symbols.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pushbutton.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>
#include <QUrl>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 504;
constexpr int Margin = 24;
constexpr int IconSize = 72;
constexpr int FirstFact = 4;                                  ///< its row
const QString ProjectPage = u"https://roxtokens.github.io"_s; ///< as in the metainfo file

TextLabel *text(const QString &shown, TextTone tone, QWidget *parent,
                TextSize size = TextSize::Body, bool semibold = false)
{
    auto *label = new TextLabel(size, parent);
    label->showText(shown, tone, semibold);
    return label;
}

} // namespace

AboutFacts aboutThisProgram()
{
    const QString built = QLatin1String(QT_VERSION_STR);
    const QString run = QLatin1String(qVersion());
    return {QCoreApplication::applicationVersion(),
            built == run ? u"Qt %1"_s.arg(built) : u"Qt %1, run with %2"_s.arg(built, run),
            u"%1, %2"_s.arg(QSysInfo::prettyProductName(), QGuiApplication::platformName())};
}

QString reportText(const AboutFacts &facts)
{
    return u"Rox Tokens %1\nBuilt with: %2\nRuns on: %3\nDesktop: %4\nLanguage: %5\n"_s.arg(
        facts.version, facts.builtWith, facts.runsOn,
        qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"not known"_s), QLocale().name());
}

AboutDialog::AboutDialog(const AboutFacts &facts, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Rox Tokens"));
    setObjectName(u"aboutDialog"_s);
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(Margin, 20, Margin, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    addHead(grid, facts.version);
    addFacts(grid, facts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new FittedScroll(content, this), 1);
    column->addLayout(makeFoot(reportText(facts)));
    fitDialog(this, Width);
}

void AboutDialog::addHead(QGridLayout *grid, const QString &version)
{
    auto *icon = new SymbolMark({}, TextTone::Text, IconSize, this);
    icon->setIcon(applicationIcon());
    grid->addWidget(icon, 0, 0, 3, 1, Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(text(tr("Rox Tokens"), TextTone::Text, this, TextSize::Title, true), 0, 1);
    grid->addWidget(text(tr("Version %1").arg(version), TextTone::Secondary, this), 1, 1);
    grid->addWidget(text(tr("The desktop manager for the API tokens of StackRox and RHACS Central. "
                            "Independent of Red Hat and the StackRox project."),
                         TextTone::Text, this),
                    2, 1);
    grid->setRowMinimumHeight(3, 8);
}

void AboutDialog::addFacts(QGridLayout *grid, const AboutFacts &facts)
{
    int row = FirstFact;
    const auto title = [&](const QString &name) {
        grid->addWidget(text(name, TextTone::Secondary, this), row, 0);
    };
    const auto fact = [&](const QString &name, const QString &value) {
        title(name);
        auto *shown = text(value, TextTone::Text, this);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
        shown->setObjectName(u"aboutFact%1"_s.arg(row));
        grid->addWidget(shown, row++, 1);
    };
    title(tr("Licence"));
    auto *licence = new QHBoxLayout;
    licence->setSpacing(8);
    licence->addWidget(plainLabel(u"Apache-2.0"_s, this));
    LinkButton *licenceText = linkTo(tr("Licence text"), u"licenceLink"_s);
    licence->addWidget(licenceText);
    licence->addStretch(1);
    grid->addLayout(licence, row++, 1);
    title(tr("Project page"));
    LinkButton *page = linkTo(QUrl(ProjectPage).host(), u"projectPage"_s);
    grid->addWidget(page, row++, 1, Qt::AlignLeft);
    fact(tr("Built with"), facts.builtWith);
    fact(tr("Runs on"), facts.runsOn);
    grid->setRowStretch(row, 1);
    connect(licenceText, &QAbstractButton::clicked, this, [this] {
        auto *dialog = new LicenceDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(page, &QAbstractButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl(ProjectPage)); });
}

LinkButton *AboutDialog::linkTo(const QString &shown, const QString &objectName)
{
    auto *link = new LinkButton(shown, this);
    link->setObjectName(objectName);
    link->setAccessibleName(shown);
    return link;
}

QLayout *AboutDialog::makeFoot(const QString &report)
{
    auto *copy = pushButton(tr("Copy for a report"), u"copyReport"_s, this);
    copy->setIcon(symbolIcon(u"copy"_s));
    connect(copy, &QPushButton::clicked, this,
            [report] { QGuiApplication::clipboard()->setText(report); });
    auto *close = pushButton(tr("Close"), u"closeAbout"_s, this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Margin, 0, Margin, 16);
    foot->addWidget(copy);
    foot->addStretch(1);
    foot->addWidget(close);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    return foot;
}

} // namespace rox
